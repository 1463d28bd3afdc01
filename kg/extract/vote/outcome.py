"""The outcome of a vote: adopted, rejected, noted (« prend acte ») or deferred (« ajourne »)."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone
from kg.extract.dispositif.accepted import Operative
from kg.extract.vote.ballot import Ballot
from kg.extract.vote.cues import (
    ADDED,
    ADOPTED,
    BODY_NOTES,
    DEFERRED,
    LIST_OF_ADOPTED,
    NOTED,
    PUTS_OFF,
    REJECTED,
    STATUS,
    STATUSES,
    THIS_PUT_OFF,
    TURNS_DOWN,
)
from kg.extract.vote.others import is_foreign
from kg.model import Span

# « Le compte-rendu du 8 avril n'est pas adopté »: an act's own matter, whatever stands above it.
_MINUTES = re.compile(r"\b(?:compte[- ]rendu|proces[- ]?verbal)\b[^.;]{0,100}$")

_ARTICLE = re.compile(r"article \w{1,8} ?(?:er|eme)? ?[:.–—-]\s?")


def read_outcome(act: Act, operative: Operative | None, ballot: Ballot | None, said: list[Span]) -> Iterator[Mention]:
    """What the act's own text tells, else what stands above a list. ``said``: where its votes are told."""
    outcome = [*_told(act.item, operative, ballot, said)]
    yield from outcome or _heading_outcome(act)


def _told(zone: Zone, operative: Operative | None, ballot: Ballot | None, said: list[Span]) -> Iterator[Mention]:
    rejected = _rejected(zone, operative, ballot)
    if rejected:
        yield rejected
        return
    put_off = _put_off(zone, operative)
    if put_off:
        yield Mention("vote/outcome", "deferred", (put_off,), "vote.put_off")
        return
    voted = [Span(ballot.start, ballot.end)] if ballot else said
    noted = None if voted else _noted(zone, operative)
    if noted:
        yield Mention("vote/outcome", "noted", (noted,), "vote.noted")
    elif voted or operative:
        spans = tuple(voted) or (operative.items[0].spans if operative else ())
        yield Mention("vote/outcome", "adopted", spans, "vote.adopted")
    else:
        yield from _said_outcome(zone)


def _rejected(zone: Zone, operative: Operative | None, ballot: Ballot | None) -> Mention | None:
    said = next((match for match in zone.find(REJECTED) if not _told_before(zone, operative, match)), None)
    votes_for, against = (ballot.value("for"), ballot.value("against")) if ballot else (None, None)
    carried = operative and (votes_for or 0) > (against or 0)
    earlier = carried and ballot and said and said.end() <= ballot.start
    minutes = said and _MINUTES.search(zone.view.folded, max(zone.start, said.start() - 160), said.start())
    if said and not earlier and (minutes or not is_foreign(zone, *said.span())):
        return Mention("vote/outcome", "rejected", (Span(*said.span()),), "vote.rejected_said")
    if ballot and votes_for is not None and (against or 0) > votes_for:
        return Mention("vote/outcome", "rejected", (Span(ballot.start, ballot.end),), "vote.more_against")
    turned_down = _turned_down(zone, operative)
    return Mention("vote/outcome", "rejected", (turned_down,), "vote.turned_down") if turned_down else None


def _told_before(zone: Zone, operative: Operative | None, said: re.Match[str]) -> bool:
    """« La demande a été rejetée, d'où … », told in the report of what the organ then decides: of another matter."""
    decided = operative.items[0].spans[0].start if operative and operative.items else said.start()
    return said.end() < decided and " ete " in zone.view.folded[slice(*said.span())]


def _put_off(zone: Zone, operative: Operative | None) -> Span | None:
    """« décide d'ajourner la décision », where nothing else is decided."""
    items = operative.items if operative and operative.shape == "decision" else ()
    found = [PUTS_OFF.match(zone.view.folded, *item.spans[0]) for item in items]
    return Span(*found[0].span()) if found and found[0] and all(found) else None


def _turned_down(zone: Zone, operative: Operative | None) -> Span | None:
    """« n'approuve pas le devis », the first of what is decided: what was proposed is rejected, by whatever vote."""
    first = operative.items[0].spans[0] if operative and operative.items else None
    match = first and TURNS_DOWN.match(zone.view.folded, *first)
    return Span(*match.span()) if match else None


def _noted(zone: Zone, operative: Operative | None) -> Span | None:
    """« prend acte », where nothing else is decided and no vote is told."""
    if operative is None:
        match = zone.first(BODY_NOTES)
        return Span(*match.span()) if match and not is_foreign(zone, *match.span()) else None
    firsts = [NOTED.search(zone.view.folded, *_with_verb(zone, item.spans[0])) for item in operative.items]
    match = firsts[0]
    alone = match and all(
        (m and m.start() - item.spans[0].start < 30)
        or ADDED.match(zone.view.folded, _without_label(zone, item.spans[0]))
        for m, item in zip(firsts, operative.items, strict=True)
    )
    return Span(*match.span()) if match and alone else None


def _without_label(zone: Zone, span: Span) -> int:
    """Where the words of an item begin, after « Article 2 : »."""
    label = _ARTICLE.match(zone.view.folded, *span)
    return label.end() if label else span.start


def _with_verb(zone: Zone, span: Span) -> Span:
    """An item cut after its verb (« PREND », in a table) with the word that follows."""
    return Span(span.start, min(len(zone.view.folded), max(span.end, span.start + 12)))


def _said_outcome(zone: Zone) -> Iterator[Mention]:
    if this := next(zone.find(THIS_PUT_OFF), None):
        yield Mention("vote/outcome", "deferred", (Span(*this.span()),), "vote.deferred_said")
        return
    for outcome, cue in (("deferred", DEFERRED), ("adopted", ADOPTED)):
        match = next(zone.find(cue), None)
        if match and not is_foreign(zone, *match.span()):
            yield Mention("vote/outcome", outcome, (Span(*match.span()),), f"vote.{outcome}_said")
            return
    yield from _status(zone)


def _status(zone: Zone) -> Iterator[Mention]:
    """« Institution d'un droit de préemption ADOPTÉE »: the column of a list, run on after the title."""
    found = {STATUSES[match.lastgroup or ""]: Span(*match.span()) for match in zone.find_exact(STATUS)}
    if len(found) == 1:
        ((outcome, span),) = found.items()
        yield Mention("vote/outcome", outcome, (span,), "vote.status_of_list")


def _heading_outcome(act: Act) -> Iterator[Mention]:
    """« Liste des délibérations approuvées par le conseil municipal », above all of them."""
    heading = act.preamble.first(LIST_OF_ADOPTED) if act.kind == "list" else None
    if heading:
        yield Mention("vote/outcome", "adopted", (Span(*heading.span()),), "vote.list_of_adopted")
