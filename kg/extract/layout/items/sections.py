"""Several acts under one heading: entries of an agenda under a section's name, or one report voted after the other."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Heading, Item, heading_at
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.series import Places
from kg.extract.layout.words import OPENER
from kg.model import Span

AT_ONCE = 40  # characters between the name of a section and its first entry: no report stands there
_COUNT = r"(?:pour|contre|abstentions?)\s?:?\s?(?:\d{1,3}|neant|aucune?)(?!\w)[\s.,;/-]{0,4}"
# « Pour 9 Abstention 0 Contre 0 »: all three, on their own.
_COUNTS = re.compile(rf"(?:\n|[.;]\s)\s{{0,3}}(?:votes?\s?:\s?)?(?:{_COUNT}){{3}}")
_DELIBERATED = re.compile(r"apres en avoir delibere|apres (?:en )?deliber\w{1,6}")
REACH = 900  # characters from a decision to its counts


def with_entries(zone: Zone, items: list[Item], entries: Callable[[], list[Mark]], decisions: Places) -> list[Item]:
    """The items, each section among them replaced by its acts. ``entries`` are asked for where one may be a section."""
    if not any(_may_be_section(item, decisions) for item in items):
        return items
    marks = entries()
    return [act for item in items for act in _acts(zone, item, marks, decisions)]


def _may_be_section(item: Item, decisions: Places) -> bool:
    """An item without number in which several decisions are taken."""
    first = decisions.first(item.start, item.end)
    return item.heading.number is None and first is not None and decisions.between(first + 1, item.end)


def _acts(zone: Zone, item: Item, marks: list[Mark], decisions: Places) -> list[Item]:
    """The decided entries that divide an item, where the first of them follows its heading at once."""
    named = item.heading.title.start if item.heading.title else item.heading.end
    own = [mark for mark in marks if named < mark.start < item.end]
    found = [*_decided(zone, own, item.end, decisions)] if _may_be_section(item, decisions) else []
    if len(found) < 2 or found[0].start - max(named, _first_line(zone, item)) > AT_ONCE:
        return [item]
    return found


def _first_line(zone: Zone, item: Item) -> int:
    """Where the line that heads an item ends."""
    end = zone.view.text.find("\n", item.start, item.end)
    return end if end >= 0 else item.end


def _decided(zone: Zone, marks: list[Mark], end: int, decisions: Places) -> Iterator[Item]:
    """An item for each entry under which something is decided; another one goes on with the item before it."""
    kept = [mark for mark, after in _stretches(marks, end) if decisions.between(mark.start, after)]
    for mark, after in _stretches(kept, end):
        heading = heading_at(zone.view, mark, after)
        if heading.title:
            yield Item(heading, mark.start, after)


def _stretches(marks: list[Mark], end: int) -> list[tuple[Mark, int]]:
    """Each mark with where the next one stands."""
    return [(mark, after.start if after else end) for mark, after in zip(marks, [*marks[1:], None], strict=False)]


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
