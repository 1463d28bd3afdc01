"""The worker processes: one query at a time each, replaced when one dies, is killed, or when a new release comes."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine, Iterable
from typing import Any

from kg.serve.protocol.visit import Visit, current
from kg.serve.settings import Settings
from kg.serve.workers.process import Worker, WorkerDiedError, start_at_last
from kg.serve.workers.turns import Limits, Turns
from kg.store.releases import Release


class Pool:
    """``settings.workers`` workers over the current release, lent one query at a time."""

    def __init__(self, release: Release, settings: Settings) -> None:
        self.release = release
        self._settings = settings
        self._turns: Turns[Worker] = Turns(Limits(settings.client_share, settings.queue, settings.timeout))
        self._alive: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> int:
        """Workers that wait for a query."""
        return self._turns.free

    @property
    def waiting(self) -> int:
        """Queries that wait for a worker."""
        return self._turns.waiting

    @property
    def pids(self) -> list[int]:
        """The processes that are alive."""
        return [worker.pid for worker in self._alive]

    async def open(self) -> None:
        """Start all workers; the first that cannot start ends this with its reason."""
        starts = (Worker.start(self.release, self._settings.memory) for _ in range(self._settings.workers))
        for worker in await asyncio.gather(*starts):
            self._enlist(worker)

    async def close(self) -> None:
        """End all workers."""
        for task in self._starting:
            task.cancel()
        await asyncio.gather(*self._starting, *(worker.bury() for worker in self._alive), return_exceptions=True)

    @contextlib.asynccontextmanager
    async def lend(self, visit: Visit | None = None) -> AsyncIterator[Worker]:
        """A worker for one query, ended if the client leaves; Problem 429 or 503 where none can be had in time."""
        visit = visit or current()
        worker = await self.take(visit)
        try:
            visit.on_leave(worker.end_soon)
            yield worker
        finally:
            visit.on_leave(None)
            self.take_back(worker, visit)

    async def take(self, visit: Visit) -> Worker:
        """A worker that :meth:`take_back` must be given again."""
        while (worker := await self._turns.take(visit)).dead:
            self.take_back(worker, visit)
        return worker

    def take_now(self, visit: Visit) -> Worker | None:
        """A worker that :meth:`take_back` must be given again, where one is free."""
        while (worker := self._turns.take_now(visit)) is not None and worker.dead:
            self.take_back(worker, visit)
        return worker

    def wake(self) -> None:
        """Have the worker ready that would be taken next."""
        if (worker := self._turns.next) is not None:
            worker.wake()

    def take_back(self, worker: Worker, visit: Visit) -> None:
        """A worker whose query ended, well or not, or that nobody waits for."""
        if worker.clean or worker.tired or worker.dead:
            self._settle(worker, visit.client)
        else:
            self._begin(self._drain(worker, visit.client))

    async def _drain(self, worker: Worker, client: str) -> None:
        """Let a query that was given up end by itself in a moment: to start another process takes longer."""
        with contextlib.suppress(WorkerDiedError, TimeoutError):
            await worker.drain()
        self._settle(worker, client)

    def _settle(self, worker: Worker, client: str) -> None:
        """Lend it again, or another one in its place; one of an old release has no other."""
        good = worker.clean and not worker.tired and not worker.dead
        if good and worker.release == self.release and len(self._alive) <= self._settings.workers:
            self._turns.put(worker)
        else:
            self._replace(worker)
        self._turns.done(client)

    async def prepare(self, release: Release) -> list[Worker]:
        """Workers over another release, for :meth:`swap`."""
        return list(await asyncio.gather(*(self._start(release) for _ in range(self._settings.workers))))

    def swap(self, release: Release, fresh: Iterable[Worker]) -> None:
        """Serve another release from this moment on; the workers of the old one end with the queries that they have."""
        self.release = release
        for worker in fresh:
            self._enlist(worker)
        while (old := self._turns.withdraw(lambda worker: worker.release != release)) is not None:
            self._alive.discard(old)
            self._begin(old.bury())

    def _replace(self, worker: Worker) -> None:
        worker.kill()
        self._alive.discard(worker)
        self._begin(self._succeed(worker) if len(self._alive) < self._settings.workers else worker.bury())

    async def _succeed(self, dead: Worker) -> None:
        """Start a worker in the place of another, over the release of the moment."""
        await dead.bury()
        while True:
            release = self.release
            worker = await self._start(release)
            if release == self.release:
                self._enlist(worker)
                return
            await worker.bury()

    async def _start(self, release: Release) -> Worker:
        return await start_at_last(lambda: Worker.start(release, self._settings.memory), release)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    def _enlist(self, worker: Worker) -> None:
        self._alive.add(worker)
        self._turns.put(worker)
