"""Agreements that stand before what is decided of them, partners that a pronoun tells, durations beside them."""

import datetime as dt
from decimal import Decimal

import pytest

from kg.extract.money.agreements import EXTRACTOR
from kg.extract.money.amounts import EXTRACTOR as AMOUNTS
from kg.model import Agreement
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury s'est réuni le 3 mai 2023. "
DECIDES = " Après en avoir délibéré, à l'unanimité, "


def told(writing: str) -> list[Agreement]:
    found: list[Agreement] = read_fields(EXTRACTOR, TOWN + writing).get("agreements", [])
    return found


def named(writing: str) -> list[tuple[str, list[str]]]:
    return [(one.label, [party.name for party in one.parties]) for one in told(writing)]


@pytest.mark.parametrize("verb", ["est approuvée", "est ainsi adoptée", "est validée"])
def test_the_agreement_stands_before_the_verb(verb: str) -> None:
    writing = f"ARTICLE 4 : La convention de réservation de logements à conclure avec la société Logis Clair {verb} et"
    found = named(f"{DECIDES}DÉCIDE : {writing} le maire est autorisé à la signer.")
    assert found == [("convention de réservation de logements", ["Montfleury", "société Logis Clair"])]


@pytest.mark.parametrize(
    "partner",
    [
        "atelier Noir & Vallier",
        "Mission locale de la Haute-Serre",
        "Mission locale du Pays de Serre",
        "Mission locale de l'Est",
    ],
)
def test_a_partner_led_by_what_it_is(partner: str) -> None:
    article = "la " if partner.startswith("Mission") else "l'"
    writing = f"approuve l'avenant n° 1 au contrat de suivi conclu avec {article}{partner}, d'un montant de 4 340 € HT."
    assert [parties for _, parties in named(DECIDES + writing)] == [["Montfleury", partner]]


@pytest.mark.parametrize("pronoun", ["cette dernière", "celle-ci"])
def test_the_partner_named_before(pronoun: str) -> None:
    writing = "sollicite le fonds de concours de Monts et Vaux Communauté et autorise le maire à signer la convention"
    found = named(f"{DECIDES}{writing} à intervenir avec {pronoun}.")
    assert [parties for _, parties in found] == [["Montfleury", "Monts et Vaux Communauté"]]


@pytest.mark.parametrize(
    "later", ["ses éventuels avenants", "ses avenants", "tous les avenants éventuels", "d'éventuels avenants"]
)
def test_what_may_follow_is_not_decided_on(later: str) -> None:
    writing = f"autorise le maire à signer la convention financière conclue avec le SDE 35 pour les travaux et {later}."
    assert [label for label, _ in named(DECIDES + writing)] == ["convention financière"]


def test_a_verb_in_capitals_is_no_partner() -> None:
    writing = (
        "APPROUVE la convention à passer avec la Banque alimentaire de Valmont et de la Serre, SOLLICITE une aide."
    )
    assert named(DECIDES + writing)[0][1] == ["Montfleury", "Banque alimentaire de Valmont et de la Serre"]


def test_a_renewable_year_from_a_day() -> None:
    writing = (
        "Il convient de conventionner avec l'association Les Sabots Vernis pour un an renouvelable à compter du 1er"
        f" janvier 2023.{DECIDES}approuve la convention à passer avec l'association Les Sabots Vernis."
    )
    assert [(one.start, one.duration_months) for one in told(writing)] == [(dt.date(2023, 1, 1), 12)]


def test_what_lasts_anew() -> None:
    writing = (
        "Les baux arrivent à expiration le 1er février 2024 et les lots seront à nouveau loués pour une durée de 9 ans."
        f"{DECIDES}approuve la convention de gré à gré à conclure avec l'Association des Chasseurs du Mont."
    )
    assert [(one.end, one.duration_months) for one in told(writing)] == [(None, 108)]


def test_the_marks_of_tenders_are_no_amounts() -> None:
    table = "ENTREPRISE MONTANT H.T. NOTE Noirel TP 418 266,40 € 91,20 Vertel 431 900,00 € 88,75"
    writing = f"Montant des offres et crédits : {table}"
    assert read_fields(AMOUNTS, TOWN + writing)["amounts"] == [Decimal("418266.40"), Decimal(431900)]


@pytest.mark.parametrize(
    ("writing", "label"),
    [
        (
            "approuve la convention avec la société Logis Clair stipulant les conditions d'entretien et définissant : "
            "- les obligations - la durée",
            "convention avec la société Logis Clair stipulant les conditions d'entretien",
        ),
        (
            "autorise le maire à signer un contrat de maîtrise d'œuvre avec le groupement suivant : Atelier Noir",
            "contrat de maîtrise d'œuvre",
        ),
    ],
)
def test_a_label_ends_before_what_a_colon_lists(writing: str, label: str) -> None:
    assert [name for name, _ in named(DECIDES + writing)] == [label]
