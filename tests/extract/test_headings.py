"""Numbers as printed after their labels, and where titles end."""

import pytest

from kg.extract.layout.titles.numbers import LABEL, number_at
from kg.extract.layout.titles.title import title_at
from kg.text.view import normalise


@pytest.mark.parametrize(
    ("writing", "number"),
    [
        ("Délibération n°M2020-539 Séance", "M2020-539"),
        ("n° 2014 / 179 Séance", "2014 / 179"),
        ("N° 2022 7 4 L'an", "2022 7 4"),
        ("N°230214 001 - Titre", "230214 001"),
        ("N°14/25-02-20/C Objet", "14/25-02-20/C"),
        ("DÉLIBÉRATION N°CP 2023-024 DU", "CP 2023-024"),
        ("Délibération N° DEL — 2023 — 007 : Avis", "DEL — 2023 — 007"),
        ("DCM 20260727-01 Institution", "20260727-01"),
        ("N°02/01-2023 — Approbation", "02/01-2023"),
        ("n° 13-02-2023 - Approbation", "13-02-2023"),
        ("N° 15-111 Objet", "15-111"),
        ("N° D 2024-29 - Objet", "D 2024-29"),
        ("Délibération D 2024 – 14 : Vente", "D 2024 – 14"),
        ("N° 2023-07 bis Vente", "2023-07 bis"),
        ("N° 2023-07 TER\nVENTE", "2023-07 TER"),
        ("N° 2015.11.23 – 2A MODIFICATION", "2015.11.23 – 2A"),
        ("N° 2013.07.01 – 15 B VENTE, après le n° 2013.07.01 – 15 A VENTE", "2013.07.01 – 15 B"),
        ("N° 2013.07.01 – 15 A VENDRE", "2013.07.01 – 15"),
        ("N° 2023-07 à la demande", "2023-07"),
        ("N° 2023-07 de la séance", "2023-07"),
    ],
)
def test_numbers(writing: str, number: str) -> None:
    view = normalise(writing)
    label = LABEL.search(view.folded)
    assert label
    span = number_at(view, label.end())
    assert span and view.text[slice(*span)] == number


@pytest.mark.parametrize("writing", ["de 2023", "12/05/2023", "du 4 mai", "lot 3", "d 2024", "n 2024-29"])
def test_what_is_no_number(writing: str) -> None:
    assert number_at(normalise(writing), 0) is None


@pytest.mark.parametrize(
    ("writing", "title"),
    [
        ("Vente du presbytère Monsieur le Maire expose", "Vente du presbytère"),
        ("Vente du presbytère à Mme NOIR Vu le code", "Vente du presbytère à Mme NOIR"),
        ("Décision modificative n°2 Le budget est modifié", "Décision modificative n°2"),
        ("FINANCES – Vente – Les Rosiers Conformément à la loi", "FINANCES – Vente – Les Rosiers"),
        ("Vente du presbytère. Agathe SORBIERS expose", "Vente du presbytère"),
        ("Avis sur la Z.A.C des Aulnes Le Conseil Municipal,", "Avis sur la Z.A.C des Aulnes"),
        ("VENTE DU PRESBYTÈRE – Rapporteur : Luc BRUN Les élus", "VENTE DU PRESBYTÈRE"),
        ("Vente du presbytère (n°02/2020-01) Vu", "Vente du presbytère"),
        (
            ("Convention avec la Région pour\nles forêts de montagne\n\nLe code dispose"),
            "Convention avec la Région pour\nles forêts de montagne",
        ),
        ("Vente du presbytère :\nLa maison est vide", "Vente du presbytère"),
        (
            "RECENSEMENT DE LA POPULATION 2016\n\nle nombre d'habitants\nla pyramide",
            "RECENSEMENT DE LA POPULATION 2016",
        ),
        ("ADHÉSION À UN ORGANISME\n\nest\n\nle\n\nplus proche", "ADHÉSION À UN ORGANISME"),
        ("BUDGET DES ACTIVITÉS SOUMISES À\n\nPar délibération du 1er juillet", "BUDGET DES ACTIVITÉS SOUMISES À"),
        ("ADHÉSION AU SYNDICAT\nde la vallée\n\nLe maire", "ADHÉSION AU SYNDICAT\nde la vallée"),
        ("ENFANT FRÉQUENTANT\n\nL'ÉCOLE DE VALMONT\n\nUne participation", "ENFANT FRÉQUENTANT\n\nL'ÉCOLE DE VALMONT"),
    ],
)
def test_titles_end_where_the_report_begins(writing: str, title: str) -> None:
    view = normalise(writing)
    span = title_at(view, 0, len(view.text))
    assert span and view.text[slice(*span)] == title


def test_no_letters_no_title() -> None:
    assert title_at(normalise("12 - 34 ..."), 0, 11) is None
