"""Votes against themselves: voices of those who are represented, groups, lists that say nothing of votes."""

from dataclasses import replace

import pytest

from kg.check import check
from kg.check.finding import Subject
from kg.check.votes import sides_untold, votes_for_alone
from kg.errors import IssueCode, Severity
from kg.extract import vote
from kg.extract.act import Residue
from kg.model import Members, Proof, Span, Vote
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
        ("M. Arnel, trésorier du club, ne prendra pas part au vote de ce point. APPROUVE le bail.", False),
        ("Je précise, étant trésorier du club, que je ne voterai pas. Le Conseil APPROUVE le bail.", True),
        ("A obtenu : Mme Valmont 32 voix. Mme Valmont est proclamée élue.", False),
        ("Le Conseil APPROUVE le bail par 12 voix pour et 2 contre.", False),
        ("Mme Valmont ne prend part ni au débat ni au vote. Le Conseil APPROUVE le bail.", False),
        ("Le Conseil APPROUVE le bail, un élu n'ayant pas souhaité prendre part au vote.", True),
        ("M. Arnel. – Ma femme y étant salariée, je m'abstiens de prendre part au vote. Adopté.", True),
        ("M. Arnel demande s'il doit participer au vote. Le Conseil APPROUVE le bail à l'unanimité.", False),
        ("Le Maire prend part au vote. Le Conseil APPROUVE le bail à l'unanimité.", False),
        ("Accord à l'unanimité 29 VOIX POUR/1 ABSTENTION pour les accès", True),
        ("Pour : 12 voix. Contre : 0. Aucune abstention. Le Conseil APPROUVE le bail.", False),
    ],
)
def test_words_of_a_vote_that_gave_nothing_are_said(writing: str, unread: bool) -> None:
    said = [reading for reading in vote.read(act_of(writing)) if isinstance(reading, Residue)]
    assert bool([one for one in said if "vote non lu" in one.message]) is unread


def minutes(*sums: int | None, seated: int = 6) -> list[IssueCode]:
    """What is said of the members of minutes whose votes come to these sums; six sit or are represented."""
    record = replace(RIGHT, members=Members(), proxies=RIGHT.proxies[: seated - 4])
    votes = [Vote(outcome="adopted") if n is None else Vote(n - 1, 1, None, None, "adopted", False) for n in sums]
    acts = (replace(record, ordinal=rank, number=f"2023-{rank}", vote=vote) for rank, vote in enumerate(votes, start=1))
    return [issue.code for issue in check(document_of(*acts)) if issue.field == "members" and "voix" in issue.message]


@pytest.mark.parametrize(
    ("sums", "doubtful"),
    [
        ((5, 5), True),
        ((5, None, 5, 4), True),
        ((5, None), False),  # somebody may have left for one vote
        ((5, 5, 6), False),  # all of them voted once
        ((5, 4, 3), False),
    ],
)
def test_votes_that_agree_count_the_members(sums: tuple[int | None, ...], doubtful: bool) -> None:
    assert (IssueCode.VOTE_SUM in minutes(*sums)) is doubtful


@pytest.mark.parametrize(
    ("told", "doubtful"),
    [
        (Vote(12, None, None, None, "adopted", False), True),
        (Vote(None, None, 0, None, "adopted", False), True),
        (Vote(12, 0, 0, None, "adopted", False), True),
        (Vote(None, None, None, None, "adopted", False), False),  # « à la majorité », and no figure
        (Vote(12, 1, None, None, "adopted", False), False),
        (Vote(12, None, None, None, "adopted", False, against_names=("Luc ARNEL",)), False),
        (Vote(12, 0, 0, None, "adopted", True), False),
    ],
)
def test_a_majority_leaves_somebody_out(told: Vote, doubtful: bool) -> None:
    record = replace(RIGHT, present=(), proxies=(), absent=(), members=Members(), vote=told)
    assert (IssueCode.VOTE_SUM in codes(record)) is doubtful


@pytest.mark.parametrize(
    ("told", "doubtful"),
    [
        (Vote(5, outcome="adopted"), True),
        (Vote(6, outcome="adopted"), False),
        (Vote(7, outcome="adopted"), False),  # more than sit: another check
        (Vote(5, outcome="adopted", unanimous=True), False),
        (Vote(5, outcome="adopted", against_names=("Paul ORBAN",)), False),
        (Vote(5, outcome="adopted", method="scrutin secret"), False),
    ],
)
def test_votes_for_alone_are_those_of_all_who_sit(told: Vote, doubtful: bool) -> None:
    record = replace(RIGHT, members=Members(), vote=told)
    assert bool(list(votes_for_alone(Subject(record, document_of(record).text)))) is doubtful


