"""A query that counts classes or properties has the same answer whether it is evaluated or asked of the counts."""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from kg.graph.namespaces import DEF, RDF
from kg.serve.countable import CLASS, COUNTING, PROPERTY, countable
from kg.serve.counts import Counts, _read
from kg.serve.guard import plain_shape
from kg.serve.plan import plan_now
from kg.serve.protocol import Asked
from kg.serve.settings import Settings
from kg.store.releases import Release
from tests.serve.conftest import EX, Server, make_release
from tests.serve.counting import table

_TYPE = NamedNode(f"{RDF}type")
_COUNTED = (
    "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c",
    "select $c (count(distinct $s) as ?n) (count(*) as ?m) where{$s a $c.}group by $c order by desc(?n) ?c limit 2",
    "SELECT (COUNT(?c) AS ?n) ?c\nWHERE { ?x rdf:type ?c } GROUP BY ?c ORDER BY ?c LIMIT 1 OFFSET 1",
    "SELECT (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?c)",
    f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s <{RDF}type> <{EX}Chose> }}",
    "SELECT (COUNT(*) AS ?n) (COUNT(?s) AS ?m) { ?s a def:Deliberation . }",
    f"PREFIX k: <{EX}> SELECT (COUNT(*) AS ?n) {{ ?s k:numero ?o }}",
    "SELECT (COUNT(?s) AS ?n) { ?s a <urn:nulle-part> }",
    "SELECT ?p (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?n ?p",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT DISTINCT ?p WHERE { ?s ?p ?o } ORDER BY ?p",
    "SELECT DISTINCT ?class { ?x a ?class }",
)
_LEFT = (
    "SELECT ?c (COUNT(?z) AS ?n) { ?s a ?c } GROUP BY ?c",
    "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c FILTER(ISIRI(?s)) } GROUP BY ?c",
    "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c HAVING (?n > 2)",
    "SELECT ?c (COUNT(?s) AS ?n) { GRAPH ?g { ?s a ?c } } GROUP BY ?c",
    "SELECT ?c (COUNT(?s) AS ?n) { ?s A ?c } GROUP BY ?c",
    "SELECT ?c (COUNT(?s) AS ?n) { ?c a ?c } GROUP BY ?c",
    "SELECT ?s (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?s",
    "SELECT ?c (COUNT(?s) AS ?s) { ?s a ?c } GROUP BY ?c",
    "SELECT ?c (COUNT(?s) AS ?c) { ?s a ?c } GROUP BY ?c",
    "SELECT ?c ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c",
    "SELECT ?c (COUNT(DISTINCT *) AS ?n) { ?s a ?c } GROUP BY ?c",
    "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?s",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c }",
    "SELECT ?p (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "SELECT ?p (COUNT(?s) AS ?n) { ?s ?p <x:y> } GROUP BY ?p",
    "SELECT (COUNT(?s) AS ?n) { ?s a <relative> }",
    "SELECT (COUNT(?s) AS ?n) { ?s a <http://exemple.test/a/../b> }",
    "SELECT (COUNT(?s) AS ?n) { ?s a inconnu:X }",
    "BASE <x:> SELECT (COUNT(?s) AS ?n) { ?s a <http://exemple.test/X> }",
    "PREFIX rdf: <x:> SELECT ?c (COUNT(?s) AS ?n) { ?s rdf:type ?c } GROUP BY ?c",
    "SELECT ?c { ?s a ?c }",
    "SELECT DISTINCT ?s { ?s a ?c }",
    "SELECT DISTINCT (COUNT(*) AS ?n) { ?s a ?c }",
)


@pytest.fixture(scope="module")
def store() -> Store:
    """Classes of different sizes; a triple that two graphs hold, an act of two classes."""
    found = Store()
    for n in range(9):
        found.extend(_acts(n, f"{DEF}Deliberation" if n % 3 else f"{EX}Chose", f"{EX}g{n % 2}"))
    found.extend(_acts(1, f"{EX}Chose", f"{EX}g0"))
    found.extend(_acts(1, f"{EX}Chose", f"{EX}g1"))
    return found


