"""``/texte/SHA256``: the text of a source as published, its passages (``?char=start,end``), and what is said of it."""

import asyncio
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.graph import iris
from kg.serve.engine import Engine
from kg.serve.pages import Pages
from kg.serve.pages.proofs import annotation, as_rdf, pieces, read_range, shown
from kg.serve.pages.queries import PROVED, QUOTED
from kg.serve.pages.statements import Asker
from kg.serve.pages.things import Answering, withdrawn
from kg.serve.pages.views import linked
from kg.serve.places import without_suffix
from kg.serve.protocol import Asked
from kg.serve.protocol.formats import GRAPHS, Format, named, negotiate, wants_page
from kg.serve.protocol.problems import Problem
from kg.store.published import PublishedText, is_withdrawn, published_text

_SHA = frozenset("0123456789abcdef")


class Texts:
    """Answers for the texts of the release of the moment."""

    def __init__(self, engine: Engine, pages: Pages) -> None:
        self._engine = engine
        self._pages = pages
        self._asker = Asker(engine)

    def routes(self) -> list[BaseRoute]:
        """Where they are answered."""
        return [Route("/texte/{rest:path}", Answering(self._answer, self._pages))]

    async def _answer(self, request: Request) -> Response | Asked:
        path, form = without_suffix(request.path_params["rest"])
        sha256, plain = (path[:-4], True) if path.endswith(".txt") else (path, False)
        text = await self._text(sha256)
        place = request.query_params.get("char")
        at = read_range(place, len(text.raw)) if place is not None else None
        if place is not None and at is None:
            detail = f"« char=début,fin » attend un passage du texte, qui a {len(text.raw)} caractères."
            raise Problem(HTTPStatus.BAD_REQUEST, "Ce passage n'existe pas", detail)
        accept = request.headers.get("accept", "")
        if plain or accept.startswith("text/plain"):
            words = text.raw[slice(*at)] if at else text.raw
            return PlainTextResponse(words.encode("utf-8", "replace"), headers={"vary": "Accept"})
        if form or not wants_page(accept):
            return await self._data(
                sha256, text, at, named(form, GRAPHS) if form else negotiate(accept, GRAPHS), request
            )
        return await (self._passage(request, text, *at) if at else self._whole(request, text))

    async def _text(self, sha256: str) -> PublishedText:
        release = self._engine.pool.release.path
        known = len(sha256) == 64 and _SHA.issuperset(sha256)
        text = await asyncio.to_thread(published_text, release, sha256) if known else None
        if text is None and known and is_withdrawn(release, iris.text(sha256)):
            raise withdrawn()
        if text is None:
            detail = "Aucun texte publié n'a cette empreinte."
            raise Problem(HTTPStatus.NOT_FOUND, "Texte inconnu", detail)
        return text

    async def _data(
        self, sha256: str, text: PublishedText, at: tuple[int, int] | None, form: Format | None, request: Request
    ) -> Response | Asked:
        if form is None:
            raise Problem(
                HTTPStatus.NOT_ACCEPTABLE, "Aucune forme acceptable", "HTML, texte, Turtle, JSON-LD, N-Triples."
            )
        if at is None:
            query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{iris.graph_of(iris.text(sha256))}> {{ ?s ?p ?o }} }}"
            return Asked(query, format=form.name)
        things = await self._proved(sha256, *at)
        content = as_rdf(annotation(text, *at, things), form.name)
        return Response(content, media_type=form.media, headers={"vary": "Accept"})

    async def _proved(self, sha256: str, start: int, end: int) -> list[str]:
        rows = await self._asker.rows(PROVED % iris.passage(iris.Passage(sha256, start, end)))
        return sorted(row["x"].text for row in rows)

    async def _passage(self, request: Request, text: PublishedText, start: int, end: int) -> Response:
        things = await self._proved(text.sha256, start, end)
        heads = await self._asker.labels({*things, iris.text(text.sha256)})
        told = [linked(thing, heads) for thing in things]
        name = heads.get(iris.text(text.sha256), "document")
        return self._pages.lasting(
            request, "passage.html", place=shown(text, start, end), sha256=text.sha256, things=told, name=name
        )

    async def _whole(self, request: Request, text: PublishedText) -> Response:
        rows = await self._asker.rows(QUOTED % iris.text(text.sha256))
        heads = await self._asker.labels({iris.text(text.sha256)})
        name = heads.get(iris.text(text.sha256), "document")
        cut = pieces(text, (row["x"].text for row in rows))
        return self._pages.lasting(request, "texte.html", pieces=cut, sha256=text.sha256, name=name, pages=text.pages)
