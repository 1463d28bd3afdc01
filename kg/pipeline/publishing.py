"""What of an authority is published, kept for the next build: its quads, the masks of its texts, what was withdrawn."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.graph.links import link_quads
from kg.graph.mapping import quads, static_quads
from kg.graph.masks import mask
from kg.graph.node import chain
from kg.graph.terms import Quad, nquads_line
from kg.graph.withheld import Published, Sources, published
from kg.model import Document
from kg.pipeline.links import Linked
from kg.resolve.withdrawals import Withdrawals
from kg.store.kept import open_document
from kg.store.overview import NAME, overview
from kg.store.published import PublishedText, write_published
from kg.store.records import Member, Records

ONTOLOGY = "ontology"


class Audience(StrEnum):
    """Whom a store is for: ``public`` names nobody who does not act in public, ``internal`` keeps all."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a release is published."""

    audience: Audience
    withdrawals: Withdrawals

    def told(self) -> str:
        """All of it as text, for a digest."""
        return f"{self.audience} {self.withdrawals.told()}"


def keep_part(name: str, digest: str, groups: Linked, records: Records, terms: Terms) -> None:
    """Keep what one part of the graph publishes: sorted N-Quads, each line once, and the masks of its texts."""
    told = Published(static_quads(), {}, frozenset()) if name == ONTOLOGY else _authority(name, groups, records, terms)
    lines = sorted({nquads_line(quad) for quad in told.quads})
    records.keep_graph(name, digest, len(lines), zlib.compress("".join(lines).encode()))
    masks = {sha: [digest_of(records.text_of(sha) or ""), spans] for sha, spans in told.masks.items()}
    records.keep_masks(name, zlib.compress(json.dumps([masks, sorted(told.gone)]).encode()))


def _authority(name: str, groups: Linked, records: Records, terms: Terms) -> Published:
    key = name.removeprefix("authority/")
    resolved, links = groups.entities(key)
    statements: Iterator[Quad] = chain(quads(resolved), link_quads(key, links))
    sources = _sources(groups.groups[key], records)
    return published(resolved, statements, sources, terms.withdrawals, internal=terms.audience is Audience.INTERNAL)


def _sources(documents: Sequence[Document], records: Records) -> Sources:
    told = dict.fromkeys(document.text.source.sha256 for document in documents)
    return Sources(documents, {sha: text for sha in told if (text := records.text_of(sha)) is not None})


def digest_of(text: str) -> str:
    """What tells that masks were made for this very text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def publish_texts(directory: Path, records: Records, members: Iterable[Member], parts: Sequence[str]) -> None:
    """Write beside a loaded release what it publishes: its texts, masked, those without masks left out; its counts."""
    masks: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    gone: set[str] = set()
    for body in records.masks(parts):
        told, withdrawn = json.loads(zlib.decompress(body))
        masks.update(told)
        gone.update(withdrawn)
    write_published(directory, _texts(records, members, masks), sorted(gone), {NAME: overview(directory)})


def _texts(
    records: Records, members: Iterable[Member], masks: dict[str, tuple[str, list[tuple[int, int]]]]
) -> Iterator[PublishedText]:
    for member in members:
        if member.key[:64] not in masks:
            continue
        opened = open_document(records.reading(member.key, member.version), member.path)
        if not isinstance(opened, Document):
            continue
        digest, spans = masks[opened.text.source.sha256]
        if digest == digest_of(opened.text.raw):
            pages = tuple((page.number, *page.span) for page in opened.text.pages)
            yield PublishedText(opened.text.source.sha256, mask(opened.text.raw, spans), pages)
