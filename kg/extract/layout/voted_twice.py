"""Two acts under one heading: after the counts of a vote another report begins, which is voted too."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.headings import Heading
from kg.extract.layout.item import Item
from kg.extract.layout.words import OPENER
from kg.model import Span

_COUNT = r"(?:pour|contre|abstentions?)\s?:?\s?(?:\d{1,3}|neant|aucune?)(?!\w)[\s.,;/-]{0,4}"
# « Pour 9 Abstention 0 Contre 0 »: all three, on their own.
_COUNTS = re.compile(rf"(?:\n|[.;]\s)\s{{0,3}}(?:votes?\s?:\s?)?(?:{_COUNT}){{3}}")
_DELIBERATED = re.compile(r"apres en avoir delibere|apres (?:en )?deliber\w{1,6}")
REACH = 900  # characters from a decision to its counts


def voted_twice(zone: Zone, item: Item, decisions: Sequence[Span]) -> list[Item]:
    """The item, cut after the counts of each vote but the last; all its acts bear its title."""
    if item.heading.title is None or item.heading.number or len(decisions) < 2:
        return [item]
    starts = [start for start in _reports(zone, item) if _is_deliberated(zone, start, item.end)]
    if not starts:
        return [item]
    heads = [item.heading, *(Heading(start, start, None, item.heading.title, item.heading.rule) for start in starts)]
    edges = [item.start, *starts, item.end]
    return [replace(item, heading=head, start=edges[at], end=edges[at + 1]) for at, head in enumerate(heads)]


def _reports(zone: Zone, item: Item) -> list[int]:
    """Where a report begins right after the counts of a vote on what was deliberated before."""
    counted = _COUNTS.finditer(zone.view.folded, item.heading.end, item.end)
    ends = [(match.start(), match.end()) for match in counted if OPENER.match(zone.view.text, match.end())]
    return [end for start, end in ends if _DELIBERATED.search(zone.view.folded, max(item.start, start - REACH), start)]


def _is_deliberated(zone: Zone, start: int, end: int) -> bool:
    """True where the report that begins there is deliberated, then counted."""
    said = _DELIBERATED.search(zone.view.folded, start, end)
    return said is not None and _COUNTS.search(zone.view.folded, said.end(), min(end, said.end() + REACH)) is not None
