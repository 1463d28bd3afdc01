"""Feet of pages inside of titles, or right below them."""

import re

from kg.extract.layout.titles.ends import asks_for_figure
from kg.text.cues import Holding
from kg.text.running import RUNNING
from kg.text.view import View

_FOOTER = Holding(
    r"(?<! du)(?<! des)(?<! de)(?<! le)(?<! la)(?<! au)"
    r"\s(?:compte[- ]{1,3}rendu|proces[- ]{1,3}verbal|pv)\s(?:sommaire\s|succinct\s)?(?:du |de la |des )?"
    r"(?:cm|conseil|seance|bureau|deliberations)\b[^.;:]{0,90}?(?:\bpage\s\d|\s\d{1,3}\s?/\s?\d{1,3}(?!\d)|"
    r"\d{1,2} \w{3,9} (?:19|20)\d\d\s*$)|\spage\s\d{1,3}\b|\spublie sur le site",
    ("compte", "proces", "pv", "page", "publie"),
)
_SHORTEST, _BELOW, _REACH = 12, 24, 120
_PAGE_NUMBER = re.compile(r"\s\d{1,3}\s?$")


def before_foot(view: View, start: int, end: int, limit: int) -> int:
    """Where a title ends: before the foot of a page in it, and before the number of that page."""
    foot = _foot(view, min(start + _SHORTEST, end), end, limit)
    if foot is None:
        return end
    end = min(end, foot.start())
    page = _PAGE_NUMBER.search(view.text, start, end)
    return page.start() if page and not asks_for_figure(view, page.start()) else end


def _foot(view: View, start: int, end: int, limit: int) -> re.Match[str] | None:
    """The foot of a page inside of a title, or below it; « Commune de Valmont – séance du … » begins with a capital."""
    running = RUNNING.finditer(view.folded, start, min(end + _REACH, limit))
    heads = (head for head in running if head.start() < end and view.text[head.start()].isupper())
    found = [next(heads, None), _FOOTER.search(view.folded, start, min(end + _BELOW, limit))]
    return min((match for match in found if match), key=lambda match: match.start(), default=None)
