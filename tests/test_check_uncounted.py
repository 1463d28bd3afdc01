"""What an act prints of its vote is in the vote that was read."""

from dataclasses import replace

import pytest

from kg.check import check
from kg.check.confidence import rate
from kg.check.finding import Subject
from kg.check.uncounted import uncounted
from kg.errors import IssueCode, Severity
from kg.model import Proof, Span, Vote
from tests.test_check import headed

NAMES = ("Luc ARNEL", "Zoé TERRIER")


def said(told: str, vote: Vote | None = None) -> str:
    """What is said of an act whose words and whose vote these are."""
    document = headed(f"Budget. {told}", "Budget")
    record = replace(document.records[0], vote=vote or Vote(outcome="adopted"))
    return " ".join(one.message for one in uncounted(Subject(record, document.text, (record,))))


@pytest.mark.parametrize(
    "told",
    [
        "Le conseil, par 12 voix pour et 1 abstention (M. ARNEL), attribue la subvention.",
        "Après débat, le comité, à la majorité (9 pour, 1 contre : M. ARNEL), adopte les tarifs.",
        "VOTE : POUR 23 (groupe Vivre ici) CONTRE 3 (M. ARNEL) ADOPTÉ",
        "Pour : 11 - Contre : 2. Adopté.",
        "14 pour  2 abstentions",
        "POUR\u00a0:\u00a016\nCONTRE\u00a0:\u00a00",
        "Pour : 15 Contre : – Abstention : –",
        "12 votes pour, 2 votes contre.",
        "12 voix \u00ab pour \u00bb, aucune contre.",
        "Adopté par treize voix pour.",
        "Adopté, quatre voix contre.",
        "Contre : M. ARNEL, Mme TERRIER",
        "Abstentions : Mme TERRIER. Adopté.",
        "Adopté. Deux abstentions.",
        "Adopté, trois conseillers s'abstenant.",
        "Approuvée à la majorité – 9 pour – 3 contre",
        "Pour ........ : 17\n   Contre ...... : 3",
        "POUR : 16 CONTRE : / ABSTENTION : /",
        "Adopté à l'unanimité, Mme Zoé TERRIER s'abstient.",
        "Adopté. S'abstiennent : MM. ARNEL et ORBAN",
        "Le conseil, à l'exception de Madame TERRIER, Messieurs ARNEL et ORBAN qui votent contre, accepte.",
        "Adopté, Mme TERRIER et M. ARNEL s'étant abstenus.",
        "Le conseil valide le projet. Pour : 10",
        "Adopté, M. Luc ARNEL votant contre.",
        "Vu l'avis de la commission des travaux ; après en avoir délibéré, le conseil, par 12 voix pour, adopte",
        "Le procès-verbal de la séance du 16 octobre est approuvé par 16 voix pour.",
    ],
)
def test_a_count_that_no_vote_holds_is_said(told: str) -> None:
    assert "dont le vote lu ne dit rien" in said(told)


@pytest.mark.parametrize(
    ("told", "vote"),
    [
        ("Adopté par 12 voix pour et 1 abstention.", Vote(12, None, 1)),
        ("Pour : 13 Contre : 0 Abstention : 0", Vote(13, 0, 0)),
        ("Pour : 13 Contre : 0 Abstention : 3", Vote(13, 0, 3)),
        ("Pour : 40 voix Contre : Abstention :", Vote(40)),
        ("Contre : Luc ARNEL, Zoé TERRIER. Adopté.", Vote(against_names=NAMES)),
        ("Abstentions : M. ARNEL, Mme TERRIER. Adopté.", Vote(abstention_names=NAMES)),
        ("Adopté à l'unanimité (15 pour).", Vote(unanimous=True)),
        ("Une aide de 150 pour la police, 12 pour le sport.", None),
        ("La lutte contre 3 espèces, 2 contre-allées : contre 3 en 2019.", None),
        ("La commission a émis un avis favorable par 5 voix pour, 2 contre.", None),
        ("En 2021, le projet avait reçu 7 voix pour et 5 contre.", None),
        ("Sur 9 électeurs inscrits, se sont prononcés : 7 voix pour, 1 voix contre.", None),
        ("Le scénario A recueille 5 voix pour, 8 contre.", None),
        ("L'amendement est repoussé par 3 voix pour, 9 contre. Adopté à l'unanimité.", None),
        ("Vote au scrutin secret : 8 voix pour M. ARNEL, 3 abstentions.", None),
        ("Bulletins blancs : 2. 8 voix pour M. ARNEL.", Vote(method="scrutin secret")),
    ],
)
def test_votes_that_were_read_and_those_of_others_are_not(told: str, vote: Vote | None) -> None:
    assert said(told, vote) == ""


@pytest.mark.parametrize(
    ("told", "vote"),
    [
        ("Adopté à l'unanimité moins une voix contre (M. ARNEL).", Vote(against_names=NAMES[:1])),
        ("Adopté. Pour : 10 Contre : 2. Contre : Mmes TERRIER et ARNEL.", Vote(10, 2)),
        ("Pour : 10 ; contre : 2, M. Luc ARNEL et Mme TERRIER.", Vote(10, 2)),
        ("Adopté par 9 voix pour et 2 abstentions (Groupe « Vivre ici » : M. ARNEL, Mme TERRIER)", Vote(9, None, 2)),
        ("Contre 2. Ont voté contre :       M. Luc ARNEL, Mme TERRIER", Vote(10, 2)),
        ("Pour : 10 Contre : 0 Abstentions : 2. Se sont abstenus : M. ARNEL, Mme TERRIER", Vote(10, 0, 2)),
    ],
)
def test_a_side_is_counted_and_named(told: str, vote: Vote) -> None:
    assert "dont le vote lu ne dit rien" in said(told, vote)


def test_it_is_said_of_the_vote() -> None:
    document = headed("Budget. Adopté par 12 voix pour.", "Budget")
    (finding,) = uncounted(Subject(document.records[0], document.text, document.records))
    assert (finding.code, finding.severity, finding.field) == (IssueCode.UNREAD_RESIDUE, Severity.WARNING, "vote")


def test_the_vote_that_was_read_is_less_sure() -> None:
    document = headed("Budget. Adopté par 12 voix pour.", "Budget")
    told = replace(document.records[0], vote=Vote(outcome="adopted"))
    told = replace(told, evidence=(*told.evidence, Proof("/vote/outcome", (Span(8, 14),), "formula")))
    document = replace(document, records=(told,))
    sure, doubted = rate(document), rate(replace(document, issues=check(document)))
    outcomes = [one.records[0].evidence[-1].confidence or 0 for one in (doubted, sure)]
    assert outcomes[0] < outcomes[1]
