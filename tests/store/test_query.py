"""Queries are asked of all graphs, or of those that they name; a table leaves as a table."""

import csv
import io

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


def test_a_comma_in_an_address_parts_no_row() -> None:
    place = EX + "texte/0a#char=5,19"
    store = Store()
    store.add(Quad(NamedNode(EX + "acte"), NamedNode(EX + "p"), NamedNode(place)))
    store.add(
        Quad(NamedNode(EX + "acte"), NamedNode(EX + "q"), Literal('dit « 3, 4 » et "5"\nà la ligne', language="fr"))
    )
    answer = run(
        store, "SELECT ?a ?b ?none { VALUES ?none { UNDEF } ?x <https://exemple.fr/p> ?a ; <https://exemple.fr/q> ?b }"
    )
    printed = serialise(answer, "csv").decode()
    assert list(csv.reader(io.StringIO(printed, newline=""))) == [
        ["a", "b", "none"],
        [place, 'dit « 3, 4 » et "5"\nà la ligne', ""],
    ]
    assert printed.startswith("a,b,none\r\n")


def test_a_long_answer_has_all_its_rows() -> None:
    store = Store()
    store.extend(Quad(NamedNode(f"{EX}{n}"), NamedNode(EX + "n"), Literal(n)) for n in range(150))
    printed = serialise(run(store, "SELECT ?n { ?s ?p ?n } ORDER BY ?n"), "csv").decode()
    assert [row[0] for row in csv.reader(io.StringIO(printed))] == ["n", *map(str, range(150))]
