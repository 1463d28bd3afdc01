"""The list of the acts of a sitting, printed again below the last of them: it is no part of that act."""

from dataclasses import replace
from itertools import pairwise

from kg.extract.layout.item import Item
from kg.extract.layout.mark import Mark

FEWEST = 2  # acts named again, one right after the other
NEAR = 400  # characters from one to the next


def without_recapitulation(items: list[Item], series: tuple[Mark, ...], marks: list[Mark]) -> list[Item]:
    """The items of a series of register numbers, the last of which ends where the first numbers come again."""
    known = [mark.value for mark in series]
    if not items or len(known) < FEWEST or len(known[0]) < 2:
        return items
    last = items[-1]
    again = [mark for mark in marks if mark.series == series[0].series and mark.start > last.heading.end]
    for one, other in pairwise(again):
        repeated = one.value == known[0] and other.value == known[1] and other.start - one.start < NEAR
        if repeated and last.heading.end < one.start < last.end:
            return [*items[:-1], replace(last, end=one.start)]
    return items
