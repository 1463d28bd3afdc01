"""``/def``: the ontology as a page, made of ontology/deliberations.ttl: terms, labels, definitions, alignments."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.graph.namespaces import DEF, OWL, PREFIXES, RDF, RDFS, SKOS
from kg.graph.vocabularies import Scheme, schemes
from kg.resources import shipped

_CLASSES = (f"{OWL}Class", f"{RDFS}Datatype")
_ALIGNED = {
    f"{RDFS}subClassOf": "sous-classe de",
    f"{RDFS}subPropertyOf": "sous-propriété de",
    f"{OWL}equivalentClass": "équivaut à",
    f"{OWL}equivalentProperty": "équivaut à",
    f"{SKOS}exactMatch": "correspond à",
    f"{SKOS}closeMatch": "proche de",
}


class Term(NamedTuple):
    """A class or a property with what is said of it; links are (relation, IRI, short name)."""

    name: str
    fr: str
    en: str
    definition_fr: str
    definition_en: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    aligned: tuple[tuple[str, str, str], ...]


class Ontology(NamedTuple):
    """All terms, and the vocabularies."""

    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]


@cache
def ontology() -> Ontology:
    """What ontology/deliberations.ttl declares."""
    said: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(source(), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            said[quad.subject.value][quad.predicate.value].append(quad.object)
    own = {iri: about for iri, about in said.items() if iri.startswith(DEF)}
    kinds = {iri: any(kind.value in _CLASSES for kind in about[f"{RDF}type"]) for iri, about in own.items()}
    classes, properties = (
        tuple(_term(iri, own[iri]) for iri in sorted(own, key=str.lower) if kinds[iri] is wanted)
        for wanted in (True, False)
    )
    return Ontology(classes, properties, schemes())


def source() -> bytes:
    """The ontology as Turtle, as it was written."""
    return (shipped("ontology") / "deliberations.ttl").read_bytes()


@cache
def terms() -> dict[str, str]:
    """A French name of each predicate that we declare."""
    found = ontology()
    return {f"{DEF}{term.name}": term.fr for term in (*found.classes, *found.properties)}


def short(iri: str) -> str:
    """An IRI with its prefix, where there is one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _term(iri: str, about: dict[str, list[NamedNode | Literal]]) -> Term:
    def said(predicate: str, language: str) -> str:
        found = about.get(predicate, ())
        return next((v.value for v in found if isinstance(v, Literal) and v.language == language), "")

    def links(predicate: str) -> tuple[str, ...]:
        return tuple(sorted(value.value for value in about.get(predicate, ()) if isinstance(value, NamedNode)))

    label, words = f"{RDFS}label", f"{SKOS}definition"
    aligned = tuple((name, to, short(to)) for relation, name in _ALIGNED.items() for to in links(relation))
    own = (said(label, "fr"), said(label, "en"), said(words, "fr"), said(words, "en"))
    return Term(iri.removeprefix(DEF), *own, links(f"{RDFS}domain"), links(f"{RDFS}range"), aligned)
