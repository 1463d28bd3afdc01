"""Who signs for another, the place after the words of a formula, and the stamp of ink."""

import datetime as dt

import pytest

from kg.model import Person
from tests.extract.test_formalities import values


@pytest.mark.parametrize(
    ("foot", "name", "role"),
    [
        (
            "Pour extrait conforme, Le Président, Par délégation, le Directeur Général des Services Jean VALLIER Voies",
            "Jean VALLIER",
            "Directeur Général des Services",
        ),
        (
            "Pour copie conforme, Le Maire par délégation, L'adjointe aux finances, Anne BRISSET",
            "Anne BRISSET",
            "adjointe aux finances",
        ),
        ("Pour copie conforme, Le Maire, par délégation, Anne BRISSET", "Anne BRISSET", "Maire"),
        (
            "La séance du Conseil municipal est close à 19 heures 45. Jean VALLIER Maire de Valmont",
            "Jean VALLIER",
            "Maire",
        ),
        (
            "Pour extrait conforme La Vice-Présidente de la Caisse des écoles Anne BRISSET Certifié exécutoire",
            "Anne BRISSET",
            "Vice-Présidente de la Caisse des écoles",
        ),
        ("Fin de réunion à 23 h 15. Affiché le 9 mars 2023. Le Maire, :, A. VALLIER", "A. VALLIER", "Maire"),
        (
            "Le Président du Conseil départemental, Signé électroniquement le 19 juin 2023 Jean VALLIER Transmis",
            "Jean VALLIER",
            "Président du Conseil départemental",
        ),
        (
            "Contre : 0 Adopté à la majorité Le Président du Conseil départemental, Philibert de VALMONT Transmis au",
            "Philibert de VALMONT",
            "Président du Conseil départemental",
        ),
        ("Fin du conseil à 22 h. Le Maire, Jean VALLIER", "Jean VALLIER", "Maire"),
        (
            "adoptée à l'unanimité des votants. La Présidente Anne BRISSET 2/3 La présente délibération peut faire",
            "Anne BRISSET",
            "Présidente",
        ),
    ],
)
def test_who_signs(foot: str, name: str, role: str) -> None:
    assert values(foot)["signature/signatory"] == Person(name, role)


@pytest.mark.parametrize(
    "formula",
    [
        "POUR EXTRAIT CONFORME AU REGISTRE",
        "POUR COPIE CONFORME AU REGISTRE DES DELIBERATIONS",
        "ONT SIGNÉ AU REGISTRE LES MEMBRES PRÉSENTS",
    ],
)
def test_the_words_of_a_formula_are_no_place(formula: str) -> None:
    assert (
        values(f"{formula} Valmont-le-Bas, le 25 mai 2022 Le Maire, Jean VALLIER")["signature/place"]
        == "Valmont-le-Bas"
    )


def test_a_stamp_of_ink_whose_day_is_parted() -> None:
    stamp = "SOUS-PREFECTURE DE VALMONT 1 5 DEC. 2020 ARRIVEE"
    assert values(f"Le délégataire du service. ( E {stamp} Après en avoir délibéré")["receipt/date"] == dt.date(
        2020, 12, 15
    )


@pytest.mark.parametrize("copies", ["en deux exemplaires", "en 3 exemplaires originaux", "en deux (2) originaux"])
def test_a_contract_beside_the_act_is_signed_elsewhere(copies: str) -> None:
    assert "signature/place" not in values(f"Article 9 : litiges. Fait à Valmont, {copies}, le ...... Pour la Ville")
