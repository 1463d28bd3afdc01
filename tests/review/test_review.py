"""``kg review``: what is doubtful, worst first, with its passage; the line it prints corrects it once filled in."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.check import check
from kg.check.confidence import rate
from kg.cli import app
from kg.errors import IssueCode, Severity
from kg.model import Document, Issue, Proof, Record, Span
from kg.review.doubts import doubtful, worst_first
from tests.acts import write_act
from tests.test_check import RAW, RIGHT, document_of


def kg(*words: object) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path]:
    """Two acts; in one of them four votes are cast for three members."""
    folder, store = tmp_path / "in", tmp_path / "store"
    write_act(folder, "2024-001")
    wrong = write_act(folder, "2024-002", town="Saint-Aubrac")
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("3 voix pour", "4 voix pour"), encoding="utf-8")
    assert kg("build", folder, "--store", store, "-w", 1).exit_code == 0
    return folder, store


def shown(store: Path, *words: object) -> list[dict[str, Any]]:
    printed = kg("review", "--store", store, "--json", *words)
    assert printed.exit_code == 0
    told: list[dict[str, Any]] = json.loads(printed.stdout)
    return told


def test_the_doubtful_value_comes_with_its_passage_and_its_finding(built: tuple[Path, Path]) -> None:
    first = shown(built[1], "--field", "vote/for")[0]
    assert (first["file"], first["field"], first["value"]) == ("2024-002.txt", "vote/for", 4)
    assert "4 voix pour" in first["words"]
    assert first["before"].endswith("délibéré, par") or "délibéré" in first["before"]
    assert any("4" in finding for finding in first["findings"])
    assert first["confidence"] < 0.95


def test_what_is_shown_can_be_chosen(built: tuple[Path, Path]) -> None:
    store = built[1]
    everything = shown(store, "--below", 1, "--limit", 0)
    assert [d["confidence"] for d in everything] == sorted(d["confidence"] for d in everything)
    assert {d["authority"] for d in shown(store, "--below", 1, "--limit", 0, "--authority", "aubrac")} == {
        "Saint-Aubrac"
    }
    assert shown(store, "--authority", "lutèce") == []
    assert {d["field"].split("/")[0] for d in shown(store, "--below", 1, "--limit", 0, "--field", "vote")} == {"vote"}
    assert len(shown(store, "--below", 1, "--limit", 2)) == 2
    assert "Nothing is doubtful" in kg("review", "--store", store, "--authority", "lutèce").stdout


def test_the_printed_line_once_filled_in_corrects_the_value(built: tuple[Path, Path], tmp_path: Path) -> None:
    folder, store = built
    printed = kg("review", "--store", store, "--limit", 1, "--who", "Ada LORME", "--field", "vote/for").stdout
    (line,) = [text for text in printed.splitlines() if text.startswith("{")]
    lines = tmp_path / "relu.jsonl"
    lines.write_text(line + "\n", encoding="utf-8")
    refused = kg("build", folder, "--store", store, "--corrections", lines)
    assert refused.exit_code == 1
    assert f"{lines.as_posix()}:1" in refused.stderr
    lines.write_text(json.dumps({**json.loads(line), "value": 3, "why": "compté"}) + "\n", encoding="utf-8")
    assert kg("build", folder, "--store", store, "--corrections", lines, "-w", 1).exit_code == 0
    assert ("2024-002.txt", "vote/for") not in {(d["file"], d["field"]) for d in shown(store)}
    assert kg("build", folder, "--store", store, "--corrections", tmp_path / "none.jsonl").exit_code == 2


def test_what_should_have_been_read_is_doubtful_too() -> None:
    missing = replace(RIGHT, authority=None, number=None)
    document = document_of(missing, replace(missing, ordinal=2))
    (found,) = doubtful(rate(replace(document, issues=check(document))), 0.85)
    assert (found.field, found.value, found.acts) == ("authority/name", None, (1, 2))
    assert json.loads(found.line())["record"] == 1


def test_two_values_in_the_text_show_where_they_are() -> None:
    span = Span(RAW.index("Pour"), RAW.index("Contre"))
    issue = Issue(IssueCode.AMBIGUOUS_VALUE, Severity.WARNING, "deux dates", "a", 1, 1, "signature/date", (span,))
    record = replace(RIGHT, signature=replace(RIGHT.signature, date=None))
    (found,) = doubtful(replace(document_of(record), issues=(issue,)), 0.85)
    assert (found.field, found.words, found.findings) == ("signature/date", "Pour : 5", ("deux dates",))


def test_a_reading_that_acts_share_is_shown_once_and_the_worst_first() -> None:
    proof = Proof("/vote/for", (Span(42, 50),), "a-rule", 0.4)
    other = Proof("/vote/against", (Span(51, 61),), "a-rule", 0.2)
    first = Record("acte.txt", 1, number="2023-14", vote=RIGHT.vote, evidence=(proof, other))
    document: Document = document_of(first, replace(first, ordinal=2, number="2023-15"))
    found = worst_first(doubtful(document, 0.5))
    assert [(d.pointer, d.acts, d.confidence) for d in found] == [
        ("/vote/against", (1, 2), 0.2),
        ("/vote/for", (1, 2), 0.4),
    ]
