"""Corrections in a build: replayed each time, reversible, told in the graph, and nothing is read again for them."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QuerySolutions

from kg.errors import IssueCode, KgError
from kg.graph.validation import validate
from kg.model import Document
from kg.pipeline import Build, build, documents_of, local_pool
from kg.store.query import open_release, run
from tests.acts import exported, write_act

FOR = """PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
  SELECT ?n WHERE { ?vote eli-dl:number_of_votes_favor ?n } ORDER BY ?n"""
NOTE = """PREFIX def: <https://w3id.org/deliberations-fr/def#> PREFIX dcterms: <http://purl.org/dc/terms/>
  PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
  SELECT ?who ?why ?read ?corrected WHERE {
    ?act prov:wasDerivedFrom ?c .
    ?c a def:Correction ; def:porteSur ?act ; prov:wasAttributedTo/foaf:name ?who ; dcterms:description ?why ;
      def:valeurLue ?read ; def:valeurCorrigee ?corrected }"""


def write(path: Path, act: Path, field: str = "/vote/for", value: Any = 2, **more: Any) -> Path:
    sha256 = hashlib.sha256(act.read_bytes()).hexdigest()
    told = {"source": sha256, "record": 1, "field": field, "value": value, "who": "Ada LORME", "why": "vu", **more}
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")
    return path


def made(folder: Path, store: Path, *corrections: Path) -> Build:
    return build([folder], store, pool=local_pool(1), corrections=corrections)


def asked(done: Build, query: str) -> list[list[str]]:
    answer = run(open_release(done.release.path), query)
    assert isinstance(answer, QuerySolutions)
    return [[term.value for term in row] for row in answer]


def test_a_correction_is_replayed_and_taken_back(tmp_path: Path) -> None:
    folder, store = tmp_path / "in", tmp_path / "store"
    write_act(folder, "2024-002")
    act = write_act(folder, "2024-001")
    assert asked(made(folder, store), FOR) == [["3"], ["3"]]
    before = exported(store)
    lines = write(tmp_path / "relu.jsonl", act, was=3)
    corrected = made(folder, store, lines)
    assert (corrected.is_new, corrected.read, corrected.corrected, corrected.failed) == (True, 0, 1, ())
    assert asked(corrected, FOR) == [["2"], ["3"]]
    assert validate(exported(store).decode()) == ()
    assert asked(corrected, NOTE) == [["relecteur", "vu", "3", "2"]], "who corrects is named in the file alone"
    again = made(folder, store, lines)
    assert (again.is_new, again.read) == (False, 0)
    lines.write_text("# rien\n", encoding="utf-8")
    back = made(folder, store, lines)
    assert (back.is_new, back.read, back.corrected) == (True, 0, 0)
    assert exported(store) == before


def test_a_corrected_record_is_checked_again_in_its_release(tmp_path: Path) -> None:
    folder, store = tmp_path / "in", tmp_path / "store"
    act = write_act(folder, "2024-001")
    write(folder / "corrections.jsonl", act, "/present", ["Jeanne VALMONT", "Paul ORTEIL"])
    done = made(folder, store)
    assert (done.sources, done.corrected, done.failed) == (1, 1, ())
    (document,) = documents_of(store, done.release)
    assert isinstance(document, Document)
    assert document.text.raw == act.read_text(encoding="utf-8")
    assert IssueCode.VOTE_SUM in [issue.code for issue in document.issues], "three votes for two members"
    assert validate(exported(store).decode()) == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", IssueCode.CORRECTION_UNREADABLE),
        (b"\xff\xfe\xfa", IssueCode.CORRECTION_UNREADABLE),
        (
            json.dumps({"source": "a" * 64, "record": 1, "field": "/title", "value": "x", "who": "A", "why": "b"}),
            IssueCode.CORRECTION_STALE,
        ),
    ],
    ids=["no JSON", "no UTF-8", "no such source"],
)
def test_what_does_not_hold_is_a_failure_and_all_else_is_built(
    tmp_path: Path, content: str | bytes, code: IssueCode
) -> None:
    folder = tmp_path / "in"
    write_act(folder, "2024-001")
    path = tmp_path / "relu.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = made(folder, tmp_path / "store", path)
    assert [issue.code for issue in done.failed] == [code]
    assert done.failed[0].source.startswith(path.as_posix())
    assert done.records == 1


def test_a_record_that_is_not_there_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    act = write_act(folder, "2024-001")
    done = made(folder, tmp_path / "store", write(tmp_path / "relu.jsonl", act, record="2024-999"))
    assert [issue.code for issue in done.failed] == [IssueCode.CORRECTION_STALE]
    assert done.failed[0].source.endswith("relu.jsonl:1")


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="corrections"):
        made(write_act(tmp_path / "in", "2024-001").parent, tmp_path / "store", tmp_path / "none.jsonl")
