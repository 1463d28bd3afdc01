"""A process that answers look-ups: those that the front hands over, and those on the connections that it lends.

Started as ``python -m kg.serve.workers.teller``, with the front at its standard input. It reads a lent connection's
request without taking it from the kernel, answers it, and only then takes it: if the process is ended in the middle,
the front finds the request where it was. What is not a plain look-up it leaves there, and gives the connection back.
It may be ended at any moment: by the kernel where a query takes longer than a moment, by the front, or with it.
"""

import contextlib
import gc
import os
import select
import signal
import socket
import sys
import time
from collections import OrderedDict

from pyoxigraph import Store

from kg.serve.plan import plan_now
from kg.serve.protocol.answers import wire_of
from kg.serve.protocol.quick import LONGEST, read_quickly
from kg.serve.settings import Settings
from kg.serve.workers.confine import end_with_parent, forbid_sockets, limit_memory
from kg.serve.workers.job import HEAD_BYTES, Head, Job
from kg.serve.workers.messages import (
    Mark,
    Message,
    Word,
    asking_from_bytes,
    hear,
    house_from_bytes,
    marks_from_bytes,
    marks_of,
    marks_to_bytes,
    tell,
)
from kg.serve.workers.page import EVALUATING, SENDING, Page
from kg.serve.workers.repeats import Repeats
from kg.serve.workers.short import HeavyError, begin, end, evaluate
from kg.store.releases import Release

_TURN, _IDLE = 1.0, 2.0
_IN_ONE_TURN = 16
_LATE = 0.001
_MOST_HEAVY = 10_000
_COLLECT = 20_000


class _Line:
    """A lent connection: when it was last used, and whether it is to go back after its answer."""

    __slots__ = ("leaving", "number", "socket", "used")

    def __init__(self, number: int, descriptor: int, now: float) -> None:
        self.number = number
        self.socket = socket.socket(fileno=descriptor)
        self.used = now
        self.leaving = False


