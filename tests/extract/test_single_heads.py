"""Heads of single acts: numbers that no label tells, places in an agenda, themes and matters around the title."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEADS = [
    "COMMUNE DE MONTFLEURY EXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL",
    "Mairie de Montfleury Délibération du conseil municipal",
]
SITTING = (
    "L'an deux mille vingt-trois, le trois avril, le conseil municipal, convoqué le 28 mars 2023, s'est réuni sous "
    "la présidence de Mme Agathe SORBIERS, Maire. Présents : Mme Agathe SORBIERS, M. Loïc EYMERY, Mme Odile TARAVEL. "
    "Secrétaire de séance : M. Loïc EYMERY."
)
REST = (
    "Monsieur le Maire rappelle que le dossier a été vu en commission. Après avoir délibéré, le Conseil municipal, à "
    "l'unanimité, approuve cette proposition. Le Maire, Agathe SORBIERS"
)
TITLE = "Vente de la maison du garde"


def head(text: str) -> tuple[object, object]:
    (act,) = segment(normalise(text)).acts
    return act.heading_value("number"), act.heading_value("title")


@pytest.mark.parametrize("above", HEADS)
@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("N° DCM2023-38", "DCM2023-38"),
        ("N° DCM23-038", "DCM23-038"),
        ("DCM 2023-38", "2023-38"),
        ("DEL 2023-38", "2023-38"),
        ("N° DEL 2023.04.038", "DEL 2023.04.038"),
        ("Délib 12-2023", "12-2023"),
        ("Délib. 23/12", "23/12"),
        ("Numéro de délibération : 2023-38", "2023-38"),
        ("Numéro d'ordre : 038", "038"),
        ("N° de délibération : 23-04-12", "23-04-12"),
        ("Réf. : D.12", "D.12"),
        ("07-12", "07-12"),
        ("12/23", "12/23"),
        ("2023D12", "2023D12"),
        ("2023012", "2023012"),
        ("D.012", "D.012"),
    ],
)
def test_numbers(above: str, printed: str, number: str) -> None:
    assert head(f"{above} {printed} OBJET : {TITLE} {SITTING} {REST}") == (number, TITLE)
    assert head(f"{above} {printed} {SITTING} OBJET : {TITLE} {REST}") == (number, TITLE)


@pytest.mark.parametrize("day", ["Séance du 12/04", "Affiché le 31-03-23", "Convocation : 07-12"])
def test_a_day_before_the_subject_is_no_number(day: str) -> None:
    assert head(f"{HEADS[0]} {day} OBJET : {TITLE} {SITTING} {REST}") == (None, TITLE)


@pytest.mark.parametrize(
    "place",
    [
        "7 – ",
        "7. ",
        "OBJET : 7 – ",
        "Objet n° 5 : ",
        "Rapport n° 12 : ",
        "Question n° 3 : ",
        "OBJET : III – ",
        "OBJET : IV – ",
    ],
)
def test_a_place_in_an_agenda_is_of_no_title(place: str) -> None:
    assert head(f"{HEADS[0]} Délibération n° 2023-12 {place}{TITLE} {SITTING} {REST}") == ("2023-12", TITLE)


@pytest.mark.parametrize(
    "title", ["1 – Budget principal 2 – Budget de l'eau", "14 juillet : bal", "2023 – Tarifs du bal"]
)
def test_figures_that_are_of_the_title(title: str) -> None:
    assert head(f"{HEADS[0]} Délibération n° 2023-12 OBJET : {title} {SITTING} {REST}") == ("2023-12", title)


@pytest.mark.parametrize("theme", ["", "RH – ", "Finances : ", "FINANCES – ", "Urbanisme / ", "Ressources humaines : "])
@pytest.mark.parametrize(
    "behind",
    [
        *("", " 3.2 Aliénations", " (3.2)", " Code matière : 3.2", " Nomenclature : 3.2 Aliénations"),
        *(" – Rapporteur : M. Loïc EYMERY", " (M. le Maire)", " – Monsieur Loïc EYMERY", " Présenté par Mme TARAVEL"),
    ],
)
@pytest.mark.parametrize("written", ["{}", "« {} »"])
def test_a_title_without_a_label_with_its_theme_and_before_its_matter(theme: str, behind: str, written: str) -> None:
    said = written.format(TITLE)
    number, title = head(f"{HEADS[1]} Délibération n° 2023-12 {SITTING} {theme}{said}{behind} {REST}")
    assert number == "2023-12"
    assert str(title).replace("« ", "").replace(" »", "") == f"{theme}{TITLE}"
