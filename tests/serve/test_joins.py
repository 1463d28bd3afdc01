"""A join over all there is has the same answer whether its patterns are looked up or read whole."""

import asyncio
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from kg.graph.namespaces import DEF, RDF
from kg.serve.countable import CLASS, PROPERTY
from kg.serve.counts import Counts
from kg.serve.guard import plain_shape
from kg.serve.joins import join_of
from kg.serve.plan import plan_now
from kg.serve.protocol import Asked
from kg.serve.settings import Settings
from kg.serve.workers.job import Job
from kg.serve.workers.worker import evaluate
from kg.store.releases import Release
from tests.serve.conftest import EX
from tests.serve.counting import table

_ACT, _VOTE = f"{DEF}Deliberation", f"{EX}Vote"
_AMPLE = 1 << 30
_PREFIX = f"PREFIX k: <{EX}> "
_JOINED = (
    "SELECT ?a (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a } GROUP BY ?a ORDER BY ?a",
    "SELECT ?a (count(*) as ?n)\nwhere{$x k:authority ?a.?x a def:Deliberation.}group by ?a "
    "order by desc(?n) ?a limit 2",
    "SELECT (MIN(?n) AS ?first) (MAX(?n) AS ?last) WHERE { ?x rdf:type def:Deliberation . ?x k:number ?n . }",
    f"SELECT (SUM(?f) AS ?n) {{ ?x a <{_ACT}> ; <{EX}vote> ?v . ?v a <{_VOTE}> ; <{EX}for> ?f }}",
    "SELECT ?a (AVG(?f) AS ?n) { ?v k:for ?f . ?x k:vote ?v ; k:authority ?a ; } GROUP BY ?a ORDER BY ?a",
    "SELECT (COUNT(DISTINCT ?t) AS ?n) { ?x k:topic ?t ; k:authority ?a ; k:number ?n0 }",
    "SELECT ?odd (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:number ?i BIND(?i / 2 AS ?odd) FILTER(?i > 2) } "
    "GROUP BY ?odd HAVING (COUNT(?x) > 0) ORDER BY ?odd OFFSET 1",
    "SELECT (COUNT(*) AS ?n) { ?x a def:Deliberation . ?x k:authority ?a FILTER ( ?a IN (k:b0, k:b1) ) . }",
    "SELECT ?c (COUNT(?x) AS ?n) { ?x k:number ?i ; a ?c FILTER(STRLEN(STR(?c)) > (2 + (1))) } GROUP BY ?c ORDER BY ?c",
)
_LEFT = (
    "SELECT ?x ?a { ?x a def:Deliberation ; k:authority ?a }",
    "SELECT ?a (COUNT(?x) AS ?n) { ?x k:authority ?a } GROUP BY ?a",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority k:b0 }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; ?p ?o }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:topic/k:label ?l }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:topic+ ?t }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:topic ?s, ?t }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation . ?y k:topic ?t }",
    "SELECT (COUNT(?x) AS ?n) { ?x k:topic ?t . ?y k:topic ?t }",
    "SELECT (COUNT(?x) AS ?n) { ?x k:topic ?t . ?y k:next ?z . ?z k:next ?y }",
    "SELECT (COUNT(?x) AS ?n) { ?x k:next ?y . ?y k:next ?x }",
    "SELECT (COUNT(?x) AS ?n) { ?x k:next ?x ; a def:Deliberation }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation . $x a def:Deliberation }",
    "SELECT (COUNT(?x) AS ?n) { k:a0 k:topic ?t ; k:authority ?x }",
    "SELECT (COUNT(?x) AS ?n) { _:x a def:Deliberation ; k:authority ?x }",
    "SELECT (COUNT(?x) AS ?n) { GRAPH ?g { ?x a def:Deliberation ; k:authority ?a } }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a . VALUES ?a { k:b0 } }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a FILTER(?a != k:b0) ?x k:number 3 }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a FILTER(EXISTS { ?x k:number 3 }) }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a FILTER NOT EXISTS { ?x k:number 3 } }",
    "SELECT (COUNT(?x) AS ?n) { ?x k:authority ?a ; a k:Deliberation.FILTER(?a) }",
    "SELECT (COUNT(?x) AS ?n) (SAMPLE(?a) AS ?s) { ?x a def:Deliberation ; k:authority ?a }",
    "SELECT (GROUP_CONCAT(?a) AS ?s) (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a }",
    "SELECT (COUNT(?x) AS ?n) { ?x a inconnu:X ; k:authority ?a }",
    "SELECT (COUNT(?x) AS ?n) { ?x a <relative> ; k:authority ?a }",
    "SELECT (COUNT(?x) AS ?n) { ?x a def:Deliberation ; k:authority ?a FILTER(?a",
)


