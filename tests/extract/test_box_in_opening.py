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
