"""The text layer of a PDF, page by page, in the order in which the file draws it (two columns stay apart)."""

import pypdfium2

from kg.errors import IssueCode, ReadError
from kg.reading.pages import says_something

_PROTECTED = 4  # FPDF_ERR_PASSWORD


def read_pages(data: bytes) -> list[str]:
    """The text of each page; a page that cannot be drawn is empty.

    Raises :class:`ReadError`: protected or damaged file, no page, no page with text (a scan).
    """
    with _opened(data) as document:
        pages = [_page_text(document, index) for index in range(len(document))]
    if not pages:
        raise ReadError(IssueCode.EMPTY_DOCUMENT, "the PDF has no page")
    if not any(map(says_something, pages)):
        message = f"none of the {len(pages)} pages has a text layer: it is a scan"
        raise ReadError(IssueCode.NO_TEXT_LAYER, message, page=1)
    return pages


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = getattr(error, "err_code", None) == _PROTECTED
        message = "the PDF asks for a password" if protected else "the PDF is damaged: it cannot be opened"
        raise ReadError(IssueCode.UNREADABLE_FILE, message) from error


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    try:
        page = document[index]
        layer = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ""
    # A form feed inside a page would be taken for its end.
    text: str = layer.get_text_range().replace("\f", "\n")
    layer.close()
    page.close()
    return text
