"""Rows of a list that have a rank and no number: « 6 / Vente du presbytère Point retiré », between ranks 5 and 7."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.layout.marks.kinds import BULLET, REGISTERED, Family
from kg.extract.layout.marks.mark import Mark

_RANK = re.compile(r"(?:^|[\s|])(?P<rank>\d{1,3})[\s.)|]{1,4}$")
# What stands for the number that was not given.
_NONE = r"(?:[/–—|*-]|\.{2,5}|neant|sans(?:\s(?:objet|numero|deliberation))?|non attribue|n\.?c\.?|x{1,4})"
_VOTES = r"(?:abstention|contre|pour|voix|votant|absent|pouvoir|present)"
FEWEST, MOST = 3, 4  # ranked rows; rows without number, one after the other


def with_ranks(zone: Zone, marks: list[Mark]) -> list[Mark]:
    """``marks`` with those of the ranks that they lack, where a rank stands before nearly every number."""
    ranks = [_rank_of(zone, mark) for mark in marks]
    if sum(rank is not None for rank in ranks) < max(FEWEST, len(marks) - 1):
        return marks
    found: list[Mark] = []
    for (mark, rank), (following, after) in pairwise([*zip(marks, ranks, strict=True), (None, None)]):
        if mark is None:
            continue
        found.append(mark)
        if rank is not None:
            last = rank + MOST if following is None else (after or rank) - 1
            part = zone.part(mark.start, following.start if following else zone.end)
            found.extend(_between(part, rank, last, following is not None))
    return found


def _rank_of(zone: Zone, mark: Mark) -> int | None:
    rank = _RANK.search(zone.view.folded, max(zone.start, mark.start - 8), mark.start)
    return int(rank["rank"]) if rank and mark.series.kind in REGISTERED else None


def _between(part: Zone, rank: int, last: int, proven: bool) -> Iterator[Mark]:
    """The rows of the ranks after ``rank``, in order, up to ``last``; an empty cell where the next rank proves them."""
    at = part.start
    for value in range(rank + 1, min(last, rank + MOST) + 1):
        row = re.compile(
            rf"(?<![\w/.,-])(?<!: ){value}[\s.)|]{{1,4}}(?P<none>{_NONE}\s{{1,4}})?(?!{_VOTES})(?=[^\W\d_])"
        )
        rows = [found for found in row.finditer(part.view.folded, at, part.end) if _is_row(part, found, proven)]
        if not rows or (len(rows) > 1 and not rows[0]["none"]):
            return
        yield Mark(rows[0].start(), rows[0].end(), Family(BULLET), (value,), True)
        at = rows[0].end()


def _is_row(part: Zone, found: re.Match[str], proven: bool) -> bool:
    return part.view.text[found.end()].isupper() and (proven or found["none"] is not None)
