"""Codes that head items without a label: letters and a rank, two short groups, a year and a rank in one."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY Compte rendu du Conseil Municipal du 3 avril 2023 Présents : Mmes et MM. Agathe SORBIERS, "
    "Loïc EYMERY, Paul BRUN. Secrétaire de séance : M. Loïc EYMERY. "
)
TITLES = ("Réfection du lavoir", "Achat d'une benne", "Tarifs de la halle")
VOTED = "La commission a rendu un avis. Le conseil municipal, à l'unanimité, approuve la proposition. "
CODES = [
    "D{:02d}",
    "D.{:02d}",
    "DEL-{:02d}",
    "CM-{:02d}",
    "07-{:02d}",
    "{}/23",
    "{:02d}-23",
    "2023{:03d}",
    "2023-D-{:02d}",
]


def heads(text: str) -> list[tuple[object, object]]:
    acts = segment(normalise(text)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("stop", [" : ", " – ", " - ", " Objet : ", " "])
def test_codes_that_count_on_head_the_items_of_minutes(code: str, stop: str) -> None:
    text = "".join(f"{code.format(n)}{stop}{title}. {VOTED}" for n, title in enumerate(TITLES, 7))
    assert heads(OPENING + text) == [(code.format(n), title) for n, title in enumerate(TITLES, 7)]


@pytest.mark.parametrize("code", CODES)
def test_codes_that_count_on_head_the_rows_of_a_list(code: str) -> None:
    text = "Mairie de Montfleury Liste des délibérations du conseil municipal du 3 avril 2023 " + "".join(
        f"{code.format(n)} {title} Adoptée à l'unanimité " for n, title in enumerate(TITLES, 7)
    )
    assert heads(text) == [(code.format(n), title) for n, title in enumerate(TITLES, 7)]


@pytest.mark.parametrize(
    "told",
    [
        "Les routes D 12 Nord, D 13 Sud et D 14 Ouest sont fermées. ",
        "Les lots 07-12 Gros œuvre et 07-13 Charpente sont attribués. ",
        "Le 12/05 Marché, le 13/05 Foire, le 19/05 Bal. ",
        "Les comptes 6061 Eau, 6062 Gaz, 6063 Petit équipement sont suivis. ",
    ],
)
def test_what_counts_on_otherwise_heads_nothing(told: str) -> None:
    text = "".join(f"{n}. {title} {told}{VOTED}" for n, title in enumerate(TITLES, 1))
    assert heads(OPENING + text) == [(None, title) for title in TITLES]


@pytest.mark.parametrize("label", ["DEL {}", "DCM {}", "Délib. {}", "Délibération DCM {}"])
def test_words_for_an_act_are_of_no_number(label: str) -> None:
    text = "".join(f"{label.format(f'2023-0{n}')} Objet : {title} {VOTED}" for n, title in enumerate(TITLES, 7))
    assert heads(OPENING + text) == [(f"2023-0{n}", title) for n, title in enumerate(TITLES, 7)]


def test_three_figures_number_a_row_right_after_the_vote_above() -> None:
    text = "Mairie de Montfleury Liste des délibérations du conseil municipal du 3 avril 2023 " + "".join(
        f"N° 0{n} {title} Adoptée à l'unanimité " for n, title in enumerate(TITLES, 17)
    )
    assert heads(text) == [(f"0{n}", title) for n, title in enumerate(TITLES, 17)]
