"""Cues that readers look for in many passages of one document: it is searched for each of them once."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.text.cues import Led

# No cue reads farther than this from where it begins: at such a distance the end of a passage changes no match.
REACH = 600
_SCANNED = ("scanned",)


def find_scanned(zone: Zone, cue: re.Pattern[str] | Led) -> Iterator[re.Match[str]]:
    """What ``zone.find(cue)`` gives."""
    places, matches = _scanned(zone, cue)
    first, last = bisect_left(places, zone.start), bisect_left(places, zone.end)
    return _apart(zone, matches[first:last]) if first < last else iter(())


def _apart(zone: Zone, matches: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches of a zone, up to its end, without those inside another."""
    reached = zone.start
    for known in matches:
        at = known.start()
        if at < reached:
            continue
        match = known.re.match(zone.view.folded, at, zone.end) if at + REACH > zone.end else known
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
    known: dict[str, tuple[list[int], list[re.Match[str]]]] = zone.view.memo.setdefault(_SCANNED, {})
    if key not in known:
        known[key] = _scan(cue, zone.view.folded)
    return known[key]


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
