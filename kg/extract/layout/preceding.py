"""Which marks may come before another in a series: the value before, one or two passed over, the level above."""

from collections.abc import Sequence

from kg.extract.layout.mark import Mark

SKIPPED = 0.3  # what it costs to pass over a value
LEAP, LEAST = 0.15, 10  # and to pass over any of a register's, where an act's label and its place tell the number


def predecessors(mark: Mark, group: Sequence[Mark]) -> list[tuple[tuple[int, ...], float]]:
    """Values that may come just before, with a price for those that skip some."""
    value = mark.value
    found = []
    kind = mark.series.split()[0]
    places = range(len(value)) if kind in ("number", "code", "titled") else [len(value) - 1]
    for place in places:
        for step in (1, 2, 3):
            changed = (*value[:place], value[place] - step, *value[place + 1 :])
            found.append((changed, SKIPPED * (step - 1)))
    if kind == "ordinal" or mark.series.endswith(" level"):
        found.extend(_across_levels(value))
    if kind == "letter" and value[-1] == 1:
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
    if not index or not mark.series.startswith("number n") or mark.value[-1] < LEAST:
        return []
    before = group[index - 1]
    return [(index - 1, LEAP)] if mark.firm and before.firm and before.value < mark.value else []
