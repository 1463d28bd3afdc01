"""Where the characters of a PDF page stand, in points, y upwards."""

import ctypes

import pypdfium2
from pypdfium2 import raw


def char_box(layer: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character as its font gives them: the same height for all letters of a line."""
    found = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(layer, index, ctypes.byref(found))
    return found.left, found.bottom, found.right, found.top


def char_left(layer: pypdfium2.PdfTextPage, index: int) -> float:
    """Where a character begins."""
    return char_box(layer, index)[0]


def char_right(layer: pypdfium2.PdfTextPage, index: int) -> float:
    """Where a character ends."""
    return char_box(layer, index)[2]
