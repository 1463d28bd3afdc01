"""The verdicts that were given by hand on the mentions of three acts."""

import csv
from pathlib import Path

import pytest

from kg.link.index import by_siren
from kg.link.matching import decide
from kg.link.tables import catalogue
from kg.link.values import Query, Setting, Status

SEEDS = Path(__file__).parents[3] / "shared" / "reference" / "reconciliation" / "liens-attendus-graines.tsv"
YEARS = {"000": 2020, "001": 2021, "004": 2022}
WANTED = {"auto": Status.AUTO, "candidat": Status.CANDIDATE, "aucun": Status.NONE, "piege": Status.NONE}


def seeds() -> list[dict[str, str]]:
    if not SEEDS.is_file():
        return []
    with SEEDS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_the_hand_made_verdicts_are_here() -> None:
    if not SEEDS.is_file():
        pytest.skip(f"{SEEDS.name} does not come with the repository")
    assert len(seeds()) == 25


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: f"{seed['doc']}-{seed['mention'][:30]}")
def test_a_mention_has_the_verdict_given_by_hand(seed: dict[str, str]) -> None:
    metropole = by_siren()["243400017"]
    setting = Setting(frozenset({"34"}), "76", YEARS[seed["doc"]], metropole)
    verdict = decide(Query(seed["mention"]), setting)
    assert verdict.status is WANTED[seed["lien_attendu"]], verdict
    siren = verdict.candidates[0].body.siren if verdict.status is Status.AUTO else ""
    assert siren == seed["siren"]
    if seed["id_datagouv"]:
        assert catalogue()[siren] == seed["id_datagouv"]
