"""``/sparql``: the SPARQL 1.1 Protocol (query), and what a visitor without a query gets."""

import contextlib
import logging
import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from kg.serve.cache import Kept
from kg.serve.engine import Engine
from kg.serve.pages.editor import editor_page
from kg.serve.plan import Plan
from kg.serve.protocol import Asked, header
from kg.serve.protocol.answers import etags, not_modified, whole
from kg.serve.protocol.description import service_description
from kg.serve.protocol.formats import wants_page
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.reading import read_request
from kg.serve.protocol.visit import KEY, LeftError, begin
from kg.serve.run import CutError, Given

_log = logging.getLogger(__name__)
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_ASKS = re.compile(rb"(?:^|&)(?:query|update)=")


class Endpoint:
    """The ASGI application behind ``/sparql``, but for OPTIONS."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in METHODS:
            allowed = {"allow": ", ".join(METHODS)}
            await Response(status_code=405, headers=allowed)(scope, receive, send)
        elif scope["method"] != "POST" and not _ASKS.search(scope["query_string"]):
            await (await self._welcome(Request(scope)))(scope, receive, send)
        else:
            await self._query(scope, receive, send)

    async def _query(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = scope.get(KEY)
        if connection is not None and (given := connection.take_given()) is not None:
            await answer(self._engine, given, scope, receive, send)
            return
        try:
            asked = await read_request(scope, receive, self._engine.settings)
        except LeftError:
            return
        except Problem as problem:
            await problem.response()(scope, receive, send)
            return
        await answer(self._engine, asked, scope, receive, send)

    async def _welcome(self, request: Request) -> Response:
        if wants_page(request.headers.get("accept", "")):
            return editor_page(self._engine.pool.release)
        return await self.describe(request)

    async def describe(self, request: Request) -> Response:
        """The Service Description with what VoID says of the data."""
        url = str(request.url.replace(path="/sparql", query=""))
        return await service_description(self._engine, url, request.headers.get("accept", ""))


async def answer(engine: Engine, asked: Asked | Given, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a query, or tell why not; where an answer fails midway the connection is closed unfinished."""
    visit, visits = begin(scope)

    async def send_to_visit(message: Message) -> None:
        # The server's own mark is missing on pipelined requests.
        if visit.gone:
            raise LeftError
        await send(message)

    try:
        given = asked if isinstance(asked, Given) else None
        plan = asked.plan if isinstance(asked, Given) else await engine.plan(asked)
        held = None if given else _held(scope, engine, plan)
        if held is not None:
            await not_modified(held, send_to_visit)
            return
        kept = None if given else await engine.known(plan)
        if kept is not None:
            await whole(kept, send_to_visit)
        else:
            kept = await engine.answer(plan, visit, send_to_visit, scope["method"] == "HEAD", given)
        _remember(scope, engine, plan, kept)
    except Problem as problem:
        with contextlib.suppress(LeftError):
            await problem.response()(scope, receive, send_to_visit)
    except CutError as cut:
        _log.warning("answer cut: %s", cut)
        abort(scope)
    except LeftError:
        pass
    finally:
        visits.discard(visit)


def abort(scope: Scope) -> None:
    """Close a connection so that an unfinished answer does not look whole."""
    connection = scope.get(KEY)
    if connection is not None:
        connection.abort()


def _remember(scope: Scope, engine: Engine, plan: Plan, kept: Kept | None) -> None:
    connection = scope.get(KEY)
    if connection is not None and kept is not None and plan.stable and scope["method"] == "GET":
        connection.remember(plan.key(engine.pool.release))


def _held(scope: Scope, engine: Engine, plan: Plan) -> str | None:
    """The validator of the answer, where the client holds that answer already (RFC 9110 §13.1.2)."""
    held = header(scope, b"if-none-match")
    if not held or not plan.stable:
        return None
    return next(iter(etags(plan, engine.pool.release) & {tag.strip() for tag in held.split(",")}), None)
