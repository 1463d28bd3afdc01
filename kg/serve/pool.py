"""The worker processes: one query at a time each, replaced when one dies, is killed, or when a new release comes."""

import asyncio
import contextlib
import logging
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator

from kg.serve.job import Job, Kind, frame, receive_frame
from kg.serve.problems import too_busy
from kg.serve.settings import Settings
from kg.store.releases import Release

_log = logging.getLogger(__name__)
_PIPE_BUFFER = 1 << 17
_START_TIMEOUT = 60.0
_CLIENT_PAUSE = 5


class WorkerDiedError(Exception):
    """A worker's process ended; ``cause`` is ``memory``, ``stack`` or ``unknown``."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class Worker:
    """The front's side of a worker process. ``clean`` says that it waits for a job."""

    def __init__(self, process: Process, release: Release) -> None:
        self._process = process
        self.release = release
        self.clean = False

    @classmethod
    async def start(cls, release: Release, memory: int) -> "Worker":
        """Start a process that has opened the release; WorkerDiedError or TimeoutError where it cannot."""
        command = (sys.executable, "-m", "kg.serve.worker", str(release.path), str(memory))
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, limit=_PIPE_BUFFER, start_new_session=True
        )
        worker = cls(process, release)
        try:
            async with asyncio.timeout(_START_TIMEOUT):
                await worker.frame()
            worker.clean = True
        finally:
            if not worker.clean:
                worker.kill()
        return worker

    async def ask(self, job: Job) -> None:
        """Hand over a query."""
        self.clean = False
        assert self._process.stdin is not None
        self._process.stdin.write(frame(Kind.JOB, job.to_bytes()))
        with contextlib.suppress(ConnectionError):
            await self._process.stdin.drain()

    async def frame(self) -> tuple[Kind, bytes]:
        """The next frame of its answer; WorkerDiedError where there is none to come."""
        assert self._process.stdout is not None
        try:
            kind, content = await receive_frame(self._process.stdout)
        except asyncio.IncompleteReadError as end:
            raise WorkerDiedError(await self._cause()) from end
        self.clean = kind in (Kind.END, Kind.FAULT)
        return kind, content

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self.clean = False
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def bury(self) -> None:
        """End the process and let go of its pipes: what it wrote last is read, else they would stay open."""
        self.kill()
        assert self._process.stdout is not None
        while await self._process.stdout.read(_PIPE_BUFFER):
            pass
        await self._process.wait()

    async def _cause(self) -> str:
        assert self._process.stderr is not None
        said = await self._process.stderr.read(_PIPE_BUFFER)
        code = await self._process.wait()
        if b"memory allocation" in said or b"bad_alloc" in said or b"MemoryError" in said:
            return "memory"
        if b"overflowed its stack" in said or code == -signal.SIGSEGV:
            return "stack"
        _log.warning("worker ended with %s: %s", code, said[-500:].decode(errors="replace"))
        return "unknown"


class Pool:
    """``settings.workers`` workers over the current release, lent one query at a time."""

    def __init__(self, release: Release, settings: Settings) -> None:
        self.release = release
        self._settings = settings
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._alive: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._waiting = 0

    @property
    def idle(self) -> int:
        """Workers that wait for a query."""
        return self._idle.qsize()

    async def open(self) -> None:
        """Start all workers; the first that cannot start ends this with its reason."""
        starts = (Worker.start(self.release, self._settings.memory) for _ in range(self._settings.workers))
        for worker in await asyncio.gather(*starts):
            self._enlist(worker)

    async def close(self) -> None:
        """End all workers."""
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*(worker.bury() for worker in self._alive))

    @contextlib.asynccontextmanager
    async def lend(self) -> AsyncIterator[Worker]:
        """A worker for one query; Problem 503 where too many wait already or none comes free in time."""
        worker = await self._take()
        try:
            yield worker
        finally:
            self._take_back(worker)

    def switch(self, release: Release) -> None:
        """Serve another release: idle workers are replaced now, busy ones when their query ends."""
        self.release = release
        while not self._idle.empty():
            self._replace(self._idle.get_nowait())

    async def _take(self) -> Worker:
        if self._idle.empty() and self._waiting >= self._settings.queue:
            raise too_busy(_CLIENT_PAUSE)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._idle.get()
        except TimeoutError as late:
            raise too_busy(_CLIENT_PAUSE) from late
        finally:
            self._waiting -= 1

    def _take_back(self, worker: Worker) -> None:
        if worker.clean and worker.release == self.release:
            self._idle.put_nowait(worker)
        else:
            self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        worker.kill()
        self._alive.discard(worker)
        task = asyncio.create_task(self._succeed(worker))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _succeed(self, dead: Worker) -> None:
        """Start a worker in the place of another, over the release of the moment; try again while that fails."""
        await dead.bury()
        while True:
            release = self.release
            try:
                worker = await Worker.start(release, self._settings.memory)
            except (WorkerDiedError, TimeoutError, OSError) as fault:
                _log.error("no worker could start over release %s: %r", release.number, fault)
                await asyncio.sleep(1)
                continue
            if release == self.release:
                self._enlist(worker)
                return
            await worker.bury()

    def _enlist(self, worker: Worker) -> None:
        self._alive.add(worker)
        self._idle.put_nowait(worker)
