"""What the reused vocabularies say that a property joins is what the graph joins by it.

A thing that has types has one that fits the property's domain, or range, by the class hierarchies of all vocabularies.
A thing without a stated type is what the property makes it. Unions of classes count as any of their members.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.graph.namespaces import ELI, ELI_DL, MANDAAT, OWL, PROV, RDF, RDFS, XSD
from kg.graph.terms import RDF_TYPE
from kg.resources import shipped
from tests.graph.sample import all_quads
from tests.ontology.test_terms_are_declared import FILES, REFERENCE

AGENTS = "the same persons and bodies are typed with FOAF and ORG, which ELI and OSLO do not align with"
QUOTED = "a passage proves what is said of a thing; that a vote or a sitting is an activity, PROV keeps apart, stays"
# What is left aside on purpose: the property and the class that it asks for, and why.
LEFT_ASIDE = {
    "domain": {
        (f"{PROV}wasQuotedFrom", f"{PROV}Entity"): QUOTED,
        (f"{PROV}wasDerivedFrom", f"{PROV}Entity"): QUOTED,
    },
    "range": {
        (f"{ELI_DL}had_participant_person", f"{ELI}Person"): AGENTS,
        (f"{ELI_DL}had_voter_abstention", f"{ELI}Person"): AGENTS,
        (f"{ELI_DL}participation_in_name_of", f"{ELI}Agent"): AGENTS,
        (f"{ELI_DL}had_responsible_organization", f"{ELI}Organization"): AGENTS,
        (f"{ELI}passed_by", f"{ELI}Agent"): AGENTS,
        (f"{ELI}responsibility_of_agent", f"{ELI}Agent"): AGENTS,
        (f"{MANDAAT}isBestuurlijkeAliasVan", "http://www.w3.org/ns/person#Person"): AGENTS,
        (f"{PROV}generated", f"{PROV}Entity"): "a Besluit is a foaf:Document, which PROV does not align with",
    },
}


@cache
def statements() -> tuple[Triple, ...]:
    """All that the vocabularies and our ontology declare."""
    found: list[Triple] = []
    for path in (*(REFERENCE / name for name in FILES.values()), shipped("ontology") / "deliberations.ttl"):
        found += _read(path)
    return tuple(found)


def _read(path: Path) -> list[Triple]:
    if not path.is_file():
        pytest.skip(f"{path.name} is not here: the vocabularies that are reused do not come with the repository")
    form = RdfFormat.TURTLE if path.suffix == ".ttl" else RdfFormat.N_QUADS
    return [
        Triple(s.subject, s.predicate, s.object) for s in parse(path.read_bytes(), format=form, rename_blank_nodes=True)
    ]


@cache
def told(predicate: str) -> dict[str, set[str]]:
    """The objects of a predicate by subject, unions opened."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements():
        if statement.predicate.value == predicate and isinstance(statement.subject, NamedNode):
            found[statement.subject.value] |= set(_members(statement.object))
    return found


def _members(value: object) -> list[str]:
    """A class, or those of a union."""
    if isinstance(value, NamedNode) and "/.well-known/genid/" not in value.value:
        return [value.value]
    heads = [s.object for s in about().get(value, ()) if s.predicate.value == f"{OWL}unionOf"]
    return [member for head in heads for member in _listed(head)]


def _listed(head: object) -> list[str]:
    parts = {s.predicate.value: s.object for s in about().get(head, ())}
    first, rest = parts.get(f"{RDF}first"), parts.get(f"{RDF}rest")
    here = [first.value] if isinstance(first, NamedNode) else []
    return here + (_listed(rest) if rest is not None else [])


@cache
def about() -> dict[object, list[Triple]]:
    found: dict[object, list[Triple]] = defaultdict(list)
    for statement in statements():
        found[statement.subject].append(statement)
    return found


@cache
def above(name: str) -> frozenset[str]:
    """A class with all that it is a kind of."""
    found, left = {name}, [name]
    while left:
        one = left.pop()
        higher = (told(f"{RDFS}subClassOf").get(one, set()) | told(f"{OWL}equivalentClass").get(one, set())) - found
        found |= higher
        left += higher
    return frozenset(found)


@cache
def types() -> dict[str, frozenset[str]]:
    """The classes of each thing of the sample, with those above them."""
    stated: dict[str, set[str]] = defaultdict(set)
    for quad in all_quads():
        if quad.predicate == RDF_TYPE:
            stated[quad.subject] |= above(quad.object[1:-1])
    return {subject: frozenset(classes) for subject, classes in stated.items()}


def misfits(side: str) -> set[tuple[str, str]]:
    """Properties of the graph with a class that they ask for and that a typed thing on that side of them is not."""
    found = set()
    for quad in all_quads():
        asked = told(f"{RDFS}{side}").get(quad.predicate[1:-1], set()) - {f"{RDFS}Resource", f"{OWL}Thing"}
        thing = quad.subject if side == "domain" else quad.object
        held = types().get(thing, frozenset())
        if asked and held and not asked & held:
            found |= {(quad.predicate[1:-1], one) for one in asked}
    return found


@pytest.mark.parametrize("side", ["domain", "range"])
def test_things_are_what_the_properties_between_them_ask_for(side: str) -> None:
    assert misfits(side) == set(LEFT_ASIDE[side])


def test_nothing_is_of_two_classes_that_a_vocabulary_keeps_apart() -> None:
    apart = {(one, other) for one, others in told(f"{OWL}disjointWith").items() for other in others}
    assert apart
    mixed = {(one, other) for held in set(types().values()) for one, other in apart if {one, other} <= held}
    assert mixed == set()


def test_literals_have_the_datatype_that_a_property_asks_for() -> None:
    wrong = set()
    for quad in (quad for quad in all_quads() if quad.object.startswith('"')):
        asked = {one for one in told(f"{RDFS}range").get(quad.predicate[1:-1], set()) if one.startswith((XSD, RDF))}
        if asked and datatype(quad.object) not in asked:
            wrong.add((quad.predicate, datatype(quad.object)))
    assert wrong == set()


def datatype(literal: str) -> str:
    """The datatype of an encoded literal (RDF 1.1, section 3.3)."""
    after = literal.rpartition('"')[2]
    return f"{RDF}langString" if after.startswith("@") else after[3:-1] or f"{XSD}string"
