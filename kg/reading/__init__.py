"""One door to every format: ``read(path)`` gives the characters of a file with its pages, or says why it cannot."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kg.errors import IssueCode, ReadError
from kg.model import Page, Source, Span, Text
from kg.reading.archives import archive_of, is_archive, member_bytes, members
from kg.reading.format import DOC, DOCX, HTML, MARKDOWN, ODT, TEXT, ZIP, Format, detect
from kg.reading.markdown import is_markdown, read_markdown
from kg.reading.ocr import OcrPage, read_images
from kg.reading.office import read_docx, read_odt
from kg.reading.pages import unread_pages, why_silent
from kg.reading.pdf import read_pages
from kg.reading.programs import read_doc
from kg.reading.text import decode
from kg.reading.walk import walk
from kg.reading.web import read_html

__all__ = ["archive_of", "file_bytes", "read", "unread_pages", "walk", "why_silent"]

# A form feed ends a page: pdftotext writes one after each, we write one after each page of a PDF.
PAGE_BREAK = "\f"
# A word that OCR is less sure of than this is wrong about one time in two.
DOUBTFUL = 0.6
_SAMPLE = 32_000  # bytes that tell a Markdown from a plain text
_PAGE = re.compile(r"[^\f]*\f|[^\f]+")


def read(path: Path, root: Path | None = None) -> Text:
    """The text of a file. ``root`` is the folder that its path is told from (by default its own, or its archive's).

    Raises :class:`kg.errors.ReadError`: the file cannot be opened, is empty, is of a format that is not read, is
    damaged or protected, or holds no text at all. Pages without text in a document that has some are told by
    :func:`unread_pages`.
    """
    archive = archive_of(path)
    data = file_bytes(path, archive)
    if not data.strip():
        raise ReadError(IssueCode.EMPTY_DOCUMENT, "the file is empty")
    found = detect(data, path.suffix)
    if found == ZIP:
        raise _why_not(path, archive)
    if found == TEXT and is_markdown(decode(data[:_SAMPLE])):
        found = MARKDOWN
    pages = _read_pages(found, data)
    raw = "".join(page.text for page in pages)
    if not raw.strip():
        raise ReadError(IssueCode.EMPTY_DOCUMENT, "the file holds no character that can be read")
    name = path.relative_to(root or (archive or path).parent).as_posix()
    return Text(
        Source(name, found.media_type, hashlib.sha256(data).hexdigest()), raw, _numbered(pages), _doubtful(pages)
    )


def file_bytes(path: Path, archive: Path | None = None) -> bytes:
    """The bytes of a file, of one inside ``archive`` too. Raises :class:`kg.errors.ReadError` where it has none."""
    try:
        return member_bytes(path, archive) if archive else path.read_bytes()
    except OSError as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, f"the file cannot be opened: {error.strerror}") from error


def _why_not(path: Path, archive: Path | None) -> ReadError:
    """Why an archive is not read as one: what it holds is, where it can be opened."""
    if archive:
        return ReadError(IssueCode.UNSUPPORTED_FORMAT, "an archive inside an archive is not read: unpack it")
    try:
        held = len(members(path)) if is_archive(path) else 0
    except ReadError as fault:
        return fault
    if held:
        return ReadError(IssueCode.UNSUPPORTED_FORMAT, f"an archive is read file by file: it holds {held}")
    return ReadError(IssueCode.UNSUPPORTED_FORMAT, "the archive is damaged, or not named .zip: it cannot be opened")


def _read_pages(found: Format, data: bytes) -> list[OcrPage]:
    """The pages of a document; only a PDF and a plain text have any of their own, and only OCR gives words."""
    if found.media_type == "application/pdf":
        return [replace(page, text=page.text + PAGE_BREAK) for page in read_pages(data)]
    if found.media_type.startswith("image/"):
        return read_images(data)
    if found in (TEXT, MARKDOWN):
        text = read_markdown(decode(data)) if found == MARKDOWN else decode(data)
        return [OcrPage(page, ()) for page in _PAGE.findall(text)]
    reader = _READERS.get(found.media_type)
    if reader is None:
        read = "a PDF, an image, a text, a Word or OpenDocument text, a web page or a .zip of them"
        message = f"{found.label} is not read: give {read}"
        raise ReadError(IssueCode.UNSUPPORTED_FORMAT, message)
    return [OcrPage(reader(data), ())]


_READERS: dict[str, Callable[[bytes], str]] = {
    DOC.media_type: read_doc,
    DOCX.media_type: read_docx,
    ODT.media_type: read_odt,
    HTML.media_type: lambda data: read_html(decode(data)),
}


def _numbered(texts: list[OcrPage]) -> tuple[Page, ...]:
    """The passage of each page, with the form feed that ends it: every character is on a page."""
    pages: list[Page] = []
    start = 0
    for number, page in enumerate(texts, 1):
        confidence = round(page.confidence, 3) if page.words else None
        pages.append(Page(number, Span(start, start + len(page.text)), confidence))
        start += len(page.text)
    return tuple(pages)


def _doubtful(texts: list[OcrPage]) -> tuple[Span, ...]:
    """The words that OCR was less sure of than :data:`DOUBTFUL`."""
    spans: list[Span] = []
    start = 0
    for page in texts:
        spans.extend(Span(start + w.start, start + w.end) for w in page.words if w.confidence < DOUBTFUL)
        start += len(page.text)
    return tuple(spans)
