"""What the graph says of a thing, asked of the engine and held as subject → predicate → values."""

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kg.graph import iris
from kg.graph.namespaces import BASE, PREFIXES, PROV, RDF
from kg.graph.vocabularies import schemes
from kg.serve.engine import Engine
from kg.serve.protocol import Asked
from kg.serve.protocol.problems import Problem

_MOST = 16 << 20
_AT_ONCE = 40
_QUOTED = f"{PROV}wasQuotedFrom"
_LABELS = ["foaf:name", "skos:prefLabel", "dcterms:title", "schema:name", "eli:id_local", "rdfs:label"]


class Value(NamedTuple):
    """An RDF term: ``iri`` tells an IRI from a literal."""

    text: str
    iri: bool


class Statements:
    """Statements by subject and predicate; predicates are written short (``eli:id_local``)."""

    def __init__(self, triples: Iterable[tuple[str, str, Value]]) -> None:
        self._said: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in triples:
            values = self._said[subject][predicate]
            if value not in values:
                values.append(value)

    @property
    def subjects(self) -> list[str]:
        """All subjects."""
        return list(self._said)

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values, in the order of their numbers and letters."""
        said = self._said.get(subject, {}).get(_full(predicate), ())
        return sorted((value.text for value in said), key=_rank)

    def about(self, subject: str) -> list[tuple[str, list[Value]]]:
        """All that is said of a thing but its proofs, predicate by predicate."""
        return [(name, values) for name, values in sorted(self._said.get(subject, {}).items()) if name != _QUOTED]

    def one(self, subject: str, predicate: str) -> str | None:
        """The first value, None where there is none."""
        return next(iter(self.all(subject, predicate)), None)

    def is_a(self, subject: str, *classes: str) -> bool:
        """Whether a thing is of one of these classes."""
        return any(_full(name) in self.all(subject, "rdf:type") for name in classes)

    def proofs(self, subject: str) -> list[str]:
        """The passages that prove what is said of a thing."""
        return sorted(self.all(subject, "prov:wasQuotedFrom"), key=_offset)

    def mentioned(self) -> set[str]:
        """The IRIs that are values, passages apart."""
        said = (
            pair for about in self._said.values() for pair in about.items() if pair[0] not in (_QUOTED, f"{RDF}type")
        )
        return {value.text for _, values in said for value in values if value.iri}


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _rank(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdecimal() and len(part) < 12 else (0, part) for part in text.split("/"))


def _offset(passage: str) -> tuple[str, int, int]:
    return iris.parse_passage(passage) or ("", 0, 0)


class Asker:
    """Asks the engine on behalf of a page."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def rows(self, query: str) -> list[dict[str, Value]]:
        """The rows of a SELECT; Problem where it cannot be answered."""
        content = await self._engine.collect(await self._engine.plan(Asked(query, format="json")), _MOST)
        if content is None:
            raise Problem(413, "Réponse trop longue pour une page", "Prenez-la en Turtle ou par SPARQL.")
        return [
            {name: Value(term["value"], term["type"] == "uri") for name, term in row.items()}
            for row in json.loads(content)["results"]["bindings"]
        ]

    async def statements(self, pattern: str) -> Statements:
        """What a graph pattern over ``?s ?p ?o`` finds."""
        rows = await self.rows(f"SELECT ?s ?p ?o WHERE {{ {pattern} }}")
        return Statements((row["s"].text, row["p"].text, row["o"]) for row in rows)

    async def labels(self, asked: Iterable[str]) -> dict[str, str]:
        """A name in French for each of these IRIs that has one."""
        wanted = sorted(asked)
        found = {iri: label for iri in wanted if (label := concept_label(iri))}
        left = [iri for iri in wanted if iri not in found and iri.startswith((f"{BASE}id/", f"{BASE}texte/"))]
        predicates = " ".join(_LABELS)
        best: dict[str, tuple[int, str]] = {}
        for at in range(0, len(left), _AT_ONCE):
            some = " ".join(f"<{iri}>" for iri in left[at : at + _AT_ONCE])
            query = f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {some} }} VALUES ?p {{ {predicates} }} ?s ?p ?o }}"
            for row in await self.rows(query):
                rank = ([_full(name) for name in _LABELS].index(row["p"].text), row["o"].text)
                best[row["s"].text] = min(best.get(row["s"].text, rank), rank)
        return found | {iri: label for iri, (_, label) in best.items()}


def concept_label(iri: str) -> str | None:
    """The French label of a concept of our vocabularies."""
    return _concepts().get(iri)


@cache
def _concepts() -> dict[str, str]:
    return {iris.concept(c.scheme, c.name): c.fr for scheme in schemes() for c in scheme.concepts}
