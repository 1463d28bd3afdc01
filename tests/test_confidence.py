"""How sure values are: findings and doubted characters lower it, nothing raises it, and the data beside it is sound."""

from dataclasses import replace

import pytest

from kg.check.confidence import (
    BROAD,
    POINTED,
    RESIDUE,
    SIGNALS,
    UNSURE,
    Calibration,
    calibration,
    field_of,
    rate,
    signals,
)
from kg.codec import record_from_json, record_to_json
from kg.correction import CORRECTION
from kg.errors import IssueCode, Severity
from kg.extract import extract
from kg.model import Document, Issue, Page, Proof, Proxy, Record, Source, Span, Text, Vote
from kg.pipeline.work import document_of
from kg.reading import read
from tests.samples import EXPECTED, expected_records

RAW = "Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, Paul ORBAN. Pour : 4"
NAMES = ("Jeanne VALMONT", "Luc ARNEL", "Zoé TERRIER", "Paul ORBAN")
PRESENT = tuple(Span(RAW.index(name), RAW.index(name) + len(name)) for name in NAMES)
FOR = Span(RAW.index("Pour"), len(RAW))
RECORD = Record(
    "acte.txt",
    1,
    present=NAMES,
    vote=Vote(for_=4),
    evidence=(
        *(Proof(f"/present/{rank}", (span,), "list") for rank, span in enumerate(PRESENT)),
        Proof("/vote/for", (FOR,), "counter"),
    ),
)


def document(*issues: Issue, doubtful: tuple[Span, ...] = ()) -> Document:
    text = Text(Source("acte.txt", "text/plain", "0" * 64), RAW, (Page(1, Span(0, len(RAW))),), doubtful)
    return Document(text, "deliberation", (RECORD,), issues)


def issue(*spans: Span, severity: Severity = Severity.WARNING, code: IssueCode = IssueCode.VOTE_SUM) -> Issue:
    return Issue(code, severity, "doute", "acte.txt", 1, 1, "vote", spans)


def told(doc: Document) -> dict[str, tuple[str, ...]]:
    return {pointer: found for pointer, found in signals(doc, RECORD).items() if found}


def test_a_value_that_nothing_bears_on_has_its_rules_share() -> None:
    assert told(document()) == {}
    known = Calibration(0.5, {"present": 0.8}, {("present", "list"): 0.95}, {})
    assert known.confidence("present", "list", ()) == 0.95
    assert known.confidence("present", "another", ()) == 0.8
    assert known.confidence("number", "another", ()) == 0.5


def test_a_finding_points_at_a_few_values_or_takes_a_list_together() -> None:
    assert told(document(issue(FOR))) == {"/vote/for": (POINTED,)}
    assert told(document(issue(*PRESENT))) == {f"/present/{rank}": (BROAD,) for rank in range(4)}
    assert told(document(issue(FOR, severity=Severity.INFO))) == {}
    assert told(document(replace(issue(FOR), ordinal=2))) == {}


def test_characters_left_unread_bear_on_their_area() -> None:
    assert told(document(issue(code=IssueCode.UNREAD_RESIDUE))) == {"/vote/for": (RESIDUE,)}


@pytest.mark.parametrize(("at", "unsure"), [(RAW.index("ARNEL"), True), (RAW.index("Présents"), False)])
def test_what_ocr_doubts_bears_on_the_values_it_is_in(at: int, unsure: bool) -> None:
    assert told(document(doubtful=(Span(at, at + 5),))) == ({"/present/1": (UNSURE,)} if unsure else {})


def test_no_signal_makes_a_value_surer() -> None:
    known = calibration()
    assert set(known.factors) == set(SIGNALS)
    assert all(0 < factor <= 1 for factor in known.factors.values())
    for (field, rule), share in known.rules.items():
        assert 0 < share < 1
        assert known.confidence(field, rule, (POINTED,)) <= known.confidence(field, rule, ())


def test_what_a_person_put_there_is_as_sure_as_anything() -> None:
    assert calibration().confidence("vote/for", CORRECTION, (POINTED, BROAD)) == 0.99


def test_a_rated_record_says_how_sure_its_core_is() -> None:
    plain, doubted = (rate(doc).records[0] for doc in (document(), document(issue(FOR))))
    assert plain.confidence == next(proof.confidence for proof in plain.evidence if proof.pointer == "/vote/for")
    assert (doubted.confidence or 1) < (plain.confidence or 0)
    assert rate(replace(document(), records=(Record("acte.txt", 1),))).records[0].confidence is None


@pytest.mark.parametrize(
    ("pointer", "field"),
    [
        ("/present/3", "present"),
        ("/proxies/0/holder", "proxies"),
        ("/vote/against_names/1", "vote/against_names"),
        ("/vote/for", "vote/for"),
        ("/authority", "authority/name"),
        ("/authority/siren", "authority/siren"),
        ("/chair/name", "chair/name"),
        ("/signature/signatory", "signature/signatory/name"),
        ("/funding/2/amount", "funding"),
    ],
)
def test_the_field_of_a_pointer(pointer: str, field: str) -> None:
    assert field_of(pointer) == field


def test_confidence_is_in_the_public_record_and_comes_back() -> None:
    record = rate(document(issue(FOR))).records[0]
    public = record_to_json(record)
    assert public["confidence"] == record.confidence
    assert public["confidences"]["/present/0"] == record.evidence[0].confidence
    assert record_from_json(public) == record
    assert record_from_json({**public, "proxies": [{"giver": "A"}]}).proxies == (Proxy("A"),)


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_every_value_read_is_rated(path: object) -> None:
    sample = expected_records(path)[0]  # type: ignore[arg-type]
    rated = document_of(read(sample))
    assert [record.ordinal for record in rated.records] == [record.ordinal for record in extract(read(sample)).records]
    assert all(0 < (proof.confidence or 0) < 1 for record in rated.records for proof in record.evidence)
