"""A record beside the document that gave it, with the passages that prove its values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Document, Record
from kg.resolve.entities import Quote, SittingKey
from kg.resolve.slugs import fold, slug


@dataclass(frozen=True, slots=True)
class Entry:
    """One record, its document, and the sitting that it belongs to.

    ``quotes`` gives the first passage behind each JSON pointer; ``heads`` also answers for what holds a proved value:
    ``/chair`` where ``/chair/name`` is proved.
    """

    document: Document
    record: Record
    sitting: SittingKey
    quotes: Mapping[str, Quote]
    heads: Mapping[str, Quote]

    @property
    def sha256(self) -> str:
        """The sha256 of the source."""
        return self.document.text.source.sha256

    def quote(self, pointer: str) -> Quote | None:
        """The passage behind a pointer, or behind the first proved value below it."""
        return self.heads.get(pointer)


def _entry(document: Document, record: Record, at: SittingKey) -> Entry:
    sha256 = document.text.source.sha256
    quotes = {proof.pointer: Quote(sha256, *proof.spans[0]) for proof in record.evidence if proof.spans}
    heads = dict(quotes)
    for pointer, quote in quotes.items():
        while pointer := pointer.rpartition("/")[0]:
            heads.setdefault(pointer, quote)
    return Entry(document, record, at, quotes, heads)


def entries_of(documents: Iterable[Document]) -> tuple[Entry, ...]:
    """The records of an authority's documents, each with its sitting, sources in order, the same bytes once."""
    unique = {document.text.source.sha256: document for document in reversed(list(documents))}
    ordered = sorted(unique.values(), key=lambda d: (d.text.source.path, d.text.source.sha256))
    pairs = [(document, record) for document in ordered for record in document.records]
    organs = _organs_by_day(pairs)
    return tuple(_entry(document, record, _sitting(document, record, organs)) for document, record in pairs)


def organ_slug(body: str | None) -> str | None:
    """The organ that a body's name stands for: each « Conseil … » of an authority is its council."""
    words = fold(body or "")
    if not words:
        return None
    for known in ("commission permanente", "conseil d administration", "bureau"):
        if known in words:
            return slug(known)
    return "conseil" if words.startswith(("conseil", "le conseil")) else slug(words)


def _organs_by_day(pairs: Iterable[tuple[Document, Record]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for document, record in pairs:
        organ = organ_slug(record.body)
        if organ:
            found.setdefault(_day(document, record), set()).add(organ)
    return found


def _sitting(document: Document, record: Record, organs: dict[str, set[str]]) -> SittingKey:
    """A record that does not name its organ belongs to the only one that sat on that day, else to the council."""
    day = _day(document, record)
    only = organs.get(day, set())
    return SittingKey(organ_slug(record.body) or (next(iter(only)) if len(only) == 1 else "conseil"), day)


def _day(document: Document, record: Record) -> str:
    date = record.session.date
    return date.isoformat() if date else f"sans-date-{document.text.source.sha256[:12]}"


def each_sitting(entries: Iterable[Entry]) -> Iterator[tuple[SittingKey, list[Entry]]]:
    """The entries of each sitting, sittings in order."""
    found: dict[SittingKey, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.sitting, []).append(entry)
    yield from sorted(found.items())
