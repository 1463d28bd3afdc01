"""Marks that a series lacks: « 01/02-2023 » printed without « N° », or after a word as of a reference."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.bounds import CODES, bounded
from kg.extract.layout.marks.kinds import LEVEL, NUMBER, ORDINAL, REGISTERED
from kg.extract.layout.marks.mark import Mark, begins_line
from kg.extract.layout.marks.series import Places, Series
from kg.extract.layout.titles.numbers import LABEL, PRINTED, key_of, labelled, number_at
from kg.extract.layout.words import NOT_AN_ACT

MOST = 4  # values that may be lacking in a row
FEW = 3  # ordinals that may be those of a list inside an act
_UNLABELLED = re.compile(rf"(?<![\w/.,-])(?:{PRINTED.pattern})(?![\w%€/]|[.,-]\d)")
_TITLED = re.compile(r"\s{0,2}[-–—:]\s{0,3}[A-ZÀ-Þ]")
_CITED = re.compile(r"(?:n\s?[°º]s?|deliberations?|la|et|modifie|abroge)\s?$")


def filled(zone: Zone, series: Series, decisions: Places) -> Series:
    """The series with what it lacks between two marks, where the value is printed once there and decided apart."""
    marks: list[Mark] = []
    series = _went_on(zone, _began_before(zone, series, decisions), decisions)
    for mark, following in pairwise([*series.marks, None]):
        if mark is None:
            continue
        marks.append(mark)
        for value in _lacking(mark, following):
            stop = following.start if following else zone.end
            found = _lacked(zone.part(marks[-1].body + 1, stop), mark, value)
            if found and decisions.between(marks[-1].start, found.start) and decisions.between(found.start, stop):
                marks.append(found)
    return Series(tuple(marks), series.decided, series.score)


def _lacked(part: Zone, mark: Mark, value: tuple[int, ...]) -> Mark | None:
    """The mark of a value that a series lacks, where it is printed once: a number, or an ordinal before a figure.

    « 60 - 88 bis avenue du Moulin »: an ordinal is no mark there, but for its place in the series.
    """
    if len(value) == 1 and mark.series[:2] == (ORDINAL, "line"):
        shape = re.compile(rf"(?<=\n){value[0]}\s?[-–—.)]\s{{0,3}}(?=[\da-zà-ÿ])")
        found = list(part.find_exact(shape))
        return Mark(*found[0].span(), mark.series, value, False) if len(found) == 1 else None
    start = _printed_once(part, mark, value)
    return None if start is None else Mark(start, start, mark.series, value, False)


def with_shared(zone: Zone, series: Series, marks: Sequence[Mark]) -> Series:
    """The series with the other acts of a number: « 2023-07 bis » after « 2023-07 », « 2A » before « 2B »."""
    known = {mark.value: mark for mark in series.marks}
    found = dict.fromkeys(series.marks)
    for mark in marks:
        own = known.get(mark.value) if len(mark.value) > 1 and mark not in found else None
        if own and mark.series == own.series and _is_other(zone, own, mark) and _is_beside(series.marks, own, mark):
            found[mark] = None
    return Series(tuple(sorted(found, key=lambda mark: mark.start)), series.decided, series.score)


def _is_other(zone: Zone, own: Mark, mark: Mark) -> bool:
    """Two numbers that print a suffix apart: « 2A » and « 2B », « 2023-07 » and « 2023-07 bis »."""
    numbers = {_number_of(zone, own), _number_of(zone, mark)}
    return len(numbers) == 2 and any(number[-1:].isalpha() for number in numbers)


def _number_of(zone: Zone, mark: Mark) -> str:
    """The number that a mark opens, with what tells it from another act of the same number."""
    label = LABEL.match(zone.view.folded, mark.start)
    number = number_at(zone.view, label.end() if label else mark.start)
    return re.sub(r"\s", "", zone.view.folded[slice(*number)]) if number else ""


def _is_beside(marks: tuple[Mark, ...], own: Mark, mark: Mark) -> bool:
    """Between the marks that come before and after its own in the series."""
    place = marks.index(own)
    after = marks[place + 1].start if place + 1 < len(marks) else None
    return (place == 0 or marks[place - 1].start < mark.start) and (after is None or mark.start < after)


def with_lacking(zone: Zone, marks: list[Mark]) -> list[Mark]:
    """The marks of a list with the values that they lack, each printed once between its neighbours."""
    found: list[Mark] = []
    for mark, following in pairwise([*marks, None]):
        if mark is None:
            continue
        found.append(mark)
        for value in _lacking(mark, following):
            stop = following.start if following else zone.end
            at = _printed_once(zone.part(found[-1].body + 1, stop), mark, value)
            if at:
                found.append(Mark(at, at, mark.series, value, False))
    return found


def _went_on(zone: Zone, series: Series, decisions: Places) -> Series:
    """The series with the next values, each printed once after it, where what comes before and after is decided."""
    marks = list(series.marks)
    for _ in range(MOST):
        last = marks[-1]
        if not (series.decided and len(last.value) > 1 and last.series.kind in REGISTERED):
            break
        value = (*last.value[:-1], last.value[-1] + 1)
        found = _printed_once(zone.part(last.body + 1, zone.end), last, value)
        if not (found and decisions.between(last.start, found) and decisions.between(found, zone.end)):
            break
        marks.append(Mark(found, found, last.series, value, False))
    return Series(tuple(marks), series.decided, series.score)


def _began_before(zone: Zone, series: Series, decisions: Places) -> Series:
    """The series with the value right before its first, printed once above it at the head of a line, and decided."""
    first = series.marks[0]
    if len(first.value) < 2 or first.value[-1] < 2 or first.series.kind is not NUMBER:
        return series
    value = (*first.value[:-1], first.value[-1] - 1)
    found = _printed_once(zone.part(zone.start, first.start), first, value)
    if not (found and begins_line(zone, found) and decisions.between(found, first.start)):
        return series
    return replace(series, marks=(Mark(found, found, first.series, value, False), *series.marks))


def with_strayed(zone: Zone, series: Series, marks: Sequence[Mark], decisions: Places) -> Series:
    """The series with the numbers out of order: one that differs in one group, a title after it, decided apart.

    An ordinal that the series lacks, « 8) » between « 4) » and « 5) », is an item dealt with out of its turn.
    """
    chain = list(series.marks)
    first = chain[0]
    ordinal = len(first.value) == 1 and first.series.kind is ORDINAL and len(chain) > FEW
    if not ordinal and (len(first.value) < 2 or first.series.kind not in REGISTERED):
        return series
    count = Counter(mark.value for mark in marks if mark.series == first.series and mark.firm)
    count.update(mark.value for mark in chain if mark.series == first.series)
    for mark in marks:
        place = bisect_right([other.start for other in chain], mark.start)
        if not (mark.series == first.series and mark.firm and count[mark.value] == 1 and place):
            continue
        stop = chain[place].start if place < len(chain) else zone.end
        before = chain[place - 1]
        ended = decisions.between(before.start, mark.start) or NOT_AN_ACT.match(zone.view.folded, before.body)
        if not (ended and decisions.between(mark.start, stop)):
            continue
        kin = _is_kin(before, mark) or _is_ranked(mark, *chain[place - 1 : place + 1])
        if begins_line(zone, mark.start) if ordinal else kin and _titles(zone, mark):
            chain.insert(place, mark)
    return replace(series, marks=tuple(chain))


def _is_kin(mark: Mark, other: Mark) -> bool:
    """« 066-07-23 » beside « 056-07-23 »: the same sitting or year, another rank."""
    return sum(own != its for own, its in zip(mark.value, other.value, strict=False)) == 1


def _is_ranked(mark: Mark, before: Mark, after: Mark | None = None) -> bool:
    """« 2024-78 » after « 2025-77 » and before « 2025-79 »: a slip in the year, the rank that they lack."""
    if after is None or not len(before.value) == len(mark.value) == len(after.value):
        return False
    return before.value[-1] < mark.value[-1] < after.value[-1] and before.value[:-1] == after.value[:-1]


def _titles(zone: Zone, mark: Mark) -> bool:
    """True where a stop and a title follow the number."""
    label = LABEL.match(zone.view.folded, mark.start)
    number = number_at(zone.view, label.end() if label else mark.start)
    return number is not None and bool(_TITLED.match(zone.view.text, number.end, zone.end))


def _lacking(mark: Mark, following: Mark | None) -> list[tuple[int, ...]]:
    """The values between two that differ in one place."""
    if following is None or len(mark.value) != len(following.value):
        return []
    places = [i for i, pair in enumerate(zip(mark.value, following.value, strict=True)) if pair[0] != pair[1]]
    if len(places) != 1 or not 1 < following.value[places[0]] - mark.value[places[0]] <= MOST + 1:
        return []
    place = places[0]
    between = range(mark.value[place] + 1, following.value[place])
    return [(*mark.value[:place], value, *mark.value[place + 1 :]) for value in between]


def _printed_once(part: Zone, mark: Mark, value: tuple[int, ...]) -> int | None:
    """Where a number of the same shape prints a value; None where it is printed twice or not at all."""
    shape = "#" * len(value) if mark.series.shape == LEVEL else mark.series.shape
    found = {start for start, text in _numbers(part, mark) if key_of(text) == (shape, value)}
    return found.pop() if len(found) == 1 else None


def _numbers(part: Zone, mark: Mark) -> Iterator[tuple[int, str]]:
    kind = mark.series.kind
    if kind is NUMBER:
        for label, number in labelled(part.view, part.start, part.end):
            if number.end <= part.end:
                yield label.start(), part.view.folded[slice(*number)]
    if kind in REGISTERED and len(mark.value) > 1:
        for printed in bounded(part.view, part.find(_UNLABELLED), CODES):
            if not _CITED.search(part.view.folded, max(part.start, printed.start() - 16), printed.start()):
                text = printed[0].rpartition("\n")[2]  # a word at the end of the line above is no prefix
                yield printed.end() - len(text), text
