"""Grants whose verb is said once for several, passive or of a fee; on fictional bodies."""

import pytest

from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "
SABOTS, CROSS = "association Les Sabots Vernis", "Croix-Rouge française"


def told(writing: str) -> list[tuple[object, ...]]:
    found = read_fields(EXTRACTOR, DECIDES + writing).get("funding", [])
    return [(f.funder.name, f.recipient.name if f.recipient else None, f.amount, f.kind) for f in found]


@pytest.mark.parametrize(
    "writing",
    [
        "attribue à la Croix-Rouge française une subvention de 1 500 € et à l'association Les Sabots Vernis une "
        "subvention de 250 €.",
        "décide d'attribuer une subvention de 1 500 € à la Croix-Rouge française, et à l'association Les Sabots Vernis "
        "une subvention exceptionnelle de 250 €.",
        "décide de verser à la Croix-Rouge française une subvention de 1 500 €, ainsi qu'à l'association Les Sabots "
        "Vernis une subvention d'un montant de 250 €.",
    ],
)
def test_the_verb_is_said_once(writing: str) -> None:
    assert told(writing) == [("Montfleury", CROSS, 1500, "subvention"), ("Montfleury", SABOTS, 250, "subvention")]


def test_sums_alone_go_on() -> None:
    found = told("attribue à la Croix-Rouge française 200 € et à l'association Les Sabots Vernis 400 €.")
    assert [one[1:3] for one in found] == [(CROSS, 200), (SABOTS, 400)]


@pytest.mark.parametrize(
    "writing",
    [
        "décide qu'une subvention exceptionnelle de 300 € sera versée à l'association Les Sabots Vernis.",
        "décide : une subvention de 300 € est accordée à l'association Les Sabots Vernis pour 2024.",
        "décide qu'une subvention d'un montant de 300 € soit attribuée à l'association Les Sabots Vernis.",
    ],
)
def test_a_grant_is_given_in_the_passive(writing: str) -> None:
    assert told(writing) == [("Montfleury", SABOTS, 300, "subvention")]


@pytest.mark.parametrize(
    "writing",
    [
        "approuve le versement à l'association Les Sabots Vernis de la cotisation de 120 € pour 2024.",
        "autorise le paiement de la cotisation annuelle de 120 € à l'association Les Sabots Vernis.",
        "décide de verser à l'association Les Sabots Vernis sa cotisation d'un montant de 120 €.",
        "décide de régler la cotisation 2024, soit 120 €, à l'association Les Sabots Vernis.",
    ],
)
def test_a_fee_is_paid(writing: str) -> None:
    assert told(writing) == [("Montfleury", SABOTS, 120, "cotisation")]


@pytest.mark.parametrize(
    "writing",
    [
        "prend acte. Une subvention de 300 € sera versée à la commune.",
        "prend acte qu'une subvention de 300 € sera versée à la commune de Montfleury.",
        "approuve. Une subvention de 300 € sera demandée au Département.",
        "fixe le paiement de la cotisation de 12 € par habitant.",
        "note qu'une subvention de 300 € est versée par le Département à l'association Les Sabots Vernis.",
    ],
)
def test_nothing_is_given(writing: str) -> None:
    assert [one for one in told(writing) if one[0] == "Montfleury"] == []
