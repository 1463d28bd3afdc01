"""Cues that readers look for in many passages of one document: it is searched for each of them once."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.act import Zone, once
from kg.text.cues import Led, matches_at


def find_scanned(zone: Zone, cue: re.Pattern[str] | Led) -> Iterator[re.Match[str]]:
    """What ``zone.find(cue)`` gives."""
    places = places_of(zone, cue)
    pattern = cue.pattern if isinstance(cue, Led) else cue
    return matches_at(pattern, zone.view.folded, places, zone.start, zone.end) if places else iter(())


def places_of(zone: Zone, cue: re.Pattern[str] | Led) -> list[int]:
    """Where in a zone a match of the cue may begin, in order."""
    places = once(zone.view, ("scanned", _source(cue)), lambda: _places(cue, zone.view.folded))
    return places[bisect_left(places, zone.start) : bisect_left(places, zone.end)]


def _source(cue: re.Pattern[str] | Led) -> str:
    """What tells a cue from others: a pattern would be hashed whole each time."""
    return cue.pattern.pattern if isinstance(cue, Led) else cue.pattern


def _places(cue: re.Pattern[str] | Led, folded: str) -> list[int]:
    """Every offset at which the cue matches, those inside another match too: a passage may begin between them."""
    if isinstance(cue, Led):
        return [at for at in cue.positions(folded, 0, len(folded)) if cue.pattern.match(folded, at)]
    places: list[int] = []
    found = cue.search(folded)
    while found:
        places.append(found.start())
        found = cue.search(folded, found.start() + 1)
    return places
