"""A query from the request to the answer: guard, forms, worker, deadline, and the stream back to the client."""

import asyncio
import contextlib
import hashlib
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from http import HTTPStatus

from starlette.types import Message, Receive, Send

from kg.serve.formats import GRAPHS, TABLES, Format, named, negotiate
from kg.serve.guard import inspect
from kg.serve.job import Job, Kind, facts
from kg.serve.pool import Pool, Worker, WorkerDiedError
from kg.serve.problems import Problem, too_long
from kg.serve.protocol import Asked
from kg.serve.settings import Settings
from kg.store.releases import Release

_LONG_TEXT = 10_000
_CAUSES = {
    "memory": "La requête a demandé plus de mémoire qu'il n'en est accordé à une requête. Ajoutez des conditions.",
    "stack": "La requête est trop imbriquée pour le moteur.",
    "unknown": "Le moteur s'est arrêté pendant cette requête.",
}


class CutError(Exception):
    """An answer cannot be completed once begun: the connection must close without looking whole."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A query that may run: its job, the forms its answer can take, and whether an answer may be kept."""

    job: Job
    tables: Format | None
    graphs: Format | None
    stable: bool

    def etag(self, release: Release) -> str:
        """Weak validator (RFC 9110 §8.8.3): same release, query and form, same answer."""
        told = f"{release.built} {release.content} ".encode() + self.job.to_bytes()
        return f'W/"{release.number}-{hashlib.sha256(told).hexdigest()[:24]}"'


class Engine:
    """Runs queries on the pool, within the settings."""

    def __init__(self, pool: Pool, settings: Settings) -> None:
        self.pool = pool
        self.settings = settings

    async def plan(self, asked: Asked) -> Plan:
        """Check a request and choose the forms of its answer; :class:`Problem` where it is refused."""
        if len(asked.query) > _LONG_TEXT:
            found = await asyncio.to_thread(inspect, asked.query, self.settings)
        else:
            found = inspect(asked.query, self.settings)
        tables, graphs = _forms(asked)
        given = bool(asked.default_graphs or asked.named_graphs)
        job = Job(
            asked.query,
            tables.name if tables else None,
            graphs.name if graphs else None,
            union=not (given or found.own_dataset),
            default_graphs=asked.default_graphs if given else None,
            named_graphs=asked.named_graphs if given else None,
            lifetime=self.settings.timeout * (self.settings.reading + 1) + 5,
        )
        return Plan(job, tables, graphs, not found.volatile)

    async def collect(self, plan: Plan, most: int) -> bytes | None:
        """A whole answer, None where it is longer than ``most`` bytes."""
        held = bytearray()
        async with self.pool.lend() as worker, contextlib.aclosing(self._frames(worker, plan)) as frames:
            async for kind, content in frames:
                held += content if kind is Kind.DATA else b""
                if len(held) > most:
                    return None
        return bytes(held)

    async def answer(self, plan: Plan, receive: Receive, send: Send, head_only: bool = False) -> None:
        """Send the answer as the worker gives it; a client that goes away ends its query.

        :class:`Problem` where the query fails before anything was sent, :class:`CutError` where it fails after.
        """
        streaming = asyncio.create_task(self._stream(plan, send, head_only))
        leaving = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait((streaming, leaving), return_when=asyncio.FIRST_COMPLETED)
            if streaming.done():
                streaming.result()
        finally:
            for task in (streaming, leaving):
                task.cancel()
            await asyncio.gather(streaming, leaving, return_exceptions=True)

    async def _stream(self, plan: Plan, send: Send, head_only: bool) -> None:
        begun = False
        try:
            async with self.pool.lend() as worker, contextlib.aclosing(self._frames(worker, plan)) as frames:
                async for kind, content in frames:
                    if kind is Kind.HEAD:
                        begun = True
                        await send(_start(plan, worker.release, facts(content)))
                        if head_only and facts(content)["length"] is None:
                            break
                    elif not head_only:
                        await self._pass_on(send, kind, content)
        except Problem as problem:
            raise (CutError(str(problem)) if begun else problem) from problem
        if head_only:
            await send({"type": "http.response.body", "body": b""})

    async def _pass_on(self, send: Send, kind: Kind, content: bytes) -> None:
        try:
            async with asyncio.timeout(self.settings.timeout):
                await send({"type": "http.response.body", "body": content, "more_body": kind is not Kind.END})
        except TimeoutError as stalled:
            raise CutError("the client does not read") from stalled

    async def _frames(self, worker: Worker, plan: Plan) -> AsyncGenerator[tuple[Kind, bytes], None]:
        """The frames of an answer up to END; the clock of the deadline stops while the client reads."""
        left, until = self.settings.timeout, time.monotonic() + self.settings.timeout * self.settings.reading
        await worker.ask(plan.job)
        kind = Kind.READY
        while kind is not Kind.END:
            began = time.monotonic()
            try:
                async with asyncio.timeout(min(left, until - began)):
                    kind, content = await worker.frame()
            except TimeoutError as late:
                raise too_long(self.settings.timeout) from late
            except WorkerDiedError as death:
                unavailable = HTTPStatus.SERVICE_UNAVAILABLE
                raise Problem(unavailable, "Requête interrompue", _CAUSES[death.cause]) from death
            left -= time.monotonic() - began
            if kind is Kind.FAULT:
                raise _fault(facts(content))
            yield kind, content


def _forms(asked: Asked) -> tuple[Format | None, Format | None]:
    if asked.format:
        tables, graphs = named(asked.format, TABLES), named(asked.format, GRAPHS)
    else:
        tables, graphs = negotiate(asked.accept, TABLES), negotiate(asked.accept, GRAPHS)
    if tables is None and graphs is None:
        raise _no_form(asked.format or asked.accept)
    return tables, graphs


def _no_form(wanted: str) -> Problem:
    offered = ", ".join(form.media for form in (*TABLES, *GRAPHS))
    detail = f"Rien ne convient à « {wanted[:200]} ». Formes possibles : {offered}."
    return Problem(HTTPStatus.NOT_ACCEPTABLE, "Aucune forme acceptable", detail)


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


def _start(plan: Plan, release: Release, head: dict[str, object]) -> Message:
    form = plan.tables if head["family"] == "tables" else plan.graphs
    assert form is not None
    headers = [(b"content-type", form.media.encode()), (b"vary", b"Accept")]
    if plan.stable:
        headers += [(b"etag", plan.etag(release).encode()), (b"cache-control", b"public, max-age=60")]
    else:
        headers.append((b"cache-control", b"no-store"))
    if head["length"] is not None:
        headers.append((b"content-length", str(head["length"]).encode()))
    return {"type": "http.response.start", "status": 200, "headers": headers}


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
