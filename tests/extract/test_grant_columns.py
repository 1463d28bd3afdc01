"""Tables of grants whose columns have no year each, with the vote on each row, told over two pages."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

OPENS = "Le conseil municipal de la commune de Montfleury a reçu les demandes de subventions des associations :\n"
CLOSES = "TOTAL 1 520 € 2 300 € 1 450 € 1 450 €\nLe conseil, après en avoir délibéré, approuve ce tableau."
HEADS = (
    "Tiers\n2024 2025 Subventions\nvotées VOTE\nPerçues Demandées Proposées\n",
    "Association | Reçue | Demandée | Proposée | Votée\n",
    "Nom Perçue 2023 Demandée Proposée Accordée\n",
)
ROWS = (
    ("Les Sabots Vernis", "320 € 500 € 350 € 350 €", 350),
    ("Amis du Vieux Pont", "400 € 800 € 600 € 600 €", 600),
    ("Judo du Haut-Doux", "800 € 1 000 € 500 € 500 €", 500),
)


def listed(text: str) -> list[tuple[object, object]]:
    found = read_fields(EXTRACTOR, text).get("funding", [])
    return [(one.recipient.name if one.recipient else None, one.amount) for one in found]


def table(head: str, votes: tuple[str, str, str], between: str = "\n") -> str:
    rows = between.join(f"{name} {sums} {vote}".strip() for (name, sums, _), vote in zip(ROWS, votes, strict=True))
    return f"{OPENS}{head}{rows}\n{CLOSES}"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "votes",
    [
        ("Unanimité", "Unanimité", "Unanimité"),
        ("1 abstention", "4 abstentions\n2 contre", "Unanimité"),
        ("14 pour\n2 abstentions", "1 ne prend pas part\nau vote", ""),
        ("", "", ""),
    ],
)
def test_the_last_column_is_given_and_the_vote_is_no_part_of_a_name(head: str, votes: tuple[str, str, str]) -> None:
    assert listed(table(head, votes)) == [(name, Decimal(given)) for name, _, given in ROWS]


def test_heads_printed_again_on_the_next_page_are_no_name() -> None:
    head, again = "Tiers Reçues Demandées Proposées Votées\n", "\nReçues Demandées Proposées\n"
    text = table(head, ("Unanimité", "Unanimité", "Unanimité"), again)
    assert [name for name, _ in listed(text)] == [name for name, _, _ in ROWS]


@pytest.mark.parametrize("nought", ["0", "-", "néant"])
def test_a_year_without_a_grant_is_no_part_of_a_name(nought: str) -> None:
    rows = f"Les Sabots Vernis {nought} 500 € 350 €\nAmis du Vieux Pont {nought} 800 € 600 €\n"
    text = f"{OPENS}Association Perçue Demandée Proposée\n{rows}{CLOSES}"
    assert listed(text) == [("Les Sabots Vernis", 350), ("Amis du Vieux Pont", 600)]


def test_letters_with_points_are_a_name() -> None:
    text = (
        f"{OPENS}Association Perçue Demandée Votée\nP.L.U.M.E.S. 300 € 500 € 400 €\nSabots 100 € 200 € 150 €\n{CLOSES}"
    )
    assert ("P.L.U.M.E.S", 400) in [(str(name).rstrip("."), amount) for name, amount in listed(text)]


@pytest.mark.parametrize(
    "prose",
    [
        "Il rappelle que la subvention demandée l'an dernier était de 500 € et le don de 300 €.",
        "Les subventions sont versées aux associations. Les frais ont été de 1 200 €, les recettes de 800 €.",
        "La subvention obtenue a été de 4 000 €. Le coût des travaux a été de 9 000 €.",
    ],
)
def test_prose_of_the_same_words_is_no_table(prose: str) -> None:
    assert listed(OPENS + prose) == []


def test_an_association_against_an_illness_keeps_its_name() -> None:
    text = (
        f"{OPENS}Association Perçue Demandée Votée\nLigue contre le Rhume 50 € 80 € 60 €\nSabots 9 € 9 € 9 €\n{CLOSES}"
    )
    assert listed(text)[0] == ("Ligue contre le Rhume", 60)


WORKS = (
    "La commission permanente du Conseil régional de la Région Haute-Serre a décidé d'attribuer aux bénéficiaires les"
    " subventions suivantes : {} "
    "Communauté de communes des Monts de Valse {} 612 000 € 244 800 € 40 % Commune de Clairmont-sur-Serre {} 380 500 €"
    " 152 200 € 40 %, - d'affecter à cet effet une autorisation de programme de 397 000 €,"
)


@pytest.mark.parametrize("head", ["Bénéficiaire Opération Dépense éligible Subvention Taux"])
@pytest.mark.parametrize(
    "works", [("Rénovation du gymnase", "Groupe scolaire"), ("Audit énergétique", "École du bourg")]
)
def test_the_work_is_no_part_of_a_public_body(head: str, works: tuple[str, str]) -> None:
    assert listed(WORKS.format(head, *works)) == [
        ("Communauté de communes des Monts de Valse", Decimal(244800)),
        ("Commune de Clairmont-sur-Serre", Decimal(152200)),
    ]
