"""``/sparql``: the SPARQL 1.1 Protocol (query), and what a visitor without a query gets."""

import logging
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.serve.description import service_description
from kg.serve.engine import CutError, Engine, Plan
from kg.serve.formats import wants_page
from kg.serve.pages import Pages
from kg.serve.problems import Problem
from kg.serve.protocol import Asked, read_request

_log = logging.getLogger(__name__)
_METHODS = "GET, HEAD, POST, OPTIONS"


class Endpoint:
    """The ASGI application behind ``/sparql``."""

    def __init__(self, engine: Engine, pages: Pages) -> None:
        self._engine = engine
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        if request.method not in _METHODS:
            await Response(status_code=405, headers={"allow": _METHODS})(scope, receive, send)
        elif request.method != "POST" and not _asks(request):
            await self._welcome(request)(scope, receive, send)
        else:
            await self._query(request, scope, receive, send)

    async def _query(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            asked = await read_request(request, self._engine.settings)
        except Problem as problem:
            await problem.response()(scope, receive, send)
            return
        await answer(self._engine, asked, request, send)

    def _welcome(self, request: Request) -> Response:
        if wants_page(request.headers.get("accept", "")):
            return self._pages.form()
        return service_description(str(request.url.replace(query="")), request.headers.get("accept", ""))


async def answer(engine: Engine, asked: Asked, request: Request, send: Send) -> None:
    """Answer a query, or tell why not; where an answer fails midway the connection is closed unfinished."""
    scope, receive = request.scope, request.receive
    try:
        plan = await engine.plan(asked)
        if _has_it(request, engine, plan):
            headers = {"etag": plan.etag(engine.pool.release), "vary": "Accept"}
            await Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)(scope, receive, send)
            return
        await engine.answer(plan, receive, send, head_only=request.method == "HEAD")
    except Problem as problem:
        await problem.response()(scope, receive, send)
    except CutError as cut:
        _log.warning("answer cut: %s", cut)


def _has_it(request: Request, engine: Engine, plan: Plan) -> bool:
    """Whether the client holds the answer already (RFC 9110 §13.1.2)."""
    held = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
    return plan.stable and plan.etag(engine.pool.release) in held


def _asks(request: Request) -> bool:
    return any(name in request.query_params for name in ("query", "update"))
