"""The SKOS vocabularies of ontology/vocabularies.toml: concepts by scheme, as quads, and as Turtle.

TOML is the source because extraction reads the labels as its lexicon without an RDF library (docs/decisions). Run as a
module, it prints ontology/vocabularies.ttl.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.graph import iris
from kg.graph.namespaces import PREFIXES, SKOS, VOCABULARY
from kg.graph.terms import RDF_TYPE, Quad, iri, literal
from kg.resources import shipped


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of a vocabulary. ``alt`` are its other writings in French."""

    scheme: str
    name: str
    fr: str
    en: str
    alt: tuple[str, ...] = ()
    definition: str | None = None
    exact: tuple[str, ...] = ()
    close: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary. ``class_`` is what its concepts are besides concepts."""

    name: str
    fr: str
    en: str
    class_: str | None
    concepts: tuple[Concept, ...]


@cache
def schemes() -> tuple[Scheme, ...]:
    """All vocabularies, in the order of the file."""
    data = tomllib.loads((shipped("ontology") / "vocabularies.toml").read_text(encoding="utf-8"))
    return tuple(_scheme(name, said) for name, said in data.items())


def _scheme(name: str, said: dict[str, Any]) -> Scheme:
    concepts = tuple(_concept(name, key, words) for key, words in said["concepts"].items())
    return Scheme(name, said["fr"], said["en"], said.get("class"), concepts)


def _concept(scheme: str, name: str, said: dict[str, Any]) -> Concept:
    lists = {key: tuple(said.get(key, ())) for key in ("alt", "exact", "close")}
    return Concept(scheme, name, said["fr"], said["en"], definition=said.get("definition"), **lists)


def vocabulary_quads(graph: str) -> Iterator[Quad]:
    """Every scheme and concept with labels in both languages."""
    for scheme in schemes():
        head = iri(f"{VOCABULARY}{scheme.name}")
        yield Quad(head, RDF_TYPE, iri(f"{SKOS}ConceptScheme"), graph)
        yield Quad(head, iri(f"{SKOS}prefLabel"), literal(scheme.fr, lang="fr"), graph)
        yield Quad(head, iri(f"{SKOS}prefLabel"), literal(scheme.en, lang="en"), graph)
        for concept in scheme.concepts:
            subject = iri(iris.concept(concept.scheme, concept.name))
            for predicate, value in _said(concept, head, scheme.class_):
                yield Quad(subject, predicate, value, graph)


def _said(concept: Concept, head: str, class_: str | None) -> Iterator[tuple[str, str]]:
    yield RDF_TYPE, iri(f"{SKOS}Concept")
    if class_:
        yield RDF_TYPE, iri(class_)
    yield iri(f"{SKOS}inScheme"), head
    yield iri(f"{SKOS}notation"), literal(concept.name)
    yield iri(f"{SKOS}prefLabel"), literal(concept.fr, lang="fr")
    yield iri(f"{SKOS}prefLabel"), literal(concept.en, lang="en")
    for writing in concept.alt:
        yield iri(f"{SKOS}altLabel"), literal(writing, lang="fr")
    if concept.definition:
        yield iri(f"{SKOS}definition"), literal(concept.definition, lang="fr")
    for name, others in (("exactMatch", concept.exact), ("closeMatch", concept.close)):
        for other in others:
            yield iri(f"{SKOS}{name}"), iri(other)


def turtle() -> str:
    """The vocabularies as Turtle, one block a subject."""
    lines = [f"@prefix skos: <{PREFIXES['skos']}> .\n"]
    subject = ""
    for quad in vocabulary_quads(""):
        predicate = "a" if quad.predicate == RDF_TYPE else f"skos:{quad.predicate[1:-1].removeprefix(SKOS)}"
        value = f"skos:{quad.object[1:-1].removeprefix(SKOS)}" if quad.object.startswith(f"<{SKOS}") else quad.object
        if quad.subject == subject:
            lines.append(f" ;\n    {predicate} {value}")
        else:
            lines.append(f"{' .' if subject else ''}\n\n{quad.subject}\n    {predicate} {value}")
            subject = quad.subject
    return "".join((*lines, " .\n"))


if __name__ == "__main__":
    sys.stdout.write(turtle())
