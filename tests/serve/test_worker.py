"""A worker alone, without the guard before it: what it may take, and that it reaches no one."""

import asyncio
import json
import socket
from pathlib import Path

import pytest

from kg.serve.workers.confine import forbid_sockets
from kg.serve.workers.job import Job, Kind
from kg.serve.workers.process import Frame, Worker, WorkerDiedError
from kg.store.releases import current_release
from tests.serve.conftest import make_release
from tests.serve.test_survival import DOUBLING, ENDLESS_SORT

MEBIBYTE = 1 << 20


async def first_frame(store: Path, query: str, memory: int = 256 * MEBIBYTE) -> Frame:
    worker = await Worker.start(current_release(store), memory)
    try:
        worker.ask(Job(query))
        return (await worker.frames(60))[0]
    finally:
        await worker.bury()


@pytest.mark.parametrize("query", [DOUBLING, ENDLESS_SORT])
def test_a_query_that_wants_all_memory_ends_its_worker_and_says_so(tmp_path: Path, query: str) -> None:
    make_release(tmp_path, 1, "Acte")
    with pytest.raises(WorkerDiedError, match="memory"):
        asyncio.run(first_frame(tmp_path, query, 64 * MEBIBYTE))


def test_a_worker_opens_no_connection(tmp_path: Path) -> None:
    make_release(tmp_path, 1, "Acte")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        kind, content = asyncio.run(first_frame(tmp_path, f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"))
        assert (kind, json.loads(content)["fault"]) == (Kind.FAULT, "evaluation")
        with pytest.raises(TimeoutError):
            listening.accept()


def test_a_worker_dies_of_its_own_clock_when_the_front_is_gone(tmp_path: Path) -> None:
    async def orphan() -> None:
        worker = await Worker.start(current_release(tmp_path), 256 * MEBIBYTE)
        worker.ask(Job(ENDLESS_SORT.replace("SELECT *", "SELECT (COUNT(*) AS ?n)").split("ORDER")[0], lifetime=0.3))
        with pytest.raises(WorkerDiedError):
            await worker.frames(30)
        await worker.bury()

    make_release(tmp_path, 1, "Acte")
    asyncio.run(orphan())


def test_machines_without_the_filter_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.workers.confine.platform.machine", lambda: "unknown")
    assert not forbid_sockets()
