"""A graph against the SHACL shapes of ontology/shapes.ttl. The only place of the graph that uses rdflib and pySHACL."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyshacl import validate as run_shacl
from rdflib import RDF, SH, Dataset, Graph, Literal, URIRef
from rdflib.term import Node as Term

from kg.graph import iris
from kg.graph.mapping import static_quads
from kg.graph.terms import Quad, nquads_line
from kg.resources import shipped


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A thing that does not fit a shape. ``act`` is the act (or sitting, or organisation) that it is a part of."""

    act: str
    node: str
    shape: str
    message: str
    severity: str
    value: str = ""


def validate(nquads: str | Iterable[Quad]) -> tuple[Violation, ...]:
    """What in a graph does not fit the shapes, in a stable order; empty for a sound graph (N-Quads, or quads)."""
    text = nquads if isinstance(nquads, str) else "".join(map(nquads_line, nquads))
    data = _merged(text)
    _, report, _ = run_shacl(data, shacl_graph=_shapes(), advanced=False, inference="none", meta_shacl=False)
    if not isinstance(report, Graph):
        raise ValueError(f"the shapes could not be run: {report}")
    found = {_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return tuple(sorted(found))


def _merged(text: str) -> Graph:
    """All named graphs and the vocabularies as one graph: shapes look across them."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=text + "".join(map(nquads_line, static_quads())), format="nquads")
    merged = Graph()
    for subject, predicate, value, _ in dataset.quads():
        merged.add((subject, predicate, value))
    return merged


@cache
def _shapes() -> Graph:
    return Graph().parse(shipped("ontology") / "shapes.ttl", format="turtle")


def _violation(report: Graph, result: Term) -> Violation:
    focus = str(report.value(result, SH.focusNode))
    value = report.value(result, SH.value)
    return Violation(
        node=focus,
        act=_whole(focus),
        shape=_name(report, result),
        message=" ; ".join(sorted(_messages(report, result))),
        severity=str(report.value(result, SH.resultSeverity)).rpartition("#")[2].lower(),
        value="" if value is None else str(value),
    )


def _name(report: Graph, result: Term) -> str:
    """The shape's own name, or the constraint where the shape has none."""
    shape = report.value(result, SH.sourceShape)
    return str(shape if isinstance(shape, URIRef) else report.value(result, SH.sourceConstraintComponent))


def _messages(report: Graph, result: Term) -> Iterator[str]:
    for message in report.objects(result, SH.resultMessage):
        if isinstance(message, Literal):
            yield str(message)


def _whole(address: str) -> str:
    """The act, sitting or organisation that a part belongs to."""
    thing = iris.parse(address)
    return iris.render(thing._replace(part=())) if thing else address
