"""The first row of a long table leaves alone: the whole is what the engine would have written, and it comes early."""

import asyncio
import json
from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from kg.serve.guard import inspect
from kg.serve.settings import Settings
from kg.serve.workers.job import Job, Kind
from kg.serve.workers.lead import write_led
from kg.serve.workers.process import Frame, Worker
from kg.store.releases import current_release
from tests.serve.conftest import make_release

_TERMS = (
    "<a:o>",
    '"x\\"y\\\\z\\n\\u0001\\u007fé😀/"',
    '"oui"@fr-CA',
    '"ltr"@en--ltr',
    "5",
    "true",
    "_:b",
    '<<( <a:x> <a:y> "q"@en )>>',
)


class Held:
    """An outlet that keeps what it is given, and how much of it had left early."""

    def __init__(self) -> None:
        self.data = b""
        self.early = 0

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None: ...

    def leave_early(self) -> None:
        self.early = len(self.data)


def written(store: Store, query: str) -> tuple[Held, bytes]:
    led, plain = store.query(query), store.query(query)
    assert isinstance(led, QuerySolutions)
    assert isinstance(plain, QuerySolutions)
    held = Held()
    write_led(led, held)
    whole = plain.serialize(format=QueryResultsFormat.JSON)
    assert whole is not None
    return held, whole


@pytest.mark.parametrize("term", _TERMS)
@pytest.mark.parametrize("others", ["", ' UNION { BIND("b" AS ?o) } UNION { BIND(<a:c> AS ?t) }'])
def test_a_first_row_of_every_sort_of_term_is_written_as_the_engine_does(term: str, others: str) -> None:
    store = Store()
    store.update(f"INSERT DATA {{ <a:s> <a:p> {term} }}")
    held, whole = written(store, f"SELECT ?s ?none ?o {{ {{ ?s ?p ?o }}{others} }}")
    assert held.data == whole
    assert 0 < held.early < len(whole)


@pytest.mark.parametrize("query", ["SELECT ?s { ?s <a:none> ?o }", "SELECT ?s { }"])
def test_no_row_and_a_row_without_values_are_written_too(query: str) -> None:
    held, whole = written(Store(), query)
    assert held.data == whole


def test_a_listing_is_told_from_what_may_fail_late() -> None:
    def listing(query: str) -> bool:
        return inspect(query, Settings()).listing

    assert listing("SELECT ?s { ?s ?p ?o } LIMIT 60000")
    assert listing("SELECT ?s { ?s ?p ?o }")
    assert not listing("SELECT ?s { ?s ?p ?o FILTER(?o > 3) } LIMIT 60000")
    assert not listing("SELECT ?s { ?s ?p ?o } ORDER BY ?o LIMIT 60000")


@pytest.mark.parametrize("gzip", [False, True])
def test_the_first_frame_of_a_listing_holds_one_row(tmp_path: Path, gzip: bool) -> None:
    async def scene() -> bytes:
        worker = await Worker.start(current_release(tmp_path), 256 << 20)
        worker.ask(Job("SELECT * { ?s ?p ?o } LIMIT 5000", listing=True, gzip=gzip))
        frames: list[Frame] = []
        while not frames or frames[-1][0] is not Kind.END:
            frames += await worker.frames(20)
        await worker.bury()
        data = [content for kind, content in frames if kind is Kind.DATA]
        assert len(data[0]) < 1000 < len(b"".join(data))
        return b"".join(data)

    make_release(tmp_path, 1, "Acte")
    body = asyncio.run(scene())
    if not gzip:
        assert len(json.loads(body)["results"]["bindings"]) > 10
