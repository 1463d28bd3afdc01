"""What a release says of one thing, and how much it holds: for readers, with labels."""

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.graph.namespaces import PROV, RDF
from kg.store.query import run, shown

_OWN = "SELECT ?s ?p ?o WHERE { GRAPH ?g { VALUES ?s { %s } ?s ?p ?o } }"
_PARTS = """SELECT DISTINCT ?s ?p ?o WHERE {
  { SELECT DISTINCT ?g WHERE { GRAPH ?g { %s ?any ?thing } } }
  GRAPH ?g { ?s ?p ?o FILTER(STRSTARTS(STR(?s), %s)) }
}"""
_QUOTING = "SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s prov:wasQuotedFrom %s } }"
_LABELS = """SELECT ?x (MIN(STR(?l)) AS ?label) WHERE {
  VALUES ?x { %s } ?x rdfs:label|skos:prefLabel|foaf:name|schema:name ?l FILTER(LANG(?l) IN ("", "fr"))
} GROUP BY ?x"""
_COUNTS = "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a ?class } GROUP BY ?class ORDER BY DESC(?n) ?class"
_QUOTED = NamedNode(f"{PROV}wasQuotedFrom")
_TYPE = NamedNode(f"{RDF}type")


class Fact(NamedTuple):
    """A statement in words: of what (an IRI), what is said, its value. ``passage``: the value is the IRI of a proof."""

    subject: str
    predicate: str
    value: str
    passage: bool = False


def facts_of(store: Store, address: str) -> tuple[Fact, ...]:
    """What is said of a thing and of its parts (its vote, its fundings), in a stable order; none of an unknown one."""
    here = NamedNode(address)
    found = [*_rows(store, _OWN % here), *_rows(store, _PARTS % (here, Literal(f"{address}/")))]
    names = _labels(store, (term for row in found for term in row[1:] if isinstance(term, NamedNode)))
    facts = {_fact(row, names) for row in found}
    return tuple(sorted(facts, key=_reading_order))


def quoting(store: Store, passage: str) -> tuple[str, ...]:
    """The things whose facts a passage proves."""
    return tuple(sorted(shown(row[0]) for row in _rows(store, _QUOTING % NamedNode(passage))))


def class_counts(store: Store) -> tuple[tuple[str, str, int], ...]:
    """How many things of each class a release holds: the class, its label, the count."""
    rows = [(row[0], int(shown(row[1]))) for row in _rows(store, _COUNTS)]
    names = _labels(store, (term for term, _ in rows if isinstance(term, NamedNode)))
    return tuple((shown(term), names.get(term, shown(term)), count) for term, count in rows)


def _rows(store: Store, text: str) -> list[tuple[object, ...]]:
    answer = run(store, text)
    return [tuple(row) for row in answer] if isinstance(answer, QuerySolutions) else []


def _labels(store: Store, terms: Iterable[NamedNode]) -> dict[object, str]:
    wanted = " ".join(sorted({str(term) for term in terms}))
    return {row[0]: shown(row[1]) for row in _rows(store, _LABELS % wanted)} if wanted else {}


def _fact(row: tuple[object, ...], names: dict[object, str]) -> Fact:
    subject, predicate, value = row
    said = "est" if predicate == _TYPE else names.get(predicate, shown(predicate))
    return Fact(shown(subject), said, names.get(value, shown(value)), predicate == _QUOTED)


def _reading_order(fact: Fact) -> tuple[object, ...]:
    """Things in the order of their numbers; what each is, what is said of it, then the proofs."""
    return (_rank(fact.subject), fact.passage, fact.predicate != "est", fact.predicate, _rank(fact.value))


def _rank(address: str) -> tuple[tuple[int, str], ...]:
    """Parts in the order of their numbers: disposition/2 before disposition/10."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in address.split("/"))
