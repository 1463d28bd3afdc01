"""A thing being described in a named graph."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.graph import iris
from kg.graph.namespaces import PROV
from kg.graph.terms import RDF_TYPE, Quad, iri
from kg.resolve.entities import PersonKey, Quote

QUOTED = iri(f"{PROV}wasQuotedFrom")


class Node(NamedTuple):
    """A subject and the graph that speaks of it, both encoded; ``address`` is the subject's IRI."""

    address: str
    graph: str

    def says(self, predicate: str, value: str | None) -> Iterator[Quad]:
        """One statement, none where there is no value. Both are encoded terms."""
        if value is not None:
            yield Quad(iri(self.address), predicate, value, self.graph)

    def is_a(self, *classes: str) -> Iterator[Quad]:
        """The classes of the thing."""
        for name in classes:
            yield Quad(iri(self.address), RDF_TYPE, name, self.graph)

    def quotes(self, *passages: Quote | None) -> Iterator[Quad]:
        """Where what is said of the thing is written: one statement for each passage, each once."""
        for place in dict.fromkeys(passages):
            if place is not None:
                yield Quad(iri(self.address), QUOTED, iri(iris.passage(iris.Passage(*place))), self.graph)

    def part(self, *names: str) -> "Node":
        """A part of the thing, described in the same graph."""
        return Node(iris.part(self.address, *names), self.graph)


def node(address: str) -> Node:
    """A thing that has a named graph of its own."""
    return Node(address, iri(iris.graph_of(address)))


def person_term(authority: str, key: PersonKey) -> str:
    """A person as a term."""
    return iri(iris.person(authority, key.term, key.slug))


def chain(*parts: Iterable[Quad]) -> Iterator[Quad]:
    """The statements of several descriptions, in order."""
    for part in parts:
        yield from part
