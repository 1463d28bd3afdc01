"""The short lane: look-ups go in batches to two workers of their own, which are given a moment for each.

Crossing to another process and back costs more than a look-up itself; in batches the cost is shared, and look-ups do
not wait behind long queries. What is not done in its moment, or gives more than a little, goes the long way; a worker
that does not come back in time is killed, and the other one answers until the next has started.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import Any, NamedTuple

from kg.serve.cache import Cache, Kept
from kg.serve.plan import Key, Plan
from kg.serve.protocol.answers import kept_of
from kg.serve.settings import Settings
from kg.serve.workers.job import HEADS, Kind, facts
from kg.serve.workers.process import Frame, Worker, start_at_last
from kg.store.releases import Release

MOMENT, _EACH, _MOST_WAIT = 0.05, 0.002, 1.0
SMALL = 1 << 16
"""What a look-up may take and give: seconds of processor, bytes."""
_TICK = 0.05
_SIDES, _MOST_PENDING = 2, 256
_MOST_HEAVY = 10_000
_PATIENCE, _REST = 5, 30.0

Done = Callable[[Kept | None], None]


class _Asked(NamedTuple):
    plan: Plan
    done: Done


class _Side:
    """A worker, the look-ups that it holds, and its clocks when it last gave an answer or got the first of them."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.pending: deque[_Asked] = deque()
        self._since = 0.0
        self._spent = worker.seconds()

    def ask(self, batch: list[_Asked], now: float) -> None:
        """Hand over look-ups in one piece."""
        if not self.pending:
            self._since = now
        self.pending.extend(batch)
        self.worker.ask_all([asked.plan.job for asked in batch])

    def note(self, now: float) -> None:
        """Answers came."""
        self._since, self._spent = now, self.worker.seconds()

    def stuck(self, now: float) -> bool:
        """Whether a query took its moment of the processor, or too long on a machine that has other work."""
        moment = MOMENT + _EACH * len(self.pending)
        late = self.worker.seconds() - self._spent > moment or now - self._since > _MOST_WAIT
        return late and bool(self.pending)


def _held(side: _Side) -> int:
    return len(side.pending)


