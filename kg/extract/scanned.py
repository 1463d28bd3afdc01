"""Cues that readers look for in many passages of one document: it is searched for each of them once."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.act import Zone, once
from kg.text.cues import matches_at


def find_scanned(zone: Zone, cue: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What ``zone.find(cue)`` gives."""
    folded = zone.view.folded
    places = once(zone.view, ("scanned", cue), lambda: _places(cue, folded))
    first, last = bisect_left(places, zone.start), bisect_left(places, zone.end)
    return matches_at(cue, folded, places[first:last], zone.start, zone.end)


def _places(cue: re.Pattern[str], folded: str) -> list[int]:
    """Every offset at which the cue matches, those inside another match too: a passage may begin between them."""
    places: list[int] = []
    found = cue.search(folded)
    while found:
        places.append(found.start())
        found = cue.search(folded, found.start() + 1)
    return places
