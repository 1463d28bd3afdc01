"""What to look at first: the least sure values, each with its passage and the line that would correct it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kg.check.confidence import field_of
from kg.codec import record_to_json
from kg.correction import Correction
from kg.errors import IssueCode, Severity
from kg.model import Document, Issue, Proof, Record, Span
from kg.review.corrections import line_of
from kg.review.pointers import NotThereError, look
from kg.text.view import collapse

_AROUND = 60  # characters shown on each side of a passage
_LONGEST = 240  # characters shown of a passage
# How sure a field is of which nothing was read although it should have been.
_NOTHING_READ = (IssueCode.MISSING_FIELD, IssueCode.AMBIGUOUS_VALUE)
_UNREAD = {Severity.ERROR: 0.0, Severity.WARNING: 0.5}


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A field to look at. ``pointer`` is that of its least sure value, ``others`` counts its other doubtful values.

    ``acts`` are the ordinals of the acts that share the reading; ``words`` is the passage, between ``before`` and
    ``after``; ``findings`` are what the checks say of it.
    """

    confidence: float
    file: str
    sha256: str
    page: int | None
    acts: tuple[int, ...]
    number: str | None
    authority: str | None
    siren: str | None
    field: str
    pointer: str
    value: Any
    others: int
    before: str
    words: str
    after: str
    findings: tuple[str, ...]

    def line(self, who: str = "") -> str:
        """The line of a corrections file, to be given another value, a reason and a name."""
        record = self.number if self.number and len(self.acts) == 1 else self.acts[0]
        told = Correction(self.sha256, record, self.pointer, self.value, who, "", was=self.value, has_was=True)
        return line_of(told)


def doubtful(document: Document, below: float) -> list[Doubtful]:
    """The fields of a document with a value less sure than ``below``, in error or missing; shared readings once."""
    twice = {number for number in (record.number for record in document.records) if number}
    unique = {n for n in twice if sum(record.number == n for record in document.records) == 1}
    found: dict[tuple[object, ...], Doubtful] = {}
    for record in document.records:
        for doubt in (*_unsure(document, record, below), *_missing(document, record, below)):
            named = doubt if doubt.number in unique else replace(doubt, number=None)
            key = (doubt.field, doubt.words, doubt.confidence, doubt.before, *doubt.findings)
            same = found.get(key)
            found[key] = replace(same, acts=(*same.acts, record.ordinal)) if same else named
    return list(found.values())


def worst_first(found: Iterable[Doubtful]) -> list[Doubtful]:
    """The least sure first, then those that more acts share, then by file."""
    return sorted(found, key=lambda d: (d.confidence, -len(d.acts), d.file, d.acts, d.field))


def _unsure(document: Document, record: Record, below: float) -> Iterator[Doubtful]:
    fields: dict[str, list[Proof]] = defaultdict(list)
    for proof in record.evidence:
        if proof.confidence is not None and (proof.confidence < below or _is_pointed_at(document, record, proof)):
            fields[field_of(proof.pointer)].append(proof)
    public = record_to_json(record)
    for field, proofs in fields.items():
        least = min(proofs, key=lambda proof: (proof.confidence or 0, -len(proof.pointer)))
        said = tuple(i.message for i in document.issues if _bears_on(i, record, least.spans))
        span = least.spans[0] if least.spans else None
        yield _entry(document, record, field, least.pointer, span, least.confidence or 0, len(proofs) - 1, said, public)


def _missing(document: Document, record: Record, below: float) -> Iterator[Doubtful]:
    """Findings about a field of which nothing was read: no value bears the doubt."""
    read = {field_of(proof.pointer) for proof in record.evidence}
    public = record_to_json(record)
    for issue in document.issues:
        field = field_of(f"/{issue.field}") if issue.field else ""
        sure = _UNREAD.get(issue.severity, 1.0)
        concerned = (
            issue.code in _NOTHING_READ and issue.ordinal in (None, record.ordinal) and field and field not in read
        )
        if concerned and sure < below and _is_there(public, f"/{field}"):
            span = issue.spans[0] if issue.spans else None
            yield _entry(document, record, field, f"/{field}", span, sure, 0, (issue.message,), public)


def _is_pointed_at(document: Document, record: Record, proof: Proof) -> bool:
    """Whether an error shows this value: it is listed however sure values read so are on the whole."""
    errors = (issue for issue in document.issues if issue.severity is Severity.ERROR)
    return any(_bears_on(issue, record, proof.spans) for issue in errors)


def _is_there(public: dict[str, Any], pointer: str) -> bool:
    try:
        look(public, pointer)
    except NotThereError:
        return False
    return True


def _bears_on(issue: Issue, record: Record, spans: tuple[Span, ...]) -> bool:
    here = issue.ordinal in (None, record.ordinal) and issue.severity is not Severity.INFO
    return here and not set(spans).isdisjoint(issue.spans)


def _entry(
    document: Document,
    record: Record,
    field: str,
    pointer: str,
    span: Span | None,
    sure: float,
    others: int,
    said: tuple[str, ...],
    public: dict[str, Any],
) -> Doubtful:
    before, words, after = _passage(document.text.raw, span)
    authority = record.authority
    return Doubtful(
        confidence=sure,
        file=document.text.source.path,
        sha256=document.text.source.sha256,
        page=document.text.page_at(span.start) if span else None,
        acts=(record.ordinal,),
        number=record.number,
        authority=authority.name if authority else None,
        siren=authority.siren if authority else None,
        field=field,
        pointer=pointer,
        value=look(public, pointer),
        others=others,
        before=before,
        words=words,
        after=after,
        findings=said,
    )


def _passage(raw: str, span: Span | None) -> tuple[str, str, str]:
    """A passage and what stands around it, on one line; empty where there is none."""
    if span is None:
        return "", "", ""
    words = raw[span.start : min(span.end, span.start + _LONGEST)] + ("…" if span.end - span.start > _LONGEST else "")
    around = raw[max(0, span.start - _AROUND) : span.start], words, raw[span.end : span.end + _AROUND]
    before, quoted, after = map(collapse, around)
    return before, quoted, after
