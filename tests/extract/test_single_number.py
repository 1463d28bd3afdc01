"""The number of an act that stands alone on its line, without a word for it."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

BODY = (
    "COMMUNE DE MONTFLEURY\nDÉLIBÉRATION DU CONSEIL MUNICIPAL\nSÉANCE DU 28 octobre 2025\nOBJET : Réfection du four\n"
    "Le conseil, après en avoir délibéré, décide :\n- D'APPROUVER le projet.\n"
)


@pytest.mark.parametrize("number", ["25-10/075", "25-10-075", "25.10.075", "2025-075"])
def test_a_code_alone_on_its_line(number: str) -> None:
    (act,) = segment(normalise(f"{number}\n\n{BODY}")).acts
    assert act.heading_value("number") == number


@pytest.mark.parametrize("other", ["28/10/2025", "04.95.45.23.00", "20250", "12/34"])
def test_what_is_no_number_of_an_act(other: str) -> None:
    (act,) = segment(normalise(f"{other}\n\n{BODY}")).acts
    assert act.heading_value("number") is None


def test_the_number_of_the_act_is_told_from_that_of_its_report() -> None:
    text = (
        "MONTFLEURY Commission permanente du 24 novembre 2023 Rapport n° 4-12 DÉLIBÉRATION N° CP-2023-11-0412 "
        f"{BODY} 099-219900001-20231124-CP202311_0412-DE"
    )
    (act,) = segment(normalise(text)).acts
    assert act.heading_value("number") == "CP-2023-11-0412"


@pytest.mark.parametrize("number", ["CCAS-2021/27", "2021/27", "DEL-2021-027"])
@pytest.mark.parametrize("told", ["portant création d'une aide", "relative à la création d'une aide"])
def test_what_a_number_in_capitals_tells_of_is_the_act(number: str, told: str) -> None:
    text = (
        f"VILLE DE MONTFLEURY Séance du 16 décembre 2021 DÉLIBÉRATION N° {number} {told} aux familles Membres en "
        "exercice : 13 Membres présents : 8 L'an deux mille vingt et un, le conseil s'est réuni. Vu la délibération n° "
        "2019-114 portant création du fonds, le conseil, après en avoir délibéré, décide d'approuver l'aide."
    )
    (act,) = segment(normalise(text)).acts
    assert act.heading_value("number") == number
    assert act.heading_value("title") == f"{told} aux familles"
