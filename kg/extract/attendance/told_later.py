"""Counts told once the sitting has begun: where a member comes or goes, and how many voted on this very act."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone, once
from kg.extract.attendance.counts import read_counts
from kg.model import Span

_MOVE = re.compile(
    r"\b(?:arrivee? (?:de|en)|depart de|entre(?:nt)? en seance"
    r"|(?:rejoi(?:nt|gnent)|quitte(?:nt)?) la (?:seance|salle))"
)
_REACH = 200  # characters after a move in which the new counts stand
_LAST_MOVES = 5  # no more are looked at, so that minutes of many acts and moves take no longer
_VOTERS = re.compile(
    r"\bvotants?\s*(?:\([^()]{0,40}\)\s*)?(?:[:=…]|\.{2,})[\s.]*(?P<count>\d{1,3})(?![\d/,])"
    r"|\bvotants?\s+(?P<beside>\d{1,3})\s*[;,–—-]?\s*(?=pour\b|exprimes\b)"
)


def counts_since(act: Act) -> Iterator[Mention]:
    """« M. ROUX entre en séance ; présents : 15, votants : 17 »: the last such counts before an act of minutes."""
    if not act.shared or act.item.start <= act.preamble.end:
        return
    between = act.whole.part(act.preamble.end, act.item.start)
    moves = once(act.view, ("moves", act.preamble.end), lambda: _moves(act))
    last = bisect_left(moves, between.end)
    for move in reversed(moves[max(0, last - _LAST_MOVES) : last]):
        told = list(read_counts(act.whole.part(move, min(move + _REACH, between.end)), None))
        if told:
            yield from told
            return


def _moves(act: Act) -> list[int]:
    return [match.start() for match in act.whole.part(act.preamble.end, act.whole.end).find(_MOVE)]


def voters(item: Zone) -> Mention | None:
    """« Votants : 20 » in the text of an act; told with two values it is no answer."""
    found = list(item.find(_VOTERS))
    if len({match["count"] or match["beside"] for match in found}) != 1:
        return None
    figure = "count" if found[-1]["count"] else "beside"
    return Mention("members/voting", int(found[-1][figure]), (Span(*found[-1].span(figure)),), "attendance.voters")
