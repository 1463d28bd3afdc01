"""The vote of an act: its counts, its outcome, whether it was unanimous, how it was held and who stood apart.

An act's own vote is the one that stands with its decision. Votes of other bodies (« avis favorable de la commission à
l'unanimité ») and votes on amendments are not; where two votes remain, none is kept (two answers are no answer).
CGCT L2121-20 (majority, casting vote), L2121-21 (public and secret ballots).
"""

import re
from collections.abc import Iterator

from kg.errors import IssueCode
from kg.extract.act import Act, Example, Extractor, Mention, Residue, Zone
from kg.extract.bounds import VERDICTS, bounded
from kg.extract.dispositif import find_operative
from kg.extract.dispositif.accepted import Operative
from kg.extract.vote.ballot import Ballot, Counter
from kg.extract.vote.by_office import named_by_office
from kg.extract.vote.counts import find_ballots
from kg.extract.vote.cues import (
    ADOPTED,
    APART_AS_A_GROUP,
    COUNTS,
    MAJORITY,
    NAMED_NEXT,
    REJECTED,
    ROW,
    UNANIMITY_OF_ALL,
    UNANIMOUS,
)
from kg.extract.vote.in_head import told_in_head
from kg.extract.vote.labels import NUMBER
from kg.extract.vote.method import read_method
from kg.extract.vote.names import FIELDS, agreed_names, names_of
from kg.extract.vote.others import is_foreign, sentence_before
from kg.extract.vote.outcome import read_outcome
from kg.extract.vote.table import table_ballots
from kg.extract.vote.twice import best_named, told_again
from kg.extract.vote.unread import unread
from kg.model import Span
from kg.text.cues import matches_at_cues

_AFTER_TABLE = 300
_TURNED_DOWN = re.compile(
    r"[^.]{0,90}?\b(?:(?:n'est (?:donc )?pas|n'a pas ete) (?:retenu|adopt|approuv|accept)"
    r"|(?:est|a ete) (?:donc )?(?:rejet|repouss)ee?\b)"
)
# « à l'unanimité moins deux abstentions »: the text says itself that it is none.
_LESS = re.compile(r"[\s,(]{0,3}(?:moins|sauf|excepte|a l'exception|avec|et)\b")
_LESS_VOICES = re.compile(
    rf"(?: de[s ] ?[a-z ]{{4,40}}?)?[\s,(]{{1,3}}(?:moins|sauf) {NUMBER} (?:voix|votes?|contre)\b"
)


def read(act: Act) -> Iterator[Mention | Residue]:
    """The vote of one act."""
    zone = act.item
    operative = find_operative(act)
    ballots = _own_ballots(zone, operative) or table_ballots(act)
    for candidate in ballots:
        yield from _counts(candidate)
    ballot = ballots[0] if len(ballots) == 1 or told_again(ballots) else None
    yield from told_in_head(act, ballot)
    several = len(ballots) > 1 and ballot is None
    names = list(agreed_names(zone, ballots) if several else names_of(zone, ballot))
    names += named_by_office(act, ballot)
    yield from names
    unanimity = list(_split_each_time(ballots) if several else _unanimity(zone, operative, ballot, names))
    unanimity = unanimity or ([] if ballots or operative is None else [*_unanimity_of_all(act)])
    yield from unanimity
    told = [span for reading in unanimity if isinstance(reading, Mention) for span in reading.spans]
    yield from read_method(act, operative)
    yield from read_outcome(act, operative, ballot, told or _all_carried(ballots))
    if not ballots:
        yield from _split_tables(zone)
    yield from unread(zone, ballots, {name.field for name in names})


def _split_each_time(ballots: list[Ballot]) -> Iterator[Mention]:
    """Several votes of one act, none of them unanimous: neither is the act's own, whichever that is."""
    apart = [
        [c.span for c in ballot.counters if c.label in ("against", "abstention") and c.value] for ballot in ballots
    ]
    if all(apart):
        yield Mention("vote/unanimous", False, tuple(span for spans in apart for span in spans), "vote.votes_apart")


