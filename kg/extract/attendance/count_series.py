"""Counts that change as members come and go: « 14 de la délibération n° 1 à 3, 15 à partir de la n° 4 ».

A count may hold but for items told in brackets after it (« 9 (10 à partir du point n° 3) »), and a limit may head a
row of counts (« À partir de l'affaire n° 4 Présents : 17 Votants : 21 »).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.marks import Rank, Sitting, read_sitting
from kg.model import Span

_WORD = r"(?:deliberations?|questions?|points?|rapports?|dossiers?|affaires?|sujets?|items?|votes?|dcm|del)"
_N = r"(?:n\s?[°ºo]s?\s*|numeros?\s*)?"
_CODE = r"(?:[a-z]{0,4}[-_/ .]?(?:\d{2,4}[-_/ .])*)?"
# « présents », « conseillers », « votants » between the figure and its limit
_WHO = (
    r"(?:(?:conseill\w+|membres?|elus?|delegues?|presents?|votants?|absents?|excuses?|pouvoirs?|procurations?|voix)"
    r"\s+){0,3}"
)
_SOME = re.compile(
    rf"[(\s]*(?:(?:d[eu]s?|pour|sur|lors\s+d[eu]|a|au|aux)\s+)?(?:l[aes]{{1,2}}\s+|l')?{_WORD}\s*{_N}{_CODE}(?P<first>\d{{1,3}})"
    rf"(?:\s*(?P<to>a|au|-|–|jusqu'a|jusqu'au|et)\s*(?:la\s+|le\s+)?(?:{_WORD}\s*)?{_N}{_CODE}(?P<last>\d{{1,3}}))?(?![\d/])"
)
_LIMIT = re.compile(
    r"[(\s]*(?:a\s+partir\s+d|a\s+compter\s+d|des\s+l|depuis\s+l|jusqu'a)[^,;:()]{3,60}?\d{1,3}(?!\d)(?![-_/.]\d)"
)
_COUNT = re.compile(rf"(?<![\d/.,-])(?P<n>\d{{1,3}})(?!\d)[\s,:–-]*{_WHO}(?=[(\s]*[adjpsl])")
_BETWEEN = re.compile(r"[\s)(,;.•*–—/+-]{0,6}(?:(?:puis|et|ensuite)\s+)?[\s(–-]{0,3}")
# « 9 (10 à partir du point n° 3) », « 18 présents (17 pour les délibérations 39 et 40) »
_BUT = re.compile(rf"\d{{1,3}}(?!\d)\s{{0,3}}{_WHO}:?\s?[(\[]\s?(?:puis\s)?(?=\d)")
_BEGINS_LIMIT = re.compile(r"\b(?:a\s+(?:partir|compter)\s+d|(?:des|depuis|pour|lors\s+de)\s+l|jusqu'a)")
_COUNTED = r"(?:(?:nombre\s)?(?:de\s|d')?(?:(?:membres|conseillers|delegues|elus)\s)?)"
_COUNTS_OF_ROW = re.compile(
    rf"[\s:,;|–—-]{{0,6}}(?:{_COUNTED}[a-z]{{4,12}}\s?:?\s?\d{{1,3}}(?![\d/])[\s,;|–—/•*-]{{0,6}}){{0,5}}{_COUNTED}"
)
_REACH = 110
_MOST = 12


class _Part(NamedTuple):
    """A count, where it stands, for which items it holds and where its limit ends."""

    value: int
    span: Span
    sitting: Sitting
    end: int


def count_for(zone: Zone, start: int, rank: Rank) -> tuple[int, Span] | None:
    """Of the counts that a series begun at an offset tells, the one that holds for an act; None where it is none."""
    if (but := _BUT.match(zone.view.folded, start, zone.end)) is not None:
        return _but_for(zone, start, but.end(), rank)
    parts = list(_parts(zone, start))
    if len(parts) < 2 and not any(part.sitting.told for part in parts):
        return None
    held = [part for part in parts if part.sitting.holds(rank)]
    return (held[0].value, held[0].span) if len({part.value for part in held}) == 1 else None


def _but_for(zone: Zone, start: int, bracket: int, rank: Rank) -> tuple[int, Span] | None:
    """« 9 (10 à partir du point n° 3) »: what the bracket says of the items that it tells, else what stands before."""
    parts = list(_parts(zone, bracket))
    holds = [part.sitting.holds(rank) for part in parts]
    if not parts or None in holds or not all(part.sitting.told for part in parts):
        return None
    held = {(part.value, part.span) for part, held in zip(parts, holds, strict=True) if held}
    return held.pop() if len(held) == 1 else None


def limit_of_row(zone: Zone, label: int) -> Sitting | None:
    """« À partir de l'affaire n° 4 Présents : 17 Votants : 21 »: for which items the row of a label counts."""
    floor = max(zone.start, label - _REACH - 40)
    for begins in reversed([*_BEGINS_LIMIT.finditer(zone.view.folded, floor, label)]):
        limit = _limit(zone.view.folded, begins.start(), label)
        if limit is not None:
            row = _COUNTS_OF_ROW.fullmatch(zone.view.folded, limit[1], label)
            return limit[0] if row and limit[0].told else None
    return None


def _parts(zone: Zone, start: int) -> Iterator[_Part]:
    folded, position = zone.view.folded, start
    for _ in range(_MOST):
        count = _COUNT.match(folded, position, zone.end)
        limit = _limit(folded, count.end(), zone.end) if count else None
        if count is None or limit is None:
            return
        sitting, end = limit
        yield _Part(int(count["n"]), Span(*count.span("n")), sitting, end)
        between = _BETWEEN.match(folded, end, zone.end)
        position = between.end() if between else end


def _limit(folded: str, start: int, stop: int) -> tuple[Sitting, int] | None:
    """For which items what stands before holds, and where that is said to end."""
    stop = min(stop, start + _REACH)
    if some := _SOME.match(folded, start, stop):
        first = int(some["first"])
        last = int(some["last"] or first)
        if some["to"] == "et":
            return Sitting(items=frozenset({first, last})), some.end()
        return Sitting(first=first, last=last), some.end()
    if limit := _LIMIT.match(folded, start, stop):
        sitting = read_sitting(limit[0])
        return (sitting, limit.end()) if sitting.told else None
    return None
