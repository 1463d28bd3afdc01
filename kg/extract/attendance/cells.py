"""A roll as a table of cells: « | Nom | Qualité | Présence | Pouvoir donné à | », each row read by its columns."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.entries import Entry
from kg.model import Span
from kg.text.found import Found
from kg.text.names import find_names

_LINE = re.compile(r"[^\n]*\|[^\n]*")
_CELL = re.compile(r"[^|]+")
_NAMES = re.compile(r"\b(?:noms?|prenoms?|membres?|conseill\w+|elus?|delegues?|administrat\w+|titulaires?)\b")
_STATUS = re.compile(r"\b(?:presences?|presente?s?|statut|emargement|assiduite|appel)\b")
_HOLDER = re.compile(r"\b(?:pouvoirs?|procurations?|mandats?|mandataires?|represente\w* par)\b")
_AWAY = re.compile(r"\b(?:absent|excuse)")  # a column of its own: a cross stands in it
_SAYS = re.compile(
    r"[\s(]*(?:(?P<present>presente?\b|p\b|x\b|oui\b|signe|emarge|[✓✔☒])"
    r"|(?P<proxy>represente|procuration|pouvoir|mandat|pv\b|r\b)"
    r"|(?P<absent>absent|excuse|empeche|non\b|ae?\b|e\b|abs\b|exc\b))"
)
_SHOWN = re.compile(r"[\s(]*(?:[Pp]résentée?|PRÉSENTÉE?)\b")  # « présenté »: said of a file, not of a member
_RULE_LINE = re.compile(r"[\s|+:=–—_-]*")
_LEAST, _MOST_ROWS, _MOST_OTHER = 4, 200, 3


class _Columns(NamedTuple):
    """The ranks of the cells that hold the member, the status, and who holds the proxy."""

    name: int
    status: int
    holder: int | None


def roll_in_cells(zone: Zone) -> tuple[Entry, ...]:
    """The members of the first table whose head names a column of members and one of what they answered."""
    if zone.view.text.find("|", zone.start, zone.end) < 0 or zone.view.folded.find("presen", zone.start, zone.end) < 0:
        return ()
    columns: _Columns | None = None
    entries: list[Entry] = []
    others = 0
    for line in _LINE.finditer(zone.view.text, zone.start, zone.end):
        if columns is None or others > _MOST_OTHER:
            columns, others = _columns(zone.view.folded[line.start() : line.end()]), 0
        elif len(entries) < _MOST_ROWS and not _RULE_LINE.fullmatch(line[0]):
            row = _row(zone, line.start(), line.end(), columns)
            others = 0 if row else others + 1
            entries += [row] if row else []
    sits = any(entry.status == "present" for entry in entries)
    return tuple(entries) if sits and len(entries) >= _LEAST else ()


def _columns(head: str) -> _Columns | None:
    """The columns that a head names; None where a status has columns of crosses, or names two of one kind."""
    cells = [cell[0] for cell in _CELL.finditer(head)]
    holders = [at for at, cell in enumerate(cells) if _HOLDER.search(cell)]
    answers = [at for at, cell in enumerate(cells) if _STATUS.search(cell) and at not in holders]
    names = [at for at, cell in enumerate(cells) if _NAMES.search(cell) and at not in (*holders, *answers)]
    alone = not any(_AWAY.search(cell) for at, cell in enumerate(cells) if at not in answers)
    if len(answers) != 1 or not names or not alone or len(holders) > 1:
        return None
    return _Columns(names[0], answers[0], holders[0] if holders else None)


def _row(zone: Zone, start: int, end: int, columns: _Columns) -> Entry | None:
    """The member of a line, None where it has none or says nothing of it."""
    cells = [Span(*cell.span()) for cell in _CELL.finditer(zone.view.text, start, end)]
    if len(cells) <= max(columns.name, columns.status):
        return None
    name = next(_names(zone, cells[columns.name]), None)
    told = _SAYS.match(zone.view.folded, *cells[columns.status])
    if name is None or told is None or _SHOWN.match(zone.view.text, told.start()):
        return None
    status, span = str(told.lastgroup), Span(name.start, name.end)
    held = [cells[columns.holder]] if columns.holder is not None and columns.holder < len(cells) else []
    places = (Span(told.end(), cells[columns.status].end), *held)
    holder = next((found for place in places for found in _names(zone, place)), None)
    if holder is None or status == "present":
        return Entry(name.value, status, (span,))
    return Entry(name.value, "proxy", (span, Span(holder.start, holder.end)), holder.value)


def _names(zone: Zone, cell: Span) -> Iterator[Found[str]]:
    return find_names(zone.view.text, cell.start, cell.end, listed=True)
