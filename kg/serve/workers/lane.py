"""The short lane: look-ups go in batches to a worker of their own, which is given a moment for each.

Crossing to another process and back costs more than a look-up itself; in batches the cost is shared, and look-ups do
not wait behind long queries. What is not done in its moment, or gives more than a little, goes the long way; a worker
that does not come back in time is killed, and one that stands by takes its place.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from kg.serve.cache import Cache, Kept
from kg.serve.plan import Key, Plan
from kg.serve.protocol.answers import kept_of
from kg.serve.settings import Settings
from kg.serve.workers.job import LIGHT_HEADS, Kind, facts
from kg.serve.workers.process import Frame, Worker, start_at_last
from kg.store.releases import Release

_MOMENT, _EACH, _MOST_WAIT = 0.05, 0.002, 1.0
_TICK = 0.05
_MOST_PENDING = 256
_MOST_HEAVY = 10_000
_PATIENCE, _REST = 5, 30.0

Done = Callable[[Kept | None], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    plan: Plan
    done: Done


class Lane:
    """Answers light plans by call-back; the call-back gets None where the query must go the long way."""

    def __init__(self, release: Release, settings: Settings, cache: Cache) -> None:
        self.release = release
        self._settings = settings
        self._cache = cache
        self._worker: Worker | None = None
        self._spare: Worker | None = None
        self._queue: list[_Asked] = []
        self._pending: deque[_Asked] = deque()
        self._since = self._spent = 0.0
        self._clock: asyncio.TimerHandle | None = None
        self._heavy: OrderedDict[Key, None] = OrderedDict()
        self._kills: deque[float] = deque(maxlen=_PATIENCE)
        self._closed_until = 0.0
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def pids(self) -> list[int]:
        """Its processes."""
        return [worker.pid for worker in (self._worker, self._spare) if worker is not None]

    async def open(self) -> None:
        """Start its workers."""
        first, self._spare = await self.prepare(self.release)
        first.listen(self._heard)
        self._worker = first

    async def close(self) -> None:
        """End its workers."""
        for task in self._tasks:
            task.cancel()
        workers = [worker for worker in (self._worker, self._spare) if worker is not None]
        self._worker = self._spare = None
        self._send_on()
        for worker in workers:
            worker.listen(None)
        await asyncio.gather(*(worker.bury() for worker in workers))

    def submit(self, plan: Plan, done: Done) -> bool:
        """Take a query, where it looks light and there is room; ``done`` is called later, never at once."""
        if not plan.job.light or self._worker is None or plan.same in self._heavy or self._full():
            return False
        if not self._queue:
            asyncio.get_running_loop().call_soon(self._flush)
        self._queue.append(_Asked(plan, done))
        return True

    async def prepare(self, release: Release) -> list[Worker]:
        """Workers over another release, for :meth:`swap`."""
        return list(await asyncio.gather(*(start_at_last(release, self._settings.memory) for _ in range(2))))

    def swap(self, release: Release, fresh: list[Worker]) -> None:
        """Serve another release from this moment on; what the old workers have not answered goes the long way."""
        self.release = release
        self._heavy.clear()
        old = [worker for worker in (self._worker, self._spare) if worker is not None]
        for worker in old:
            worker.listen(None)
            self._begin(worker.bury())
        self._worker, self._spare = fresh
        self._send_on()
        self._worker.listen(self._heard)

    def _full(self) -> bool:
        if len(self._pending) + len(self._queue) >= _MOST_PENDING:
            return True
        return self._closed_until > 0 and asyncio.get_running_loop().time() < self._closed_until

    def _flush(self) -> None:
        """Send what came in this turn of the loop in one piece."""
        if self._worker is None or not self._queue:
            return
        if self._worker.dead:
            self._lose()
            return
        batch, self._queue = self._queue, []
        loop = asyncio.get_running_loop()
        if not self._pending:
            self._since, self._spent = loop.time(), self._worker.seconds()
        if self._clock is None:
            self._clock = loop.call_later(_TICK, self._tick)
        self._pending.extend(batch)
        self._worker.ask_all([asked.plan.job for asked in batch])

    def _heard(self, frames: list[Frame]) -> None:
        worker = self._worker
        if worker is None:
            return
        if not frames and worker.dead:
            self._lose()
            return
        self._since, self._spent = asyncio.get_running_loop().time(), worker.seconds()
        for kind, content in frames:
            asked = self._pending.popleft()
            asked.done(self._answered(asked.plan, kind, content, worker.release))

    def _answered(self, plan: Plan, kind: Kind, content: bytes, release: Release) -> Kept | None:
        if kind is not Kind.WHOLE:
            if facts(content)["fault"] == "heavy":
                self._mark(plan)
            return None
        kept = kept_of(plan, release, LIGHT_HEADS[content[:1]], content[1:])
        if plan.stable:
            self._cache.put(plan.key(release), kept)
        return kept

    def _tick(self) -> None:
        """Look whether the first of those pending had its moment."""
        self._clock = None
        if not self._pending:
            return
        loop = asyncio.get_running_loop()
        if self._worker is not None and self._stuck(self._worker, loop.time()):
            self._lose()
        self._clock = loop.call_later(_TICK, self._tick) if self._pending else None

    def _stuck(self, worker: Worker, now: float) -> bool:
        """Whether a query took its moment of the processor, or too long on a machine that has other work."""
        moment = _MOMENT + _EACH * len(self._pending)
        return worker.seconds() - self._spent > moment or now - self._since > _MOST_WAIT

    def _lose(self) -> None:
        """Give up the worker and the query that holds it; the others go the long way, a spare one takes its place."""
        lost, self._worker, self._spare = self._worker, self._spare, None
        if self._worker is not None and self._worker.dead:
            self._begin(self._succeed(self._worker))
            self._worker = None
        if self._pending:
            self._mark(self._pending[0].plan)
        self._send_on()
        if self._worker is not None:
            self._worker.listen(self._heard)
        self._count_kill()
        if lost is not None:
            lost.listen(None)
            self._begin(self._succeed(lost))

    def _send_on(self) -> None:
        waiting = [*self._pending, *self._queue]
        self._pending.clear()
        self._queue = []
        for asked in waiting:
            asked.done(None)

    def _count_kill(self) -> None:
        now = asyncio.get_running_loop().time()
        self._kills.append(now)
        if len(self._kills) == _PATIENCE and now - self._kills[0] < _REST:
            self._closed_until = now + _REST

    def _mark(self, plan: Plan) -> None:
        self._heavy[plan.same] = None
        if len(self._heavy) > _MOST_HEAVY:
            self._heavy.popitem(last=False)

    async def _succeed(self, lost: Worker) -> None:
        await lost.bury()
        fresh = await start_at_last(self.release, self._settings.memory)
        if fresh.release != self.release:
            await fresh.bury()
        elif self._worker is None:
            self._worker = fresh
            fresh.listen(self._heard)
        elif self._spare is None:
            self._spare = fresh
        else:
            await fresh.bury()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
