"""The two sides of a comparison: what documents and tables say of the same acts, or of the same grants, in one form."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from benchmarks.gold import fold
from kg.model import Document, Record
from kg.reading.text import decode

# What a side speaks of: the value that tells its entries apart, and those that are compared beside it.
ACTS = ("title", ("number", "date", "outcome", "for", "against", "abstention"))
GRANTS = ("recipient", ("recipient", "amount"))
SIDES = {"acts": ACTS, "grants": GRANTS}
# What an entry must have: the heads of a table's sections have no amount.
NEEDED = {"acts": ("title",), "grants": ("recipient", "amount")}
# The columns of the national schemas (SCDL deliberations, SCDL subventions), by value.
SCHEMAS: dict[str, dict[str, str]] = {
    "acts": {
        "number": "DELIB_ID",
        "date": "DELIB_DATE",
        "title": "DELIB_OBJET",
        "for": "VOTE_POUR",
        "against": "VOTE_CONTRE",
        "abstention": "VOTE_ABSTENTION",
    },
    "grants": {"recipient": "nomBeneficiaire", "amount": "montant"},
}
_TABLES = (".csv", ".tsv")
_POINTERS = {
    "title": "/title",
    "number": "/number",
    "date": "/session/date",
    "outcome": "/vote/outcome",
    "for": "/vote/for",
    "against": "/vote/against",
    "abstention": "/vote/abstention",
}
_QUOTED = 120  # characters of a passage that are worth printing


@dataclass(frozen=True, slots=True)
class Entry:
    """An act or a grant as one source has it. ``place``: which deliberation of a document, which row of a table.

    ``values`` are in one writing for both sides (ISO dates, plain figures, folded numbers and names), ``quotes`` as
    printed, with the rule that read them.
    """

    source: str
    place: str
    values: Mapping[str, str]
    quotes: Mapping[str, str]


def is_table(path: Path) -> bool:
    """Whether a source is read by the csv module."""
    return path.suffix.lower() in _TABLES


def entries_of_table(path: Path, what: str, columns: Mapping[str, str]) -> Iterator[Entry]:
    """The rows of a table. ``columns`` names the column of each value where it is not that of the national schema."""
    content = decode(path.read_bytes())
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content))
    heads = [head.strip() for head in next(rows, [])]
    wanted = {**SCHEMAS[what], **columns}
    places = {value: heads.index(column) for value, column in wanted.items() if column in heads}
    for line, cells in enumerate(rows, start=2):
        told = {value: cells[place].strip() for value, place in places.items() if place < len(cells)}
        entry = _entry(path.name, f"row {line}", told, told)
        if all(value in entry.values for value in NEEDED[what]):
            yield entry


def _delimiter(content: str) -> str:
    heading = content.split("\n", 1)[0]
    return max(";,\t", key=heading.count)


def entries_of_document(document: Document, what: str) -> Iterator[Entry]:
    """The deliberations of a document, or the grants that they make."""
    for record in document.records:
        if what == "acts":
            yield _act(document, record)
        else:
            yield from _grants(document, record)


def _act(document: Document, record: Record) -> Entry:
    vote = record.vote
    told: dict[str, object] = {
        "title": record.title,
        "number": record.number,
        "date": record.session.date,
        "outcome": vote.outcome,
        "for": vote.for_,
        "against": vote.against,
        "abstention": vote.abstention,
    }
    return _entry(document.text.source.name, f"record {record.ordinal}", told, _quotes(document, record, _POINTERS))


def _grants(document: Document, record: Record) -> Iterator[Entry]:
    for index, grant in enumerate(record.funding):
        body = grant.recipient
        told = {"recipient": body.name if body else None, "amount": grant.amount}
        pointers = {"recipient": f"/funding/{index}/recipient", "amount": f"/funding/{index}/amount"}
        if body and grant.amount is not None:
            place = f"record {record.ordinal}, grant {index}"
            yield _entry(document.text.source.name, place, told, _quotes(document, record, pointers))


def _quotes(document: Document, record: Record, pointers: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for value, pointer in pointers.items():
        proof = next((proof for proof in record.evidence if proof.pointer.startswith(pointer)), None)
        if proof and proof.spans:
            passage = " ".join(document.text.raw[slice(*proof.spans[0])].split())
            found[value] = f"« {passage[:_QUOTED]} » ({proof.rule})"
    return found


def _entry(source: str, place: str, told: Mapping[str, object], quotes: Mapping[str, str]) -> Entry:
    values = {value: _WRITINGS.get(value, fold)(str(content)) for value, content in told.items() if content is not None}
    return Entry(source, place, {value: content for value, content in values.items() if content}, quotes)


def _date(content: str) -> str:
    """An ISO date of ``2013-11-25`` or ``25/11/2013``; empty where it is neither."""
    parts = re.split(r"[-/.]", content)
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return ""
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _figure(content: str) -> str:
    """``12 350 000 €`` and ``12350000.00`` as one plain number; empty where it is none."""
    try:
        return f"{Decimal(re.sub(r'[^0-9,.-]', '', content).replace(',', '.')).normalize():f}"
    except InvalidOperation:
        return ""


def _letters(content: str) -> str:
    return fold(content).replace(" ", "")


_WRITINGS: dict[str, Callable[[str], str]] = {
    "number": _letters,
    "date": _date,
    "amount": _figure,
    **dict.fromkeys(("for", "against", "abstention"), _figure),
}
