"""Counts that change as members come and go: « 14 de la délibération n° 1 à 3, 15 à partir de la n° 4 »."""

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
    parts = list(_parts(zone, start))
    if len(parts) < 2 and not any(part.sitting.told for part in parts):
        return None
    held = [part for part in parts if part.sitting.holds(rank)]
    return (held[0].value, held[0].span) if len({part.value for part in held}) == 1 else None


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
