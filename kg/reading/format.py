"""What a file is, told from its bytes; the extension only settles what bytes cannot tell."""

import io
import re
import zipfile
from typing import NamedTuple


class Format(NamedTuple):
    """A media type and how to name it to a reader."""

    media_type: str
    label: str


PDF = Format("application/pdf", "a PDF")
TEXT = Format("text/plain", "a plain text")
MARKDOWN = Format("text/markdown", "a Markdown text")
HTML = Format("text/html", "a web page (HTML)")
XML = Format("application/xml", "an XML file")
RTF = Format("application/rtf", "a Rich Text document (.rtf)")
CSV = Format("text/csv", "a table (CSV)")
JSON = Format("application/json", "a JSON file")
ZIP = Format("application/zip", "an archive (.zip)")
UNKNOWN = Format("application/octet-stream", "a file of an unknown format")
DOC = Format("application/msword", "a Word document (.doc)")
XLS = Format("application/vnd.ms-excel", "an Excel workbook (.xls)")
OLE = Format("application/x-ole-storage", "a document of an old office program")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
DOCX = Format(f"{_OFFICE}.wordprocessingml.document", "a Word document (.docx)")
ODT = Format(f"{_OPEN}.text", "an OpenDocument text (.odt)")

_SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n", Format("image/png", "an image (PNG)")),
    (b"\xff\xd8\xff", Format("image/jpeg", "an image (JPEG)")),
    (b"GIF8", Format("image/gif", "an image (GIF)")),
    (b"II*\0", Format("image/tiff", "an image (TIFF)")),
    (b"MM\0*", Format("image/tiff", "an image (TIFF)")),
    (b"\0\0\0\x0cjP  ", Format("image/jp2", "an image (JPEG 2000)")),
    (b"\x1f\x8b", Format("application/gzip", "an archive (.gz)")),
    (b"7z\xbc\xaf", Format("application/x-7z-compressed", "an archive (.7z)")),
    (b"Rar!\x1a\x07", Format("application/vnd.rar", "an archive (.rar)")),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The streams that old office files are made of, in the directory of the file (UTF-16).
_STREAMS = (("WordDocument", DOC), ("Workbook", XLS), ("Book", XLS))
# The part that each kind of zipped document cannot be without.
_PARTS = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", Format(f"{_OFFICE}.spreadsheetml.sheet", "an Excel workbook (.xlsx)")),
    ("ppt/presentation.xml", Format(f"{_OFFICE}.presentationml.presentation", "a slide show (.pptx)")),
)
_OPEN_LABELS = {
    ODT.media_type: ODT.label,
    f"{_OPEN}.spreadsheet": "an OpenDocument table (.ods)",
    f"{_OPEN}.presentation": "an OpenDocument slide show (.odp)",
}
_BY_SUFFIX = {".md": MARKDOWN, ".markdown": MARKDOWN, ".csv": CSV, ".tsv": CSV, ".json": JSON, ".jsonl": JSON}
_MARKUP = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+)?(?P<html>html\b)?")
_TEXT_WITH_NULS = (b"\xff\xfe", b"\xfe\xff")
_FIRST_LINES = 5


def detect(data: bytes, suffix: str = "") -> Format:
    """The format of a file. ``suffix`` is its extension with the dot."""
    if b"%PDF-" in data[:1024]:
        return PDF
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            return found
    if data.startswith(_OLD_OFFICE):
        return _old_office(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # the second: an archive that holds nothing
        return _zipped(data)
    return _text(data, suffix.lower())


def _old_office(data: bytes) -> Format:
    return next((found for name, found in _STREAMS if name.encode("utf-16-le") in data), OLE)


def _zipped(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            media_type = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ZIP
    if media_type in _OPEN_LABELS:
        return Format(media_type, _OPEN_LABELS[media_type])
    return next((found for part, found in _PARTS if part in names), ZIP)


def _text(data: bytes, suffix: str) -> Format:
    markup = _MARKUP.match(data[:1024])
    if markup:
        return HTML if markup["html"] else XML
    if _is_binary(data[:4096]):
        return UNKNOWN
    return _BY_SUFFIX.get(suffix) or (CSV if _is_table(data[:65536]) else TEXT)


def _is_binary(sample: bytes) -> bool:
    """Control characters that no text holds, or NUL bytes that are not one in two (UTF-16)."""
    odd = sum(byte < 9 or 14 <= byte < 32 for byte in sample if byte)
    nuls = sample.count(0)
    utf16 = sample.startswith(_TEXT_WITH_NULS) or 0.8 <= 2 * nuls / max(len(sample), 1) <= 1.1
    return odd > 0.05 * len(sample) or (nuls > 0 and not utf16)


def _is_table(sample: bytes) -> bool:
    """The same number of semicolons or tabs, two at least, on each of the first lines."""
    lines = [line for line in sample.splitlines() if line.strip()][:_FIRST_LINES]
    return len(lines) >= 2 and any(
        len(counts := {line.count(mark) for line in lines}) == 1 and min(counts) >= 2 for mark in (b";", b"\t")
    )
