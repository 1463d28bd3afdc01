"""Marks that a series lacks: « 01/02-2023 » printed without « N° », or after a word as of a reference."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.layout.mark import Mark
from kg.extract.layout.numbers import LABEL, PRINTED, key_of, labelled, number_at
from kg.extract.layout.series import Places, Series

MOST = 4  # values that may be lacking in a row
_UNLABELLED = re.compile(rf"(?<![\w/.,-])(?:{PRINTED.pattern})(?![\w%€/]|[.,-]\d)")
_CITED = re.compile(r"(?:n\s?[°º]s?|deliberations?|la|et|modifie|abroge)\s?$")


def filled(zone: Zone, series: Series, decisions: Places) -> Series:
    """The series with what it lacks between two marks, where the value is printed once there and decided apart."""
    marks: list[Mark] = []
    series = _went_on(zone, series, decisions)
    for mark, following in pairwise([*series.marks, None]):
        if mark is None:
            continue
        marks.append(mark)
        for value in _lacking(mark, following):
            stop = following.start if following else zone.end
            found = _printed_once(zone.part(marks[-1].body + 1, stop), mark, value)
            if found and decisions.between(marks[-1].start, found) and decisions.between(found, stop):
                marks.append(Mark(found, found, mark.series, value, False))
    return Series(tuple(marks), series.decided, series.score)


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
        if not (series.decided and len(last.value) > 1 and last.series.startswith(("number", "code"))):
            break
        value = (*last.value[:-1], last.value[-1] + 1)
        found = _printed_once(zone.part(last.body + 1, zone.end), last, value)
        if not (found and decisions.between(last.start, found) and decisions.between(found, zone.end)):
            break
        marks.append(Mark(found, found, last.series, value, False))
    return Series(tuple(marks), series.decided, series.score)


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
    shape = mark.series.split()[-1].replace("level", "#" * len(value))
    found = {start for start, text in _numbers(part, mark) if key_of(text) == (shape, value)}
    return found.pop() if len(found) == 1 else None


def _numbers(part: Zone, mark: Mark) -> Iterator[tuple[int, str]]:
    kind = mark.series.split()[0]
    if kind == "number":
        for label, number in labelled(part.view, part.start, part.end):
            if number.end <= part.end:
                yield label.start(), part.view.folded[slice(*number)]
    if kind in ("number", "code") and len(mark.value) > 1:
        for printed in part.find(_UNLABELLED):
            if not _CITED.search(part.view.folded, max(part.start, printed.start() - 16), printed.start()):
                yield printed.start(), printed[0]
