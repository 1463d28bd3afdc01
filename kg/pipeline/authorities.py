"""Documents → quads, authority by authority; what did not change is not mapped again."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.graph.mapping import quads, static_quads
from kg.graph.terms import Quad, nquads_line
from kg.model import Document
from kg.pipeline.version import mapper_version
from kg.resolve import group, resolve
from kg.store.records import Records

ONTOLOGY = "ontology"


def map_authorities(
    documents: Iterable[Document], reader: str, records: Records, progress: Callable[[str, int, int], None]
) -> dict[str, str]:
    """Keep the quads of each authority; the digest of what each part of the graph was made from, by its name."""
    before = records.graph_digests()
    groups = group(documents)
    digests = {f"authority/{key}": _digest(reader, members) for key, members in groups.items()}
    digests[ONTOLOGY] = mapper_version()
    changed = [name for name, digest in digests.items() if before.get(name) != digest]
    for done, name in enumerate(changed, start=1):
        body, count = _nquads(_quads(name, groups))
        records.keep_graph(name, digests[name], count, body)
        records.commit()
        progress("map", done, len(changed))
    return digests


def _quads(name: str, groups: dict[str, list[Document]]) -> Iterator[Quad]:
    if name == ONTOLOGY:
        return static_quads()
    key = name.removeprefix("authority/")
    return quads(resolve(key, groups[key]))


def _nquads(statements: Iterable[Quad]) -> tuple[bytes, int]:
    """Sorted N-Quads, each line once, compressed; and how many lines."""
    lines = sorted({nquads_line(quad) for quad in statements})
    return zlib.compress("".join(lines).encode()), len(lines)


def _digest(reader: str, documents: Sequence[Document]) -> str:
    told = (f"{document.text.source.sha256} {document.text.source.path}\n" for document in documents)
    return hashlib.sha256("".join((reader, mapper_version(), "\n", *told)).encode()).hexdigest()
