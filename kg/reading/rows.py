"""Rows of tables as text, the same from every format: a line per row, its cells in reading order with a tab between.

Word and the web draw two things as tables. Data stand in short cells: a row is one line. A page may be laid out in
cells too, minutes above all, and then a cell holds paragraphs: they stay on lines of their own, one cell after the
other. Cells that hold as many lines each, three or more, are columns written in one row: they are read across.
"""

from dataclasses import dataclass, field

# A cell of two lines is a name or a heading that was broken; one of three holds lines.
_LINES = 3


@dataclass(slots=True)
class _Table:
    """The row that is open in a table, and the cell in it."""

    row: list[str] | None = None
    cell: list[str] | None = None


@dataclass(slots=True)
class Writing:
    """What a reader writes: characters, and tables within tables; what an open cell is given goes to its row.

    A row or a cell left open is closed by the next one, as HTML allows (Living Standard, 13.1.2.4).
    """

    _text: list[str] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)

    def write(self, text: str) -> None:
        cell = next((table.cell for table in reversed(self._tables) if table.cell is not None), None)
        (self._text if cell is None else cell).append(text)

    def open_table(self) -> None:
        self._tables.append(_Table())

    def close_table(self) -> None:
        if self._tables:
            self.close_row()
            self._tables.pop()

    def open_row(self) -> None:
        if self._tables:
            self.close_row()
            self._tables[-1].row = []

    def close_row(self) -> None:
        self.close_cell()
        table = self._tables[-1] if self._tables else None
        if table and table.row is not None:
            text, table.row = row_text(table.row), None
            self.write(f"{text}\n")

    def open_cell(self) -> None:
        if self._tables:
            self.close_cell()
            self._tables[-1].cell = []

    def close_cell(self) -> None:
        table = self._tables[-1] if self._tables else None
        if table and table.cell is not None:
            table.row = [*(table.row or ()), "".join(table.cell)]
            table.cell = None

    def empty_cell(self) -> None:
        """The cell goes on the one above it (merged): what it holds is not shown."""
        if self._tables and self._tables[-1].cell is not None:
            self._tables[-1].cell = []

    def text(self) -> str:
        while self._tables:
            self.close_table()
        return "".join(self._text)


def row_text(cells: list[str]) -> str:
    """A row, without its last line end; an empty text for a row that holds nothing."""
    lines = [_lines(cell) for cell in cells]
    while lines and not lines[-1]:
        lines.pop()
    filled = [cell for cell in lines if cell]
    if len(filled) < 2:
        return "\n".join(line for cell in filled for line in cell)
    if len(filled[0]) >= _LINES and len({len(cell) for cell in filled}) == 1 and all(map(all, filled)):
        return "\n".join("\t".join(across) for across in zip(*filled, strict=True))
    return _one_after_the_other(lines)


def _one_after_the_other(cells: list[list[str]]) -> str:
    """Cells with a tab between, or a line end after one that holds lines."""
    pieces: list[str] = []
    # The last of two or three cells is what is told: a subject and its vote are two lines, and stay so.
    told = len(cells) - 1 if sum(map(bool, cells)) <= _LINES else None
    for index, cell in enumerate(cells):
        kept = len([line for line in cell if line]) >= _LINES or index == told
        pieces.append("\n".join(cell) if kept else " ".join(filter(None, cell)))
        if index < len(cells) - 1:
            pieces.append("\n" if kept else "\t")
    return "".join(pieces)


def _lines(cell: str) -> list[str]:
    """The lines of a cell without space around them; of several blank ones, one is left, and none at the ends."""
    lines: list[str] = []
    for line in cell.strip().split("\n"):
        stripped = line.strip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return lines if any(lines) else []
