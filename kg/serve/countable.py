"""Queries whose answer follows from how often each class and each property occurs in a release.

« Which classes are there, with how many instances each » is what most visitors ask first, in many writings, and the
engine reads every triple for it. A query of exactly this kind (one triple pattern, COUNT or SELECT DISTINCT) is asked
of the table of these counts instead, which is put into the query as its data (SPARQL 1.1 §10.2, VALUES): the engine
still orders, cuts and writes the answer. Whatever else a query holds, and it is left as it is.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.serve.names import NAME, PROLOGUE, TYPE, iri, prefixes

Table = Mapping[str, tuple[int, int]]
"""For the IRI of a class or property its triples and their distinct subjects, as the engine counted them."""

CLASS, PROPERTY = "class", "property"
COUNTING = {
    CLASS: "SELECT ?x (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?d) { ?s a ?x } GROUP BY ?x ORDER BY ?x",
    PROPERTY: "SELECT ?x (COUNT(*) AS ?n) (COUNT(*) AS ?d) { ?s ?x ?o } GROUP BY ?x ORDER BY ?x",
}
"""What fills each table; the subjects of a property are not told apart, which costs too much."""

LONGEST = 1000
TOKEN = re.compile(r"<[^<>\"{}|^`\\\x00-\x20]*+>|[?$]\w++|[A-Za-z][\w-]*+:[\w-]*+|[A-Za-z_]\w*+|[0-9]++|\S")
VARIABLE = r"\?\w++"
COUNT = rf"\( COUNT \( (?:DISTINCT )?(?:\*|{VARIABLE}) \) AS {VARIABLE} \)"
TAIL = rf"(?: ORDER BY(?: (?:(?:ASC|DESC) \( {VARIABLE} \)|{VARIABLE}))++)?(?: (?:LIMIT|OFFSET) [0-9]++)*+"
ITEM = re.compile(
    rf"(?P<key>{VARIABLE})(?= |$)|"
    rf"\( COUNT \( (?P<distinct>DISTINCT )?(?P<of>\*|{VARIABLE}) \) AS (?P<name>{VARIABLE}) \)",
    re.IGNORECASE,
)
_QUERY = re.compile(
    rf"(?P<prologue>{PROLOGUE})SELECT (?P<distinct>DISTINCT )?"
    rf"(?P<items>(?:{VARIABLE}|{COUNT})(?: (?:{VARIABLE}|{COUNT}))*) (?:WHERE )?"
    rf"{{ (?P<s>{VARIABLE}) (?P<p>(?-i:a)|{VARIABLE}|{NAME}) (?P<o>{VARIABLE}|{NAME}) (?:\. )?}}"
    rf"(?: GROUP BY (?P<group>{VARIABLE}))?"
    rf"(?P<tail>{TAIL})",
    re.IGNORECASE,
)


class Countable(NamedTuple):
    """A query that a table answers: ``names`` are its columns, ``key`` the one that holds the class or property.

    ``counted`` are the columns that count, and whether each counts distinct subjects. ``only`` is the one class or
    property that is counted; where neither it nor a key is there, all are counted together.
    """

    of: str
    names: tuple[str, ...]
    key: str | None
    counted: tuple[tuple[str, bool], ...]
    only: str | None
    tail: str

    def asked_of(self, table: Table) -> str:
        """The same query, asked of the counts."""
        if self.key is not None:
            rows = [f"<{name}> {self._counts(counts)}" for name, counts in table.items()]
        elif self.only is not None:
            rows = [self._counts(table.get(self.only, (0, 0)))]
        else:
            rows = [self._counts((sum(triples for triples, _ in table.values()), 0))]
        columns = " ".join(([self.key] if self.key else []) + [name for name, _ in self.counted])
        data = " ".join(f"({row})" for row in rows)
        return f"SELECT {' '.join(self.names)} {{ VALUES ({columns}) {{ {data} }} }}{self.tail}"

    def _counts(self, counts: tuple[int, int]) -> str:
        return " ".join(str(counts[distinct]) for _, distinct in self.counted)


@lru_cache(maxsize=512)
def countable(query: str) -> Countable | None:
    """What a plain query (:func:`kg.serve.guard.plain_shape`) asks of a table; None where no table answers it."""
    if len(query) > LONGEST:
        return None
    found = _QUERY.fullmatch(in_words(query))
    if found is None:
        return None
    variables = [name for name in found.group("s", "p", "o") if name[0] == "?"]
    pattern = _pattern(found)
    if pattern is None or len({*variables}) < len(variables):
        return None
    of, key, only = pattern
    grouped = bool(found["group"] or found["distinct"])
    if grouped and (only or (found["group"] or key) != key):
        return None
    return _made(found, variables, Countable(of, (), key if grouped else None, (), only, found["tail"]))


def in_words(query: str) -> str:
    """A query with one space between its words, variables with a question mark."""
    return " ".join(["?" + token[1:] if token[0] == "$" else token for token in TOKEN.findall(query)])


def _pattern(found: re.Match[str]) -> tuple[str, str | None, str | None] | None:
    """Which table a triple pattern is about, the variable of its classes or properties, or the one that it names."""
    known = prefixes(found["prologue"])
    property_, value = iri(found["p"], known), iri(found["o"], known)
    if found["p"][0] == "?":
        return (PROPERTY, found["p"], None) if found["o"][0] == "?" else None
    if property_ == TYPE:
        key = found["o"] if found["o"][0] == "?" else None
        return (CLASS, key, value) if key or value else None
    return (PROPERTY, None, property_) if property_ and found["o"][0] == "?" else None


def _made(found: re.Match[str], variables: list[str], asked: Countable) -> Countable | None:
    """The query with its columns; None where one of them is not in the table."""
    names: list[str] = []
    counted: list[tuple[str, bool]] = []
    for item in ITEM.finditer(found["items"]):
        name, of = item["key"] or item["name"], item["of"]
        if item["key"] and name != asked.key:
            return None
        if of and (name in variables or not _is_counted(item, found, asked, variables)):
            return None
        names.append(name)
        if of:
            counted.append((name, bool(item["distinct"])))
    if len({*names}) < len(names) or bool(counted) == bool(found["distinct"]):
        return None
    known = {*names, asked.key}
    if not known.issuperset(re.findall(VARIABLE, asked.tail)):
        return None
    return asked._replace(names=tuple(names), counted=tuple(counted))


def _is_counted(item: re.Match[str], found: re.Match[str], asked: Countable, variables: list[str]) -> bool:
    """Every variable of a triple pattern is bound; distinct subjects are known of one class, not of several."""
    if not item["distinct"]:
        return item["of"] == "*" or item["of"] in variables
    return item["of"] == found["s"] and asked.of == CLASS and bool(asked.key or asked.only)
