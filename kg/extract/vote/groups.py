"""Groups of a council: « Abstentions : 4 (Solidarité et Progrès) » names nobody."""

from kg.extract.act import Zone, once
from kg.text.cues import Led

_NAMED = Led(
    r"\bgroupes?\s+(?:politique\s+)?(?:d'opposition\s+|majoritaire\s+|minoritaire\s+)?"
    r"(?:[«\"“]\s?(?P<quoted>[^»\"”:;()\n]{3,60}?)\s?[»\"”]|(?P<plain>[^«»\"“”:;,.()\n]{3,60}?)\s?(?=[:(]))",
    ("groupe",),
)
_FEWEST = 5  # letters of the name of a group
_OPENS, _CLOSES = "(,;:/+«\n", "),;:/+»\n"
_LONGEST = 80


def is_group(zone: Zone, start: int, end: int) -> bool:
    """Whether a name is (part of) that of a group which the document names elsewhere as one."""
    groups = once(zone.view, ("groups of the council",), lambda: _groups(zone.view.folded))
    return bool(groups) and _around(zone.view.folded, start, end) in groups


def _groups(folded: str) -> frozenset[str]:
    """The groups that a document names, folded."""
    told = (match["quoted"] or match["plain"] for match in _NAMED.finditer(folded, 0, len(folded)))
    return frozenset(words for name in told if len(words := " ".join(name.split())) >= _FEWEST)


def _around(folded: str, start: int, end: int) -> str:
    """The words around a place, between two separators."""
    before = folded[max(0, start - _LONGEST) : start]
    after = folded[end : end + _LONGEST]
    first = max(before.rfind(sign) for sign in _OPENS) + 1
    last = min((at for sign in _CLOSES if (at := after.find(sign)) >= 0), default=len(after))
    return " ".join((before[first:] + folded[start:end] + after[:last]).split())
