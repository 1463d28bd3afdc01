"""Members read as away whom the document sees arrive."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.check.finding import Finding, Subject
from kg.check.names import same
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.cues import cue_positions
from kg.text.names import find_names

_CUES = ("rrivée de ", "rrivée d'", "rrivée d\u2019", "RRIVÉE DE ", "RRIVEE DE ", "rrivee de ")
_NAME = re.compile(r"\S+\s\S+\s(?:M\.?|Mme|Mr|Mlle|Monsieur|Madame)\s", re.IGNORECASE)
_REACH = 60  # characters that hold who arrives


def arrival_of_absent(subject: Subject) -> Iterator[Finding]:
    """« Arrivée de M. X » between two acts: he is not away for all of them (CGCT L2121-20 counts who sits)."""
    record = subject.record
    if not record.absent or not subject.shared or not subject.of_all(_same_away):
        return
    come = _arrivals(subject.text.raw)
    for index, name in enumerate(record.absent):
        if any(same(name, other) for other in come):
            message = f"{name} est dit absent de tous les points, le document annonce pourtant son arrivée"
            pointers = (f"/absent/{index}", "/present")
            yield Finding(IssueCode.UNPLACED_MOVEMENT, Severity.WARNING, message, "absent", pointers)


def _same_away(peers: tuple[Record, ...]) -> bool:
    return all(peer.absent == peers[0].absent for peer in peers)


@lru_cache(maxsize=1)  # for all the acts of a document
def _arrivals(raw: str) -> tuple[str, ...]:
    """Who is said to arrive."""
    names: list[str] = []
    for at in cue_positions(raw, _CUES, 0, len(raw)):
        if _NAME.match(raw, at):
            names += [found.value for found in find_names(raw, at, min(len(raw), at + _REACH))][:1]
    return tuple(names)
