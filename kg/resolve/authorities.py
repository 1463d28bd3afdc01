"""Whose documents these are: documents grouped by authority, by SIREN first, by name where no document gives one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.model import Document, Organisation
from kg.resolve.slugs import place_name, slug


def group(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """Documents by key of authority (SIREN, else slug of the name), keys and documents in a stable order.

    A document that names its authority without a SIREN joins the one that has that exact name, « commune de » set
    aside, where a single SIREN goes with it. A document without an authority stands alone.
    """
    ordered = sorted(documents, key=lambda d: (d.text.source.path, d.text.source.sha256))
    named = _sirens_by_name(ordered)
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in ordered:
        groups[_key(document, named)].append(document)
    return dict(sorted(groups.items()))


def authority_of(document: Document) -> Organisation | None:
    """The authority that a document's records name most often, with its SIREN where one of them proves it."""
    named = [record.authority for record in document.records if record.authority]
    if not named:
        return None
    sirens = Counter(organisation.siren for organisation in named if organisation.siren)
    name = Counter(organisation.name for organisation in named).most_common(1)[0][0]
    aliases = tuple(dict.fromkeys(alias for organisation in named for alias in organisation.aliases))
    return Organisation(name, aliases, sirens.most_common(1)[0][0] if len(sirens) == 1 else None)


def _sirens_by_name(documents: Iterable[Document]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        authority = authority_of(document)
        if authority and authority.siren:
            found[place_name(authority.name)].add(authority.siren)
    return found


def _key(document: Document, named: Mapping[str, set[str]]) -> str:
    authority = authority_of(document)
    if authority is None or not slug(authority.name):
        return f"inconnue-{document.text.source.sha256[:12]}"
    if authority.siren:
        return authority.siren
    sirens = named.get(place_name(authority.name), set())
    return next(iter(sirens)) if len(sirens) == 1 else slug(place_name(authority.name))
