"""Grants told one after the other in a sentence, under an account, with leaders of dots; plans of several forms."""

from decimal import Decimal

import pytest

from kg.extract.money.agreements import EXTRACTOR as AGREEMENTS
from kg.extract.money.funding import EXTRACTOR
from kg.model import Agreement, Funding
from tests.extract.test_examples import read_fields

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, à l'unanimité, "
GIVEN = [("Les Amis de l'orgue", 300), ("Foot-ball club du Bas", 1200), ("Comité des fêtes", 800)]


def funding(writing: str) -> list[Funding]:
    found: list[Funding] = read_fields(EXTRACTOR, DECIDES + writing).get("funding", [])
    return found


def given(writing: str) -> list[tuple[str, int]]:
    return [(one.recipient.name if one.recipient else "", int(one.amount or 0)) for one in funding(writing)]


def asked(writing: str) -> set[tuple[str, int, str]]:
    return {(one.funder.name, int(one.amount or 0), str(one.share)) for one in funding(writing)}


@pytest.mark.parametrize(
    "writing",
    [
        "vote les subventions : décide d'allouer : 300 € à Les Amis de l'orgue, 1 200 € au Foot-ball club du Bas et "
        "800 € au Comité des fêtes.",
        "décide de verser une subvention de fonctionnement de 300 € à Les Amis de l'orgue, 1 200 € au Foot-ball club "
        "du Bas et 800 € au Comité des fêtes.",
        "fixe comme suit les subventions communales : Les Amis de l'orgue 300 €, Foot-ball club du Bas 1 200 €, "
        "Comité des fêtes 800 €.",
        "attribue les subventions suivantes :\nArticle 65748\nLes Amis de l'orgue 300 €\nFoot-ball club du Bas "
        "1 200 €\nComité des fêtes 800 €",
        "attribue les subventions suivantes :\nLes Amis de l'orgue........300 €\nFoot-ball club du Bas......1 200 €\n"
        "Comité des fêtes...........800 €",
    ],
)
def test_several_grants_of_one_sentence(writing: str) -> None:
    assert given(writing) == GIVEN


@pytest.mark.parametrize(
    "writing",
    [
        "décide de verser une prime de 300 € aux agents de catégorie A, de 200 € aux agents de catégorie B.",
        "accorde une aide de 50 € aux familles de deux enfants, de 80 € aux familles de trois enfants.",
        "attribue 30 € aux élèves de primaire et 40 € aux élèves du collège.",
    ],
)
def test_persons_are_no_bodies(writing: str) -> None:
    assert not [one for one in funding(writing) if one.recipient]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "dit que les travaux seront financés de la façon suivante : subvention du Département 10 000 €, DETR "
            "15 000 €, emprunt 25 000 €.",
            {("Département", 10000, "None"), ("État", 15000, "None")},
        ),
        (
            "précise que le financement sera assuré comme suit : DETR 15 000 €, Département 10 000 €, commune 9 000 €.",
            {("Département", 10000, "None"), ("État", 15000, "None")},
        ),
        (
            "approuve le plan de financement : DÉPENSES HT RECETTES\nTravaux 90 000,00 Subvention DETR 36 000,00\n"
            "Honoraires 10 000,00 Subvention Département 20 000,00\nAutofinancement 44 000,00",
            {("État", 36000, "None"), ("Département", 20000, "None")},
        ),
        (
            "sollicite l'aide de l'État au titre de la DSIL à hauteur de 30 % du montant HT des travaux, soit 30 000 €,"
            " et du Département à hauteur de 20 %, soit 20 000 €.",
            {("État", 30000, "0.3"), ("Département", 20000, "0.2")},
        ),
    ],
)
def test_plans_in_prose_and_without_a_unit(writing: str, expected: set[tuple[str, int, str]]) -> None:
    assert asked(writing) == expected


ABOUT = "Le contrat avec l'entreprise Lormel arrive à échéance. "


@pytest.mark.parametrize(
    "writing",
    ["approuve ce contrat.", "accepte les termes du contrat et charge le maire de l'exécuter.", "valide le contrat."],
)
def test_an_agreement_is_approved_without_a_name(writing: str) -> None:
    found: list[Agreement] = read_fields(AGREEMENTS, ABOUT + DECIDES + writing)["agreements"]
    assert [[party.name for party in one.parties[1:]] for one in found] == [["entreprise Lormel"]]


@pytest.mark.parametrize("writing", ["approuve le contrat de travail.", "approuve le projet.", "note le contrat."])
def test_what_approves_no_agreement(writing: str) -> None:
    assert "agreements" not in read_fields(AGREEMENTS, DECIDES + writing)


@pytest.mark.parametrize("name", ["Les Amis de l'orgue", "Les Anciens du maquis", "Les Compagnons de la scène"])
def test_the_name_of_an_association_may_end_with_a_common_word(name: str) -> None:
    assert given(f"attribue une subvention de 300 € à l'association {name}.") == [(f"association {name}", 300)]
    assert given(f"attribue une subvention de 300 € à l'association {name} pour la fête de l'été.") == [
        (f"association {name}", 300)
    ]


@pytest.mark.parametrize("cost", ["dont le coût est de", "dont le budget s'élève à", "dont le devis est de"])
def test_a_cost_told_after_whose(cost: str) -> None:
    text = f"sollicite auprès de la DRAC Grand Est une subvention de 8 000 € pour le projet « Voix », {cost} 21 350 €."
    assert [(one.amount, one.total_cost) for one in funding(text)] == [(Decimal(8000), Decimal(21350))]


def test_a_part_of_a_grant_is_no_cost() -> None:
    text = "sollicite auprès de la DRAC Grand Est une subvention de 8 000 €, dont 3 000 € la première année."
    assert [(one.amount, one.total_cost) for one in funding(text)] == [(Decimal(8000), None)]


def test_a_participation_goes_to_the_partner_of_the_agreement() -> None:
    text = (
        "approuve la convention de partenariat à conclure avec la Mission locale de la Serre ; accorde une"
        " participation de 7 500 € ; autorise le Maire à signer la convention."
    )
    assert given(text) == [("Mission locale de la Serre", 7500)]


@pytest.mark.parametrize("to", ["aux familles", "pour le voyage scolaire", "par enfant"])
def test_a_participation_without_a_body_is_no_grant(to: str) -> None:
    assert given(f"accorde une participation de 7 500 € {to}.") == []


@pytest.mark.parametrize(
    "verb", ["arrête la liste suivante", "adopte la répartition ci-dessous", "valide la liste suivante"]
)
def test_a_list_that_the_conseil_settles(verb: str) -> None:
    text = (
        f"SUBVENTIONS AUX ASSOCIATIONS Après lecture des demandes le conseil {verb} : ACCA 150 € – Comité des fêtes"
        " 400 € – Foyer rural 200 €. Le total s'élève à 750 €."
    )
    assert [amount for _, amount in given(text)] == [150, 400, 200]


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        ("à l'État dans le cadre du Fonds vert, de la DETR et à l'ADEME", {"État", "Agence de l'environnement"}),
        ("auprès de l'État au titre de la DETR et du Département de la Serre", {"État", "Département de la Serre"}),
        ("auprès de l'ADEME, de la Région Bretagne", {"Agence de l'environnement", "Région Bretagne"}),
    ],
)
def test_those_asked_after_the_programmes_of_the_first(whom: str, expected: set[str]) -> None:
    funders = {one.funder.name.split(" et de la ")[0] for one in funding(f"valide les demandes de subventions {whom}.")}
    assert funders == expected
