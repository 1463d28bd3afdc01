"""The table of what a folder gives, on the samples and on files that cannot be read."""

import csv
import io
from pathlib import Path

import pytest

from benchmarks.documents import Outcome, Task, outcome_of, tasks
from benchmarks.survey import FAILED, UNREAD, row, totals, write
from kg.pipeline import build
from kg.resources import shipped

SAMPLES = shipped("samples")
MINUTES = "saint-aubrac_PV_2023-06-05.txt"


def _outcome(folder: Path, name: str) -> Outcome:
    return outcome_of(Task(folder / name, folder, None))


def test_a_row_says_what_minutes_gave() -> None:
    made = row(_outcome(SAMPLES, MINUTES))
    assert (made.file, made.kind, made.records) == (MINUTES, "minutes", 3)
    assert made.values > made.fields > 10 and float(made.extract) > 0


def test_a_file_that_is_no_document_has_a_row_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("DELIB_ID;DELIB_OBJET\n2023-014;Vente du presbytère\n", encoding="utf-8")
    made = row(_outcome(tmp_path, "table.csv"))
    assert (made.kind, made.records, made.codes, made.extract) == (UNREAD, 0, "unsupported-format", "")


def test_a_fault_of_the_program_is_a_row_too() -> None:
    made = row(Outcome("a.txt", fault="ValueError: no such day"))
    assert (made.kind, made.codes) == (FAILED, "ValueError: no such day")


def test_the_totals_add_up_and_the_table_reads_back() -> None:
    rows = [row(_outcome(SAMPLES, name)) for name in (MINUTES, "saint-aubrac_D2023-41.txt")]
    rows.append(row(Outcome("a.csv", unread="unsupported-format")))
    target = io.StringIO()
    write(rows, target)
    told = list(csv.DictReader(io.StringIO(target.getvalue()), delimiter="\t"))
    assert [line["file"] for line in told] == [made.file for made in rows]
    lines = totals(rows)
    assert lines[-2].startswith(f"all: 3 files, {sum(made.records for made in rows)} records")
    assert lines[-1].startswith("findings:") and "unsupported-format" not in lines[-1]


def test_characters_that_a_store_keeps_are_not_read_again(tmp_path: Path) -> None:
    folder, store = tmp_path / "in", tmp_path / "store"
    folder.mkdir()
    (folder / MINUTES).write_bytes((SAMPLES / MINUTES).read_bytes())
    build([folder], store)
    (task,) = tasks(folder, store)
    assert task.text is not None
    kept = outcome_of(task)
    assert kept.reading is None and kept.document and len(kept.document.records) == 3


@pytest.mark.parametrize("name", [MINUTES, "essarts-noirs_2025-09.pdf"])
def test_without_a_store_the_seconds_of_reading_are_told(name: str) -> None:
    made = _outcome(SAMPLES, name)
    assert made.reading is not None and made.reading > 0
