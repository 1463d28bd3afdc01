"""Connections that are lent to a teller: what it answers, what it leaves, and that nothing is lost with it."""

import gzip
import http.client
import json
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from benchmarks.client import get, receive
from kg.serve.workers.page import Page, Tally, total
from kg.serve.workers.repeats import Repeats
from tests.serve.conftest import EX, Server, make_release
from tests.serve.test_kept import figure

NUMBER = f"<{EX}numero>"
PAIRS = f"?a {NUMBER} ?b . ?c {NUMBER} ?d VALUES ?e {{ 1 2 3 4 5 6 }} FILTER(?b + ?d + ?e = -1)"


class Client:
    """One connection that is kept open."""

    def __init__(self, server: Server) -> None:
        self.line = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=20)

    def get(self, query: str, **headers: str) -> tuple[int, bytes]:
        target = httpx.URL("/sparql", params={"query": query}).raw_path.decode()
        self.line.request("GET", target, headers={"Accept": "text/csv", **headers})
        answer = self.line.getresponse()
        self.headers = answer.headers
        return answer.status, answer.read()

    def look_up(self, number: int) -> None:
        """Ask for the number of an act, in a way that was not asked before."""
        query = f"SELECT ?n {{ <{EX}a{number % 400}> {NUMBER} ?n }} LIMIT {1 + number // 400 + time.time_ns() % 900}"
        assert self.get(query) == (200, b"n\r\n%d\r\n" % (number % 400))

    def be_lent(self, server: Server) -> "Client":
        """Ask until a teller serves the connection."""
        before, until = figure(server, "kg_connections_lent"), time.monotonic() + 20
        for number in range(1000):
            self.look_up(number)
            time.sleep(0.02)
            if figure(server, "kg_connections_lent") > before:
                return self
            assert time.monotonic() < until
        raise AssertionError

    def close(self) -> None:
        self.line.close()


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    with closing(Client(server)) as client:
        yield client.be_lent(server)


def tellers(server: Server) -> list[int]:
    """The processes that answer look-ups."""
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children if b"teller" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_what_is_answered_on_a_lent_connection_is_counted(server: Server, client: Client) -> None:
    answered, repeated = (
        figure(server, 'kg_requests_total{route="/sparql",status="200"'),
        figure(server, "kg_cache_hits"),
    )
    for number in range(10):
        client.look_up(number)
    for _ in range(4):
        assert client.get(f"SELECT ?n {{ <{EX}a7> {NUMBER} ?n }}") == (200, b"n\r\n7\r\n")
    assert figure(server, 'kg_requests_total{route="/sparql",status="200"') == answered + 12
    assert figure(server, 'kg_requests_total{route="repeated"') >= 2
    assert figure(server, "kg_cache_hits_total") == repeated + 2
    assert figure(server, "kg_request_seconds_count") >= 12
    assert figure(server, "kg_connections_lent") == 1


def test_a_lent_answer_is_that_of_the_front(server: Server, client: Client) -> None:
    query = f"SELECT ?a ?n {{ ?a {NUMBER} ?n }} LIMIT 90"
    alone = httpx.get(server.sparql, params={"query": query}, headers={"accept": "text/csv", "accept-encoding": "gzip"})
    status, body = client.get(query, **{"Accept-Encoding": "gzip"})
    assert (status, gzip.decompress(body)) == (200, alone.content)
    told = {name.lower(): value for name, value in client.headers.items()}
    assert {"date", "etag", "vary", "content-encoding", "access-control-allow-origin"} <= told.keys()
    del told["date"]
    assert {name: alone.headers[name] for name in told} == told
    assert figure(server, "kg_connections_lent") == 1


