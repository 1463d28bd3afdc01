"""The document against itself: a right record is silent; one digit or one name altered makes a check speak."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kg.check import CHECKS, check
from kg.check.finding import Check, Subject
from kg.check.papers import luhn
from kg.errors import IssueCode, Severity
from kg.extract import extract
from kg.model import (
    Document,
    Funding,
    Members,
    Organisation,
    Page,
    Person,
    Proof,
    Proxy,
    Receipt,
    Record,
    Session,
    Signature,
    Source,
    Span,
    Text,
    Vote,
)
from kg.reading import read
from tests.samples import EXPECTED, expected_records

RAW = "Adoptée à l'unanimité des voix exprimées. Pour : 5 Contre : 0 Abstention : 1"
RIGHT = Record(
    source="acte.txt",
    ordinal=1,
    number="2023-14",
    authority=Organisation("Valserine", siren="217300391"),
    body="Conseil municipal",
    session=Session(date=dt.date(2023, 6, 5)),
    convocation_date=dt.date(2023, 5, 30),
    chair=Person("Jeanne VALMONT", "Maire"),
    members=Members(in_office=7, present=4, voting=6, absent=1, proxies=2),
    present=("Jeanne VALMONT", "Luc ARNEL", "Zoé TERRIER", "Paul ORBAN"),
    proxies=(Proxy("Ida MOREL", "Luc ARNEL"), Proxy("Guy SENEC", "TERRIER")),
    absent=("Noé PRADEL",),
    vote=Vote(5, 0, 1, 0, "adopted", True, abstention_names=("Paul ORBAN",)),
    funding=(Funding(Organisation("Région"), amount=Decimal(60000), share=Decimal("0.5"), total_cost=Decimal(120000)),),
    signature=Signature(date=dt.date(2023, 6, 6)),
    publication_date=dt.date(2023, 6, 9),
    receipt=Receipt("073-217300391-20230605-2023_14-DE", dt.date(2023, 6, 8)),
    evidence=(
        Proof("/vote/unanimous", (Span(8, 21),), "test"),
        Proof("/vote/for", (Span(42, 50),), "test"),
        Proof("/vote/against", (Span(51, 61),), "test"),
    ),
)


def document_of(*records: Record, raw: str = RAW) -> Document:
    text = Text(Source("dossier/acte.txt", "text/plain", "0" * 64), raw, (Page(1, Span(0, len(raw))),))
    return Document(text, "deliberation", records)


def codes(record: Record, raw: str = RAW) -> list[IssueCode]:
    return [issue.code for issue in check(document_of(record, raw=raw))]


def test_a_right_record_is_silent() -> None:
    assert codes(RIGHT) == []


def altered(group: str, **values: Any) -> Record:
    return replace(RIGHT, **{group: replace(getattr(RIGHT, group), **values)})


ALTERED = [
    pytest.param(altered("members", in_office=8), IssueCode.ATTENDANCE_SUM, id="one more member in office"),
    pytest.param(altered("members", in_office=6), IssueCode.ATTENDANCE_SUM, id="one fewer member in office"),
    pytest.param(
        replace(RIGHT, members=Members(), absent=("Noé PRADEL", "Eva TOREL")),
        IssueCode.ATTENDANCE_SUM,
        id="eight members of a council, none announced",
    ),
    pytest.param(altered("members", present=5), IssueCode.ATTENDANCE_COUNT, id="one more present announced"),
    pytest.param(altered("members", proxies=3), IssueCode.ATTENDANCE_COUNT, id="one more proxy announced"),
    pytest.param(altered("members", absent=4), IssueCode.ATTENDANCE_COUNT, id="absents announced"),
    pytest.param(altered("members", voting=7), IssueCode.ATTENDANCE_COUNT, id="one more voter announced"),
    pytest.param(altered("vote", for_=6), IssueCode.VOTE_SUM, id="one more vote for"),
    pytest.param(altered("vote", for_=4), IssueCode.VOTE_SUM, id="one fewer vote for"),
    pytest.param(altered("vote", abstention=2), IssueCode.VOTE_NAMES, id="one more abstention than names"),
    pytest.param(
        altered("vote", against_names=("Luc ARNEL",)), IssueCode.VOTE_NAMES, id="a name against, none counted"
    ),
    pytest.param(altered("vote", against=1), IssueCode.FALSE_UNANIMITY, id="unanimous with a vote against"),
    pytest.param(altered("vote", for_=2, against=3), IssueCode.VOTE_SUM, id="adopted with more against than for"),
    pytest.param(
        replace(RIGHT, members=Members(), vote=Vote(against=4, outcome="adopted")),
        IssueCode.VOTE_SUM,
        id="adopted with most of those who sit against",
    ),
    pytest.param(
        replace(RIGHT, present=(*RIGHT.present[:3], "Paul ORBAN AZY-SUR-OGNE")),
        IssueCode.IMPLAUSIBLE_NAME,
        id="a name and a town",
    ),
    pytest.param(
        replace(RIGHT, members=Members(), present=(), decisions=("d'approuver",)),
        IssueCode.ATTENDANCE_COUNT,
        id="proxies and nobody who sits",
    ),
    pytest.param(
        replace(RIGHT, members=Members(), present=(*RIGHT.present, "Paul ORBANM")),
        IssueCode.NAME_TWICE,
        id="a name and the same with a letter more",
    ),
    pytest.param(replace(RIGHT, absent=("Luc Arnel",)), IssueCode.NAME_TWICE, id="present and absent"),
    pytest.param(
        replace(RIGHT, present=(*RIGHT.present[:3], "Zoé Terrier")), IssueCode.NAME_TWICE, id="twice in one list"
    ),
    pytest.param(
        replace(RIGHT, proxies=(RIGHT.proxies[0], Proxy("Guy SENEC", "Noé PRADEL"))),
        IssueCode.PROXY_HOLDER_ABSENT,
        id="a holder who is absent",
    ),
    pytest.param(
        replace(RIGHT, proxies=(RIGHT.proxies[0], Proxy("Guy SENEC", "Luc Arnel"))),
        IssueCode.TOO_MANY_PROXIES,
        id="two proxies for one holder",
    ),
    pytest.param(replace(RIGHT, chair=Person("Noé PRADEL")), IssueCode.CHAIR_NOT_PRESENT, id="chair absent"),
    pytest.param(replace(RIGHT, secretary=Person("Eva TOREL")), IssueCode.SECRETARY_NOT_PRESENT, id="secretary absent"),
    pytest.param(
        replace(RIGHT, members=Members(in_office=9), absent=()), IssueCode.QUORUM, id="four present of nine in office"
    ),
    pytest.param(
        altered("receipt", id="073-217300392-20230605-2023_14-DE"), IssueCode.RECEIPT_SIREN, id="a digit of the SIREN"
    ),
    pytest.param(
        replace(RIGHT, authority=Organisation("Valserine", siren="243400017")),
        IssueCode.RECEIPT_SIREN,
        id="another authority's receipt",
    ),
    pytest.param(
        altered("receipt", id="073-217300391-20230606-2023_14-DE"), IssueCode.RECEIPT_DATE, id="a digit of the date"
    ),
    pytest.param(altered("receipt", id="073-217300391-20231305-2023_14-DE"), IssueCode.RECEIPT_DATE, id="month 13"),
    pytest.param(
        altered("receipt", id="073-217300391-20230605-2023_14-AR"), IssueCode.RECEIPT_NATURE, id="an order's receipt"
    ),
    pytest.param(replace(RIGHT, convocation_date=dt.date(2023, 6, 15)), IssueCode.DATE_ORDER, id="convened after"),
    pytest.param(altered("signature", date=dt.date(2023, 6, 4)), IssueCode.DATE_ORDER, id="signed before"),
    pytest.param(altered("receipt", date=dt.date(2022, 6, 8)), IssueCode.DATE_ORDER, id="received a year before"),
    pytest.param(replace(RIGHT, publication_date=dt.date(2032, 6, 9)), IssueCode.DATE_ORDER, id="published in 2032"),
    pytest.param(altered("session", date=dt.date(1923, 6, 5)), IssueCode.IMPLAUSIBLE_DATE, id="another century"),
    pytest.param(
        replace(RIGHT, funding=(replace(RIGHT.funding[0], amount=Decimal(61000)),)),
        IssueCode.SHARE_AMOUNT,
        id="half of 120 000 is not 61 000",
    ),
    pytest.param(
        replace(RIGHT, funding=(replace(RIGHT.funding[0], share=Decimal(50)),)), IssueCode.SHARE_AMOUNT, id="5000 %"
    ),
    pytest.param(altered("session", date=dt.date(2023, 6, 4)), IssueCode.IMPLAUSIBLE_DATE, id="a Sunday"),
    pytest.param(replace(RIGHT, convocation_date=dt.date(2023, 6, 5)), IssueCode.DATE_ORDER, id="convened that day"),
    pytest.param(
        replace(RIGHT, funding=(RIGHT.funding[0], replace(RIGHT.funding[0], share=None, amount=Decimal(60002)))),
        IssueCode.FUNDING_TOTAL,
        id="two lines above the total cost",
    ),
    pytest.param(
        altered("vote", against_names=("Paul ORBAN",), against=1, for_=4),
        IssueCode.NAME_TWICE,
        id="against and abstains",
    ),
    pytest.param(
        altered("vote", abstention_names=("Marc LISSAC",)), IssueCode.VOTER_NOT_SITTING, id="a stranger votes"
    ),
    pytest.param(
        altered("vote", abstention_names=("Paul ORBAN AFFAIRES SCOLAIRES",)),
        IssueCode.VOTER_NOT_SITTING,
        id="a heading after a voter",
    ),
    pytest.param(
        replace(RIGHT, proxies=(RIGHT.proxies[0], Proxy("Guy SENEC"))),
        IssueCode.PROXY_WITHOUT_HOLDER,
        id="one holder of two",
    ),
    pytest.param(replace(RIGHT, absent=("N0é PRADEL",)), IssueCode.IMPLAUSIBLE_NAME, id="a figure in a name"),
    pytest.param(
        replace(RIGHT, absent=("Noé PRADEL Ida MOREL Guy SENEC Paul ORBAN",)), IssueCode.IMPLAUSIBLE_NAME, id="a column"
    ),
    pytest.param(
        replace(RIGHT, absent=("Noé PRADEL Secrétaire",)), IssueCode.IMPLAUSIBLE_NAME, id="an office after a name"
    ),
    pytest.param(
        replace(RIGHT, present=(*RIGHT.present, "Eva"), absent=()), IssueCode.IMPLAUSIBLE_NAME, id="half of a name"
    ),
    pytest.param(replace(RIGHT, title="F?XATION D'UN TARIF"), IssueCode.IMPLAUSIBLE_TITLE, id="a sign in a title"),
    pytest.param(
        replace(RIGHT, authority=Organisation("C0MMUNE DE VALSERINE")),
        IssueCode.IMPLAUSIBLE_AUTHORITY,
        id="a figure in a town",
    ),
    pytest.param(replace(RIGHT, proxies=()), IssueCode.ATTENDANCE_COUNT, id="proxies announced, none read"),
    pytest.param(
        replace(RIGHT, members=Members(), vote=Vote(5, outcome="adopted")), IssueCode.VOTE_SUM, id="five for, of six"
    ),
    pytest.param(
        altered("vote", unanimous=False, abstention=0, abstention_names=()), IssueCode.VOTE_SUM, id="a majority of all"
    ),
    pytest.param(
        replace(RIGHT, members=Members(), absent=("Noé PRADEL", "Eva TOREL", "Léa PRAZ")),
        IssueCode.QUORUM,
        id="more are away than sit",
    ),
    pytest.param(replace(RIGHT, number=None), IssueCode.MISSING_FIELD, id="no number"),
    pytest.param(altered("session", date=None), IssueCode.MISSING_FIELD, id="no date"),
]


LIMITED = "Présents : Jeanne VALMONT, Luc ARNEL (jusqu’au point n° 15), Zoé TERRIER, Paul ORBAN."


def numbered(*numbers: str | None) -> Document:
    """Minutes whose acts bear these numbers; the passages of the first and the last member present are known."""
    shown = (Span(11, 25), Span(LIMITED.index("Paul"), LIMITED.index("Paul") + 10))
    proofs = (Proof("/present/0", shown[:1], "test"), Proof("/present/3", shown[1:], "test"))
    acts = (
        replace(RIGHT, ordinal=rank, number=number, receipt=Receipt(), evidence=proofs)
        for rank, number in enumerate(numbers, start=1)
    )
    return document_of(*acts, raw=LIMITED)


SERIES = [
    numbered("2023-14", "2023-15", "2023-17", "2023-18"),
    numbered("2023-14", "2023-15", "2023-15", "2023-16"),
    numbered("2023-14", "2023-15", "2023-16", "2023-17", "N19"),
]

# A member and a proxy that the opening tells and that no list holds.
TOLD = (
    "Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER ; Mme Eva TOREL, Paul ORBAN. "
    "Mme Ida MOREL a donné pouvoir à M. Luc ARNEL."
)
_PLACED = tuple(
    Proof(f"/present/{rank}", (Span(TOLD.index(name), TOLD.index(name) + len(name)),), "test")
    for rank, name in enumerate(RIGHT.present)
)
LOST = document_of(replace(RIGHT, evidence=_PLACED), raw=f"{TOLD} Retenus : Lise VAREN, Jean SOLIN, Marc LISSAC.")
UNTOLD = document_of(replace(RIGHT, members=Members(), proxies=(), evidence=_PLACED), raw=TOLD)
GIVEN = document_of(
    replace(RIGHT, members=Members(), proxies=RIGHT.proxies[:1], evidence=_PLACED),
    raw=f"{TOLD} M. Guy SENEC a donné pouvoir à Mme Zoé TERRIER.",
)
# Two votes of five voices in a sitting of six.
COUNTED = document_of(
    *(
        replace(RIGHT, ordinal=rank, number=f"2023-{rank}", members=Members(), vote=Vote(for_, 0, 5 - for_))
        for rank, for_ in ((1, 5), (2, 4))
    )
)

# The last of five votes leaves its votes against out.
SIDED = document_of(
    *(
        replace(RIGHT, ordinal=rank, number=f"2023-{rank}", vote=Vote(5, 0 if rank < 5 else None, 1))
        for rank in range(1, 6)
    )
)

# Another act, whose heading was not recognised, follows the first one.
_JOINED = f"Budget. Adopté à l'unanimité. {'La voirie est à refaire. ' * 25} Adopté à l'unanimité."
JOINED = document_of(replace(RIGHT, evidence=(Proof("/title", (Span(0, 6),), "test"),)), raw=_JOINED)


def headed(raw: str, *titles: str, numbers: tuple[str | None, ...] = ()) -> Document:
    """Acts whose titles stand in the text, without a vote; a number stands before its title."""
    at = [raw.index(title) for title in titles]
    return document_of(
        *(
            Record(
                source="pv.txt",
                ordinal=rank,
                number=numbers[rank - 1] if numbers else None,
                title=title,
                evidence=(Proof("/title", (Span(at[rank - 1], at[rank - 1] + len(title)),), "test"),),
            )
            for rank, title in enumerate(titles, 1)
        ),
        raw=raw,
    )


UNCOUNTED = headed("Budget. Le conseil, par 4 voix pour et 2 contre, adopte le budget.", "Budget")
# Sides of a vote that no rule reads: what is missing of six voices, beside the count; cells of a table.
_COUNT = Proof("/vote/for", (Span(8, 14),), "test")
SIDES_UNREAD = tuple(
    replace(one, records=(replace(one.records[0], members=Members(voting=6), vote=vote, evidence=proofs),))
    for one, vote, proofs in (
        (headed("Budget  4 pour, neutres : 2.", "Budget"), Vote(4), (_COUNT,)),
        (headed("Budget 5 0 1 Adopté", "Budget"), Vote(), (Proof("/title", (Span(0, 6),), "test"),)),
    )
)
# Acts that begin where none does, one that is not found before the first, numbers that end their acts.
LABELLED = headed("Budget. Adopté. RAPPORTEUR : Mme TOREL. Voirie. Adopté.", "Budget", "RAPPORTEUR : Mme TOREL")
BEFORE = headed("Le bail est accepté à l'unanimité. Budget. Adopté. Voirie. Adopté.", "Budget", "Voirie")
FOLLOWING = headed(
    "1 Budget. Adopté. Délibération n° 2023-14 2 Voirie. Adopté. Délibération n° 2023-15",
    "Budget",
    "Voirie",
    numbers=(None, "2023-14"),
)
LIMITS = (LABELLED, BEFORE, FOLLOWING)


def spelt(raw: str) -> Document:
    """An act that tells an amount twice, its proof standing on the figures."""
    figures = re.search(r"\d[\d ]*", raw)
    assert figures
    proof = Proof("/amounts/0", (Span(*figures.span()),), "test")
    return document_of(replace(RIGHT, amounts=(Decimal(1),), evidence=(proof,)), raw=raw)


SPELT = spelt("La commune verse une subvention de sept mille euros (7 500 €) au club.")


def placed(raw: str, present: tuple[str, ...], absent: tuple[str, ...] = ()) -> Document:
    """An act whose members were read where the text first prints each name, and its outcome at the end."""
    lists = (("present", present), ("absent", absent))
    members = tuple(
        Proof(f"/{field}/{rank}", (Span(raw.index(name), raw.index(name) + len(name)),), "test")
        for field, names in lists
        for rank, name in enumerate(names)
    )
    proofs = (*members, Proof("/vote/outcome", (Span(len(raw) - 5, len(raw)),), "test"))
    record = replace(RIGHT, members=Members(), proxies=(), present=present, absent=absent, evidence=proofs)
    return document_of(record, raw=raw)


# Lists read over their ends: another list among those present, a holder between two who are away, one told later.
MISREAD = placed(
    "Jeanne VALMONT, Luc ARNEL, Zoé TERRIER Absents excusés : Paul ORBAN. Guy SENEC p/ M. Luc ARNEL, Mme Eva TOREL. "
    "En l'absence de Mme Ida MOREL, le Conseil refuse la demande.",
    RIGHT.present,
    ("Guy SENEC", "Eva TOREL"),
)
AGAIN = placed("Jeanne VALMONT, Luc ARNEL, Zoé TERRIER porte-voix Luc ARNEL, Paul ORBAN. Adopté", RIGHT.present)
_CROSSED = (*RIGHT.present, "Guy SENEC", "Eva TOREL", "Ida MOREL")
CROSSED = placed(f"Nom Présent Absent Pouvoir {' X '.join(_CROSSED)} X Adopté", _CROSSED)
ARRIVED = document_of(RIGHT, replace(RIGHT, ordinal=2), raw=f"{RAW} Arrivée de M. Noé PRADEL.")


def found_in(document: Document, code: IssueCode) -> list[int | None]:
    return [issue.ordinal for issue in check(document) if issue.code is code]


@pytest.mark.parametrize(
    ("document", "ordinals"),
    list(zip(SERIES, ([3], [2, 3], [5]), strict=True)),
    ids=["left out", "twice", "another shape"],
)
def test_a_number_out_of_its_series_is_said(document: Document, ordinals: list[int]) -> None:
    assert found_in(document, IssueCode.NUMBER_SERIES) == ordinals


@pytest.mark.parametrize(
    "numbers",
    [
        ("2023-14", "2023 - 15", "2023-16", "2023-17"),
        ("2023-14", "2023-15", None, "2023-17", "2023-18"),
        ("2023-14", "2023-88"),
    ],
    ids=["spaced otherwise", "an act without number", "no series"],
)
def test_a_series_may_be_written_otherwise_and_hold_an_act_without_number(numbers: tuple[str | None, ...]) -> None:
    assert found_in(numbered(*numbers), IssueCode.NUMBER_SERIES) == []


def test_who_sits_for_some_items_is_placed_in_them() -> None:
    document = numbered("2023-14", "2023-15", "2023-16")
    assert found_in(document, IssueCode.UNPLACED_MOVEMENT) == [3], "the acts before the limit are right"
    first, *others = document.records
    left = [replace(record, present=(RIGHT.present[0], *RIGHT.present[2:])) for record in others]
    assert found_in(replace(document, records=(first, *left)), IssueCode.UNPLACED_MOVEMENT) == []
    soon = replace(document, records=document.records[:2])
    assert found_in(soon, IssueCode.UNPLACED_MOVEMENT) == [], "the text is cut before the item"


def test_a_count_of_absents_beside_one_of_excused_counts_others() -> None:
    raw = "Excusés : 3 - Absents : 0"
    proof = Proof("/members/absent", (Span(raw.index("Absents"), len(raw)),), "test")
    record = replace(RIGHT, members=replace(RIGHT.members, absent=0), vote=Vote(outcome="adopted"), evidence=(proof,))
    assert codes(record, raw) == []
    assert codes(replace(record, evidence=()), raw) == [IssueCode.ATTENDANCE_COUNT]


@pytest.mark.parametrize(("said", "doubtful"), [("le lundi 5 juin 2023", False), ("le mardi 5 juin 2023", True)])
def test_the_weekday_that_is_written_is_that_of_the_date(said: str, doubtful: bool) -> None:
    proofs = (Proof("/session/date", (Span(said.index("5"), len(said)),), "test"),)
    record = replace(RIGHT, evidence=proofs, vote=replace(RIGHT.vote, unanimous=None))
    assert (IssueCode.IMPLAUSIBLE_DATE in codes(record, said)) is doubtful


def test_a_council_just_elected_may_sit_on_a_sunday() -> None:
    installed = replace(altered("session", date=dt.date(2020, 7, 5)), convocation_date=None)
    assert IssueCode.IMPLAUSIBLE_DATE not in codes(installed)


@pytest.mark.parametrize(("raw", "cut"), [("Noé PRADE:L, absent", True), ("Noé PRADE, absent", False)])
def test_a_name_ends_where_a_word_ends(raw: str, cut: bool) -> None:
    record = replace(RIGHT, evidence=(Proof("/absent/0", (Span(0, 9),), "test"),))
    assert (IssueCode.IMPLAUSIBLE_NAME in codes(record, raw)) is cut


def test_a_giver_whose_holder_follows_has_one() -> None:
    raw = "Ida MOREL donne pouvoir à L. A."
    bare = replace(RIGHT, proxies=(Proxy("Ida MOREL"),), members=Members(), absent=())
    proved = replace(bare, evidence=(Proof("/proxies/0", (Span(0, 9),), "test"),))
    assert IssueCode.PROXY_WITHOUT_HOLDER in codes(proved, raw)
    assert IssueCode.PROXY_WITHOUT_HOLDER not in codes(proved, "Ida MOREL, excusée, représentée")


def test_acts_of_one_title_have_numbers_that_tell_them_apart() -> None:
    for numbers, alike in (("2023-14", None, None), [2, 3]), (("2023-14", "2023-15", None), []):
        document = numbered(*numbers)
        records = tuple(replace(record, title="Affaire retirée") for record in document.records)
        assert found_in(replace(document, records=records), IssueCode.IMPLAUSIBLE_TITLE) == alike


def test_an_act_that_another_follows_has_an_outcome() -> None:
    without = replace(RIGHT, vote=Vote(), signature=Signature())
    issues = check(document_of(without, replace(without, ordinal=2, number="2023-15")))
    told = {issue.ordinal: issue.severity for issue in issues if issue.field == "vote/outcome"}
    assert told == {1: Severity.WARNING, 2: Severity.INFO}
    for vote in (Vote(for_=5), Vote(unanimous=True), Vote(method="scrutin secret")):
        issues = check(document_of(replace(without, vote=vote)))
        assert [issue.severity for issue in issues if issue.field == "vote/outcome"] == [Severity.WARNING], "voted"


@pytest.mark.parametrize(("record", "code"), ALTERED)
def test_one_alteration_makes_a_check_speak(record: Record, code: IssueCode) -> None:
    assert code in codes(record)


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.__name__)
def test_every_check_is_altered_at_least_once(rule: Check) -> None:
    records = [value for parameter in ALTERED for value in parameter.values if isinstance(value, Record)]
    alone = [Subject(record, document_of().text, (record,)) for record in records]
    beside = [
        Subject(record, document.text, document.records)
        for document in (
            *SERIES,
            ARRIVED,
            LOST,
            UNTOLD,
            GIVEN,
            COUNTED,
            SIDED,
            UNCOUNTED,
            *SIDES_UNREAD,
            *LIMITS,
            JOINED,
            MISREAD,
            AGAIN,
            CROSSED,
            SPELT,
        )
        for record in document.records
    ]
    assert any(list(rule(subject)) for subject in (*alone, *beside))


@pytest.mark.parametrize(
    ("raw", "apart"),
    [
        ("d'un montant de 7 500 € (sept mille euros)", True),
        ("la somme de sept mille cinq cents (7 000) euros", True),
        ("au prix de : deux cent vingt et un mille euros (212 000,00 euros)", True),
        ("de sept mille cinq cents euros (7 500 €)", False),
        ("de cent mille euros et vingt centimes (100 000,20 €)", False),
        ("la somme de cing cent euros (500 €)", False),
        ("pour sept mille euros HT (8 400 € TTC)", False),
        ("de quatre (5) membres, pour 10 euros", False),
    ],
)
def test_an_amount_is_one_in_words_and_in_figures(raw: str, apart: bool) -> None:
    assert bool(found_in(spelt(raw), IssueCode.WORDS_AND_FIGURES)) is apart


@pytest.mark.parametrize("name", ["VALMONT J.", "J. VALMONT", "Valmont Jeanne", "K. VALMONT"])
def test_a_chair_is_found_among_names_with_initials(name: str) -> None:
    record = replace(RIGHT, chair=Person("Jeanne Valmont"), present=(name, *RIGHT.present[1:]))
    assert (IssueCode.CHAIR_NOT_PRESENT in codes(record)) is name.startswith("K")


@pytest.mark.parametrize(
    ("members", "said"),
    [
        (Members(in_office=8), Severity.INFO),
        (Members(in_office=9), Severity.INFO),
        (Members(in_office=10), Severity.WARNING),
        (Members(in_office=6), Severity.ERROR),
    ],
)
def test_a_seat_or_two_may_be_vacant(members: Members, said: Severity) -> None:
    issues = check(document_of(replace(RIGHT, members=members)))
    assert [issue.severity for issue in issues if issue.code is IssueCode.ATTENDANCE_SUM] == [said]


@pytest.mark.parametrize(("voting", "said"), [(5, Severity.INFO), (7, Severity.WARNING)])
def test_some_who_sit_take_no_part(voting: int, said: Severity) -> None:
    issues = check(document_of(altered("members", voting=voting)))
    assert [issue.severity for issue in issues if issue.code is IssueCode.ATTENDANCE_COUNT] == [said]


@pytest.mark.parametrize(("holder", "said"), [("Luc ARNFL", False), ("Luc SORBIER", True)])
def test_a_holder_that_ocr_misread_sits(holder: str, said: bool) -> None:
    record = replace(RIGHT, proxies=(Proxy("Ida MOREL", holder), RIGHT.proxies[1]))
    assert (IssueCode.PROXY_HOLDER_ABSENT in codes(record)) is said


def test_a_list_of_acts_names_nobody_who_sat() -> None:
    record = replace(RIGHT, present=(), proxies=(), absent=(), members=Members(), decisions=("d'approuver",))
    assert IssueCode.ATTENDANCE_COUNT in codes(record, "Étaient excusés les élus suivants.")
    assert IssueCode.ATTENDANCE_COUNT in codes(replace(record, chair=None), "Feuille d'émargement")
    assert IssueCode.ATTENDANCE_COUNT not in codes(replace(record, chair=None), "Le conseil approuve.")
    assert IssueCode.ATTENDANCE_COUNT not in codes(record, "Liste des délibérations examinées, élus excusés.")


def test_lists_of_a_council_hold_a_number_that_the_law_knows() -> None:
    told = replace(RIGHT, members=Members(), vote=Vote(outcome="adopted"))
    eight = replace(told, present=(*RIGHT.present, "Eva TOREL"))
    assert codes(told, "Adopté") == []
    assert codes(eight, "Adopté") == [IssueCode.ATTENDANCE_SUM]
    assert codes(replace(eight, body="Conseil communautaire"), "Adopté") == []


def test_a_plain_unanimity_with_an_abstention_is_doubtful() -> None:
    raw = RAW.replace("des voix exprimées", "de ses membres en tout")
    assert codes(RIGHT, raw) == [IssueCode.FALSE_UNANIMITY]


def test_abstentions_do_not_break_a_unanimity_of_votes_cast() -> None:
    assert IssueCode.FALSE_UNANIMITY not in codes(RIGHT)


def test_two_proxies_and_a_third_present_were_lawful_in_the_health_emergency() -> None:
    held = (RIGHT.proxies[0], Proxy("Guy SENEC", "Luc ARNEL"))
    record = replace(
        RIGHT,
        session=Session(date=dt.date(2021, 3, 5)),
        proxies=held,
        members=Members(in_office=12),
        absent=(),
        convocation_date=None,
        signature=Signature(),
        publication_date=None,
        receipt=Receipt(),
    )
    assert codes(record) == []
    assert IssueCode.TOO_MANY_PROXIES in codes(replace(record, session=Session(date=dt.date(2023, 3, 5))))
    assert IssueCode.QUORUM in codes(replace(record, session=Session(date=dt.date(2023, 3, 5))))


def test_represented_members_count_in_a_commission_permanente() -> None:
    record = replace(RIGHT, members=Members(in_office=9), absent=(), body="Commission permanente")
    assert IssueCode.QUORUM not in codes(record)


@pytest.mark.parametrize("away", [4, 6])
def test_where_only_those_away_are_read_they_leave_a_quorum(away: int) -> None:
    names = ("Noé PRADEL", "Ida MOREL", "Guy SENEC", "Éva LORMEL", "Max TREUIL", "Léa VANNIER")
    record = replace(RIGHT, present=(), proxies=(), chair=None, members=Members(in_office=9), absent=names[:away])
    assert (IssueCode.QUORUM in codes(record)) is (away > 4)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("s'est réuni", True),
        ("n'ayant pu délibérer faute de quorum, s'est réuni", False),
        ("de nouveau convoqué, s'est réuni sans condition de quorum", False),
        ("réuni sur deuxième convocation, le quorum n'ayant pas été atteint le 3 mars", False),
    ],
)
def test_a_second_convocation_needs_no_quorum(told: str, said: bool) -> None:
    raw = f"Le comité {told}. Présents : Jeanne VALMONT, Luc ARNEL."
    start = raw.index("Jeanne")
    proofs = (Proof("/present/0", (Span(start, start + 14),), "test"),)
    few = replace(RIGHT, present=RIGHT.present[:2], members=Members(in_office=9), absent=(), evidence=proofs)
    assert (IssueCode.QUORUM in [issue.code for issue in check(document_of(few, raw=raw))]) is said


@pytest.mark.parametrize(("others", "said"), [(RIGHT.present, True), ((*RIGHT.present, "Eva TOREL"), False)])
def test_a_count_may_be_that_of_the_items_for_which_a_member_sits(others: tuple[str, ...], said: bool) -> None:
    members = Members(present=5)
    records = [replace(RIGHT, members=members), replace(RIGHT, members=members, ordinal=2, present=others)]
    codes_told = [issue.code for issue in check(document_of(*records))]
    assert (IssueCode.ATTENDANCE_COUNT in codes_told) is said


def test_who_leaves_the_room_by_name_completes_the_sum() -> None:
    left = Vote(for_=4, abstention=1, outcome="adopted", not_voting_names=("Paul ORBAN",))
    assert IssueCode.VOTE_SUM not in codes(replace(RIGHT, vote=left))
    assert IssueCode.VOTE_SUM in codes(replace(RIGHT, vote=replace(left, not_voting_names=())))


@pytest.mark.parametrize(("holder", "said"), [("Luc ARNEl", False), ("Mme ARNE1", False), ("ARNET", True)])
def test_letters_that_scanning_confuses_are_one(holder: str, said: bool) -> None:
    present = ("Jeanne VALMONT", "Luc ARNEI", "Zoé TERRIER", "Paul ORBAN")
    record = replace(RIGHT, present=present, proxies=(Proxy("Ida MOREL", holder), RIGHT.proxies[1]))
    assert (IssueCode.PROXY_HOLDER_ABSENT in codes(record)) is said


def test_a_chair_alone_is_no_list() -> None:
    alone = replace(RIGHT, members=Members(in_office=83, present=70, proxies=9), present=("Jeanne VALMONT",))
    assert codes(replace(alone, proxies=(), absent=(), vote=Vote(outcome="adopted")), "Adopté") == []


def test_a_list_that_is_not_there_is_not_compared() -> None:
    bare = replace(RIGHT, present=(), proxies=(), absent=(), chair=None)
    assert codes(bare) == []
    assert codes(replace(RIGHT, absent=(), members=replace(RIGHT.members, absent=None))) == []


def test_more_votes_than_voters_is_an_error() -> None:
    issues = check(document_of(altered("vote", for_=95)))
    assert [(issue.code, issue.severity) for issue in issues] == [(IssueCode.VOTE_SUM, Severity.ERROR)]


def test_a_finding_shows_its_passages_its_page_and_its_field() -> None:
    (issue,) = check(document_of(altered("vote", for_=6)))
    assert (issue.source, issue.page, issue.ordinal, issue.field) == ("dossier/acte.txt", 1, 1, "vote")
    assert [RAW[span.start : span.end] for span in issue.spans] == ["Pour : 5", "Contre : 0"]


def test_what_acts_of_one_sitting_share_is_said_once() -> None:
    proof = Proof("/chair", (Span(0, 7),), "test")
    first = replace(RIGHT, chair=Person("Noé PRADEL"), evidence=(*RIGHT.evidence, proof))
    issues = check(document_of(first, replace(first, ordinal=2, number="2023-15")))
    assert [(issue.code, issue.ordinal) for issue in issues] == [(IssueCode.CHAIR_NOT_PRESENT, None)]


def test_what_is_missing_is_said_of_each_act() -> None:
    issues = check(document_of(replace(RIGHT, number=None), replace(RIGHT, ordinal=2, number=None)))
    assert [issue.ordinal for issue in issues] == [1, 2]


@pytest.mark.parametrize(("siren", "valid"), [("243400017", True), ("213401722", True), ("243400018", False)])
def test_the_key_of_a_siren(siren: str, valid: bool) -> None:
    assert luhn(siren) is valid


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_checking_what_is_extracted_never_raises(path: Any) -> None:
    document = extract(read(expected_records(path)[0]))
    assert all(issue.message for issue in check(document))