class Teller:
    """Serves its lines one request each in turn, and what the front asks in between."""

    def __init__(self, store: Store, release: Release, settings: Settings, channel: socket.socket, page: Page) -> None:
        self._store, self._release, self._settings = store, release, settings
        self._channel, self._page = channel, page
        self._repeats = Repeats(settings.teller_cache)
        self._heavy: OrderedDict[Mark | None, None] = OrderedDict()
        self._lines: dict[int, _Line] = {}
        self._numbers: dict[int, _Line] = {}
        self._poll = select.epoll()
        self._poll.register(channel.fileno(), select.EPOLLIN)
        self._date, self._second = b"", 0

    def serve(self) -> None:
        """Go on until the front is gone or wants no more."""
        swept, on = time.monotonic(), True
        while on:
            for descriptor, _ in self._poll.poll(_TURN if self._lines else None):
                began = time.monotonic()
                line = self._lines.get(descriptor)
                if line is not None:
                    self._answer(line, began)
                # Who asks once waits for one look-up, not for all that are lent.
                if on and (line is None or time.monotonic() - began > _LATE):
                    on = self._hear()
            self._page.note(self._repeats.size, len(self._repeats))
            if (now := time.monotonic()) - swept > _TURN:
                swept = now
                for idle in [line for line in self._lines.values() if now - line.used > _IDLE]:
                    self._give_back(idle)

    def _answer(self, line: _Line, began: float) -> None:
        """Answer one request of a connection, or give it back with what was not read of it."""
        try:
            data = line.socket.recv(LONGEST + 1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        line.used = began
        answer = self._repeats.get(data)
        if answer is not None:
            self._page.repeated()
            self._send(line, len(data), answer)
        elif data and (answer := self._look_up(line, data)) is not None:
            self._send(line, len(data), answer)
            self._page.answered(time.monotonic() - began)
        else:
            line.leaving = True
        if line.leaving:
            self._give_back(line)

    def _look_up(self, line: _Line, data: bytes) -> bytes | None:
        """The answer to a request of the usual shape, without its first lines."""
        asked = read_quickly(data)
        plan = plan_now(asked, self._settings) if asked is not None else None
        if plan is None or not plan.job.light or plan.same in self._heavy or plan.shape in self._heavy:
            return None
        found, line.leaving = self._evaluate(line.number, plan.job, marks_of(plan), plan.shape)
        if found is None:
            return None
        answer = wire_of(plan, self._release, *found)
        if plan.stable:
            self._repeats.note(data, answer)
        return answer

    def _evaluate(
        self, number: int, job: Job, marks: tuple[Mark, ...], shape: str | None = None
    ) -> tuple[tuple[Head, bytes] | None, bool]:
        """The answer, and whether it took long; what is no look-up is known as such from now on, by the front too."""
        found, heavy = None, False
        self._page.words[EVALUATING] = number
        begin()
        try:
            found = evaluate(self._store, job, shape)
        except HeavyError:
            heavy = True
        slow = end()
        self._page.words[EVALUATING] = 0
        if heavy or slow:
            self._mark(marks)
            tell(self._channel, Word.HEAVY, number, marks_to_bytes(marks))
        return found, slow

    def _send(self, line: _Line, size: int, answer: bytes) -> None:
        """Answer, then take the request from the kernel; what the client has no room for is sent by the front."""
        wire = self._status() + answer
        sent = 0
        self._page.words[SENDING] = line.number
        try:
            with contextlib.suppress(BlockingIOError):
                sent = line.socket.send(wire, socket.MSG_DONTWAIT)
            line.socket.recv(size, socket.MSG_DONTWAIT)
        except OSError:
            # The client is gone, which the front will find.
            sent, line.leaving = len(wire), True
        self._page.words[SENDING] = 0
        if sent < len(wire):
            self._give_back(line, wire[sent:])

    def _status(self) -> bytes:
        second = int(time.time())
        if second != self._second:
            self._second = second
            # Python leaves the names of days and months in English (RFC 9110 §5.6.7) unless it is told a locale.
            date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(second))
            self._date = f"HTTP/1.1 200 OK\r\ndate: {date}\r\n".encode()
        return self._date

    def _give_back(self, line: _Line, rest: bytes = b"") -> None:
        descriptor = line.socket.fileno()
        if self._lines.pop(descriptor, None) is not None:
            del self._numbers[line.number]
            self._poll.unregister(descriptor)
            line.socket.close()
            tell(self._channel, Word.REST if rest else Word.BACK, line.number, rest)

    def _hear(self) -> bool:
        """Do what the front wants; whether it wants more."""
        for _ in range(_IN_ONE_TURN):
            try:
                message = hear(self._channel)
            except BlockingIOError:
                return True
            if message is None:
                return False
            self._obey(message)
        return True

    def _obey(self, message: Message) -> None:
        match message.word:
            case Word.LEND if message.descriptor is not None:
                line = _Line(message.number, message.descriptor, time.monotonic())
                self._lines[line.socket.fileno()] = self._numbers[line.number] = line
                self._poll.register(line.socket.fileno(), select.EPOLLIN)
            case Word.JOB:
                job, marks = asking_from_bytes(message.content)
                found, _ = self._evaluate(message.number, job, marks)
                if found is None:
                    tell(self._channel, Word.BACK, message.number)
                else:
                    tell(self._channel, Word.WHOLE, message.number, HEAD_BYTES[found[0]] + found[1])
            case Word.RECALL if message.number in self._numbers:
                self._give_back(self._numbers[message.number])
            case Word.HEAVY:
                self._mark(marks_from_bytes(message.content))
            case Word.LIGHT:
                for mark in marks_from_bytes(message.content):
                    self._heavy.pop(mark, None)

    def _mark(self, marks: tuple[Mark, ...]) -> None:
        self._heavy.update(dict.fromkeys(marks))
        while len(self._heavy) > _MOST_HEAVY:
            self._heavy.popitem(last=False)


def main() -> None:
    """Open what the front says, and serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    channel = socket.socket(fileno=os.dup(sys.stdin.fileno()))
    opening = hear(channel, wait=True)
    if opening is None or opening.descriptor is None:
        return
    release, settings = house_from_bytes(opening.content)
    teller = Teller(Store.read_only(str(release.path)), release, settings, channel, Page(opening.descriptor))
    forbid_sockets()
    limit_memory(settings.memory)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT)
    tell(channel, Word.READY)
    teller.serve()
    # What was lent is the front's again, and need not wait for the end of the process.
    channel.shutdown(socket.SHUT_RDWR)


if __name__ == "__main__":
    main()
