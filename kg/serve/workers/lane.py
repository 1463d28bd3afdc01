"""The short lane: look-ups go to some processes of their own, and whoever asks several is served there from then on.

Crossing to another process and back costs more than a look-up itself: a connection that asks look-ups is lent to a
teller, which answers on it until something else comes. Who asks once is asked for. What is not done in its moment, or
gives more than a little, goes the long way; a teller that is lost so gives all it was lent back, and the others
answer until the next has started.
"""

import asyncio
import itertools
import select
from collections import OrderedDict, deque
from collections.abc import Coroutine, Iterable
from functools import partial
from typing import Any

from kg.serve.cache import Cache, Kept
from kg.serve.plan import Plan
from kg.serve.protocol.answers import kept_of
from kg.serve.settings import Settings
from kg.serve.workers.job import HEADS
from kg.serve.workers.messages import Mark, Message, Word, marks_from_bytes, marks_of, marks_to_bytes
from kg.serve.workers.page import Tally, total
from kg.serve.workers.process import start_at_last
from kg.serve.workers.window import Asked, Borrowed, Done, Window
from kg.store.releases import Release

_MOST_PENDING = 256
_MOST_HEAVY, _TOLD = 10_000, 200
_PATIENCE, _REST = 5, 30.0


class Lane:
    """Answers light plans by call-back, which gets None where the query must go the long way; lends connections."""

    def __init__(self, release: Release, settings: Settings, cache: Cache) -> None:
        self.release = release
        self._settings = settings
        # Elsewhere than on Linux all queries go the long way.
        self._count = settings.tellers if hasattr(select, "epoll") else 0
        self._cache = cache
        self._sides: list[Window] = []
        self._leaving: list[Window] = []
        self._numbers = itertools.count(1)
        self._heavy: OrderedDict[Mark, None] = OrderedDict()
        self._kills: deque[float] = deque(maxlen=_PATIENCE)
        self._closed_until = 0.0
        self._past = Tally()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def pids(self) -> list[int]:
        """Its processes."""
        return [side.pid for side in self._sides]

    @property
    def lent(self) -> int:
        """How many connections are lent."""
        return sum(len(side.lent) for side in (*self._sides, *self._leaving))

    @property
    def tally(self) -> Tally:
        """What was answered on lent connections."""
        return total([self._past, *(side.page.tally for side in (*self._sides, *self._leaving))])

    async def open(self) -> None:
        """Start its processes."""
        self._enlist(await self.prepare(self.release))

    async def close(self) -> None:
        """End its processes."""
        for task in self._tasks:
            task.cancel()
        sides, self._sides, self._leaving = [*self._sides, *self._leaving], [], []
        for side in sides:
            self._settle(side)
        await asyncio.gather(*(side.close() for side in sides))

    def submit(self, plan: Plan, done: Done) -> bool:
        """Take a query, where it looks light and there is room; ``done`` is called later, never at once."""
        if not plan.job.light or not self._free() or not self._heavy.keys().isdisjoint(marks_of(plan)):
            return False
        side = min(self._sides, key=lambda side: side.load)
        return len(side.jobs) < _MOST_PENDING and side.ask(next(self._numbers), Asked(plan, done))

    def lend(self, connection: Borrowed, descriptor: int) -> int | None:
        """Have a connection served elsewhere until it is given back; its number, None where that cannot be."""
        number = next(self._numbers)
        if not self._free() or not min(self._sides, key=lambda s: len(s.lent)).lend(number, connection, descriptor):
            return None
        return number

    def recall(self, number: int) -> None:
        """Have a connection given back soon."""
        for side in (*self._sides, *self._leaving):
            if number in side.lent:
                side.tell(Word.RECALL, number)

    async def prepare(self, release: Release) -> list[Window]:
        """Tellers over another release, for :meth:`swap`."""
        return list(await asyncio.gather(*(self._start(release) for _ in range(self._count))))

    def swap(self, release: Release, fresh: list[Window]) -> None:
        """Serve another release from this moment on; the old tellers answer what they have in hand and end."""
        self.release = release
        self._heavy.clear()
        self._dismiss()
        self._enlist(fresh)

    def forgive(self, plan: Plan) -> None:
        """A query of this shape was answered in a moment: the next one is tried again."""
        if plan.shape is not None and plan.shape in self._heavy:
            del self._heavy[plan.shape]
            self._spread(Word.LIGHT, [plan.shape])

    def mark(self, marks: Iterable[Mark]) -> None:
        """Try no query that has one of these marks."""
        told = tuple(marks)
        self._heavy.update(dict.fromkeys(told))
        while len(self._heavy) > _MOST_HEAVY:
            self._heavy.popitem(last=False)
        self._spread(Word.HEAVY, told)

    def _spread(self, word: Word, marks: Iterable[Mark]) -> None:
        content = marks_to_bytes(tuple(marks))
        for side in self._sides:
            side.tell(word, 0, content)

    def _free(self) -> bool:
        if not self._sides:
            return False
        return self._closed_until <= 0 or asyncio.get_running_loop().time() >= self._closed_until

    def _enlist(self, fresh: list[Window]) -> None:
        for side in fresh:
            side.listen(partial(self._heard, side))
            for mark in itertools.islice(reversed(self._heavy), _TOLD):
                side.tell(Word.HEAVY, 0, marks_to_bytes((mark,)))
            self._sides.append(side)

    def _dismiss(self) -> None:
        """Let all tellers end; until they have, they are listened to."""
        self._leaving += self._sides
        for side in self._sides:
            side.dismiss()
        self._sides = []

    def _heard(self, side: Window) -> None:
        messages, there = side.messages()
        for message in messages:
            self._take(side, message)
        if not there:
            self._lose(side)

    def _take(self, side: Window, message: Message) -> None:
        if message.word is Word.HEAVY:
            self.mark(marks_from_bytes(message.content))
        elif (asked := side.jobs.pop(message.number, None)) is not None:
            asked.done(self._answered(asked.plan, message, side.release))
        elif (connection := side.lent.pop(message.number, None)) is not None:
            connection.take_back(message.content, guilty=False, cut=False)

    def _answered(self, plan: Plan, message: Message, release: Release) -> Kept | None:
        if message.word is not Word.WHOLE:
            return None
        kept = kept_of(plan, release, HEADS[message.content[:1]], message.content[1:])
        if plan.stable:
            self._cache.put(plan.key(release), kept)
        return kept

    def _lose(self, side: Window) -> None:
        """A teller has ended, wanted or not."""
        if side in self._leaving:
            self._leaving.remove(side)
            self._begin(side.close())
        elif side in self._sides:
            self._sides.remove(side)
            self._count_kill()
            self._begin(self._succeed(side))
        else:
            return
        self._settle(side)

    def _settle(self, side: Window) -> None:
        """Take back what a teller had; what it was lost over is no look-up."""
        side.listen(None)
        self._past = total([self._past, side.page.tally._replace(size=0, answers=0)])
        jobs, lent, side.jobs, side.lent = side.jobs, side.lent, {}, {}
        if (killer := jobs.get(side.busy_with)) is not None:
            self.mark(marks_of(killer.plan))
        for asked in jobs.values():
            asked.done(None)
        for number, connection in lent.items():
            connection.take_back(b"", guilty=number == side.busy_with, cut=number == side.sending_to)

    def _count_kill(self) -> None:
        now = asyncio.get_running_loop().time()
        self._kills.append(now)
        if len(self._kills) == _PATIENCE and now - self._kills[0] < _REST:
            self._closed_until = now + _REST
            self._dismiss()

    async def _succeed(self, lost: Window) -> None:
        await lost.close()
        while len(self._sides) < self._count:
            fresh = await self._start(self.release)
            if fresh.release == self.release and len(self._sides) < self._count:
                self._enlist([fresh])
            else:
                await fresh.close()

    async def _start(self, release: Release) -> Window:
        return await start_at_last(lambda: Window.open(release, self._settings), release)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
