"""Named questions: one SPARQL query per file of ``queries/``, described by its ``#+`` lines.

    #+ title: Les subventions reçues
    #+ summary: Qui finance quoi, depuis une date.
    #+ question: Qui a financé quoi ?
    #+ param: depuis | xsd:date | 2020-01-01 | Depuis le
    #+ chart: bar | nomFinanceur | montant | Montants écrits, en euros
    SELECT ?financeur WHERE { VALUES ?depuis { "2020-01-01"^^xsd:date } … FILTER(?date >= ?depuis) }

A chart is a picture of the answer: its kind, the columns that it shows, its legend; ``bar | label | number``,
``line | date or number | number`` and ``timeline | label | first date | last date``. Numbers of the same label are
added up, or, where a last part says ``moyenne``, averaged.

A parameter is a variable that a ``VALUES ?name { … }`` block of the query gives its default, so that the file runs as
it is in any SPARQL tool; ``VALUES ?name { UNDEF }`` where there is no default. (Oxigraph's own substitutions, SEP-0007,
only reach variables that the query returns.) What a user gives becomes a typed RDF term, and that term takes the place
of the default: a value never becomes syntax.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.resources import shipped

XSD = "http://www.w3.org/2001/XMLSchema#"
CHARTS = {"bar": 2, "line": 2, "timeline": 3}
AVERAGED = "moyenne"
TYPES = ("xsd:string", "xsd:date", "xsd:integer", "xsd:decimal", "iri")
Term = NamedNode | Literal

_HEADER = re.compile(r"^#\+[ \t]*(?P<key>[a-z]+):[ \t]*(?P<value>.*)$", re.MULTILINE)
_WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Param:
    """What a question may be asked with; ``default`` None: the question then does without."""

    name: str
    type: str
    default: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of an answer: ``columns`` are names of variables, as many as its kind has in CHARTS."""

    kind: str
    columns: tuple[str, ...]
    legend: str
    averaged: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its name (that of its file) and its description."""

    name: str
    title: str
    summary: str
    question: str
    params: tuple[Param, ...]
    text: str
    charts: tuple[Chart, ...] = ()


@cache
def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """The questions that come with the program, or those of a folder, by name."""
    folder = folder or shipped("queries")
    return tuple(read_question(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rq")))


@cache
def checks() -> tuple[Question, ...]:
    """The invariants and the rules of audit of ``queries/checks/``, by name."""
    return questions(shipped("queries") / "checks")


def question(name: str, folder: Path | None = None) -> Question:
    """The question of that name, or the check; QueryError lists the names of the questions there are."""
    for known in (*questions(folder), *(() if folder else checks())):
        if known.name == name:
            return known
    raise QueryError(f"no question is called {name!r}; there are: {', '.join(q.name for q in questions(folder))}")


def read_question(name: str, text: str) -> Question:
    """A question from the text of its file; a query without ``#+`` lines is a question without parameters."""
    said: dict[str, list[str]] = {}
    for line in _HEADER.finditer(text):
        said.setdefault(line["key"], []).append(line["value"].strip())
    told = {key: " ".join(said.get(key, ())) for key in ("title", "summary", "question")}
    params = tuple(_read_param(name, line) for line in said.get("param", ()))
    charts = tuple(_read_chart(name, line) for line in said.get("chart", ()))
    asked = told["question"] or told["title"]
    return Question(name, told["title"] or name, told["summary"], asked, params, text, charts)


def bind(question: Question, given: Mapping[str, str] | None = None) -> str:
    """The query of a question with its parameters: what is given, else the default, else unbound.

    An empty value counts as not given. QueryError names the parameter that is unknown or whose value does not fit.
    """
    chosen = {name: value for name, value in (given or {}).items() if value.strip()}
    unknown = sorted({*(given or {})} - {param.name for param in question.params})
    if unknown:
        known = ", ".join(param.name for param in question.params) or "none"
        raise QueryError(f"{question.name} has no parameter {', '.join(unknown)} (it has: {known})")
    text = question.text
    for param in question.params:
        value = chosen.get(param.name, param.default)
        text = _place(text, param.name, None if value is None else term(param, value))
    return text


def term(param: Param, value: str) -> Term:
    """The RDF term that a parameter's value stands for; QueryError where the value does not fit its type."""
    try:
        return _term(param.type, value.strip())
    except (ValueError, InvalidOperation) as fault:
        raise QueryError(f"parameter {param.name}: {value!r} is not a value of type {param.type}") from fault


def _term(kind: str, value: str) -> Term:
    match kind:
        case "iri":
            if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", value) or re.search(r'[\x00-\x20<>"{}|^`\\]', value):
                raise ValueError(value)
            return NamedNode(value)
        case "xsd:date":
            return Literal(date.fromisoformat(value).isoformat(), datatype=NamedNode(XSD + "date"))
        case "xsd:integer":
            return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
        case "xsd:decimal":
            return Literal(f"{_finite(value):f}", datatype=NamedNode(XSD + "decimal"))
        case _:
            return Literal(value)


def _finite(value: str) -> Decimal:
    number = Decimal(value.replace(",", "."))
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError(value)
    return number


def _place(text: str, name: str, value: Term | None) -> str:
    """Give ``?name`` its value in each VALUES block that declares it, else at the start of the first WHERE.

    A LIMIT takes no variable: ``LIMIT 2000 # ?lignes`` says that the number is a parameter.
    """
    if value is not None and (bounded := re.compile(rf"LIMIT\s+\d+(?=[ \t]*#[ \t]*\?{name}\b)")).search(text):
        return bounded.sub(f"LIMIT {_count(name, value)}", text)
    written = f"VALUES ?{name} {{ {'UNDEF' if value is None else value} }}"
    block = re.compile(rf"VALUES\s*(?:\?{name}\b|\(\s*\?{name}\s*\))\s*\{{[^{{}}]*\}}", re.IGNORECASE)
    placed, count = block.subn(lambda _: written, text)
    if count or value is None:
        return placed
    return _WHERE.sub(lambda where: f"{where[0]} {written}", text, count=1)


def _count(name: str, value: Term) -> int:
    number = int(value.value) if isinstance(value, Literal) and value.value.isdigit() else 0
    if not number:
        raise QueryError(f"parameter {name}: a number of rows, 1 or more, is wanted")
    return number


def _read_param(question: str, line: str) -> Param:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4 or parts[1] not in TYPES or not parts[0].isidentifier():
        raise QueryError(
            f"{question}: `#+ param: {line}` should be `name | type | default | label`, type one of {TYPES}"
        )
    name, kind, default, label = parts
    param = Param(name, kind, default or None, label)
    if param.default is not None:
        term(param, param.default)
    return param


def _read_chart(question: str, line: str) -> Chart:
    kind, *parts = (part.strip() for part in line.split("|"))
    count = CHARTS.get(kind, 0)
    averaged = len(parts) == count + 2 and parts[-1] == AVERAGED
    if not count or not all(parts) or len(parts) != count + 1 + averaged:
        raise QueryError(
            f"{question}: `#+ chart: {line}` should be `kind | columns | legend`, kind one of {(*CHARTS,)}"
        )
    return Chart(kind, tuple(parts[:count]), parts[count], averaged)
