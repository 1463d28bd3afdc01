"""Columns of cost, rate and grant; funders that share a verb; two agreements of one kind; on fictional bodies."""

from decimal import Decimal

import pytest

from kg.extract.money import agreements
from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury, "
DECIDES = f"{TOWN}après en avoir délibéré, "


def told(text: str) -> list[tuple[object, ...]]:
    found = read_fields(EXTRACTOR, text).get("funding", [])
    return [(f.funder.name, f.amount, f.share, f.total_cost) for f in found]


@pytest.mark.parametrize(
    "rows",
    [
        "Villeperte 84 000 € 30 % 25 200 €\nAubrac 5 900 € 50 % 2 950 €\n",
        "Villeperte | 84 000,00 € | 30 % | 25 200,00 €\nAubrac | 5 900,00 € | 50,00 % | 2 950,00 €\n",
    ],
)
def test_the_grant_is_what_the_rate_makes_of_the_cost(rows: str) -> None:
    text = f"{DECIDES}attribue les subventions suivantes, pour un montant total de 28 150 € :\n{rows}"
    assert told(text) == [
        ("Montfleury", 25200, Decimal("0.3"), 84000),
        ("Montfleury", 2950, Decimal("0.5"), 5900),
    ]


def test_a_rate_that_makes_another_sum_is_not_of_it() -> None:
    text = (
        f"{DECIDES}attribue les subventions suivantes :\nVilleperte 84 000 € 30 % 20 000 €\nAubrac 5 900 € 50 % 900 €"
    )
    assert told(text) == [("Montfleury", 20000, None, None), ("Montfleury", 900, None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{TOWN}Coût : 240 000 € HT. L'ADEME peut le financer à 50 %, le Département de la Valserine à 20 %.",
            [Decimal("0.5"), Decimal("0.2")],
        ),
        (
            f"{DECIDES}sollicite l'ADEME pour une aide de 11 680 € et le Département pour une aide de 7 300 €.",
            [11680, 7300],
        ),
        (
            f"{DECIDES}sollicite l'ADEME à hauteur de 11 680 € et la Région pour une aide d'un montant de 7 300 €.",
            [11680, 7300],
        ),
        (
            f"{TOWN}La recette est la subvention d'équilibre du Département, d'un montant de 3 150 €. S'y ajoute la "
            "participation de la CAF au titre de la prestation de restauration scolaire (1 020 €).",
            [3150, 1020],
        ),
    ],
)
def test_each_funder_has_its_figure(text: str, expected: list[object]) -> None:
    assert [amount if amount is not None else share for _, amount, share, _ in told(text)] == expected


@pytest.mark.parametrize("between", [". Approuve ", " ; approuve ", " et approuve "])
def test_two_agreements_of_one_kind_with_two_bodies(between: str) -> None:
    found = read_fields(
        agreements.EXTRACTOR,
        f"{DECIDES}approuve la convention financière avec l'association Les Sabots Vernis{between}"
        "la convention financière avec la société Ascenso.",
    )["agreements"]
    assert [one.parties[-1].name for one in found] == ["association Les Sabots Vernis", "société Ascenso"]
