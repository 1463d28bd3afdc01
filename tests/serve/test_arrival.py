"""What is done before a request is read: a worker woken, a connection made, its first bytes taken."""

import asyncio
import json
import socket
import time
from pathlib import Path

import httpx
import pytest
import uvloop
from pyoxigraph import Store

from benchmarks.client import get
from kg.serve.protocol.quick import is_long
from kg.serve.workers.job import Job, Kind
from kg.serve.workers.process import Frame, Worker
from kg.store.releases import current_release
from tests.serve.conftest import EX, Server, make_release

ONE = f"SELECT ?n {{ <{EX}a7> <{EX}numero> ?n }}"
PAIRS = f"SELECT ?a ?b {{ ?a <{EX}numero> ?n . ?b <{EX}numero> ?m }}"


@pytest.mark.parametrize(
    ("query", "long"),
    [("SELECT * { ?s ?p ?o } LIMIT 60000", True), ("SELECT * { ?s ?p ?o } LIMIT 10", False), ("ASK {}", False)],
)
def test_a_long_listing_is_told_at_a_glance(query: str, long: bool) -> None:
    assert is_long(get("/sparql", query)) is long
    assert not is_long(get("/recherche", query))


@pytest.mark.parametrize("acts", [0, 400])
def test_a_worker_that_was_woken_answers_as_ever(tmp_path: Path, acts: int) -> None:
    async def scene() -> list[list[Frame]]:
        worker = await Worker.start(current_release(tmp_path), 256 << 20)
        answers = []
        for _ in range(3):
            worker.wake()
            worker.wake()
            worker.ask(Job("SELECT * { ?s ?p ?o } LIMIT 1", listing=True))
            frames: list[Frame] = []
            while not frames or frames[-1][0] is not Kind.END:
                frames += await worker.frames(20)
            answers.append(frames)
            worker.wake()
            await asyncio.sleep(0.05)
        await worker.bury()
        return answers

    make_release(tmp_path, 1, "Acte", acts)
    if not acts:
        with_nothing = Store(str(tmp_path / "releases" / "1"))
        with_nothing.clear()
        with_nothing.flush()
        del with_nothing
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        answers = runner.run(scene())
    for frames in answers:
        body = b"".join(content for kind, content in frames if kind is Kind.DATA)
        assert len(json.loads(body)["results"]["bindings"]) == min(acts, 1)


def connected(server: Server) -> socket.socket:
    url = httpx.URL(server.url)
    return socket.create_connection((url.host, url.port or 80), 10)


def test_what_comes_with_a_connection_is_answered_in_order_however_many_come(server: Server) -> None:
    """More connections than are made beforehand, each with all its requests at once."""
    requests = get("/sparql", ONE) + get("/sparql", f"{PAIRS} LIMIT 2000") + get("/sparql", ONE)
    lines = [connected(server) for _ in range(20)]
    for line in lines:
        line.sendall(requests)
    for line in lines:
        held = b""
        with line:
            while held.count(b"HTTP/1.1 200 OK") < 3 or not held.endswith(b"}]}}"):
                held += line.recv(1 << 16)
        first, long, last = [part.partition(b"\r\n\r\n")[2] for part in held.split(b"HTTP/1.1 200 OK\r\n")[1:]]
        assert first == last
        assert long.count(b'"a":{') == 2000


def test_a_head_that_comes_in_parts_is_read_on(server: Server) -> None:
    with connected(server) as line:
        request = get("/sparql", ONE)
        for at in range(0, len(request), 40):
            line.sendall(request[at : at + 40])
            time.sleep(0.01)
        assert line.recv(1 << 16).startswith(b"HTTP/1.1 200 OK")


def test_who_sends_more_than_is_answered_is_made_to_wait(own: Server) -> None:
    """Requests behind a long answer that is not read are left where they are."""
    with connected(own) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 16)
        line.setblocking(False)
        flood = get("/sparql", PAIRS) + get("/sparql", ONE) * 100
        sent, until = 0, time.monotonic() + 1
        while time.monotonic() < until:
            try:
                sent += line.send(flood)
            except BlockingIOError:
                time.sleep(0.02)
        assert sent < 16 << 20
    assert own.ask(ONE).status_code == 200


def test_who_leaves_at_once_is_forgotten(server: Server) -> None:
    for _ in range(12):
        connected(server).close()
    assert server.ask(ONE).status_code == 200
