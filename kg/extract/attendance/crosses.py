"""A roll as a table of crosses: « NOM   Présent   Excusé   Absent   Pouvoir à », a cross for each member under one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.entries import Entry
from kg.extract.lines import line_start
from kg.model import Span
from kg.text.cues import cue_positions, matches_at
from kg.text.names import find_names

_HEAD = re.compile(
    r"(?<=\n)[^\n:]{0,90}\bpresente?s?\b[^\n:]{1,60}\b(?:absent|excuse|represente|procuration|pouvoir)[^\n:]{0,60}(?=\n)"
)
_LABEL = re.compile(
    r"\b(?:(?P<present>presente?)|(?P<absent>absente?|excusee?)|(?P<proxy>representee?|procuration|pouvoir|mandat))s?\b(?:\s?/\s?excuses?)?"
)
_CROSS = re.compile(r"(?<=[\s|])[xX✓✔☒](?=[\s|])")
_LEAST = 5  # rows
_MOST_LINES = 200
_MOST_OTHER = 3  # lines in a row without a member


class _Column(NamedTuple):
    """A column of crosses: what it says, and where it stands in its line (a character, or the rank of a cell)."""

    status: str
    place: float


def roll_in_columns(zone: Zone) -> tuple[Entry, ...]:
    """The members of the first table whose head names the columns; none where few rows hold a name and a cross."""
    folded = zone.view.folded
    lines = (line_start(zone.view, at) for at in cue_positions(folded, ("present",), zone.start, zone.end))
    head = next(matches_at(_HEAD, folded, lines, zone.start, zone.end), None)
    if head is None:
        return ()
    celled = "|" in head[0]
    if not celled and not _is_spaced(zone, head.start(), head.end()):
        return ()
    columns = [
        _Column(str(label.lastgroup), _place(zone, (label.start() + label.end()) // 2, celled=celled))
        for label in _LABEL.finditer(zone.view.folded, head.start(), head.end())
    ]
    entries = [entry for entry in _rows(zone, head.end(), columns, celled=celled) if entry is not None]
    enough = len(entries) >= _LEAST and any(entry.status == "present" for entry in entries)
    return tuple(entries) if enough else ()


def _is_spaced(zone: Zone, start: int, end: int) -> bool:
    """Whether the head keeps the width of its columns: single spaces between them tell under none where a cross is."""
    return (
        re.search(r"\S(?:[ \u00a0]{2,}|\t)\S", zone.view.raw[zone.view.starts[start] : zone.view.starts[end]])
        is not None
    )


def _rows(zone: Zone, start: int, columns: list[_Column], *, celled: bool) -> Iterator[Entry | None]:
    """The member of each line below the head, up to lines that hold none."""
    others = 0
    for _ in range(_MOST_LINES):
        start += 1
        end = zone.view.text.find("\n", start, zone.end)
        end = zone.end if end < 0 else end
        entry = _member(zone, start, end, columns, celled=celled) if start < end else None
        others = 0 if entry else others + 1
        if others > _MOST_OTHER or end >= zone.end:
            return
        yield entry
        start = end


def _member(zone: Zone, start: int, end: int, columns: list[_Column], *, celled: bool) -> Entry | None:
    """The name that begins a line, placed by the cross after it; a name after the cross holds its proxy."""
    cross = _CROSS.search(zone.view.text, start, min(end + 1, len(zone.view.text)))
    name = next(find_names(zone.view.text, start, cross.start() if cross else start, listed=True), None)
    if cross is None or name is None:
        return None
    place = _place(zone, cross.start(), celled=celled)
    status = min(columns, key=lambda column: abs(column.place - place)).status
    holder = next(find_names(zone.view.text, cross.end(), end, listed=True), None)
    if holder is not None and status != "present":
        spans = (Span(name.start, name.end), Span(holder.start, holder.end))
        return Entry(name.value, "proxy", spans, holder.value)
    return Entry(name.value, status, (Span(name.start, name.end),))


def _place(zone: Zone, position: int, *, celled: bool) -> float:
    """How far into its line a character of the text as read stands, or in which cell."""
    if celled:
        line = line_start(zone.view, position)
        return float(zone.view.text.count("|", line, position))
    at = zone.view.starts[position]
    return float(at - zone.view.raw.rfind("\n", 0, at))
