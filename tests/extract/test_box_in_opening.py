"""A box of dates and counts read in the middle of the opening sentence."""

import pytest

from kg.extract.officers.presiding import chair_named
from tests.extract.test_examples import act_of
from tests.extract.test_sitting import read

HEAD = (
    "Date de la convocation 5 avril 2023 L'an deux mille vingt-trois, le douze avril à dix-neuf heures, le Conseil "
    "Municipal de Valmont, dûment convoqué, s'est 5 avril 2023 réuni en session ordinaire, salle Arcadie, sous la "
)


@pytest.mark.parametrize("cell", ["En exercice : 15", "Présents : 11", "Nombre de votants : 9"])
def test_the_chair_past_a_cell(cell: str) -> None:
    chair = chair_named(act_of(f"{HEAD}présidence de Monsieur {cell} Luc ARNEL-OSTROU, Maire. Secrétaire : Anne ROUX"))
    assert chair is not None
    assert (chair.value, chair.role) == ("Luc ARNEL-OSTROU", "Maire")


def test_the_place_past_a_date() -> None:
    assert read(f"{HEAD}présidence de Monsieur Luc ARNEL, Maire.")["session/place"] == "salle Arcadie"


BESIDE = (
    "NOMBRE DE MEMBRES L'an deux mille vingt-deux et le quatorze juin Afférents au Conseil : 27 à dix-huit heures "
    "trente, le "
    "Conseil Municipal de cette {one} commune, régulièrement convoqué {two} le 8 juin 2022, s'est réuni au nombre "
    "{three} "
    "prescrit par la loi, à la salle Georges-Arcade, sous la {four} présidence de Monsieur Luc ARNEL, Maire."
)


@pytest.mark.parametrize(
    "cells",
    [
        ("En exercice : 27", "", "Présents : 20", "Votants : 22"),
        ("en exercice : 27", "présents : 20", "Procurations : 2", ""),
        ("", "Membres présents : 20", "", "Nombre de votants : 22"),
        ("Membres en fonction : 27", "Absents : 5", "Pouvoirs : 2", "Quorum : 14"),
    ],
)
def test_the_cells_of_a_box_are_no_words_of_the_sentence(cells: tuple[str, str, str, str]) -> None:
    one, two, three, four = cells
    fields = read(BESIDE.format(one=one, two=two, three=three, four=four))
    assert fields["session/place"] == "salle Georges-Arcade"
    assert (fields["convocation_date"].isoformat(), fields["session/time"]) == ("2022-06-08", "18:30")
