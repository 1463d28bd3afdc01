"""Numbers of acts made of a rank and of the year, or the day, of their sitting."""

import pytest

from kg.extract.layout.titles.numbers import LABEL, number_at
from kg.text.view import normalise


def number_of(text: str) -> str | None:
    view = normalise(text)
    label = LABEL.search(view.folded)
    number = number_at(view, label.end()) if label else None
    return view.text[slice(*number)] if number else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Délibération n°8 - 2020/12 EXTRAIT DU REGISTRE", "8 - 2020/12"),
        ("Délibération n° 14 – 2021/03 : Tarifs", "14 – 2021/03"),
        ("Nº 7 / 2023-11-09\n", "7 / 2023-11-09"),
        ("Délibération n° 15 / 2024\nObjet : vente", "15 / 2024"),
        ("AFFAIRE N° 01-25092023 / Vente du presbytère", "01-25092023"),
        ("Délibération n° 20230925-03 Vente du presbytère", "20230925-03"),
        ("acte n° 12-20231215-04", "12-20231215-04"),
    ],
)
def test_the_rank_stands_before_the_year(text: str, number: str) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("N° 5 - 2023 Budget primitif", "5"),
        ("Affaire n° 3 - 2020/2021 : saison de la piscine", "3"),
        ("N° 4 - 2024-2026 Convention d'objectifs", "4"),
        ("N° 9 - 2022/12,50 € le repas", "9"),
        ("Délibération n° 12 - 12/2021 de la régie", "12"),
    ],
)
def test_a_year_that_begins_the_title_is_left_to_it(text: str, number: str) -> None:
    assert number_of(text) == number
