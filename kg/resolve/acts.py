"""One act from all that its documents say: the fullest document first, the others where it is silent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kg.errors import IssueCode, Severity
from kg.model import Agreement as StatedAgreement
from kg.model import Funding as StatedFunding
from kg.model import Issue, Person, Record, Vote
from kg.resolve import sittings
from kg.resolve.entities import Act, Agreement, Funding, Quote, Sitting, Someone
from kg.resolve.entries import Entry
from kg.resolve.organisations import Organisations
from kg.resolve.people import Room

# An act's own extract says more than minutes, minutes more than a list.
_FULLEST = ("deliberation", "bundle", "minutes", "list")
_OF_THE_SITTING = {"source", "ordinal", "evidence"}
_COMPARED = ("number", "session/date", "vote/outcome", "vote/for_", "vote/against", "vote/abstention")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an act is resolved: its sitting, who is in the room, the organisations of the authority."""

    sitting: Sitting
    room: Room
    organisations: Organisations


def act(key: tuple[str, ...], cluster: Sequence[Entry], setting: Setting) -> Act:
    """The act that a cluster of records speaks of."""
    ordered = sorted(cluster, key=_rank)
    record, quotes = _together(ordered)
    room, vote = setting.room, record.vote
    agreements = tuple(_agreements(record, quotes, setting.organisations))
    return Act(
        key=key,
        sitting=setting.sitting.key,
        record=record,
        quotes=quotes,
        sources=tuple((entry.sha256, entry.record.ordinal) for entry in ordered),
        rapporteur=_someone(record.rapporteur, room, _under(quotes, "/rapporteur")),
        signatory=_someone(record.signature.signatory, room, _under(quotes, "/signature/signatory")),
        against=_voters(vote.against_names, room),
        abstaining=_voters(vote.abstention_names, room),
        not_voting=_voters(vote.not_voting_names, room),
        differences=sittings.differences(setting.sitting.attendance, sittings.attendance(ordered[0], room)),
        members=sittings.own_members(setting.sitting.members, record.members),
        agreements=agreements,
        funding=tuple(_framed(_fundings(record, quotes, setting.organisations), agreements)),
    )


def disagreements(cluster: Sequence[Entry]) -> Iterator[Issue]:
    """Values that two documents of one act state differently."""
    first = min(cluster, key=_rank)
    for other in cluster:
        for path in _COMPARED:
            one, two = _value(first.record, path), _value(other.record, path)
            if None not in (one, two) and one != two:
                yield Issue(
                    IssueCode.SOURCES_DISAGREE,
                    Severity.WARNING,
                    f"{path.rstrip('_')}: {two} here, {one} in {first.document.text.source.path}",
                    other.document.text.source.path,
                    ordinal=other.record.ordinal,
                    field=path.rstrip("_"),
                )


def _rank(entry: Entry) -> tuple[int, str, int]:
    kind = entry.document.kind
    return (_FULLEST.index(kind) if kind in _FULLEST else 9, entry.document.text.source.path, entry.record.ordinal)


def _value(record: Record, path: str) -> Any:
    value: Any = record
    for name in path.split("/"):
        value = getattr(value, name)
    return value


def _together(ordered: Sequence[Entry]) -> tuple[Record, Mapping[str, Quote]]:
    """The first record, completed field by field from the others, with the passages of what was taken."""
    record, quotes = ordered[0].record, dict(ordered[0].quotes)
    for other in ordered[1:]:
        more = other.quotes
        for field in fields(Record):
            mine, theirs = getattr(record, field.name), getattr(other.record, field.name)
            if field.name in _OF_THE_SITTING or mine == theirs:
                continue
            value, taken = _completed(mine, theirs)
            record = replace(record, **{field.name: value})
            for part in taken:
                at = f"/{field.name}{part}"
                quotes |= {p: q for p, q in more.items() if p == at or p.startswith(f"{at}/")}
    return record, quotes


