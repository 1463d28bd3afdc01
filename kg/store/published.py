"""What a release publishes besides its graph: the texts of its sources without private persons, and what is withdrawn.

A file in the release's own directory, so that it comes, changes and goes with it. The server reads nothing else of a
source: the records cache, which keeps all characters as read, is for the operator.

    texts      sha256, pages ([[number, start, end], …]), body (the masked characters, compressed)
    withdrawn  iri
    facts      name, value (JSON): what was computed at build for the site
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

FILE = "published.sqlite"
_SCHEMA = """
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, pages TEXT, body BLOB) WITHOUT ROWID;
CREATE TABLE withdrawn (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


class PublishedText(NamedTuple):
    """A source's text as published, as long as the text that was read; ``pages`` are (number, start, end)."""

    sha256: str
    raw: str
    pages: tuple[tuple[int, int, int], ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds a character."""
        return next((number for number, start, end in self.pages if start <= offset < end), None)


def write_published(
    release: Path, texts: Iterable[PublishedText], withdrawn: Iterable[str], facts: Mapping[str, Any]
) -> None:
    """Write the file into a release that is being built."""
    with closing(sqlite3.connect(release / FILE)) as database, database:
        database.executescript(_SCHEMA)
        database.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", map(_row, texts))
        database.executemany("INSERT OR IGNORE INTO withdrawn VALUES (?)", ((iri,) for iri in withdrawn))
        told = ((name, json.dumps(value, ensure_ascii=False)) for name, value in facts.items())
        database.executemany("INSERT INTO facts VALUES (?, ?)", told)


def published_text(release: Path, sha256: str) -> PublishedText | None:
    """The text of a source, None where the release publishes none."""
    for pages, body in _rows(release, "SELECT pages, body FROM texts WHERE sha256 = ?", sha256):
        raw = zlib.decompress(body).decode("utf-8", "surrogatepass")
        return PublishedText(sha256, raw, tuple((n, start, end) for n, start, end in json.loads(pages)))
    return None


def is_withdrawn(release: Path, *iris: str) -> bool:
    """Whether a thing, or one of those that it is a part of, was withdrawn."""
    marks = ", ".join("?" * len(iris))
    return any(True for _ in _rows(release, f"SELECT 1 FROM withdrawn WHERE iri IN ({marks})", *iris))  # noqa: S608


def fact(release: Path, name: str) -> Any:
    """What was computed at build, None where nothing was."""
    return next(
        (json.loads(value) for (value,) in _rows(release, "SELECT value FROM facts WHERE name = ?", name)), None
    )


def _row(text: PublishedText) -> tuple[str, str, bytes]:
    return text.sha256, json.dumps(text.pages), zlib.compress(text.raw.encode("utf-8", "surrogatepass"))


def _rows(release: Path, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
    path = release / FILE
    if not path.is_file():
        return
    with closing(sqlite3.connect(f"file:{path.absolute().as_posix()}?mode=ro&immutable=1", uri=True)) as database:
        yield from database.execute(query, values)
