"""Counters that stand beside the lists, and what is told right after a counter."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance import read

_LIST = (
    "Présents : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT. Pouvoir : M. Luc BRUN à M. Paul NOIR. Excusé : M. Guy BLEU."
)


@pytest.mark.parametrize(
    "told",
    [
        "Absent : 1 Sous la présidence de M. Max GRIS, Maire.",
        "Conseillers excusés : 1 Sous la présidence de Madame Max GRIS, adjointe.",
        "Absents : 1 Ne prenant pas part au vote : 2",
        "Pouvoirs : 1 Absent : 1 Ne prennent pas part au vote : 1 Votants : 3",
        "Quorum : 3 Absents : 2 dont 1 ayant donné pouvoir",
        "Absents : 2 dont ayant donné procuration : 1",
    ],
)
def test_a_counter_before_the_lists_names_nobody(told: str) -> None:
    fields = read(f"Membres en exercice : 5 {told} {_LIST}")
    assert [name for name in fields["present"] if name != "Max GRIS"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT"]
    assert fields["proxies"] == [Proxy("Luc BRUN", "Paul NOIR")]
    assert fields["absent"] == ["Guy BLEU"]


@pytest.mark.parametrize(
    ("told", "field", "count"),
    [
        ("Nombre de présents ayant voix délibérative : 3 Votants : 4", "present", 3),
        ("Membres présents avec voix délibérative 3", "present", 3),
        ("Nbre de membres en exercice Nbre de membres présents Nbre de suffrages exprimés 5 3 4", "present", 3),
        ("Nbre de membres en exercice Nbre de membres présents Nbre de suffrages exprimés 5 3 4", "in_office", 5),
        ("Nb de membres en exercice Nb de membres présents Nb de votants 5 3 4", "voting", 4),
        ("Quorum : 3 Absents : 2 dont 1 ayant donné pouvoir", "proxies", 1),
        ("Nombre de votants (enveloppes déposées) 4 Bulletins blancs 1 Suffrages exprimés 3", "voting", 4),
        ("Nombre de votants 4 Bulletins nuls 1 Suffrages exprimés 3", "voting", 4),
    ],
)
def test_counters_in_their_many_words(told: str, field: str, count: int) -> None:
    assert read(f"{_LIST} {told} Objet : école")[f"members/{field}"] == [count]


@pytest.mark.parametrize("said", ["sans pouvoir", "sans procuration", "sans mandat"])
def test_those_absent_without_a_proxy_count_no_proxies(said: str) -> None:
    fields = read(f"Conseillers en exercice : 83 Présents : 70 Pouvoirs : 9 Absents {said} : 4")
    assert (fields["members/proxies"], fields["members/absent"]) == ([9], [4])
