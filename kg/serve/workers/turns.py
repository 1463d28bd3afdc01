"""Who gets the next free worker: the first in the queue whose client does not already hold its share."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.serve.protocol.problems import too_busy, too_many
from kg.serve.protocol.visit import LeftError, Visit

T = TypeVar("T")
_PAUSE = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """``share``: what one client may hold at a time; ``queue``: how many may wait; ``patience``: seconds of waiting."""

    share: int
    queue: int
    patience: float

    @property
    def client_queue(self) -> int:
        """How many requests of one client may wait: half of the queue, so that others find room."""
        return max(1, self.queue // 2)


@dataclass(eq=False, slots=True)
class _Turn(Generic[T]):
    client: str
    given: "asyncio.Future[T]"


class Turns(Generic[T]):
    """Lends things one at a time, fairly among clients. Bound to one event loop."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._free: list[T] = []
        self._queue: deque[_Turn[T]] = deque()
        self._held: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()

    @property
    def free(self) -> int:
        """How many things wait for a request."""
        return len(self._free)

    @property
    def next(self) -> T | None:
        """What would be given first."""
        return self._free[-1] if self._free else None

    @property
    def waiting(self) -> int:
        """How many requests wait for a thing."""
        return len(self._queue)

    async def take(self, visit: Visit) -> T:
        """The next thing; Problem 429 or 503 where too many wait or none came in time, LeftError without a client."""
        if (free := self.take_now(visit)) is not None:
            return free
        self._check(visit.client)
        return await self._wait(visit)

    def take_now(self, visit: Visit) -> T | None:
        """A thing, where one is free for this client."""
        if not self._free or self._held[visit.client] >= self._limits.share:
            return None
        self._held[visit.client] += 1
        return self._free.pop()

    def put(self, thing: T) -> None:
        """A thing that is free."""
        self._free.append(thing)
        self._serve()

    def done(self, client: str) -> None:
        """A client holds one thing less; the thing itself comes back by :meth:`put`, or never."""
        _less(self._held, client)
        self._serve()

    def withdraw(self, wanted: Callable[[T], bool]) -> T | None:
        """A free thing of that sort, taken out for good."""
        for at, thing in enumerate(self._free):
            if wanted(thing):
                return self._free.pop(at)
        return None

    def _check(self, client: str) -> None:
        if self._waiting[client] >= self._limits.client_queue:
            raise too_many(_PAUSE)
        if len(self._queue) >= self._limits.queue:
            raise too_busy(_PAUSE)

    async def _wait(self, visit: Visit) -> T:
        turn: _Turn[T] = _Turn(visit.client, asyncio.get_running_loop().create_future())
        self._queue.append(turn)
        self._waiting[visit.client] += 1
        taken = False
        try:
            visit.on_leave(lambda: _refuse(turn.given, LeftError()))
            async with asyncio.timeout(self._limits.patience):
                thing = await turn.given
            taken = True
            return thing
        except TimeoutError as late:
            raise too_busy(_PAUSE) from late
        finally:
            visit.on_leave(None)
            self._leave(turn, taken)

    def _leave(self, turn: _Turn[T], taken: bool) -> None:
        _less(self._waiting, turn.client)
        if turn in self._queue:
            self._queue.remove(turn)
        elif not taken and not turn.given.cancelled() and turn.given.exception() is None:
            # It was given in the moment of the deadline.
            self.put(turn.given.result())
            self.done(turn.client)

    def _serve(self) -> None:
        while self._free and (turn := self._next()) is not None:
            self._queue.remove(turn)
            self._held[turn.client] += 1
            turn.given.set_result(self._free.pop())

    def _next(self) -> _Turn[T] | None:
        for turn in self._queue:
            if self._held[turn.client] < self._limits.share and not turn.given.done():
                return turn
        return None


def _refuse(given: "asyncio.Future[T]", why: Exception) -> None:
    if not given.done():
        given.set_exception(why)


def _less(counted: Counter[str], client: str) -> None:
    counted[client] -= 1
    if counted[client] <= 0:
        del counted[client]
