"""Which values of a document are doubtful enough to be published as such, each field of a reading once."""

from collections.abc import Iterator

from kg.check.confidence import field_of
from kg.model import Document, Proof, Record
from kg.resolve.entities import Doubt, Quote

# Below this chance of being right a value is said to be doubtful; what is surer is published without a word.
DOUBTFUL = 0.85


def doubts(document: Document) -> tuple[Doubt, ...]:
    """The doubtful fields of a document, with the least sure value of each; what acts share is said once for all."""
    told: dict[tuple[str, float, Quote | None], list[int]] = {}
    for record in document.records:
        for field, proof in _least_sure(record):
            span = proof.spans[0] if proof.spans else None
            quote = Quote(document.text.source.sha256, *span) if span else None
            told.setdefault((field, proof.confidence or 0.0, quote), []).append(record.ordinal)
    return tuple(Doubt(field, sure, tuple(ordinals), quote) for (field, sure, quote), ordinals in told.items())


def _least_sure(record: Record) -> Iterator[tuple[str, Proof]]:
    """The least sure value of each doubtful field."""
    found: dict[str, Proof] = {}
    for proof in record.evidence:
        field = field_of(proof.pointer)
        sure = proof.confidence
        if sure is not None and sure < DOUBTFUL and (field not in found or sure < (found[field].confidence or 0)):
            found[field] = proof
    yield from sorted(found.items())
