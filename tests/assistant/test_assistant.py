"""A real client of the protocol, over the program's own standard input and output, on the graph of the samples."""

import asyncio
import hashlib
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp.client.session import ClientSession
from mcp.client.stdio import StdioServerParameters, stdio_client

from kg.graph.namespaces import BASE
from kg.pipeline import build
from tests.samples import SAMPLES


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("assistant") / "store"
    build([SAMPLES], folder)
    return folder


def talk(store: Path, act: Callable[[ClientSession], Awaitable[Any]]) -> Any:
    """What ``act`` gives with a session of its own."""

    async def run() -> Any:
        server = StdioServerParameters(command=sys.executable, args=["-m", "kg", "mcp", "--store", str(store)])
        async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            return await act(session)

    return asyncio.run(run())


def text(result: Any) -> str:
    return str(result.content[0].text)


def test_questions_are_listed_and_asked(store: Path) -> None:
    async def act(session: ClientSession) -> tuple[set[str], list[dict[str, Any]], str]:
        tools = {tool.name for tool in (await session.list_tools()).tools}
        listed = json.loads(text(await session.call_tool("questions", {})))
        answer = await session.call_tool("ask", {"name": "qui-finance-quoi", "parameters": {"depuis": "2024-01-01"}})
        return tools, listed, text(answer)

    tools, listed, answer = talk(store, act)
    assert tools == {"questions", "ask", "sparql", "describe_class", "source"}
    assert "qui-finance-quoi" in {known["name"] for known in listed}
    assert "Agence Nationale de la Cohésion des Territoires" in answer


def test_sparql_is_guarded(store: Path) -> None:
    async def act(session: ClientSession) -> list[Any]:
        queries = (
            "SELECT (COUNT(*) AS ?n) WHERE { ?acte a def:Deliberation }",
            "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "SELECT * WHERE { ?s ?p }",
            "SELECT * WHERE { ?s ?p ?o }",
        )
        return [await session.call_tool("sparql", {"query": query}) for query in queries]

    counted, federated, updated, wrong, long = talk(store, act)
    assert not counted.is_error
    assert text(counted).startswith("n\r\n")
    assert int(text(counted).split()[1]) > 0
    for refused, reason in ((federated, "SERVICE"), (updated, "lecture seule"), (wrong, "line 1"), (long, "LIMIT")):
        assert refused.is_error
        assert reason in text(refused)


def test_a_class_is_described(store: Path) -> None:
    async def act(session: ClientSession) -> tuple[Any, Any]:
        known = await session.call_tool("describe_class", {"iri": "def:Deliberation"})
        return known, await session.call_tool("describe_class", {"iri": "def:Licorne"})

    known, unknown = talk(store, act)
    told = json.loads(text(known))
    assert told["libelle"] == "Délibération"
    assert all(int(row["emplois"]) > 0 and row["exemple"] for row in told["properties"])
    assert told["properties"]
    assert unknown.is_error


def test_the_source_of_a_fact_is_its_document_and_its_words(store: Path) -> None:
    act = f"{BASE}id/deliberation/219901030/2022-051"

    async def ask(session: ClientSession) -> tuple[Any, Any, Any, Any]:
        whole = await session.call_tool("source", {"fact": act})
        passage = json.loads(text(whole))[0]["passage"]
        alone = await session.call_tool("source", {"fact": passage})
        nowhere = passage.partition("#")[0] + "#char=1,999999"
        return (
            whole,
            alone,
            await session.call_tool("source", {"fact": nowhere}),
            await session.call_tool("source", {"fact": f"{BASE}id/deliberation/219901030/jamais"}),
        )

    whole, alone, beyond, unknown = talk(store, ask)
    told = json.loads(text(whole))
    assert f"{act}/vote" in {fact for one in told for fact in one["proves"]}
    raws = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in SAMPLES.rglob("*") if path.is_file()}
    for one in told:
        source = raws[one["document"]["iri"].rpartition("/")[2]]
        assert one["document"]["name"] == source.name
        assert one["end"] - one["start"] == len(one["words"]) > 0
        if source.suffix == ".txt":
            assert one["words"] == source.read_text(encoding="utf-8")[one["start"] : one["end"]]
    assert json.loads(text(alone))[0]["words"] == told[0]["words"]
    assert beyond.is_error
    assert unknown.is_error
