"""Proxies given « de voter en son nom », with many small words; delegations counted beside those present."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

SITTING = "Présents : NOIR Paul, GRIS Max, BLEU Guy. Absents excusés : {} Secrétaire : M. NOIR Paul. Objet : Tarifs"


@pytest.mark.parametrize(
    "given",
    [
        "qui a donné mandat de voter en son nom à M. GRIS Max.",
        "qui a donné pouvoir pour voter en son nom à GRIS Max.",
        "a donné procuration pour le représenter et voter à M. GRIS Max.",
        "qui a donné mandat de voter à sa place à monsieur GRIS Max.",
        "ayant donné pouvoir écrit de voter en son nom à M. GRIS Max.",
    ],
)
def test_a_proxy_to_vote_in_the_name_of_its_giver(given: str) -> None:
    fields = read(SITTING.format(f"M. BRUN Luc {given}"))
    assert fields["proxies"] == [Proxy("BRUN Luc", "GRIS Max")]
    assert fields["absent"] == []


def test_small_words_that_give_no_proxy_end_a_list() -> None:
    told = "M. BRUN Luc. il est rappelé que nul ne peut voter pour un autre que Zoé VERT"
    assert read(SITTING.format(told))["absent"] == ["BRUN Luc"]


@pytest.mark.parametrize("label", ["Délégations", "Délégation", "Délégations de vote", "Pouvoirs"])
def test_delegations_counted(label: str) -> None:
    fields = read(SITTING.format(f"M. BRUN Luc. Présents : 3 {label} : 1 Absents : 1"))
    assert [fields[f"members/{kind}"] for kind in ("present", "proxies", "absent")] == [[3], [1], [1]]
    assert fields["present"] == ["NOIR Paul", "GRIS Max", "BLEU Guy"]


def test_members_under_delegations() -> None:
    fields = read("Présents : NOIR Paul, GRIS Max. Délégations : M. BRUN Luc à M. GRIS Max. Objet : Tarifs")
    assert fields["proxies"] == [Proxy("BRUN Luc", "GRIS Max")]
