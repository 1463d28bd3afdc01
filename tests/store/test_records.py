"""The records cache: what is kept comes back the same, and what no release needs goes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import IssueCode, ReadError, Severity
from kg.model import Document, Issue, Page, Source, Span, Text
from kg.pipeline import read_document
from kg.store.kept import Kept, keep_document, keep_failure, open_document, open_text
from kg.store.records import FileState, Member, Version, open_records
from tests.acts import write_act


def test_a_document_comes_back_the_same(tmp_path: Path) -> None:
    document = read_document(write_act(tmp_path, "2024-001"), tmp_path)
    assert document.records
    assert open_document(keep_document(document), "2024-001.txt") == document


def test_a_document_takes_the_path_that_it_has_now(tmp_path: Path) -> None:
    kept = keep_document(read_document(write_act(tmp_path, "2024-001"), tmp_path))
    opened = open_document(kept, "archives/acte.txt")
    assert isinstance(opened, Document)
    assert opened.text.source.path == "archives/acte.txt"
    assert {record.source for record in opened.records} == {"acte.txt"}
    assert {issue.source for issue in opened.issues} <= {"archives/acte.txt"}


@given(st.text(st.characters()), st.floats(0, 1), st.integers(1, 9))
def test_any_text_comes_back_the_same(raw: str, confidence: float, number: int) -> None:
    pages = (Page(number, Span(0, len(raw)), confidence),)
    text = Text(Source("a.txt", "text/plain", "0" * 64), raw, pages, (Span(0, 1),))
    document = Document(text, "deliberation")
    kept = keep_document(document)
    assert open_document(kept, "a.txt") == document
    assert open_text(kept.text) == raw
    without = open_document(Kept(kept.body, b""), "a.txt")
    assert without == replace(document, text=replace(text, raw=""))


def test_a_failure_comes_back_as_a_finding() -> None:
    kept = keep_failure(ReadError(IssueCode.NO_TEXT_LAYER, "a scan", page=1))
    assert open_document(kept, "a.pdf") == Issue(IssueCode.NO_TEXT_LAYER, Severity.ERROR, "a scan", "a.pdf", 1)


def test_files_and_readings_are_remembered(tmp_path: Path) -> None:
    with open_records(tmp_path, create=True) as records:
        records.remember_file("/a.txt", FileState(3, "1 2", "f" * 64))
        records.keep("k", Version("v1", "t"), "f" * 64, Kept(b"body", b""))
        records.commit()
    with open_records(tmp_path) as records:
        assert records.files() == {"/a.txt": FileState(3, "1 2", "f" * 64)}
        assert (records.keys("v1"), records.keys("v2")) == ({"k"}, set())
        assert records.reading("k", "v1") == Kept(b"body", b"")


@pytest.mark.parametrize("needed", [True, False])
def test_an_older_reading_stays_as_long_as_its_release(tmp_path: Path, needed: bool) -> None:
    with open_records(tmp_path, create=True) as records:
        records.keep("k", Version("old", "t"), "f" * 64, Kept(b"body", b""))
        records.keep("k", Version("new", "t"), "f" * 64, Kept(b"body", b""))
        records.keep_graph("authority/1", "d", 1, b"")
        records.keep_graph("authority/2", "d", 1, b"")
        records.describe_release(1, [Member("a.txt", "k", "old")])
        records.describe_release(2, [Member("a.txt", "k", "new")])
        records.forget([1, 2] if needed else [2], "new", ["authority/2"])
        assert records.keys("old") == ({"k"} if needed else set())
        assert records.keys("new") == {"k"}
        assert records.graph_digests() == {"authority/2": "d"}
        assert records.members(1) == ((Member("a.txt", "k", "old"),) if needed else ())


def test_the_texts_as_they_are_are_for_the_operator_alone(tmp_path: Path) -> None:
    with open_records(tmp_path, create=True):
        pass
    assert (tmp_path / "records.sqlite").stat().st_mode & 0o077 == 0
