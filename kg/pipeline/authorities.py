"""Documents → quads, authority by authority; what did not change is not mapped again."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.codec import correction_to_json
from kg.graph.links import link_quads
from kg.graph.mapping import quads, static_quads
from kg.graph.node import chain
from kg.graph.terms import Quad, nquads_line
from kg.link.tables import tables_digest
from kg.model import Document
from kg.pipeline.links import Linked, Said, linked
from kg.pipeline.version import mapper_version
from kg.store.records import Records

ONTOLOGY = "ontology"


def map_authorities(
    documents: Iterable[Document],
    reader: str,
    records: Records,
    said: Said,
    progress: Callable[[str, int, int], None],
) -> dict[str, str]:
    """Keep the quads of each authority; the digest of what each part of the graph was made from, by its name."""
    before = records.graph_digests()
    groups = linked(documents, records.text_of, said)
    # What links depend on besides documents: the tables, and what people said.
    basis = f"{reader} {tables_digest()} {said.bodies.told()}"
    persons = {key: found.told() for key, found in said.persons.items()}
    digests = {f"authority/{k}": _digest(basis + persons.get(k, ""), found) for k, found in groups.groups.items()}
    digests[ONTOLOGY] = mapper_version()
    changed = [name for name, digest in digests.items() if before.get(name) != digest]
    for done, name in enumerate(changed, start=1):
        body, count = _nquads(_quads(name, groups))
        records.keep_graph(name, digests[name], count, body)
        records.commit()
        progress("map", done, len(changed))
    return digests


def _quads(name: str, groups: Linked) -> Iterator[Quad]:
    if name == ONTOLOGY:
        return static_quads()
    key = name.removeprefix("authority/")
    resolved, links = groups.entities(key)
    return chain(quads(resolved), link_quads(key, links))


def _nquads(statements: Iterable[Quad]) -> tuple[bytes, int]:
    """Sorted N-Quads, each line once, compressed; and how many lines."""
    lines = sorted({nquads_line(quad) for quad in statements})
    return zlib.compress("".join(lines).encode()), len(lines)


def _digest(reader: str, documents: Sequence[Document]) -> str:
    told = (_named(document) for document in documents)
    return hashlib.sha256("".join((reader, mapper_version(), "\n", *told)).encode()).hexdigest()


def _named(document: Document) -> str:
    """A document in a digest: its bytes, its path, and what people corrected in it."""
    source = document.text.source
    corrections = json.dumps([correction_to_json(correction) for correction in document.corrections])
    return f"{source.sha256} {source.path}{'' if corrections == '[]' else corrections}\n"
