"""Clients that ask much at once and leave before they are answered: nobody else notices, and nothing is logged."""

import contextlib
import socket
import time
from pathlib import Path

import httpx
import pytest

from benchmarks.client import get
from tests.serve.conftest import EX, Server, _serving, make_release
from tests.serve.test_protocol import COUNT, count

_MANY = 500


def _requests() -> dict[str, bytes]:
    page = b"GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n"
    look_ups = (get("/sparql", f"SELECT ?n{n} {{ <{EX}a{n}> <{EX}numero> ?n{n} }}") for n in range(_MANY))
    counts = (
        get("/sparql", f"SELECT (COUNT(?a) AS ?n{n}) {{ ?a <{EX}numero> ?b FILTER(?b > {n}) }}") for n in range(_MANY)
    )
    return {"look-ups": b"".join(look_ups), "counts": b"".join(counts), "pages": page * _MANY}


def test_who_pipelines_five_hundred_requests_and_leaves_is_forgotten(tmp_path: Path) -> None:
    log = tmp_path / "log"
    make_release(tmp_path / "store", 1, "Acte")
    with _serving(tmp_path / "store", log) as server:
        where = httpx.URL(server.url)
        for requests in _requests().values():
            for patience in (0.0, 0.05, 0.3):
                with socket.create_connection((where.host, where.port or 80), 5) as connection:
                    connection.setblocking(False)
                    with contextlib.suppress(BlockingIOError):
                        connection.send(requests)
                    time.sleep(patience)
        assert count(server.ask(COUNT)) == 400
        left = time.monotonic() + 10
        while "kg_connections 1" not in httpx.get(f"{server.url}/metrics").text.splitlines():
            assert time.monotonic() < left, "connections of clients that left are still counted"
            time.sleep(0.1)
    assert log.read_text() == ""


def test_pipelined_pages_and_queries_are_answered_in_order(tmp_path: Path) -> None:
    make_release(tmp_path, 1, "Acte")
    counting = get("/sparql", f"SELECT (COUNT(?a) AS ?n) {{ ?a <{EX}numero> ?b FILTER(?b > 9) }}", "text/csv")
    health = b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
    with _serving(tmp_path) as server:
        where = httpx.URL(server.url)
        with socket.create_connection((where.host, where.port or 80), 5) as connection:
            connection.sendall(counting + health + counting)
            told = b""
            while told.count(b"n\r\n390\r\n") < 2:
                told += connection.recv(65536)
    assert [b'"status"' in part for part in told.split(b"HTTP/1.1 200 OK")[1:]] == [False, True, False]


@pytest.mark.parametrize("patience", [0.0, 0.02])
def test_a_short_query_that_nobody_waits_for_costs_no_process(own: Server, patience: float) -> None:
    pairs = f"SELECT (COUNT(*) AS ?n) {{ ?a <{EX}numero> ?b . ?c <{EX}numero> ?d FILTER(?b < ?d) }} LIMIT "
    assert own.ask(pairs + "1").status_code == 200
    there, where = _children(own), httpx.URL(own.url)
    for limit in range(2, 6):
        with socket.create_connection((where.host, where.port or 80), 5) as connection:
            connection.sendall(get("/sparql", pairs + str(limit)))
            time.sleep(patience)
        time.sleep(1.2)
        assert _children(own) == there
    assert own.ask(pairs + "9").status_code == 200


def _children(server: Server) -> set[str]:
    return set(Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split())
