"""Titles that stand before the number of their act: « Tarifs de la piscine – Délibération n° 2022-03 »."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.item import Item
from kg.extract.layout.titles import trimmed
from kg.model import Span

# The last place where it may begin: a line, a sentence, what follows the last count of a vote.
_BEFORE = re.compile(
    r"(?s:.*)(?:^|\n\s{0,3}|[.!?;»)]\s{1,2}|:\s?\d{1,3}\s{1,2})"
    r"(?P<title>[A-ZÀ-Þ](?:[^.!?;\n]|(?<=\bM)\.|\.(?=\d)){8,200}?)[\s–—:(-]{1,4}$"
)
_SAID = re.compile(
    r"(?:V[Uu]|Consid|Apr[èe]s|Fait|L[ea] (?:conseil|séance|quorum|maire|présiden)|Présents?|Absents?|Pour\b)"
)
_FEWEST = 2


def with_titles_before(zone: Zone, opening: int, items: list[Item]) -> list[Item]:
    """``items`` with the titles before their numbers, where none that has a number has another title."""
    numbered = [item for item in items if item.heading.number]
    if len(numbered) < _FEWEST or len(numbered) < len(items) or any(item.heading.title for item in items):
        return items
    titles = [
        _before(zone, floor, item.heading.start) for item, floor in zip(items, _floors(opening, items), strict=True)
    ]
    if not all(titles):
        return items
    headed = [
        replace(item, start=title.start, heading=replace(item.heading, start=title.start, title=title))
        for item, title in zip(items, titles, strict=True)
        if title
    ]
    ends = [*(item.start for item in headed[1:]), items[-1].end]
    return [replace(item, end=end) for item, end in zip(headed, ends, strict=True)]


def _floors(opening: int, items: list[Item]) -> Iterator[int]:
    yield opening
    yield from (item.heading.end for item in items[:-1])


def _before(zone: Zone, floor: int, number: int) -> Span | None:
    """The words of the line, or of the sentence, that the number closes."""
    text = zone.view.text
    found = _BEFORE.match(text, max(floor - 1, number - 240, 0), number)
    if not found or _SAID.match(found["title"]):
        return None
    return trimmed(text, *found.span("title"))
