"""Money and agreements as other town halls tell them: who comes in for a part, periods with one year."""

import datetime as dt
from decimal import Decimal

import pytest

from kg.extract.money.agreements import EXTRACTOR as AGREEMENTS
from kg.extract.money.funding import EXTRACTOR as FUNDING
from kg.model import Agreement, Funding
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury s'est réuni le 3 mai 2023. "
DECIDES = " Après en avoir délibéré, le conseil municipal, à l'unanimité, "
SABOTS = "association Les Sabots Vernis"


def told(writing: str) -> list[tuple[str, str | None, Decimal | None, Decimal | None]]:
    found: list[Funding] = read_fields(FUNDING, TOWN + writing).get("funding", [])
    return [(f.funder.name, f.recipient.name if f.recipient else None, f.amount, f.share) for f in found]


@pytest.mark.parametrize(
    ("writing", "funder", "amount", "share"),
    [
        ("La Fédération d'énergie intervient pour 40 % du HT, soit 7 120 €.", "Fédération d'énergie", "7120", "0.4"),
        (
            "La Fédération départementale d'électricité de la Valserine interviendra à hauteur de 5 000 €.",
            "Fédération départementale d'électricité de la Valserine",
            "5000",
            None,
        ),
        (
            "La Région Alpes-Lointaines intervient financièrement à hauteur de 20 % du montant des travaux.",
            "Région Alpes-Lointaines",
            None,
            "0.2",
        ),
        (
            "L'Office public de la langue basque apporterait pour sa part une aide de 900 €.",
            "Office public de la langue basque",
            "900",
            None,
        ),
    ],
)
def test_who_comes_in_for_a_part(writing: str, funder: str, amount: str | None, share: str | None) -> None:
    expected = (funder, "Montfleury", amount and Decimal(amount), share and Decimal(share))
    assert told(writing + DECIDES + "approuve le projet.") == [expected]


@pytest.mark.parametrize(
    "writing",
    [
        "L'entreprise Faucompré interviendra pour 300 €.",
        "Le SDE 35 intervient pour le compte de la commune sur un montant de 3 000 €.",
        "Le Département de la Valserine intervient pour 12 communes.",
    ],
)
def test_who_comes_to_work_gives_nothing(writing: str) -> None:
    assert told(writing + DECIDES + "approuve le projet.") == []


def test_the_town_with_letters_of_a_scanner() -> None:
    writing = (
        "Le rnontant des travaux s'élève à 12 000,00 € TTC. La participation de la cornrnune est fixée à 40 %, soit "
        "4 800,00 €."
    )
    signs = "autorise le maire à signer la convention de travaux à intervenir avec l'association Les Sabots Vernis."
    assert told(writing + DECIDES + signs) == [("Montfleury", SABOTS, Decimal(4800), Decimal("0.4"))]


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("du 15 juin au 30 septembre 2022", (2022, 6, 15), (2022, 9, 30)),
        ("du 1er septembre au 30 juin 2024", (2023, 9, 1), (2024, 6, 30)),
        ("du 1er septembre 2023 au 30 juin 2024", (2023, 9, 1), (2024, 6, 30)),
    ],
)
def test_a_period_that_tells_one_year(period: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    writing = f"approuve la convention avec l'{SABOTS} pour la mise à disposition de la salle {period}."
    found: list[Agreement] = read_fields(AGREEMENTS, TOWN + DECIDES + writing)["agreements"]
    assert [(one.start, one.end) for one in found] == [(dt.date(*start), dt.date(*end))]


def test_days_of_a_month_are_no_period_of_an_agreement() -> None:
    writing = f"approuve la convention avec l'{SABOTS}. Le marché de Noël aura lieu du 3 au 5 décembre 2023."
    found: list[Agreement] = read_fields(AGREEMENTS, TOWN + DECIDES + writing)["agreements"]
    assert [one.start for one in found] == [None]
