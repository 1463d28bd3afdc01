"""The short lane: what it answers, what it sends the long way, and what becomes of it when its worker is lost."""

import asyncio
import os
import signal
import time
from pathlib import Path

import pytest

from kg.serve.cache import Cache, Kept
from kg.serve.plan import Plan, plan_now
from kg.serve.protocol import Asked
from kg.serve.settings import Settings
from kg.serve.workers.lane import Lane
from kg.store.releases import current_release
from tests.serve.conftest import EX, make_release

SETTINGS = Settings()
NUMBER = f"<{EX}numero>"
SLOW = f"SELECT * {{ ?a {NUMBER} ?b . ?c {NUMBER} ?d . ?e {NUMBER} ?f FILTER(?b + ?d + ?f = -1) }}"


def plan_of(query: str) -> Plan:
    plan = plan_now(Asked(query, format="csv"), SETTINGS)
    assert plan is not None
    return plan


async def asked(lane: Lane, query: str) -> Kept | None:
    given: asyncio.Future[Kept | None] = asyncio.get_running_loop().create_future()
    assert lane.submit(plan_of(query), given.set_result)
    return await asyncio.wait_for(given, 20)


@pytest.fixture
def lane(tmp_path: Path) -> Lane:
    make_release(tmp_path, 1, "Acte")
    return Lane(current_release(tmp_path), SETTINGS, Cache(1 << 20))


def look_up(number: int) -> str:
    return f"SELECT ?n {{ <{EX}a{number}> {NUMBER} ?n }}"


def test_look_ups_of_one_turn_are_answered_each_its_own(lane: Lane) -> None:
    async def scene() -> None:
        await lane.open()
        found = await asyncio.gather(*(asked(lane, look_up(number)) for number in range(50)))
        assert [kept and kept.body for kept in found] == [b"n\r\n%d\r\n" % number for number in range(50)]
        await lane.close()

    asyncio.run(scene())


def test_what_is_long_or_wrong_goes_the_long_way_and_the_long_is_remembered(lane: Lane) -> None:
    async def scene() -> None:
        await lane.open()
        long = "SELECT * { ?s ?p ?o . ?a ?b ?c }"
        assert await asked(lane, long) is None
        assert not lane.submit(plan_of(long), print)
        assert await asked(lane, "SELECT ?x { ?x ?y }") is None
        assert await asked(lane, look_up(3)) is not None
        await lane.close()

    asyncio.run(scene())


def test_a_shape_that_was_long_goes_the_long_way_until_it_is_short(lane: Lane) -> None:
    async def scene() -> None:
        await lane.open()
        assert await asked(lane, "SELECT * { ?s ?p ?o1 . ?a ?b ?c }") is None
        alike = plan_of("SELECT * { ?s ?p ?o2 . ?a ?b ?c }")
        assert not lane.submit(alike, print)
        lane.forgive(alike)
        assert lane.submit(alike, lambda kept: None)
        await lane.close()

    asyncio.run(scene())


@pytest.mark.parametrize(
    "query",
    ["SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "SELECT * { ?s ?p ?o } LIMIT 5000", "SELECT * { ?s ?p ?o } ORDER BY ?o"],
)
def test_what_does_not_look_like_a_look_up_is_not_taken(lane: Lane, query: str) -> None:
    async def scene() -> None:
        await lane.open()
        assert not lane.submit(plan_of(query), print)
        await lane.close()

    asyncio.run(scene())


def test_a_query_that_takes_more_than_its_moment_costs_the_others_little(lane: Lane) -> None:
    async def scene() -> None:
        await lane.open()
        began = time.monotonic()
        slow = asyncio.create_task(asked(lane, SLOW))
        await asyncio.sleep(0.01)
        behind = asyncio.create_task(asked(lane, look_up(1)))
        assert await slow is None
        assert await behind is not None
        assert time.monotonic() - began < 5
        # Another one comes to its place.
        assert await asked(lane, look_up(2)) is not None
        while len(lane.pids) < SETTINGS.tellers:
            await asyncio.sleep(0.05)
        await lane.close()

    asyncio.run(scene())


def test_a_lane_whose_workers_are_killed_comes_back(lane: Lane) -> None:
    async def scene() -> None:
        await lane.open()
        for pid in lane.pids:
            os.kill(pid, signal.SIGKILL)
        until = time.monotonic() + 20
        kept = None
        while kept is None and time.monotonic() < until:
            await asyncio.sleep(0.1)
            given: asyncio.Future[Kept | None] = asyncio.get_running_loop().create_future()
            kept = await given if lane.submit(plan_of(look_up(1)), given.set_result) else None
        assert kept is not None
        await lane.close()

    asyncio.run(scene())
