"""The words of one act: from its own title to the heading of the next act of the document."""

from functools import lru_cache

from kg.check.finding import Subject
from kg.model import Record, Span
from kg.text.view import fold_same_length

_HEADING = ("/title", "/number")
_PLAIN = str.maketrans("\u2019\u00a0\u202f\n\r\t\f", "'      ")


def own_passage(subject: Subject) -> Span | None:
    """From the end of the title to the next act, or to the end of the document; None for an act without title."""
    start = max((span.end for span in subject.spans(("/title",))), default=None)
    return None if start is None else Span(start, _next_heading(subject, start))


def _next_heading(subject: Subject, start: int) -> int:
    """Where the next act of the document begins, its end where none follows."""
    following = subject.of_all(headings)[subject.place + 1 : subject.place + 2]
    return min(
        (span.start for spans in following for span in spans if span.start > start), default=len(subject.text.raw)
    )


def headings(peers: tuple[Record, ...]) -> list[tuple[Span, ...]]:
    """Where the title and the number of each act stand."""
    return [
        tuple(span for proof in peer.evidence if proof.pointer in _HEADING for span in proof.spans) for peer in peers
    ]


@lru_cache(maxsize=1 << 3)  # several checks look at the words of one act
def folded(raw: str, passage: Span) -> str:
    """The words of a passage on one line, folded, each letter in its place."""
    return fold_same_length(raw[passage.start : passage.end]).translate(_PLAIN)
