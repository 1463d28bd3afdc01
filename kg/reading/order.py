"""Reading order by geometry: what a page draws out of its place is put back, columns drawn row by row are read apart.

A PDF draws in any order: a table after the text around it, a footer first. Word processors draw columns one after the
other, which is right already; some programs draw them row by row. Every character is kept: only lines change place.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# A line begins higher than the one before by more than this share of its height: the pen went back up.
_UP = 0.6
# Lines that share more than this share of the lower one's height stand side by side.
_BESIDE = 0.3


class Line(NamedTuple):
    """A line as drawn: its characters in the page's text, end excluded, and its box in points, y upwards."""

    start: int
    end: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Of the letters' box."""
        return self.top - self.bottom


Block = list[Line]


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines as they are read. Where a page is drawn from top to bottom, in one column or more, nothing moves.

    A block drawn out of its place goes where white space across all that was drawn before leaves room for it; where
    there is none (a stamp over the text), it is read after what it was drawn after.
    """
    placed: Block = []
    floating: Block = []
    for block in _blocks(lines):
        index = _place(block, placed)
        if index is None:
            floating.extend(block)
        else:
            placed[index:index] = block
    return placed + floating


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Runs of lines that go down, with those drawn right after beside them: a row of cells, a page of columns."""
    block: Block = []
    for run in _runs(lines):
        if block and not _stands_beside(run, block):
            yield block
            block = []
        block = block + run
    if block:
        yield block


def _runs(lines: Sequence[Line]) -> Iterator[Block]:
    run: Block = []
    for line in lines:
        if run and line.bottom > run[-1].bottom + _UP * min(line.height, run[-1].height):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _stands_beside(run: Block, block: Block) -> bool:
    top, bottom = max(line.top for line in run), min(line.bottom for line in run)
    return any(_shared(line, top, bottom) for line in block)


def _shared(line: Line, top: float, bottom: float) -> bool:
    """Whether a line shares height with a band of the page."""
    return min(line.top, top) - max(line.bottom, bottom) > _BESIDE * min(line.height, top - bottom)


def _place(block: Block, placed: Block) -> int | None:
    """Where a block goes among the lines placed: all before it are above it, all after it below; None where not so."""
    top, bottom = max(line.top for line in block), min(line.bottom for line in block)
    if any(_shared(line, top, bottom) for line in placed):
        return None
    above = [(line.top + line.bottom) / 2 > (top + bottom) / 2 for line in placed]
    index = sum(above)
    return index if all(above[:index]) else None
