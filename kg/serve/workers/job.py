"""What passes between the front and a worker: a job in, frames out, over the worker's own pipes.

A frame is one byte of kind, four bytes of length (big endian) and as many bytes. An answer is one HEAD, any number of
DATA and one END; FAULT instead of HEAD says why there is none, FAULT after HEAD that it must not be taken as whole.
LED stands for HEAD and the first DATA where the worker has sent them itself (:mod:`kg.serve.workers.ahead`). WAKE says
that a job may follow in a moment.
"""

import json
import marshal
import os
import socket
import stat
import struct
from enum import Enum
from typing import Any, BinaryIO, NamedTuple, cast

_BLOCK = 1 << 16
_INT = struct.Struct("i")
_BESIDE = socket.CMSG_SPACE(2 * _INT.size)
PREFIX = struct.Struct(">cI")
"""One byte of kind, four of length."""
MOMENT, SLOW, LATEST = 0.05, 0.01, 1.0
"""Seconds: of processor, after which a look-up ends its process; of processor, after which a query counts as no
look-up; of time, after which a look-up ends its process on a machine that has other work."""
SMALL = 1 << 16
"""The longest answer of a look-up, in bytes."""


class Head(NamedTuple):
    """What is known of an answer when it begins: ``cut`` where it was whole already and had too many rows."""

    family: str
    gzip: bool = False
    cut: bool = False


HEADS = {
    b"t": Head("tables"),
    b"T": Head("tables", gzip=True),
    b"c": Head("tables", cut=True),
    b"C": Head("tables", gzip=True, cut=True),
    b"g": Head("graphs"),
    b"G": Head("graphs", gzip=True),
}
"""What the byte of a HEAD frame says of the answer."""
HEAD_BYTES = {head: byte for byte, head in HEADS.items()}


class Kind(Enum):
    """The kinds of frames."""

    JOB = b"J"
    WAKE = b"W"
    READY = b"R"
    HEAD = b"H"
    LED = b"L"
    DATA = b"D"
    END = b"E"
    FAULT = b"F"


KINDS = {kind.value: kind for kind in Kind}
"""Kinds by their byte."""


class Job(NamedTuple):
    """A query to evaluate. ``tables`` and ``graphs`` name the form of a SELECT/ASK and of a CONSTRUCT/DESCRIBE.

    ``default_graphs`` and ``named_graphs`` are the dataset of the request (SPARQL 1.1 Protocol §2.1.4), None for the
    endpoint's own; ``union`` makes the union of the named graphs the default graph; ``lifetime`` is in seconds.
    ``light`` says that it should end in a moment, with little; ``listing`` that its rows come at once and are many.
    ``gzip`` asks for an answer of more than a kibibyte to be compressed (RFC 1952); ``rows`` is how many it may have.
    ``joined`` is a writing of the query that reads less, for the same answer (:mod:`kg.serve.joins`);
    ``counted`` is one for the counts by graph (:mod:`kg.serve.by_graph`). ``head`` is the head of the answer, where
    the worker has got the connection to begin it itself.
    """

    query: str
    tables: str | None = "json"
    graphs: str | None = "turtle"
    union: bool = True
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    lifetime: float = 120.0
    gzip: bool = False
    rows: int | None = None
    light: bool = False
    listing: bool = False
    joined: str | None = None
    counted: str | None = None
    head: bytes | None = None

    @property
    def leads(self) -> bool:
        """Whether its first row leaves alone."""
        return self.listing and self.tables == "json" and self.rows is None


def to_bytes(job: Job) -> bytes:
    """A job as a frame's content, for a worker of the same interpreter."""
    return marshal.dumps(tuple(job))


def from_bytes(content: bytes) -> Job:
    """The job that :func:`to_bytes` wrote."""
    return Job(*marshal.loads(content))


def write_frame(out: BinaryIO, kind: Kind, content: bytes = b"") -> None:
    """Write one frame; the caller flushes."""
    out.write(PREFIX.pack(kind.value, len(content)))
    out.write(content)


def frame(kind: Kind, content: bytes = b"") -> bytes:
    """One frame as bytes."""
    return PREFIX.pack(kind.value, len(content)) + content


class Inlet:
    """Frames from a pipe, and the descriptors that come with them where it is a socket."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._held = b""
        passing = stat.S_ISSOCK(os.fstat(descriptor).st_mode)
        self._socket = socket.socket(fileno=os.dup(descriptor)) if passing else None
        self._passed: list[int] = []

    def read(self) -> tuple[Kind, bytes] | None:
        """The next frame, None at the end of the pipe."""
        if not self._hold(PREFIX.size):
            return None
        kind, length = PREFIX.unpack_from(self._held)
        end = PREFIX.size + length
        if not self._hold(end):
            return None
        content, self._held = self._held[PREFIX.size : end], self._held[end:]
        return KINDS[kind], content

    @property
    def holds(self) -> bool:
        """Whether more has come than was read."""
        return bool(self._held)

    def passed(self) -> list[int]:
        """The descriptors that came since this was last asked."""
        passed, self._passed = self._passed, []
        return passed

    def _read(self) -> bytes:
        if self._socket is None:
            return os.read(self._descriptor, _BLOCK)
        data, beside, _, _ = self._socket.recvmsg(_BLOCK, _BESIDE)
        for _, _, numbers in beside:
            self._passed += [number for (number,) in _INT.iter_unpack(numbers)]
        return data

    def _hold(self, wanted: int) -> bool:
        """Read until so many bytes are there; they are joined once, not piece by piece."""
        parts, size = [self._held], len(self._held)
        while size < wanted:
            part = self._read()
            if not part:
                return False
            parts.append(part)
            size += len(part)
        self._held = b"".join(parts)
        return True


def facts(content: bytes) -> dict[str, Any]:
    """The content of a FAULT frame."""
    return cast(dict[str, Any], json.loads(content))
