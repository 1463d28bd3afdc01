"""The front's side of a teller: its process, the jobs that it has, the connections that are lent to it."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import Callable
from typing import NamedTuple, Protocol

from kg.serve.cache import Kept
from kg.serve.plan import Plan
from kg.serve.settings import Settings
from kg.serve.workers.allocator import environment
from kg.serve.workers.messages import Message, Word, asking_to_bytes, hear, house_to_bytes, tell
from kg.serve.workers.page import EVALUATING, SENDING, Page
from kg.serve.workers.process import WorkerDiedError
from kg.store.releases import Release

_START_TIMEOUT = 60.0

Done = Callable[[Kept | None], None]


class Borrowed(Protocol):
    """A connection that can be lent."""

    def take_back(self, rest: bytes, guilty: bool, cut: bool) -> None:
        """It is the front's again, with what is still to be sent of an answer.

        ``guilty``: a teller was lost while it evaluated its next request. ``cut``: while it sent an answer.
        """


class Asked(NamedTuple):
    """A look-up, and who waits for its answer."""

    plan: Plan
    done: Done


class Window:
    """A teller. Numbers of jobs and of lent connections are given by who asks, and differ."""

    def __init__(self, process: asyncio.subprocess.Process, channel: socket.socket, release: Release) -> None:
        self.release = release
        self.page, self._shared = Page.create()
        self.jobs: dict[int, Asked] = {}
        self.lent: dict[int, Borrowed] = {}
        self._process = process
        self._channel = channel

    @classmethod
    async def open(cls, release: Release, settings: Settings) -> "Window":
        """Start a teller that has opened the release; WorkerDiedError or TimeoutError where it cannot."""
        here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        here.setblocking(False)
        with there:
            command = (sys.executable, "-m", "kg.serve.workers.teller")
            quiet = asyncio.subprocess.DEVNULL
            process = await asyncio.create_subprocess_exec(
                *command, stdin=there.fileno(), stdout=quiet, env=environment(os.environ)
            )
        window = cls(process, here, release)
        window.tell(Word.OPEN, 0, house_to_bytes(release, settings), window._shared)
        os.close(window._shared)
        try:
            async with asyncio.timeout(_START_TIMEOUT):
                await window._ready()
        except (WorkerDiedError, TimeoutError):
            await window.close()
            raise
        return window

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def load(self) -> tuple[int, int]:
        """How much it has to do, jobs first."""
        return len(self.jobs), len(self.lent)

    @property
    def busy_with(self) -> int:
        """The job or connection that it evaluates a query of, 0 where there is none."""
        return self.page.words[EVALUATING]

    @property
    def sending_to(self) -> int:
        """The connection that it sends an answer on, 0 where there is none."""
        return self.page.words[SENDING]

    def listen(self, heard: Callable[[], None] | None) -> None:
        """What to call when there are messages or an end, None for nothing."""
        loop = asyncio.get_running_loop()
        if heard is None:
            loop.remove_reader(self._channel)
        else:
            loop.add_reader(self._channel, heard)

    def tell(self, word: Word, number: int = 0, content: bytes = b"", descriptor: int | None = None) -> bool:
        """Send a message; whether it went."""
        return tell(self._channel, word, number, content, descriptor)

    def ask(self, number: int, asked: Asked) -> bool:
        """Hand over a look-up; whether it went."""
        if not self.tell(Word.JOB, number, asking_to_bytes(asked.plan)):
            return False
        self.jobs[number] = asked
        return True

    def lend(self, number: int, connection: Borrowed, descriptor: int) -> bool:
        """Lend a connection; whether it went."""
        if not self.tell(Word.LEND, number, b"", descriptor):
            return False
        self.lent[number] = connection
        return True

    def messages(self) -> tuple[list[Message], bool]:
        """What it has said, and whether it is still there."""
        heard: list[Message] = []
        while True:
            try:
                message = hear(self._channel)
            except BlockingIOError:
                return heard, True
            if message is None:
                return heard, False
            heard.append(message)

    def dismiss(self) -> None:
        """Want no more of it: it ends after the look-up that it has in hand."""
        with contextlib.suppress(OSError):
            self._channel.shutdown(socket.SHUT_WR)

    async def close(self) -> None:
        """End the process and see it gone."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        self._channel.close()

    async def _ready(self) -> None:
        """Wait for its first message."""
        loop, came = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._channel, came.set)
        try:
            await came.wait()
        finally:
            loop.remove_reader(self._channel)
        if hear(self._channel) is None:
            raise WorkerDiedError("unknown")
