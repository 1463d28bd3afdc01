"""The deliberations of one document beside each other: their numbers follow, and who came or left is placed."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Receipt, Record
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
    shapes, message = subject.of_all(_shapes), None
    if (times := subject.of_all(_numbers)[record.number, record.receipt]) > 1:
        message = f"{times} actes du document portent le numéro {record.number}"
    elif shapes[_shape(record.number)] == 1 and len(shapes) == 2 and shapes.total() > _SHORTEST:
        other = next(peer.number for peer in subject.peers if peer.number and peer.number != record.number)
        message = f"le numéro {record.number} n'a pas la forme des autres du document ({other})"
    elif shapes[_shape(record.number)] >= _SHORTEST and (missing := _left_out(subject)):
        message = f"{missing} numéro(s) manquent avant {record.number} dans la suite du document"
    if message:
        yield Finding(IssueCode.NUMBER_SERIES, Severity.WARNING, message, "number", ("/number",))


def _shapes(peers: tuple[Record, ...]) -> Counter[str]:
    return Counter(_shape(peer.number) for peer in peers if peer.number)


def _numbers(peers: tuple[Record, ...]) -> Counter[tuple[str | None, Receipt]]:
    return Counter((peer.number, peer.receipt) for peer in peers)


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
    here, before = _rank(subject.record.number or ""), subject.of_all(_before)[subject.place]
    if before is None:
        return 0
    number, unnumbered = before
    missing = (here or 0) - (_rank(number) or 0) - 1 - unnumbered
    return missing if 0 < missing <= _WIDEST else 0


def _before(peers: tuple[Record, ...]) -> list[tuple[str, int] | None]:
    """For each act the last number of its shape before it, and how many acts without one stand between them."""
    last: dict[str, tuple[str, int]] = {}  # by shape: a number, and how many acts without one stand before it
    before, unnumbered = [], 0
    for peer in peers:
        former = last.get(_shape(peer.number))
        before.append((former[0], unnumbered - former[1]) if former else None)
        if peer.number is None:
            unnumbered += 1
        else:
            last[_shape(peer.number)] = peer.number, unnumbered
    return before


def unplaced_movement(subject: Subject) -> Iterator[Finding]:
    """Where the list of members says for which items somebody sits, the lists of these items differ."""
    if not subject.shared or not subject.of_all(_same_members):
        return
    spans = subject.spans(_ATTENDANCE)
    start, end = min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)
    told = fold_same_length(subject.text.raw[start : min(end, start + _LONGEST)]).replace("\u2019", "'")
    limit = next(
        (m for m in _LIMIT.finditer(told) if _is_inside(int(m["item"]), subject) and _is_away(m, subject)), None
    )
    if limit:
        message = f"« {limit[0]} » : la présence ne change pourtant d'aucun point à l'autre"
        yield Finding(IssueCode.UNPLACED_MOVEMENT, Severity.WARNING, message, "present", _ATTENDANCE)


def _is_away(limit: re.Match[str], subject: Subject) -> bool:
    """Whether the limit leaves this act out: one before « à partir du point 4 », one after « jusqu'au point 4 »."""
    item, rank = int(limit["item"]), _rank(subject.record.number or "")
    place = rank if rank is not None and rank < _NO_ITEM else subject.record.ordinal
    return place > item if limit["side"].startswith(("jusqu", "avant")) else place < item


def _is_inside(item: int, subject: Subject) -> bool:
    """Whether « point n° 4 » falls among these acts, by the last figures of their numbers or by their places."""
    return any(first < item < last for first, last in subject.of_all(_ranges))


def _ranges(peers: tuple[Record, ...]) -> list[tuple[int, int]]:
    """The lowest and the highest of the last figures of the numbers of these acts, and of their places."""
    ranks = [rank for peer in peers if (rank := _rank(peer.number or "")) is not None and rank < _NO_ITEM]
    return [(min(told), max(told)) for told in (ranks, [peer.ordinal for peer in peers]) if told]


def _same_members(peers: tuple[Record, ...]) -> bool:
    return all(_sat(peer) == _sat(peers[0]) for peer in peers)


def _sat(record: Record) -> object:
    return record.present, record.proxies, record.absent
