"""What a release holds, counted by class, asked once per release."""

import asyncio
import json
import logging

from kg.graph.namespaces import BESLUIT, DEF, ELI_DL, FOAF, SCHEMA
from kg.serve.engine import Engine
from kg.serve.pages.steady import of_one_release
from kg.serve.protocol import Asked
from kg.serve.protocol.problems import Problem
from kg.store.releases import Release

_log = logging.getLogger(__name__)
_COUNT = "SELECT ?type (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?type } GROUP BY ?type"
_MOST = 1 << 20

_CLASSES = (
    (f"{BESLUIT}Bestuurseenheid", "collectivités nommées"),
    (f"{ELI_DL}Activity", "séances"),
    (f"{DEF}Deliberation", "délibérations"),
    (f"{SCHEMA}MonetaryGrant", "financements"),
    (f"{DEF}Convention", "conventions"),
    (f"{ELI_DL}Vote", "votes"),
    (f"{FOAF}Person", "personnes"),
)


class Contents:
    """The counts of the current release, as pairs of French label and number."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = asyncio.Lock()
        self._known: tuple[Release, tuple[tuple[str, int], ...]] | None = None

    async def counts(self) -> tuple[tuple[str, int], ...]:
        """The counts; empty where they could not be had in time (the page then does without)."""
        async with self._lock:
            release = self._engine.pool.release
            if self._known is None or self._known[0] != release:
                try:
                    self._known = await of_one_release(self._engine, self._counted)
                except Problem as problem:
                    _log.warning("the release could not be counted: %s", problem)
                    return ()
            return self._known[1]

    async def _counted(self) -> tuple[Release, tuple[tuple[str, int], ...]]:
        return self._engine.pool.release, await self._count()

    async def _count(self) -> tuple[tuple[str, int], ...]:
        plan = await self._engine.plan(Asked(_COUNT, format="json"))
        rows = json.loads(await self._engine.collect(plan, _MOST) or b'{"results": {"bindings": []}}')
        return labelled({row["type"]["value"]: int(row["n"]["value"]) for row in rows["results"]["bindings"]})


def labelled(counted: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """French label and count of each class that the home page tells of, in its order."""
    return tuple((label, counted[iri]) for iri, label in _CLASSES if counted.get(iri))
