"""The Model Context Protocol over standard input and output: its tools over one release."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from kg.assistant.desk import Desk, RefusedError
from kg.errors import KgError
from kg.serve.life import create_engine, opened
from kg.serve.settings import Settings

_INSTRUCTIONS = """A knowledge graph of the deliberations of French local authorities: who met, who was absent and gave
a proxy, who reported, what was decided, under which convention, with whose money, with which votes. Begin with
`questions`; a question that is ready is better than a query of your own. Each fact has a proof, an IRI that ends in
#char=from,to: give it with the fact. What the graph does not say, the document did not say: do not complete it."""


def create_server(store: Path, settings: Settings) -> MCPServer[None]:
    """A server over the current release of a store, and over those that follow; StoreError where it has none."""
    engine = create_engine(store, settings)

    @asynccontextmanager
    async def life(_: MCPServer[None]) -> AsyncIterator[None]:
        async with opened(engine, store):
            yield

    server: MCPServer[None] = MCPServer(
        "deliberations-kg", instructions=_INSTRUCTIONS, version=version("deliberations-kg"), lifespan=life
    )
    _add_tools(server, Desk(engine))
    return server


def _add_tools(server: MCPServer[Any], desk: Desk) -> None:
    @server.tool()
    def questions() -> str:
        """List the questions that are ready, in French, each with its parameters (name, type, default)."""
        return desk.questions()

    @server.tool()
    async def ask(name: str, parameters: dict[str, str] | None = None) -> str:
        """Ask a question of the list by its name, with parameters where it has any. The answer is CSV."""
        return await _told(desk.ask(name, parameters or {}))

    @server.tool()
    async def sparql(query: str) -> str:
        """Run a SPARQL 1.1 query (no update, no SERVICE; the prefixes eli:, def:, foaf:, org:, schema: are declared).
        SELECT and ASK answer in CSV, CONSTRUCT and DESCRIBE in Turtle. Add a LIMIT: answers over 100 kB are refused."""
        return await _told(desk.sparql(query))

    @server.tool()
    async def describe_class(iri: str) -> str:
        """Say what a class (def:Deliberation, eli-dl:Vote, foaf:Person, schema:MonetaryGrant, def:Convention,
        org:Membership …) means and which properties its things have, each with an example."""
        return await _told(desk.describe(iri))

    @server.tool()
    async def source(fact: str) -> str:
        """Where a fact comes from: give the IRI of an act, a vote, a funding, a convention, a sitting, or of a passage
        (…#char=from,to, as answers give it). Answers with the document, the words, what stands around them, their
        offsets in characters, the page, and what each passage proves. Private persons are masked in the words."""
        return await _told(desk.source(fact))


async def _told(answer: Awaitable[str]) -> str:
    try:
        return await answer
    except (RefusedError, KgError) as fault:
        raise ToolError(str(fault)) from fault