@pytest.mark.parametrize(("voting", "for_", "said"), [(5, 5, False), (5, 7, True), (9, 7, True)])
def test_votes_that_the_lists_bear_out_are_right(voting: int, for_: int, said: bool) -> None:
    record = replace(RIGHT, members=Members(voting=voting), vote=Vote(for_, 0, 1, None, "adopted"))
    assert (IssueCode.VOTE_SUM in codes(record)) is said


@pytest.mark.parametrize(
    ("tail", "spoken"),
    [
        ("8 abstentions, dont 1 procuration (M. Luc ARNEL)", False),
        ("8 abstentions, dont 2 pouvoirs : Luc ARNEL", False),
        ("Abstentions : 8 (le groupe Terre et Progrès, Luc ARNEL)", False),
        ("Abstentions : 8 : Luc ARNEL, qui a reçu pouvoir", True),
    ],
)
def test_a_count_that_says_it_holds_proxies_is_more_than_its_names(tail: str, spoken: bool) -> None:
    at = tail.index("Luc ARNEL")
    named = Proof("/vote/abstention_names/0", (Span(at, at + 9),), "test")
    vote_ = Vote(None, None, 8, None, "adopted", abstention_names=("Luc ARNEL",))
    assert (IssueCode.VOTE_NAMES in codes(replace(RIGHT, vote=vote_, evidence=(named,)), tail)) is spoken


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (" (M. Luc ARNEL)", True),
        (" Mme Zoé TERRIER", True),
        (" : Monsieur le Directeur", True),
        (" (groupe Terre et Progrès)", False),
        (". Le conseil approuve.", False),
    ],
)
def test_names_behind_a_count_were_read(after: str, said: bool) -> None:
    raw = f"Pour : 5 Contre : 1{after}"
    at = raw.index("Contre")
    counted = Proof("/vote/against", (Span(at, at + len("Contre : 1")),), "test")
    record = replace(RIGHT, vote=Vote(5, 1, None, None, "adopted"), evidence=(counted,))
    assert (IssueCode.VOTE_NAMES in codes(record, raw)) is said


@pytest.mark.parametrize(
    ("after", "said"), [(" et la procuration de Mme Ida MOREL", True), (" et sa procuration", False)]
)
def test_the_giver_of_a_proxy_told_beside_its_holder_was_read(after: str, said: bool) -> None:
    raw = f"Abstentions : 2 (Luc ARNEL{after})"
    at = raw.index("Luc")
    named = Proof("/vote/abstention_names/0", (Span(at, at + 9),), "test")
    record = replace(
        RIGHT, vote=Vote(None, None, 2, None, "adopted", abstention_names=("Luc ARNEL",)), evidence=(named,)
    )
    assert (IssueCode.VOTE_NAMES in codes(record, raw)) is said


def test_those_who_attend_without_a_vote_took_no_part_in_none() -> None:
    told = "Assistaient à la séance sans prendre part au vote : Mme Valmont, directrice. Le Conseil APPROUVE le bail."
    assert not [one for one in vote.read(act_of(told)) if isinstance(one, Residue)]


@pytest.mark.parametrize(
    ("last", "missing"),
    [
        (Vote(5, None, 1), "contre"),
        (Vote(None, 0, 1), "pour"),
        (Vote(5, 1), "abstentions"),
        (Vote(5, 0, 1), ""),
        (Vote(5, None, 1, unanimous=True), ""),
        (Vote(5, None, 1, against_names=("Luc ARNEL",)), ""),
        (Vote(outcome="adopted"), ""),
        (Vote(None, None, 1), ""),
    ],
)
def test_a_side_that_all_other_votes_count(last: Vote, missing: str) -> None:
    votes = (*(Vote(6, 0, 0),) * 4, last)
    records = tuple(replace(RIGHT, ordinal=rank, vote=vote) for rank, vote in enumerate(votes, 1))
    (*_, said) = (list(sides_untold(Subject(record, document_of().text, records))) for record in records)
    assert [one.message.split(",")[0] for one in said] == ([f"voix non lues : {missing}"] if missing else [])
    few = records[2:]
    assert not any(True for record in few for _ in sides_untold(Subject(record, document_of().text, few)))
