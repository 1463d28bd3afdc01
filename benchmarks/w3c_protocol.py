"""The W3C tests of the SPARQL 1.1 Protocol, on ``kg serve`` and on the native server.

    python -m benchmarks.w3c_protocol --tests DIR      DIR is sparql/sparql11 of a checkout of w3c/rdf-tests

Each test is one or more requests, with the status, the kind of answer or the boolean that is expected. Tests that
write are counted apart: ours writes nothing. Exit 1 where ours fails a test of querying that the native one passes.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib import RDF, RDFS, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from benchmarks.options import command
from benchmarks.serving import running
from benchmarks.storage import native
from kg.store.releases import new_release, publish

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
_ROOT = "/sparql/"
_SERVE = "import sys, pathlib, kg.serve; kg.serve.run(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]))"
_KINDS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml", "application/json"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated"),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "application/trig",
            "application/n-quads", "text/n3"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and what is expected of its answer: status classes (``2``, ``4``), a kind of answer, a boolean."""

    method: str
    query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    statuses: frozenset[str]
    kind: str | None
    truth: bool | None

    @property
    def writes(self) -> bool:
        """Whether it asks for an update."""
        said = dict(self.headers).get("content-type", "")
        named = "update" in said or (self.body or b"").startswith(b"update=")
        return named or self.query.startswith("update=") or "&update=" in self.query


@dataclass(frozen=True, slots=True)
class Case:
    """A test and its requests, in their order."""

    name: str
    exchanges: tuple[Exchange, ...]

    @property
    def writes(self) -> bool:
        """Whether the test passes only where something is written."""
        return any(one.writes and "4" not in one.statuses for one in self.exchanges)


def read(manifest: Path) -> tuple[list[Case], dict[str, Path]]:
    """The tests of a manifest, and the file of each named graph that they ask."""
    graph = Graph().parse(manifest, format="turtle")
    cases = [
        Case(str(test).rpartition("#")[2], tuple(_exchanges(graph, graph.value(test, MF.action))))
        for test in sorted(graph.subjects(RDF.type, MF.ProtocolTest), key=str)
    ]
    data = {
        str(graph.value(node, RDFS.label)): Path(str(graph.value(node, UT.graph)).removeprefix("file://"))
        for node in graph.objects(None, UT.graphData)
    }
    return cases, data


def _exchanges(graph: Graph, action: Node | None) -> Iterator[Exchange]:
    for node in Collection(graph, graph.value(action, HT.requests)):  # type: ignore[arg-type]
        answer = graph.value(node, HT.resp)
        statuses = {str(status)[-3:][0] for status in graph.objects(answer, MF.expectedStatus)}
        truth, kind = graph.value(answer, MF.expectedBoolean), graph.value(answer, MF.expectedFormat)
        yield Exchange(
            str(graph.value(node, HT.methodName)),
            str(graph.value(node, HT.absolutePath)).removeprefix(_ROOT).removeprefix("?"),
            tuple(_headers(graph, graph.value(node, HT.headers))),
            _body(graph, graph.value(node, HT.body)),
            frozenset(statuses),
            str(kind) if kind else None,
            None if truth is None else str(truth) == "true",
        )


def _headers(graph: Graph, node: Node | None) -> Iterator[tuple[str, str]]:
    for one in Collection(graph, node) if node else ():
        yield str(graph.value(one, HT.fieldName)).lower(), str(graph.value(one, HT.fieldValue))


def _body(graph: Graph, node: Node | None) -> bytes | None:
    if node is None:
        return None
    chars, coding = graph.value(node, CNT.chars), graph.value(node, CNT.characterEncoding)
    return str(chars).encode(str(coding or "UTF-8"))


def passed(cases: list[Case], port: int, query: str, update: str) -> set[str]:
    """The names of the tests whose requests are all answered as expected."""
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        return {case.name for case in cases if all(_fits(client, one, query, update) for one in case.exchanges)}


def _fits(client: httpx.Client, asked: Exchange, query: str, update: str) -> bool:
    path = update if asked.writes else query
    address = f"{path}?{asked.query}" if asked.query else path
    answer = client.request(asked.method, address, headers=list(asked.headers), content=asked.body)
    if str(answer.status_code)[0] not in asked.statuses:
        return False
    media = answer.headers.get("content-type", "")
    if asked.kind is not None and not media.startswith(_KINDS[asked.kind]):
        return False
    return asked.truth is None or _truth(answer) is asked.truth


def _truth(answer: httpx.Response) -> bool:
    if "json" in answer.headers["content-type"]:
        return bool(answer.json()["boolean"])
    return "<boolean>true</boolean>" in answer.text


def load(data: dict[str, Path], store: Path) -> Path:
    """A release with these graphs; its directory."""
    with new_release(store) as directory:
        database = Store(str(directory))
        for name, path in sorted(data.items()):
            database.load(path=str(path), format=RdfFormat.N_TRIPLES, to_graph=NamedNode(name))
        database.flush()
        del database
        return publish(store, directory, {}).path


def compare(manifest: Path) -> tuple[list[Case], set[str], set[str]]:
    """The tests, those that ours passes and those that the native server passes, each over its own copy of the data."""
    cases, data = read(manifest)
    with tempfile.TemporaryDirectory() as folder:
        load(data, Path(folder, "ours"))
        with running([sys.executable, "-c", _SERVE, str(Path(folder, "ours")), "{port}"]) as port:
            ours = passed(cases, port, "/sparql", "/sparql")
        copy = load(data, Path(folder, "peer"))
        with running([native(), "serve", "--location", str(copy), "--bind", "127.0.0.1:{port}"]) as port:
            theirs = passed(cases, port, "/query", "/update")
    return cases, ours, theirs


def main() -> int:
    """Parse, run both, print; the exit code."""
    parser = command("w3c_protocol", __doc__)
    parser.add_argument("--tests", type=Path, required=True, help="sparql/sparql11 of a checkout of w3c/rdf-tests")
    cases, ours, theirs = compare(parser.parse_args().tests.resolve() / "protocol" / "manifest.ttl")
    writing = {case.name for case in cases if case.writes}
    every = {case.name for case in cases}
    for label, some in (("querying", every - writing), ("writing", writing)):
        print(f"{label}: ours {len(some & ours)}, oxigraph serve {len(some & theirs)}, of {len(some)} tests")
    for name in sorted(ours ^ theirs):
        print(f"{'only ours' if name in ours else 'only theirs'}: {name}")
    print("neither:", ", ".join(sorted(every - ours - theirs)) or "none")
    return 1 if (theirs - ours) - writing else 0


if __name__ == "__main__":
    raise SystemExit(main())