def _all_carried(ballots: list[Ballot]) -> list[Span]:
    """Where several votes of one act stand, if each was carried: what was decided does not hang on which is its own."""
    carried = [ballot for ballot in ballots if (ballot.value("for") or 0) > (ballot.value("against") or 0)]
    return [Span(ballot.start, ballot.end) for ballot in carried] if len(carried) == len(ballots) else []


def _split_tables(zone: Zone) -> Iterator[Mention | Residue]:
    """« Pour Contre Abstention 24 M. X – Mme Y »: a table flattened to a row; the names are of one of two columns.

    Where the vote was carried, the one figure is that of the votes for.
    """
    rows = list(matches_at_cues(ROW, zone.view.folded, ("pour",), zone.start, zone.end))
    for row in rows:
        yield Residue("vote", f"tableau de vote non lu, {zone.printed(*row.span())}", (Span(*row.span()),))
    if len(rows) == 1:
        row, after = rows[0], zone.part(rows[0].end(), rows[0].end() + _AFTER_TABLE)
        if NAMED_NEXT.match(zone.view.folded, row.end()) and (after.first(MAJORITY) or after.first(ADOPTED)):
            yield Mention("vote/for", int(row["n"]), (Span(*row.span("n")),), "vote.figure_of_split_table")


def _counts(ballot: Ballot) -> Iterator[Mention]:
    for counter in ballot.counters:
        if counter.value is not None:
            yield Mention(COUNTS[counter.label], counter.value, (counter.span,), f"vote.{_side(counter)}")


def _side(counter: Counter) -> str:
    if counter.start >= counter.label_end:
        return "count_under_labels" if counter.label_end > counter.label_start else "count_beside_unanimity"
    return "count_after_label" if counter.start == counter.label_start else "count_before_label"


def _own_ballots(zone: Zone, operative: Operative | None) -> list[Ballot]:
    """The ballots that can be the act's own: all alike, or the one nearest the decision, or all of them (no answer)."""
    ballots = [b for b in find_ballots(zone) if not is_foreign(zone, b.start, b.end)]
    last = [b for b in ballots if not (REJECTED.search(sentence_before(zone, b.start)) or _is_turned_down(zone, b))]
    if operative and last and last[-1] is ballots[-1]:
        ballots = last  # what was turned down before the decision was a motion, an amendment
    if len({b.values() for b in ballots}) < 2:
        return best_named(zone, ballots)[:1]
    if told_again(ballots):
        return best_named(zone, ballots)
    if operative is None:
        return ballots
    near = [b for b in ballots if operative.zone.start - 250 <= b.start <= operative.zone.end + 250]
    return near[:1] if len({b.values() for b in near}) == 1 else near or ballots


def _is_turned_down(zone: Zone, ballot: Ballot) -> bool:
    """« … recueille 2 voix, 5 contre ; elle n'est pas retenue »: no decision of the act."""
    return _TURNED_DOWN.match(zone.view.folded, ballot.end, min(zone.end, ballot.end + 160)) is not None


def _unanimity(
    zone: Zone, operative: Operative | None, ballot: Ballot | None, names: list[Mention]
) -> Iterator[Mention | Residue]:
    """True where the text says so, False where it says « majorité » or shows votes against or abstentions.

    Abstentions leave « à l'unanimité des suffrages exprimés » true; beside a plain « à l'unanimité » they are said.
    """
    apart = [c.span for c in (ballot.counters if ballot else []) if c.label in ("against", "abstention") and c.value]
    apart += [span for name in names if name.field != FIELDS["not_voting"] for span in name.spans]
    groups = [Span(*match.span()) for match in zone.find(APART_AS_A_GROUP) if not is_foreign(zone, *match.span())]
    apart += [] if ballot or apart else groups
    said = _said(zone, operative, ballot)
    if said is None:
        if apart:
            yield Mention("vote/unanimous", False, tuple(apart), "vote.votes_apart")
        return
    match, rule = said
    if less := _LESS_VOICES.match(zone.view.folded, match.end()):
        apart.append(Span(match.start(), less.end()))
    unanimous = rule == "vote.unanimity_said"
    cast = "exprime" in zone.view.folded[match.end() : match.end() + 40]
    if unanimous and apart and not cast:
        if not _LESS.match(zone.view.folded, match.end()):
            spans = (Span(*match.span()), *apart)
            message = "unanimité annoncée, avec des voix contre ou des abstentions"
            yield Residue("vote/unanimous", message, spans, IssueCode.FALSE_UNANIMITY)
        yield Mention("vote/unanimous", False, tuple(apart), "vote.votes_apart")
    else:
        yield Mention("vote/unanimous", unanimous, (Span(*match.span()),), rule)


