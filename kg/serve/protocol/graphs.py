"""``/graphs``: the reading side of the SPARQL 1.1 Graph Store HTTP Protocol (§4, §5.2)."""

import re
from http import HTTPStatus

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from kg.serve.engine import Engine
from kg.serve.protocol import Asked, header, reads_gzip
from kg.serve.protocol.endpoint import answer
from kg.serve.protocol.problems import Problem, bad_request, read_only

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class GraphStore:
    """Answers GET and HEAD of ``?graph=IRI`` and ``?default``; the graph as a whole, in the form asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            asked = await self._asked(request)
        except Problem as problem:
            await problem.response()(scope, receive, send)
            return
        await answer(self._engine, asked, scope, receive, send)

    async def _asked(self, request: Request) -> Asked:
        if request.method not in ("GET", "HEAD"):
            raise read_only()
        given = request.query_params
        form, accept = given.get("format"), request.headers.get("accept", "")
        gzip = reads_gzip(header(request.scope, b"accept-encoding"))
        if "default" in given and "graph" not in given:
            return Asked(_ALL, format=form, accept=accept, gzip=gzip)
        name = given.get("graph", "")
        if not _IRI.fullmatch(name):
            raise bad_request("Le paramètre « graph » attend l'IRI absolu d'un graphe, ou « default » sans valeur.")
        if not await self._holds(name):
            raise Problem(HTTPStatus.NOT_FOUND, "Graphe inconnu", f"Aucun graphe ne s'appelle <{name[:500]}>.")
        return Asked(_ALL, (name,), format=form, accept=accept, gzip=gzip)

    async def _holds(self, name: str) -> bool:
        plan = await self._engine.plan(Asked(f"ASK {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", format="json"))
        return b"true" in (await self._engine.collect(plan, 1 << 10) or b"")
