"""The text of a Word 97–2003 document from the DocBook that antiword makes of it: there, rows and cells are told.

Antiword's plain text draws tables with bars and breaks each cell's words over the lines of a grid, so that a row
cannot be told from the lines of its cells.
"""

import re
from xml.etree import ElementTree as ET

from kg.reading.rows import Writing

# The properties of the file, no part of what is printed.
_UNPRINTED = "bookinfo"
_PARAGRAPHS = {"para", "title"}
# What antiword writes for a picture, of no width too: words on its two sides are apart.
_PICTURE = "[pic]"


def read_docbook(xml: bytes) -> str | None:
    """The text, a line per paragraph and per table row; None where what antiword wrote is no XML."""
    page = _Page()
    parser = ET.XMLParser(target=page)
    try:
        parser.feed(xml)
        parser.close()
    except ET.ParseError:
        return None
    return re.sub(r"\n{3,}", "\n\n", page.writing.text()).strip("\n") + "\n"


class _Page:
    """What the parser tells, element by element (:class:`xml.etree.ElementTree.TreeBuilder`'s interface)."""

    def __init__(self) -> None:
        self.writing = Writing()
        self._open: list[str] = []
        self._paragraph: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._open.append(tag)
        if tag in _PARAGRAPHS:
            self._end_paragraph()
            self._paragraph = []
        elif tag == "informaltable":
            self._end_paragraph()
            self.writing.open_table()
        elif tag == "row":
            self.writing.open_row()
        elif tag == "entry":
            self.writing.open_cell()

    def data(self, text: str) -> None:
        if _UNPRINTED in self._open or self._open == ["book", "title"]:
            return
        said = text.replace(_PICTURE, " ")
        if self._paragraph is not None:
            self._paragraph.append(said)
        elif "entry" in self._open[-3:]:
            self.writing.write(said)

    def end(self, tag: str) -> None:
        self._open.pop()
        if tag in _PARAGRAPHS:
            in_list = "listitem" in self._open[-1:]
            self._end_paragraph("- " if self._open[-2:] == ["itemizedlist", "listitem"] else "", not in_list)
        elif tag == "informaltable":
            self.writing.close_table()
            self._paragraph = [] if "para" in self._open[-1:] else None
        elif tag == "row":
            self.writing.close_row()
        elif tag == "entry":
            self.writing.close_cell()

    def close(self) -> None:
        self._end_paragraph()

    def _end_paragraph(self, mark: str = "", even_empty: bool = False) -> None:
        """A paragraph is a line; an empty one is a blank line, as on the page."""
        if self._paragraph is None:
            return
        lines = [_unbarred(line.strip()) for line in "".join(self._paragraph).strip().split("\n")]
        self._paragraph = None
        if even_empty or any(lines):
            self.writing.write(mark + "\n".join(lines) + "\n")


def _unbarred(line: str) -> str:
    """A row that antiword found outside of any table ends with a bar: its bars are between cells."""
    return re.sub(r" {0,9}\|", "\t", line).strip() if line.endswith("|") else line
