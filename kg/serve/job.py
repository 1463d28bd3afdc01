"""What passes between the front and a worker: one job in, frames out, over the worker's own pipes.

A frame is one byte of kind, four bytes of length (big endian) and as many bytes. An answer is one HEAD, any number of
DATA and one END; FAULT instead of HEAD says why there is none, FAULT after HEAD that it must not be taken as whole.
"""

import json
import struct
from asyncio import StreamReader
from dataclasses import dataclass
from enum import Enum
from typing import Any, BinaryIO, cast

_PREFIX = struct.Struct(">cI")


class Kind(Enum):
    """The kinds of frames."""

    JOB = b"J"
    READY = b"R"
    HEAD = b"H"
    DATA = b"D"
    END = b"E"
    FAULT = b"F"


@dataclass(frozen=True, slots=True)
class Job:
    """A query to evaluate. ``tables`` and ``graphs`` name the form of a SELECT/ASK and of a CONSTRUCT/DESCRIBE.

    ``default_graphs`` and ``named_graphs`` are the dataset of the request (SPARQL 1.1 Protocol §2.1.4), None for the
    endpoint's own; ``union`` makes the union of the named graphs the default graph; ``lifetime`` is in seconds.
    """

    query: str
    tables: str | None = "json"
    graphs: str | None = "turtle"
    union: bool = True
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    lifetime: float = 120.0

    def to_bytes(self) -> bytes:
        """The job as a frame's content."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__}).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Job":
        """The job that :meth:`to_bytes` wrote."""
        return cls(**json.loads(content))


def write_frame(out: BinaryIO, kind: Kind, content: bytes = b"") -> None:
    """Write one frame; the caller flushes."""
    out.write(_PREFIX.pack(kind.value, len(content)))
    out.write(content)


def frame(kind: Kind, content: bytes = b"") -> bytes:
    """One frame as bytes."""
    return _PREFIX.pack(kind.value, len(content)) + content


def read_frame(source: BinaryIO) -> tuple[Kind, bytes] | None:
    """The next frame, None at the end of the pipe."""
    prefix = source.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size:
        return None
    kind, length = _PREFIX.unpack(prefix)
    return Kind(kind), source.read(length)


async def receive_frame(source: StreamReader) -> tuple[Kind, bytes]:
    """The next frame; asyncio.IncompleteReadError where the pipe ends."""
    kind, length = _PREFIX.unpack(await source.readexactly(_PREFIX.size))
    return Kind(kind), await source.readexactly(length) if length else b""


def facts(content: bytes) -> dict[str, Any]:
    """The content of a HEAD or FAULT frame."""
    return cast(dict[str, Any], json.loads(content))
