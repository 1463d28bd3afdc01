"""Titles of a few letters after their label or number: « Objet : PLU », « 2024-11 : DM 2 »; on fictional texts."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

SITTING = (
    "COMMUNE DE MONTFLEURY\n{0}\nL'an deux mille vingt-quatre, le douze mars à 19 heures, le conseil municipal s'est "
    "réuni sous la présidence de Jeanne VALMONT, maire.\nPrésents : Jeanne VALMONT, Paul ORTEIL, Lucie MARANDE.\n"
)
DECIDED = "Après en avoir délibéré, le conseil municipal, à l'unanimité, APPROUVE le projet.\n"
TITLES = ["PLU", "RIFSEEP", "Tarifs de la cantine", "DM 2", "Vœu"]


def titles_of(writing: str) -> list[str | None]:
    return [act.heading_value("title") for act in segment(normalise(writing)).acts]


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("title", ["PLU", "DM 2", "Vœu", "SDIS", "PCS"])
@pytest.mark.parametrize(
    "head",
    [
        "Délibération n° 2024-12\nObjet : {0}",
        "N° 2024-12\nOBJET :\n{0}",
        "DCM n° 2024/12\nObjet de la délibération : {0}",
    ],
)
def test_a_label_makes_a_title_of_a_few_letters(head: str, title: str, flat: bool) -> None:
    said = "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n" + SITTING.format(head.format(title)) + DECIDED
    assert titles_of(" ".join(said.split()) if flat else said) == [title]


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(
    "head",
    ["Délibération n° 2024-{0}\nObjet : {1}\n", "N° 2024-{0} - OBJET : {1}\n", "2024-{0} : {1}\n", "Objet : {1}\n"],
)
def test_short_titles_are_items_of_minutes(head: str, flat: bool) -> None:
    said = SITTING.format("PROCÈS-VERBAL DE LA SÉANCE DU 12 MARS 2024") + "".join(
        head.format(place, title) + f"Madame le Maire expose le dossier. {DECIDED}\n"
        for place, title in enumerate(TITLES, 11)
    )
    assert titles_of(" ".join(said.split()) if flat else said) == TITLES


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("DCM n° 2024/12\nOBJET DE LA DÉLIBÉRATION\nTarifs de la cantine", "Tarifs de la cantine"),
        ("Question n° 12 - Taxe d'aménagement", "Taxe d'aménagement"),
        ("Affaire n° 12 : Cession d'un terrain", "Cession d'un terrain"),
    ],
)
@pytest.mark.parametrize("flat", [False, True])
def test_a_label_is_no_part_of_its_title(head: str, title: str, flat: bool) -> None:
    said = "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n" + SITTING.format(head) + DECIDED
    assert titles_of(" ".join(said.split()) if flat else said) == [title]


@pytest.mark.parametrize("figures", ["2019 - 676 000 € en 2020 (2 points)", "2024-12 € et", "2020-21 : 12 %"])
def test_figures_after_a_year_are_no_title(figures: str) -> None:
    said = SITTING.format("PROCÈS-VERBAL DE LA SÉANCE DU 12 MARS 2024")
    said += f"1. Budget de la commune\nLes dépenses sont passées de {figures}.\n{DECIDED}"
    assert titles_of(said) == ["Budget de la commune"]


BODY = SITTING.format("").split("\n\n")[1]


@pytest.mark.parametrize("title", ["Vente du presbytère", "ACQUISITION D'UN TRACTEUR"])
@pytest.mark.parametrize(
    "below",
    [
        "COMMUNE DE MONTFLEURY",
        "Département de la Haute-Valserine",
        "VILLE DE MONTFLEURY Conseil municipal",
        "Arrondissement de Valmont Canton de Montfleury",
        "Commune de Montfleury Extrait du registre des délibérations",
        "Acte rendu exécutoire",
        "Domaine : Finances",
    ],
)
def test_a_letterhead_below_a_title_in_one_line(title: str, below: str) -> None:
    said = f"DÉLIBÉRATION N° 2024-12 OBJET : {title} {below} {BODY} {DECIDED}"
    assert titles_of(" ".join(said.split())) == [title]


@pytest.mark.parametrize(
    "title",
    [
        "Convention SPA - Commune de Montfleury",
        "Fonds de concours à la commune de Montfleury",
        "Subvention du Département de la Valserine pour la halle",
        "Convention avec la Ville de Montfleury",
    ],
)
def test_a_title_may_name_a_town(title: str) -> None:
    said = f"DÉLIBÉRATION N° 2024-12 OBJET : {title} {BODY} {DECIDED}"
    assert titles_of(" ".join(said.split())) == [title]
