"""The graph of the samples in another engine: rdflib, which shares no code with Oxigraph, gives the same rows."""

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, QuerySolutions

from kg.graph import iris
from kg.graph.namespaces import PREFIXES
from kg.graph.terms import XSD
from kg.publish.export import export
from kg.store.query import run
from kg.store.questions import bind, read_question
from tests.queries.asked import CHECKS, QUESTIONS, samples

# rdflib warns of itself, once a statement.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
NUMBERS = (f"{XSD}integer", f"{XSD}decimal", f"{XSD}double")
# Questions narrowed, so that the parameters are tried in the other engine too.
NARROWED = {
    "mon-conseil": {"autorite": iris.organisation("219901022")},
    "assiduite": {"depuis": "2023-01-01"},
    "qui-finance-quoi": {"depuis": "2023-01-01"},
    "checks/transmission-tardive": {"jours": "1"},
    "checks/subvention-sans-convention": {"seuil": "1"},
}
Row = tuple[str | Decimal | None, ...]


@cache
def dataset() -> rdflib.Dataset:
    """The export of the samples as rdflib reads it, all graphs at once."""
    written = BytesIO()
    export(samples(), "nquads", written)
    loaded = rdflib.Dataset(default_union=True)
    loaded.parse(data=written.getvalue().decode(), format="nquads")
    return loaded


def value(text: str, datatype: str | None) -> str | Decimal:
    """A value free of what SPARQL leaves to an engine: the digits of a mean, and the order in a GROUP_CONCAT."""
    if datatype in NUMBERS:
        return round(Decimal(text), 6)
    return " ; ".join(sorted(re.split(r" ; | \| |, ", text)))


def ours(query: str) -> Counter[Row]:
    answer = run(samples(), query)
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    rows: Counter[Row] = Counter()
    for solution in answer:
        cells = (solution[name] for name in names)
        rows[tuple(None if c is None else value(c.value, c.datatype.value if isinstance(c, Literal) else None)
                   for c in cells)] += 1  # fmt: skip
    return rows


def theirs(query: str) -> Counter[Row]:
    rows: Counter[Row] = Counter()
    for row in dataset().query(query, initNs={name: rdflib.Namespace(home) for name, home in PREFIXES.items()}):
        cells = tuple(row)  # type: ignore[arg-type]
        rows[tuple(None if c is None else value(str(c), str(getattr(c, "datatype", None))) for c in cells)] += 1
    return rows


def asked(path: Path, given: Mapping[str, str] | None = None) -> str:
    return bind(read_question(path.stem, path.read_text(encoding="utf-8")), given)


def name_of(path: Path) -> str:
    return f"checks/{path.stem}" if path.parent.name == "checks" else path.stem


def test_the_graph_is_loaded_unchanged() -> None:
    assert len(dataset()) > 0
    assert sum(1 for _ in dataset().quads()) == len(samples())


@pytest.mark.parametrize("path", [*QUESTIONS, *CHECKS], ids=name_of)
def test_a_question_gives_the_same_rows(path: Path) -> None:
    query = asked(path)
    assert theirs(query) == ours(query)


@pytest.mark.parametrize("name", NARROWED)
def test_a_narrowed_question_gives_the_same_rows(name: str) -> None:
    (path,) = (path for path in (*QUESTIONS, *CHECKS) if name_of(path) == name)
    query = asked(path, NARROWED[name])
    found = ours(query)
    assert found, "a question that finds nothing compares nothing"
    assert theirs(query) == found


def test_most_questions_find_something_to_compare() -> None:
    empty = [name_of(path) for path in QUESTIONS if not ours(asked(path))]
    assert len(empty) <= 3, empty
