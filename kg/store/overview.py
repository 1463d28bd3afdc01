"""What a release holds, counted once when it is built: authorities, years, coverage, and how its own checks went."""

from pathlib import Path
from typing import Any

from pyoxigraph import QuerySolutions, Store

from kg.store.query import open_release, run, shown
from kg.store.questions import bind, checks

NAME = "overview"
_AUTHORITIES = """SELECT ?a (MIN(STR(?l)) AS ?name) (COUNT(DISTINCT ?x) AS ?acts)
  (MIN(?d) AS ?first) (MAX(?d) AS ?last) WHERE {
  ?x a def:Deliberation ; eli:responsibility_of_agent ?a . OPTIONAL { ?x eli:date_document ?d }
  OPTIONAL { ?a skos:prefLabel ?l }
} GROUP BY ?a ORDER BY DESC(?acts) ?a"""
_YEARS = """SELECT ?year (COUNT(DISTINCT ?x) AS ?acts) WHERE {
  ?x a def:Deliberation ; eli:date_document ?d BIND(YEAR(?d) AS ?year)
} GROUP BY ?year ORDER BY ?year"""
_ACTS = "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a def:Deliberation %s }"
_COVERED = (
    ("un numéro", "; eli:id_local ?v"),
    ("une date de séance", "; eli:date_document ?v"),
    ("un objet", "; dcterms:title ?v"),
    ("le sort du vote", ". ?w eli-dl:decided_on_a_realization_of ?x ; eli-dl:decision_outcome ?v"),
    ("une date de réception en préfecture", "; def:dateReception ?v"),
)
_MOST = 5_000_000  # quads above which the checks take minutes: they are then for who asks them
_DOUBTED = ". ?c a def:Constat ; def:porteSur ?x"


def overview(release: Path) -> dict[str, Any]:
    """The counts of a release, as JSON values; dates are ISO 8601, ``None`` where nothing is dated."""
    store = open_release(release)
    acts = _count(store, "")
    return {
        "acts": acts,
        "authorities": [
            {"iri": iri, "name": name, "acts": int(count or 0), "first": first, "last": last}
            for iri, name, count, first, last in _rows(store, _AUTHORITIES)
        ],
        "years": [[int(year or 0), int(count or 0)] for year, count in _rows(store, _YEARS)],
        "covered": [[label, _count(store, pattern)] for label, pattern in _COVERED],
        "doubted": _count(store, _DOUBTED),
        "checks": [[check.name, check.title, len(_rows(store, bind(check)))] for check in checks()]
        if len(store) <= _MOST
        else [],
    }


def _count(store: Store, pattern: str) -> int:
    return int(_rows(store, _ACTS % pattern)[0][0] or 0)


def _rows(store: Store, text: str) -> list[tuple[str | None, ...]]:
    answer = run(store, text)
    assert isinstance(answer, QuerySolutions)
    return [tuple(None if term is None else shown(term) for term in row) for row in answer]
