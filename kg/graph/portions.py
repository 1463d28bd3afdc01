"""A graph in portions that hold all that a shape looks at, so that one of any size can be validated in little memory.

A portion is a sitting with its acts, the sources that they are read in and what was found there; a source of several
sittings, and a convention that acts of several sittings approve, keep these together. The people and bodies of an
authority are a portion of their own.
"""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from pyoxigraph import NamedNode, RdfFormat, Store

from kg.graph import iris
from kg.graph.namespaces import DCTERMS, DEF, ELI_DL

# What ties the graph that says it to the graph of its object.
_TIES = (f"{ELI_DL}forms_part_of", f"{DCTERMS}source", f"{DEF}approuve")
_LEAST = 400_000  # bytes of N-Quads: smaller portions go together, since each run over the shapes has a cost of its own


class Portion(NamedTuple):
    """N-Quads that are validated together; ``graphs``: how many named graphs they are of."""

    text: str
    graphs: int


def portions(store: Store) -> Iterator[Portion]:
    """The portions of a release, small ones together; the ontology, which each run over the shapes adds, is in none."""
    held: list[bytes] = []
    for graphs in _groups(store):
        held.extend(_dumped(store, graph) for graph in graphs)
        if sum(map(len, held)) >= _LEAST:
            yield Portion(b"".join(held).decode(), len(held))
            held.clear()
    if held:
        yield Portion(b"".join(held).decode(), len(held))


def graph_count(store: Store) -> int:
    """How many named graphs all portions hold."""
    return sum(map(len, _groups(store)))


def _groups(store: Store) -> list[list[str]]:
    """The named graphs that belong together, in a stable order."""
    chief: dict[str, str] = {}

    def chief_of(graph: str) -> str:
        while chief.setdefault(graph, graph) != graph:
            chief[graph] = graph = chief[chief[graph]]
        return graph

    for one, other in _ties(store):
        first, second = sorted((chief_of(one), chief_of(other)))
        chief[second] = first
    found: dict[str, list[str]] = defaultdict(list)
    for graph in sorted(name.value for name in store.named_graphs() if isinstance(name, NamedNode)):
        if graph != iris.ONTOLOGY_GRAPH:
            found[chief_of(graph)].append(graph)
    return [found[name] for name in sorted(found)]


def _ties(store: Store) -> Iterator[tuple[str, str]]:
    for predicate in _TIES:
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
            if isinstance(quad.object, NamedNode) and isinstance(quad.graph_name, NamedNode):
                yield quad.graph_name.value, _home(quad.object.value)


def _home(address: str) -> str:
    """The named graph that describes a thing."""
    thing = iris.parse(address)
    return iris.graph_of(iris.render(thing._replace(part=())) if thing else address)


def _dumped(store: Store, graph: str) -> bytes:
    lines = BytesIO()
    store.dump(lines, RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))
    return lines.getvalue()
