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
    """A record and the text that it was read in. ``shared``: one attendance and one receipt for several acts."""

    record: Record
    text: Text
    shared: bool = False

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

    def quoted(self, pointer: str, after: int = 0) -> str:
        """The words that prove a value, and some that follow them."""
        return " ".join(self.text.raw[span.start : span.end + after] for span in self.spans((pointer,)))


Check = Callable[[Subject], Iterator[Finding]]
