"""All the ways to see where an act may begin, in three lists: each finder is asked, none excludes another."""

from collections.abc import Callable, Iterator

from kg.extract.act import Zone, once
from kg.extract.bounds import MARKS, bounded
from kg.extract.layout.marks.closed import closed
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.numbered import codes, counted, numbers
from kg.extract.layout.marks.numbered_after import numbered_after
from kg.extract.layout.marks.ordinals import ROWS, SHAPES, letters, ordinals
from kg.extract.layout.marks.unnumbered import capitals, lines, objects, reported

# Of marks that may stand anywhere, whatever the lines of a text mean.
ANYWHERE: tuple[Callable[[Zone], Iterator[Mark]], ...] = (
    *(shape.marks for shape in SHAPES),
    objects,
    letters,
    numbered_after,
    reported,
    capitals,
    counted,
)
# Of marks for which the start of a line counts, and of those that only lines show.
BY_LINES: tuple[Callable[[Zone, bool], Iterator[Mark]], ...] = (numbers, codes, ordinals)
OF_LINES: tuple[Callable[[Zone], Iterator[Mark]], ...] = (lines, ROWS.marks, closed)


def find_marks(zone: Zone, lined: bool) -> list[Mark]:
    """All the marks of a zone, in order."""
    anywhere = once(zone.view, ("marks", zone.start, zone.end), lambda: _all(zone, (find(zone) for find in ANYWHERE)))
    found = [*_all(zone, (find(zone, lined) for find in BY_LINES)), *anywhere]
    found += _all(zone, (find(zone) for find in OF_LINES)) if lined else []
    return sorted(found, key=lambda mark: mark.start)


def _all(zone: Zone, finders: Iterator[Iterator[Mark]]) -> list[Mark]:
    return [mark for marks in finders for mark in bounded(zone.view, marks, MARKS)]