def _acts(n: int, class_: str, graph: str) -> Iterator[Quad]:
    act, there = NamedNode(f"{EX}a{n}"), NamedNode(graph)
    yield Quad(act, _TYPE, NamedNode(class_), there)
    yield Quad(act, NamedNode(f"{EX}numero"), Literal(n), there)


def rows(store: Store, query: str) -> list[dict[str, object]]:
    answer = store.query(query, prefixes={"rdf": RDF, "def": DEF}, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    told = json.loads(answer.serialize(format=QueryResultsFormat.JSON) or b"")
    assert all(set(row) == set(told["head"]["vars"]) for row in told["results"]["bindings"])
    return [dict(row) for row in told["results"]["bindings"]]


@pytest.mark.parametrize("query", _COUNTED)
def test_the_counts_answer_as_the_engine_does(store: Store, query: str) -> None:
    assert plain_shape(query) is not None
    asked = countable(query)
    assert asked is not None
    found, evaluated = rows(store, asked.asked_of(table(store, asked.of))), rows(store, query)
    if "order" in query.lower():
        assert found == evaluated
    assert sorted(map(str, found)) == sorted(map(str, evaluated))


@pytest.mark.parametrize("query", _LEFT)
def test_whatever_else_a_query_asks_is_left_to_the_engine(query: str) -> None:
    assert countable(query) is None


def test_what_the_tables_are_filled_by_is_itself_countable(store: Store) -> None:
    assert countable(COUNTING[CLASS]) is not None
    assert sum(triples for triples, _ in table(store, PROPERTY).values()) == len(list(store))


def test_classes_that_are_no_iris_are_not_counted() -> None:
    strange = Store()
    strange.add(Quad(NamedNode("x:s"), _TYPE, Literal("texte"), NamedNode("x:g")))
    answer = strange.query(COUNTING[CLASS], use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    assert _read(answer.serialize(format=QueryResultsFormat.JSON) or b"") is None


def test_a_worker_is_asked_of_the_counts_once_they_are_there(store: Store) -> None:
    plan = plan_now(Asked("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), Settings())
    assert plan is not None
    here, there = Release(1, Path("1")), Release(2, Path("2"))
    counting: list[str] = []

    async def count(query: str) -> tuple[Release, bytes | None]:
        counting.append(query)
        return here, json.dumps({"results": {"bindings": rows(store, query)}}).encode()

    async def ask() -> list[str]:
        counts, told = Counts(count, 1 << 30), []
        for release in (here, here, here, there, there):
            told.append(counts.job(plan, release).query)
            await asyncio.sleep(0)
        return told

    first, *later, other, again = asyncio.run(ask())
    assert first == other == again == plan.job.query
    assert later == ["SELECT ?n { VALUES (?n) { (21) } }"] * 2
    assert counting == [COUNTING[PROPERTY]] * 2


def test_a_server_counts_once_and_again_for_the_next_release(own: Server) -> None:
    query = "SELECT ?p (COUNT(*) AS ?n) {{ ?s ?p ?o }} GROUP BY ?p ORDER BY ?p LIMIT {}"
    told = [_counts(own, query.format(10 + n)) for n in range(4)]
    assert told == [{f"{EX}numero": 400, f"{EX}titre": 1}] * 4
    # Another data set has counts of its own.
    named = f"SELECT ?p (COUNT(*) AS ?n) FROM <{EX}graphe/1> {{ ?s ?p ?o }} GROUP BY ?p"
    assert _counts(own, named) == {f"{EX}numero": 133}
    make_release(own.store, 2, "Suite", acts=407)
    limits, found = iter(range(100, 200)), told[0]
    while found == told[0]:
        time.sleep(0.1)
        found = _counts(own, query.format(next(limits)))
    assert found == {f"{EX}numero": 407, f"{EX}titre": 1}
    assert _counts(own, query.format(next(limits))) == found


def _counts(server: Server, query: str) -> dict[str, int]:
    bindings = server.ask(query).json()["results"]["bindings"]
    return {row["p"]["value"]: int(row["n"]["value"]) for row in bindings}
