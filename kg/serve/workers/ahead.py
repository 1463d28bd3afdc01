"""The first row of a long table goes from its worker to the client at once, on the client's own connection.

On its way through the front it would wait for a process to wake, which takes longer than to find it. So the worker is
given the connection's descriptor, the head of the answer, and a token that only one of the two can take: who has it
begins the answer. A front that gives a query up (its deadline, its worker's death) learns so if it may still say why.
"""

import contextlib
import os
from typing import NamedTuple

from kg.serve.workers.job import HEADS, Head

_SIZE = 8
POSSIBLE = hasattr(os, "eventfd")


class Line(NamedTuple):
    """A connection that has nothing left to send, and the first lines of an answer on it."""

    descriptor: int
    first: bytes


class Ahead:
    """A connection whose answer a worker may begin. ``head`` is all that stands before the first chunk."""

    __slots__ = ("_token", "descriptor", "head")

    def __init__(self, descriptor: int, head: bytes) -> None:
        self.descriptor = descriptor
        self.head = head
        self._token = os.eventfd(1, os.EFD_NONBLOCK | os.EFD_CLOEXEC)

    @property
    def descriptors(self) -> tuple[int, int]:
        """What the worker needs: the connection and the token."""
        return self.descriptor, self._token

    def take(self) -> bool:
        """Begin the answer here, or none at all; False where the worker may have begun it."""
        return _take(self._token)

    def close(self) -> None:
        """The answer has begun or ended: nobody needs the token."""
        os.close(self._token)


class Errand:
    """The worker's side of an :class:`Ahead`."""

    def __init__(self, head: bytes, descriptors: list[int]) -> None:
        self._head = head
        self._descriptors = descriptors

    def send(self, content: bytes) -> bytes | None:
        """Begin the answer; what the front is told of it, None where the front begins it."""
        connection, token = self._descriptors
        if not _take(token):
            return None
        sent = _write(connection, wire_of(self._head, content))
        self.close()
        return sent.to_bytes(_SIZE, "big") + content

    def close(self) -> None:
        """The connection is the front's alone again."""
        for descriptor in self._descriptors:
            with contextlib.suppress(OSError):
                os.close(descriptor)
        self._descriptors = []


class Led(NamedTuple):
    """What a worker sent itself: the first part of the answer, and what the client had no room for of it."""

    head: Head
    content: bytes
    rest: bytes


def read_led(told: bytes, ahead: Ahead) -> Led:
    """What the content of a LED frame says."""
    sent, content = int.from_bytes(told[1 : 1 + _SIZE], "big"), told[1 + _SIZE :]
    return Led(HEADS[told[:1]], content, wire_of(ahead.head, content)[sent:])


def wire_of(head: bytes, content: bytes) -> bytes:
    """The head and the first chunk (RFC 9112 §7.1)."""
    return b"%b%x\r\n%b\r\n" % (head, len(content), content)


def _write(connection: int, wire: bytes) -> int:
    """Send what there is room for; how much it was."""
    try:
        return os.write(connection, wire)
    except BlockingIOError:
        return 0
    except OSError:
        # The client is gone, which the front will find.
        return len(wire)


def _take(token: int) -> bool:
    try:
        os.eventfd_read(token)
    except BlockingIOError:
        return False
    return True
