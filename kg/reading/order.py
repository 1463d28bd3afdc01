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
# Lines that may be drawn before one that stands over them.
_LATE = 3


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
    for block in _blocks(_raised(lines)):
        index = _place(block, placed)
        if index is None:
            floating.extend(block)
        else:
            placed[index:index] = block
    return placed + floating


def _raised(lines: Sequence[Line]) -> Block:
    """The lines, each one drawn a little after those below it (a heading in bold, say) back above them.

    Only where it stands over them, between what was drawn before and them: a cell or a column stands beside.
    """
    found: Block = []
    for line in lines:
        index = len(found)
        while index and len(found) - index <= _LATE and _stands_over(line, found[index - 1]):
            index -= 1
        late = len(found) - index
        fits = 0 < late <= _LATE and (index == 0 or found[index - 1].bottom > line.top - _BESIDE * line.height)
        found.insert(index if fits else len(found), line)
    return found


def _stands_over(line: Line, other: Line) -> bool:
    """Whether a line stands above another, no farther than a few lines, and not beside it."""
    height = min(line.height, other.height)
    over = line.bottom > other.bottom + _UP * height and line.bottom - other.top < _LATE * height
    return over and min(line.right, other.right) - max(line.left, other.left) > height


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
