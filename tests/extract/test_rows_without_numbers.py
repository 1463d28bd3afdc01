"""Lists that number no act: places in an agenda, bullets, « Objet : », and an outcome in one word."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = "Mairie de Montfleury Liste des délibérations du conseil municipal du 3 avril 2023 "
TITLES = ("Réfection du lavoir", "Achat d'une benne", "Tarifs de la halle 2023", "Vente du presbytère")


def titles(text: str) -> list[object]:
    return [act.heading_value("title") for act in segment(normalise(text)).acts]


@pytest.mark.parametrize("place", ["{}. ", "{}) ", "{} - ", "{}/ ", "Point n° {} : ", "Question {} – ", "Objet : "])
@pytest.mark.parametrize("outcome", ["Adoptée", "Approuvé", "Unanimité", "Adopté à l'unanimité", "Rejetée"])
@pytest.mark.parametrize("foot", ["", "Fait à Montfleury, le 8 avril 2023 Le Maire, Agathe SORBIERS"])
def test_short_rows_with_an_outcome_of_one_word(place: str, outcome: str, foot: str) -> None:
    rows = "".join(f"{place.format(n)}{title} {outcome} " for n, title in enumerate(TITLES, 1))
    assert titles(HEAD + rows + foot) == list(TITLES)


@pytest.mark.parametrize("bullet", ["•", "❖", "➢", "■", "✓"])
@pytest.mark.parametrize("outcome", ["Adoptée", "Approuvée à l'unanimité", "Prend acte"])
def test_bullets_of_one_line(bullet: str, outcome: str) -> None:
    rows = "".join(f"{bullet} {title} {outcome} " for title in TITLES)
    assert titles(HEAD + rows) == list(TITLES)


def test_bullets_inside_of_a_row_are_no_rows() -> None:
    rows = "".join(f"{n}. {title} • Lot Nord • Lot Sud • Lot Ouest Adoptée " for n, title in enumerate(TITLES, 1))
    assert titles(HEAD + rows) == list(TITLES)