def _completed(mine: Any, theirs: Any) -> tuple[Any, tuple[str, ...]]:
    """A value with its gaps filled, and the parts that were filled (``""`` is the whole)."""
    if mine is None or mine == ():
        return theirs, ("",)
    if not is_dataclass(mine) or isinstance(mine, Person) or type(mine) is not type(theirs):
        return mine, ()
    gaps = [f.name for f in fields(mine) if getattr(mine, f.name) in (None, ()) and getattr(theirs, f.name) is not None]
    if isinstance(mine, Vote) and isinstance(theirs, Vote) and {mine.outcome, theirs.outcome} - {None, mine.outcome}:
        return mine, ()
    filled = replace(mine, **{name: getattr(theirs, name) for name in gaps})  # type: ignore[type-var]
    return filled, tuple(f"/{name.rstrip('_')}" for name in gaps)


def _under(quotes: Mapping[str, Quote], pointer: str) -> Quote | None:
    return next((q for p, q in quotes.items() if p == pointer or p.startswith(f"{pointer}/")), None)


def _all_under(quotes: Mapping[str, Quote], pointer: str) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(q for p, q in quotes.items() if p == pointer or p.startswith(f"{pointer}/")))


def _someone(person: Person | None, room: Room, quote: Quote | None) -> Someone | None:
    return room.someone(person.name, person.role, quote) if person else None


def _voters(names: Sequence[str], room: Room) -> tuple[Someone, ...]:
    return tuple(room.someone(name) for name in names)


def _agreements(record: Record, quotes: Mapping[str, Quote], organisations: Organisations) -> Iterator[Agreement]:
    for index, stated in enumerate(record.agreements):
        yield _agreement(stated, record, _all_under(quotes, f"/agreements/{index}"), organisations)


def _agreement(
    stated: StatedAgreement, record: Record, quotes: tuple[Quote, ...], organisations: Organisations
) -> Agreement:
    parties = (organisations.key(party, record) for party in stated.parties)
    return Agreement(
        label=stated.label,
        parties=tuple(dict.fromkeys(party for party in parties if party)),
        start=stated.start,
        end=stated.end,
        duration_months=stated.duration_months,
        duration_is_maximum=stated.duration_is_maximum,
        quotes=quotes,
    )


def _fundings(record: Record, quotes: Mapping[str, Quote], organisations: Organisations) -> Iterator[Funding]:
    """Fundings whose funder is an organisation; a natural person as recipient is left out of the funding."""
    for index, stated in enumerate(record.funding):
        funder = organisations.key(stated.funder, record)
        if funder:
            yield _funding(stated, funder, record, _all_under(quotes, f"/funding/{index}"), organisations)


def _funding(
    stated: StatedFunding, funder: str, record: Record, quotes: tuple[Quote, ...], organisations: Organisations
) -> Funding:
    return Funding(
        funder=funder,
        recipient=organisations.key(stated.recipient, record),
        amount=stated.amount,
        is_ceiling=stated.is_ceiling,
        share=stated.share,
        total_cost=_total(stated),
        computed=_computed(stated),
        kind=stated.kind,
        agent=organisations.key(stated.agent, record),
        programme=stated.programme,
        agreement=None,
        quotes=quotes,
    )


def _framed(fundings: Iterable[Funding], agreements: Sequence[Agreement]) -> Iterator[Funding]:
    """Fundings with the convention whose parties are theirs. The act's own authority is a party of all: a clue only if
    nobody else is.
    """
    everywhere = set.intersection(*(set(a.parties) for a in agreements)) if len(agreements) > 1 else set()
    for funding in fundings:
        ends = {funding.funder, funding.agent, funding.recipient} - everywhere - {None}
        fitting = [index for index, agreement in enumerate(agreements) if ends & set(agreement.parties)]
        yield replace(funding, agreement=fitting[0] if len(fitting) == 1 else None)


def _total(stated: StatedFunding) -> Decimal | None:
    """The cost that the money is a part of. One below the amount is another operation's: the amount stands."""
    if stated.amount is not None and stated.total_cost is not None and stated.amount > stated.total_cost:
        return None
    return stated.total_cost


def _computed(stated: StatedFunding) -> Decimal | None:
    """Share × total cost to the cent, where the act writes both and no amount."""
    if stated.amount is not None or stated.share is None or stated.total_cost is None:
        return None
    return (stated.share * stated.total_cost).quantize(Decimal("0.01"), ROUND_HALF_UP)
