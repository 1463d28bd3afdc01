"""A question put to a graph in memory, as rows of plain values."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pyoxigraph import Literal, QuerySolution, QuerySolutions, RdfFormat, Store

from kg.extract import extract
from kg.graph.mapping import quads, static_quads
from kg.graph.terms import XSD, Quad, nquads_line
from kg.reading import read
from kg.resolve import group, resolve
from kg.resources import shipped
from kg.store.query import run
from kg.store.questions import bind, read_question
from tests.samples import SAMPLES

QUESTIONS = sorted(shipped("queries").glob("*.rq"))
CHECKS = sorted((shipped("queries") / "checks").glob("*.rq"))
# A sound graph breaks no invariant; a rule of audit finds what the documents themselves say.
INVARIANTS = [path for path in CHECKS if "#+ kind: invariant" in path.read_text(encoding="utf-8")]
RULES = [path for path in CHECKS if "#+ kind: audit" in path.read_text(encoding="utf-8")]


def store_of(made: Iterable[Quad]) -> Store:
    """A store of these quads and the ontology."""
    store = Store()
    store.bulk_load(
        input="".join(map(nquads_line, (*made, *static_quads()))).encode(),
        format=RdfFormat.N_QUADS,
    )
    return store


@cache
def samples() -> Store:
    """The graph of the bundled samples."""
    documents = [extract(read(path)) for path in sorted(SAMPLES.iterdir()) if path.is_file()]
    return store_of(quad for key, found in group(documents).items() for quad in quads(resolve(key, found)))


def ask(store: Store, name: str, given: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """The rows of a question of ``queries/``: numbers as numbers, absent cells left out."""
    path = shipped("queries") / f"{name}.rq"
    answer = run(store, bind(read_question(path.stem, path.read_text(encoding="utf-8")), given))
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [{name: plain(row[name]) for name in names if row[name] is not None} for row in answer]


def solutions(store: Store, query: str) -> list[QuerySolution]:
    """The rows of a SELECT over all graphs."""
    answer = store.query(query, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    return list(answer)


def plain(term: Any) -> Any:
    """The value of a term."""
    if isinstance(term, Literal) and term.datatype.value in (f"{XSD}integer", f"{XSD}decimal"):
        return float(term.value)
    return term.value


def only(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    """Some columns of the rows, None where a cell is empty."""
    return [tuple(row.get(column) for column in columns) for row in rows]
