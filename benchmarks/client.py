"""A light HTTP client for benchmarks: one thread, persistent connections, requests made beforehand as bytes.

Python's own clients cost more than the servers that are measured; this one spends some ten microseconds a request.
"""

import contextlib
import re
import selectors
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_BLOCK = 1 << 18


@dataclass
class _Line:
    """One connection and what it received of the answer under way."""

    socket: socket.socket
    held: bytearray = field(default_factory=bytearray)


def get(path: str, query: str, accept: str = "application/sparql-results+json") -> bytes:
    """A GET request as bytes."""
    return f"GET {path}?{urlencode({'query': query})} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\n\r\n".encode()


def rate(port: int, requests: Iterator[bytes], connections: int, seconds: float) -> float:
    """Whole answers with status 200 per second, each connection sending its next request when it has its answer."""
    with contextlib.ExitStack() as stack, selectors.DefaultSelector() as selector:
        for _ in range(connections):
            line = _Line(stack.enter_context(socket.create_connection(("127.0.0.1", port), 10)))
            line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(line.socket, selectors.EVENT_READ, line)
            line.socket.sendall(next(requests))
        answered, began = 0, time.perf_counter()
        while (now := time.perf_counter()) < began + seconds:
            for key, _ in selector.select(1):
                answered += _receive(key.data, requests)
        return answered / (now - began)


def first_byte(port: int, request: bytes) -> tuple[float, float, int]:
    """Seconds to the first byte of the body and to its last, and the body's size with its chunk marks."""
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        began = time.perf_counter()
        connection.sendall(request)
        held, first = bytearray(), 0.0
        while not _whole(held):
            held += _more(connection)
            if not first and len(held.partition(b"\r\n\r\n")[2]) > 0:
                first = time.perf_counter() - began
        return first, time.perf_counter() - began, len(held)


def _receive(line: _Line, requests: Iterator[bytes]) -> int:
    line.held += _more(line.socket)
    if not _whole(line.held):
        return 0
    if not line.held.startswith(b"HTTP/1.1 200"):
        raise ConnectionError(bytes(line.held[:500]).decode(errors="replace"))
    line.held.clear()
    line.socket.sendall(next(requests))
    return 1


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(_BLOCK)
    if not data:
        raise ConnectionError("the server closed the connection")
    return data


def _whole(held: bytearray) -> bool:
    """Whether an answer is complete: by its length, else by its last chunk (RFC 9112 §6)."""
    end = held.find(b"\r\n\r\n")
    if end < 0:
        return False
    length = _LENGTH.search(held, 0, end)
    return len(held) - end - 4 >= int(length[1]) if length else held.endswith(b"\r\n0\r\n\r\n")


def receive(connection: socket.socket) -> int:
    """The status of one whole answer."""
    held = bytearray()
    while not _whole(held):
        held += _more(connection)
    return int(held[9:12])
