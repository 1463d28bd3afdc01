"""The attacks that a test may run; all of them by ``python -m benchmarks.hostile``."""

import time
from collections.abc import Iterator

import pytest

from benchmarks.attacking import Attack, Target
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
