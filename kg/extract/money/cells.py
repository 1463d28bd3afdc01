"""Rows of a table: lines whose cells stand apart by tabs, as :mod:`kg.reading` writes those of every format.

A tab is white space like any other in a view; that it was one is read from the characters behind it.
"""

from bisect import bisect_left

from kg.extract.act import Zone
from kg.text.view import View


def row_start(zone: Zone, begin: int, end: int) -> int:
    """Where the row whose amount stands at ``end`` begins: after a line end, if parted cells follow; else ``begin``.

    What a row of a table told behind its amount (a budget line, a remark) is no part of the next one.
    """
    view = zone.view
    last = view.raw.rfind("\n", view.starts[begin], view.starts[end]) + 1
    line = bisect_left(view.starts, last, begin, end) if last else begin
    if line == begin or not any(character.isalpha() for character in view.text[line:end]):
        return begin
    return line if parts_cells(view, line, end) else begin


def parts_cells(view: View, begin: int, end: int) -> bool:
    """Whether a tab or a bar parts cells in a passage."""
    return "\t" in view.raw[view.starts[begin] : view.starts[end]] or "|" in view.text[begin:end]
