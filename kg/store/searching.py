"""Full-text search in the index of a release: what a visitor writes becomes a query that can only be one.

Words must all be there; ``"…"`` is a phrase, ``-word`` must not be there, ``word*`` begins a word. A word of four
letters or more is looked for in the singular and in the plural. Nothing else that a visitor writes has a meaning:
each word reaches FTS5 as a quoted string, in which no operator counts (https://sqlite.org/fts5.html §3.1).
"""

import re
import sqlite3
import time
import tomllib
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import QueryError, StoreError
from kg.store.indexing import FILE

LONGEST = 300
MOST_WORDS = 16
PAGE = 20
MOST_PAGES = 50
_EVERY = 20_000  # steps of SQLite's machine between two looks at the clock
_PART = re.compile(r'(?P<not>(?<![\w])-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\w+(?:[-.’\'/_]\w+)*)(?P<begins>\*)?)')
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’']", re.IGNORECASE)
_WEIGHTS = "8.0, 6.0, 1.0, 2.0, 3.0"  # number, title, decisions, authority, names
_OUT = "acts.address, acts.number, acts.title, acts.authority, acts.authority_label, acts.date, acts.outcome"
_OUT += ", acts.matter, acts.funded, acts.agreed"
OPEN, CLOSE = "\x02", "\x03"
"""What a snippet has before and after a word that was found."""


class Hit(NamedTuple):
    """An act that was found; ``snippet`` is a passage of it with the words found between OPEN and CLOSE."""

    address: str
    number: str
    title: str
    authority: str
    authority_label: str
    date: str
    outcome: str
    matter: str
    funded: int
    agreed: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, filters (empty: any), the order and the page (from 1)."""

    words: str = ""
    authority: str = ""
    year: int | None = None
    outcome: str = ""
    matter: str = ""
    funded: bool = False
    agreed: bool = False
    newest: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found, how many there are in all, and by year and authority how many (most first)."""

    hits: tuple[Hit, ...]
    total: int
    years: tuple[tuple[int, int], ...] = ()
    authorities: tuple[tuple[str, str, int], ...] = ()


class Index:
    """The index of a release, opened to read. Not for two threads at once."""

    def __init__(self, directory: Path) -> None:
        """StoreError where the release has none: it was built by an older version of the program."""
        path = directory / FILE
        if not path.is_file():
            raise StoreError(f"{directory} has no search index: build the store again")
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._db.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def authorities(self, most: int) -> tuple[tuple[str, str, int], ...]:
        """Address, label and number of acts of the authorities, those with most acts first."""
        query = "SELECT address, label, acts FROM authorities ORDER BY acts DESC, address LIMIT ?"
        return tuple(self._db.execute(query, (most,)))

    def authority(self, said: str) -> str | None:
        """The address of an authority, told by its address or its label."""
        query = "SELECT address FROM authorities WHERE address = ?1 OR label = ?1 ORDER BY acts DESC LIMIT 1"
        row = self._db.execute(query, (said,)).fetchone()
        return str(row[0]) if row else None

    def years(self) -> tuple[int, ...]:
        """The years in which something was decided, the last first."""
        query = "SELECT DISTINCT year FROM acts WHERE year IS NOT NULL ORDER BY year DESC"
        return tuple(year for (year,) in self._db.execute(query))

    def find(self, wanted: Wanted, seconds: float) -> Found:
        """A page of acts; TimeoutError where it takes longer. QueryError where the words cannot be looked for."""
        until = time.monotonic() + seconds
        self._db.set_progress_handler(lambda: time.monotonic() > until, _EVERY)
        try:
            return self._find(wanted)
        except sqlite3.OperationalError as fault:
            if "interrupted" in str(fault):
                raise TimeoutError from fault
            raise QueryError(f"the search failed: {fault}") from fault
        finally:
            self._db.set_progress_handler(None, 0)

    def _find(self, wanted: Wanted) -> Found:
        match = expression(wanted.words)
        if wanted.words.strip() and not match:
            return Found((), 0)
        source = "words JOIN acts ON acts.id = words.rowid" if match else "acts"
        where, values = _conditions(wanted, match)
        given = {**values, "most": PAGE, "skip": PAGE * (wanted.page - 1)}
        snippet = f"snippet(words, -1, '{OPEN}', '{CLOSE}', '…', 24)" if match else "substr(acts.decisions, 1, 200)"
        ranked = match and not wanted.newest
        order = f"bm25(words, {_WEIGHTS}), acts.date DESC" if ranked else "acts.date DESC"
        chosen = f"SELECT {_OUT}, {snippet} FROM {source} {where} ORDER BY {order}, acts.id LIMIT :most OFFSET :skip"  # noqa: S608
        with closing(self._db.execute(chosen, given)) as rows:
            hits = tuple(Hit(*row) for row in rows)
        years = self._counted("acts.year", f"{source} {where}", values)
        authorities = self._counted("acts.authority, acts.authority_label", f"{source} {where}", values)
        total = sum(row[-1] for row in years)
        told = tuple(sorted(((y, n) for y, n in years if y is not None), reverse=True))
        return Found(hits, total, told, tuple((a, label, n) for a, label, n in authorities if a))

    def _counted(self, columns: str, source: str, values: dict[str, object]) -> list[tuple[Any, ...]]:
        query = f"SELECT {columns}, count(*) AS n FROM {source} GROUP BY {columns} ORDER BY n DESC, {columns}"  # noqa: S608
        return self._db.execute(query, values).fetchall()


