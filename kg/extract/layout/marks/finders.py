"""All the ways to see where an act may begin, in one list: each finder is asked, none excludes another."""

from collections.abc import Iterator
from itertools import islice

from kg.extract.act import Zone, once
from kg.extract.layout.marks.closed import closed
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.numbered import codes, counted, numbers
from kg.extract.layout.marks.numbered_after import numbered_after
from kg.extract.layout.marks.ordinals import _bare, _named, _ordinals, _ranked, dotted, letters, rows
from kg.extract.layout.marks.unnumbered import capitals, lines, objects, reported

MOST_MARKS = 3000


def find_marks(zone: Zone, lined: bool) -> list[Mark]:
    """All the marks of a zone, in order."""
    unlined = once(zone.view, ("marks", zone.start, zone.end), lambda: _at_most(_without_lines(zone)))
    found = [*_at_most([numbers(zone, lined), codes(zone, lined), _ordinals(zone, lined)]), *unlined]
    found += _at_most([lines(zone), rows(zone), closed(zone)] if lined else [])
    return sorted(found, key=lambda mark: mark.start)


def _without_lines(zone: Zone) -> list[Iterator[Mark]]:
    """The finders of marks that may stand anywhere, whatever the lines of a text mean."""
    return [
        _named(zone),
        _ranked(zone),
        objects(zone),
        _bare(zone),
        letters(zone),
        dotted(zone),
        numbered_after(zone),
        reported(zone),
        capitals(zone),
        counted(zone),
    ]


def _at_most(finders: list[Iterator[Mark]]) -> list[Mark]:
    return [mark for finder in finders for mark in islice(finder, MOST_MARKS)]