class Lane:
    """Answers light plans by call-back; the call-back gets None where the query must go the long way."""

    def __init__(self, release: Release, settings: Settings, cache: Cache) -> None:
        self.release = release
        self._settings = settings
        self._cache = cache
        self._sides: list[_Side] = []
        self._queue: list[_Asked] = []
        self._clock: asyncio.TimerHandle | None = None
        self._heavy: OrderedDict[Key | str | None, None] = OrderedDict()
        self._kills: deque[float] = deque(maxlen=_PATIENCE)
        self._closed_until = 0.0
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def pids(self) -> list[int]:
        """Its processes."""
        return [side.worker.pid for side in self._sides]

    async def open(self) -> None:
        """Start its workers."""
        self._enlist(await self.prepare(self.release))

    async def close(self) -> None:
        """End its workers."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*(worker.bury() for worker in self._dismiss()))

    def submit(self, plan: Plan, done: Done) -> bool:
        """Take a query, where it looks light and there is room; ``done`` is called later, never at once."""
        if not plan.job.light or not self._sides or self._full():
            return False
        if plan.same in self._heavy or plan.shape in self._heavy:
            return False
        asked = _Asked(plan, done)
        if not self._queue:
            side = min(self._sides, key=_held)
            if not side.pending and not side.worker.dead:
                # It begins while the front reads what else came in this turn of the loop.
                self._hand_over(side, [asked])
                return True
            asyncio.get_running_loop().call_soon(self._flush)
        self._queue.append(asked)
        return True

    async def prepare(self, release: Release) -> list[Worker]:
        """Workers over another release, for :meth:`swap`."""
        return list(await asyncio.gather(*(start_at_last(release, self._settings.memory) for _ in range(_SIDES))))

    def swap(self, release: Release, fresh: list[Worker]) -> None:
        """Serve another release from this moment on; what the old workers have not answered goes the long way."""
        self.release = release
        self._heavy.clear()
        for worker in self._dismiss():
            self._begin(worker.bury())
        self._enlist(fresh)

    def _enlist(self, fresh: list[Worker]) -> None:
        for worker in fresh:
            side = _Side(worker)
            worker.listen(partial(self._heard, side))
            self._sides.append(side)

    def _dismiss(self) -> list[Worker]:
        """The workers, which answer no more; what they held goes the long way."""
        sides, self._sides = self._sides, []
        queue, self._queue = self._queue, []
        for side in sides:
            side.worker.listen(None)
            _send_on(side.pending)
        _send_on(queue)
        return [side.worker for side in sides]

    def _full(self) -> bool:
        if sum(map(_held, self._sides)) + len(self._queue) >= _MOST_PENDING:
            return True
        return self._closed_until > 0 and asyncio.get_running_loop().time() < self._closed_until

    def _flush(self) -> None:
        """Send what came in this turn of the loop in one piece, to the worker that holds least."""
        batch, self._queue = self._queue, []
        while self._sides and batch:
            side = min(self._sides, key=_held)
            if side.worker.dead:
                self._lose(side)
                continue
            self._hand_over(side, batch)
            return
        _send_on(batch)

    def _hand_over(self, side: _Side, batch: list[_Asked]) -> None:
        loop = asyncio.get_running_loop()
        if self._clock is None:
            self._clock = loop.call_later(_TICK, self._tick)
        side.ask(batch, loop.time())

    def _heard(self, side: _Side, frames: list[Frame]) -> None:
        if not frames and side.worker.dead:
            self._lose(side)
            return
        side.note(asyncio.get_running_loop().time())
        for kind, content in frames:
            asked = side.pending.popleft()
            asked.done(self._answered(asked.plan, kind, content, side.worker.release))

    def _answered(self, plan: Plan, kind: Kind, content: bytes, release: Release) -> Kept | None:
        if kind is not Kind.WHOLE:
            if facts(content)["fault"] == "heavy":
                self._mark(plan)
            return None
        kept = kept_of(plan, release, HEADS[content[:1]], content[1:])
        if plan.stable:
            self._cache.put(plan.key(release), kept)
        return kept

    def _tick(self) -> None:
        """Look whether the first of those pending had its moment."""
        self._clock = None
        loop = asyncio.get_running_loop()
        for side in tuple(self._sides):
            if side.stuck(loop.time()):
                self._lose(side)
        if any(map(_held, self._sides)):
            self._clock = loop.call_later(_TICK, self._tick)

    def _lose(self, side: _Side) -> None:
        """Give up a worker and the query that holds it; what else it held goes the long way."""
        if side not in self._sides:
            return
        self._sides.remove(side)
        side.worker.listen(None)
        if side.pending:
            self._mark(side.pending[0].plan)
        self._count_kill()
        self._begin(self._succeed(side.worker))
        _send_on(side.pending)

    def _count_kill(self) -> None:
        now = asyncio.get_running_loop().time()
        self._kills.append(now)
        if len(self._kills) == _PATIENCE and now - self._kills[0] < _REST:
            self._closed_until = now + _REST

    def forgive(self, plan: Plan) -> None:
        """A query of this shape was answered in a moment: the next one is tried again."""
        self._heavy.pop(plan.shape, None)

    def _mark(self, plan: Plan) -> None:
        self._heavy[plan.same] = None
        if plan.shape is not None:
            self._heavy[plan.shape] = None
        while len(self._heavy) > _MOST_HEAVY:
            self._heavy.popitem(last=False)

    async def _succeed(self, lost: Worker) -> None:
        await lost.bury()
        fresh = await start_at_last(self.release, self._settings.memory)
        if fresh.release == self.release and len(self._sides) < _SIDES:
            self._enlist([fresh])
        else:
            await fresh.bury()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _send_on(waiting: Iterable[_Asked]) -> None:
    for asked in tuple(waiting):
        asked.done(None)
