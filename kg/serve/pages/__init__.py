"""The site, in French: pages that the server makes, which load nothing from another host.

The editor of queries, the builder and the picture of a neighbourhood alone have scripts. One module per kind of page;
here are what they share and the home page.
"""

from asyncio import to_thread
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.serve.engine import Engine
from kg.serve.pages.contents import Contents
from kg.serve.pages.shelves import shelves
from kg.serve.pages.templating import page
from kg.serve.protocol.problems import Problem
from kg.store.overview import NAME as OVERVIEW
from kg.store.published import fact
from kg.store.questions import questions
from kg.store.searching import LONGEST


class Pages:
    """Renders the templates of this folder with what the engine answers."""

    def __init__(self, engine: Engine, contents: Contents) -> None:
        self._engine = engine
        self._contents = contents

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
        told = {"counts": await self._contents.counts(), "overview": await to_thread(fact, release.path, OVERVIEW)}
        known: dict[str, Any] = {"questions": questions(), "shelves": shelves(questions()), "longest": LONGEST}
        return self._page("home.html", current=release, base=base, **known, **told)

    def problem(self, problem: Problem) -> HTMLResponse:
        """A problem, for a reader."""
        return self._page("problem.html", problem.status, problem=problem)

    def _page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        return page(template, self._engine.pool.release, status, **values)
