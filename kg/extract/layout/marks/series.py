"""The series of marks that heads the items: numbers that follow each other, with decisions in between."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.layout.marks.kinds import (
    AGENDA,
    BARE,
    CAPITALS,
    CLOSED,
    DOTTED,
    LETTER,
    LEVEL,
    LINE,
    NAMED,
    NUMBER,
    OBJECT,
    ORDINAL,
    REGISTERED,
    TITLED,
    Family,
)
from kg.extract.layout.marks.mark import Mark

SKIPPED = 0.3  # what it costs to pass over a value
LEAP, LEAST = 0.15, 10  # and to pass over any of a register's, where an act's label and its place tell the number
HUNDRED, MOST_OF_SECTION = 100, 60  # « Rapport n° 104 » before « n° 201 »: the commission, then the rank
NEAREST = 24  # predecessors of a value that are tried
SHORTEST_ITEM = 40
SHORTEST_ENTRY = 24  # « 2) Tarifs 2023 Adoptée »
SHORTEST_SECTION = 10  # « 3) Voirie 3.1) Réfection … »
SHORTEST_LINE = 16  # « 27- AFFAIRE RETIRÉE », on a line of its own
LONGEST_ENTRY = 600  # of an agenda
BEGUN = 3  # items decided one after the other: what follows them is no agenda


def predecessors(mark: Mark, group: Sequence[Mark]) -> list[tuple[tuple[int, ...], float]]:
    """Values that may come just before, with a price for those that skip some."""
    value = mark.value
    found = []
    kind = mark.series.kind
    places = range(len(value)) if kind in (*REGISTERED, TITLED) else [len(value) - 1]
    for place in places:
        for step in (1, 2, 3):
            changed = (*value[:place], value[place] - step, *value[place + 1 :])
            found.append((changed, SKIPPED * (step - 1)))
    if kind is ORDINAL or mark.series.shape == LEVEL:
        found.extend(_across_levels(value))
    if kind in REGISTERED and value[-1] > HUNDRED and value[-1] % HUNDRED == 1:
        above = value[-1] // HUNDRED * HUNDRED - HUNDRED
        found.extend(((*value[:-1], above + last), 0.0) for last in range(1, MOST_OF_SECTION))
    if kind is LETTER and value[-1] == 1:
        found.extend(((value[0] - step, last), SKIPPED * (step - 1)) for step in (1, 2, 3) for last in range(1, 27))
    return found


def _across_levels(value: tuple[int, ...]) -> list[tuple[tuple[int, ...], float]]:
    """« 2 » before « 2.1 », « 1.4 » before « 2 » or « 2.1 »."""
    above = value[:-1]
    found: list[tuple[tuple[int, ...], float]] = []
    if above and value[-1] == 1:
        found.append((above, 0.0))
        found.extend(((*above[:-1], above[-1] - 1, last), 0.0) for last in range(1, 25))
    if len(value) == 1:
        found.extend(((value[0] - 1, last), 0.0) for last in range(1, 25))
    return found


def leapt(group: Sequence[Mark], index: int) -> list[tuple[int, float]]:
    """« Délibération 202301 » before « Délibération 2023005 »: numbers that stand where headings do, in their order."""
    mark = group[index]
    if not index or mark.series[:2] != (NUMBER, "n") or mark.value[-1] < LEAST:
        return []
    before = group[index - 1]
    return [(index - 1, LEAP)] if mark.firm and before.firm and before.value < mark.value else []


@dataclass(frozen=True, slots=True)
class Series:
    """Marks in order, and how well they divide the text."""

    marks: tuple[Mark, ...]
    decided: int
    score: float


class Places:
    """Where decisions are said, for quick questions about a passage."""

    def __init__(self, places: Iterable[int]) -> None:
        self.places = list(places)

    def first(self, start: int, end: int) -> int | None:
        """Where the first decision is said in a passage; None where none is."""
        index = bisect_left(self.places, start)
        return self.places[index] if index < len(self.places) and self.places[index] < end else None

    def between(self, start: int, end: int) -> bool:
        """True where a decision is said in a passage."""
        return self.first(start, end) is not None


def best_series(marks: Sequence[Mark], decisions: Places, end: int) -> Series | None:
    """The series that divides the text best, or None where none holds a decision."""
    groups: dict[Family, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.series].append(mark)
    found = [series for group in groups.values() if (series := _longest(group, decisions, end))]
    best = max(found, key=lambda series: (series.score, -series.marks[0].start), default=None)
    return next((series for series in found if best and _encloses(series, best)), best)


def _encloses(series: Series, other: Series) -> bool:
    """True where all of ``other`` stands between two numbers of a register: the parts of one act."""
    marks = series.marks
    if len(marks) < 2 or marks[0].series.kind not in REGISTERED or len(marks[0].value) < 2:
        return False
    if other.marks[0].series.kind in (*REGISTERED, OBJECT, NAMED) or not all(mark.firm for mark in marks):
        return False
    first, last = other.marks[0].start, other.marks[-1].start
    return any(mark.start < first and last < after.start for mark, after in itertools.pairwise(marks))


def _longest(group: list[Mark], decisions: Places, end: int) -> Series | None:
    """The best chain of one group: dynamic programming over values that follow each other."""
    scores: list[float] = []
    before: list[int | None] = []
    seen: dict[tuple[int, ...], list[int]] = defaultdict(list)
    shortest = SHORTEST_LINE if group[0].series[:2] == (ORDINAL, "line") else SHORTEST_ITEM
    for index, mark in enumerate(group):
        best, origin = 0.0, None
        followed = (
            (other, cost) for value, cost in predecessors(mark, group) for other in seen.get(value, [])[-NEAREST:]
        )
        for candidate, price in (*followed, *leapt(group, index)):
            gain = scores[candidate] + _gain(group[candidate], mark, decisions) - price
            apart = SHORTEST_SECTION if len(group[candidate].value) < len(mark.value) else shortest
            apart = min(apart, SHORTEST_ENTRY) if decisions.between(group[candidate].start, mark.start) else apart
            if gain >= best and mark.start - group[candidate].start >= apart:
                best, origin = gain, candidate
        scores.append(best)
        before.append(origin)
        seen[mark.value].append(index)
    # Each line that stands apart may head an act: what is decided after the next one is not decided under this one.
    stops = [mark.start for mark in group[1:]] if group[0].series.kind in (LINE, CLOSED) else [end] * (len(group) - 1)
    gains = [_gain_of_last(mark, decisions, stop) for mark, stop in zip(group, [*stops, end], strict=True)]
    last = max(range(len(group)), key=lambda i: (scores[i] + gains[i], -i))
    return _series(group, before, last, decisions, end)


def _gain(mark: Mark, following: Mark, decisions: Places) -> float:
    return 1.0 if decisions.between(mark.start, following.start) else -0.05


def _gain_of_last(mark: Mark, decisions: Places, end: int) -> float:
    return 0.9 if decisions.between(mark.start, end) else 0.1


def _series(group: list[Mark], before: list[int | None], last: int, decisions: Places, end: int) -> Series | None:
    chain: list[Mark] = []
    at: int | None = last
    while at is not None:
        chain.append(group[at])
        at = before[at]
    chain.reverse()
    lined = chain[0].series[:2] != (ORDINAL, "flat")
    if (lined or len(chain) >= BEGUN) and (following := _decided_after(group, last, decisions, end)):
        chain.append(following)
    ends = [mark.start for mark in chain[1:]] + [end]
    if (len(chain) == 1 and (not chain[0].firm or _is_figure(chain[0]))) or not any(mark.firm for mark in chain):
        return None
    decided = sum(decisions.between(mark.start, stop) for mark, stop in zip(chain, ends, strict=True))
    kind = chain[0].series.kind
    unsure = kind in (LINE, CAPITALS, AGENDA, CLOSED)
    if kind in (BARE, DOTTED) and (len(chain) < 2 or decided < len(chain) - 1):
        return None
    if not decided or (unsure and 2 * decided < len(chain)):
        return None
    return Series(tuple(chain), decided, decided * kind.weight + 0.01 * len(chain))


def _is_figure(mark: Mark) -> bool:
    """« 35.13 - » alone: a rate; an item « 2.1 » has others beside it."""
    return mark.series[:2] == (ORDINAL, "flat") and len(mark.value) > 1


def _decided_after(group: list[Mark], last: int, decisions: Places, end: int) -> Mark | None:
    """The next value, where what is decided after the last one is all decided after that value."""
    mark = group[last]
    if mark.series.kind not in (*REGISTERED, ORDINAL, NAMED):
        return None
    found = [other for other in group[last + 1 :] if other.firm and (mark.value, 0.0) in predecessors(other, group)]
    if len(found) != 1 or decisions.between(mark.start, found[0].start):
        return None
    return found[0] if decisions.between(found[0].start, end) else None
