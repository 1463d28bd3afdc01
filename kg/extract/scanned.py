"""Cues that readers look for in many passages of one document: it is searched for each of them once."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.act import Zone, once
from kg.text.cues import Led

# No cue reads farther than this from where it begins: at such a distance the end of a passage changes no match.
REACH = 600


def find_scanned(zone: Zone, cue: re.Pattern[str] | Led) -> Iterator[re.Match[str]]:
    """What ``zone.find(cue)`` gives."""
    places, matches = _scanned(zone, cue)
    reached = zone.start
    for index in range(bisect_left(places, zone.start), bisect_left(places, zone.end)):
        at = places[index]
        if at < reached:
            continue
        match: re.Match[str] | None = matches[index]
        if at + REACH > zone.end:
            match = matches[index].re.match(zone.view.folded, at, zone.end)
        if match:
            reached = match.end()
            yield match


def places_of(zone: Zone, cue: re.Pattern[str] | Led) -> list[int]:
    """Where in a zone a match of the cue may begin, in order."""
    places, _ = _scanned(zone, cue)
    return places[bisect_left(places, zone.start) : bisect_left(places, zone.end)]


def _scanned(zone: Zone, cue: re.Pattern[str] | Led) -> tuple[list[int], list[re.Match[str]]]:
    """Every offset at which the cue matches, and the match there."""
    key = cue.pattern.pattern if isinstance(cue, Led) else cue.pattern  # a pattern would be hashed whole each time
    return once(zone.view, ("scanned", key), lambda: _scan(cue, zone.view.folded))


def _scan(cue: re.Pattern[str] | Led, folded: str) -> tuple[list[int], list[re.Match[str]]]:
    """Those inside another match too: a passage may begin between them."""
    if isinstance(cue, Led):
        matches = [match for at in cue.positions(folded, 0, len(folded)) if (match := cue.pattern.match(folded, at))]
    else:
        matches = []
        found = cue.search(folded)
        while found:
            matches.append(found)
            found = cue.search(folded, found.start() + 1)
    return [match.start() for match in matches], matches
