"""What passes between the front and a teller: whole messages over a socket pair, and the descriptor of what is lent.

A message is one byte that says what it is, eight for the number of what it is about, and what else there is to say.
"""

import marshal
import socket
import struct
from collections.abc import Sequence
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from kg.serve.plan import Key, Plan
from kg.serve.settings import Settings
from kg.serve.workers.job import Job
from kg.store.releases import Release

_PREFIX = struct.Struct(">cQ")
_INT = struct.Struct("i")
_MOST = 1 << 17
Mark = Key | str
"""What a query or all queries of its shape have in common."""


class Word(Enum):
    """What a message is. Of the front: what begins (OPEN, LEND, JOB) or ends (RECALL). Of a teller: what came of it."""

    OPEN = b"O"
    LEND = b"L"
    JOB = b"J"
    RECALL = b"C"
    READY = b"R"
    BACK = b"B"
    REST = b"T"
    WHOLE = b"W"
    HEAVY = b"H"
    LIGHT = b"I"


_WORDS = {word.value: word for word in Word}


class Message(NamedTuple):
    """``number`` is that of a job or of a lent connection; the ``descriptor`` belongs to who receives it."""

    word: Word
    number: int
    content: bytes
    descriptor: int | None


class Asking(NamedTuple):
    """A look-up for a teller, and the marks that it gets if it was none."""

    job: Job
    marks: tuple[Mark, ...]


def tell(
    channel: socket.socket, word: Word, number: int = 0, content: bytes = b"", descriptor: int | None = None
) -> bool:
    """Send a message; whether it went, which it does not where nobody reads or, on the front's side, not soon."""
    data = _PREFIX.pack(word.value, number) + content
    try:
        if descriptor is None:
            channel.send(data)
        else:
            socket.send_fds(channel, [data], [descriptor])
    except (BlockingIOError, ConnectionError):
        return False
    return True


def hear(channel: socket.socket, wait: bool = False) -> Message | None:
    """The next message, None after the last one; BlockingIOError where there is none now, unless one is waited for."""
    try:
        # Not socket.recv_fds, which drops the flags.
        data, beside, _, _ = channel.recvmsg(_MOST, socket.CMSG_LEN(_INT.size), 0 if wait else socket.MSG_DONTWAIT)
    except ConnectionError:
        return None
    if not data:
        return None
    word, number = _PREFIX.unpack_from(data)
    descriptor = _INT.unpack(beside[0][2])[0] if beside else None
    return Message(_WORDS[word], number, data[_PREFIX.size :], descriptor)


def marks_of(plan: Plan) -> tuple[Mark, ...]:
    """What a query is known by where it is not to be tried as a look-up again."""
    return (plan.same,) if plan.shape is None else (plan.same, plan.shape)


def asking_to_bytes(plan: Plan) -> bytes:
    """A look-up as a message's content, for a process of the same interpreter."""
    return marshal.dumps((tuple(plan.job), marks_of(plan)))  # type: ignore[arg-type]


def asking_from_bytes(content: bytes) -> Asking:
    """What :func:`asking_to_bytes` wrote."""
    job, marks = marshal.loads(content)
    return Asking(Job(*job), marks)


def marks_to_bytes(marks: Sequence[Mark]) -> bytes:
    """Marks as a message's content."""
    return marshal.dumps(tuple(marks))  # type: ignore[arg-type]


def marks_from_bytes(content: bytes) -> tuple[Mark, ...]:
    """What :func:`marks_to_bytes` wrote."""
    marks: tuple[Mark, ...] = marshal.loads(content)
    return marks


def house_to_bytes(release: Release, settings: Settings) -> bytes:
    """What a teller serves and within which limits, as a message's content."""
    return marshal.dumps((asdict(release) | {"path": str(release.path)}, asdict(settings)))


def house_from_bytes(content: bytes) -> tuple[Release, Settings]:
    """What :func:`house_to_bytes` wrote."""
    release, settings = marshal.loads(content)
    return Release(**release | {"path": Path(release["path"])}), Settings(**settings)
