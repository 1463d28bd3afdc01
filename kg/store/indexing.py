"""The index of a release for full-text search: a SQLite file (FTS5) in its directory, written once, then only read.

It is made from the database of the release, never from the documents: what the graph does not publish cannot be found.

    acts        one row an act: address, number, title, decisions, names, authority, date, year, outcome, matter …
    words       the FTS5 index of its columns that hold words; accents and case count for nothing
    authorities address and label of each authority that decided an act
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.namespaces import DCTERMS, DEF, ELI, ELI_DL, FOAF, RDF, SKOS
from kg.store.matters import matter_of
from kg.store.query import open_release

FILE = "recherche.sqlite"
_VERSION = 1
_SCHEMA = f"""
CREATE TABLE acts (
    id INTEGER PRIMARY KEY, address TEXT, number TEXT, title TEXT, decisions TEXT, authority_label TEXT, names TEXT,
    authority TEXT, date TEXT, year INTEGER, outcome TEXT, matter TEXT, funded INTEGER, agreed INTEGER
);
CREATE INDEX acts_by_date ON acts (date DESC, id);
CREATE INDEX acts_by_authority ON acts (authority, date DESC, id);
CREATE TABLE authorities (address TEXT PRIMARY KEY, label TEXT, acts INTEGER) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
    number, title, decisions, authority_label, names, content='acts', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2'
);
PRAGMA user_version = {_VERSION};
"""
_FILL = """
INSERT INTO words (words) VALUES ('rebuild');
INSERT INTO words (words) VALUES ('optimize');
INSERT INTO authorities SELECT authority, min(authority_label), count(*) FROM acts
    WHERE authority <> '' GROUP BY authority;
"""
_TYPE = NamedNode(f"{RDF}type")
_DELIBERATION = NamedNode(f"{DEF}Deliberation")
_NUMBER, _TITLE, _WORDS = f"{ELI}id_local", f"{DCTERMS}title", f"{DCTERMS}description"
_DATE, _AUTHORITY = f"{ELI}date_document", f"{ELI}responsibility_of_agent"
_OUTCOME = f"{ELI_DL}decision_outcome"
_FUNDING, _AGREEMENT = f"{DEF}financement", f"{DEF}approuve"
_PRINTED = f"{DEF}nomImprime"
_LABELS = (f"{FOAF}name", f"{SKOS}prefLabel")
_RANK = f"{ELI}number"


class Row(NamedTuple):
    """An act as it is found; the order is that of the table, without its number."""

    address: str
    number: str
    title: str
    decisions: str
    authority_label: str
    names: str
    authority: str
    date: str
    year: int | None
    outcome: str
    matter: str
    funded: bool
    agreed: bool


def index(directory: Path) -> int:
    """Write the index of the database in this directory beside it; the number of acts in it."""
    database = open_release(directory)
    with closing(sqlite3.connect(directory / FILE, isolation_level=None)) as made:
        made.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        made.execute("BEGIN")
        marks = ", ".join("?" * len(Row._fields))
        made.executemany(f"INSERT INTO acts ({', '.join(Row._fields)}) VALUES ({marks})", rows(database))  # noqa: S608
        made.execute("COMMIT")
        made.executescript(f"PRAGMA synchronous = FULL; {_FILL} VACUUM;")
        return int(made.execute("SELECT count(*) FROM acts").fetchone()[0])


def rows(database: Store) -> Iterator[Row]:
    """One row for each act, in the order of their addresses; an act is what its named graph says."""
    labels = _labels(database)
    found = database.quads_for_pattern(None, _TYPE, _DELIBERATION, None)
    for subject, graph in sorted({(q.subject, q.graph_name) for q in found}, key=str):
        yield _row(_text(subject), list(database.quads_for_pattern(None, None, None, graph)), labels)


def _row(address: str, said: list[Quad], labels: dict[str, str]) -> Row:
    own = [(q.predicate.value, _text(q.object)) for q in said if _text(q.subject) == address]
    title, date, authority = _first(own, _TITLE), _first(own, _DATE), _first(own, _AUTHORITY)
    outcome = _first(((q.predicate.value, _text(q.object)) for q in said), _OUTCOME)
    given = {predicate for predicate, _ in own}
    return Row(
        address,
        _first(own, _NUMBER),
        title,
        "\n".join(_decisions(said)),
        labels.get(authority, ""),
        "\n".join(_names(said, authority, labels)),
        authority,
        date,
        int(date[:4]) if date[:4].isdecimal() else None,
        outcome.rpartition("/")[2],
        matter_of(title),
        _FUNDING in given,
        _AGREEMENT in given,
    )


def _labels(database: Store) -> dict[str, str]:
    """The name of each person and body: the first in the alphabet where there are several."""
    known: dict[str, str] = {}
    for predicate in _LABELS:
        for quad in database.quads_for_pattern(None, NamedNode(predicate), None, None):
            subject, name = _text(quad.subject), _text(quad.object)
            known[subject] = min(known.get(subject, name), name)
    return known


def _decisions(said: Iterable[Quad]) -> list[str]:
    """What was decided, in its order."""
    ranks = {_text(q.subject): _text(q.object) for q in said if q.predicate.value == _RANK}
    told = [
        (ranks[_text(q.subject)], _text(q.object))
        for q in said
        if q.predicate.value == _WORDS and _text(q.subject) in ranks
    ]
    return [words for _, words in sorted(told, key=lambda one: (one[0].rjust(6, "0"), one[1]))]


def _names(said: Iterable[Quad], authority: str, labels: dict[str, str]) -> list[str]:
    """The persons and bodies that the act names, its authority aside."""
    found = {_text(q.object) for q in said if q.predicate.value == _PRINTED}
    for quad in said:
        value = _text(quad.object)
        if isinstance(quad.object, NamedNode) and "/id/" in value and value != authority and value in labels:
            found.add(labels[value])
    return sorted(found)


def _first(said: Iterable[tuple[str, str]], predicate: str) -> str:
    return min((value for name, value in said if name == predicate), default="")


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
