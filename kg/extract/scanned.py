"""Cues that readers look for in many passages of one document: it is searched for each of them once."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.act import Zone
from kg.text.cues import Led

# No cue reads farther than this from where it begins: at such a distance the end of a passage changes no match.
REACH = 600
_SCANNED = ("scanned",)


@dataclass(slots=True)
class _Scan:
    """Every offset at which a cue matches, and the match there, as far as they were asked for.

    Those inside another match too: a passage may begin between them. ``positions`` are where the cue is tried.
    """

    pattern: re.Pattern[str]
    folded: str
    positions: list[int]
    tried: int = 0
    places: list[int] = field(default_factory=list)
    matches: list[re.Match[str]] = field(default_factory=list)

    def goes_on(self, end: int) -> bool:
        """Whether one more match begins before ``end``."""
        match, folded = self.pattern.match, self.folded
        while self.tried < len(self.positions) and (at := self.positions[self.tried]) < end:
            self.tried += 1
            if found := match(folded, at):
                self.places.append(at)
                self.matches.append(found)
                return True
        return False


def find_scanned(zone: Zone, cue: re.Pattern[str] | Led) -> Iterator[re.Match[str]]:
    """What ``zone.find(cue)`` gives."""
    scan = _scanned(zone, cue)
    places, matches, end = scan.places, scan.matches, zone.end
    index, reached = bisect_left(places, zone.start), zone.start
    while (index < len(places) and places[index] < end) or (index == len(places) and scan.goes_on(end)):
        at, match = places[index], matches[index]
        index += 1
        if at < reached:
            continue
        whole = match if at + REACH <= end else scan.pattern.match(scan.folded, at, end)
        if whole:
            reached = whole.end()
            yield whole


def places_of(zone: Zone, cue: re.Pattern[str] | Led) -> list[int]:
    """Where in a zone a match of the cue may begin, in order."""
    scan = _scanned(zone, cue)
    while scan.goes_on(zone.end):
        pass
    return scan.places[bisect_left(scan.places, zone.start) : bisect_left(scan.places, zone.end)]


def _scanned(zone: Zone, cue: re.Pattern[str] | Led) -> _Scan:
    """What is known of a cue in a document."""
    key = cue.pattern.pattern if isinstance(cue, Led) else cue.pattern  # a pattern would be hashed whole each time
    known: dict[str, _Scan] = zone.view.memo.setdefault(_SCANNED, {})
    if key not in known:
        known[key] = _scan(cue, zone.view.folded)
    return known[key]


def _scan(cue: re.Pattern[str] | Led, folded: str) -> _Scan:
    if isinstance(cue, Led):
        return _Scan(cue.pattern, folded, cue.positions(folded, 0, len(folded)))
    positions = []
    found = cue.search(folded)
    while found:
        positions.append(found.start())
        found = cue.search(folded, found.start() + 1)
    return _Scan(cue, folded, positions)
