"""One door to every format: ``read(path)`` gives the characters of a file with its pages, or says why it cannot."""

import hashlib
import re
from pathlib import Path

from kg.errors import IssueCode, ReadError
from kg.model import Page, Source, Span, Text
from kg.reading.format import Format, detect
from kg.reading.pages import unread_pages
from kg.reading.pdf import read_pages
from kg.reading.text import decode
from kg.reading.walk import walk

__all__ = ["read", "unread_pages", "walk"]

# A form feed ends a page: pdftotext writes one after each, we write one after each page of a PDF.
PAGE_BREAK = "\f"
_PAGE = re.compile(r"[^\f]*\f|[^\f]+")


def read(path: Path, root: Path | None = None) -> Text:
    """The text of a file. ``root`` is the folder that its path is told from (by default its own).

    Raises :class:`kg.errors.ReadError`: the file cannot be opened, is empty, is of a format that is not read, is
    damaged or protected, or holds no text at all. Pages without text in a document that has some are told by
    :func:`unread_pages`.
    """
    data = _bytes(path)
    if not data.strip():
        raise ReadError(IssueCode.EMPTY_DOCUMENT, "the file is empty")
    found = detect(data, path.suffix)
    pages = _page_texts(found, data)
    raw = "".join(pages)
    if not raw.strip():
        raise ReadError(IssueCode.EMPTY_DOCUMENT, "the file holds no character that can be read")
    name = path.relative_to(root).as_posix() if root else path.name
    return Text(Source(name, found.media_type, hashlib.sha256(data).hexdigest()), raw, _numbered(pages))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, f"the file cannot be opened: {error.strerror}") from error


def _page_texts(found: Format, data: bytes) -> list[str]:
    match found.media_type:
        case "application/pdf":
            return [page + PAGE_BREAK for page in read_pages(data)]
        case "text/plain":
            return _PAGE.findall(decode(data))
        case _:
            message = f"{found.label} is not read: give a PDF with a text layer or plain text"
            raise ReadError(IssueCode.UNSUPPORTED_FORMAT, message)


def _numbered(texts: list[str]) -> tuple[Page, ...]:
    """The passage of each page, with the form feed that ends it: every character is on a page."""
    pages: list[Page] = []
    start = 0
    for number, text in enumerate(texts, 1):
        pages.append(Page(number, Span(start, start + len(text))))
        start += len(text)
    return tuple(pages)
