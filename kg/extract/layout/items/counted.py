"""Items of a table whose first column counts them."""

import re
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Item
from kg.model import Span

_FIGURES = re.compile(r"(?P<number>\d{2,3})\s(?=[A-ZÀ-Þ])")
_MOST_LOST = 4


def numbered(zone: Zone, items: list[Item]) -> list[Item]:
    """Items of a table whose first column is a number: « 02 », « 03 », each counts on from the one before.

    A row whose number was lost is counted: after « 10 » and two such rows comes « 13 ».
    """
    printed = [_printed_number(zone, item) for item in items]
    found: list[Item] = []
    counted: Span | None = None
    rows = 1
    for item, own, following in zip(items, printed, [*printed[1:], None], strict=False):
        opens = own and zone.view.text[own.start] == "0" and _counts_on(zone, own, following)
        if opens or _counts_on(zone, counted, own, rows):
            counted, rows = own, 1
        else:
            counted, rows = None if own or rows == _MOST_LOST else counted, rows + 1
        numbered = counted == own and item.heading.number is None
        found.append(replace(item, heading=replace(item.heading, number=own)) if numbered else item)
    return found


def _printed_number(zone: Zone, item: Item) -> Span | None:
    if item.heading.number:
        return item.heading.number
    figures = _FIGURES.match(zone.view.text, item.start)
    return Span(*figures.span("number")) if figures else None


def _counts_on(zone: Zone, before: Span | None, after: Span | None, rows: int = 1) -> bool:
    said = [zone.view.text[slice(*span)] if span else "" for span in (before, after)]
    return all(map(str.isdecimal, said)) and len(said[0]) == len(said[1]) and int(said[1]) == int(said[0]) + rows
