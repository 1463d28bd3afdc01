"""What a folder of real documents gives, file by file: kind, deliberations, fields, findings, seconds; then the totals.

    python -m benchmarks.survey [DIR] [-o TABLE.tsv] [--store STORE] [--workers 2]

DIR is by default the project's samples. A store made by ``kg build DIR --store STORE`` gives the characters that it
keeps, so that scans are not read by OCR again. The table is tab-separated and goes to the standard output unless -o
names a file; the totals follow on the standard output. Exit 1 where the program failed on a file.

Columns: ``fields`` counts the fields of the record (docs/record.md) that at least one deliberation of the file states,
``values`` all the values stated, ``findings`` the errors and warnings, ``codes`` what they are (or why a file is not
read), ``read`` and ``extract`` seconds.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from benchmarks.documents import Outcome, outcomes, tasks
from benchmarks.options import command
from kg.errors import Severity
from kg.model import Document
from kg.resources import shipped

UNREAD = "not read"
FAILED = "FAILED"


class Row(NamedTuple):
    """A line of the table; ``read`` and ``extract`` are seconds, ``read`` is empty where nothing was read anew."""

    file: str
    kind: str
    records: int
    fields: int
    values: int
    findings: int
    codes: str
    read: str
    extract: str


def row(outcome: Outcome) -> Row:
    """What one file gave."""
    reading = "" if outcome.reading is None else f"{outcome.reading:.3f}"
    document = outcome.document
    if document is None:
        kind, why = (FAILED, outcome.fault) if outcome.fault else (UNREAD, outcome.unread)
        return Row(outcome.name, kind, 0, 0, 0, 0, why or "", reading, "")
    codes = Counter(issue.code.value for issue in document.issues if issue.severity is not Severity.INFO)
    told = " ".join(f"{code}:{count}" for code, count in sorted(codes.items()))
    numbers = (len(document.records), len(fields(document)), _values(document), codes.total())
    return Row(outcome.name, document.kind, *numbers, told, reading, f"{outcome.extracting:.3f}")


def fields(document: Document) -> set[str]:
    """The fields of the record that a document states, at least in one of its deliberations."""
    return {proof.pointer.split("/")[1] for record in document.records for proof in record.evidence}


def _values(document: Document) -> int:
    return sum(len(record.evidence) for record in document.records)


def totals(rows: Sequence[Row]) -> list[str]:
    """The sums of a table, one line per kind of document, then all and the findings by code."""
    lines = []
    for kind in sorted({row.kind for row in rows}):
        lines.append(_sums(kind, [row for row in rows if row.kind == kind]))
    lines.append(_sums("all", rows))
    codes: Counter[str] = Counter()
    for code, count in (
        told.split(":") for row in rows if row.kind not in (UNREAD, FAILED) for told in row.codes.split()
    ):
        codes[code] += int(count)
    return [*lines, "findings: " + ", ".join(f"{code} {count}" for code, count in codes.most_common())]


def _sums(name: str, rows: Sequence[Row]) -> str:
    seconds = sum(float(row.read or 0) for row in rows), sum(float(row.extract or 0) for row in rows)
    told = [f"{sum(getattr(row, column) for row in rows)} {column}" for column in ("records", "values", "findings")]
    return f"{name}: {len(rows)} files, {', '.join(told)}, read {seconds[0]:.1f} s, extract {seconds[1]:.1f} s"


def write(rows: Iterable[Row], target: TextIO) -> None:
    """The table with its heading, tab-separated."""
    table = csv.writer(target, delimiter="\t", lineterminator="\n")
    table.writerow(Row._fields)
    table.writerows(rows)


def main() -> None:
    """Read the folder, write the table, print the totals."""
    parser = command("survey", __doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=shipped("samples"), help="the documents")
    parser.add_argument("-o", "--output", type=Path, help="write the table here")
    parser.add_argument("--store", type=Path, help="a store that keeps the characters of these files")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    options = parser.parse_args()
    rows = [row(outcome) for outcome in outcomes(tasks(options.folder, options.store), options.workers)]
    if options.output:
        with options.output.open("w", encoding="utf-8", newline="") as target:
            write(rows, target)
    else:
        write(rows, sys.stdout)
    print(*totals(rows), sep="\n")
    sys.exit(any(row.kind == FAILED for row in rows))


if __name__ == "__main__":
    main()
