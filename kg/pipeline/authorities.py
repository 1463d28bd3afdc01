"""Documents → quads, authority by authority; what did not change is not mapped again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence

from kg.codec import correction_to_json
from kg.link.tables import tables_digest
from kg.model import Document
from kg.pipeline.links import Said, linked
from kg.pipeline.publishing import ONTOLOGY, Terms, keep_part
from kg.pipeline.version import mapper_version
from kg.store.records import Records


def map_authorities(
    documents: Iterable[Document],
    reader: str,
    records: Records,
    said: Said,
    terms: Terms,
    progress: Callable[[str, int, int], None],
) -> dict[str, str]:
    """Keep the quads of each authority; the digest of what each part of the graph was made from, by its name."""
    before = records.graph_digests()
    groups = linked(documents, records.text_of, said)
    # What links depend on besides documents: the tables, what people said, and who may be named.
    basis = f"{reader} {tables_digest()} {said.bodies.told()} {terms.told()}"
    persons = {key: found.told() for key, found in said.persons.items()}
    digests = {f"authority/{k}": _digest(basis + persons.get(k, ""), found) for k, found in groups.groups.items()}
    digests[ONTOLOGY] = mapper_version()
    changed = [name for name, digest in digests.items() if before.get(name) != digest]
    for done, name in enumerate(changed, start=1):
        keep_part(name, digests[name], groups, records, terms)
        records.commit()
        progress("map", done, len(changed))
    return digests


def _digest(reader: str, documents: Sequence[Document]) -> str:
    told = (_named(document) for document in documents)
    return hashlib.sha256("".join((reader, mapper_version(), "\n", *told)).encode()).hexdigest()


def _named(document: Document) -> str:
    """A document in a digest: its bytes, its path, and what people corrected in it."""
    source = document.text.source
    corrections = json.dumps([correction_to_json(correction) for correction in document.corrections])
    return f"{source.sha256} {source.path}{'' if corrections == '[]' else corrections}\n"