def _conditions(wanted: Wanted, match: str) -> tuple[str, dict[str, object]]:
    """The WHERE of a query with named values; column names are ours."""
    told: list[tuple[str, str, object]] = []
    if match:
        told.append(("words MATCH :match", "match", match))
    for column in ("authority", "year", "outcome", "matter"):
        value = getattr(wanted, column)
        if value or value == 0:
            told.append((f"acts.{column} = :{column}", column, value))
    for column in ("funded", "agreed"):
        if getattr(wanted, column):
            told.append((f"acts.{column} = :{column}", column, 1))
    where = " AND ".join(condition for condition, _, _ in told)
    return (f"WHERE {where}" if where else ""), {name: value for _, name, value in told}


def expression(words: str) -> str:
    """The FTS5 expression of what a visitor wrote; empty where it holds nothing to look for."""
    kept: list[str] = []
    shut: list[str] = []
    parts = list(_PART.finditer(_ELIDED.sub(" ", words[:LONGEST])))
    telling = [part for part in parts if (part["word"] or "").casefold() not in _empty_words()]
    for part in (telling or parts)[:MOST_WORDS]:
        one = _phrase(part["phrase"]) if part["word"] is None else _word(part["word"], bool(part["begins"]))
        if one:
            (shut if part["not"] else kept).append(one)
    if not kept:
        return ""
    wanted = " AND ".join(kept)
    return f"({wanted}) NOT ({' OR '.join(shut)})" if shut else wanted


@cache
def _empty_words() -> frozenset[str]:
    listed = tomllib.loads((files("kg.store") / "empty_words.toml").read_text(encoding="utf-8"))
    return frozenset(listed["words"])


def _phrase(words: str) -> str:
    return f'"{" ".join(found)}"' if (found := re.findall(r"\w+", words)) else ""


def _word(word: str, begins: bool) -> str:
    if not re.search(r"[^\W_]", word):
        return ""
    if begins:
        return f"{_phrase(word)} *"
    forms = _forms(word) if word.isalpha() and len(word) > 3 else (word,)
    joined = " OR ".join(_phrase(form) for form in forms)
    return f"({joined})" if len(forms) > 1 else joined


def _forms(word: str) -> tuple[str, ...]:
    """A word as written, then in the other number, as French makes it in the main."""
    lower = word.casefold()
    if lower.endswith("aux"):
        return (word, word[:-3] + "al", word[:-1])
    if lower.endswith(("s", "x")):
        return (word, word[:-1])
    if lower.endswith("al"):
        return (word, word[:-2] + "aux")
    return (word, word + ("x" if lower.endswith(("eau", "eu")) else "s"))