def test_what_a_teller_does_not_know_is_answered_by_the_front(server: Server, client: Client) -> None:
    client.line.request("POST", "/sparql", b"query=ASK%7B%7D", {"Content-Type": "application/x-www-form-urlencoded"})
    assert json.loads(client.line.getresponse().read())["boolean"] is True
    client.be_lent(server)
    client.line.request("GET", "/health")
    assert json.loads(client.line.getresponse().read())["status"] == "ok"
    client.be_lent(server)
    query = f"SELECT ?n {{ <{EX}a5> {NUMBER} ?n }}"
    assert client.get(query) == (200, b"n\r\n5\r\n")
    assert client.get(query, **{"If-None-Match": client.headers["etag"]}) == (304, b"")
    client.be_lent(server)
    assert client.get("SELECT ?n { ?n ?n")[0] == 400
    assert client.get("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == (200, b"n\r\n401\r\n")
    client.be_lent(server)
    assert client.get("SELECT * { ?s ?p ?o }")[1].count(b"\r\n") == 402


def test_a_request_in_pieces_and_several_at_once_are_answered_in_order(server: Server, client: Client) -> None:
    line = client.line.sock
    assert isinstance(line, socket.socket)
    requests = [get("/sparql", f"SELECT ?n {{ <{EX}a{n}> {NUMBER} ?n }} LIMIT 3", "text/csv") for n in range(4)]
    line.sendall(requests[0][:50])
    time.sleep(0.1)
    line.sendall(requests[0][50:] + requests[1])
    time.sleep(0.1)
    line.sendall(requests[2])
    line.sendall(requests[3])
    held = b""
    while held.count(b"n\r\n3\r\n") < 1:
        held += line.recv(65536)
    bodies = [part.partition(b"\r\n\r\n")[2] for part in held.split(b"HTTP/1.1 200 OK\r\n")[1:]]
    assert bodies == [b"n\r\n%d\r\n" % number for number in range(4)]


def test_a_request_that_a_killed_teller_had_is_answered_once(own: Server) -> None:
    client = Client(own).be_lent(own)
    line = client.line.sock
    assert isinstance(line, socket.socket)
    for pid in tellers(own):
        os.kill(pid, signal.SIGSTOP)
    line.sendall(get("/sparql", f"SELECT ?n {{ <{EX}a8> {NUMBER} ?n }} LIMIT 7", "text/csv"))
    time.sleep(0.2)
    for pid in tellers(own):
        os.kill(pid, signal.SIGKILL)
    assert receive(line) == 200
    line.settimeout(0.3)
    with pytest.raises(TimeoutError):
        line.recv(1)
    line.settimeout(20)
    client.be_lent(own)
    client.close()


def test_a_heavy_query_on_a_lent_connection_ends_its_teller_and_is_answered(server: Server, client: Client) -> None:
    before = set(tellers(server))
    assert client.get(f"SELECT ?a ?c {{ {PAIRS} }}") == (200, b"a,c\r\n")
    assert len(before & set(tellers(server))) == len(before) - 1
    until = time.monotonic() + 20
    while len(tellers(server)) < len(before) and time.monotonic() < until:
        time.sleep(0.1)
    # Its shape is known now, to the new teller as well.
    after = set(tellers(server))
    with closing(Client(server)) as other:
        for lent in (client.be_lent(server), other.be_lent(server)):
            assert lent.get(f"SELECT ?a ?c {{ {PAIRS.replace('-1', '-3')} }}") == (200, b"a,c\r\n")
    assert after == set(tellers(server))


def test_a_client_that_closes_its_side_gets_its_answer_and_the_end(server: Server, client: Client) -> None:
    line = client.line.sock
    assert isinstance(line, socket.socket)
    line.sendall(get("/sparql", f"SELECT ?n {{ <{EX}a9> {NUMBER} ?n }} LIMIT 9"))
    line.shutdown(socket.SHUT_WR)
    assert receive(line) == 200
    assert line.recv(1) == b""
    until = time.monotonic() + 5
    while figure(server, "kg_connections_lent") and time.monotonic() < until:
        time.sleep(0.05)
    assert figure(server, "kg_connections_lent") == 0


def test_who_reads_slowly_gets_all(server: Server) -> None:
    query = f"SELECT ?a ?n {{ ?a {NUMBER} ?n }} LIMIT"
    with closing(Client(server)) as client:
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", client.line.port))
        client.line.sock = line
        client.be_lent(server)
        limits = [200 + number % 190 for number in range(250)]
        for limit in limits:
            line.sendall(get("/sparql", f"{query} {limit}"))
            time.sleep(0.01)
        read = line.makefile("rb")
        for limit in limits:
            assert read.readline() == b"HTTP/1.1 200 OK\r\n"
            told = http.client.parse_headers(read)
            body = read.read(int(told["content-length"]))
            assert len(json.loads(body)["results"]["bindings"]) == limit


def test_an_idle_connection_comes_back_and_is_closed(server: Server, client: Client) -> None:
    line = client.line.sock
    assert isinstance(line, socket.socket)
    began = time.monotonic()
    assert line.recv(1) == b""
    assert 2 < time.monotonic() - began < 12
    assert figure(server, "kg_connections_lent") == 0


def test_lent_connections_go_on_through_a_change_of_release(own: Server) -> None:
    client = Client(own).be_lent(own)
    line, stop = client.line.sock, threading.Event()
    seen: list[tuple[int, bytes]] = []
    query = f"SELECT ?t {{ <{EX}a0> <{EX}titre> ?t }} LIMIT"

    def press() -> None:
        while not stop.wait(0.002):
            seen.append(client.get(f"{query} {len(seen) + 1}"))

    thread = threading.Thread(target=press)
    thread.start()
    for number, label in ((2, "Acte nouveau"), (3, "Acte dernier")):
        make_release(own.store, number, label)
        until = time.monotonic() + 30
        while label not in seen[-1][1].decode() and time.monotonic() < until:
            time.sleep(0.05)
    time.sleep(0.5)
    stop.set()
    thread.join()
    assert client.line.sock is line
    assert {status for status, _ in seen} == {200}
    labels = [body.decode().split("\r\n")[1] for _, body in seen]
    assert list(dict.fromkeys(labels)) == ["Acte", "Acte nouveau", "Acte dernier"]


def test_the_server_ends_while_connections_are_lent(own: Server) -> None:
    client = Client(own).be_lent(own)
    began = time.monotonic()
    own.process.terminate()
    assert own.process.wait(10) is not None
    assert time.monotonic() - began < 5
    line = client.line.sock
    assert isinstance(line, socket.socket)
    assert line.recv(1) == b""


def test_what_came_once_is_not_kept_and_the_least_asked_leave() -> None:
    repeats = Repeats(8_000)
    repeats.note(b"once", b"x")
    assert repeats.get(b"once") is None
    for number in range(20):
        for _ in range(2):
            repeats.note(b"%d" % number, bytes(1000))
        assert repeats.get(b"0" if number < 5 else b"19") is not None or number < 19
    assert repeats.size <= 8_000
    assert len(repeats) == 5
    assert repeats.get(b"3") is None
    assert repeats.get(b"19") == bytes(1000)


def test_a_page_is_read_by_another_process_as_it_was_written() -> None:
    page, descriptor = Page.create()
    other = Page(descriptor)
    other.answered(0.0004)
    other.answered(0.3)
    other.repeated()
    other.note(700, 3)
    assert page.tally == Tally(1, 700, 3, 0.3004, (1, 0, 0, 0, 1, 0, 0, 0, 0))
    assert total([page.tally, other.tally, Tally()]).classes[0] == 2
    os.close(descriptor)
