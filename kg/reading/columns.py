"""Columns of prose that a page draws row by row, told from tables: each is read to its end before the next begins.

Told by geometry and by what running text looks like: a gutter that many rows in a row respect, wide text on both sides,
lines that go on in the middle of a sentence. A table has short cells, figures, capitals: it stays whole.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pypdfium2

from kg.reading.boxes import char_left, char_right
from kg.reading.order import Line

_ROWS = 8  # of text on both sides of a gutter, at least
_GUTTER = 0.9  # of a line's height, at least, from the text on its left to that on its right
_SIDE = 0.2  # of the page's width that a line of a column fills, at least
_WORDS = 3  # on a line of prose, at least, and how many of the lines of a column have so many
_MOST = 0.7
_GOING_ON = 0.35  # of the lines of a column of prose begin with a small letter
_DIGITS = 0.15  # of the signs of prose, at most


class _Pair(NamedTuple):
    """Two texts on one row, with the white between them."""

    left: float
    right: float
    height: float


def parted(lines: Sequence[Line], layer: pypdfium2.PdfTextPage, text: str, width: float) -> list[Line] | None:
    """The lines with rows cut at the gutter and the columns one after the other; None where there are no columns."""
    gutter = _gutter(layer, width)
    if gutter is None:
        return None
    found: list[Line] = []
    band: list[tuple[Line, list[Line]]] = []
    for line in lines:
        pieces = _cut(line, layer, text, gutter)
        if pieces:
            band.append((line, pieces))
        else:
            found += [*_columns(band, text, gutter), line]
            band = []
    found += _columns(band, text, gutter)
    return found if found != list(lines) else None


def _gutter(layer: pypdfium2.PdfTextPage, width: float) -> float | None:
    """The place across the page that most rows leave white between two texts; None where fewer than enough do."""
    pairs = list(_pairs(layer, _SIDE * width))
    if len(pairs) < _ROWS:
        return None
    middles = sorted({round((pair.left + pair.right) / 2) for pair in pairs})
    best = max(middles, key=lambda x: sum(pair.left <= x <= pair.right for pair in pairs))
    return float(best) if sum(pair.left <= best <= pair.right for pair in pairs) >= _ROWS else None


def _pairs(layer: pypdfium2.PdfTextPage, least: float) -> Iterator[_Pair]:
    for one, two in pairwise(_segments(layer)):
        height = min(one[3] - one[1], two[3] - two[1])
        level = abs((one[1] + one[3]) - (two[1] + two[3])) < height
        wide = one[2] - one[0] > least and two[2] - two[0] > least
        if level and wide and two[0] - one[2] > _GUTTER * height:
            yield _Pair(one[2], two[0], height)


def _segments(layer: pypdfium2.PdfTextPage) -> Iterator[tuple[float, float, float, float]]:
    """What is drawn without a wide gap on one level: left, bottom, right, top."""
    here: tuple[float, float, float, float] | None = None
    for index in range(layer.count_rects()):
        left, bottom, right, top = layer.get_rect(index)
        height = top - bottom
        if here and abs(here[1] + here[3] - bottom - top) < height and -height < left - here[2] < _GUTTER * height:
            here = (here[0], min(here[1], bottom), max(here[2], right), max(here[3], top))
            continue
        if here:
            yield here
        here = (left, bottom, right, top)
    if here:
        yield here


def _cut(line: Line, layer: pypdfium2.PdfTextPage, text: str, gutter: float) -> list[Line]:
    """The parts of a line on either side of the gutter; none where it runs across."""
    if line.right <= gutter or line.left >= gutter:
        return [line]
    drawn = [index for index in range(line.start, line.end) if not text[index].isspace()]
    cut = next((index for index in drawn if char_left(layer, index) >= gutter), None)
    before = [index for index in drawn if cut is None or index < cut]
    if cut is None or not before or char_right(layer, before[-1]) > gutter:
        return []
    left_end, right_start = char_right(layer, before[-1]), char_left(layer, cut)
    if right_start - left_end < _GUTTER * line.height:
        return []
    return [line._replace(end=cut, right=left_end), line._replace(start=cut, left=right_start)]


def _columns(band: Sequence[tuple[Line, list[Line]]], text: str, gutter: float) -> list[Line]:
    """The left column, then the right one, where both are running text; else the lines as they are."""
    pieces = [piece for _, cut in band for piece in cut]
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.right > gutter]
    rows = sum(len(cut) == 2 for _, cut in band)
    if rows >= _ROWS and _is_prose(left, text) and _is_prose(right, text):
        return left + right
    return [line for line, _ in band]


def _is_prose(lines: Sequence[Line], text: str) -> bool:
    said = [text[line.start : line.end].strip() for line in lines]
    signs = [char for line in said for char in line if not char.isspace()]
    wordy = sum(len(line.split()) >= _WORDS for line in said)
    going_on = sum(line[:1].islower() for line in said)
    digits = sum(char.isdigit() for char in signs)
    return wordy >= _MOST * len(said) and going_on >= _GOING_ON * len(said) and digits <= _DIGITS * len(signs)
