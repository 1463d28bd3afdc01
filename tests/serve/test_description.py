"""What the endpoint says of itself, read as a client of SPARQL reads it, over the graph of the samples."""

import httpx
from rdflib import Graph, Namespace

from tests.serve.conftest import Server

VOID = Namespace("http://rdfs.org/ns/void#")
_SH = "PREFIX sh: <http://www.w3.org/ns/shacl#> "


def _rows(site: Server, query: str) -> list[dict[str, str]]:
    found = site.ask(query).json()["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in found]


def test_partitions_count_what_is_there(site: Server) -> None:
    described = Graph().parse(data=httpx.get(f"{site.url}/.well-known/void").text, format="turtle")
    parts = [
        (of, n)
        for _, part in described[: VOID.classPartition]
        for of in described[part : VOID["class"]]
        for n in described[part : VOID.entities]
    ]
    assert len(parts) > 20
    for of, told in parts:
        (counted,) = _rows(site, f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a <{of}> }}")
        # The description itself was not there yet when it was counted.
        if not str(of).startswith((str(VOID), "http://www.w3.org/ns/shacl#")):
            assert told.toPython() == int(counted["n"]), of
    assert list(described[: VOID.propertyPartition])


def test_ready_questions_are_in_the_store_and_run(site: Server) -> None:
    examples = _rows(
        site,
        f"{_SH}SELECT DISTINCT ?text WHERE {{ ?e sh:select ?text ; sh:prefixes/sh:declare ?p }}",
    )
    assert len(examples) > 20
    for example in examples:
        assert site.ask(example["text"]).status_code == 200
