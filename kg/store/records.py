"""The records cache of a store: what each source gave, and the quads of each authority, so that a build redoes nothing.

Everything is keyed by content. ``version`` names the program that read (its digest): what an older program read stays
as long as a release made from it, so that its quotations can be opened.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kg.errors import StoreError
from kg.store.kept import Kept, open_text

_FORMAT = 2
_SCHEMA = """
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, changed TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE readings (
    key TEXT, version TEXT, sha256 TEXT, text_version TEXT, body BLOB, text BLOB, PRIMARY KEY (key, version)
);
CREATE INDEX readings_by_sha256 ON readings (sha256, version);
CREATE TABLE graphs (name TEXT PRIMARY KEY, digest TEXT, quads INTEGER, body BLOB);
CREATE TABLE contents (
    release INTEGER, position INTEGER, path TEXT, key TEXT, version TEXT, PRIMARY KEY (release, position)
) WITHOUT ROWID;
"""


class FileState(NamedTuple):
    """What a file was like when its sha256 was computed: ``changed`` holds its times of modification and change."""

    size: int
    changed: str
    sha256: str


class Member(NamedTuple):
    """A source of a release: its path as told to readers and the key and version of its reading."""

    path: str
    key: str
    version: str


class Version(NamedTuple):
    """The program that read: ``text`` is the digest of what reads characters, ``reader`` that of all of it."""

    reader: str
    text: str


class Records:
    """The records cache, opened by :func:`open_records`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def commit(self) -> None:
        """Make all that was kept so far survive whatever happens next."""
        self._db.commit()

    def files(self) -> dict[str, FileState]:
        """All files ever seen, by absolute path."""
        rows = self._db.execute("SELECT path, size, changed, sha256 FROM files")
        return {path: FileState(*state) for path, *state in rows}

    def remember_file(self, path: str, state: FileState) -> None:
        """Keep what a file was like."""
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (path, *state))

    def keys(self, version: str) -> set[str]:
        """The keys of all that this version of the program has read, and need not try again."""
        query = "SELECT key FROM readings WHERE version = ? AND text_version <> ''"
        return {key for (key,) in self._db.execute(query, (version,))}

    def keep(self, key: str, version: Version, sha256: str, kept: Kept, again: bool = False) -> None:
        """Keep what a source gave; ``again`` where the next build should try it again."""
        row = (key, version.reader, sha256, "" if again else version.text, kept.body, kept.text)
        self._db.execute("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?)", row)

    def same_text(self, key: str, version: Version) -> Kept | None:
        """What an older program read in a source whose characters this one would read alike."""
        query = "SELECT body, text FROM readings WHERE key = ? AND text_version = ? AND text <> x'' LIMIT 1"
        row = self._db.execute(query, (key, version.text)).fetchone()
        return Kept(*row) if row else None

    def reading(self, key: str, version: str, with_text: bool = True) -> Kept:
        """What a source gave; without its characters where they are not wanted."""
        column = "text" if with_text else "x''"
        query = f"SELECT body, {column} FROM readings WHERE key = ? AND version = ?"  # noqa: S608
        row = self._db.execute(query, (key, version)).fetchone()
        if row is None:
            raise StoreError("the records cache misses a reading of the release: build again with --rebuild")
        return Kept(*row)

    def text_of(self, sha256: str, version: str | None = None) -> str | None:
        """The raw characters of the source with this sha256, as that version read it."""
        query = "SELECT text FROM readings WHERE sha256 = ? AND version = ifnull(?, version) AND text <> x'' LIMIT 1"
        row = self._db.execute(query, (sha256, version)).fetchone()
        return open_text(row[0]) if row else None

    def graph_digests(self) -> dict[str, str]:
        """Of each part of the graph, what it was made from."""
        return dict(self._db.execute("SELECT name, digest FROM graphs"))

    def keep_graph(self, name: str, digest: str, quads: int, body: bytes) -> None:
        """Keep the quads of a part (N-Quads, compressed)."""
        self._db.execute("INSERT OR REPLACE INTO graphs VALUES (?, ?, ?, ?)", (name, digest, quads, body))

    def forget_graphs(self) -> None:
        """Drop all quads, so that they are made again."""
        self._db.execute("DELETE FROM graphs")

    def graphs(self, names: Iterable[str]) -> Iterator[bytes]:
        """The quads of these parts, compressed."""
        for name in names:
            yield self._db.execute("SELECT body FROM graphs WHERE name = ?", (name,)).fetchone()[0]

    def keep_masks(self, name: str, body: bytes) -> None:
        """Keep what of a part's texts is masked, and what was withdrawn (JSON, compressed)."""
        self._db.execute("INSERT OR REPLACE INTO masks VALUES (?, ?)", (name, body))

    def masks(self, names: Iterable[str]) -> Iterator[bytes]:
        """What :meth:`keep_masks` kept of these parts, compressed."""
        for name in names:
            yield from (body for (body,) in self._db.execute("SELECT body FROM masks WHERE name = ?", (name,)))

    def describe_release(self, number: int, members: Iterable[Member]) -> None:
        """Say which sources a release is made of."""
        self._db.execute("DELETE FROM contents WHERE release = ?", (number,))
        rows = ((number, position, *member) for position, member in enumerate(members))
        self._db.executemany("INSERT INTO contents VALUES (?, ?, ?, ?, ?)", rows)

    def members(self, number: int) -> tuple[Member, ...]:
        """The sources of a release, in order."""
        query = "SELECT path, key, version FROM contents WHERE release = ? ORDER BY position"
        return tuple(Member(*row) for row in self._db.execute(query, (number,)))

    def forget(self, releases: Iterable[int], version: str, parts: Iterable[str]) -> None:
        """Drop what serves no longer: other releases' contents, older readings that none uses, other parts."""
        self._db.execute("CREATE TEMP TABLE kept (name)")
        self._db.executemany("INSERT INTO kept VALUES (?)", ((number,) for number in releases))
        self._db.executemany("INSERT INTO kept VALUES (?)", ((name,) for name in parts))
        self._db.execute("DELETE FROM contents WHERE release NOT IN (SELECT name FROM kept)")
        self._db.execute("DELETE FROM graphs WHERE name NOT IN (SELECT name FROM kept)")
        self._db.execute("DELETE FROM masks WHERE name NOT IN (SELECT name FROM kept)")
        used = "SELECT 1 FROM contents WHERE contents.version = readings.version AND contents.key = readings.key"
        self._db.execute(f"DELETE FROM readings WHERE version <> ? AND NOT EXISTS ({used})", (version,))  # noqa: S608
        self._db.execute("DROP TABLE kept")


