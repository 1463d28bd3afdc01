"""The W3C tests of SPARQL 1.1 query evaluation, through HTTP, on ``kg serve`` and on the native server.

    python -m benchmarks.w3c --tests DIR        DIR is sparql/sparql11 of a checkout of w3c/rdf-tests

Each file of data is a named graph of one store, and each request names its dataset (SPARQL 1.1 Protocol §2.1.4).
Prints how many each server passes and every test where they differ. Exit 1 where ours passes fewer.
"""

import io
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import httpx
from pyoxigraph import NamedNode, RdfFormat, Store
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result
from rdflib.term import Node

from benchmarks.options import command
from benchmarks.serving import running
from benchmarks.storage import native
from kg.store.releases import new_release, publish

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
XSD = "http://www.w3.org/2001/XMLSchema#"
_OWN = Namespace("urn:result:")
_ASIDE = ("entailment", "service", "csv-tsv-res")
_FORMS = {".srx": "xml", ".srj": "json"}
_GRAPHS = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}
_SERVE = "import sys, pathlib, kg.serve; kg.serve.run(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]))"


@dataclass(frozen=True, slots=True)
class Case:
    """One test: files of its query, default graph, named graphs and expected result."""

    name: str
    query: Path
    data: tuple[Path, ...]
    named: tuple[Path, ...]
    expected: Path


def cases(folder: Path) -> Iterator[Case]:
    """The evaluation tests of every manifest of a folder, but for those that need other servers or a reasoner."""
    for manifest in sorted(folder.glob("*/manifest.ttl")):
        if manifest.parent.name in _ASIDE:
            continue
        graph = Graph().parse(manifest, format="turtle")
        for test in sorted(graph.subjects(RDF.type, MF.QueryEvaluationTest), key=str):
            yield _case(graph, test, f"{manifest.parent.name}/{str(test).rpartition('#')[2]}")


def _case(graph: Graph, test: Node, name: str) -> Case:
    action = graph.value(test, MF.action)
    query = graph.value(action, QT.query)
    data = tuple(_path(node) for node in graph.objects(action, QT.data))
    named = tuple(_path(node) for node in graph.objects(action, QT.graphData))
    return Case(name, _path(query), data, named, _path(graph.value(test, MF.result)))


def _path(node: Node | None) -> Path:
    return Path(str(node).removeprefix("file://"))


def load(found: list[Case], store: Path) -> Path:
    """A release with a graph for every file of data; its directory."""
    files = {path for case in found for path in (*case.data, *case.named)}
    with new_release(store) as directory:
        database = Store(str(directory))
        for path in sorted(files):
            database.load(path=str(path), format=_GRAPHS[path.suffix], base_iri=path.as_uri(), to_graph=_graph(path))
        database.flush()
        del database
        return publish(store, directory, {}).path


def _graph(path: Path) -> NamedNode:
    return NamedNode(path.as_uri())


def passed(found: list[Case], address: str) -> set[str]:
    """The names of the tests whose answer is the expected one."""
    with httpx.Client(timeout=30) as client:
        return {case.name for case in found if _passes(client, address, case)}


def _passes(client: httpx.Client, address: str, case: Case) -> bool:
    text = f"BASE <{case.query.as_uri()}>\n{case.query.read_text(encoding='utf-8')}"
    dataset = [("default-graph-uri", path.as_uri()) for path in case.data]
    dataset += [("named-graph-uri", path.as_uri()) for path in case.named]
    if not dataset:
        dataset = [("default-graph-uri", "urn:nothing")]
    accept = "application/sparql-results+xml, text/turtle"
    answer = client.post(address, data=_form([("query", text), *dataset]), headers={"accept": accept})
    if answer.status_code != 200:
        return False
    if answer.headers["content-type"].startswith("text/turtle"):
        expected = Graph().parse(case.expected)
        return isomorphic(Graph().parse(data=answer.text, format="turtle"), expected)
    return _same(Result.parse(source=_stream(answer.content), format="xml"), _expected(case))


def _form(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    return {name: [value for key, value in pairs if key == name] for name, _ in pairs}


def _stream(content: bytes) -> io.BytesIO:
    return io.BytesIO(content)


def _expected(case: Case) -> Result:
    if case.expected.suffix in _FORMS:
        return Result.parse(source=_stream(case.expected.read_bytes()), format=_FORMS[case.expected.suffix])
    return Result.parse(source=_stream(case.expected.read_bytes()), format="turtle")


def _same(one: Result, other: Result) -> bool:
    if one.type != other.type:
        return False
    if one.type == "ASK":
        return one.askAnswer == other.askAnswer
    return isomorphic(_as_graph(one), _as_graph(other))


def _as_graph(result: Result) -> Graph:
    """The rows as a graph, so that blank nodes may have other names; numbers by their value."""
    graph = Graph()
    for row in result.bindings:
        node = BNode()
        graph.add((node, RDF.type, _OWN.row))
        for variable, value in row.items():
            graph.add((node, _OWN[str(variable)], _valued(value)))
    return graph


def _valued(term: Node) -> Node:
    kind = str(term.datatype or "") if isinstance(term, Literal) else ""
    if kind == f"{XSD}decimal":
        return Literal(format(Decimal(str(term)).normalize(), "f"), datatype=URIRef(kind))
    if kind in (f"{XSD}double", f"{XSD}float"):
        return Literal(repr(float(str(term))), datatype=URIRef(kind))
    return term


def main() -> int:
    """Parse, run both, print; the exit code."""
    parser = command("w3c", __doc__)
    parser.add_argument("--tests", type=Path, required=True, help="sparql/sparql11 of a checkout of w3c/rdf-tests")
    found = list(cases(parser.parse_args().tests.resolve()))
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        release = load(found, store)
        with running([sys.executable, "-c", _SERVE, str(store), "{port}"]) as port:
            ours = passed(found, f"http://127.0.0.1:{port}/sparql")
        peer = [native(), "serve-read-only", "--location", str(release), "--bind", "127.0.0.1:{port}"]
        with running(peer) as port:
            theirs = passed(found, f"http://127.0.0.1:{port}/query")
    print(f"ours {len(ours)}, oxigraph serve-read-only {len(theirs)}, of {len(found)} tests")
    for name in sorted(ours ^ theirs):
        print(f"{'only ours' if name in ours else 'only theirs'}: {name}")
    print("neither:", ", ".join(sorted({case.name for case in found} - ours - theirs)))
    return 1 if len(ours) < len(theirs) else 0


if __name__ == "__main__":
    raise SystemExit(main())