@pytest.fixture(scope="module")
def store() -> Store:
    """Acts with one authority and any number of topics; some of their triples stand in two graphs."""
    found = Store()
    for n in range(12):
        for graph in (f"{EX}g{n % 2}", *([f"{EX}g2"] if n % 3 == 0 else [])):
            found.extend(Quad(*triple, NamedNode(graph)) for triple in _act(n))
    return found


def _act(n: int) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    act, vote, type_ = NamedNode(f"{EX}a{n}"), NamedNode(f"{EX}v{n}"), NamedNode(f"{RDF}type")
    if n % 4:
        yield act, type_, NamedNode(_ACT)
    yield act, NamedNode(f"{EX}authority"), NamedNode(f"{EX}b{n % 5}")
    yield act, NamedNode(f"{EX}number"), Literal(n)
    yield from ((act, NamedNode(f"{EX}topic"), NamedNode(f"{EX}t{topic}")) for topic in range(n % 3))
    yield act, NamedNode(f"{EX}vote"), vote
    yield vote, type_, NamedNode(_VOTE)
    if n != 7:
        yield vote, NamedNode(f"{EX}for"), Literal(n * n)


def rows(store: Store, query: str) -> list[dict[str, object]]:
    answer = store.query(query, prefixes={"rdf": RDF, "def": DEF}, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    return list(json.loads(answer.serialize(format=QueryResultsFormat.JSON) or b"")["results"]["bindings"])


def planned(query: str, memory: int = _AMPLE, **sizes: int) -> str | None:
    """How a query is written where classes and properties of the test's namespace have so many triples."""
    join = join_of(_PREFIX + query)
    assert join is not None
    counted = {f"{EX}{name}": (size, size) for name, size in sizes.items()}
    return join.hashed({CLASS: counted, PROPERTY: counted}, memory)


@pytest.mark.parametrize("query", _JOINED)
def test_patterns_read_whole_give_what_the_patterns_give(store: Store, query: str) -> None:
    assert plain_shape(_PREFIX + query) is not None
    join = join_of(_PREFIX + query)
    assert join is not None
    written = join.hashed({of: table(store, of) for of in (CLASS, PROPERTY)}, _AMPLE)
    assert written is not None and written.upper().count("SELECT") == 1 + len(join.patterns)
    found = rows(store, written)
    assert found == rows(store, _PREFIX + query)
    assert found


@pytest.mark.parametrize("query", _LEFT)
def test_whatever_else_a_query_asks_is_left_as_it_stands(query: str) -> None:
    assert join_of(_PREFIX + query) is None


def test_a_pattern_that_holds_much_more_than_the_first_is_looked_up() -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?x a k:Act ; k:authority ?a }"
    assert planned(query, Act=100, authority=700)
    assert not planned(query, Act=100, authority=701)
    assert not planned(query, Act=0, authority=700)
    # The engine begins with the class, though the other holds less.
    assert planned(query, Act=700, authority=10)
    assert planned("SELECT (COUNT(*) AS ?n) { ?x k:number ?n0 ; k:authority ?a }", number=700, authority=100)
    assert not planned("SELECT (COUNT(*) AS ?n) { ?x k:number ?n0 ; k:authority ?a }", number=701, authority=100)


