"""The ontology and its vocabularies as quads of one named graph."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import RdfFormat, parse

from kg.graph import iris
from kg.graph.terms import Quad, iri
from kg.graph.vocabularies import vocabulary_quads
from kg.resources import shipped

GRAPH = iri(iris.ONTOLOGY_GRAPH)


def ontology_quads() -> Iterator[Quad]:
    """What ontology/deliberations.ttl and the vocabularies declare."""
    yield from _declared()
    yield from vocabulary_quads(GRAPH)


@cache
def _declared() -> tuple[Quad, ...]:
    path = shipped("ontology") / "deliberations.ttl"
    triples = parse(path.read_bytes(), format=RdfFormat.TURTLE)
    return tuple(Quad(str(t.subject), str(t.predicate), str(t.object), GRAPH) for t in triples)
