"""``/reconcile``: a reconciliation service (W3C Community Group, Reconciliation API 0.2) over the matcher.

OpenRefine and its like send the names of a column and get the bodies that they may be; then more columns of these.
The matcher is pure and in memory; it runs in a thread, one query at a time, so that the endpoint goes on answering.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.link.bodies import PROPERTIES, beginning, description, label
from kg.link.reconciliation import TYPES, known, matches
from kg.link.tables import Body
from kg.resolve.slugs import fold
from kg.serve.protocol.problems import Problem, bad_request, too_busy
from kg.serve.protocol.reading import read_form
from kg.serve.protocol.visit import LeftError
from kg.serve.reconcile import answers
from kg.serve.reconcile.requests import MOST_CANDIDATES, read_extension, read_queries, readable
from kg.serve.settings import Settings

_WAITING = 16
_WAIT = 5
# A preview is shown in a frame of the client's page.
_IN_A_FRAME = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"}
_T = TypeVar("_T")
_Answer = Callable[[Request], Awaitable[Response]]


class Reconciler:
    """The service: one thread of matching at a time, and so many requests that wait for it."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0
        self._templates = Environment(
            loader=PackageLoader("kg.serve"), autoescape=select_autoescape(default=True), trim_blocks=True
        )

    def routes(self) -> list[Route]:
        """The addresses of the service."""
        served: dict[str, _Answer] = {
            "": self._service,
            "/suggest/entity": self._entities,
            "/suggest/type": self._types,
            "/suggest/property": self._properties,
            "/properties": self._proposed,
            "/preview": self._preview,
            "/flyout": self._flyout,
        }
        return [Route(f"/reconcile{path}", _told(answer), methods=_methods(path)) for path, answer in served.items()]

    async def _service(self, request: Request) -> Response:
        """The manifest; or the answers to a batch, or the values of properties, where a form asks for them."""
        form = dict(await read_form(request.scope, request.receive, self._settings))
        if "queries" in form and "extend" in form:
            raise bad_request("« queries » ou « extend », pas les deux.")
        if "queries" in form:
            return await self._answered(form["queries"])
        if "extend" in form:
            return _json(await self._in_turn(lambda: answers.extension(*read_extension(form["extend"]))))
        if request.method == "POST":
            raise bad_request("Un POST porte le champ « queries » ou le champ « extend ».")
        return _json(answers.manifest(str(request.base_url).rstrip("/")))

    async def _answered(self, text: str) -> Response:
        found: dict[str, Any] = {}
        for key, row in read_queries(text).items():
            some = await self._in_turn(partial(matches, row)) if row else ()
            found[key] = {"result": [answers.candidate(match) for match in some]}
        return _json(found)

    async def _in_turn(self, work: Callable[[], _T]) -> _T:
        """Do some matching in a thread when its turn comes; Problem 503 where too many wait."""
        if self._waiting >= _WAITING:
            raise too_busy(_WAIT)
        self._waiting += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1

    async def _entities(self, request: Request) -> Response:
        prefix, first, most = _typed(request)
        found = await self._in_turn(lambda: beginning(prefix, first + most))
        return _json({"result": [answers.suggested(body) for body in found[first:]]})

    async def _types(self, request: Request) -> Response:
        return _json({"result": _holding(request, [answers.told_type(name) for name in TYPES])})

    async def _properties(self, request: Request) -> Response:
        return _json({"result": _holding(request, [answers.told_property(one) for one in PROPERTIES.values()])})

    async def _proposed(self, request: Request) -> Response:
        """The properties that bodies of a type have (§6.1); those of all where no type is named."""
        kind = request.query_params.get("type", "")
        if kind and kind not in TYPES:
            raise bad_request(f"Type inconnu : « {readable(kind)} ». Ceux d'ici : {', '.join(TYPES)}.")
        found = [answers.told_property(one) for one in PROPERTIES.values() if not kind or kind in one.types]
        limit = _number(request, "limit", len(found))
        return _json({"type": kind, "limit": limit, "properties": found[:limit]})

    async def _preview(self, request: Request) -> Response:
        body = await self._named(request)
        return Response(self._page(body), media_type="text/html", headers=_IN_A_FRAME)

    async def _flyout(self, request: Request) -> Response:
        body = await self._named(request)
        return _json({"id": body.siren, "html": f"<p>{_escaped(label(body))}<br>{_escaped(description(body))}</p>"})

    async def _named(self, request: Request) -> Body:
        siren = request.query_params.get("id", "")
        body = await self._in_turn(lambda: known(siren))
        if body is None:
            raise Problem(404, "Entité inconnue", f"Aucune table ne tient « {readable(siren)} ».")
        return body

    def _page(self, body: Body) -> str:
        values = {"body": body, "name": label(body), "lines": answers.sheet(body), "page": answers.page_of(body)}
        return self._templates.get_template("reconcile_preview.html").render(values)


def _methods(path: str) -> list[str]:
    return ["GET", "POST"] if not path else ["GET"]


def _told(answer: _Answer) -> _Answer:
    """An answer whose problems are told as such."""

    async def told(request: Request) -> Response:
        try:
            return await answer(request)
        except Problem as problem:
            return problem.response()
        except LeftError:
            return Response(status_code=400)

    return told


def _json(value: Any) -> Response:
    return Response(json.dumps(value), media_type="application/json")


def _typed(request: Request) -> tuple[str, int, int]:
    """What someone has typed, how many suggestions they have seen, how many they want."""
    prefix = request.query_params.get("prefix", "")[:200]
    return prefix, _number(request, "cursor", 0), min(_number(request, "limit", 10), MOST_CANDIDATES)


def _number(request: Request, name: str, default: int) -> int:
    given = request.query_params.get(name, "")
    if given and not (given.isascii() and given.isdecimal() and len(given) < 6):
        raise bad_request(f"« {name} » attend un nombre entier.")
    return int(given) if given else default


def _holding(request: Request, items: list[dict[str, str]]) -> list[dict[str, str]]:
    """The types or properties of whose name or identifier a word begins as typed."""
    prefix, first, most = _typed(request)
    wanted = f" {fold(prefix)}"
    found = [one for one in items if wanted in f" {fold(one['name'])} {fold(one['id'])}"] if wanted.strip() else items
    return found[first : first + most]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
