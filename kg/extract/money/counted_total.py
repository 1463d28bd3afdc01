"""« TOTAL 150 207 750,00 € » under amounts that make 207 750: the first figures are a column of their own."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate

from kg.text.found import Found

_COUNTED = re.compile(r"\d{1,3} (?=\d{3}(?: \d{3})+)")
_ROWS = 60


def without_counts(text: str, amounts: Iterable[Found[Decimal]]) -> Iterator[Found[Decimal]]:
    """The amounts in order; of one whose figures but the first are the sum of those right before it, that sum."""
    told = [*amounts]
    for at, found in enumerate(told):
        count = _COUNTED.match(text, found.start, found.end)
        rest = _rest(text, found, count.end()) if count else None
        before = [other.value for other in reversed(told[max(0, at - _ROWS) : at])]
        if count and rest is not None and rest in [*accumulate(before)][1:]:
            yield Found(rest, count.end(), found.end)
        else:
            yield found


def _rest(text: str, found: Found[Decimal], start: int) -> Decimal:
    """The amount without the figures before ``start``."""
    counted = Decimal(text[found.start : start].strip())
    places = sum(map(str.isdigit, re.split(r"[,.]", text[start : found.end])[0]))
    return found.value - counted * Decimal(10) ** places
