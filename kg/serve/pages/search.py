"""``/recherche`` and ``/recherche.json``: full-text search in the release that is served.

SQLite answers in threads of their own, two at a time, each for a second at most; visitors take turns as they do for
the workers of SPARQL, so that none holds up the others.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http import HTTPStatus
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kg.errors import QueryError, StoreError
from kg.graph.namespaces import VOCABULARY
from kg.serve.engine import Engine
from kg.serve.pages.steady import of_one_release
from kg.serve.pages.templating import page
from kg.serve.places import local
from kg.serve.protocol.problems import Problem, too_long
from kg.serve.protocol.visit import LeftError, begin
from kg.serve.workers.turns import Limits, Turns
from kg.store.matters import matters
from kg.store.releases import Release
from kg.store.searching import CLOSE, LONGEST, MOST_PAGES, OPEN, PAGE, Found, Hit, Index, Wanted

T = TypeVar("T")
OUTCOMES = {"adoptee": "adoptée", "rejetee": "rejetée", "prend-acte": "prend acte", "reportee": "reportée"}
_PARAMETERS = ("q", "autorite", "annee", "matiere", "issue", "objet", "tri", "page")
_SECONDS = 1.0
_AT_ONCE = 2
_LIMITS = Limits(share=_AT_ONCE, queue=32, patience=5.0)
_LISTED = 1000  # authorities that the form suggests
_FACETS = 12
_HEADERS = {"cache-control": "public, max-age=60", "x-robots-tag": "noindex"}


class _Desk:
    """The index of one release on one thread."""

    def __init__(self) -> None:
        self._opened: tuple[Release, Index] | None = None

    def index(self, release: Release) -> Index:
        """The index of that release; StoreError where it has none."""
        if self._opened is None or self._opened[0] != release:
            fresh = Index(release.path)
            if self._opened is not None:
                self._opened[1].close()
            self._opened = (release, fresh)
        return self._opened[1]


class Search:
    """Full-text search as a page and as data."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(_AT_ONCE, "recherche")
        self._turns: Turns[_Desk] = Turns(_LIMITS)
        for _ in range(_AT_ONCE):
            self._turns.put(_Desk())

    def routes(self) -> list[Route]:
        """Where it answers."""
        return [Route("/recherche", self.page), Route("/recherche.json", self.data)]

    async def page(self, request: Request) -> Response:
        """The form, and what was found; without words or filters the last acts."""
        return await of_one_release(self._engine, lambda: self._page(request))

    async def _page(self, request: Request) -> Response:
        release = self._engine.pool.release
        said = {name: value for name, value in request.query_params.items() if name in _PARAMETERS}
        values: dict[str, Any] = {"said": said, "outcomes": OUTCOMES, "matters": matters(), "longest": LONGEST}
        try:
            wanted, found, values["authorities"], values["all_years"] = await self._ask(request, _with_lists(said))
        except Problem as problem:
            headers = {**problem.headers, "cache-control": "no-store"}
            return page("search.html", release, problem.status, headers, problem=problem, **values)
        shown = {"found": found, "wanted": wanted, "pages": _pages(found), "facets": _FACETS}
        shown |= {"passages": [_pieces(hit.snippet) for hit in found.hits]}
        return page("search.html", release, 200, _HEADERS, **values, **shown)

    async def data(self, request: Request) -> Response:
        """The same as JSON."""
        return await of_one_release(self._engine, lambda: self._data(request))

    async def _data(self, request: Request) -> Response:
        try:
            wanted, found = await self._ask(request, lambda index: _found(index, dict(request.query_params)))
        except Problem as problem:
            return problem.response()
        told = {
            "release": self._engine.pool.release.number,
            "total": found.total,
            "page": wanted.page,
            "pages": _pages(found),
            "results": [_as_json(hit) for hit in found.hits],
        }
        return JSONResponse(told, headers=_HEADERS)

    async def _ask(self, request: Request, work: Callable[[Index], T]) -> T:
        """What the index says, within its turn and its time; Problem where there is no answer."""
        visit, visits = begin(request.scope)
        try:
            desk = await self._turns.take(visit)
            return await self._work(desk, visit.client, work)
        except TimeoutError as late:
            raise too_long(_SECONDS) from late
        except QueryError as fault:
            raise Problem(HTTPStatus.BAD_REQUEST, "Recherche refusée", str(fault)) from fault
        except StoreError as fault:
            detail = "Cette version du graphe n'a pas d'index : elle a été construite par un programme plus ancien."
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "Recherche indisponible", detail) from fault
        except LeftError as gone:
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "Interrompue", "Le visiteur est parti.") from gone
        finally:
            visits.discard(visit)

    async def _work(self, desk: _Desk, client: str, work: Callable[[Index], T]) -> T:
        release = self._engine.pool.release

        def give_back(_: object) -> None:
            self._turns.put(desk)
            self._turns.done(client)

        # Where the request is cancelled the thread still uses the index: it is lent again after that.
        asked = asyncio.get_running_loop().run_in_executor(self._threads, lambda: work(desk.index(release)))
        asked.add_done_callback(give_back)
        return await asyncio.shield(asked)


