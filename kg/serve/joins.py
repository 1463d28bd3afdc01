"""Joins over all there is, which are made by hashing where the counts of the release say that this reads less.

« How many acts has each authority » joins all acts with all authorities of acts. The engine goes by the form of the
patterns, not by what is in the release: it looks up the second pattern once for every solution of the first, which
takes some 7 µs each time, where reading the whole pattern and hashing it takes half a microsecond a row. A pattern
that stands in a subquery of its own (SPARQL 1.1 §12) is read whole. Only queries that aggregate are written so: they
read everything before they give anything, and what they give does not depend on the order.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from math import prod
from typing import NamedTuple

from kg.serve.countable import CLASS, PROPERTY, Table
from kg.serve.names import NAME, PROLOGUE, TYPE, iri, prefixes

ROW = 1024
"""Bytes that are reckoned for a row that is hashed; two to four hundred were seen."""
_DEARER = 8
"""A look-up takes more than this many times what a row takes that is read and hashed: 8 to 14 were measured."""
_LONGEST, _MOST = 4000, 12
_VARIABLE = r"[?$]\w++"
_HEAD = re.compile(
    rf"\s*+(?P<prologue>{PROLOGUE})SELECT\b[^{{}}<>]*?\(\s*+(?:COUNT|MIN|MAX|SUM|AVG)\s*+\([^{{}}<>]*+\{{",
    re.IGNORECASE,
)
_BY_ORDER = re.compile(r"\b(?:GROUP_CONCAT|SAMPLE)\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"\s*+({_VARIABLE})")
_REST = re.compile(rf"\s*+(a(?=[\s?$<])|{NAME})\s*+({_VARIABLE}|{NAME})\s*+(;|\.(?![\w:.%-])|)")
_CONDITION = re.compile(r"\s*+(?:FILTER\s*+(?:[A-Z]++\s*+)?|BIND\s*+)\(", re.IGNORECASE)
_BRACKET = re.compile(r"[(){}]")
_CLOSED = re.compile(r"\s*+\.?\s*+\}")


class Pattern(NamedTuple):
    """A triple pattern as written, and the class or property whose triples it matches, which the table of counts has.

    ``subject`` and ``value`` are the names of its variables without their marks; ``value`` is None where a class is.
    """

    text: str
    subject: str
    value: str | None
    of: str
    iri: str

    @property
    def whole(self) -> str:
        """A group that gives the same solutions, read whole."""
        return f"{{ SELECT ?{self.subject}{f' ?{self.value}' if self.value else ''} {{ {self.text} }} }}"


class Join(NamedTuple):
    """A query that aggregates over joined patterns: what stands before them, they, and what stands after them.

    The patterns make a tree: each variable but ``root`` is the value of just one of them.
    """

    before: str
    patterns: tuple[Pattern, ...]
    after: str
    root: str

    @property
    def tables(self) -> frozenset[str]:
        """The tables that say how many solutions each pattern has."""
        return frozenset(pattern.of for pattern in self.patterns)

    def hashed(self, tables: Mapping[str, Table], memory: int) -> str | None:
        """The query with each pattern read whole, in so many bytes; None where looking up is the better way."""
        sizes = {one: tables[one.of].get(one.iri, (0, 0))[0] for one in self.patterns}
        # The engine begins with a pattern of a class, whatever it holds.
        first = min([size for one, size in sizes.items() if one.of == CLASS] or sizes.values())
        read = sum(sizes.values())
        if read > _DEARER * first * (len(sizes) - 1) or (read + self._held(sizes)) * ROW > memory:
            return None
        return f"{self.before} {' '.join(pattern.whole for pattern in self.patterns)} {self.after}"

    def _held(self, sizes: Mapping[Pattern, int]) -> float:
        """Rows that are hashed beside the patterns themselves: what some of them give before the last is joined."""
        if len(sizes) == 2:
            return 0
        fewest = {name: self._fewest(name, sizes) for name in {one.subject for one in sizes}}
        return fewest[self.root] * prod(max(1.0, size / fewest[one.subject]) for one, size in sizes.items())

    def _fewest(self, name: str, sizes: Mapping[Pattern, int]) -> int:
        """How many values a variable that is a subject has, at most."""
        classes = [size for one, size in sizes.items() if one.subject == name and one.of == CLASS]
        values = [size for one, size in sizes.items() if one.value == name]
        return max(1, min(classes + values or [size for one, size in sizes.items() if one.subject == name]))


@lru_cache(maxsize=512)
def join_of(query: str) -> Join | None:
    """The joined patterns of a plain query (:func:`kg.serve.guard.plain_shape`) that aggregates; None of another.

    Behind them may stand FILTER and BIND, which see the same solutions as ever (SPARQL 1.1 §18.2.2).
    """
    head = _HEAD.match(query) if len(query) <= _LONGEST else None
    if head is None or _BY_ORDER.search(query):
        return None
    ends, known = head.end(), prefixes(head["prologue"])
    patterns: list[Pattern] = []
    for subject, verb, value, end in islice(_triples(query, ends), _MOST + 1):
        pattern = _pattern(subject, verb, value, known)
        if pattern is None:
            return None
        patterns.append(pattern)
        ends = end
    if not (2 <= len(patterns) <= _MOST and _is_last(query, ends)):
        return None
    root = _root(patterns)
    return Join(query[: head.end()], tuple(patterns), query[ends:], root) if root else None


def _triples(query: str, at: int) -> Iterator[tuple[str, str, str, int]]:
    """Subject, verb and object of each triple pattern from a place on, and where it ends with its mark."""
    while subject := _SUBJECT.match(query, at):
        at, mark = subject.end(), ";"
        while mark == ";":
            rest = _REST.match(query, at)
            if rest is None:
                return
            at, mark = rest.end(), rest[3]
            yield subject[1], rest[1], rest[2], at
        if not mark:
            return


def _pattern(subject: str, verb: str, value: str, known: Mapping[str, str]) -> Pattern | None:
    """A pattern whose solutions are counted: all instances of a class, or all triples of a property."""
    property_, text = iri(verb, known), f"{subject} {verb} {value}"
    if property_ is None:
        return None
    if value[0] in "?$":
        return Pattern(text, subject[1:], value[1:], PROPERTY, property_)
    class_ = iri(value, known)
    return Pattern(text, subject[1:], None, CLASS, class_) if property_ == TYPE and class_ else None


def _is_last(query: str, at: int) -> bool:
    """Whether only FILTER and BIND stand between here and the end of the group, and no group in them."""
    while condition := _CONDITION.match(query, at):
        depth, at = 1, condition.end()
        while depth:
            bracket = _BRACKET.search(query, at)
            if bracket is None or bracket[0] in "{}":
                return False
            depth += 1 if bracket[0] == "(" else -1
            at = bracket.end()
    return _CLOSED.match(query, at) is not None


def _root(patterns: list[Pattern]) -> str | None:
    """The variable that all others hang from; None where they make no tree, or one pattern stands there twice."""
    above = {one.value: one.subject for one in patterns if one.value}
    roots = {one.subject for one in patterns} - above.keys()
    known = {(one.subject, one.value or one.iri) for one in patterns}
    if len(roots) != 1 or len(known) < len(patterns) or len(above) < sum(one.of == PROPERTY for one in patterns):
        return None
    root, highest = roots.pop(), {*above.values()}
    for _ in above:
        highest = {above.get(name, name) for name in highest}
    return root if highest <= {root} else None
