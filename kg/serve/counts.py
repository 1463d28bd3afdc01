"""How often each class and each property occurs in the release that is served, counted once, when it is first asked.

Some queries are answered from these tables, and others are planned by them.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from kg.serve.by_graph import counted_by_graph
from kg.serve.countable import COUNTING, Table, countable
from kg.serve.joins import join_of
from kg.serve.plan import Plan
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.visit import VISIT, Visit
from kg.serve.workers.job import Job
from kg.store.releases import Release

_log = logging.getLogger(__name__)
_MOST = 1000
Count = Callable[[str], Awaitable[tuple[Release, bytes | None]]]


class Counts:
    """The tables of one release.

    ``count`` answers a query in JSON and says of which release; ``memory`` is what a query may take, in bytes.
    """

    def __init__(self, count: Count, memory: int) -> None:
        self._count = count
        self._memory = memory
        self._release: Release | None = None
        self._tables: dict[str, Table | None] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def job(self, plan: Plan, release: Release) -> Job:
        """What a worker over this release is asked: of a table, where one answers the query and is there."""
        if not self._counted(plan) or _lists(plan):
            return plan.job
        if (counted := counted_by_graph(plan.job.query)) is not None:
            return plan.job._replace(counted=counted, listing=False)
        asked = countable(plan.job.query)
        if asked is None:
            return self._joined(plan.job, release)
        table = self._table(asked.of, release)
        return plan.job if table is None else plan.job._replace(query=asked.asked_of(table), listing=False)

    def covers(self, plan: Plan) -> bool:
        """Whether a table answers the query."""
        return self._counted(plan) and countable(plan.job.query) is not None

    def _counted(self, plan: Plan) -> bool:
        """Whether the query is of the endpoint's own data set: no other is counted."""
        return plan.shape is not None and plan.job.union

    def _joined(self, job: Job, release: Release) -> Job:
        join = join_of(job.query)
        if join is None:
            return job
        # Both are asked for at once, so that both are counted.
        tables = {of: self._table(of, release) for of in sorted(join.tables)}
        known = {of: table for of, table in tables.items() if table is not None}
        return job._replace(joined=join.hashed(known, self._memory)) if len(known) == len(tables) else job

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


def _lists(plan: Plan) -> bool:
    """Whether a query neither counts nor tells what occurs once: its words say so."""
    return plan.job.listing and "DISTINCT" not in plan.job.query.upper()


def _read(answer: bytes) -> Table | None:
    """The table; None where it is too long to be put into a query, or not all in it are IRIs."""
    rows: list[dict[str, Any]] = json.loads(answer)["results"]["bindings"]
    if len(rows) > _MOST or any(row["x"]["type"] != "uri" for row in rows):
        return None
    return {row["x"]["value"]: (int(row["n"]["value"]), int(row["d"]["value"])) for row in rows}