def _with_lists(
    said: Mapping[str, str],
) -> Callable[[Index], tuple[Wanted, Found, tuple[tuple[str, str, int], ...], tuple[int, ...]]]:
    return lambda index: (*_found(index, said), index.authorities(_LISTED), index.years())


def _found(index: Index, said: Mapping[str, str]) -> tuple[Wanted, Found]:
    wanted = read_wanted(said)
    if wanted.authority:
        address = index.authority(wanted.authority)
        if address is None:
            return wanted, Found((), 0)
        wanted = replace(wanted, authority=address)
    return wanted, index.find(wanted, _SECONDS)


def read_wanted(said: Mapping[str, str]) -> Wanted:
    """What the parameters of an address ask for; Problem 400 where one does not fit."""
    given = {name: value.strip() for name, value in said.items()}
    words = given.get("q", "")
    if len(words) > LONGEST:
        raise _refused(f"La recherche a plus de {LONGEST} caractères.")
    objects = given.get("objet", "")
    return Wanted(
        words=words,
        authority=given.get("autorite", "")[:1000],
        year=_integer("annee", given.get("annee", ""), 9999),
        outcome=_one_of("issue", given.get("issue", ""), OUTCOMES),
        matter=_one_of("matiere", given.get("matiere", ""), matters()),
        funded=_one_of("objet", objects, ("financement", "convention")) == "financement",
        agreed=objects == "convention",
        newest=_one_of("tri", given.get("tri", ""), ("date", "pertinence")) == "date",
        page=_integer("page", given.get("page", ""), MOST_PAGES) or 1,
    )


def _integer(name: str, value: str, most: int) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) < 6 and 1 <= int(value) <= most):
        raise _refused(f"« {name} » est un nombre de 1 à {most}.")
    return int(value)


def _one_of(name: str, value: str, known: Mapping[str, str] | tuple[str, ...]) -> str:
    if value and value not in known:
        raise _refused(f"« {name} » est l'un de : {', '.join(known)}.")
    return value


def _refused(detail: str) -> Problem:
    return Problem(HTTPStatus.BAD_REQUEST, "Paramètre refusé", detail)


def _pages(found: Found) -> int:
    return min(MOST_PAGES, -(-found.total // PAGE))


def _pieces(snippet: str) -> list[tuple[str, bool]]:
    """A snippet in pieces, each with whether it is a word that was found."""
    pieces = [piece.partition(CLOSE) for piece in f"{CLOSE}{snippet}".split(OPEN)]
    told = [(text, marked) for found, _, rest in pieces for text, marked in ((found, True), (rest, False))]
    return [(text, marked) for text, marked in told if text]


def _as_json(hit: Hit) -> dict[str, Any]:
    return {
        "iri": hit.address,
        "page": local(hit.address),
        "number": hit.number or None,
        "title": hit.title or None,
        "date": hit.date or None,
        "authority": {"iri": hit.authority, "label": hit.authority_label or None},
        "outcome": f"{VOCABULARY}resultat/{hit.outcome}" if hit.outcome else None,
        "matter": hit.matter,
        "funded": bool(hit.funded),
        "agreement": bool(hit.agreed),
        "passage": hit.snippet.replace(OPEN, "").replace(CLOSE, ""),
    }
