"""Corrections: read line by line, put into a record, checked again; those that hold no more are said."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kg.check import check
from kg.codec import record_to_json
from kg.correction import CORRECTION, Correction
from kg.errors import IssueCode, Severity
from kg.model import Document, Issue, Person, Proof, Record
from kg.review.apply import apply
from kg.review.corrections import line_of, read_corrections
from tests.test_check import RAW, RIGHT, document_of

SHA = "0" * 64
GOOD = {"source": SHA, "record": 1, "field": "/vote/for", "value": 5, "who": "Ada LORME", "why": "page 2"}


def line(**changes: Any) -> str:
    return json.dumps({**GOOD, **changes})


def correction(field: str, value: Any, **changes: Any) -> Correction:
    return Correction(SHA, changes.pop("record", 1), field, value, "Ada LORME", "page 2", origin="c.jsonl:1", **changes)


def one(document: Document, *corrections: Correction) -> Record:
    done, issues = apply(document, corrections)
    assert issues == ()
    return done.records[0]


def test_a_file_has_a_correction_a_line_and_comments() -> None:
    read = read_corrections(f"# relu le 2 mai\n\n{line()}\n{line(was=None, when='2024-05-02')}\n", "c.jsonl")
    assert read.issues == ()
    first, second = read.corrections
    assert (first.origin, first.has_was, first.value) == ("c.jsonl:3", False, 5)
    assert (second.has_was, second.was, second.when) == (True, None, "2024-05-02")
    assert [json.loads(line_of(c)) for c in read.corrections] == [GOOD, {**GOOD, "was": None, "when": "2024-05-02"}]


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        "[]",
        '"texte"',
        line(value=float("nan")),
        line(source="abc"),
        line(record=0),
        line(record=True),
        line(field="vote/for"),
        line(field="/evidence/~1vote"),
        line(field="/source"),
        line(field="/confidence"),
        line(who=" "),
        line(why=None),
        line(when="hier"),
        line(because="?"),
        json.dumps({key: value for key, value in GOOD.items() if key != "value"}),
    ],
)
def test_a_line_that_is_no_correction_is_said_and_costs_only_itself(wrong: str) -> None:
    read = read_corrections(f"{wrong}\n{line()}", "c.jsonl")
    assert [(issue.code, issue.severity, issue.source) for issue in read.issues] == [
        (IssueCode.CORRECTION_UNREADABLE, Severity.ERROR, "c.jsonl:1")
    ]
    assert [c.origin for c in read.corrections] == ["c.jsonl:2"]


DOCUMENT = document_of(RIGHT)


def at(record: Record, pointer: str) -> Any:
    value: Any = record_to_json(record)
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("/vote/for", 4),
        ("/vote/for", None),
        ("/vote/outcome", "rejected"),
        ("/vote/unanimous", False),
        ("/session/date", "2023-06-06"),
        ("/chair", {"name": "Luc ARNEL", "role": None}),
        ("/chair/name", "Luc ARNEL"),
        ("/rapporteur/name", "Zoé TERRIER"),
        ("/present/1", "Lucien ARNEL"),
        ("/present", ["Jeanne VALMONT", "Luc ARNEL"]),
        ("/proxies/0/holder", None),
        ("/funding/0/amount", 60000.5),
        ("/amounts", [12, 60000]),
    ],
)
def test_any_value_of_a_record_can_be_corrected(field: str, value: Any) -> None:
    assert at(one(DOCUMENT, correction(field, value)), field) == value


def test_items_are_added_and_taken_out_by_the_places_that_were_read() -> None:
    out = one(
        DOCUMENT, correction("/present/0", None), correction("/present/2", "Z. TERRIER"), correction("/present/1", None)
    )
    assert out.present == ("Z. TERRIER", "Paul ORBAN")
    more = one(DOCUMENT, correction("/present/-", "Marc LISSAC"))
    assert more.present == (*RIGHT.present, "Marc LISSAC")


def test_a_corrected_value_has_the_correction_as_its_proof() -> None:
    record = one(DOCUMENT, correction("/vote/for", 6))
    (proof,) = [p for p in record.evidence if p.pointer == "/vote/for"]
    assert (proof.spans, proof.rule, proof.confidence) == ((), CORRECTION, 0.99)
    assert [p.pointer for p in record.evidence if p.spans] == ["/vote/unanimous", "/vote/against"]


def test_proofs_follow_the_items_of_a_list_that_one_was_taken_out_of() -> None:
    proofs = tuple(Proof(f"/present/{rank}", RIGHT.evidence[0].spans, f"rule-{rank}") for rank in range(4))
    record = one(document_of(replace(RIGHT, evidence=proofs)), correction("/present/1", None))
    assert [(p.pointer, p.rule) for p in record.evidence] == [
        ("/present/0", "rule-0"),
        ("/present/1", "rule-2"),
        ("/present/2", "rule-3"),
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("/vote/foo", 4),
        ("/vote/foo", None),
        ("/subject", "x"),
        ("/vote/for", "quatre"),
        ("/vote/for", "4"),
        ("/vote/unanimous", "oui"),
        ("/vote/outcome", "voted"),
        ("/session/date", "5 juin"),
        ("/present/9", "Marc LISSAC"),
        ("/present/-", None),
        ("/present", "Marc LISSAC"),
        ("/title/x", "y"),
        ("/secretary/role", "Maire"),
        ("/present/0", 4),
        ("/chair", "Luc ARNEL"),
        ("", 4),
    ],
)
def test_what_cannot_be_put_there_is_said_with_its_line(field: str, value: Any) -> None:
    done, (issue,) = apply(DOCUMENT, [correction(field, value)])
    assert (issue.code, issue.severity, issue.source) == (IssueCode.CORRECTION_STALE, Severity.WARNING, "c.jsonl:1")
    assert done.corrections == ()
    assert record_to_json(done.records[0])["vote"] == record_to_json(RIGHT)["vote"]
    assert done.records[0].present == RIGHT.present


def test_a_correction_of_another_reading_is_not_applied() -> None:
    _, (issue,) = apply(DOCUMENT, [correction("/vote/for", 6, was=4, has_was=True)])
    assert issue.code is IssueCode.CORRECTION_STALE
    assert one(DOCUMENT, correction("/vote/for", 6, was=5, has_was=True)).vote.for_ == 6
    assert one(DOCUMENT, correction("/vote/for", 5, was=4, has_was=True)).vote.for_ == 5, "it is read right now"


def test_a_record_is_named_by_place_or_by_number() -> None:
    both = document_of(RIGHT, replace(RIGHT, ordinal=2, number="2023-15"))
    done, issues = apply(both, [correction("/vote/for", 6, record="2023-15"), correction("/vote/for", 6, record=3)])
    assert [record.vote.for_ for record in done.records] == [5, 6]
    assert [c.record for c in done.corrections] == [2]
    assert len(issues) == 1
    twins = document_of(RIGHT, replace(RIGHT, ordinal=2))
    assert len(apply(twins, [correction("/vote/for", 6, record="2023-14")])[1]) == 1, "two acts have this number"


def test_an_act_that_is_none_can_be_taken_out() -> None:
    done, issues = apply(document_of(RIGHT, replace(RIGHT, ordinal=2)), [correction("", None, record=2)])
    assert issues == ()
    assert [record.ordinal for record in done.records] == [1]


def test_a_corrected_record_is_checked_again() -> None:
    wrong = document_of(replace(RIGHT, vote=replace(RIGHT.vote, for_=4)), raw=RAW[:61])
    residue = Issue(IssueCode.UNREAD_RESIDUE, Severity.WARNING, "reste", wrong.text.source.path, 1, 1, "vote/for")
    wrong = replace(wrong, issues=(residue, *check(wrong)))
    assert [issue.code for issue in wrong.issues] == [IssueCode.UNREAD_RESIDUE, IssueCode.VOTE_SUM]
    done, _ = apply(wrong, [correction("/vote/for", 5)])
    assert done.issues == ()
    worse, _ = apply(done, [correction("/chair", {"name": "Marc LISSAC"})])
    assert [issue.code for issue in worse.issues] == [IssueCode.CHAIR_NOT_PRESENT]
    assert worse.records[0].chair == Person("Marc LISSAC")
