"""Every term that the graph or a question uses is declared: ours here, the others in their own vocabularies."""

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.graph.namespaces import (
    BESLUIT,
    DCAT,
    DCTERMS,
    DEF,
    ELI,
    ELI_DL,
    FOAF,
    FRAPO,
    MANDAAT,
    ORG,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOCABULARY,
    XSD,
)
from kg.graph.ontology import ontology_quads
from kg.graph.terms import RDF_TYPE
from kg.graph.vocabularies import schemes
from kg.resources import shipped
from tests.graph.sample import all_quads, sample_quads

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "reference" / "ontologies"
# The file that declares each reused vocabulary.
FILES = {
    BESLUIT: "oslo/besluit.ttl",
    DCAT: "w3c/dcat.nq",
    DCTERMS: "w3c/dcterms.nq",
    ELI: "eli/eli-1.5.ttl",
    ELI_DL: "eli/eli-dl.ttl",
    FOAF: "w3c/foaf.nq",
    FRAPO: "funding/frapo.ttl",
    MANDAAT: "oslo/mandaat.ttl",
    ORG: "w3c/org.nq",
    PROV: "w3c/prov.nq",
    SCHEMA: "w3c/schema.nq",
    SKOS: "w3c/skos.nq",
}
LANGUAGE_OF_THE_LANGUAGE = (RDF, RDFS, OWL, XSD)
ONTOLOGY = (shipped("ontology") / "deliberations.ttl").read_text(encoding="utf-8")
QUERIES = sorted(shipped("queries").rglob("*.rq"))
PREFIXED = re.compile(r"(?<![\w<?$/\"-])([a-z][a-z0-9-]*):([A-Za-z][\w-]*)")


def terms_of_graph() -> set[str]:
    """Predicates, and classes that things are said to be."""
    predicates = {quad.predicate for quad in all_quads()}
    return {term[1:-1] for term in predicates | {q.object for q in all_quads() if q.predicate == RDF_TYPE}}


def terms_of_text(text: str) -> set[str]:
    """The prefixed names of a query, or of Turtle, as IRIs; comments and strings set aside."""
    known = dict(re.findall(r"PREFIX\s+([\w-]+):\s+<([^>]+)>", text, re.IGNORECASE)) or PREFIXES
    bare = re.sub(r"#\+.*|^\s*#.*|\"[^\"\n]*\"(?:@\w+)?|PREFIX.*|@prefix.*|<[^>\s]*>", " ", text, flags=re.MULTILINE)
    return {known[prefix] + name for prefix, name in PREFIXED.findall(bare) if prefix in known}


@cache
def declared(namespace: str) -> frozenset[str]:
    """What the vocabulary of a namespace says something about."""
    path = REFERENCE / FILES[namespace]
    if not path.is_file():
        pytest.skip(f"{FILES[namespace]} is not here: the vocabularies that are reused do not come with the repository")
    form = RdfFormat.TURTLE if path.suffix == ".ttl" else RdfFormat.N_QUADS
    return frozenset(str(statement.subject).strip("<>") for statement in parse(path.read_bytes(), format=form))


ALIGNED = terms_of_text(ONTOLOGY)
ALL_TERMS = sorted(terms_of_graph().union(ALIGNED, *(terms_of_text(p.read_text(encoding="utf-8")) for p in QUERIES)))


@pytest.mark.parametrize("namespace", FILES)
def test_reused_terms_are_declared_in_their_vocabulary(namespace: str) -> None:
    used = {term for term in ALL_TERMS if term.startswith(namespace)}
    assert used, f"{namespace} is not used"
    assert used - declared(namespace) == set()


def test_every_term_is_ours_or_of_a_known_vocabulary() -> None:
    homes = (*FILES, *LANGUAGE_OF_THE_LANGUAGE, DEF, VOCABULARY)
    assert [term for term in ALL_TERMS if not term.startswith(homes)] == []


def own_terms() -> dict[str, dict[str, set[str]]]:
    said: dict[str, dict[str, set[str]]] = {}
    for quad in ontology_quads():
        if quad.subject.startswith(f"<{DEF}"):
            said.setdefault(quad.subject[1:-1], {}).setdefault(quad.predicate, set()).add(quad.object)
    return said


def test_own_terms_are_declared_with_labels_and_definitions_in_both_languages() -> None:
    said = own_terms()
    assert {term for term in ALL_TERMS if term.startswith(DEF)} - set(said) == set()
    for term, statements in said.items():
        for predicate in (f"<{RDFS}label>", f"<{SKOS}definition>"):
            tags = {value.rpartition("@")[2] for value in statements.get(predicate, ())}
            assert tags == {"fr", "en"}, f"{term}: {predicate}"


def test_own_terms_are_declared_once_and_used() -> None:
    heads = re.findall(r"^def:(\w+) a ", ONTOLOGY, re.MULTILINE)
    assert len(heads) == len(set(heads))
    datatypes = {match for quad in sample_quads() for match in re.findall(r"\^\^<([^>]+)>$", quad.object)}
    used = terms_of_graph() | datatypes
    never_in_sample = {
        "nomImprime",
        "duree",
        "nePrendPasPartPersonne",
        "champ",
        "votants",
        "membresAbsents",
        "pouvoirs",
    }
    assert {DEF + name for name in heads} - used - {DEF + name for name in never_in_sample} == set()
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kg" / "graph").glob("*.py"))
    assert all(f"{{DEF}}{name}" in sources for name in never_in_sample)


def test_own_properties_say_what_they_join() -> None:
    for term, statements in own_terms().items():
        kinds = statements[RDF_TYPE]
        if kinds & {f"<{OWL}ObjectProperty>", f"<{OWL}DatatypeProperty>"}:
            assert f"<{RDFS}domain>" in statements, term
            assert f"<{RDFS}range>" in statements or term.endswith("porteSur"), term


def test_concepts_of_the_graph_are_in_a_vocabulary() -> None:
    known = {f"<{VOCABULARY}{scheme.name}/{concept.name}>" for scheme in schemes() for concept in scheme.concepts}
    used = {quad.object for quad in sample_quads() if quad.object.startswith(f"<{VOCABULARY}")}
    assert used
    assert used - known == set()
