"""``/voisinage/X``: what ``/doc/X`` is tied to, as a list and as a graph (Cytoscape.js, unmodified).

A part of a thing (a vote, a participation) is shown as the thing that it is part of.
"""

import json
import tomllib
from collections.abc import Iterable
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from kg.graph import iris
from kg.graph.namespaces import BASE
from kg.serve.engine import Engine
from kg.serve.pages import Pages
from kg.serve.pages.ontology import short
from kg.serve.pages.statements import Asker
from kg.serve.pages.templating import page
from kg.serve.pages.things import Answering, withdrawn
from kg.serve.pages.words import day
from kg.serve.places import local, named_by, whole_of, wholes
from kg.serve.protocol.problems import Problem
from kg.store.published import is_withdrawn

MOST = 60
_ROWS = 900
_OWN_GRAPH = ("deliberation", "seance")
_LONGEST = 2000
_OURS = f'FILTER(isIRI(?other) && STRSTARTS(STR(?other), "{BASE}id/"))'
_IN_GRAPH = "SELECT DISTINCT ?p ?other WHERE {{ GRAPH <{graph}> {{ ?s ?p ?other }} {ours} }} LIMIT {rows}"
_FROM = "SELECT DISTINCT ?p ?other WHERE {{ <{iri}> ?p ?other {ours} }} LIMIT {rows}"
_TO = "SELECT DISTINCT ?p ?other WHERE {{ ?other ?p <{iri}> {ours} }} LIMIT {rows}"
_SIDES = ("convention", "financement")
_KINDS = {"deliberation": "délibération", "seance": "séance"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


class Neighbour(NamedTuple):
    """A thing, its kind in a word, its name, where its page is, and what ties it, in words."""

    iri: str
    kind: str
    label: str
    href: str
    ties: str


class Neighbours:
    """The neighbourhood of any thing that has a page."""

    def __init__(self, engine: Engine, pages: Pages) -> None:
        self._engine = engine
        self._pages = pages
        self._asker = Asker(engine)

    def routes(self) -> list[BaseRoute]:
        """Where it answers."""
        return [Route("/voisinage/{rest:path}", Answering(self._answer, self._pages))]

    async def _answer(self, request: Request) -> Response:
        iri = whole_of(named_by(f"id/{request.path_params['rest']}"))
        release = self._engine.pool.release
        if len(iri) > _LONGEST or not (ties := await self._ties(iri)):
            if len(iri) <= _LONGEST and is_withdrawn(release.path, *wholes(iri)):
                raise withdrawn()
            raise Problem(HTTPStatus.NOT_FOUND, "Inconnu", f"Le graphe ne dit rien de <{iri[:300]}>.")
        labels = await self._asker.labels([iri, *list(ties)[:MOST]])
        here = Neighbour(iri, _kind(iri), labels.get(iri, _unnamed(iri)), local(iri), "")
        around = [
            Neighbour(other, _kind(other), labels.get(other, _unnamed(other)), local(other), ", ".join(sorted(said)))
            for other, said in list(ties.items())[:MOST]
        ]
        headers = {"content-security-policy": _POLICY, "x-robots-tag": "noindex", "cache-control": "public, max-age=60"}
        shown = {
            "here": here,
            "around": sorted(around, key=lambda one: (one.kind, one.label)),
            "more": len(ties) - len(around),
        }
        return page("neighbours.html", release, 200, headers, elements=_elements(here, around), **shown)

    async def _ties(self, iri: str) -> dict[str, set[str]]:
        """Each neighbour with what ties it."""
        thing, found = iris.parse(iri), dict[str, set[str]]()
        given = {"iri": iri, "ours": _OURS, "rows": _ROWS}
        own = thing is not None and thing.kind in _OWN_GRAPH and not thing.part
        outward = _IN_GRAPH.format(graph=iris.graph_of(iri), **given) if own else _FROM.format(**given)
        for query in (outward, _TO.format(**given)):
            for row in await self._asker.rows(query):
                other = whole_of(row["other"].text)
                if other != iri and iris.parse(other) is not None:
                    found.setdefault(other, set()).add(_tie(row["p"].text))
        return found


def _elements(here: Neighbour, around: Iterable[Neighbour]) -> str:
    """The graph as Cytoscape.js takes it."""
    nodes = [
        {"data": {"id": one.iri, "label": one.label, "kind": one.kind, "href": one.href}} for one in (here, *around)
    ]
    edges = [{"data": {"source": here.iri, "target": one.iri, "label": one.ties}} for one in around]
    return json.dumps([*nodes, *edges], ensure_ascii=False)


def _kind(iri: str) -> str:
    thing = iris.parse(iri)
    if thing is None:
        return ""
    kind = thing.part[0] if thing.part and thing.part[0] in _SIDES else thing.kind
    return _KINDS.get(kind, kind)


def _unnamed(iri: str) -> str:
    """« séance du 12 mai 2023 », « financement 2 », else the end of its address."""
    thing = iris.parse(iri)
    if thing is not None and thing.kind == "seance":
        return f"séance du {day(thing.key[-1])}"
    if thing is not None and thing.part[:1] and thing.part[0] in _SIDES:
        return " ".join(thing.part[:2])
    return iri.removeprefix(f"{BASE}id/").partition("/")[2] or iri


def _tie(predicate: str) -> str:
    name = short(predicate)
    return _words().get(name, name.rpartition(":")[2])


@cache
def _words() -> dict[str, str]:
    return dict(tomllib.loads((files("kg.serve.pages") / "neighbours.toml").read_text(encoding="utf-8")))
