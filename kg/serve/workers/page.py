"""Figures that a teller shares with the front in one page of memory: no message, and readable after its death."""

import mmap
import os
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

BOUNDS = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 30.0)
"""Upper bounds of the classes in which the seconds of an answer are counted; a last class has none."""
_SIZE = mmap.PAGESIZE
_MICRO = 1_000_000

EVALUATING, SENDING = 0, 1
"""Words that hold the number of what a teller has in hand, 0 where it has nothing."""
_REPEATED, _BYTES, _ANSWERS, _SPENT, _CLASSES = range(2, 7)


class Tally(NamedTuple):
    """What tellers have answered since they started, and what they keep now.

    ``repeated`` requests were answered by the bytes of an earlier answer; ``classes`` count all others by
    :data:`BOUNDS`, ``seconds`` is their sum. ``size`` is in bytes.
    """

    repeated: int = 0
    size: int = 0
    answers: int = 0
    seconds: float = 0.0
    classes: tuple[int, ...] = (0,) * (len(BOUNDS) + 1)


def total(tallies: Sequence[Tally]) -> Tally:
    """Several tallies as one."""
    return Tally(
        sum(some.repeated for some in tallies),
        sum(some.size for some in tallies),
        sum(some.answers for some in tallies),
        sum(some.seconds for some in tallies),
        tuple(map(sum, zip(Tally().classes, *(some.classes for some in tallies), strict=True))),
    )


class Page:
    """The page of one teller; ``words`` are its integers."""

    def __init__(self, descriptor: int) -> None:
        self._map = mmap.mmap(descriptor, _SIZE)
        self.words = memoryview(self._map).cast("q")

    @classmethod
    def create(cls) -> tuple["Page", int]:
        """A new page and its descriptor, for the other process."""
        descriptor = os.memfd_create("kg-teller")
        os.ftruncate(descriptor, _SIZE)
        return cls(descriptor), descriptor

    def answered(self, seconds: float) -> None:
        """One more answer that had to be looked for."""
        self.words[_SPENT] += int(seconds * _MICRO)
        self.words[_CLASSES + bisect_left(BOUNDS, seconds)] += 1

    def repeated(self) -> None:
        """One more answer by the bytes of an earlier one."""
        self.words[_REPEATED] += 1

    def note(self, size: int, answers: int) -> None:
        """What is kept."""
        self.words[_BYTES], self.words[_ANSWERS] = size, answers

    @property
    def tally(self) -> Tally:
        """All figures."""
        words = self.words
        classes = tuple(words[_CLASSES : _CLASSES + len(BOUNDS) + 1])
        repeated, size, answers, spent = words[_REPEATED:_CLASSES]
        return Tally(repeated, size, answers, spent / _MICRO, classes)