def test_what_would_not_fit_the_memory_of_a_query_is_looked_up() -> None:
    star = "SELECT (COUNT(*) AS ?n) { ?x a k:Act ; k:topic ?t ; k:present ?p }"
    chain = "SELECT (COUNT(*) AS ?n) { ?x a k:Act ; k:topic ?t . ?t k:label ?p }"
    assert planned(star, 1 << 30, Act=100, topic=700, present=700)
    # Seven topics and seven people: 4,900 rows of an act are held, beside 1,500 that are read.
    assert planned(star, 6400 * 1024, Act=100, topic=700, present=700)
    assert not planned(star, 6399 * 1024, Act=100, topic=700, present=700)
    # A topic has one label: there are no more rows than topics.
    assert planned(chain, 2200 * 1024, Act=100, topic=700, label=700)
    assert not planned(chain, 2199 * 1024, Act=100, topic=700, label=700)
    # The last pattern is not held.
    assert planned("SELECT (COUNT(*) AS ?n) { ?x a k:Act ; k:topic ?t }", 800 * 1024, Act=100, topic=700)


def test_a_join_says_what_it_needs_to_know() -> None:
    assert _tables("SELECT (COUNT(*) AS ?n) { ?x a k:Act ; k:topic ?t }") == {CLASS, PROPERTY}
    assert _tables("SELECT (COUNT(*) AS ?n) { ?x k:topic ?t ; a ?c }") == {PROPERTY}
    assert _tables("SELECT (COUNT(*) AS ?n) { ?x a k:Act, k:Decision }") is None
    assert _tables("SELECT (COUNT(*) AS ?n) { ?x a k:Act ; a k:Decision }") == {CLASS}


def _tables(query: str) -> set[str] | None:
    join = join_of(_PREFIX + query)
    return {*join.tables} if join else None


def test_a_worker_gets_the_other_writing_once_both_tables_are_there(store: Store) -> None:
    query = _PREFIX + "SELECT (COUNT(*) AS ?n) { ?x a def:Deliberation ; k:authority ?a }"
    plan = plan_now(Asked(query), Settings())
    elsewhere = plan_now(Asked(query.replace(" {", f" FROM <{EX}g0> {{")), Settings())
    assert plan is not None and elsewhere is not None
    here = Release(1, Path("1"))

    async def count(asked: str) -> tuple[Release, bytes | None]:
        return here, json.dumps({"results": {"bindings": rows(store, asked)}}).encode()

    async def ask() -> list[Job]:
        counts, told = Counts(count, _AMPLE), []
        for _ in range(2):
            told += [counts.job(plan, here), counts.job(elsewhere, here)]
            await asyncio.sleep(0)
        return told

    first, other, later, still = asyncio.run(ask())
    assert first == plan.job and other == still == elsewhere.job
    assert (
        later._replace(joined=None) == plan.job
        and later.joined
        and "{ SELECT ?x ?a { ?x k:authority ?a } }" in later.joined
    )


def test_an_error_is_said_of_the_query_as_it_was_written(store: Store) -> None:
    query = _PREFIX + "SELECT (COUNT(*) AS ?n)\n{ ?x a def:Deliberation ; k:authority ?a }\nGROUP BY ?a ?"
    told = [
        _told(store, Job(query, joined=joined)) for joined in (None, "SELECT { a longer { one", "SELECT ?a {\n\n\n\n}?")
    ]
    assert told[0] == told[1] == told[2]
    assert b'"fault": "syntax"' in told[0] and b'"place": [3,' in told[0]


def test_a_worker_evaluates_the_other_writing(store: Store) -> None:
    assert b'"value":"42"' in _told(store, Job("SELECT ?n {}", joined="SELECT (42 AS ?n) {}"))


def _told(store: Store, job: Job) -> bytes:
    pipe = io.BytesIO()
    evaluate(store, job, pipe)
    return pipe.getvalue()
