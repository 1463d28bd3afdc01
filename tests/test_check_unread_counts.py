"""Figures beside the counts of a vote are counts of it, or of something else that is named."""

from dataclasses import replace

import pytest

from kg.check.finding import Check, Subject
from kg.check.unread_counts import count_missing, label_unread, row_of_figures
from kg.model import Members, Proof, Span, Vote
from tests.test_check import headed


def said(rule: Check, told: str, vote: Vote, voting: int | None = 12, shown: tuple[str, ...] = ()) -> bool:
    """Whether a rule speaks of an act whose words and vote these are; ``shown`` are the words that prove its counts."""
    document = headed(f"Budget {told}", "Budget")
    raw, fields = document.text.raw, ("/vote/for", "/vote/against", "/vote/abstention")
    proofs = tuple(
        Proof(field, (Span(raw.index(words), raw.index(words) + len(words)),), "test")
        for field, words in zip(fields, shown, strict=False)
    )
    record = document.records[0]
    record = replace(record, vote=vote, members=Members(voting=voting), evidence=(*record.evidence, *proofs))
    return bool(list(rule(Subject(record, document.text, (record,)))))


@pytest.mark.parametrize(
    "told",
    [
        "est adopté par 9 voix pour et 3 réserves.",
        "est adopté par 9 voix pour, Mme TOREL et 3 autres restant neutres.",
        "résultat : 9 voix pour, défavorables : 3.",
        "9 voix pour / 3 sans avis",
        "Après en avoir délibéré, par 3 voix non et 9 voix pour",
        "9 voix pour, à la majorité (hostiles : 3)",
    ],
)
def test_a_figure_that_completes_the_votes_is_said(told: str) -> None:
    assert said(count_missing, told, Vote(9), shown=("9 voix pour",))
    assert not said(count_missing, told, Vote(9), voting=9, shown=("9 voix pour",)), "nothing is missing"
    assert not said(count_missing, told, Vote(9, 0, 3), shown=("9 voix pour",)), "all is told"


@pytest.mark.parametrize(
    "told",
    [
        "est adopté par 9 voix pour et 2 réserves.",
        "est adopté par 9 voix pour, dont 3 procurations.",
        "est adopté par 9 voix pour. 3. Voirie communale",
        "est adopté par 9 voix pour. 3-Voirie communale",
        "est adopté par 9 voix pour. Le loyer est de 3 € le mètre, pour 3 ans.",
        "est adopté par 9 voix pour, 3 membres ayant quitté la salle.",
        "est adopté par 9 voix pour le 3 mars.",
    ],
)
def test_figures_of_something_else_are_not(told: str) -> None:
    assert not said(count_missing, told, Vote(9), shown=("9 voix pour",))


@pytest.mark.parametrize(
    ("told", "unread"),
    [
        ("VOTE Pour : 9 Contre : 0 Neutres : 2", True),
        ("Pour : 9 – Contre : 0 – ne tranchent pas = 0", True),
        ("Oui : 9 Pour : 9 Contre : 0", True),
        ("Pour : 9 Contre : 0, 0 voix hostiles, adopté", True),
        ("Pour : 9 Contre : 0 par 9 voix sur 12, décide", False),
        ("Pour : 9 Contre : 0 et par 9 voix désigne M. ARNEL", False),
        ("Pour : 9 Contre : 0 Abstention : 3", False),
        ("Votants : 12 Pour : 9 Contre : 0 Procurations : 2", False),
        ("Pour : 9 Contre : 0 Le conseil décide : 1) de louer les prés", False),
        ("Pour : 9 Contre : 0 (Mme TOREL), le comité : 1°) autorise la vente", False),
        ("Pour : 9 Contre : 0 Fonction : 900 201", False),
    ],
)
def test_a_word_that_counts_in_a_row_of_votes(told: str, unread: bool) -> None:
    read = Vote(9, 0, 3 if "Abstention" in told else None)
    shown = ("Pour : 9", "Contre : 0", *(("Abstention : 3",) if "Abstention" in told else ()))
    assert said(label_unread, told, read, shown=shown) == unread


@pytest.mark.parametrize(
    ("told", "vote", "unread"),
    [
        ("11 0 1 Adopté", Vote(), True),
        ("| 10 | 2 | 0 | 0 | Adopté", Vote(), True),
        ("11 0 1 Adopté", Vote(11, 0, 1), False),
        ("10 0 1 Adopté", Vote(), False),
        ("Lots 3 4 5 Adopté", Vote(method="scrutin secret"), False),
        ("9 000 € 3 Adopté", Vote(), False),
    ],
)
def test_cells_beside_an_outcome_that_come_to_the_voters(told: str, vote: Vote, unread: bool) -> None:
    assert said(row_of_figures, told, vote) == unread
