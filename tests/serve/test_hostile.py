"""The attacks that a test may run; all of them by ``python -m benchmarks.hostile``."""

import concurrent.futures
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from benchmarks.attacking import NUMBER, Attack, Target, post
from benchmarks.attacks import ATTACKS
from benchmarks.hostile import endpoint, memory, run, settled
from tests.serve.conftest import make_release

QUICK = [attack for attack in ATTACKS if attack.quick]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    store = tmp_path_factory.mktemp("hostile")
    make_release(store, 1, "Acte")
    with endpoint(store, 1.0) as running:
        time.sleep(0.5)
        yield running


@pytest.mark.parametrize("attack", QUICK, ids=[attack.name for attack in QUICK])
def test_an_attack_is_ended_by_its_limit_and_others_are_answered(target: Target, attack: Attack) -> None:
    before = memory(target.pid)
    # A machine that does other work may be late for once, never twice.
    held, told = run(attack, target)
    if not held:
        held, told = run(attack, target)
    assert held, told
    assert settled(target, before) < before + (300 << 20)


def test_there_are_attacks_of_every_kind() -> None:
    assert len(ATTACKS) >= 25
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)


def test_answers_begun_are_finished_before_the_end(tmp_path: Path) -> None:
    make_release(tmp_path, 1, "Acte")
    long = f"SELECT (COUNT(*) AS ?n) {{ ?a {NUMBER} ?b . ?c {NUMBER} ?d FILTER(REGEX(STR(?a), '1.*9$')) }}"
    with concurrent.futures.ThreadPoolExecutor(4) as clients, endpoint(tmp_path, 20.0) as target:
        time.sleep(0.5)
        statuses = [clients.submit(target.ask, post(f"{long} LIMIT {n}")) for n in (1, 2, 3)]
        time.sleep(0.15)
        os.kill(target.pid, signal.SIGTERM)
        assert [status.result() for status in statuses] == [200] * 3
    assert target.ask(post("ASK {}")) == 0


def test_an_operator_may_limit_the_rows_of_an_answer(tmp_path: Path) -> None:
    make_release(tmp_path, 1, "Acte")
    query = f"SELECT ?a {{ ?a {NUMBER} ?n }}"
    with endpoint(tmp_path, 5.0, rows=10) as target:
        address = f"http://127.0.0.1:{target.port}/sparql"
        cut = httpx.get(address, params={"query": query})
        whole = httpx.get(address, params={"query": f"{query} LIMIT 10"})
        table = httpx.get(address, params={"query": query, "format": "csv"})
    assert len(cut.json()["results"]["bindings"]) == 10
    assert cut.json()["truncated"] is True
    assert (cut.headers["x-truncated"], cut.headers["x-row-limit"]) == ("true", "10")
    assert "x-truncated" not in whole.headers
    assert "truncated" not in whole.json()
    assert (table.text.count("\r\n"), table.headers["x-truncated"]) == (11, "true")
