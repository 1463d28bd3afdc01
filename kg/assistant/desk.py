"""What an assistant may ask of the graph, as text: by the same engine and the same guard as the public endpoint."""

import json
from asyncio import to_thread
from collections.abc import Mapping
from typing import Any

from kg.graph import iris
from kg.graph.namespaces import PREFIXES
from kg.serve.engine import Engine
from kg.serve.pages.proofs import Shown, shown
from kg.serve.protocol import Asked
from kg.serve.protocol.problems import Problem
from kg.store.published import published_text
from kg.store.questions import Param, bind, question, questions, term

MOST_BYTES = 100_000
"""Longest answer: an assistant reads all of it."""

_DESCRIBED = """SELECT ?libelle ?definition WHERE {
  %s rdfs:label|skos:prefLabel ?libelle . FILTER(LANG(?libelle) = "fr")
  OPTIONAL { %s skos:definition|rdfs:comment ?definition . FILTER(LANG(?definition) = "fr") }
} LIMIT 1"""
_USED = """SELECT ?propriete (COUNT(*) AS ?emplois) (SAMPLE(?valeur) AS ?exemple) WHERE {
  { SELECT ?chose WHERE { ?chose a %s } LIMIT 1000 } ?chose ?propriete ?valeur
} GROUP BY ?propriete ORDER BY DESC(?emplois) ?propriete"""

_PROVED = """SELECT DISTINCT ?fact ?passage WHERE {
  { BIND(%s AS ?fact) ?fact prov:wasQuotedFrom ?passage }
  UNION { %s (eli:has_part|def:financement|def:approuve|eli-dl:had_participation) ?fact .
          ?fact prov:wasQuotedFrom ?passage }
  UNION { ?fact eli-dl:decided_on_a_realization_of %s ; prov:wasQuotedFrom ?passage }
} ORDER BY ?fact ?passage LIMIT 60"""
_NAMED = "SELECT ?name WHERE { %s schema:name ?name } ORDER BY ?name LIMIT 1"
_AROUND = 120


class RefusedError(Exception):
    """What was asked cannot be answered, and why, in words that help to ask better."""


class Desk:
    """The questions, the graph and its terms, over an open engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def questions(self) -> str:
        """The named questions with their parameters, as JSON."""
        told = [
            {
                "name": known.name,
                "question": known.question,
                "summary": known.summary,
                "parameters": [_told(param) for param in known.params],
            }
            for known in questions()
        ]
        return json.dumps(told, ensure_ascii=False, indent=1)

    async def ask(self, name: str, parameters: Mapping[str, str]) -> str:
        """The answer of a named question, as CSV; QueryError where the name or a parameter is wrong."""
        return await self.sparql(bind(question(name), parameters))

    async def sparql(self, query: str) -> str:
        """The answer of a query: CSV of SELECT and ASK, Turtle of CONSTRUCT and DESCRIBE. RefusedError says why not."""
        return await self._collected(Asked(query, accept="text/csv, text/turtle"))

    async def describe(self, address: str) -> str:
        """A class in words, and the properties that its first thousand things have, as JSON."""
        named = str(term(Param("class", "iri", None, ""), expanded(address)))
        words = await self._rows(_DESCRIBED.replace("%s", named))
        used = await self._rows(_USED % named)
        if not words and not used:
            raise RefusedError(f"{address}: nothing of the graph is of this class")
        return json.dumps({"class": named, **(words[0] if words else {}), "properties": used}, ensure_ascii=False)

    async def source(self, address: str) -> str:
        """Where a thing or a passage comes from: the passages, with their documents, words and places, as JSON."""
        if iris.parse_passage(address) is not None:
            return json.dumps(await self._passages({address: []}), ensure_ascii=False)
        rows = await self._rows(_PROVED.replace("%s", str(term(Param("fact", "iri", None, ""), address))))
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row["passage"], []).append(row["fact"])
        if not found:
            raise RefusedError(f"{address}: no passage is known for it; ask for an act, a vote, a funding, a sitting …")
        return json.dumps(await self._passages(found), ensure_ascii=False)

    async def _passages(self, facts: Mapping[str, list[str]]) -> list[dict[str, Any]]:
        release, told = self._engine.pool.release.path, list[dict[str, Any]]()
        for passage, proved in facts.items():
            place = iris.parse_passage(passage)
            text = await to_thread(published_text, release, place.sha256) if place else None
            if place is None or text is None or place.end > len(text.raw):
                raise RefusedError(f"{passage}: no such passage is published")
            told.append(await self._told_passage(passage, shown(text, place.start, place.end), place.sha256, proved))
        return told

    async def _told_passage(self, passage: str, place: Shown, sha256: str, proved: list[str]) -> dict[str, Any]:
        names = await self._rows(_NAMED.replace("%s", f"<{iris.text(sha256)}>"))
        return {
            "document": {"iri": iris.text(sha256), "name": names[0]["name"] if names else None, "page": place.page},
            "passage": passage,
            "start": place.start,
            "end": place.end,
            "words": place.words,
            "before": place.before[-_AROUND:],
            "after": place.after[:_AROUND],
            "proves": proved,
        }

    async def _rows(self, query: str) -> list[dict[str, str]]:
        found = json.loads(await self._collected(Asked(query, format="json")))["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in found]

    async def _collected(self, asked: Asked) -> str:
        try:
            answer = await self._engine.collect(await self._engine.plan(asked), MOST_BYTES)
        except Problem as problem:
            place = " (line {}, column {})".format(*problem.place) if problem.place else ""
            raise RefusedError(f"{problem.title}{place}: {problem.detail}") from problem
        if answer is None:
            raise RefusedError(f"The answer is longer than {MOST_BYTES} bytes: add conditions or a LIMIT.")
        return answer.decode()


def expanded(address: str) -> str:
    """``eli:LegalResource`` and its like as a whole IRI."""
    prefix, _, name = address.partition(":")
    return PREFIXES[prefix] + name if prefix in PREFIXES else address


def _told(param: Param) -> dict[str, str | None]:
    return {"name": param.name, "type": param.type, "default": param.default, "label": param.label}
