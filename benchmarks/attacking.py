"""The ways to attack an endpoint: what is sent, how, and what came of it. 0 is a connection closed without a status."""

import concurrent.futures
import contextlib
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.client import receive

NUMBER = "<http://exemple.test/numero>"
HEAVY = f"?a {NUMBER} ?b . ?c {NUMBER} ?d . ?e {NUMBER} ?f . ?g {NUMBER} ?h"


@dataclass(frozen=True, slots=True)
class Target:
    """An endpoint under attack."""

    port: int
    seconds: float
    store: Path
    pid: int

    def ask(self, request: bytes, patience: float = 90.0) -> int:
        """The status of the answer to a request sent as it is."""
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), patience) as connection:
            # The endpoint may answer and close before it read everything.
            with contextlib.suppress(OSError):
                connection.sendall(request)
            return receive(connection)
        return 0


@dataclass(frozen=True, slots=True)
class Attack:
    """``ends`` are the statuses that show that its limit ended it; ``quick`` those that a test may run."""

    name: str
    make: Callable[[Target], list[int]]
    ends: frozenset[int]
    quick: bool = True


def post(query: str, path: str = "/sparql", field: str = "query") -> bytes:
    """A POST of a form."""
    return raw(urlencode({field: query}).encode(), "application/x-www-form-urlencoded", path)


def raw(body: bytes, media: str, path: str = "/sparql", length: int | None = None) -> bytes:
    """A POST of any body; ``length`` is what its head says of it."""
    size = len(body) if length is None else length
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {media}\r\nContent-Length: {size}\r\n\r\n"
    return head.encode() + body


def fetch(target: str, headers: str = "") -> bytes:
    """A GET of any address."""
    return f"GET {target} HTTP/1.1\r\nHost: x\r\n{headers}\r\n".encode("latin-1")


def asking(text: str) -> Callable[[Target], list[int]]:
    """One query by POST."""
    return lambda target: [target.ask(post(text))]


def each(requests: list[bytes]) -> Callable[[Target], list[int]]:
    """Requests one after the other."""
    return lambda target: [target.ask(request) for request in requests]


def together(count: int, request: bytes) -> Callable[[Target], list[int]]:
    """The same request many times at once."""

    def make(target: Target) -> list[int]:
        with concurrent.futures.ThreadPoolExecutor(count) as clients:
            return list(clients.map(lambda _: target.ask(request), range(count)))

    return make


def dripping(head: bytes, drop: bytes) -> Callable[[Target], list[int]]:
    """Send a piece each second until the endpoint has enough, on twenty connections."""

    def one(target: Target) -> int:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", target.port), 5) as connection:
            connection.sendall(head)
            connection.settimeout(1)
            for _ in range(40):
                with contextlib.suppress(TimeoutError):
                    return receive(connection)
                connection.sendall(drop)
        return 0

    def make(target: Target) -> list[int]:
        with concurrent.futures.ThreadPoolExecutor(20) as clients:
            return list(clients.map(lambda _: one(target), range(20)))

    return make


def leaving(count: int, half: bool) -> Callable[[Target], list[int]]:
    """Ask for what never ends, and close one's side of the connection or all of it."""

    def make(target: Target) -> list[int]:
        request = post(f"SELECT (COUNT(*) AS ?n) {{ {HEAVY} }}")
        for _ in range(count):
            with socket.create_connection(("127.0.0.1", target.port), 5) as connection:
                connection.sendall(request)
                time.sleep(0.05)
                if half:
                    connection.shutdown(socket.SHUT_WR)
                    time.sleep(0.05)
        return [target.ask(post("ASK {}"))]

    return make


def unread(target: Target) -> list[int]:
    """Ask for a long answer on several connections and read none of it."""
    request = post(f"SELECT * {{ ?a {NUMBER} ?b . ?c {NUMBER} ?d . ?e {NUMBER} ?f }}")
    with contextlib.ExitStack() as stack:
        for _ in range(10):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", target.port), 5))
            connection.sendall(request)
        time.sleep(target.seconds)
        return [target.ask(post("ASK {}"))]


def pipelined(target: Target) -> list[int]:
    """Five hundred requests in one piece, the answers unread for a second."""
    request = fetch("/sparql?" + urlencode({"query": "SELECT * { ?s ?p ?o } LIMIT 300"}))
    with socket.create_connection(("127.0.0.1", target.port), 30) as connection:
        connection.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            connection.send(request * 500)
        time.sleep(1)
        connection.settimeout(30)
        return [int(connection.recv(65536)[9:12])]


def turning(target: Target) -> list[int]:
    """Connections that ask look-ups until they are lent, and then what takes for ever, each a little different."""
    told = []
    for number in range(8):
        with socket.create_connection(("127.0.0.1", target.port), 30) as connection:
            for more in range(4):
                connection.sendall(_looking_up(f"SELECT ?n {{ <http://exemple.test/a{more}> {NUMBER} ?n }}"))
                receive(connection)
                time.sleep(0.01)
            connection.sendall(_looking_up(f"SELECT * {{ {HEAVY} FILTER(?b + ?d + ?f + ?h = -{number + 100}) }}"))
            told.append(receive(connection))
    return told


def crowding(target: Target) -> list[int]:
    """Two hundred connections that ask look-ups of some milliseconds, as fast as they are answered."""
    query = f"SELECT ?a {{ ?a {NUMBER} ?b . ?c {NUMBER} ?d FILTER(?b = 7 && ?d = -%d) }}"
    with contextlib.ExitStack() as stack, selectors.DefaultSelector() as selector:
        for number in range(200):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", target.port), 30))
            selector.register(connection, selectors.EVENT_READ)
            connection.sendall(_looking_up(query % number))
        until, number, told = time.monotonic() + target.seconds, 1000, []
        while time.monotonic() < until:
            for key, _ in selector.select(1):
                told.append(receive(key.fileobj))  # type: ignore[arg-type]
                number += 1
                key.fileobj.sendall(_looking_up(query % number))  # type: ignore[union-attr]
    return sorted(set(told))


def _looking_up(query: str) -> bytes:
    return fetch("/sparql?" + urlencode({"query": query}))


def flood(target: Target, megabytes: int) -> int:
    """A body in chunks without end, read by the endpoint no further than its limit."""
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    chunk = b"100000\r\n" + b"x" * (1 << 20) + b"\r\n"
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", target.port), 10) as connection:
        with contextlib.suppress(OSError):
            connection.sendall(head)
            for _ in range(megabytes):
                connection.sendall(chunk)
        return receive(connection)
    return 0


def idle(target: Target, count: int) -> list[int]:
    """Connections that say nothing."""
    with contextlib.ExitStack() as stack:
        for _ in range(count):
            stack.enter_context(socket.create_connection(("127.0.0.1", target.port), 5))
        time.sleep(0.5)
    return [target.ask(post("ASK {}"))]


def pretend(target: Target) -> list[int]:
    """Queries with the words of look-ups that take for ever, each a little different."""
    queries = [f"SELECT * {{ {HEAVY} FILTER(?b + ?d + ?f + ?h = -{n + 1}) }}" for n in range(8)]
    return [target.ask(_looking_up(query)) for query in queries]
