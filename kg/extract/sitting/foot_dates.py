"""The date of a sitting at the foot of each page of its minutes: « Communauté de … 4 PV du 8 février 2024 »."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from kg.extract.act import Zone, once
from kg.extract.sitting.headed_dates import Stated, stated_at
from kg.text.dates import find_dates
from kg.text.found import Found

_PAGE = r"(?:pages?\s*:?\s*)?(?P<page>\d{1,3})(?:\s*(?:/|sur)\s*\d{1,3})?"
_MINUTES = (
    r"(?:p\.?\s?v\.?|c\.?\s?r\.?|proces[\s–-]{1,3}verbal|compte[\s-]rendu|seance|conseil\s+\w{5,16})"
    r"(?:\s+(?:de\s+la\s+seance|de\s+la\s+reunion|du\s+conseil(?:\s+\w{5,16})?|du\s+comite\s+syndical|du\s+bureau))?"
    r"\s*(?:du|de|–|-|:)\s*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?$"
)
_NUMBERED_BEFORE = re.compile(rf"(?<![\d/.]){_PAGE}[\s|–-]{{1,4}}(?<!\d){_MINUTES}")
_SAID = re.compile(rf"(?<!\w){_MINUTES}")
_NUMBERED_AFTER = re.compile(rf"[\s|–-]{{1,4}}{_PAGE}(?![\w/.,°])")
_BEFORE, _AFTER = 90, 20
_TWICE = 2  # pages that say the same


def foot_dates(whole: Zone) -> list[Stated]:
    """The one date that stands beside the numbers of two pages or more; two such dates say nothing."""
    return once(whole.view, ("foot-dates", whole.start, whole.end), lambda: list(_find(whole)))


def _find(whole: Zone) -> Iterator[Stated]:
    pages: dict[dt.date, set[str]] = defaultdict(set)
    first: dict[dt.date, Found[dt.date]] = {}
    for date in find_dates(whole.view.folded, whole.start, whole.end):
        page = _page_beside(whole, date)
        if page:
            pages[date.value].add(page)
            first.setdefault(date.value, date)
    numbered = [value for value, seen in pages.items() if len(seen) >= _TWICE]
    if len(numbered) == 1:
        yield stated_at(whole, first[numbered[0]], "foot-of-the-page")


def _page_beside(whole: Zone, date: Found[dt.date]) -> str | None:
    folded = whole.view.folded
    before = folded[max(whole.start, date.start - _BEFORE) : date.start]
    numbered = _NUMBERED_BEFORE.search(before)
    if numbered is None and _SAID.search(before):
        numbered = _NUMBERED_AFTER.match(folded, date.end, min(whole.end, date.end + _AFTER))
    return numbered["page"] if numbered else None
