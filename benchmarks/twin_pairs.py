"""Which entries of two sources are the same act or grant, and what the two say of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.twin_sides import SIDES, Entry

# How alike two titles are (0–1) that name one act: with the same date or number beside them, and without.
_LIKE = 0.6
_ALIKE = 0.85
_SHORTEST = 12  # trigrams: a title with fewer is in too many others
_SAME_NUMBER = 1.0
_SAME_VALUE = 0.25
_GRAM = 3


class Pair(NamedTuple):
    """Two entries that are one act, or one grant."""

    left: Entry
    right: Entry


class Pairing(NamedTuple):
    """The pairs, and the entries that only one side has."""

    pairs: list[Pair]
    left: list[Entry]
    right: list[Entry]


def pair(left: Sequence[Entry], right: Sequence[Entry], what: str) -> Pairing:
    """The likest entries of both sides, the surest first, each once.

    What makes a pair is the title (the recipient of a grant) or the number; a pair may differ in either, which is what
    the comparison is for. Two dates tell two acts apart unless their numbers are the same.
    """
    scored = sorted(_scored(left, right, what), key=lambda found: (-found[0], found[1], found[2]))
    to_right: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in scored:
        if one not in to_right and other not in taken:
            to_right[one] = other
            taken.add(other)
    pairs = [Pair(left[one], right[other]) for one, other in sorted(to_right.items())]
    alone = [entry for place, entry in enumerate(left) if place not in to_right]
    return Pairing(pairs, alone, [entry for place, entry in enumerate(right) if place not in taken])


def _scored(left: Sequence[Entry], right: Sequence[Entry], what: str) -> Iterator[tuple[float, int, int]]:
    key = SIDES[what][0]
    grams = [_grams(entry.values.get(key, "")) for entry in right]
    for place, one in enumerate(left):
        mine = _grams(one.values.get(key, ""))
        for index, other in enumerate(right):
            score = _score(one, other, _likeness(mine, grams[index]))
            if score:
                yield score, place, index


def _score(one: Entry, other: Entry, likeness: float) -> float:
    """How surely two entries are one; 0 where they are not."""
    number = _SAME_NUMBER if _agree(one, other, "number") else 0.0
    if not number and _disagree(one, other, "date"):
        return 0.0  # what is decided each year has the same title each year
    beside = sum(_SAME_VALUE for value in ("date", "amount") if _agree(one, other, value))
    # The same number in two years is two acts: it needs the date, or a title, beside it.
    if (number and (beside or likeness > _LIKE)) or likeness > (_LIKE if beside else _ALIKE):
        return likeness + number + beside
    return 0.0


def _agree(one: Entry, other: Entry, value: str) -> bool:
    return value in one.values and one.values[value] == other.values.get(value)


def _disagree(one: Entry, other: Entry, value: str) -> bool:
    return value in one.values and value in other.values and not _agree(one, other, value)


def _grams(text: str) -> frozenset[str]:
    """The runs of three characters of a text without its spaces: words that a scan joined or tore are still alike."""
    joined = text.replace(" ", "")
    return frozenset(joined[place : place + _GRAM] for place in range(max(len(joined) - _GRAM + 1, 0)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """What two titles share (0–1); a title that is all in a longer one is nearly the same."""
    if not one or not other:
        return 0.0
    shared, shorter = len(one & other), min(len(one), len(other))
    inside = 0.9 * shared / shorter if shorter >= _SHORTEST else 0.0
    return max(2 * shared / (len(one) + len(other)), inside)


class Tally(NamedTuple):
    """How often both sides state a value alike or unlike, and how often one of them is silent."""

    alike: int
    unlike: int
    silent: int

    @property
    def share(self) -> float | None:
        """The share of the pairs in which both state the value that agree on it, None where there are none."""
        told = self.alike + self.unlike
        return self.alike / told if told else None


def tally(pairs: Sequence[Pair], value: str) -> Tally:
    """What these pairs say of one value."""
    told = [(pair.left.values.get(value), pair.right.values.get(value)) for pair in pairs]
    both = [one == other for one, other in told if one and other]
    return Tally(sum(both), len(both) - sum(both), sum(bool(one) != bool(other) for one, other in told))


def differing(pairs: Sequence[Pair], value: str) -> list[Pair]:
    """The pairs whose sides do not say the same, one of them being silent included."""
    return [pair for pair in pairs if pair.left.values.get(value) != pair.right.values.get(value)]
