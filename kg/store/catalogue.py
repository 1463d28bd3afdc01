"""What a release says of itself, in a graph of its own: its size by class and property (VoID §4.4), the prefixes of its
IRIs and the questions that are ready (SHACL §5.2.1, §6), where editors of queries look for them."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.namespaces import BASE, PREFIXES, RDF, RDFS, SH, XSD
from kg.store.questions import bind, questions

VOID = "http://rdfs.org/ns/void#"
GRAPH = f"{BASE}graphe/description"
DATASET = f"{GRAPH}#donnees"
_TYPE = NamedNode(f"{RDF}type")
_OF_CLASSES = "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?x } GROUP BY ?x"
_OF_PROPERTIES = "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x"


def describe_release(directory: Path) -> int:
    """Add its description to a database that was just loaded; the number of quads it has then."""
    store = Store(str(directory))
    store.extend([*_sizes(store), *_prefixes(), *_examples()])
    store.flush()
    return len(store)


def digest() -> str:
    """Changes when the questions or the prefixes do."""
    told = "\n".join(map(str, (*_prefixes(), *_examples())))
    return hashlib.sha256(told.encode()).hexdigest()


def _sizes(store: Store) -> Iterator[Quad]:
    classes, properties = _counted(store, _OF_CLASSES), _counted(store, _OF_PROPERTIES)
    yield _said(DATASET, _TYPE, NamedNode(f"{VOID}Dataset"))
    yield _said(DATASET, _void("triples"), Literal(sum(properties.values())))
    yield _said(DATASET, _void("classes"), Literal(len(classes)))
    yield _said(DATASET, _void("properties"), Literal(len(properties)))
    yield from _partitions("class", "entities", classes)
    yield from _partitions("property", "triples", properties)


def _counted(store: Store, query: str) -> Counter[str]:
    rows = store.query(query, use_default_graph_as_union=True)
    return Counter({row["x"].value: int(row["n"].value) for row in rows})  # type: ignore[union-attr]


def _partitions(of: str, counting: str, counted: Counter[str]) -> Iterator[Quad]:
    for address, count in sorted(counted.items()):
        part = f"{GRAPH}#{of}-{hashlib.sha256(address.encode()).hexdigest()[:12]}"
        yield _said(DATASET, _void(f"{of}Partition"), NamedNode(part))
        yield _said(part, _void(of), NamedNode(address))
        yield _said(part, _void(counting), Literal(count))


def _prefixes() -> Iterator[Quad]:
    for prefix, namespace in sorted(PREFIXES.items()):
        declared = f"{GRAPH}#prefixe-{prefix}"
        yield _said(GRAPH, _sh("declare"), NamedNode(declared))
        yield _said(declared, _sh("prefix"), Literal(prefix))
        yield _said(declared, _sh("namespace"), Literal(namespace, datatype=NamedNode(f"{XSD}anyURI")))


def _examples() -> Iterator[Quad]:
    for question in questions():
        example = f"{GRAPH}#question-{question.name}"
        for kind in ("SPARQLExecutable", "SPARQLSelectExecutable"):
            yield _said(example, _TYPE, _sh(kind))
        yield _said(example, _sh("prefixes"), NamedNode(GRAPH))
        yield _said(example, _sh("select"), Literal(bind(question)))
        yield _said(example, NamedNode(f"{RDFS}comment"), Literal(question.question, language="fr"))


def _void(name: str) -> NamedNode:
    return NamedNode(VOID + name)


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)


def _said(subject: str, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(subject), predicate, value, NamedNode(GRAPH))
