"""One query on one worker: its frames, within what is left of its time, and what it means that there are none."""

import time
from collections import Counter
from http import HTTPStatus
from typing import NamedTuple

from kg.serve.plan import Plan
from kg.serve.protocol.formats import GRAPHS, TABLES
from kg.serve.protocol.problems import Problem, too_long
from kg.serve.protocol.visit import LeftError, Visit
from kg.serve.settings import Settings
from kg.serve.workers.ahead import Ahead, read_led
from kg.serve.workers.job import HEADS, Head, Kind, facts
from kg.serve.workers.process import Frame, Worker, WorkerDiedError

_CAUSES = {
    "memory": "La requête a demandé plus de mémoire qu'il n'en est accordé à une requête. Ajoutez des conditions.",
    "stack": "La requête est trop imbriquée pour le moteur.",
    "unknown": "Le moteur s'est arrêté pendant cette requête.",
}


class CutError(Exception):
    """An answer cannot be completed once begun: the connection must close without looking whole."""


class Given(NamedTuple):
    """A query that a worker has already; ``visit`` is who holds the worker, ``ahead`` what it may begin itself."""

    plan: Plan
    worker: Worker
    visit: Visit
    ahead: Ahead | None


class Opening(NamedTuple):
    """What an answer begins with: ``led`` by the worker itself, ``frames`` after it.

    ``rest`` is what the client had no room for of ``led`` and the head before it; None where nothing was led.
    """

    head: Head
    frames: list[Frame]
    led: bytes = b""
    rest: bytes | None = None


class Run:
    """The frames of one query.

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

    async def opening(self, visit: Visit, ahead: Ahead | None) -> Opening:
        """The first frames; CutError where the query failed and the worker may have begun the answer."""
        try:
            frames = await self.frames(visit)
        except Problem as problem:
            if ahead is not None and not ahead.take():
                raise CutError(str(problem)) from problem
            raise
        kind, content = frames[0]
        if ahead is None or kind is not Kind.LED:
            return Opening(HEADS[content], frames)
        led = read_led(content, ahead)
        return Opening(led.head, frames[1:], led.content, led.rest)

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
