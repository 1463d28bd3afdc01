"""Figures of accounts: two decimals and no unit, as the columns of a budget are written."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from kg.extract.act import Zone
from kg.text.cues import Placed
from kg.text.found import Found

# From the cents, which few figures have, back to where their figure may begin.
_UNITLESS = (
    r"(?![\w/]|[.,]\d| ?%| ?(?:[kKM])?€| ?(?:h|k?m[²2]?|ha|kg|[kMG]Wh?|kWc|ml|ans?|ETPT?|tonnes?"
    r"|hectares?|litres?|points?|milli(?:on|ard)s?)\b)"
)
_CENTS = re.compile(rf"[.,](?<=\d.)(?=\d\d{_UNITLESS})")
_ONE_CENT = re.compile(r"[.,](?<=\d.)(?=\d\s{1,3}\d)")
_FIRST_FIGURE = re.compile(r"\d(?<![\w,./€]\d)")


def _before(cents: re.Pattern[str], reach: int) -> Callable[[str, int, int], list[int]]:
    def places(text: str, start: int, end: int) -> list[int]:
        found = (mark.start() for mark in cents.finditer(text, start, end))
        return sorted({one.start() for at in found for one in _FIRST_FIGURE.finditer(text, max(start, at - reach), at)})

    return places


_ACCOUNT_FIGURES = Placed(
    r"(?P<whole>\d(?<![\w,./€]\d)(?=[\d .]{0,14}[.,]\d\d)(?!(?<=0)\d{0,2} \d{3} )"
    r"(?<!\b[LRD][ .*-]\d)(?<!\b[LRD]\. \d)(?<!\d-\d)(?<![A-Z]-\d)(?<!n° \d)"
    r"(?:\d{0,2}(?:\.\d{3}){1,3}(?=,)|\d{0,2}(?: \d{3}){1,3}|\d{0,6}))[.,](?P<cents>\d{2})"
    rf"{_UNITLESS}",
    _before(_CENTS, 15),
)
# « 104,8 125,76 »: a column whose program drops the last nil of the cents.
_SHORT_CENTS = Placed(
    r"(?P<whole>\d(?<![\w,./€-]\d)\d{0,6})[.,](?P<cents>\d)"
    r"(?=\s{1,3}(?:\d{1,3}(?: \d{3}){0,2}|\d{1,7})[.,]\d{2}(?![\w/%]|[.,]\d))",
    _before(_ONE_CENT, 7),
)


def account_figures(zone: Zone) -> Iterator[Found[Decimal]]:
    """The figures of a passage, each with its cents."""
    for figures in (*zone.find_exact(_ACCOUNT_FIGURES), *zone.find_exact(_SHORT_CENTS)):
        whole = re.sub(r"\D", "", figures["whole"])
        value = Decimal(f"{whole}.{figures['cents']}")
        yield Found(value, figures.start(), figures.end())
