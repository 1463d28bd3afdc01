"""``/def``, the ontology, and ``/mentions``, what is done with people's data and how to object."""

import os
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kg.graph.iris import ONTOLOGY_GRAPH
from kg.serve.pages import Pages
from kg.serve.pages.ontology import ontology, source
from kg.serve.pages.things import Answering
from kg.serve.places import FORMS
from kg.serve.protocol import Asked
from kg.serve.protocol.formats import GRAPHS, named, negotiate, wants_page
from kg.serve.protocol.problems import Problem

CONTACT = "DELIBERATIONS_CONTACT"
"""The setting that says whom to write to: an address that people read, or a page."""


class Notices:
    """Pages that are about the site itself."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        """Where they are answered."""
        return [
            Route("/def", Answering(self._ontology, self._pages)),
            *(Route(f"/def.{suffix}", Answering(self._ontology, self._pages)) for suffix in FORMS),
            Route("/mentions", Answering(self._notice, self._pages)),
        ]

    async def _ontology(self, request: Request) -> Response | Asked:
        suffix, accept = request.url.path.rpartition(".")[2], request.headers.get("accept", "")
        if suffix not in FORMS and wants_page(accept):
            return self._pages.lasting(request, "ontologie.html", ontology=ontology())
        form = named(FORMS[suffix], GRAPHS) if suffix in FORMS else negotiate(accept, GRAPHS)
        if form is None:
            raise Problem(HTTPStatus.NOT_ACCEPTABLE, "Aucune forme acceptable", "HTML, Turtle, JSON-LD, N-Triples.")
        if form.name == "turtle":
            return Response(source(), media_type=form.media, headers={"vary": "Accept"})
        return Asked(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{ONTOLOGY_GRAPH}> {{ ?s ?p ?o }} }}", format=form.name)

    async def _notice(self, request: Request) -> Response:
        if request.query_params:
            return RedirectResponse("/mentions", HTTPStatus.SEE_OTHER)
        return self._pages.lasting(request, "mentions.html", contact=os.environ.get(CONTACT, ""))
