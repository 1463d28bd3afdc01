"""A PDF page by page: its text layer in the order in which it is read, or the page's image read by OCR."""

from collections.abc import Iterator

import pypdfium2

from kg.errors import IssueCode, ReadError
from kg.reading.folios import without_folios
from kg.reading.layer import layer_text
from kg.reading.ocr import DPI, NEEDS, OcrPage, available, read_image
from kg.reading.pages import is_garbled, says_something

_PROTECTED = 4  # FPDF_ERR_PASSWORD
# A page that an image covers, with less text than this over it, is a scan that was stamped.
_STAMP_CHARACTERS = 400
_COVERED = 0.6
# A page larger than this (in points; A0 is 3370) would ask for more memory than a page is worth.
_LARGEST_SIDE = 3400


def read_pages(data: bytes) -> list[OcrPage]:
    """The text of each page; a page that cannot be drawn is empty, one from the text layer has no words.

    A page is read by OCR where it has no text layer but a stamp over an image, or one in a broken encoding.
    Raises :class:`ReadError`: protected or damaged file, no page, nothing that can be read without OCR.
    """
    with _opened(data) as document:
        pages = list(_pages(document))
        if not pages:
            raise ReadError(IssueCode.EMPTY_DOCUMENT, "the PDF has no page")
        if not any(says_something(page.text) for page in pages):
            raise ReadError(IssueCode.NO_TEXT_LAYER, _why_unread(len(pages)), page=1)
    return _without_folios(pages)


def _without_folios(pages: list[OcrPage]) -> list[OcrPage]:
    """Page numbers are left out of text layers; the words of OCR keep their offsets, and so its pages their numbers."""
    left = without_folios(["" if page.words else page.text for page in pages])
    return [page if page.words else OcrPage(text, ()) for page, text in zip(pages, left, strict=True)]


def _why_unread(count: int) -> str:
    without = f"none of the {count} pages has a text layer"
    if available():
        return f"{without}, and OCR found no text on them"
    return f"{without}: it is a scan, and {NEEDS}"


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = getattr(error, "err_code", None) == _PROTECTED
        message = "the PDF asks for a password" if protected else "the PDF is damaged: it cannot be opened"
        raise ReadError(IssueCode.UNREADABLE_FILE, message) from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[OcrPage]:
    for index in range(len(document)):
        try:
            page = document[index]
            yield _read_page(page)
            page.close()
        except pypdfium2.PdfiumError:
            yield OcrPage("", ())


def _read_page(page: pypdfium2.PdfPage) -> OcrPage:
    text = layer_text(page)
    is_image = len(text.strip()) < _STAMP_CHARACTERS and _image_cover(page) >= _COVERED
    readable = "" if is_garbled(text) else text
    if (is_image or readable != text) and available():
        return _by_ocr(page, readable)
    return OcrPage(readable, ())


def _by_ocr(page: pypdfium2.PdfPage, layer: str) -> OcrPage:
    """The page's image, read; the text layer itself where OCR finds less than it holds."""
    if max(page.get_size()) > _LARGEST_SIDE:
        return OcrPage(layer, ())
    read = read_image(page.render(scale=DPI / 72, grayscale=True).to_pil())
    return read if len(read.text) > len(layer.strip()) else OcrPage(layer, ())


def _image_cover(page: pypdfium2.PdfPage) -> float:
    """Share of the page that its largest image covers, 0 to 1."""
    width, height = page.get_size()
    cover = 0.0
    for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        inside = max(min(right, width) - max(left, 0), 0) * max(min(top, height) - max(bottom, 0), 0)
        cover = max(cover, inside / (width * height))
    return cover
