"""Entities → quads. One named graph per act, per sitting, per source, and one for an authority's people and bodies."""

from collections.abc import Iterator

from kg.graph.acts import act_quads
from kg.graph.agents import agent_quads
from kg.graph.ontology import ontology_quads
from kg.graph.sittings import sitting_quads
from kg.graph.sources import source_quads
from kg.graph.terms import Quad
from kg.resolve.entities import Resolved


def quads(resolved: Resolved) -> Iterator[Quad]:
    """All that the graph says of one authority. The same entities give the same quads in the same order."""
    yield from agent_quads(resolved)
    for sitting in resolved.sittings:
        yield from sitting_quads(resolved.key, sitting)
    for act in resolved.acts:
        yield from act_quads(resolved.key, act)
    yield from source_quads(resolved)


def static_quads() -> Iterator[Quad]:
    """The ontology and its vocabularies, in a graph of their own: labels for whoever browses or exports."""
    yield from ontology_quads()
