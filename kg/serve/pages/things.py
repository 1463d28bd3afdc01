"""Every IRI that we mint, answered: ``/id/X`` leads to ``/doc/X``, which is a page, Turtle, JSON-LD or N-Triples.

See Cool URIs for the Semantic Web §4.2 (303) and RFC 9110 §15.5.11 (410 for what was withdrawn).
"""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from kg.graph import iris
from kg.graph.namespaces import HOME
from kg.serve.engine import Engine
from kg.serve.pages import Pages
from kg.serve.pages.act import act_view
from kg.serve.pages.bodies import body_view, convention_view, funding_view, plain_view
from kg.serve.pages.ontology import terms
from kg.serve.pages.people import person_view, sitting_view
from kg.serve.pages.queries import PERSON
from kg.serve.pages.quotes import proved, quotations
from kg.serve.pages.statements import Asker
from kg.serve.pages.steady import of_one_release
from kg.serve.pages.views import View
from kg.serve.places import local, named_by, whole_of, wholes, without_suffix
from kg.serve.protocol import Asked, header, reads_gzip
from kg.serve.protocol.endpoint import answer
from kg.serve.protocol.formats import wants_page
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.visit import begin
from kg.store.published import is_withdrawn

Handler = Callable[[Request], Awaitable[Response | Asked]]

_OWN_GRAPH = ("deliberation", "seance")
_LONGEST = 2000


class Things:
    """``/id``, ``/doc``, ``/graphe`` and ``/vocabulaire``."""

    def __init__(self, engine: Engine, pages: Pages) -> None:
        self._engine = engine
        self._pages = pages
        self._asker = Asker(engine)

    def routes(self) -> list[BaseRoute]:
        """Where they are answered."""
        rooms = (("/id/", self._identifier), ("/doc/", self._document), ("/graphe/", self._graph))
        return [
            *(Route(f"{room}{{rest:path}}", Answering(handler, self._pages)) for room, handler in rooms),
            Route("/vocabulaire/{rest:path}", Answering(self._concept, self._pages)),
        ]

    async def _identifier(self, request: Request) -> Response:
        iri = await self._known(named_by(_path(request)))
        return RedirectResponse(_escaped(local(iri)), HTTPStatus.SEE_OTHER, {"vary": "Accept"})

    async def _graph(self, request: Request) -> Response:
        path, form = without_suffix(_path(request))
        iri = named_by(path)
        if not await self._asker.rows(f"SELECT ?s WHERE {{ GRAPH <{iri}> {{ ?s ?p ?o }} }} LIMIT 1"):
            raise self._missing(iri)
        form = form or ("turtle" if wants_page(request.headers.get("accept", "")) else None)
        only = f"&format={form}" if form else ""
        return RedirectResponse(f"/graphs?graph={quote(iri, safe='')}{only}", HTTPStatus.SEE_OTHER, {"vary": "Accept"})

    async def _document(self, request: Request) -> Response | Asked:
        path, form = without_suffix(_path(request))
        iri = await self._known(named_by(f"id/{path.removeprefix('doc/')}"))
        if form or not wants_page(request.headers.get("accept", "")):
            return _asked(request, description(iri), form)
        whole = whole_of(iri)
        if whole != iri:
            return RedirectResponse(f"{_escaped(local(whole))}#{iri.removeprefix(whole + '/')}", HTTPStatus.SEE_OTHER)
        if (same := self._pages.unchanged(request)) is not None:
            return same
        told = await self._view(iri)
        quotes = await quotations(self._engine.pool.release.path, told.quoted)
        return self._pages.lasting(request, "thing.html", view=proved(told, quotes), quotes=quotes)

    async def _concept(self, request: Request) -> Response | Asked:
        path, form = without_suffix(_path(request))
        iri = await self._known(named_by(path, HOME))
        if form or not wants_page(request.headers.get("accept", "")):
            return _asked(request, description(iri), form)
        view = await plain_view(self._asker, iri, terms())
        return self._pages.lasting(request, "thing.html", view=view, quotes=())

    async def _view(self, iri: str) -> View:
        thing = iris.parse(iri)
        match (thing.kind, thing.part) if thing else ("", ()):
            case "deliberation", ("convention", _):
                return await convention_view(self._asker, iri)
            case "deliberation", ("financement", _):
                return await funding_view(self._asker, iri)
            case "deliberation", _:
                return await act_view(self._asker, iri)
            case "seance", _:
                return await sitting_view(self._asker, iri)
            case "personne", _:
                return await person_view(self._asker, iri)
            case (("organisation" | "organe"), _):
                return await body_view(self._asker, iri)
        return await plain_view(self._asker, iri, terms())

    async def _known(self, iri: str) -> str:
        """The IRI, where the graph says something of it or names it; Problem 410 where it was withdrawn, else 404."""
        asked = (f"SELECT ?p WHERE {{ <{iri}> ?p ?o }} LIMIT 1", f"SELECT ?p WHERE {{ ?s ?p <{iri}> }} LIMIT 1")
        for query in asked if len(iri) <= _LONGEST else ():
            if await self._asker.rows(query):
                return iri
        raise self._missing(iri)

    def _missing(self, iri: str) -> Problem:
        named = iris.parse_graph(iri) or iri
        if len(iri) <= _LONGEST and is_withdrawn(self._engine.pool.release.path, *wholes(named)):
            return withdrawn()
        return Problem(HTTPStatus.NOT_FOUND, "Inconnu", f"Le graphe ne dit rien de <{iri[:300]}>.")


