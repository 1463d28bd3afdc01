"""The front's side of a worker process: one job in, frames out, over its pipes (see :mod:`kg.serve.workers.job`)."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

from kg.serve.workers.ahead import POSSIBLE, Ahead
from kg.serve.workers.allocator import environment
from kg.serve.workers.intake import Intake
from kg.serve.workers.job import KINDS, PREFIX, Job, Kind, frame, to_bytes
from kg.store.releases import Release

_log = logging.getLogger(__name__)
_MOST_HELD = 1 << 18
_MOST_SAID = 1 << 14
_START_TIMEOUT = 60.0
_LESS_URGENT = 10
_LAST_MOMENT = 1.0
_PAUSE = 1.0

Frame = tuple[Kind, bytes]
T = TypeVar("T")


class WorkerDiedError(Exception):
    """A worker's process ended; ``cause`` is ``memory``, ``stack`` or ``unknown``."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class _Pipes(asyncio.SubprocessProtocol):
    """Cuts what a process writes into frames; reading stops while more is held than anyone took."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.said = bytearray()
        self.ended = False
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.deaf = False
        self.awaited: asyncio.Future[None] | None = None
        self.output: asyncio.ReadTransport | None = None
        self._part = bytearray()
        self._held = 0
        self._paused = False

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        """Frames from standard output; the end of what it said on standard error."""
        if fd == 2:
            self.said += data
            del self.said[:-_MOST_SAID]
            return
        if self.deaf:
            return
        self._held += len(data)
        self._cut(data)
        if self._held > _MOST_HELD and self.output is not None and not self._paused:
            self.output.pause_reading()
            self._paused = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """The process ended and its pipes are read out."""
        self.ended = True
        if not self.over.done():
            self.over.set_result(None)
        self._wake()

    def take(self) -> list[Frame]:
        """What has come so far."""
        taken, self.frames, self._held = self.frames, [], len(self._part)
        self.let_flow()
        return taken

    def let_flow(self) -> None:
        """Read on."""
        if self._paused and self.output is not None:
            self._paused = False
            self.output.resume_reading()

    def _cut(self, data: bytes) -> None:
        if self._part:
            self._part += data
            data = bytes(self._part)
        at, end = 0, len(data)
        while end - at >= PREFIX.size:
            kind, length = PREFIX.unpack_from(data, at)
            start = at + PREFIX.size
            if start + length > end:
                break
            self.frames.append((KINDS[kind], data[start : start + length]))
            at = start + length
        self._part = bytearray(data[at:]) if at < end else bytearray()

    def _wake(self) -> None:
        if self.awaited is not None and (self.frames or self.ended) and not self.awaited.done():
            self.awaited.set_result(None)


class Worker:
    """A worker process. ``clean`` says that it waits for a job, ``tired`` that it should not get another one."""

    def __init__(self, transport: asyncio.SubprocessTransport, pipes: _Pipes, release: Release) -> None:
        self._transport = transport
        self._pipes = pipes
        self._intake = Intake(cast(asyncio.WriteTransport, transport.get_pipe_transport(0)))
        pipes.output = cast(asyncio.ReadTransport, transport.get_pipe_transport(1))
        self.release = release
        self.clean = False
        self.tired = False
        self._asked = 0

    @classmethod
    async def start(cls, release: Release, memory: int) -> "Worker":
        """Start a process that has opened the release; WorkerDiedError or TimeoutError where it cannot."""
        command = (sys.executable, "-m", "kg.serve.workers.worker", str(release.path), str(memory))
        loop = asyncio.get_running_loop()
        transport, pipes = await loop.subprocess_exec(_Pipes, *command, env=environment(os.environ))
        worker = cls(transport, pipes, release)
        try:
            await worker.frames(_START_TIMEOUT)
            worker.clean = True
        finally:
            if not worker.clean:
                worker.kill()
        return worker

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._transport.get_pid()

    @property
    def dead(self) -> bool:
        """Whether it was ended or ended by itself."""
        return self._pipes.deaf or self._pipes.ended

    @property
    def leads(self) -> bool:
        """Whether it can begin an answer itself."""
        return POSSIBLE and self._intake.passes

    def wake(self) -> None:
        """Have it ready for a job that may follow in a moment."""
        if self.leads and not self.dead:
            with contextlib.suppress(ConnectionError, RuntimeError):
                self._intake.put(frame(Kind.WAKE))

    def ask(self, job: Job, ahead: Ahead | None = None) -> None:
        """Hand over a query, and the connection whose answer it may begin."""
        self.clean = False
        self._asked += 1
        if self.dead:
            return
        with contextlib.suppress(ConnectionError, RuntimeError):
            if ahead is None:
                self._intake.put(frame(Kind.JOB, to_bytes(job)))
            else:
                self._intake.put(frame(Kind.JOB, to_bytes(job._replace(head=ahead.head))), ahead.descriptors)

    async def frames(self, seconds: float) -> list[Frame]:
        """The next frames of its answer, at least one; WorkerDiedError where none will come, TimeoutError if late."""
        if not self._pipes.frames and not self._pipes.ended:
            await self._wait(seconds)
        frames = self._pipes.take()
        if not frames:
            raise WorkerDiedError(self._cause())
        self.clean = frames[-1][0] in (Kind.END, Kind.FAULT) and not self.dead
        return frames

    async def drain(self) -> None:
        """Throw away the rest of an answer that ends in a moment; TimeoutError or WorkerDiedError if it does not."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _LAST_MOMENT
        while not self.clean:
            if (left := until - loop.time()) <= 0:
                raise TimeoutError
            await self.frames(left)

    def calm(self) -> None:
        """Let other processes go first; it is not taken for another query after this one."""
        self.tired = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _LESS_URGENT)

    def end_soon(self) -> None:
        """Nobody waits for its answer: it may end by itself in a moment, else it is killed."""
        loop = asyncio.get_running_loop()
        asked = self._asked
        loop.call_later(_LAST_MOMENT, lambda: self.kill() if self._asked == asked and not self.clean else None)

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self.clean = False
        with contextlib.suppress(ProcessLookupError):
            self._transport.kill()
        self._pipes.deaf = True
        self._pipes.let_flow()

    async def bury(self) -> None:
        """End the process and see it gone, its pipes with it."""
        self.kill()
        await asyncio.shield(self._pipes.over)
        self._intake.close()
        self._transport.close()

    async def _wait(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        awaited = self._pipes.awaited = loop.create_future()
        clock = loop.call_later(seconds, _expire(awaited))
        try:
            await awaited
        finally:
            clock.cancel()
            self._pipes.awaited = None

    def _cause(self) -> str:
        code, said = self._transport.get_returncode(), self._pipes.said
        if b"memory allocation" in said or b"bad_alloc" in said or b"MemoryError" in said:
            return "memory"
        if b"overflowed its stack" in said or code == -signal.SIGSEGV:
            return "stack"
        if code != -signal.SIGKILL:
            _log.warning("worker ended with %s: %s", code, bytes(said[-500:]).decode(errors="replace"))
        return "unknown"


def _expire(awaited: asyncio.Future[None]) -> Callable[[], None]:
    def expire() -> None:
        if not awaited.done():
            awaited.set_exception(TimeoutError())

    return expire


async def start_at_last(start: Callable[[], Awaitable[T]], release: Release) -> T:
    """A new process over a release; tries again while none can start."""
    while True:
        try:
            return await start()
        except (WorkerDiedError, TimeoutError, OSError) as fault:
            _log.error("no process could start over release %s: %r", release.number, fault)
            await asyncio.sleep(_PAUSE)
