"""The pages: home, the form, the questions. Server-side, in French, without any script or outside host."""

import json
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.errors import QueryError
from kg.serve.contents import Contents
from kg.serve.engine import Engine
from kg.serve.ontology_page import short
from kg.serve.places import local
from kg.serve.problems import Problem
from kg.serve.protocol import Asked
from kg.serve.words import day, number
from kg.store.questions import Question, bind, question, questions

_MOST_BYTES = 4 << 20
_MOST_ROWS = 500


class Pages:
    """Renders the templates of this folder with what the engine answers."""

    def __init__(self, engine: Engine, contents: Contents) -> None:
        self._engine = engine
        self._contents = contents
        self._templates = Environment(
            loader=PackageLoader("kg.serve"), autoescape=select_autoescape(default=True), trim_blocks=True
        )
        self._templates.filters.update(local=local, short=short, nombre=number, jour=day)

    @property
    def engine(self) -> Engine:
        """What answers the questions of the pages."""
        return self._engine

    def unchanged(self, request: Request) -> Response | None:
        """304 where the client holds the page of this release already (RFC 9110 §13.1.2)."""
        held = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
        return Response(status_code=304, headers=self._lasting()) if self._lasting()["etag"] in held else None

    def lasting(self, request: Request, template: str, **values: Any) -> Response:
        """A page that is the same as long as its release."""
        page = self.unchanged(request)
        if page is None:
            page = self._page(template, **values)
            page.headers.update(self._lasting())
        return page

    def _lasting(self) -> dict[str, str]:
        release = self._engine.pool.release
        etag = f'W/"{release.number}-{release.content[:16]}-page"'
        return {"etag": etag, "cache-control": "public, max-age=60", "vary": "Accept"}

    async def home(self, base: str) -> HTMLResponse:
        """What the graph holds, the questions, how to ask one's own."""
        release = self._engine.pool.release
        counts = await self._contents.counts()
        return self._page("home.html", counts=counts, release=release, questions=questions(), base=base)

    def problem(self, problem: Problem) -> HTMLResponse:
        """A problem, for a reader."""
        return self._page("problem.html", problem.status, problem=problem)

    async def question(self, name: str, given: Mapping[str, str]) -> HTMLResponse:
        """The form of a question and the table of its answer; a Problem is shown on its page."""
        asked = find(name)
        try:
            head, rows, more = await self._table(bound(asked, given))
        except Problem as problem:
            return self._page("question.html", problem.status, question=asked, given=given, problem=problem)
        return self._page("question.html", question=asked, given=given, head=head, rows=rows, more=more)

    async def _table(self, text: str) -> tuple[list[str], list[list[Any]], bool]:
        plan = await self._engine.plan(Asked(text, format="json"))
        content = await self._engine.collect(plan, _MOST_BYTES)
        if content is None:
            raise Problem(413, "Réponse trop longue pour une page", "Prenez-la en CSV ou en JSON.")
        answer = json.loads(content)
        head = answer["head"].get("vars", [])
        found = answer["results"]["bindings"] if "results" in answer else []
        rows = [[row.get(name) for name in head] for row in found[:_MOST_ROWS]]
        return head, rows, len(found) > _MOST_ROWS

    def _page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        values.setdefault("internal", self._engine.pool.release.audience == "internal")
        return HTMLResponse(self._templates.get_template(template).render(values), status)


def find(name: str) -> Question:
    """A named question; Problem 404 where there is none."""
    try:
        return question(name)
    except QueryError as fault:
        raise Problem(404, "Question inconnue", f"Aucune question ne s'appelle « {name[:100]} ».") from fault


def bound(asked: Question, given: Mapping[str, str]) -> str:
    """The query of a question with its parameters; Problem 400 where one does not fit."""
    try:
        return bind(asked, given)
    except QueryError as fault:
        raise Problem(400, "Paramètre refusé", str(fault)) from fault
