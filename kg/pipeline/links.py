"""Whose documents these are and what their organisations are: grouping, resolution and links together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.link.authorities import Settled, regroup, settle
from kg.link.judgements import FILE, Judgements, read_judgements
from kg.link.linking import link, with_links
from kg.link.values import Link
from kg.model import Document
from kg.resolve import Resolved, group, resolve, with_conventions
from kg.resolve.identities import FILE as IDENTITIES
from kg.resolve.identities import Identities, read_identities
from kg.store.records import open_records


@dataclass(frozen=True, slots=True)
class Said:
    """What people decided: of organisations, and of the persons of each authority by its key."""

    bodies: Judgements
    persons: Mapping[str, Identities]


def read_said(store: Path) -> Said:
    """The judgements that the files of a store hold."""
    return Said(read_judgements(store / FILE), read_identities(store / IDENTITIES))


@dataclass(frozen=True, slots=True)
class Linked:
    """The documents of each authority by its key, and what settled the keys that no SIREN told."""

    groups: dict[str, list[Document]]
    settled: dict[str, Settled]
    said: Said

    def entities(self, key: str) -> tuple[Resolved, tuple[Link, ...]]:
        """What the documents of one authority say together, each linked organisation under its SIREN, and the links."""
        resolved = resolve(key, self.groups[key], self.said.persons.get(key))
        links = link(resolved, self.said.bodies, self.settled.get(key))
        return with_conventions(with_links(resolved, links)), links


def linked(documents: Iterable[Document], text_of: Callable[[str], str | None], said: Said) -> Linked:
    """Group documents by authority: by the SIREN that they prove, else by name and territory."""
    groups = group(documents)
    settled = settle(groups, text_of, said.bodies)
    named = {(one.link and one.link.siren) or key: one for key, one in settled.items()}
    # Where other documents of the same authority print its SIREN, that is what proves it.
    by_name = {key: one for key, one in named.items() if key not in groups or key in settled}
    return Linked(regroup(groups, settled), by_name, said)


def links_of(store: Path, documents: Iterable[Document]) -> Iterator[tuple[str, Link]]:
    """The links that the documents of a store give, each with the key of the authority that names the organisation."""
    said = read_said(store)
    with open_records(store) as records:
        found = linked(documents, records.text_of, said)
    for key in found.groups:
        yield from ((key, one) for one in found.entities(key)[1])
