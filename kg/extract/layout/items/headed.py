"""Which title heads each decision: the best one since the decision before, where enough speaks for it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.act import Zone, once
from kg.extract.layout.items.acts import is_delegated
from kg.extract.layout.items.candidates import Candidate, candidates
from kg.extract.layout.titles.shapes import is_stage
from kg.extract.layout.words import DELEGATED
from kg.extract.scanned import find_scanned
from kg.model import Span

# What must speak for a title: between formulas that close two acts, before another decision, in a text cut short.
LITTLE, ENOUGH, MUCH, SURELY = 2.0, 4.0, 4.5, 5.5
# A little less is enough where most decisions of a text are announced so, those told in one breath left out.
REPEATED, FEWEST, MOSTLY, FAR = 3.5, 2, 0.75, 60
# Less than that, where many titles of a text of one line run into the sentences behind them.
RUN, FEW_RUNS, MANY = 2.0, 2, 0.5
SHORTEST, ALIKE = 60, 8  # SHORTEST: of what a cut text tells of its last act
# Such a formula is a sentence of its own.
_ALONE = re.compile(
    r"(?:Accord|ACCORD|Adopt|ADOPT|Approuv|APPROUV|[AÀ] l'|[AÀ] L'|Unanim|UNANIM|Vot|VOT|Pour\b|POUR\b|Prend|PREND)"
)
_COUNTED = ("pour", "vote", "adopte", "a l'unanim", "a la majorite", "unanim", "majorite")
_MINUTES = re.compile(
    r"(?<!\w)(?:proces[- ]{0,3}verba(?:l|ux)|p\.?v\.?|"
    r"comptes?[- ]{0,3}rendus? (?:de la|du|des) (?:seance|conseil|dern|prec|reunion|\d))(?!\w)"
)


def heads(zone: Zone, inside: Sequence[Span], cut: bool, least: float) -> Iterator[Candidate]:
    """Before each decision of a passage the best title since the one before it."""
    edges = [Span(zone.start, zone.start), *inside]
    found = [_before_decision(zone, *pair) for pair in pairwise(edges)]
    apart = [
        best
        for best, (one, other) in zip(found, pairwise(edges), strict=True)
        if other.start - one.end > FAR and (_says(best, REPEATED) or not _counts(zone, other))
    ]
    delegated = is_delegated_in(zone.part(zone.start, edges[-1].end))
    repeats = _repeat(apart) and not delegated
    run_on = _run_on(found, ENOUGH if delegated else REPEATED)
    for best, (before, after) in zip(found, pairwise(edges), strict=True):
        if best is None:
            continue
        runs = best.score >= min(least, (RUN if best.run else REPEATED) if run_on else least)
        if (
            (runs and not is_delegated(zone.view, best.start))
            or best.sure >= (REPEATED if repeats else least)
            or _closes_alike(zone, before, after)
        ):
            yield best
    if cut:
        last = edges[-1].end
        best = best_of(zone.part(last, zone.end), REPEATED if repeats else MUCH, late=False)
        if best and zone.end - best.title.end >= SHORTEST and not is_delegated_in(zone.part(last, best.start)):
            yield best


def _says(best: Candidate | None, least: float) -> bool:
    return best is not None and best.score >= least


def _repeat(apart: Sequence[Candidate | None]) -> bool:
    """True where a title stands before nearly every decision."""
    headed = [best for best in apart if _says(best, REPEATED)]
    return len(apart) >= FEWEST and len(headed) >= MOSTLY * len(apart)


def _run_on(found: Sequence[Candidate | None], much: float) -> bool:
    """True where most titles that may head a decision run into the sentences behind them, and much speaks for two."""
    said = [best for best in found if best]
    running = [best for best in said if best.run and best.score >= RUN]
    sure = sum(best.score >= much for best in running)
    return sure >= FEW_RUNS and len(running) >= MANY * len(said)


def _counts(zone: Zone, after: Span) -> bool:
    """« … décide de louer le pré. Votants : 10 – Pour : 6 »: the votes on what was just decided."""
    return zone.view.folded.startswith(_COUNTED, after.start)


def is_delegated_in(zone: Zone) -> bool:
    """True where the executive's own decisions are told in a passage."""
    return any(find_scanned(zone, DELEGATED))


def _before_decision(zone: Zone, before: Span, after: Span) -> Candidate | None:
    minutes = _of_the_minutes(zone, before, after)
    return best_of(zone.part(before.end, after.start), LITTLE, late=True, minutes=minutes)


def _closes_alike(zone: Zone, before: Span, after: Span) -> bool:
    """True for « Adopté à l'unanimité » twice: a formula that stands for itself closes one act."""
    said = [zone.view.text[slice(*span)] for span in (before, after)]
    return bool(_ALONE.match(said[0])) and said[0].casefold()[:ALIKE] == said[1].casefold()[:ALIKE]


def _of_the_minutes(zone: Zone, before: Span, after: Span) -> int | None:
    """Where the minutes of another sitting are named, if it is they that are approved."""
    named = zone.part(max(before.end, after.start - 160), after.end).first(_MINUTES)
    return named.start() if named else None


def best_of(zone: Zone, floor: float, *, late: bool, minutes: int | None = None) -> Candidate | None:
    """The candidate with most for it: before a decision the last such, in a text cut short the first.

    Where ``minutes`` of another sitting are named, only what names them, or heads another act behind them.
    """
    best = None
    for found in once(zone.view, ("candidates", zone.start, zone.end), lambda: [*candidates(zone)]):
        if is_stage(zone.view, found.title.start) or (minutes is not None and _is_above(zone, found, minutes)):
            continue
        score = found.score if late else found.sure
        if score >= floor and (best is None or found.score > best.score or (late and found.score == best.score)):
            best = found
    return best


def _is_above(zone: Zone, found: Candidate, minutes: int) -> bool:
    if _MINUTES.search(zone.view.folded, *found.title):
        return False
    return found.title.start < minutes or not found.run or found.score < ENOUGH
