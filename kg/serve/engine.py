"""A query from the plan to the answer: what is kept, else a worker, its deadline, and the stream back to the client."""

import asyncio
from collections import Counter

from starlette.types import Send

from kg.serve.cache import Cache, Kept
from kg.serve.counts import Counts
from kg.serve.plan import Plan, make_plan
from kg.serve.protocol import Asked
from kg.serve.protocol.answers import head_of, kept_of, opening, start, started, whole
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.visit import Visit, current
from kg.serve.run import CutError, Given, Opening, Run
from kg.serve.settings import Settings
from kg.serve.workers.ahead import Ahead, Line
from kg.serve.workers.job import HEADS, SLOW, SMALL, Head, Kind
from kg.serve.workers.lane import Lane
from kg.serve.workers.pool import Pool
from kg.serve.workers.process import Worker
from kg.store.releases import Release


class Engine:
    """Answers queries from what is kept or by the pool, within the settings."""

    def __init__(self, pool: Pool, settings: Settings) -> None:
        self.pool = pool
        self.settings = settings
        self.cache = Cache(settings.front_cache)
        self.lane = Lane(pool.release, settings, self.cache)
        self.ended: Counter[str] = Counter()
        self._counts = Counts(self._count, settings.memory)

    async def plan(self, asked: Asked) -> Plan:
        """Check a request and choose the forms of its answer; Problem where it is refused."""
        return await make_plan(asked, self.settings)

    async def known(self, plan: Plan) -> Kept | None:
        """The answer, where it is kept already or takes a moment."""
        if (kept := self.kept(plan)) is not None:
            return kept
        given: asyncio.Future[Kept | None] = asyncio.get_running_loop().create_future()
        if not self.lane.submit(plan, lambda kept: None if given.done() else given.set_result(kept)):
            return None
        return await given

    async def switch(self, release: Release) -> None:
        """Answer from another release: all its workers are there first, so that no moment knows two releases."""
        pool, lane = await asyncio.gather(self.pool.prepare(release), self.lane.prepare(release))
        self.cache.clear()
        self.pool.swap(release, pool)
        self.lane.swap(release, lane)

    def kept(self, plan: Plan) -> Kept | None:
        """The answer, where it is known already for the release of the moment."""
        return self.cache.get(plan.key(self.pool.release)) if plan.stable else None

    async def collect(self, plan: Plan, most: int) -> bytes | None:
        """A whole answer, None where it is longer than ``most`` bytes."""
        if (kept := await self.known(plan)) is not None:
            return kept.body if kept.length <= most else None
        visit, held = current(), bytearray()
        async with self.pool.lend(visit) as worker:
            run = Run(worker, self.settings, self.ended)
            worker.ask(self._counts.job(plan, worker.release))
            head = None
            while True:
                frames = await run.frames(visit)
                head = head or HEADS[frames[0][1]]
                held += b"".join(content for kind, content in frames if kind is Kind.DATA)
                if len(held) > most:
                    return None
                if frames[-1][0] is Kind.END:
                    self._keep(plan, worker, head, bytes(held))
                    return bytes(held)

    def begin(self, plan: Plan, client: str, line: Line | None) -> Given | None:
        """Hand a query to a worker before its request is read to the end, where one is free.

        Where there is a line and the first row leaves alone, it leaves there.
        """
        visit = Visit(client)
        worker = self.pool.take_now(visit)
        if worker is None:
            return None
        job = self._counts.job(plan, worker.release)
        ahead = None
        if line is not None and job.leads and worker.leads:
            ahead = Ahead(line.descriptor, line.first + opening(plan, worker.release))
        worker.ask(job, ahead)
        return Given(plan, worker, visit, ahead)

    def give_up(self, given: Given | None) -> None:
        """Nobody waits for what was given."""
        if given is not None:
            if given.ahead:
                given.ahead.close()
            self.pool.take_back(given.worker, given.visit)

    async def answer(self, plan: Plan, visit: Visit, send: Send, head_only: bool, given: Given | None) -> Kept | None:
        """Send the answer as the worker gives it; what was kept of it. ``given`` is the worker's, if asked.

        Problem where the query fails before anything was sent, CutError where it fails after, LeftError where its
        client goes away, which ends the query.
        """
        worker = given.worker if given else await self.pool.take(visit)
        try:
            visit.on_leave(worker.end_soon)
            run = Run(worker, self.settings, self.ended)
            if not given:
                worker.ask(self._counts.job(plan, worker.release))
            opened = await run.opening(visit, given.ahead if given else None)
            frames = opened.frames
            if opened.rest is not None or frames[-1][0] is not Kind.END:
                return await self._stream(plan, worker, run, opened, visit, send, head_only)
        finally:
            visit.on_leave(None)
            if given and given.ahead:
                given.ahead.close()
            self.pool.take_back(worker, given.visit if given else visit)
        body = b"".join([content for kind, content in frames if kind is Kind.DATA])
        self._learn(plan, run, len(body))
        kept = self._keep(plan, worker, opened.head, body)
        await whole(kept, send)
        return kept

    async def _stream(
        self, plan: Plan, worker: Worker, run: Run, opened: Opening, visit: Visit, send: Send, head_only: bool
    ) -> Kept | None:
        head, frames, size = opened.head, opened.frames, len(opened.led)
        parts = [opened.led]
        lines = head_of(plan, worker.release, head)
        await send(start(lines) if opened.rest is None else started(lines, opened.rest))
        if head_only:
            await send({"type": "http.response.body", "body": b""})
            return None
        while True:
            body = b"".join([content for kind, content in frames if kind is Kind.DATA])
            ended = bool(frames) and frames[-1][0] is Kind.END
            await self._pass_on(send, body, not ended)
            size += len(body)
            if size <= self.cache.largest:
                parts.append(body)
            else:
                parts.clear()
            if ended:
                self._learn(plan, run, size)
                return self._keep(plan, worker, head, b"".join(parts)) if parts else None
            try:
                frames = await run.frames(visit)
            except Problem as problem:
                raise CutError(str(problem)) from problem

    async def _count(self, query: str) -> tuple[Release, bytes | None]:
        """The answer as JSON, whatever its rows, and the release that it is of."""
        release, plan = self.pool.release, await self.plan(Asked(query, format="json"))
        answer = await self.collect(plan._replace(job=plan.job._replace(rows=None), stable=False), 1 << 20)
        return release, answer if release == self.pool.release else None

    def _learn(self, plan: Plan, run: Run, size: int) -> None:
        if plan.job.light and size < SMALL and run.spent < SLOW and not self._counts.covers(plan):
            self.lane.forgive(plan)

    async def _pass_on(self, send: Send, body: bytes, more: bool) -> None:
        try:
            async with asyncio.timeout(self.settings.timeout):
                await send({"type": "http.response.body", "body": body, "more_body": more})
        except TimeoutError as stalled:
            raise CutError("the client does not read") from stalled

    def _keep(self, plan: Plan, worker: Worker, head: Head, body: bytes) -> Kept:
        kept = kept_of(plan, worker.release, head, body)
        if plan.stable:
            self.cache.put(plan.key(worker.release), kept)
        return kept
