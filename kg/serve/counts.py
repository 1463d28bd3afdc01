"""How often each class and each property occurs in the release that is served, counted once, when it is first asked."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from kg.serve.countable import COUNTING, Table, countable
from kg.serve.plan import Plan
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.visit import VISIT, Visit
from kg.serve.workers.job import Job
from kg.store.releases import Release

_log = logging.getLogger(__name__)
_MOST = 1000
Count = Callable[[str], Awaitable[tuple[Release, bytes | None]]]


class Counts:
    """The tables of one release. ``count`` answers a query in JSON and says of which release."""

    def __init__(self, count: Count) -> None:
        self._count = count
        self._release: Release | None = None
        self._tables: dict[str, Table | None] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def job(self, plan: Plan, release: Release) -> Job:
        """What a worker over this release is asked: of a table, where one answers the query and is there."""
        asked = countable(plan.job.query) if self.covers(plan) else None
        if asked is None:
            return plan.job
        table = self._table(asked.of, release)
        return plan.job if table is None else plan.job._replace(query=asked.asked_of(table), listing=False)

    def covers(self, plan: Plan) -> bool:
        """Whether a table answers the query; the endpoint's own data set is counted, and no other."""
        return plan.shape is not None and plan.job.union and countable(plan.job.query) is not None

    def _table(self, of: str, release: Release) -> Table | None:
        if release != self._release:
            self._release, self._tables = release, {}
        if of not in self._tables:
            # What cannot be counted is not tried again.
            self._tables[of] = None
            task = asyncio.create_task(self._fill(of, release))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return self._tables[of]

    async def _fill(self, of: str, release: Release) -> None:
        # Not for the visitor who asked first, who may leave.
        VISIT.set(Visit())
        try:
            counted, answer = await self._count(COUNTING[of])
        except Problem as problem:
            _log.warning("release %s could not be counted by %s: %s", release.number, of, problem)
            return
        if answer is not None and counted == release == self._release:
            self._tables[of] = _read(answer)


def _read(answer: bytes) -> Table | None:
    """The table; None where it is too long to be put into a query, or not all in it are IRIs."""
    rows: list[dict[str, Any]] = json.loads(answer)["results"]["bindings"]
    if len(rows) > _MOST or any(row["x"]["type"] != "uri" for row in rows):
        return None
    return {row["x"]["value"]: (int(row["n"]["value"]), int(row["d"]["value"])) for row in rows}
