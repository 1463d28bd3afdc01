"""Who sits for the member of a row: « Suppléé par M. NOIR » in its cell, or after a cell that says him away."""

import re

from kg.extract.attendance.cues import LOWER, UPPER
from kg.text.found import Found
from kg.text.names import find_names, printed_name

_STOOD_FOR = re.compile(
    r"[\s,;:(–—-]*(?:suppl[ée]{2}e?|remplac[ée]e?)\s(?:par|:)\s(?:(?:son|sa)\ssuppl[ée]ante?,?\s)?"
    r"(?:(?:M\.?|Mr|Mme|Monsieur|Madame)\s+)?",
    re.IGNORECASE,
)
# « NOIR Paul Saint-Prix »: the commune of the next row stands right behind
_SURNAME_FIRST = re.compile(rf"[{UPPER}][{UPPER}\s'’-]*[{UPPER}]\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?=\s)")
_GIVEN_FIRST = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s(?:(?:de|du|la|le)\s|d'){{0,2}}[{UPPER}][{UPPER}'’-]+(?:\s[{UPPER}'’-]{{2,}})*(?=\s)"
)


def stand_in(text: str, start: int, end: int, *, by_place: bool) -> Found[str] | None:
    """Who is said right after a cell to sit for its member; ``by_place``: communes come before names."""
    told = _STOOD_FOR.match(text, start, end)
    name = next(find_names(text, told.end(), end, listed=True), None) if told else None
    if told is None or name is None or name.start != told.end():
        return None
    own = (
        (_SURNAME_FIRST.match(text, name.start, end) or _GIVEN_FIRST.match(text, name.start, end)) if by_place else None
    )
    return Found(printed_name(own[0]), *own.span()) if own and own.end() < name.end else name
