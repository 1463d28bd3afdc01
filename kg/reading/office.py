"""The text of zipped office documents: Word (.docx, ECMA-376) and OpenDocument (.odt, ISO 26300)."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from kg.errors import IssueCode, ReadError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")
# A part that unpacks to more than this is an attack, not a deliberation.
_LARGEST_PART = 64_000_000

# What stands for itself, and what ends with its element. « Fallback » repeats a text box for old programs.
_WRITTEN = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_TEXT}tab": "\t"}
_WRITTEN |= {f"{_TEXT}line-break": "\n"}
_ENDED = {f"{_W}p": "\n", f"{_W}tc": "\t", f"{_W}tr": "\n", f"{_TEXT}p": "\n", f"{_TEXT}h": "\n"}
_ENDED |= {f"{_TABLE}table-cell": "\t", f"{_TABLE}table-row": "\n"}
_CELLS = {f"{_W}tc", f"{_TABLE}table-cell"}
_SKIPPED = {_FALLBACK, f"{_W}delText", f"{_W}instrText", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"}


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
        root = ET.fromstring(archive.read(name))
    except (KeyError, ET.ParseError, zipfile.BadZipFile, RuntimeError, OSError, EOFError) as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, f"the document is damaged: {name} cannot be read") from error
    return re.sub(r"\n{3,}", "\n\n", "".join(_pieces(root)))


def _pieces(root: ET.Element) -> Iterator[str]:
    """The characters of a tree in reading order, without recursion: depth is the author's choice, not ours."""
    pending: list[ET.Element | str] = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            yield node
        elif node.tag not in _SKIPPED:
            yield _own(node)
            pending.extend(reversed(_inside(node)))


def _own(node: ET.Element) -> str:
    if node.tag == f"{_TEXT}s":
        return " " * min(int(node.get(f"{_TEXT}c", "1")), 200)
    return _WRITTEN.get(node.tag, "")


def _inside(node: ET.Element) -> list[ET.Element | str]:
    holds_text = node.tag == f"{_W}t" or node.tag.startswith(_TEXT)
    inside: list[ET.Element | str] = [node.text] if holds_text and node.text else []
    for index, child in enumerate(node):
        inside.append(child)
        if node.tag in _CELLS and index < len(node) - 1 and child.tag in _ENDED:
            inside.append(" ")
        if child.tag in _ENDED and node.tag not in _CELLS:
            inside.append(_ENDED[child.tag])
        if node.tag.startswith(_TEXT) and child.tail:
            inside.append(child.tail)
    return inside