@contextmanager
def open_records(store: Path | None, create: bool = False) -> Iterator[Records]:
    """The records cache of a store, or one in memory. StoreError where there is none, or one of another format."""
    path = store / "records.sqlite" if store else Path(":memory:")
    if store and not create and not path.is_file():
        raise StoreError(f"{store} is not a store: build one first with `kg build PATH --store {store}`")
    if store and create:
        path.touch(mode=0o600)  # it holds the texts as they are, with names that nothing published has
    try:
        connection = sqlite3.connect(path, timeout=30)
        _prepare(connection, path)
    except sqlite3.DatabaseError as fault:
        raise StoreError(f"{path} cannot be opened: {fault}") from fault
    try:
        yield Records(connection)
    finally:
        connection.close()


@contextmanager
def building(store: Path) -> Iterator[None]:
    """Hold the store for one build; StoreError where another build holds it. A killed build holds nothing."""
    store.mkdir(parents=True, exist_ok=True)
    # A lock of SQLite's own: every system has it, and it dies with its process.
    lock = sqlite3.connect(store / "lock", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as fault:
        lock.close()
        raise StoreError(f"another build of {store} is under way: wait for its end") from fault
    try:
        yield
    finally:
        lock.close()


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("CREATE TABLE IF NOT EXISTS masks (name TEXT PRIMARY KEY, body BLOB)")
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found == _FORMAT:
        return
    if found:
        raise StoreError(f"{path} was made by another version of the program: build a new store beside it")
    connection.executescript(f"BEGIN EXCLUSIVE; {_SCHEMA} PRAGMA user_version = {_FORMAT}; COMMIT;")
