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


DEPARTMENT, REGION = "Département de la Valserine", "Région Alpes-Lointaines"


@pytest.mark.parametrize(
    "writing",
    [
        "sollicite une subvention de 11 000 € auprès de la {r} et de 7 000 € auprès du {d}.",
        "sollicite une subvention de 11 000 € auprès de la {r} ainsi qu'une aide de 7 000 € auprès du {d}.",
        "demande une aide de 11 000 € à la {r} et de 7 000 € au {d}.",
        "approuve le cofinancement et les engagements des partenaires : {r} 11 000 € ; {d} 7 000 € ; commune 20 000 €.",
        "arrête la répartition du financement : {r} 11 000 € ; {d} 7 000 € ; autofinancement 20 000 €.",
    ],
)
def test_each_of_two_is_asked_its_own_sum(writing: str) -> None:
    expected = {(REGION, "Montfleury", Decimal(11000), None), (DEPARTMENT, "Montfleury", Decimal(7000), None)}
    writing = writing.format(r=REGION, d=DEPARTMENT)
    assert set(told(DECIDES + writing)) == expected


def test_what_was_obtained_is_no_cost() -> None:
    writing = "Le coût est de 21 000 € HT, la commune a obtenu 8 500 € de l'État."
    found = read_fields(FUNDING, TOWN + writing + DECIDES + f"attribue à l'{SABOTS} une aide de 5 000 €.")["funding"]
    assert Decimal(8500) not in [one.total_cost for one in found]


def parties(writing: str) -> list[list[str]]:
    found: list[Agreement] = read_fields(AGREEMENTS, TOWN + DECIDES + writing).get("agreements", [])
    return [[party.name for party in one.parties] for one in found]


def test_names_that_hold_et_in_a_list() -> None:
    assert parties(
        "approuve la convention entre le SDIS de la Valserine, la Communauté de communes Serre et Causse et la Commune "
        "de Valperdue."
    ) == [
        ["Montfleury", "SDIS de la Valserine", "Communauté de communes Serre et Causse", "Commune de Valperdue"],
    ]
    assert parties("approuve la convention entre la commune, la Communauté de communes Serre et Habitat Doux.") == [
        ["Montfleury", "Communauté de communes Serre", "Habitat Doux"]
    ]
    assert parties("approuve la convention à passer avec le Parc naturel des Hautes-Serres.") == [
        ["Montfleury", "Parc naturel des Hautes-Serres"]
    ]


@pytest.mark.parametrize("pointing", ["visée à l'article 2", "mentionnée à l'article 1er", "évoquée au point 3"])
def test_the_agreement_of_another_article_is_the_same(pointing: str) -> None:
    writing = (
        f"approuve la convention d'objectifs à conclure avec l'{SABOTS} ; autorise le maire à signer la convention"
    )
    assert parties(f"{writing} {pointing}.") == [["Montfleury", SABOTS]]


def test_the_terms_of_a_decision_in_one_sentence_with_what_it_looks_back_to() -> None:
    writing = (
        "Vu la loi n° 84-53 du 26 janvier 1984, le conseil, après en avoir délibéré, décide de renouveler pour "
        f"une durée de trois ans, à compter du 1er janvier 2022, la convention de mise à disposition avec l'{SABOTS}."
    )
    found: list[Agreement] = read_fields(AGREEMENTS, TOWN + writing)["agreements"]
    assert [(one.start, one.duration_months) for one in found] == [(dt.date(2022, 1, 1), 36)]
