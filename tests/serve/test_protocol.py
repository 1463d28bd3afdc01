"""Every door and every form of the SPARQL 1.1 Protocol, over HTTP."""

import csv
import io
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from tests.serve.conftest import EX, Server

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?a <http://exemple.test/numero> ?o }"
ONE = "SELECT ?t WHERE { <http://exemple.test/a0> <http://exemple.test/titre> ?t }"
DESCRIBE = "DESCRIBE <http://exemple.test/a0>"


def count(answer: httpx.Response) -> int:
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_named_graphs_are_read_together_by_get_form_and_direct_post(server: Server) -> None:
    direct = {"content-type": "application/sparql-query; charset=utf-8"}
    assert count(server.ask(COUNT)) == 400
    assert count(httpx.post(server.sparql, data={"query": COUNT})) == 400
    assert count(httpx.post(server.sparql, content=COUNT, headers=direct)) == 400


def test_the_prefixes_of_the_graph_need_no_declaration(server: Server) -> None:
    answer = server.ask("ASK { FILTER(STR(foaf:name) = 'http://xmlns.com/foaf/0.1/name') }")
    assert answer.json()["boolean"] is True


def test_the_dataset_of_the_query_or_of_the_request_replaces_the_union(server: Server) -> None:
    graph = {"default-graph-uri": f"{EX}graphe/1"}
    inside = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?a <http://exemple.test/numero> ?o } }"
    assert count(server.ask(COUNT.replace("WHERE", f"FROM <{EX}graphe/1> WHERE"))) == 133
    assert count(httpx.get(server.sparql, params={"query": COUNT, **graph})) == 133
    assert count(httpx.post(server.sparql, data={"query": COUNT, **graph})) == 133
    assert count(server.ask(inside)) == 400
    assert count(httpx.get(server.sparql, params={"query": inside, **graph})) == 0
    assert count(httpx.get(server.sparql, params={"query": inside, "named-graph-uri": f"{EX}graphe/2"})) == 133
    assert count(httpx.get(server.sparql, params={"query": COUNT, "named-graph-uri": f"{EX}graphe/2"})) == 0
    # The request's dataset wins over the query's (SPARQL 1.1 Protocol §2.1.4).
    own = COUNT.replace("WHERE", f"FROM <{EX}graphe/2> WHERE")
    assert (
        count(httpx.get(server.sparql, params={"query": own, "default-graph-uri": [f"{EX}graphe/0", f"{EX}graphe/1"]}))
        == 267
    )


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml"),
        ("text/*", "text/csv; charset=utf-8"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("*/*", "application/sparql-results+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+json"),
    ],
)
def test_tables_by_accept(server: Server, accept: str, media: str) -> None:
    answer = server.ask(ONE, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert "Acte d'essai" in answer.text.replace("&apos;", "'").replace("&#39;", "'")


def test_each_table_form_says_the_same(server: Server) -> None:
    assert server.ask(ONE).json()["results"]["bindings"] == [
        {"t": {"type": "literal", "value": "Acte d'essai", "xml:lang": "fr"}}
    ]
    assert list(csv.reader(io.StringIO(server.ask(ONE, "text/csv").text))) == [["t"], ["Acte d'essai"]]
    assert server.ask(ONE, "text/tab-separated-values").text.splitlines()[0] == "?t"
    xml = ElementTree.fromstring(server.ask(ONE, "application/sparql-results+xml").text)
    assert [literal.text for literal in xml.iter("{http://www.w3.org/2005/sparql-results#}literal")] == ["Acte d'essai"]
    assert server.ask("ASK { ?s ?p 399 }").json()["boolean"] is True
    assert server.ask("ASK { ?s ?p 400 }").json()["boolean"] is False


@pytest.mark.parametrize(
    ("accept", "rdflib_name"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_graphs_by_accept(server: Server, accept: str, rdflib_name: str) -> None:
    answer = server.ask(DESCRIBE, accept)
    assert answer.headers["content-type"] == accept
    assert len(Graph().parse(data=answer.text, format=rdflib_name)) == 2


def test_the_form_may_be_named_and_nothing_fits_is_told(server: Server) -> None:
    assert (
        httpx.get(server.sparql, params={"query": ONE, "format": "csv"}).headers["content-type"].startswith("text/csv")
    )
    assert (
        httpx.get(server.sparql, params={"query": DESCRIBE, "format": "ttl"}).headers["content-type"] == "text/turtle"
    )
    assert server.ask(ONE, "image/png").status_code == 406
    assert server.ask(ONE, "text/turtle").status_code == 406
    assert server.ask(DESCRIBE, "text/csv").status_code == 406


@pytest.mark.parametrize("query", ["SELECT * WHERE {", "n'importe quoi", "SELECT ?x { ?x ?y }", ""])
def test_a_broken_query_is_a_problem_with_its_place(server: Server, query: str) -> None:
    answer = server.ask(query)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert {"title", "status", "detail", "line", "column"} <= answer.json().keys()


def test_requests_that_are_not_one_query(server: Server) -> None:
    assert httpx.get(server.sparql, params=[("query", ONE), ("query", COUNT)]).status_code == 400
    assert httpx.post(server.sparql, data={"other": "x"}).status_code == 400
    assert httpx.post(server.sparql, content=ONE, headers={"content-type": "text/plain"}).status_code == 415
    assert httpx.post(server.sparql, content=ONE).status_code == 415
    assert (
        httpx.post(server.sparql, content=b"\xff", headers={"content-type": "application/sparql-query"}).status_code
        == 400
    )
    assert httpx.get(f"{server.sparql}?query=%FF").status_code == 400
    assert httpx.put(server.sparql, content="x").status_code == 405
    assert httpx.get(server.sparql, params={"query": ONE, "default-graph-uri": "pas un iri"}).status_code == 400


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
        "CLEAR ALL",
        "DROP ALL",
    ],
)
def test_updates_are_refused_by_every_door(server: Server, update: str) -> None:
    doors = [
        server.ask(update),
        httpx.post(server.sparql, data={"update": update}),
        httpx.post(server.sparql, data={"query": update}),
        httpx.post(server.sparql, content=update, headers={"content-type": "application/sparql-update"}),
        httpx.get(server.sparql, params={"update": update}),
    ]
    assert [answer.status_code for answer in doors] == [403] * 5
    assert all("lecture seule" in answer.json()["title"] for answer in doors)
    assert count(server.ask(COUNT)) == 400


def test_answers_are_validated_by_etag_and_head_has_no_body(server: Server) -> None:
    answer = server.ask(ONE)
    held = {"accept": "application/sparql-results+json", "if-none-match": answer.headers["etag"]}
    again = httpx.get(server.sparql, params={"query": ONE}, headers=held)
    other = server.ask(ONE, "text/csv")
    assert (again.status_code, again.content) == (304, b"")
    assert other.headers["etag"] != answer.headers["etag"]
    assert "etag" not in server.ask("SELECT (NOW() AS ?n) {}").headers
    head = httpx.head(server.sparql, params={"query": ONE}, headers={"accept": held["accept"]})
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", answer.headers["etag"])


def test_any_site_may_ask(server: Server) -> None:
    assert server.ask(ONE).headers["access-control-allow-origin"] == "*"
    preflight = httpx.options(server.sparql, headers={"origin": "https://ailleurs.test"})
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]


