"""Records → entities: what several documents of one authority say of the same sitting, person, body or act."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Document, Issue
from kg.model import Organisation as Named
from kg.resolve.acts import Setting, act, disagreements
from kg.resolve.authorities import authority_of, group
from kg.resolve.conventions import with_conventions
from kg.resolve.doubts import doubts
from kg.resolve.entities import Act, Organ, Resolved, Sitting, SittingKey, SourceFile
from kg.resolve.entries import Entry, each_sitting, entries_of
from kg.resolve.identities import Identities
from kg.resolve.mandates import mandates
from kg.resolve.organisations import Organisations
from kg.resolve.people import People, Room
from kg.resolve.same_act import same_acts
from kg.resolve.sittings import sitting
from kg.resolve.sums import sums
from kg.resolve.terms_of_office import term_of

__all__ = ["Resolved", "group", "resolve", "with_conventions"]


def resolve(key: str, documents: Sequence[Document], judged: Identities | None = None) -> Resolved:
    """What the documents of one authority (see :func:`group`) say together. Same documents in, same entities out.

    ``judged`` is what people decided of its persons.
    """
    entries = entries_of(documents)
    authority = _authority(key, documents)
    terms = {at: _term(at, entries_there, authority) for at, entries_there in each_sitting(entries)}
    people = People(entries, terms, judged)
    organisations = Organisations(key, authority, entries)
    sittings: list[Sitting] = []
    acts: list[Act] = []
    issues: list[Issue] = []
    for at, entries_there in each_sitting(entries):
        room = Room(people, terms[at], entries_there)
        sittings.append(sitting(at, entries_there, room))
        issues.extend(sums(sittings[-1], entries_there))
        for act_key, cluster in same_acts(entries_there):
            acts.append(act(act_key, cluster, Setting(sittings[-1], room, organisations)))
            issues.extend(disagreements(cluster))
    return with_conventions(
        Resolved(
            key=key,
            authority=next((body for body in organisations.all(key) if body.key == key), None),
            organs=_organs(entries),
            organisations=organisations.all(key),
            people=people.all(),
            sittings=tuple(sittings),
            acts=tuple(acts),
            sources=_sources(documents),
            issues=tuple(issues),
            mandates=mandates(sittings, acts),
        )
    )


def _authority(key: str, documents: Sequence[Document]) -> Named | None:
    """The authority as its documents name it; the SIREN that groups them counts for all."""
    named = [authority for document in documents if (authority := authority_of(document))]
    if not named:
        return None
    aliases = dict.fromkeys(form for authority in named for form in (authority.name, *authority.aliases))
    siren = key if key.isdigit() and len(key) == 9 else None
    name = next((authority.name for authority in named if authority.siren), named[0].name)
    return Named(name, tuple(alias for alias in aliases if alias != name), siren)


def _term(at: SittingKey, entries: Sequence[Entry], authority: Named | None) -> str:
    record = entries[0].record
    return term_of(record.session.date, authority.name if authority else "", record.body or at.organ)


def _organs(entries: Iterable[Entry]) -> tuple[Organ, ...]:
    names: Mapping[str, list[str]] = {}
    for entry in entries:
        if entry.record.body:
            names = {**names, entry.sitting.organ: [*names.get(entry.sitting.organ, []), entry.record.body]}
    return tuple(Organ(slug, max(sorted(set(found)), key=found.count)) for slug, found in sorted(names.items()))


def _sources(documents: Iterable[Document]) -> tuple[SourceFile, ...]:
    unique = {document.text.source.sha256: document for document in documents}
    return tuple(_source(document) for _, document in sorted(unique.items()))


def _source(document: Document) -> SourceFile:
    text = document.text
    return SourceFile(
        path=text.source.path,
        media_type=text.source.media_type,
        sha256=text.source.sha256,
        pages=len(text.pages),
        kind=document.kind,
        issues=document.issues,
        doubts=doubts(document),
        corrections=document.corrections,
    )