def withdrawn() -> Problem:
    """What was published and is no more."""
    detail = (
        "Cette donnée a été retirée de la publication, à la demande de la personne ou de l'organisme qu'elle concerne."
    )
    return Problem(HTTPStatus.GONE, "Donnée retirée", detail)


def description(iri: str) -> str:
    """The query whose answer describes a thing: its own graph, or what is said of it and of its parts."""
    thing = iris.parse(iri)
    if thing and thing.kind in _OWN_GRAPH:
        graph = iris.graph_of(iris.render(thing._replace(part=())))
        only = f'FILTER(?s = <{iri}> || STRSTARTS(STR(?s), "{iri}/"))' if thing.part else ""
        return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o {only} }} }}"
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {PERSON % (iri, iri)} }}"


class Answering:
    """An ASGI application around a handler that gives a response, or what the endpoint is to answer."""

    def __init__(self, handler: Handler, pages: Pages) -> None:
        self._handler = handler
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD; a problem is a page for a browser, a problem document for others."""
        request = Request(scope, receive)
        visit, visits = begin(scope)
        try:
            if request.method not in ("GET", "HEAD"):
                told: Response | Asked = Response(status_code=405, headers={"allow": "GET, HEAD, OPTIONS"})
            else:
                told = await of_one_release(self._pages.engine, lambda: self._handler(request))
        except Problem as problem:
            page = wants_page(request.headers.get("accept", ""))
            told = self._pages.problem(problem) if page else problem.response()
        finally:
            visits.discard(visit)
        if isinstance(told, Asked):
            await answer(self._pages.engine, told, scope, receive, send)
        else:
            await told(scope, receive, send)


def _asked(request: Request, query: str, form: str | None) -> Asked:
    accept = request.headers.get("accept", "")
    return Asked(query, format=form, accept=accept, gzip=reads_gzip(header(request.scope, b"accept-encoding")))


def _path(request: Request) -> str:
    """The path as it came, escapes and all."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.partition(b"?")[0].decode("ascii", "replace").lstrip("/")


def _escaped(address: str) -> str:
    """An address in a header: what an IRI may hold and a header line may not is percent-encoded."""
    return quote(address, safe="/%:=&?~#+!$,;'@()*-._")
