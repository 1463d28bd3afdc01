"""The text of zipped office documents: Word (.docx, ECMA-376) and OpenDocument (.odt, ISO 26300)."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

from kg.errors import IssueCode, ReadError
from kg.reading.rows import Writing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")
# A part that unpacks to more than this is an attack, not a deliberation.
_LARGEST_PART = 64_000_000

# What stands for itself, and what ends a line. « Fallback » repeats a text box for old programs.
_WRITTEN = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_TEXT}tab": "\t"}
_WRITTEN |= {f"{_TEXT}line-break": "\n"}
_LINES = {f"{_W}p", f"{_TEXT}p", f"{_TEXT}h"}
_TABLES = {f"{_W}tbl", f"{_TABLE}table"}
_ROWS = {f"{_W}tr", f"{_TABLE}table-row"}
_CELLS = {f"{_W}tc", f"{_TABLE}table-cell"}
# A covered cell is the rest of a merged one; a citation is the mark of a note, which is read where it is called.
_SKIPPED = {_FALLBACK, f"{_W}delText", f"{_W}instrText", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"}
_SKIPPED |= {f"{_TABLE}covered-table-cell", f"{_OFFICE}annotation"}
_NO = {"0", "false", "off"}


def read_docx(data: bytes) -> str:
    """Headers, then the body with a line per paragraph and per table row, then footers."""
    with _opened(data) as archive:
        names = sorted(archive.namelist())
        parts = [n for n in names if _HEADER.fullmatch(n)] + ["word/document.xml"]
        parts += [n for n in names if _FOOTER.fullmatch(n)]
        texts = [_part_text(archive, name) for name in parts]
    return "\n".join(dict.fromkeys(text for text in texts if text.strip()))


def read_odt(data: bytes) -> str:
    """The body, with a line per paragraph and per table row."""
    with _opened(data) as archive:
        return _part_text(archive, "content.xml")


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, "the document is damaged: it cannot be opened") from error


def _part_text(archive: zipfile.ZipFile, name: str) -> str:
    try:
        if archive.getinfo(name).file_size > _LARGEST_PART:
            raise ReadError(IssueCode.UNREADABLE_FILE, f"the document's part {name} is too large")
        data = archive.read(name)
        part = _Part(_hidden_styles(data))
        parser = ET.XMLParser(target=part)
        parser.feed(data)
        parser.close()
    except (KeyError, ET.ParseError, zipfile.BadZipFile, RuntimeError, OSError, EOFError) as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, f"the document is damaged: {name} cannot be read") from error
    return re.sub(r"\n{3,}", "\n\n", part.writing.text())


def _hidden_styles(data: bytes) -> frozenset[str]:
    """The styles of an OpenDocument text whose characters are not shown (20.328, text:display)."""
    if b'text:display="none"' not in data:
        return frozenset()
    styles = (style for _, style in ET.iterparse(io.BytesIO(data)) if style.tag == f"{_STYLE}style")
    hidden = (s for s in styles if any(p.get(f"{_TEXT}display") == "none" for p in s))
    return frozenset(style.get(f"{_STYLE}name", "") for style in hidden)


class _Part:
    """What the parser tells of a part, element by element, in reading order (as ``ElementTree.TreeBuilder`` is told).

    Nothing is recursive: how deep a document is, is its author's choice.
    """

    def __init__(self, hidden: frozenset[str]) -> None:
        self.writing = Writing()
        self._hidden = hidden
        self._open: list[str] = []
        self._skipped = 0  # how many elements are open in one that is not read
        self._run_hidden = False
        self._covered: set[int] = set()  # cells that go on the one above, by how many elements are open in them

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipped or tag in _SKIPPED or attributes.get(f"{_TEXT}style-name") in self._hidden:
            self._skipped += 1
            return
        if tag in _TABLES:
            self.writing.open_table()
        elif tag in _ROWS:
            self.writing.open_row()
        elif tag in _CELLS:
            self.writing.open_cell()
        elif tag.startswith(_W):
            self._read_property(tag, attributes.get(f"{_W}val"))
        # Outside of a run, a tab is a stop of the ruler.
        elsewhere = tag.startswith(_W) and self._open[-1:] != [f"{_W}r"]
        self._open.append(tag)
        self._write(_spaces(attributes) if tag == f"{_TEXT}s" else "" if elsewhere else _WRITTEN.get(tag, ""))

    def data(self, text: str) -> None:
        inside = self._open[-1] if self._open else ""
        if not self._skipped and (inside == f"{_W}t" or inside.startswith(_TEXT)):
            self._write(text)

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        depth = len(self._open)
        self._open.pop()
        if tag in _LINES:
            self.writing.write("\n")
        elif tag in _TABLES:
            self.writing.close_table()
        elif tag in _ROWS:
            self.writing.close_row()
        elif tag in _CELLS:
            self._end_cell(depth)
        elif tag == f"{_W}r":
            self._run_hidden = False

    def _end_cell(self, depth: int) -> None:
        if depth in self._covered:
            self._covered.discard(depth)
            self.writing.empty_cell()
        self.writing.close_cell()

    def close(self) -> None:
        """Nothing is left to do: what is open is closed when the text is asked for."""

    def _read_property(self, tag: str, value: str | None) -> None:
        """A run that is not shown (ECMA-376 part 1, 17.3.2.41), and a cell merged with the one above (17.4.85)."""
        if tag == f"{_W}vanish" and self._open[-2:] == [f"{_W}r", f"{_W}rPr"]:
            self._run_hidden = value not in _NO
        elif tag == f"{_W}vMerge" and value != "restart":
            self._covered.add(len(self._open) - 1)

    def _write(self, text: str) -> None:
        if text and not self._run_hidden:
            self.writing.write(text)


def _spaces(attributes: dict[str, str]) -> str:
    return " " * min(int(attributes.get(f"{_TEXT}c", "1")), 200)