def test_the_service_describes_itself(server: Server) -> None:
    described = Graph().parse(data=httpx.get(server.sparql, headers={"accept": "text/turtle"}).text, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (None, URIRef(f"{sd}feature"), URIRef(f"{sd}UnionDefaultGraph")) in described
    assert "<textarea" in httpx.get(server.sparql, headers={"accept": "text/html,*/*;q=0.8"}).text


def test_the_data_set_is_described_where_it_is_looked_for(server: Server) -> None:
    answer = httpx.get(f"{server.url}/.well-known/void", headers={"accept": "text/turtle"})
    described = Graph().parse(data=answer.text, format="turtle")
    void = "http://rdfs.org/ns/void#"
    assert (None, URIRef(f"{void}sparqlEndpoint"), URIRef(server.sparql)) in described
    assert next(described.objects(None, URIRef(f"{void}triples"))) is not None


def test_a_graph_is_read_by_its_name(server: Server) -> None:
    address = f"{server.url}/graphs"
    graph = httpx.get(address, params={"graph": f"{EX}graphe/1"}, headers={"accept": "application/n-triples"})
    assert (graph.status_code, len(graph.text.splitlines())) == (200, 133)
    assert len(Graph().parse(data=httpx.get(f"{address}?default").text, format="turtle")) == 401
    assert httpx.head(address, params={"graph": f"{EX}graphe/1"}).status_code == 200
    assert httpx.get(address, params={"graph": f"{EX}graphe/9"}).status_code == 404
    assert httpx.get(address, params={"graph": "x:y> { ?s ?p ?o } } #"}).status_code == 400
    assert httpx.get(address).status_code == 400
    assert httpx.get(address, params={"graph": f"{EX}graphe/1"}, headers={"accept": "text/csv"}).status_code == 406
    assert [httpx.request(m, address, content="x").status_code for m in ("PUT", "POST", "DELETE")] == [403] * 3


def wrapped(server: Server, query: str, form: str, method: str = "GET") -> Any:
    client = SPARQLWrapper(server.sparql)
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(method)
    return client.queryAndConvert()


def test_sparqlwrapper_works_unchanged(server: Server) -> None:
    assert wrapped(server, ONE, JSON)["results"]["bindings"][0]["t"]["value"] == "Acte d'essai"
    assert wrapped(server, ONE, CSV, "POST") == b"t\r\nActe d'essai\r\n"
    assert b"Acte d'essai" in wrapped(server, DESCRIBE, TURTLE)
    assert len(wrapped(server, DESCRIBE, XML)) == 2


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_reads_it_as_a_graph(server: Server, method: str) -> None:
    graph = Graph(SPARQLStore(server.sparql, method=method))
    assert len(list(graph.query(f"SELECT ?s WHERE {{ ?s <{EX}numero> ?o }} LIMIT 7"))) == 7
    assert str(next(graph.objects(URIRef(f"{EX}a0"), URIRef(f"{EX}titre")))) == "Acte d'essai"


def test_rdflib_reads_it_as_a_dataset(server: Server) -> None:
    dataset = Dataset(store=SPARQLStore(server.sparql))
    assert len(list(dataset.query(f"SELECT ?s WHERE {{ ?s <{EX}numero> ?o }} LIMIT 7"))) == 7
