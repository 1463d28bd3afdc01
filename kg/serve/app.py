"""The application: routes, headers, and the life of the pool with the release that is served."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import StoreError
from kg.serve.contents import Contents
from kg.serve.endpoint import Endpoint, answer
from kg.serve.engine import Engine
from kg.serve.formats import GRAPHS, TABLES, named
from kg.serve.pages import Pages, bound, find
from kg.serve.pool import Pool
from kg.serve.problems import Problem
from kg.serve.protocol import Asked
from kg.serve.settings import Settings
from kg.store.releases import current_release

_log = logging.getLogger(__name__)
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'"
_HEADERS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Retry-After"),
    (b"content-security-policy", f"{_POLICY}; base-uri 'none'".encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
_PREFLIGHT = {
    "allow": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "Accept, Content-Type, If-None-Match",
    "access-control-max-age": "86400",
}


class CommonHeaders:
    """Adds to every answer that any site may read it and that a page loads nothing from elsewhere; answers OPTIONS."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it where it is a preflight."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send_with_headers)
        else:
            await self._app(scope, receive, send_with_headers)


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
                await answer(self._engine, Asked(bound(find(name), given), format=form), request, send)
                return
            page: Response = await self._pages.question(request.path_params["name"], given)
        except Problem as problem:
            page = self._pages.problem(problem)
        await page(scope, receive, send)


def create_app(store: Path, settings: Settings | None = None) -> Starlette:
    """The endpoint and the pages over the current release of a store; StoreError where it has none."""
    settings = settings or Settings()
    pool = Pool(current_release(store), settings)
    engine = Engine(pool, settings)
    pages = Pages(engine, Contents(engine))

    async def home(request: Request) -> Response:
        return await pages.home(str(request.base_url).rstrip("/"))

    async def health(_: Request) -> Response:
        told = {"status": "ok", "release": pool.release.number, "workers": settings.workers, "idle": pool.idle}
        return JSONResponse(told, headers={"cache-control": "no-store"})

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        await pool.open()
        watching = asyncio.create_task(_watch(store, pool, settings.watch))
        try:
            yield
        finally:
            watching.cancel()
            await pool.close()

    routes = [
        Route("/", home),
        Route("/health", health),
        Route("/sparql", Endpoint(engine, pages)),
        Route("/questions/{name}", QuestionData(engine, pages)),
        Mount("/static", StaticFiles(directory=str(files("kg.serve") / "static"))),
    ]
    return Starlette(routes=routes, middleware=[Middleware(CommonHeaders)], lifespan=life)


async def _watch(store: Path, pool: Pool, period: float) -> None:
    """Take up a new release when the store names one."""
    while True:
        await asyncio.sleep(period)
        try:
            release = current_release(store)
        except (StoreError, OSError, ValueError) as fault:
            _log.warning("release %s goes on being served: %s", pool.release.number, fault)
            continue
        if release != pool.release:
            _log.info("release %s is taken up", release.number)
            pool.switch(release)
