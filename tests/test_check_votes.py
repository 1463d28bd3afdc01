"""Votes against themselves: voices of those who are represented, groups, lists that say nothing of votes."""

from dataclasses import replace

import pytest

from kg.check import check
from kg.errors import IssueCode, Severity
from kg.extract import vote
from kg.extract.act import Residue
from kg.model import Proof, Span, Vote
from tests.extract.test_vote import act_of
from tests.test_check import RAW, RIGHT, codes, document_of


@pytest.mark.parametrize(
    ("names", "count", "spoken"),
    [
        (("Luc ARNEL",), 2, False),  # he holds the proxy of Ida MOREL
        (("Luc ARNEL",), 3, True),
        (("Paul ORBAN",), 2, True),
    ],
)
def test_who_holds_a_proxy_votes_twice(names: tuple[str, ...], count: int, spoken: bool) -> None:
    record = replace(RIGHT, vote=Vote(None, None, count, None, "adopted", abstention_names=names))
    assert (IssueCode.VOTE_NAMES in codes(record)) is spoken


def test_a_group_is_more_than_its_name() -> None:
    raw = f"{RAW}. Abstentions : 3 (le groupe Terre et Progrès, Paul ORBAN)"
    at = raw.index("Paul ORBAN")
    named = Proof("/vote/abstention_names/0", (Span(at, at + 10),), "test")
    record = replace(
        RIGHT, vote=Vote(None, None, 3, None, "adopted", abstention_names=("Paul ORBAN",)), evidence=(named,)
    )
    assert IssueCode.VOTE_NAMES not in codes(record, raw)


def test_a_list_without_votes_is_not_doubtful() -> None:
    silent = [replace(RIGHT, ordinal=n, number=f"2023-{n}", vote=Vote(), decisions=()) for n in range(1, 6)]
    told = [*silent[:4], replace(silent[4], vote=Vote(outcome="adopted"))]
    for records, severity in ((silent, Severity.INFO), (told, Severity.WARNING)):
        found = [
            issue.severity
            for issue in check(document_of(*records))
            if issue.code is IssueCode.MISSING_FIELD and issue.field == "vote/outcome" and issue.ordinal == 1
        ]
        assert found == [severity]


@pytest.mark.parametrize(
    ("writing", "unread"),
    [
        ("Le Conseil, avec 37 voix majorité deux, APPROUVE le bail.", True),
        ("M. Arnel, trésorier du club, ne prendra pas part au vote de ce point. APPROUVE le bail.", True),
        ("Je précise, étant trésorier du club, que je ne voterai pas. Le Conseil APPROUVE le bail.", True),
        ("A obtenu : Mme Valmont 32 voix. Mme Valmont est proclamée élue.", False),
        ("Le Conseil APPROUVE le bail par 12 voix pour et 2 contre.", False),
    ],
)
def test_words_of_a_vote_that_gave_nothing_are_said(writing: str, unread: bool) -> None:
    said = [reading for reading in vote.read(act_of(writing)) if isinstance(reading, Residue)]
    assert bool([one for one in said if "vote non lu" in one.message]) is unread
