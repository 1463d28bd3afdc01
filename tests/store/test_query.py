"""Queries are asked of all graphs, or of those that they name."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.store.query import run, serialise, table

EX = "https://exemple.fr/"


@pytest.fixture
def store() -> Store:
    store = Store()
    for graph in ("a", "b"):
        store.add(Quad(NamedNode(EX + graph), NamedNode(EX + "p"), Literal("FROM"), NamedNode(EX + "g/" + graph)))
    return store


@pytest.mark.parametrize(
    ("dataset", "count"),
    [("", "2"), (f"FROM <{EX}g/a>", "1"), (f"FROM <{EX}g/a> FROM <{EX}g/b>", "2"), (f"from<{EX}g/none>", "0")],
)
def test_a_query_is_asked_of_the_graphs_that_it_names(store: Store, dataset: str, count: str) -> None:
    _, rows = table(run(store, f'SELECT (COUNT(*) AS ?n) {dataset} WHERE {{ ?s ?p "FROM" }} # FROM nowhere'))
    assert rows == [(count,)]


def test_a_text_that_is_no_query_is_said(store: Store) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        run(store, "SELECT * WHERE {")


def test_a_form_that_an_answer_cannot_take_names_those_that_it_can(store: Store) -> None:
    with pytest.raises(QueryError, match="csv"):
        serialise(run(store, "SELECT * { ?s ?p ?o }"), "turtle")
