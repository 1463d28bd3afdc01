"""Grants of which another sentence tells who receives them, whose project it is, what a rate comes to."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from kg.model import Funding
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury s'est réuni le 3 mai 2023. "
GROUPING = "Le conseil communautaire de la Communauté de communes du Haut-Doux s'est réuni le 3 mai 2023. "
DECIDES = " Après en avoir délibéré, à l'unanimité, décide "


def told(writing: str) -> list[tuple[str, str | None, Decimal | None, Decimal | None]]:
    found: list[Funding] = read_fields(EXTRACTOR, writing).get("funding", [])
    return [(f.funder.name, f.recipient.name if f.recipient else None, f.amount, f.share) for f in found]


@pytest.mark.parametrize(
    ("name", "decides"),
    [
        ("association Les Sabots Vernis", "de verser à l'association une participation de 500 € par an."),
        ("association Les Sabots Vernis", "d'attribuer à cette association une subvention de 500 €."),
        ("club Les Sabots Vernis", "d'allouer au club une contribution de 500 €."),
        ("collège Les Sabots Vernis", "de verser au collège une participation de 500 € pour le voyage."),
    ],
)
def test_the_one_body_of_the_kind(name: str, decides: str) -> None:
    article = "L'" if name[0] == "a" else "Le "
    expected = [("Montfleury", name, Decimal(500), None)]
    assert told(f"{TOWN}{article}{name} propose un atelier.{DECIDES}{decides}") == expected


def test_one_of_two_bodies_of_the_kind_is_not_told() -> None:
    writing = "L'association Les Sabots Vernis et l'association Les Ormes Bleus proposent un atelier."
    found = told(f"{TOWN}{writing}{DECIDES}de verser à l'association une participation de 500 €.")
    assert found == [("Montfleury", None, Decimal(500), None)]


@pytest.mark.parametrize(
    "writing",
    [
        "{d}de fixer la participation communale à 650 € par élève ; {c} ; dit que la dépense, soit 14 950 €, est "
        "inscrite.",
        "{d}de fixer la participation communale à 650 € par élève ; {c} ; la dépense correspondante, d'un montant de "
        "14 950 €, sera inscrite.",
        "Le forfait est de 650 € par élève, soit 14 950 € pour 23 élèves.{d}de fixer la participation communale à "
        "650 € par élève ; {c}.",
        "{d}de fixer la participation communale à 900 € par élève de maternelle et 410 € par élève d'élémentaire ; "
        "{c} ; dit que la dépense, soit 14 950 €, est inscrite.",
    ],
)
def test_a_rate_with_its_total(writing: str) -> None:
    agreed = "approuve la convention avec l'OGEC Saint-Paul"
    assert told(TOWN + writing.format(d=DECIDES, c=agreed)) == [
        ("Montfleury", "OGEC Saint-Paul", Decimal(14950), None),
    ]


def test_a_rate_without_a_total_stays() -> None:
    writing = "de fixer la participation communale à 650 € par élève ; approuve la convention avec l'OGEC Saint-Paul ; "
    found = told(f"{TOWN}{DECIDES}{writing}dit que la dépense est inscrite au budget, dont le total est de 90 000 €.")
    assert found == [("Montfleury", "OGEC Saint-Paul", Decimal(650), None)]


def test_what_the_staff_is_paid_is_no_grant() -> None:
    for rate in ("35 € par agent", "35 € par mois et par agent", "35 € brut par mois et par agent"):
        writing = (
            f"de fixer la participation mensuelle à {rate} et approuve la convention avec la mutuelle Le Bon Doux."
        )
        assert told(TOWN + DECIDES + writing) == []


def test_the_project_of_a_commune_that_is_helped() -> None:
    plan = (
        "Le coût total s'élève à 90 000 € HT. Plan de financement : État (DETR) 27 000 € 30 % Communauté de communes – "
        "fonds de concours 18 000 € 20 % Commune 45 000 € 50 % Total 90 000 € 100 %."
    )
    gives = "d'attribuer à la commune de Valperdue un fonds de concours de 18 000 €."
    assert set(told(GROUPING + plan + DECIDES + gives)) == {
        ("État", "commune de Valperdue", Decimal(27000), Decimal("0.3")),
        ("Communauté de communes du Haut-Doux", "commune de Valperdue", Decimal(18000), Decimal("0.2")),
    }


def test_a_town_that_helps_its_syndicate_is_helped_itself() -> None:
    gives = (
        "d'attribuer un fonds de concours de 5 000 € au Syndicat mixte du Doux ; sollicite de l'État une subvention de "
        "8 000 €."
    )
    assert ("État", "Montfleury", Decimal(8000), None) in told(TOWN + DECIDES + gives)


def test_what_the_state_gives_for_guaranteed_homes() -> None:
    writing = (
        "La société Toit Clair construit 12 logements. Plan de financement : subvention de l'État 140 000 €, prêt "
        "400 000 €."
    )
    guarantees = (
        "d'accorder sa garantie à hauteur de 60 % pour le remboursement d'un prêt de 400 000 € souscrit par Toit Clair "
        "auprès de la Caisse des dépôts et consignations."
    )
    found = {funder: recipient for funder, recipient, _, _ in told(TOWN + writing + DECIDES + guarantees)}
    assert found == dict.fromkeys(("État", "Montfleury", "Caisse des Dépôts et Consignations"), "Toit Clair")


@pytest.mark.parametrize("aid", ["celle de l'Agence de l'eau Seine-Normandie (20 %)", "celle de la Région Doux (20 %)"])
def test_the_aid_of_another_told_by_a_pronoun(aid: str) -> None:
    found = told(f"{TOWN}{DECIDES}de solliciter l'aide de l'État au titre de la DETR à hauteur de 60 % et {aid}.")
    assert [(amount, share) for _, _, amount, share in found] == [(None, Decimal("0.6")), (None, Decimal("0.2"))]


def test_the_agreement_that_is_decided_tells_the_partner() -> None:
    writing = (
        "L'école privée est liée à l'État par un contrat. La convention avec l'Organisme de Gestion est échue, une "
        f"autre est proposée.{DECIDES}: - de fixer la participation communale à 6 500 € ; - d'approuver la convention "
        "à intervenir avec l'OGEC Saint-Paul."
    )
    assert told(TOWN + writing) == [("Montfleury", "OGEC Saint-Paul", Decimal(6500), None)]
