"""Members in tables: columns of surnames and of given names, communes before the names; how a name is written."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.extract.act import Zone, once
from kg.model import Span
from kg.text.lexicon import PARTICLES
from kg.text.names import is_given_name, printed_name
from kg.text.view import fold_same_length

MOST_WORDS = 7  # a name has no more
_ELIDED = re.compile(r"^[dl]'(?=[A-ZÀ-Þ]{2})")
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]{3}")  # « AnneROUX »
_ROWS = 8  # a table has as many rows or more
_AFTER_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-Þ'-]{2,}(?: [A-ZÀ-ÖØ-Þ'-]{2,}){0,5} "
    r"(?P<name>(?:(?:LE|EL|BEN|VAN|DA|DOS) )?[A-ZÀ-ÖØ-Þ'-]{2,}(?: [A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?){1,2})"
)


# The head of a table whose last column is of no name, and the names of its first columns.
_SMALL = re.compile(r"[A-ZÀ-Þ](?:[a-zà-ÿ]|\.)|[A-ZÀ-Þ'-]{2,}\.[A-ZÀ-Þ]")
_COLUMNS = re.compile(
    r"\bnoms?\s+(?:et\s+)?prenoms?\s+(?:commune|collectivite|canton|groupe|ville|qualite|fonction|structure|epci|territoire)s?\b"
)
_NAMED = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'-]+\s){1,4}[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?")


class Member(NamedTuple):
    """A name as a list prints it and where it stands; ``given`` is the given name that stands in another column."""

    value: str
    start: int
    end: int
    given: Span | None = None


def paired(zone: Zone, name: Member) -> Iterator[Member]:
    """« ROUX NOIR VERT Anne Paul Zoé »: a column of surnames and one of given names, as many, read one by one."""
    surnames, given = _columns_of(zone.view.text[name.start : name.end])
    if len(surnames) == len(given) > 2:
        text = zone.view.text[name.start : name.end]
        for (first, end), (begin, last) in zip(surnames, given, strict=True):
            value = printed_name(f"{text[first:end]} {text[begin:last]}")
            yield Member(value, name.start + first, name.start + end, Span(name.start + begin, name.start + last))
    else:
        yield name


def _columns_of(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the surnames in capitals of a passage stand, and the given names that follow all of them."""
    surnames: list[tuple[int, int]] = []
    given: list[tuple[int, int]] = []
    begin: int | None = None
    for word in re.finditer(r"\S+", text):
        begin = word.start() if begin is None else begin
        if fold_same_length(word[0]) in PARTICLES:
            continue
        if word[0].isupper() and given:
            return [], []
        (surnames if word[0].isupper() else given).append((begin, word.end()))
        begin = None
    return surnames, given


def of_table(text: str, found: list[Member]) -> list[Member]:
    """« SAINT-PRIX ROUX Anne VALBRUN NOIR Paul »: a table of communes and members without a separator."""
    whole = [name for name in found if writing(name.value) == "mixed"]
    cuts = [_place_length(name.value) for name in whole]
    led = len([cut for cut in cuts if cut])
    if led < _ROWS or 5 * led < 2 * len(whole) or 2 * text.count(",") > len(whole):
        return found
    return [cut(name, length) if length else name for name, length in zip(whole, cuts, strict=True)]


def without_last_column(zone: Zone, found: list[Member]) -> list[Member]:
    """« NOM Prénom Commune ⏎ ROUX Anne Valbrun »: under such a head, what follows the given name is of no name."""
    head = once(zone.view, ("columns", zone.start, zone.end), lambda: zone.first(_COLUMNS))
    if head is None:
        return found
    return [_first_columns(zone, name) if name.start > head.start() else name for name in found]


def _first_columns(zone: Zone, name: Member) -> Member:
    match = _NAMED.match(zone.view.text, name.start, name.end)
    if match is None or match.end() == name.end:
        return name
    second = re.compile(r"\s([A-ZÀ-Þ][a-zà-ÿ]+)").match(zone.view.text, match.end(), name.end)
    end = second.end() if second and is_given_name(second[1]) else match.end()
    return Member(printed_name(zone.view.text[name.start : end]), name.start, end)


def _place_length(name: str) -> int:
    """How many characters are a place's before a member's name: « VALBRUN ROUX Anne », « Valbrun Anne ROUX »."""
    match = _AFTER_PLACE.fullmatch(name)
    if match:
        return match.start("name")
    words = list(re.finditer(r"\S+", name))
    surname = next((index for index, word in enumerate(words) if word[0].isupper() and len(word[0]) > 1), 0)
    first = surname
    while first and is_given_name(words[first - 1][0]):
        first -= 1
    return words[first].start() if first < surname else 0


def cut(name: Member, at: int) -> Member:
    """A name without its first characters."""
    rest = name.value[at:]
    return Member(rest, name.end - len(rest), name.end)


def is_no_name(word: str) -> bool:
    """Neither a common given name nor a small word of a surname."""
    folded = fold_same_length(word)
    return folded not in PARTICLES and not is_given_name(word)


@lru_cache(maxsize=1 << 12)
def writing(name: str) -> str:
    """``mixed`` (Anne ROUX), ``capitals`` (ROUX) or ``small`` (Anne Roux)."""
    words = [_ELIDED.sub("", word) for word in name.split()]  # « Luc d'AUBREMONT »
    capitals = any((word.isupper() and len(word.strip("'.-")) > 1) or _GLUED.search(word) for word in words)
    small = any(_SMALL.match(word) for word in name.split())
    return ("mixed" if small else "capitals") if capitals else "small"
