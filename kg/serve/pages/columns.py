"""The table of a question as a reader sees it: heads in French, sums and dates as they are written, names that lead.

What a variable is called and what its numbers are is data (``columns.toml``); an unknown one gets its own name.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from kg.graph import iris
from kg.graph.namespaces import BASE
from kg.serve.pages import words
from kg.serve.pages.ontology import short
from kg.serve.places import local

Cell = Mapping[str, Any] | None
_LONGEST, _LONG = 90, 40
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_WHOLE = re.compile(r"[+-]?\d{1,18}")


class Column(NamedTuple):
    """A column: the variable, its head, its place in the answer; ``link`` is the place of what its words lead to."""

    name: str
    title: str
    at: int
    link: int | None = None


class Shown(NamedTuple):
    """A cell: its words, where they lead, and its kind (``nombre``, ``jour``, ``preuve``, ``long``, or nothing)."""

    text: str
    href: str | None = None
    kind: str = ""


def columns(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """The columns that say something; addresses whose thing another column names lend it their links."""
    said = [at for at in range(len(head)) if any(_text(row[at]) for row in rows)]
    bearers = {bearer: at for at in said if (bearer := _bearer(head, rows, at, said)) is not None}
    hidden = set(bearers.values())
    return tuple(Column(head[at], title(head[at]), at, bearers.get(at)) for at in said if at not in hidden)


def _bearer(head: Sequence[str], rows: Sequence[Sequence[Cell]], at: int, said: Sequence[int]) -> int | None:
    """The first column that can bear the links of another: it has words, and none of them leads elsewhere."""
    if not all(_address(row[at]) for row in rows if row[at]):
        return None
    places = (head.index(name) for name in _told()["porteurs"].get(head[at], ()) if name in head)
    return next((to for to in places if to in said and not any(_address(row[to]) for row in rows)), None)


def mentioned(table: Iterable[Column], rows: Sequence[Sequence[Cell]]) -> set[str]:
    """The addresses of ours that are shown as such, and need a name."""
    cells = (_cell(column, row) for column in table for row in rows)
    found = {str(cell["value"]) for cell in cells if cell and _address(cell)}
    return {iri for iri in found if iri.startswith(BASE) and iris.parse_passage(iri) is None}


def _cell(column: Column, row: Sequence[Cell]) -> Cell:
    """What a cell shows: its words, else the thing that they would lead to."""
    return row[column.at] if _text(row[column.at]) or column.link is None else row[column.link]


def shown(column: Column, row: Sequence[Cell], labels: Mapping[str, str]) -> Shown:
    """A cell as it is written on a page."""
    cell = _cell(column, row)
    told = _shown(column.name, cell, labels) if cell else Shown("")
    lead = row[column.link] if column.link is not None else None
    return told._replace(href=local(str(lead["value"]))) if lead and told.text else told


def _shown(name: str, cell: Mapping[str, Any], labels: Mapping[str, str]) -> Shown:
    value, kind = str(cell["value"]), str(cell.get("datatype", "")).rpartition("#")[2]
    if iris.parse_passage(value) is not None:
        return Shown("preuve", local(value), "preuve")
    if _address(cell):
        name = _named(value, labels)
        return Shown(name, local(value), "long" if len(name) > _LONG else "")
    if name == "champ":
        return Shown(field(value))
    if kind in ("date", "dateTime"):
        return Shown(_day(value), kind="jour")
    if kind == "boolean":
        return Shown({"true": "oui", "false": "non"}.get(value, value))
    if kind in ("integer", "decimal", "double"):
        return _number(name, value)
    return Shown(value, kind="long" if len(value) > _LONG else "")


def _number(name: str, value: str) -> Shown:
    form = _told()["formes"].get(name)
    if form == "euros":
        return Shown(words.euros(value), kind="nombre")
    if form == "part":
        return Shown(words.percent(value), kind="nombre")
    if form == "suite":
        return Shown(value, kind="nombre")
    told = words.number(int(value)) if _WHOLE.fullmatch(value) else value.replace(".", ",")
    return Shown(told, kind="nombre")


def _named(iri: str, labels: Mapping[str, str]) -> str:
    """The name of a thing, else what its address says."""
    if label := labels.get(iri):
        return label if len(label) <= _LONGEST else label[:_LONGEST].rpartition(" ")[0] + " …"
    thing = iris.parse(iri)
    if thing is not None and thing.kind == "seance":
        return f"séance du {words.day(thing.key[-1])}"
    if thing is not None and thing.part:
        return " ".join(thing.part)
    return local(iri).removeprefix("/doc/") if iri.startswith(BASE) else short(iri)


def _day(value: str) -> str:
    """« 27/03/2023 », « 27/03/2023 à 19 h 00 »; what is no date stays as it is."""
    date, _, time = value.partition("T")
    parts = date.split("-")
    if len(parts) != 3:
        return value
    return "/".join(reversed(parts)) + (f" à {time[:2]} h {time[3:5]}" if time else "")


def title(name: str) -> str:
    """The head of a column: « nomFinanceur » is « Financeur », an unknown « dateVue » is « Date vue »."""
    known = _told()["titres"].get(name)
    return known or (name if name.isupper() else _CAMEL.sub(" ", name).capitalize())


def field(pointer: str) -> str:
    """The field of a record in French: « rapporteur/name » is « rapporteur »."""
    name = pointer.lstrip("/").partition("/")[0]
    return str(_told()["champs"].get(name, pointer))


def _text(cell: Cell) -> str:
    return str(cell["value"]).strip() if cell else ""


def _address(cell: Cell) -> bool:
    return bool(cell) and cell["type"] == "uri" and str(cell["value"]).startswith(("https://", "http://"))  # type: ignore[index]


@cache
def _told() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("kg.serve.pages") / "columns.toml").read_text(encoding="utf-8"))