def _unanimity_of_all(act: Act) -> Iterator[Mention | Residue]:
    """What is said once of the votes of all items, above the first or below the last."""
    zones = (act.preamble, act.closing) if act.shared else ()
    for said in (zone.first(UNANIMITY_OF_ALL) for zone in zones):
        if said:
            yield Mention("vote/unanimous", True, (Span(*said.span()),), "vote.unanimity_of_all")
            return


def _said(zone: Zone, operative: Operative | None, ballot: Ballot | None) -> tuple[re.Match[str], str] | None:
    """The « unanimité » or « majorité » that stands nearest to the counts, else to the decision."""
    said = [
        (match, rule)
        for cue, rule in ((UNANIMOUS, "vote.unanimity_said"), (MAJORITY, "vote.majority_said"))
        for match in bounded(zone.view, zone.find(cue), VERDICTS)
        if not is_foreign(zone, *match.span())
    ]
    place = ballot.start if ballot else operative.zone.start if operative else zone.end
    return min(said, key=lambda reading: abs(reading[0].start() - place), default=None)


EXTRACTOR = Extractor(
    "vote",
    read,
    examples=(
        Example(
            "La présente délibération est adoptée à l'unanimité des voix exprimées.\nPour : 86 voix\nContre : 0 "
            "voix\nAbstentions : 2 voix",
            {
                "vote/for": 86,
                "vote/against": 0,
                "vote/abstention": 2,
                "vote/unanimous": True,
                "vote/outcome": "adopted",
            },
        ),
        Example(
            "Après en avoir délibéré, le Conseil, par vingt-sept voix pour et 2 contre (Mme VALMONT et M. Luc "
            "ARNEL), approuve le bail.",
            {
                "vote/for": 27,
                "vote/against": 2,
                "vote/against_names": ["VALMONT", "Luc ARNEL"],
                "vote/unanimous": False,
                "vote/outcome": "adopted",
            },
        ),
        Example(
            "Le conseil municipal, à l'exception de Mme Jeanne VALMONT, qui s'abstient, accepte cette proposition.",
            {"vote/abstention_names": ["Jeanne VALMONT"], "vote/unanimous": False, "vote/outcome": "adopted"},
        ),
        Example("Le conseil communautaire prend acte du rapport annuel.", {"vote/outcome": "noted"}),
        Example(
            "Le conseil municipal, à l'unanimité, décide d'ajourner la décision.",
            {"vote/outcome": "deferred", "vote/unanimous": True},
        ),
        Example(
            "> Avis favorable de la commission Accord à l'unanimité",
            {"vote/outcome": "adopted", "vote/unanimous": True},
        ),
        Example("Ce point est retiré de l'ordre du jour.", {"vote/outcome": "deferred"}),
        Example("La question est renvoyée à la prochaine séance.", {"vote/outcome": "deferred"}),
        Example("Vous avez raison. Je retire le point.", {"vote/outcome": "deferred"}),
        Example(
            "Après en avoir délibéré, le Conseil approuve le bail. VOTE : OUI 11 - NON 2 - ABSTENTION 1",
            {
                "vote/for": 11,
                "vote/against": 2,
                "vote/abstention": 1,
                "vote/unanimous": False,
                "vote/outcome": "adopted",
            },
        ),
    ),
    counter_examples=(
        Example("Vu l'avis favorable rendu à l'unanimité par la commission des finances,", {}),
        Example("Vu la délibération du 3 mars 2022 adoptée par 15 voix pour et 2 contre,", {}),
        Example("La subvention est de 5 000 € pour 3 ans, contre 4 000 € en 2021.", {}),
    ),
)
