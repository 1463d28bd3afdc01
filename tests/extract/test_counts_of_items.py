"""Counts of members that change from one item to the next."""

import pytest

from kg.extract.act import Zone
from kg.extract.attendance.counts import read_counts
from kg.extract.attendance.marks import Rank
from kg.text.view import normalise


def counted(writing: str, number: int) -> dict[str, int]:
    view = normalise(writing)
    mentions = read_counts(Zone(view, 0, len(view.text)), Rank(number, None))
    return {mention.field.removeprefix("members/"): mention.value for mention in mentions}


@pytest.mark.parametrize(
    "writing",
    [
        "Nombre de présents : - 14 de la délibération n°2026.06.01 à 2026.06.03 - 15 de la délibération n°2026.06.04 à"
        " 2026.06.06 - 16 à partir de la délibération n°2026.06.07",
        "Présents : 14 (délibérations 1 à 3), 15 (délibérations 4 à 6), 16 (à partir de la délibération 7)",
        "Présents : 14 jusqu'au point 3 puis 15 du point 4 au point 6 et 16 à compter du point 7",
        "Nombre de membres présents : 14 conseillers pour les questions 1 à 3 ; 15 conseillers pour les questions 4 à 6"
        " ; 16 conseillers dès la question n° 7",
    ],
)
def test_the_count_of_an_item_is_that_of_its_part(writing: str) -> None:
    assert [counted(writing, number) for number in (2, 4, 7)] == [{"present": 14}, {"present": 15}, {"present": 16}]


@pytest.mark.parametrize(
    ("writing", "counts"),
    [
        ("Présents : 14 Votants : 17 Délibération n° 4 : budget", {"present": 14, "voting": 17}),
        ("En exercice : 19 Présents : 14 à la salle des fêtes", {"in_office": 19, "present": 14}),
    ],
)
def test_a_count_without_a_limit_holds_for_all(writing: str, counts: dict[str, int]) -> None:
    assert counted(writing, 9) == counts


@pytest.mark.parametrize(
    "labels",
    [
        "Délégués en exercice Délégués présents Pouvoirs",
        "Conseillers communautaires en exercice Conseillers communautaires présents Pouvoirs",
        "Élus en exercice Élus présents Représentés",
        "Membres titulaires en exercice Membres titulaires présents Procurations",
    ],
)
def test_labels_in_a_row_with_who_is_counted(labels: str) -> None:
    counts = {"in_office": 18, "present": 13, "proxies": 2}
    assert counted(f"{labels} 18 13 2 Date de la convocation : 9 janvier 2023", 9) == counts


@pytest.mark.parametrize(
    "writing",
    [
        "En exercice : 14 – Présents : 9 (10 à partir du point n° 3) – Pouvoirs : 2",
        "14 conseillers en exercice 10 présents (9 pour les délibérations 2024-01 et 2024-02) 2 pouvoirs",
        "En exercice : 14 Pouvoirs : 2 Présents : 9 [10 dès la question n° 3]",
        "À l'ouverture de la séance En exercice : 14 Présents : 9 Pouvoirs : 2"
        " À partir de l'affaire n° 24-003 Présents : 10 Pouvoirs : 2",
        "Jusqu'au point n° 2 : Présents : 9, Pouvoirs : 2. À compter du point n° 3 : Présents : 10, Pouvoirs : 2."
        " En exercice : 14",
        "Pour les délibérations 1 à 2 - nombre de présents : 9 - nombre de pouvoirs : 2 - en exercice : 14"
        " - Pour les délibérations 3 à 9 - nombre de pouvoirs : 2 - nombre de présents : 10",
    ],
)
def test_a_count_that_holds_but_for_some_items(writing: str) -> None:
    ones = [counted(writing, number) for number in (2, 3)]
    assert ones == [{"in_office": 14, "present": present, "proxies": 2} for present in (9, 10)]


def test_two_counts_of_which_no_limit_tells_are_no_answer() -> None:
    assert counted("Présents : 9 Pouvoirs : 2 Présents : 10 Pouvoirs : 2", 3) == {"proxies": 2}
    assert counted("Présents : 9 (dont 2 suppléants) Pouvoirs : 2", 3) == {"present": 9, "proxies": 2}
