"""The deliberations of one document beside each other: their numbers follow, and who came or left is placed."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.view import fold_same_length

_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"[^\w#]|_")
_SHORTEST = 4  # numbers that make a series
_NO_ITEM = 1000  # a number as high as this counts something else than the items of a sitting
_WIDEST = 20  # numbers left out at once that still are a gap, not another way of counting
# « jusqu'à 22h40, point n° 2 », « à partir de la délibération 14 »: a member sits for some of the items.
_LIMIT = re.compile(
    r"(?P<side>jusqu'(?:a|au|en)|a partir d[eu]s?|a compter d[eu]|avant|apres|depuis)\b[^.;()]{0,30}?"
    r"\b(?:points?|deliberations?|questions?|rapports?)\b(?: n[°ºo.]*)? ?(?P<item>\d{1,3})\b"
)
_ATTENDANCE = ("/present", "/proxies", "/absent")
_LONGEST = 6000  # characters from the first to the last name of an attendance list


def number_series(subject: Subject) -> Iterator[Finding]:
    """The numbers of the acts of a document follow one another: none twice, none of another shape, none left out.

    An act without number between two others fills the place of one.
    """
    record = subject.record
    if record.number is None:
        return
    shapes = Counter(_shape(peer.number) for peer in subject.peers if peer.number)
    twice = [peer for peer in subject.peers if peer.number == record.number and peer.receipt == record.receipt]
    message = None
    if len(twice) > 1:
        message = f"{len(twice)} actes du document portent le numéro {record.number}"
    elif shapes[_shape(record.number)] == 1 and len(shapes) == 2 and shapes.total() > _SHORTEST:
        other = next(peer.number for peer in subject.peers if peer.number and peer.number != record.number)
        message = f"le numéro {record.number} n'a pas la forme des autres du document ({other})"
    elif shapes[_shape(record.number)] >= _SHORTEST and (missing := _left_out(subject)):
        message = f"{missing} numéro(s) manquent avant {record.number} dans la suite du document"
    if message:
        yield Finding(IssueCode.NUMBER_SERIES, Severity.WARNING, message, "number", ("/number",))


@lru_cache(maxsize=1 << 12)  # each number of a document is compared with all others
def _shape(number: str | None) -> str:
    """A number's letters and figures with the last figures left out: « 2023 - 014 » gives « 2023# »."""
    told = number or ""
    last = max((match.span() for match in _DIGITS.finditer(told)), default=(len(told), len(told)))
    return _BETWEEN.sub("", f"{told[: last[0]]}#{told[last[1] :]}").casefold()


def _rank(number: str) -> int | None:
    found = _DIGITS.findall(number)
    return int(found[-1]) if found else None


def _left_out(subject: Subject) -> int:
    """How many numbers are missing between this act and the numbered one before it."""
    here, unnumbered = _rank(subject.record.number or ""), 0
    for peer in reversed(subject.peers[: subject.place]):
        if peer.number is None:
            unnumbered += 1
        elif _shape(peer.number) == _shape(subject.record.number):
            before = _rank(peer.number)
            missing = (here or 0) - (before or 0) - 1 - unnumbered
            return missing if 0 < missing <= _WIDEST else 0
    return 0


def unplaced_movement(subject: Subject) -> Iterator[Finding]:
    """Where the list of members says for which items somebody sits, the lists of these items differ."""
    if not subject.shared or any(_sat(peer) != _sat(subject.record) for peer in subject.peers):
        return
    spans = subject.spans(_ATTENDANCE)
    start, end = min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)
    told = fold_same_length(subject.text.raw[start : min(end, start + _LONGEST)]).replace("\u2019", "'")
    limit = next(
        (m for m in _LIMIT.finditer(told) if _is_inside(int(m["item"]), subject.peers) and _is_away(m, subject)), None
    )
    if limit:
        message = f"« {limit[0]} » : la présence ne change pourtant d'aucun point à l'autre"
        yield Finding(IssueCode.UNPLACED_MOVEMENT, Severity.WARNING, message, "present", _ATTENDANCE)


def _is_away(limit: re.Match[str], subject: Subject) -> bool:
    """Whether the limit leaves this act out: one before « à partir du point 4 », one after « jusqu'au point 4 »."""
    item, rank = int(limit["item"]), _rank(subject.record.number or "")
    place = rank if rank is not None and rank < _NO_ITEM else subject.record.ordinal
    return place > item if limit["side"].startswith(("jusqu", "avant")) else place < item


def _is_inside(item: int, peers: tuple[Record, ...]) -> bool:
    """Whether « point n° 4 » falls among these acts, by the last figures of their numbers or by their places."""
    ranks = [rank for peer in peers if (rank := _rank(peer.number or "")) is not None and rank < _NO_ITEM]
    places = [peer.ordinal for peer in peers]
    return any(min(told) < item < max(told) for told in (ranks, places) if told)


def _sat(record: Record) -> object:
    return record.present, record.proxies, record.absent
