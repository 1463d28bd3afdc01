"""A comma that slipped into a name: « Mme Nathalie, ROUX, Mme Zoé VERT »."""

import re

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.tables import Member, cut, writing
from kg.text.lexicon import GIVEN_NAMES
from kg.text.view import fold_same_length

_SLIPPED = re.compile(r",\s")
_OF, _TO_ANOTHER = re.compile(r"(?<!\w)de\s$"), re.compile(r"\s[àÀaA]\s(?:M\.\s|Mme\s)?[A-ZÀ-Þ]")
_LEAST_GIVERS = 2
_AFTER_CIVILITY = re.compile(rf"(?<!\w){CIVILITY}\s*$")


def over_commas(zone: Zone, found: list[Member]) -> list[Member]:
    """One name where a comma parts a given name, which a civility leads, from a surname that none leads."""
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and _SLIPPED.fullmatch(zone.view.text, last.end, name.start) and _is_slip(zone, last, name):
            joined[-1] = Member(f"{last.value} {name.value}", last.start, name.end)
        else:
            joined.append(name)
    return joined


def _is_slip(zone: Zone, last: Member, name: Member) -> bool:
    given = " " not in last.value and fold_same_length(last.value).split("-")[0] in GIVEN_NAMES
    led = given and _AFTER_CIVILITY.search(zone.view.folded, max(zone.start, last.start - 12), last.start)
    return bool(led) and writing(last.value) == "small" and name.value.isupper() and " " not in name.value


def without_of(zone: Zone, start: int, found: list[Member]) -> list[Member]:
    """« Pouvoirs : de ROUX Anne à NOIR Paul, de VERT Zoé à BRUN Luc »: « de » leads each giver, and is of no name."""
    text = zone.view.text
    givers = [name for name in found if _TO_ANOTHER.match(text, name.end)]
    led = [
        name
        for name in givers
        if name.value.startswith("de ") or _OF.search(text, max(start, name.start - 4), name.start)
    ]
    if len(givers) < _LEAST_GIVERS or len(led) < len(givers):
        return found
    return [cut(name, 3) if name.value.startswith("de ") else name for name in found]
