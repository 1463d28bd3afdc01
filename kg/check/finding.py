"""What a check finds, before it is placed in its document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kg.errors import IssueCode, Severity
from kg.model import Record, Span, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about one record: ``field`` is where to look, ``pointers`` are the values whose proofs show it."""

    code: IssueCode
    severity: Severity
    message: str
    field: str
    pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A record and the text that it was read in. ``peers`` are all the records of the document, this one included.

    ``known`` is what was told of all of them once: a document may hold a thousand. ``proven`` are the passages of each
    pointer and of those that it is part of: an act may hold ten thousand.
    """

    record: Record
    text: Text
    peers: tuple[Record, ...] = ()
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    proven: dict[str, list[Span]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def shared(self) -> bool:
        """Whether one attendance and one receipt stand for several acts."""
        return len(self.peers) > 1

    @property
    def place(self) -> int:
        """The position of the record among its peers, from 0."""
        return self.of_all(_places).get(self.record.ordinal, 0)

    def of_all(self, read: Callable[[tuple[Record, ...]], T]) -> T:
        """What ``read`` tells of all the records of the document, computed once for all of them."""
        if read not in self.known:
            self.known[read] = read(self.peers)
        told: T = self.known[read]
        return told

    def spans(self, pointers: tuple[str, ...]) -> tuple[Span, ...]:
        """The passages that prove these values; a pointer to a list stands for all of its items."""
        if not self.proven:
            self._index()
        return tuple(dict.fromkeys(span for pointer in pointers for span in self.proven.get(pointer, ())))

    def _index(self) -> None:
        for proof in self.record.evidence:
            length = len(proof.pointer)
            while length > 0:
                self.proven.setdefault(proof.pointer[:length], []).extend(proof.spans)
                length = proof.pointer.rfind("/", 0, length)

    def quoted(self, pointer: str, after: int = 0, before: int = 0) -> str:
        """The words that prove a value, some that stand before them and some that follow."""
        raw, spans = self.text.raw, self.spans((pointer,))
        return " ".join(raw[max(span.start - before, 0) : span.end + after] for span in spans)


def _places(peers: tuple[Record, ...]) -> dict[int, int]:
    """The position of each ordinal, the first where it stands twice."""
    return {peer.ordinal: rank for rank, peer in reversed([*enumerate(peers)])}


Check = Callable[[Subject], Iterator[Finding]]
