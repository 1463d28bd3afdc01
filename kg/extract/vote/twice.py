"""One vote that is told twice: its counts at the head of an act, the names of those who stood apart in the decision."""

from collections.abc import Sequence

from kg.extract.act import Zone
from kg.extract.vote.ballot import Ballot
from kg.extract.vote.names import FIELDS, names_after


def told_again(ballots: Sequence[Ballot]) -> bool:
    """Whether no count is told with two values, and each telling shares one that is not zero with the fullest."""
    if len(ballots) < 2:
        return False
    whole = max((ballot.values() for ballot in ballots), key=lambda values: len(values) - values.count(None))
    return all(_agree(whole, ballot.values()) for ballot in ballots)


def _agree(whole: tuple[int | None, ...], part: tuple[int | None, ...]) -> bool:
    told = [(one, other) for one, other in zip(whole, part, strict=True) if other is not None]
    return all(one == other for one, other in told) and any(one for one, _ in told)


def best_named(zone: Zone, ballots: list[Ballot]) -> list[Ballot]:
    """The tellings of a vote, the one first that names most of those who stood apart, else the fullest."""
    return sorted(ballots, key=lambda ballot: _weight(zone, ballot), reverse=True) if len(ballots) > 1 else ballots


def _weight(zone: Zone, ballot: Ballot) -> tuple[int, int]:
    named = sum(len(names_after(zone, counter)) for counter in ballot.counters if counter.label in FIELDS)
    return named, -ballot.values().count(None)
