"""An act under whose heading two votes are told, far apart, may hold another one."""

import pytest

from kg.check.finding import Subject
from kg.check.joined import several_votes
from kg.errors import IssueCode
from kg.model import Page, Proof, Record, Source, Span, Text

FAR = "Le maire expose la situation de la voirie communale et de ses abords. " * 8


def said(body: str, second: str = "") -> list[int]:
    """Which of two acts, « Budget » and then ``second``, are said to hold several votes."""
    raw = f"Budget\n{body}"
    heads = [Span(0, 6), *([Span(raw.index(second), raw.index(second) + len(second))] if second else [])]
    records = tuple(
        Record(source="pv.txt", ordinal=rank, title="?", evidence=(Proof("/title", (span,), "heading"),))
        for rank, span in enumerate(heads, 1)
    )
    text = Text(Source("pv.txt", "text/plain", "0" * 64), raw, (Page(1, Span(0, len(raw))),))
    found = [(record.ordinal, list(several_votes(Subject(record, text, records)))) for record in records]
    assert all(one.code is IssueCode.SEVERAL_VOTES for _, findings in found for one in findings)
    return [ordinal for ordinal, findings in found if findings]


@pytest.mark.parametrize(
    "body",
    [
        f"Adopté à l'unanimité. {FAR} Le conseil, à l’unanimité, accepte le devis.",
        f"POUR : 12 CONTRE : 0. {FAR} Vote : 11 pour, 1 abstention.",
        f"Le conseil PREND ACTE du rapport. {FAR} Délibération adoptée par 9 voix.",
    ],
)
def test_two_votes_far_apart_are_doubtful(body: str) -> None:
    assert said(body) == [1]


@pytest.mark.parametrize(
    "body",
    [
        f"{FAR} Adopté à l'unanimité. Pour : 12, contre : 0.",
        f"Élection au scrutin secret : 12 pour. {FAR} À l'unanimité, le conseil nomme deux assesseurs.",
        f"{FAR} La majorité absolue est de 8. {FAR} Adopté à la majorité.",
        f"Pour : 24 Contre : 0 Abstention : 0 Rapporteur : Mme ROUX {FAR} Le conseil, à l'unanimité, approuve le bail.",
        f"Pour : 20 Contre : 1 {FAR} Le conseil, par 20 voix pour, 1 voix contre, accepte le fonds.",
        f"Les lots 1 et 3 pour les travaux. {FAR} Des tarifs adoptés par les autorités. {FAR} Pour : 12",
    ],
)
def test_one_vote_told_twice_and_an_election_are_not(body: str) -> None:
    assert said(body) == []


def test_the_vote_of_the_next_act_is_its_own() -> None:
    assert said(f"Adopté à l'unanimité. {FAR} Voirie {FAR} Adopté à l'unanimité.", second="Voirie") == []
