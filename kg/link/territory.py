"""The territory that a document's own words tell: départements named as such, postal codes before a town's name.

For an authority that no SIREN identifies. What is written at the head of a document counts more than what its matter
names; two départements that are told as much are no answer.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.authority.siren import is_siren
from kg.link.index import by_postal, departments
from kg.link.names import place_key
from kg.resolve.slugs import fold
from kg.text.view import fold_same_length

_HEAD = 4000  # characters in which a letterhead, a heading and the first article stand
_READ = 30_000
_POSTAL = re.compile(r"(?<![\d.,/-])(?P<code>\d{5})(?![\d,/%])[ \n\t,-]{1,4}(?P<town>[a-z][a-z' -]{2,40})")
_CUES = (
    r"departements? (?:de la |de l ?|des |de |du |d ?)?",
    r"(?:sous )?prefe?c?t?(?:ure|et)e? (?:de la |de l ?|des |de |du |d ?)?",
    r"conseil (?:departemental|general) (?:de la |de l ?|des |de |du |d ?)?",
    r"arrondissement d[a-z' ]{3,30} \(?",
)
_RECEIPT = re.compile(r"(?<![\w-])(?P<code>\d\d[\dab])\s?-\s?\d{9}\s?-\s?(?:19|20)\d{6}")
_STAMP = re.compile(r"(?<![\w-])\d[\dAB]\d\s?-\s?(?P<siren>\d{9})\s?-\s?(?:19|20)\d{6}\s?-\s?\w")


def told_departments(texts: Iterable[str]) -> Counter[str]:
    """How strongly texts tell each département, by code: what a head says counts three times."""
    told: Counter[str] = Counter()
    for text in texts:
        head, rest = text[:_HEAD], text[_HEAD:_READ]
        for code, weight in _clues(head):
            told[code] += 3 * weight
        for code, weight in _clues(rest):
            told[code] += weight
    return told


def stamped_siren(texts: Iterable[str]) -> str:
    """The one SIREN of the préfecture's receipts that texts print, stamps of pages too; empty where none or several."""
    found = {m["siren"] for text in texts for m in _STAMP.finditer(text) if is_siren(m["siren"])}
    return found.pop() if len(found) == 1 else ""


def department_of(told: Counter[str]) -> frozenset[str]:
    """The département that is told at least twice as strongly as any other; empty where none is."""
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return frozenset()
    return frozenset({ranked[0][0]})


def _clues(text: str) -> Iterator[tuple[str, int]]:
    same_length = fold_same_length(text)
    for match in _POSTAL.finditer(same_length):
        department = _department_of_address(match["code"], match["town"])
        if department:
            yield department, 3
    for match in _RECEIPT.finditer(same_length):
        yield _code(match["code"]), 5
    for match in _named().finditer(fold(text)):
        yield _codes()[match["name"]], 2


def _code(digits: str) -> str:
    """A département by the three characters of a receipt: 034, 02A, 974."""
    upper = digits.upper()
    return upper[1:] if upper.startswith("0") else upper


def _department_of_address(code: str, words: str) -> str | None:
    """The département of a postal code that is followed by the name of one of its towns, or by CEDEX."""
    after = place_key(words)
    towns = by_postal().get(code, ())
    fitting = {town.departments[0] for town in towns if after.startswith(place_key(town.name))}
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _codes() -> dict[str, str]:
    return {fold(some[0].name): code for code, some in departments().items()}


@cache
def _named() -> re.Pattern[str]:
    """A département after a word that says so, longest names first: « Loire » is not « Loire-Atlantique »."""
    names = "|".join(sorted(map(re.escape, _codes()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(_CUES)})(?P<name>{names})(?!\w)")
