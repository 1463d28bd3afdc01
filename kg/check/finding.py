"""What a check finds, before it is placed in its document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import IssueCode, Severity
from kg.model import Record, Span, Text


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
    """A record and the text that it was read in. ``peers`` are all the records of the document, this one included."""

    record: Record
    text: Text
    peers: tuple[Record, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether one attendance and one receipt stand for several acts."""
        return len(self.peers) > 1

    @property
    def place(self) -> int:
        """The position of the record among its peers, from 0."""
        return next((rank for rank, peer in enumerate(self.peers) if peer.ordinal == self.record.ordinal), 0)

    def spans(self, pointers: tuple[str, ...]) -> tuple[Span, ...]:
        """The passages that prove these values; a pointer to a list stands for all of its items."""
        found = {
            span: None
            for pointer in pointers
            for proof in self.record.evidence
            if proof.pointer == pointer or proof.pointer.startswith(f"{pointer}/")
            for span in proof.spans
        }
        return tuple(found)

    def quoted(self, pointer: str, after: int = 0, before: int = 0) -> str:
        """The words that prove a value, some that stand before them and some that follow."""
        raw, spans = self.text.raw, self.spans((pointer,))
        return " ".join(raw[max(span.start - before, 0) : span.end + after] for span in spans)


Check = Callable[[Subject], Iterator[Finding]]
