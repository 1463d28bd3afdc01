"""The first row that a worker sends itself: once, by one of two, whole with what the front sends after it."""

import asyncio
import json
import os
import socket
from collections import Counter
from http import HTTPStatus
from pathlib import Path
from typing import cast

import httpx
import pytest
import uvloop

from kg.serve.protocol.problems import Problem
from kg.serve.protocol.visit import Visit
from kg.serve.run import CutError, Opening, Run
from kg.serve.settings import Settings
from kg.serve.workers.ahead import Ahead, Errand, read_led
from kg.serve.workers.job import HEAD_BYTES, Head, Job, Kind
from kg.serve.workers.process import Frame, Worker
from kg.store.releases import current_release
from tests.serve.conftest import EX, Server, make_release

HEAD = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
LISTING = f"SELECT ?a ?b {{ ?a <{EX}numero> ?n . ?b <{EX}numero> ?m }} LIMIT 6000"
NOTHING = f"SELECT ?a {{ ?a <{EX}rien> ?n }} LIMIT 6000"


def errand_of(ahead: Ahead) -> Errand:
    return Errand(ahead.head, [os.dup(descriptor) for descriptor in ahead.descriptors])


@pytest.mark.parametrize("worker_first", [True, False])
def test_only_one_of_two_begins_an_answer(worker_first: bool) -> None:
    here, there = socket.socketpair()
    with here, there:
        ahead = Ahead(here.fileno(), HEAD)
        errand = errand_of(ahead)
        if worker_first:
            told = errand.send(b"row")
            assert told is not None
            assert not ahead.take()
            assert there.recv(1000) == HEAD + b"3\r\nrow\r\n"
            assert read_led(HEAD_BYTES[Head("tables")] + told, ahead) == (Head("tables"), b"row", b"")
        else:
            assert ahead.take()
            assert errand.send(b"row") is None
            here.close()
            errand.close()
            assert there.recv(1000) == b""
        ahead.close()


def test_what_the_client_has_no_room_for_is_left_to_the_front() -> None:
    here, there = socket.socketpair()
    with here, there:
        here.setblocking(False)
        ahead = Ahead(here.fileno(), HEAD)
        row = b"x" * (1 << 22)
        told = errand_of(ahead).send(row)
        assert told is not None
        rest = read_led(HEAD_BYTES[Head("tables")] + told, ahead).rest
        there.setblocking(False)
        came = bytearray()
        while rest or len(came) < len(HEAD) + len(row):
            came += there.recv(1 << 20)
            rest = rest[here.send(rest) :] if rest else rest
        assert bytes(came) == HEAD + b"400000\r\n" + row + b"\r\n"
        ahead.close()


def test_a_client_that_has_left_is_the_front_s_to_find() -> None:
    here, there = socket.socketpair()
    there.close()
    with here:
        ahead = Ahead(here.fileno(), HEAD)
        told = errand_of(ahead).send(b"row")
        assert told is not None
        assert read_led(HEAD_BYTES[Head("tables")] + told, ahead).rest == b""
        ahead.close()


class Silent:
    """A worker whose query never gives anything."""

    tired = False

    async def frames(self, seconds: float) -> list[Frame]:
        raise TimeoutError

    def calm(self) -> None: ...

    def kill(self) -> None: ...


@pytest.mark.parametrize("begun", [True, False])
def test_a_query_given_up_is_told_of_only_where_nothing_was_sent(begun: bool) -> None:
    here, there = socket.socketpair()
    with here, there:
        ahead = Ahead(here.fileno(), HEAD)
        if begun:
            errand_of(ahead).send(b"row")
        run = Run(cast(Worker, Silent()), Settings(), Counter())
        with pytest.raises(CutError if begun else Problem) as raised:
            asyncio.run(run.opening(Visit(), ahead))
        assert begun or cast(Problem, raised.value).status == HTTPStatus.GATEWAY_TIMEOUT
        ahead.close()


@pytest.mark.parametrize("query", [LISTING, NOTHING, "SELECT * {", f"ASK {{ ?a <{EX}numero> ?n }}"])
def test_a_worker_begins_what_has_a_row_and_nothing_else(tmp_path: Path, query: str) -> None:
    async def scene() -> tuple[Opening | Problem, bool]:
        worker = await Worker.start(current_release(tmp_path), 256 << 20)
        ahead = Ahead(here.fileno(), HEAD)
        try:
            assert worker.leads
            worker.ask(Job(query, listing=True), ahead)
            return await Run(worker, Settings(), Counter()).opening(Visit(), ahead), ahead.take()
        except Problem as problem:
            # Who asks why there is no answer has taken the token.
            return problem, not ahead.take()
        finally:
            ahead.close()
            await worker.bury()

    make_release(tmp_path, 1, "Acte")
    here, there = socket.socketpair()
    with here, there:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            opened, left = runner.run(scene())
        here.close()
        came = there.recv(1 << 16)
    assert left is (query != LISTING)
    assert isinstance(opened, Problem) is query.endswith("* {")
    if query == LISTING:
        assert isinstance(opened, Opening)
        assert (opened.head, opened.rest) == (Head("tables"), b"")
        assert came == HEAD + b"%x\r\n%b\r\n" % (len(opened.led), opened.led)
    else:
        assert came == b""


def test_a_worker_on_a_pipe_leaves_all_to_the_front(tmp_path: Path) -> None:
    async def scene() -> Kind:
        worker = await Worker.start(current_release(tmp_path), 256 << 20)
        assert not worker.leads
        worker.ask(Job(LISTING, listing=True))
        kind = (await worker.frames(20))[0][0]
        await worker.bury()
        return kind

    make_release(tmp_path, 1, "Acte")
    assert asyncio.run(scene()) is Kind.HEAD


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_listings_and_other_requests_follow_each_other_on_a_connection(server: Server, coding: str) -> None:
    one = f"SELECT ?n {{ <{EX}a7> <{EX}numero> ?n }}"
    with httpx.Client(headers={"accept-encoding": coding}) as client:
        for number in range(6):
            listing = client.get(server.sparql, params={"query": f"{LISTING[:-4]}{6000 + number}"})
            assert len(listing.json()["results"]["bindings"]) == 6000 + number
            assert listing.headers["transfer-encoding"] == "chunked"
            assert listing.headers.get("content-encoding", "identity") == coding
            assert {"etag", "date", "access-control-allow-origin"} <= listing.headers.keys()
            assert (
                client.get(server.sparql, params={"query": one}).json()["results"]["bindings"][0]["n"]["value"] == "7"
            )
            wrong = client.get(server.sparql, params={"query": f"SELECT * {{ ?a ?b }} LIMIT {6000 + number}"})
            assert wrong.status_code == 400
            none = client.get(server.sparql, params={"query": f"{NOTHING[:-4]}{6000 + number}"})
            assert none.json()["results"]["bindings"] == []


def test_an_answer_that_a_worker_began_is_kept_whole(server: Server) -> None:
    query = f"{LISTING[:-4]}7001"
    first, again = server.ask(query), server.ask(query)
    assert json.loads(again.content) == json.loads(first.content)
    assert "content-length" in again.headers
    assert again.headers["etag"] == first.headers["etag"]
