"""The text layer of a PDF page, line by line, in the order in which it is read."""

import re
from collections.abc import Iterator

import pypdfium2

from kg.reading.boxes import char_box
from kg.reading.columns import parted
from kg.reading.order import Line, in_order

# A line with anything on it, from its beginning.
_DRAWN = re.compile(r"[^\n]*\S[^\n]*")


def layer_text(page: pypdfium2.PdfPage) -> str:
    """The characters of a page's text layer. Form feeds, which would be taken for its end, are line breaks."""
    layer = page.get_textpage()
    try:
        text: str = layer.get_text_range()
        # Offsets are told in characters of the layer: where some could not be written, the order drawn is kept.
        if len(text) == layer.count_chars() and page.get_rotation() == 0:
            text = _ordered(layer, text, page.get_width())
        return text.replace("\f", "\n")
    finally:
        layer.close()


def _ordered(layer: pypdfium2.PdfTextPage, text: str, width: float) -> str:
    lines = list(_lines(layer, text))
    columns = parted(lines, layer, text, width)
    order = in_order(columns or lines)
    if order == lines:
        return text
    pieces = [text[line.start : line.end] for line in order]
    return "".join(piece if piece.endswith("\n") else f"{piece}\r\n" for piece in pieces)


def _lines(layer: pypdfium2.PdfTextPage, text: str) -> Iterator[Line]:
    """The lines drawn, each with the blank ones that follow it: together they are the whole text."""
    start = 0
    drawn = list(_DRAWN.finditer(text))
    for index, found in enumerate(drawn):
        end = drawn[index + 1].start() if index + 1 < len(drawn) else len(text)
        first = found.end() - len(found[0].lstrip())
        yield Line(start, end, *_box(layer, first, found.start() + len(found[0].rstrip())))
        start = end


def _box(layer: pypdfium2.PdfTextPage, first: int, last: int) -> tuple[float, float, float, float]:
    """The box of the characters from ``first`` to ``last`` excluded, as three of them tell it."""
    found = [char_box(layer, index) for index in (first, (first + last) // 2, last - 1)]
    lefts, bottoms, rights, tops = zip(*found, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
