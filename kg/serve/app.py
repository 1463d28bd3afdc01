"""The application: routes, headers, and the life of the pool with the release that is served."""

import contextlib
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.assets import Assets
from kg.serve.desk import Desk
from kg.serve.engine import Engine
from kg.serve.life import create_engine, opened
from kg.serve.metrics import MEDIA_TYPE as METRICS_TYPE
from kg.serve.metrics import Metrics
from kg.serve.pages import Pages
from kg.serve.pages.contents import Contents
from kg.serve.pages.editor import builder_page
from kg.serve.pages.neighbours import Neighbours
from kg.serve.pages.notices import Notices
from kg.serve.pages.question import bound, find, question_page
from kg.serve.pages.search import Search
from kg.serve.pages.steady import of_one_release
from kg.serve.pages.texts import Texts
from kg.serve.pages.things import Things
from kg.serve.protocol import Asked, header, reads_gzip
from kg.serve.protocol.answers import OPEN_TO_ALL
from kg.serve.protocol.endpoint import Endpoint, answer
from kg.serve.protocol.formats import GRAPHS, TABLES, named, wants_page
from kg.serve.protocol.graphs import GraphStore
from kg.serve.protocol.problems import Problem, no_address
from kg.serve.reconcile import Reconciliation
from kg.serve.settings import Settings
from kg.serve.workers.allocator import name as allocator

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'"
_HEADERS = (
    *OPEN_TO_ALL,
    (b"content-security-policy", f"{_POLICY}; base-uri 'none'".encode()),
    (b"referrer-policy", b"no-referrer"),
)
_PREFLIGHT = {
    "allow": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match",
    "access-control-max-age": "86400",
}
_ROOMS = (
    "/",
    "/sparql",
    "/health",
    "/metrics",
    "/doc",
    "/id",
    "/texte",
    "/def",
    "/mentions",
    "/vocabulaire",
    "/graphe",
    "/questions",
    "/static",
    "/graphs",
    "/.well-known",
    "/reconcile",
    "/recherche",
    "/recherche.json",
    "/voisinage",
    "/constructeur",
)


class CommonHeaders:
    """Adds to every answer that any site may read it and that a page loads nothing from elsewhere; answers OPTIONS."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it where it is a preflight."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = message.get("headers", ())
                named = {name for name, _ in there}
                message["headers"] = [*there, *(line for line in _HEADERS if line[0] not in named)]
            await send(message)

        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send_with_headers)
        else:
            await self._app(scope, receive, send_with_headers)


class Front:
    """All requests: counted, ``/sparql`` by the short way, the rest by the routes."""

    def __init__(self, sparql: ASGIApp, site: ASGIApp, metrics: Metrics) -> None:
        self._sparql = CommonHeaders(sparql)
        self._site = site
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._site(scope, receive, send)
            return
        told, began = [0], time.perf_counter()

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                told[0] = message["status"]
            await send(message)

        path = scope["path"]
        await (self._sparql if path == "/sparql" else self._site)(scope, receive, send_counted)
        if told[0]:
            self._metrics.answered(_route(path), told[0], time.perf_counter() - began)


class QuestionData:
    """``/questions/NAME.csv`` and its like: the answer of a named question in one form, at a stable address."""

    def __init__(self, engine: Engine, pages: Pages) -> None:
        self._engine = engine
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page, or with data where the name ends in a known form."""
        request = Request(scope, receive)
        name, _, form = request.path_params["name"].rpartition(".")
        given = dict(request.query_params)
        try:
            if name and (named(form, TABLES) or named(form, GRAPHS)):
                gzip = reads_gzip(header(scope, b"accept-encoding"))
                asked = Asked(bound(find(name), given), format=form, gzip=gzip)
                await answer(self._engine, asked, scope, receive, send)
                return
            asked_name = request.path_params["name"]
            page: Response = await of_one_release(self._engine, lambda: question_page(self._engine, asked_name, given))
        except Problem as problem:
            page = self._pages.problem(problem)
        await page(scope, receive, send)


@dataclass(frozen=True, slots=True)
class Served:
    """The application, and what its server's connections need of it."""

    app: ASGIApp
    desk: Desk


def create_app(store: Path, settings: Settings | None = None) -> Served:
    """The endpoint and the pages over the current release of a store; StoreError where it has none."""
    settings = settings or Settings()
    engine = create_engine(store, settings)
    metrics = Metrics()
    pages = Pages(engine, Contents(engine))

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        async with opened(engine, store):
            yield

    sparql = Endpoint(engine)
    routes = [
        *_routes(engine, pages, metrics),
        Route("/.well-known/void", _void(sparql)),
        Route("/graphs", GraphStore(engine)),
        *Things(engine, pages).routes(),
        *Texts(engine, pages).routes(),
        *Notices(pages).routes(),
        *Search(engine).routes(),
        *Neighbours(engine, pages).routes(),
        *Reconciliation(settings).routes(),
    ]

    async def missing(request: Request, _: Exception) -> Response:
        return pages.problem(no_address()) if wants_page(request.headers.get("accept", "")) else no_address().response()

    handlers = {HTTPStatus.NOT_FOUND.value: missing}
    site = Starlette(routes=routes, middleware=[Middleware(CommonHeaders)], lifespan=life, exception_handlers=handlers)
    return Served(Front(sparql, site, metrics), Desk(engine, metrics))


def _routes(engine: Engine, pages: Pages, metrics: Metrics) -> list[BaseRoute]:
    async def home(request: Request) -> Response:
        return await of_one_release(engine, lambda: pages.home(str(request.base_url).rstrip("/")))

    async def builder(request: Request) -> Response:
        return builder_page(engine.pool.release, str(request.url.replace(path="/sparql", query="")))

    async def health(_: Request) -> Response:
        pool = engine.pool
        told = {"status": "ok", "release": pool.release.number, "workers": engine.settings.workers, "idle": pool.idle}
        told["allocator"] = allocator(os.environ)
        return JSONResponse(told, headers={"cache-control": "no-store"})

    async def figures(_: Request) -> Response:
        return Response(metrics.text(engine), media_type=METRICS_TYPE, headers={"cache-control": "no-store"})

    return [
        Route("/", home),
        Route("/constructeur", builder),
        Route("/health", health),
        Route("/metrics", figures),
        Route("/questions", lambda _: RedirectResponse("/#questions")),
        Route("/questions/{name}", QuestionData(engine, pages)),
        *Assets().routes(),
    ]


def _void(sparql: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def void(request: Request) -> Response:
        """The description at the address where data sets are looked for (VoID §7.2)."""
        return await sparql.describe(request)

    return void


def _route(path: str) -> str:
    """The room of a path, for counting: no client can add one."""
    room = "/" + path.split("/", 2)[1]
    return room if room in _ROOMS else "other"
