"""Counts told once the sitting has begun: where a member comes or goes, and how many voted on this very act."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone, once
from kg.extract.attendance.counts import read_counts
from kg.model import Span
from kg.text.cues import Led
from kg.text.word_starts import Begun

_MOVE = Begun(
    r"\b(?:arrivee? (?:de|en)|depart de|entre(?:nt)? en seance"
    r"|(?:rejoi(?:nt|gnent)|quitte(?:nt)?) la (?:seance|salle))",
    ("arrive", "depart", "entre", "rejoi", "quitte"),
)
_REACH = 200  # characters after a move in which the new counts stand
# « Départ de M. ROUX. (présents : 7 – votants : 11) » closes an act of minutes: it counts those of the next one.
_CLOSES = re.compile(r"[^:;]{0,160}\bpresents?\s?:\s?\d[^:;]{0,30}(?:[:;][^:;]{0,30}){0,5}$")
_VOTED = re.compile(r"\b(?:pour|contre|abst\w*|unanim\w*|majorite|adopt\w*|approuv\w*|decid\w*|prend|pris)\b")
_LAST_MOVES = 5  # no more are looked at, so that minutes of many acts and moves take no longer
_IN_OFFICE = Led(
    r"(?:\bnombre\s+(?:legal\s+)?de\s+(?:membres|conseillers|delegues)[^.:;\d]{0,50}\ben\s+exercice"
    r"|(?<=\n)[ ]?en\s+exercice)\s*:\s*(?P<count>\d{1,3})(?![\d/.,h])",
    ("nombre", "en\n", "en "),
    before=1,
)
_VOTERS = Begun(
    r"\bvotants?\s*(?:\([^()]{0,40}\)\s*)?(?:[:=…]|\.{2,})[\s.]*(?P<count>\d{1,3})(?![\d/,])"
    r"|\bvotants?\s+(?P<beside>\d{1,3})\s*[;,–—-]?\s*(?=pour\b|exprimes\b)"
    # « Nombre de votants (enveloppes déposées) 18 Bulletins nuls 1 Suffrages exprimés 17 »: of a ballot
    r"|(?<=nombre\sde\s)votants?\s*(?:\([^()\d]{0,40}\)\s*)?(?P<ballots>\d{1,3})\s*[;,–—-]?\s*"
    r"(?=(?:nombre\sde\s)?(?:bulletins|suffrages|enveloppes|votes\s(?:blancs|nuls)|a\sdeduire)\b)",
    ("votant",),
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


def until_last_move(act: Act) -> Zone:
    """The text of an act of minutes without the counts that a move at its end tells for the next act."""
    if not act.shared:
        return act.item
    moves = once(act.view, ("moves", act.preamble.end), lambda: _moves(act))
    last = bisect_left(moves, act.item.end) - 1
    move = moves[last] if last >= 0 else act.item.start
    if move - act.item.start < act.item.end - move or act.item.end - move > _REACH + _REACH // 2:
        return act.item
    after = act.view.folded[move : act.item.end].strip()
    return act.item.part(act.item.start, move) if _CLOSES.match(after) and not _VOTED.search(after) else act.item


def _moves(act: Act) -> list[int]:
    return [match.start() for match in act.whole.part(act.preamble.end, act.whole.end).find(_MOVE)]


def told_anywhere(act: Act) -> Iterator[Mention]:
    """« Nombre de conseillers en exercice : 27 », in a margin or at the foot: where all such figures are the same."""
    office = once(act.view, ("in office",), lambda: list(act.whole.find(_IN_OFFICE)))
    if len({match["count"] for match in office}) != 1:
        return
    match = office[0]
    if not act.shared and (table := list(read_counts(act.whole.part(match.start(), match.end() + _REACH), None))):
        yield from table
    else:
        yield Mention("members/in_office", int(match["count"]), (Span(*match.span("count")),), "attendance.in-office")


def voters(item: Zone) -> Mention | None:
    """« Votants : 20 » in the text of an act; told with two values it is no answer."""
    found = list(item.find(_VOTERS))
    figures = [str(match.lastgroup) for match in found]
    if len({match[figure] for match, figure in zip(found, figures, strict=True)}) != 1:
        return None
    figure = figures[-1]
    return Mention("members/voting", int(found[-1][figure]), (Span(*found[-1].span(figure)),), "attendance.voters")
