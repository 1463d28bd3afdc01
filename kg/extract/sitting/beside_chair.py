"""A place told after the chair: « s'est réuni sous la présidence de M. Luc ARNEL, maire, à la salle des fêtes »."""

import re

from kg.extract.sitting.opening import Opening
from kg.extract.sitting.venues import VENUES

_CHAIR = re.compile(r"sous\s+la\s+presidence\b")
# An initial (« M. », « J. ») ends no sentence; at most three things are said of the chair before the place.
_TOLD = r"(?:[^.;:,\n]|(?<=[ .][a-z])\.|(?<=\bmme)\.|\n(?!\s*\n))"
_AT = rf"(?:(?:a|dans|au|en)\s+(?:la\s+|le\s+|l'\s?)?)?{VENUES}"
_TO_PLACE = re.compile(rf"{_TOLD}{{2,90}}(?:,(?!\s*{_AT}){_TOLD}{{2,60}}){{0,3}},(?=\s{{1,3}}{_AT})")


def place_begins(folded: str, opening: Opening) -> int | None:
    """Where the words of the place begin, after the chair and what is said of it."""
    chair = _CHAIR.match(folded, opening.end)
    told = _TO_PLACE.match(folded, chair.end()) if chair else None
    return told.end() if told else None
