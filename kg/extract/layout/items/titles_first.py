"""A list whose rows print the title before its number: « Tarifs de la halle 2023-12 Adoptée »."""

import re
from collections.abc import Sequence

from kg.extract.act import Zone
from kg.extract.layout.items.cells import FOOT, pieces
from kg.extract.layout.marks.heading import Heading, Item, heading_at
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.numbered_after import title_before
from kg.extract.layout.titles.shapes import OBJECT, trimmed
from kg.model import Span

_COUNTS = re.compile(r"[\s.,;:/–—-]*(?:(?:pour|contre|abstentions?|votants?|voix)\s?:?\s?\d{1,3}[\s.,;:/–—-]*){1,4}")
_DAY = re.compile(
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\s(?:19|20)\d\d\s{1,3}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\s{1,3}"
)
FEWEST = 3
LABEL = 60  # characters of a number with its label
SHORTEST, LONGEST = 10, 320  # letters, and characters, of a title


def titles_first(zone: Zone, marks: Sequence[Mark], closing: int) -> list[Item]:
    """The entries, where a title stands before each number and none right behind one; else none."""
    numbers = [heading_at(zone.view, mark, min(mark.start + LABEL, closing)).number for mark in marks]
    ends = [number.end for number in numbers if number]
    if len(marks) < FEWEST or len(ends) < len(marks):
        return []
    gaps = [pieces(zone.part(at, mark.start)) for at, mark in zip(ends, marks[1:], strict=False)]
    last = pieces(zone.part(ends[-1], closing))
    if any(len(gap) > 1 and _title(zone, gap[0]) for gap in gaps) or _title(zone, _up_to_foot(zone, last[0])):
        return []
    titles = [_first(zone, marks[0]), *(_title(zone, gap[-1]) for gap in gaps)]
    headings = [
        Heading(title.start, number.end, number, title, mark.series.kind.name)
        for title, number, mark in zip(titles, numbers, marks, strict=True)
        if title and number
    ]
    ends = [*(heading.start for heading in headings[1:]), closing]
    entries = [Item(heading, heading.start, end) for heading, end in zip(headings, ends, strict=True)]
    return entries if len(entries) == len(marks) else []


def _first(zone: Zone, mark: Mark) -> Span | None:
    """The title of the first row, past the head of the list, which ends with a day."""
    start = title_before(zone, zone.start, mark.start)
    if start is None:
        return None
    days = [day.end() for day in _DAY.finditer(zone.view.folded, start, mark.start)]
    return _title(zone, Span(max([start, *days]), mark.start))


def _title(zone: Zone, piece: Span) -> Span | None:
    """What a piece prints that is long enough for a title, after the counts of the vote above it."""
    counts = _COUNTS.match(zone.view.folded, *piece)
    start = counts.end() if counts else piece.start
    named = OBJECT.search(zone.view.folded, start, piece.end)
    start = named.end() if named else start
    title = trimmed(zone.view.text, start, piece.end, SHORTEST)
    return title if title and title.end - title.start <= LONGEST else None


def _up_to_foot(zone: Zone, piece: Span) -> Span:
    foot = FOOT.search(zone.view.folded, *piece)
    return Span(piece.start, foot.start() if foot else piece.end)
