"""Annexes: lists under a heading; a mention in a sentence is none."""

import pytest

from kg.extract.money.annexes import EXTRACTOR
from tests.extract.test_examples import act_of, read_fields


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Liste des annexes :\n- plan de masse\n- devis Faucompré.pdf", ["plan de masse", "devis Faucompré.pdf"]),
        ("Annexes :\n1) statuts\n2) règlement\n\nLe registre est ouvert.", ["statuts", "règlement"]),
        ("Pièces jointes : note de synthèse.\nFait à Montfleury", ["note de synthèse"]),
        ("Annexe : néant de l'état\nsuite", ["néant de l'état"]),
        (
            "Liste des annexes transmises en préfecture:\n- convention qui tient\nsur deux lignes\n\nMonsieur le Maire",
            ["convention qui tient sur deux lignes"],
        ),
        ("Le plan ci-annexé est approuvé.", []),
        ("Le Président Qualité : Président ANNEXES : – Convention 2024 – Fiche", ["Convention 2024", "Fiche"]),
        (
            "PJ : – Notice – Plan au 1/2000 Le présent acte peut être contesté devant le juge",
            ["Notice", "Plan au 1/2000"],
        ),
        ("Pièces jointes : Notice ; Plan Délais et voies de recours : deux mois", ["Notice", "Plan"]),
        ("Annexé. Annexe : Contrat de prêt Envoyé en préfecture le 3 mai 2023", ["Contrat de prêt"]),
        ("BUDGETS ANNEXES : - Eau - Assainissement", []),
        ("Budgets annexes : eau, assainissement.", []),
        ("Annexes :\nMonsieur le Président certifie", []),
    ],
)
def test_lists(writing: str, expected: list[str]) -> None:
    assert read_fields(EXTRACTOR, writing).get("annexes", []) == expected


def test_each_item_is_proved_by_its_own_words() -> None:
    act = act_of("Annexes :\n- plan de masse\n- devis")
    for mention in EXTRACTOR.read(act):
        assert hasattr(mention, "value")
        (span,) = mention.spans
        assert act.item.printed(*span) == mention.value


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "Annexes :\n\nTableau des postes\n\nProjet de convention avec\nla ville",
            ["Tableau des postes", "Projet de convention avec la ville"],
        ),
        ("Pièces jointes :\n\nL'avis du comité\n\nLe règlement", ["L'avis du comité", "Le règlement"]),
        ("Annexe :\n\nPLAN DE MASSE", ["PLAN DE MASSE"]),
        ("Annexe :\n\nLe Maire certifie que l'acte est exécutoire.", []),
        ("Annexes :\n\nMonsieur le Maire rappelle le projet.", []),
    ],
)
def test_documents_one_a_paragraph(listed: str, expected: list[str]) -> None:
    text = f"Le conseil décide la création d'un poste.\n\n{listed}\n\nLe conseil adopte ce texte.\n\nFait et délibéré."
    assert read_fields(EXTRACTOR, text).get("annexes", []) == expected
