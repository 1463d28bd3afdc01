"""A query that lists named graphs or counts what they hold has the same answer from the counts that are kept."""

import json
import time

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from kg.graph.namespaces import DEF, RDF
from kg.serve import by_graph
from kg.serve.by_graph import counted_by_graph
from kg.serve.workers.evaluation import ask
from kg.serve.workers.job import Job
from tests.serve.conftest import EX, Server, make_release

_TYPE = NamedNode(f"{RDF}type")
_COUNTED = (
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "select (count(?s) as ?n) $g (count($o) as ?m) where{graph $g{$s $p $o.}}group by $g order by desc(?n) ?g limit 2",
    "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s a ?type } } GROUP BY ?g ORDER BY DESC(?g) OFFSET 1",
    f"PREFIX r: <{RDF}> SELECT (COUNT(?g) AS ?n) {{ GRAPH ?g {{ ?s r:type ?c }} }} GROUP BY ?g ORDER BY ?n",
    "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g",
    "SELECT DISTINCT ?graphe { GRAPH ?graphe { ?x a ?c } } ORDER BY ?graphe LIMIT 1",
)
_LEFT = (
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?s (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?s",
    "SELECT ?g (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?g (COUNT(?z) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s ?p ?s } } GROUP BY ?g",
    "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?g ?p ?o } } GROUP BY ?g",
    f"SELECT ?g (COUNT(?s) AS ?n) {{ GRAPH ?g {{ ?s <{EX}numero> ?o }} }} GROUP BY ?g",
    f"SELECT ?g (COUNT(?s) AS ?n) {{ GRAPH ?g {{ ?s a <{EX}Chose> }} }} GROUP BY ?g",
    "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g HAVING (?n > 2)",
    "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s ?p ?o FILTER(ISIRI(?s)) } } GROUP BY ?g",
    "SELECT ?g (COUNT(?s) AS ?n) FROM NAMED <x:y> { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?g (COUNT(?s) AS ?s) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?s",
    "SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
    "SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?o } }",
    "SELECT DISTINCT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s A ?c } } GROUP BY ?g",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH <x:y> { ?s ?p ?o } } GROUP BY ?g",
)


@pytest.fixture(scope="module")
def store() -> Store:
    """Graphs of different sizes, one without a class, and triples in none."""
    found = Store()
    for n in range(12):
        there = NamedNode(f"{EX}g{n % 3}")
        found.add(Quad(NamedNode(f"{EX}a{n}"), _TYPE, NamedNode(f"{DEF}Deliberation"), there))
        found.extend(Quad(NamedNode(f"{EX}a{n}"), NamedNode(f"{EX}numero"), Literal(k), there) for k in range(n % 3))
    found.add(Quad(NamedNode(f"{EX}x"), NamedNode(f"{EX}numero"), Literal(1), NamedNode(f"{EX}g9")))
    found.add(Quad(NamedNode(f"{EX}y"), _TYPE, NamedNode(f"{EX}Chose")))
    return found


def rows(store: Store, job: Job) -> object:
    """The answer, as JSON."""
    answer = ask(store, job)
    assert isinstance(answer, QuerySolutions)
    return json.loads(answer.serialize(format=QueryResultsFormat.JSON) or b"")


@pytest.mark.parametrize("query", _COUNTED)
def test_the_counts_give_the_answer_that_evaluation_gives(store: Store, query: str) -> None:
    counted = counted_by_graph(query)
    assert counted is not None
    assert rows(store, Job(query, counted=counted)) == rows(store, Job(query))


@pytest.mark.parametrize("query", _LEFT)
def test_other_queries_are_left_as_they_are(query: str) -> None:
    assert counted_by_graph(query) is None


def test_too_many_graphs_are_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_graph, "_MOST", 2)
    by_graph.graph_counts.cache_clear()
    query = _COUNTED[0]
    assert rows(store, Job(query, counted=counted_by_graph(query))) == rows(store, Job(query))
    by_graph.graph_counts.cache_clear()


def test_a_server_counts_again_for_the_next_release(own: Server) -> None:
    query = "SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g ORDER BY ?g LIMIT {}"
    first = {f"{EX}graphe/0": 135, f"{EX}graphe/1": 133, f"{EX}graphe/2": 133}
    assert [_counts(own, query.format(10 + n)) for n in range(4)] == [first] * 4
    make_release(own.store, 2, "Suite", acts=403)
    limits, found = iter(range(100, 200)), first
    while found == first:
        time.sleep(0.1)
        found = _counts(own, query.format(next(limits)))
    assert found == {f"{EX}graphe/0": 136, f"{EX}graphe/1": 134, f"{EX}graphe/2": 134}


def _counts(server: Server, query: str) -> dict[str, int]:
    bindings = server.ask(query).json()["results"]["bindings"]
    return {row["g"]["value"]: int(row["n"]["value"]) for row in bindings}
