"""Financing plans under the headings of secretaries: sentences, tables, two columns flattened; fictional throughout."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury, "
DECIDES = " Après en avoir délibéré, le conseil municipal sollicite les subventions."
ROWS = "Département de la Valserine 20 % 20 000 € DETR 15 % 15 000 € Fonds propres 65 % 65 000 €."

HEADINGS = (
    "Le financement serait le suivant : ",
    "Le financement prévisionnel de l'opération est le suivant : ",
    "Le financement se répartit comme suit : ",
    "Le montage financier s'établit ainsi : ",
    "L'enveloppe se décompose de la manière suivante : ",
    "Le tour de table se présente comme suit : ",
    "Ressources : ",
    "Dépenses HT Recettes HT Travaux 100 000 € ",
    "DÉPENSES TTC | RECETTES | Travaux 100 000 € | ",
)


def plan(text: str) -> list[tuple[str, object, object, object]]:
    found = read_fields(EXTRACTOR, text).get("funding", [])
    return [(f.funder.name, f.amount, f.share, f.total_cost) for f in found]


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_follows_is_a_plan(heading: str) -> None:
    assert [one[:3] for one in plan(f"{TOWN}réuni le 3 mai 2023. {heading}{ROWS}{DECIDES}")] == [
        ("Département de la Valserine", 20000, Decimal("0.2")),
        ("État", 15000, Decimal("0.15")),
    ]


def test_two_columns_tell_who_pays_and_no_cost_is_less_than_a_grant() -> None:
    told = plan(
        f"{TOWN}DÉPENSES TTC RECETTES Animation 24 600,00 € FEADER – LEADER (64 %) 56 320,00 € Travaux 47 900,00 € "
        f"Région (16 %) 14 080,00 € Clôtures 15 500,00 € Autofinancement (20 %) 17 600,00 €.{DECIDES}"
    )
    assert [one[:3] for one in told] == [
        ("Union européenne", Decimal("56320.00"), Decimal("0.64")),
        ("Région", Decimal("14080.00"), Decimal("0.16")),
    ]
    assert {total for _, _, _, total in told} <= {None, Decimal("88000.00")}


def test_a_budget_is_no_plan() -> None:
    text = (
        f"{TOWN}Budget primitif. Dépenses Recettes Achats 12 000 € Département 14 000 €. Le conseil adopte le budget."
    )
    assert plan(text) == []
