"""« 1. Budget : » heads a section: the entries that the agenda lists under it are its acts."""

from collections.abc import Callable, Iterator

from kg.extract.act import Zone
from kg.extract.layout.headings import heading_at
from kg.extract.layout.item import Item
from kg.extract.layout.mark import Mark
from kg.extract.layout.series import Places

AT_ONCE = 40  # characters between the name of a section and its first entry: no report stands there


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
