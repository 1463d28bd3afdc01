"""Pictures of answers, as geometry for ``chart.html``: SVG without scripts, whose table is beside it on the page.

Lengths are in the units of the picture's own coordinates (its width is WIDTH); dates are ISO 8601.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from kg.serve.pages.templating import decimal
from kg.store.questions import Chart

Cell = Mapping[str, Any] | None
Values = list[tuple[str, float]]
WIDTH = 720.0
_LEFT, _RIGHT = 250.0, 130.0
_ROW, _TOP, _PLOT, _FOOT = 24.0, 8.0, 240.0, 28.0
_MOST_BARS, _MOST_SPANS, _MOST_POINTS = 20, 40, 400
_LABEL = 33.0  # characters of a label that fit at the left


class Tick(NamedTuple):
    """A mark of an axis: where, and what is written there."""

    at: float
    text: str


class Bar(NamedTuple):
    """A bar, or a stretch of time: its label, what is written at its end, and its place."""

    label: str
    said: str
    x: float
    y: float
    width: float


class Picture(NamedTuple):
    """A drawn chart. ``more``: how many labels are not in it; ``points`` is the line, as SVG writes it."""

    kind: str
    legend: str
    height: float
    bars: tuple[Bar, ...] = ()
    points: str = ""
    dots: tuple[tuple[float, float, str], ...] = ()
    across: tuple[Tick, ...] = ()
    up: tuple[Tick, ...] = ()
    more: int = 0


def draw(chart: Chart, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Picture | None:
    """The picture of an answer; None where the answer has nothing that it can show."""
    if not set(chart.columns) <= set(head):
        return None
    places = [head.index(column) for column in chart.columns]
    told = [tuple(str(cell["value"]) if (cell := row[place]) else "" for place in places) for row in rows]
    drawers: dict[str, Callable[[Chart, list[tuple[str, ...]]], Picture | None]]
    drawers = {"bar": _bars, "line": _line, "timeline": _timeline}
    return drawers[chart.kind](chart, told)


def _bars(chart: Chart, told: list[tuple[str, ...]]) -> Picture | None:
    values = [(label, value) for label, value in _gathered(chart, told) if label and value > 0]
    values.sort(key=lambda one: (-one[1], one[0]))
    if not values:
        return None
    shown, room = values[:_MOST_BARS], (WIDTH - _LEFT - _RIGHT) / values[0][1]
    bars = tuple(
        Bar(_short(label), decimal(value), _LEFT, _TOP + _ROW * row, max(1.0, value * room))
        for row, (label, value) in enumerate(shown)
    )
    return Picture("bar", chart.legend, 2 * _TOP + _ROW * len(bars), bars, more=len(values) - len(shown))


def _line(chart: Chart, told: list[tuple[str, ...]]) -> Picture | None:
    values = [(at, label, value) for label, value in _gathered(chart, told) if (at := _position(label)) is not None]
    values.sort()
    values = values[-_MOST_POINTS:]
    if len(values) < 2 or values[0][0] == values[-1][0] or min(value for _, _, value in values) < 0:
        return None
    first, last, most = values[0][0], values[-1][0], max(value for _, _, value in values) or 1.0
    left, wide, step = 70.0, WIDTH - 90.0, _step(most)
    top = math.ceil(most / step) * step

    def place(at: float, value: float) -> tuple[float, float]:
        return round(left + wide * (at - first) / (last - first), 1), round(_TOP + _PLOT * (1 - value / top), 1)

    dots = tuple((*place(at, value), f"{label} : {decimal(value)}") for at, label, value in values)
    up = tuple(Tick(place(first, step * n)[1], decimal(round(step * n, 6))) for n in range(round(top / step) + 1))
    across = tuple(Tick(place(at, 0)[0], text) for at, text in _years(first, last))
    points = " ".join(f"{x},{y}" for x, y, _ in dots)
    return Picture("line", chart.legend, _TOP + _PLOT + _FOOT, points=points, dots=dots, across=across, up=up)


def _timeline(chart: Chart, told: list[tuple[str, ...]]) -> Picture | None:
    spans = [
        (label, first, last) for label, *days in told if label and (first := _day(days[0])) and (last := _day(days[1]))
    ]
    labels = list(dict.fromkeys(label for label, first, last in spans if first <= last))
    shown = labels[:_MOST_SPANS]
    spans = [(label, first, last) for label, first, last in spans if label in set(shown) and first <= last]
    if not spans:
        return None
    begins, ends = min(first for _, first, _ in spans), max(last for _, _, last in spans)
    wide = WIDTH - _LEFT - 20.0
    room = wide / max(1, (ends - begins).days)
    bars = tuple(
        Bar(
            _short(label),
            f"{first:%d/%m/%Y} – {last:%d/%m/%Y}",
            round(_LEFT + room * (first - begins).days, 1),
            y,
            long,
        )
        for label, first, last in spans
        for y, long in [(_TOP + _ROW * shown.index(label), round(max(4.0, room * (last - first).days), 1))]
    )
    years = _years(begins.year + _in_year(begins), ends.year + _in_year(ends))
    across = tuple(Tick(round(_LEFT + room * (date(int(at), 1, 1) - begins).days, 1), text) for at, text in years)
    height = _TOP + _ROW * len(shown) + _FOOT
    return Picture("timeline", chart.legend, height, bars, across=across, more=len(labels) - len(shown))


def _gathered(chart: Chart, told: list[tuple[str, ...]]) -> Values:
    """One number a label."""
    by_label: dict[str, list[float]] = {}
    for label, written in told:
        value = _number(written)
        if value is not None:
            by_label.setdefault(label, []).append(value)
    return [(label, sum(all_) / (len(all_) if chart.averaged else 1)) for label, all_ in by_label.items()]


def _number(written: str) -> float | None:
    try:
        value = float(written)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _position(written: str) -> float | None:
    """Where a day or a number stands on an axis; a day as a year and its part."""
    day = _day(written)
    return day.year + _in_year(day) if day else _number(written)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _in_year(day: date) -> float:
    return (day - date(day.year, 1, 1)) / timedelta(days=366)


def _years(first: float, last: float) -> Iterator[tuple[float, str]]:
    """Whole numbers from first to last, eight at most."""
    every = max(1, math.ceil((last - first) / 8))
    for at in range(math.ceil(first / every) * every, math.floor(last) + 1, every):
        yield float(at), str(at)


def _step(most: float) -> float:
    """A round distance between marks of an axis, so that there are four to ten."""
    power: float = 10 ** math.floor(math.log10(most / 4))
    return next(power * factor for factor in (1, 2, 5, 10) if most / (power * factor) <= 5)


def _short(label: str) -> str:
    """As much of a label as fits; capitals are wider."""
    room = _LABEL
    for at, letter in enumerate(label):
        room -= 1.4 if letter.isupper() or letter in "MWmw" else 1.0
        if room < 0:
            return label[: max(1, at - 1)].rstrip() + "…"
    return label
