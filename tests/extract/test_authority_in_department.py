"""A town beside its département, the first words of a document."""

import pytest

from kg.extract.act import Mention
from kg.extract.authority import read
from tests.extract.test_examples import act_of

COUNCIL = (
    "Compte rendu de la réunion du conseil municipal du 9 juin 2022. Le conseil municipal s'est réuni à la mairie."
)


def names(text: str) -> list[str]:
    return [found.value.name for found in read(act_of(text)) if isinstance(found, Mention)]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Kervallon Finistère – Penn-ar-Bed", "Kervallon"),
        ("SAINT-AUBRAC (Haute-Savoie)", "SAINT-AUBRAC"),
        ("Valmont-sur-Orge Essonne", "Valmont-sur-Orge"),
        ("Le Val d'Orne, Orne", "Le Val d'Orne"),
    ],
)
def test_a_town_in_its_department(top: str, name: str) -> None:
    assert names(f"{top} {COUNCIL}") == [name]


@pytest.mark.parametrize("top", ["Préfecture Savoie", "Département Ain", "Arrondissement de Brest Finistère"])
def test_what_is_no_town(top: str) -> None:
    assert names(f"{top} {COUNCIL}") == []
