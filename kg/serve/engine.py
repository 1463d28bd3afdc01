"""A query from the plan to the answer: what is kept, else a worker, its deadline, and the stream back to the client."""

import asyncio
import time
from collections import Counter
from http import HTTPStatus
from typing import NamedTuple

from starlette.types import Send

from kg.serve.cache import Cache, Kept
from kg.serve.counts import Counts
from kg.serve.plan import Plan, make_plan
from kg.serve.protocol import Asked
from kg.serve.protocol.answers import head_of, kept_of, start, whole
from kg.serve.protocol.formats import GRAPHS, TABLES
from kg.serve.protocol.problems import Problem, too_long
from kg.serve.protocol.visit import LeftError, Visit, current
from kg.serve.settings import Settings
from kg.serve.workers.job import HEADS, SLOW, SMALL, Head, Kind, facts
from kg.serve.workers.lane import Lane
from kg.serve.workers.pool import Pool
from kg.serve.workers.process import Frame, Worker, WorkerDiedError
from kg.store.releases import Release

_CAUSES = {
    "memory": "La requête a demandé plus de mémoire qu'il n'en est accordé à une requête. Ajoutez des conditions.",
    "stack": "La requête est trop imbriquée pour le moteur.",
    "unknown": "Le moteur s'est arrêté pendant cette requête.",
}


class CutError(Exception):
    """An answer cannot be completed once begun: the connection must close without looking whole."""


class Given(NamedTuple):
    """A query that a worker has already; ``visit`` is who holds the worker."""

    plan: Plan
    worker: Worker
    visit: Visit


class Run:
    """One query on one worker: its frames, within what is left of its time.

    The clock of the deadline stops while the client reads, but the client has only so long in all.
    """

    def __init__(self, worker: Worker, settings: Settings, ended: Counter[str]) -> None:
        self._worker = worker
        self._ended = ended
        self._settings = settings
        self._left = settings.timeout
        self._until = time.monotonic() + settings.timeout * settings.reading

    @property
    def spent(self) -> float:
        """Seconds that were waited for frames."""
        return self._settings.timeout - self._left

    async def frames(self, visit: Visit) -> list[Frame]:
        """The next frames; Problem where the query failed, took too long or broke its worker."""
        began = time.monotonic()
        try:
            frames = await self._next(began)
        except TimeoutError as late:
            self._worker.kill()
            self._ended["deadline"] += 1
            raise too_long(self._settings.timeout) from late
        except WorkerDiedError as death:
            self._ended["left" if visit.gone else death.cause] += 1
            if visit.gone:
                raise LeftError from death
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "Requête interrompue", _CAUSES[death.cause]) from death
        self._left -= time.monotonic() - began
        if frames[-1][0] is Kind.FAULT:
            raise _fault(facts(frames[-1][1]))
        return frames

    async def _next(self, began: float) -> list[Frame]:
        left = min(self._left, self._until - began)
        soon = self._settings.long - (self._settings.timeout - self._left)
        if self._worker.tired or soon >= left:
            return await self._worker.frames(left)
        try:
            return await self._worker.frames(max(0.0, soon))
        except TimeoutError:
            self._worker.calm()
            return await self._worker.frames(max(0.0, left - max(0.0, soon)))


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

    def begin(self, plan: Plan, client: str) -> Given | None:
        """Hand a query to a worker before its request is read to the end, where one is free."""
        visit = Visit(client)
        worker = self.pool.take_now(visit)
        if worker is None:
            return None
        worker.ask(self._counts.job(plan, worker.release))
        return Given(plan, worker, visit)

    def give_up(self, given: Given | None) -> None:
        """Nobody waits for what was given."""
        if given is not None:
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
            frames = await run.frames(visit)
            if frames[-1][0] is not Kind.END:
                return await self._stream(plan, worker, run, frames, visit, send, head_only)
        finally:
            visit.on_leave(None)
            self.pool.take_back(worker, given.visit if given else visit)
        body = b"".join([content for kind, content in frames if kind is Kind.DATA])
        self._learn(plan, run, len(body))
        kept = self._keep(plan, worker, HEADS[frames[0][1]], body)
        await whole(kept, send)
        return kept

    async def _stream(
        self, plan: Plan, worker: Worker, run: Run, frames: list[Frame], visit: Visit, send: Send, head_only: bool
    ) -> Kept | None:
        head, size = HEADS[frames[0][1]], 0
        parts: list[bytes] = []
        await send(start(head_of(plan, worker.release, head)))
        if head_only:
            await send({"type": "http.response.body", "body": b""})
            return None
        while True:
            body = b"".join([content for kind, content in frames if kind is Kind.DATA])
            ended = frames[-1][0] is Kind.END
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


def _fault(told: dict[str, object]) -> Problem:
    detail = str(told["detail"])
    match told["fault"]:
        case "syntax":
            place = told["place"]
            where = (place[0], place[1]) if isinstance(place, list) else None
            return Problem(HTTPStatus.BAD_REQUEST, "Erreur de syntaxe SPARQL", detail, where)
        case "format":
            offered = ", ".join(form.media for form in (TABLES if detail == "tables" else GRAPHS))
            kind = "SELECT et ASK donnent" if detail == "tables" else "CONSTRUCT et DESCRIBE donnent"
            return Problem(HTTPStatus.NOT_ACCEPTABLE, "Aucune forme acceptable", f"{kind} : {offered}.")
        case "memory":
            return Problem(HTTPStatus.SERVICE_UNAVAILABLE, "Requête interrompue", _CAUSES["memory"])
        case _:
            return Problem(HTTPStatus.BAD_REQUEST, "La requête ne peut être évaluée", detail)
