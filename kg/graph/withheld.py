"""The quads of an authority as they may be published: without private persons, without what was withdrawn.

The mapping says all; this says what of it leaves the house. ``docs/decisions/0013-people.md`` tells why it is here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.graph import iris
from kg.graph.masks import Masker
from kg.graph.misread_members import misread_members
from kg.graph.namespaces import BASE, FOAF, PROV, SCHEMA, SKOS
from kg.graph.public_people import Public, private_people, public_people
from kg.graph.terms import RDF_TYPE, Quad, address, characters, iri, literal
from kg.model import Document, Span
from kg.resolve.entities import PersonInTerm, Resolved
from kg.resolve.withdrawals import Withdrawals
from kg.text.names import name_words

_AGENT = iri(f"{PROV}Agent")
_NAME = iri(f"{FOAF}name")
_FILE = iri(f"{SCHEMA}name")
_LABELS = (iri(f"{SKOS}prefLabel"), iri(f"{SKOS}altLabel"))
_PERSONS, _BODIES = f"<{BASE}id/personne/", (f"<{BASE}id/organisation/", f"<{BASE}id/organe/")
_REVIEWER = literal("relecteur")
_REVIEWERS = f"{BASE}id/relecteur/"
_MINTED = (f"<{BASE}id/", f"<{BASE}graphe/")
# Where a record names members at their work: these passages stay.
_AT_WORK = ("/present", "/absent", "/proxies", "/substitutions", "/chair", "/signature/signatory")
_VOTERS = ("/vote/against_names", "/vote/abstention_names", "/vote/not_voting_names")


class Published(NamedTuple):
    """What of one authority may be published; ``masks``: by source, what of its text is masked; ``gone``: IRIs."""

    quads: Iterable[Quad]
    masks: Mapping[str, tuple[Span, ...]]
    gone: frozenset[str]


class Sources(NamedTuple):
    """The documents of an authority, and the characters of each by its sha256."""

    documents: Sequence[Document]
    texts: Mapping[str, str]


def published(
    resolved: Resolved, quads: Iterable[Quad], sources: Sources, told: Withdrawals, *, internal: bool = False
) -> Published:
    """What may leave the house. For internal use (``internal``) only what was withdrawn is left out."""
    out = [person for person in resolved.people if _is_withdrawn(resolved.key, person, told)]
    withdrawn = frozenset(person.key for person in out)
    misread = frozenset() if internal else misread_members(sources.documents)
    public = public_people(resolved, withdrawn, misread)
    dropped = withdrawn if internal else private_people(resolved, public)
    persons = frozenset(iris.person(resolved.key, *key) for key in dropped)
    names = {*told.names, *(name for person in out for name in (person.name, *person.variants) if " " in name)}
    masker = Masker(public, names, detect=not internal)
    for person in resolved.people if not internal else ():
        if person.key in dropped and not public.holds(person.name):
            masker.hide(person.name)
    learnt = {sha: masker.learn(text, _shown(sha, sources, public)) for sha, text in sources.texts.items()}
    every = list(quads)
    for value in {quad.object for quad in every if _is_words(quad) and not _names_person(quad)}:
        masker.learn(characters(value))
    view = _View(masker, every, reviewers=internal)
    asked = told.iris | frozenset(iris.person(resolved.key, *key) for key in withdrawn)
    gone = asked | _texts_of(resolved, asked, view)
    masks = {sha: masker.spans(text, learnt[sha]) for sha, text in sources.texts.items() if iris.text(sha) not in gone}
    return Published(view.quads(gone | persons), masks, gone)


class _View:
    """Rewrites quads one by one, each term once."""

    def __init__(self, masker: Masker, quads: Sequence[Quad], *, reviewers: bool) -> None:
        self._masker = masker
        self._quads = quads
        self._reviewers = reviewers
        self._dropped: frozenset[str] = frozenset()
        self._iris: dict[str, str | None] = {}
        self._values: dict[tuple[str, bool], str] = {}
        self._ranks: dict[str, dict[str, int]] = defaultdict(dict)
        # The masked values first: IRIs are made of their words.
        for quad in quads:
            self._value(quad)
        self._rank({term for quad in quads for term in (quad.subject, quad.object, quad.graph) if _is_minted(term)})

    def quads(self, dropped: frozenset[str]) -> Iterator[Quad]:
        """What is left without these things and their parts."""
        self._dropped = dropped | {iris.graph_of(one) for one in dropped}
        agents = {quad.subject for quad in self._quads if quad.predicate == RDF_TYPE and quad.object == _AGENT}
        for quad in self._quads:
            if quad.predicate == _NAME and quad.subject in agents and not self._reviewers:
                quad = quad._replace(object=_REVIEWER)
            subject, graph = self._term(quad.subject), self._term(quad.graph)
            value = self._term(quad.object) if quad.object.startswith("<") else self._value(quad)
            if subject and value and graph:
                yield Quad(subject, quad.predicate, value, graph)

    def _rank(self, terms: Iterable[str]) -> None:
        """IRIs that are the same without a name are told apart by a number, in the order of the alphabet."""
        for term in sorted(terms):
            for part in address(term).split("/"):
                masked = self._masker.segment(part)
                if masked != part:
                    self._ranks[masked].setdefault(part, len(self._ranks[masked]) + 1)

    def _term(self, term: str) -> str | None:
        """An IRI as published; None where it is not."""
        if term not in self._iris:
            self._iris[term] = self._published(address(term))
        return self._iris[term]

    def _published(self, told: str) -> str | None:
        name = self.name(told)
        return None if any(whole in self._dropped for whole in (*_wholes(told), *_wholes(name))) else iri(name)

    def name(self, told: str) -> str:
        """An IRI as it is published, where it is."""
        if told.startswith(_REVIEWERS) and not self._reviewers:
            return f"{_REVIEWERS}x"
        return "/".join(map(self._segment, told.split("/"))) if _is_minted(f"<{told}") else told

    def _segment(self, part: str) -> str:
        masked = self._masker.segment(part)
        rank = self._ranks[masked].get(part, 1) if masked != part else 1
        return masked if rank == 1 else f"{masked}-{rank}"

    def _value(self, quad: Quad) -> str:
        """A literal as published: words are masked, numbers, dates and the names of public persons stay."""
        if not _is_words(quad) or _names_person(quad):
            return quad.object
        key = quad.object, quad.predicate in _LABELS and quad.subject.startswith(_BODIES)
        if key not in self._values:
            told = characters(quad.object)
            hidden = self._masker.value(told, of_body=key[1])
            if quad.predicate == _FILE:
                hidden = self._masker.file_name(told)
            if hidden != told:
                self._masker.told(told, hidden)
            language = quad.object[quad.object.rindex('"') + 1 :].removeprefix("@") or None
            self._values[key] = quad.object if hidden == told else literal(hidden, lang=language)
        return self._values[key]


def _is_withdrawn(authority: str, person: PersonInTerm, told: Withdrawals) -> bool:
    names = {name_words(name) for name in (person.name, *person.variants)}
    return iris.person(authority, *person.key) in told.iris or any(name_words(name) in names for name in told.names)


def _texts_of(resolved: Resolved, withdrawn: frozenset[str], view: _View) -> frozenset[str]:
    """The texts that nothing but withdrawn acts come from."""
    acts: dict[str, set[str]] = defaultdict(set)
    for act in resolved.acts:
        for sha256, _ in act.sources:
            acts[sha256].add(view.name(iris.deliberation(resolved.key, act.key)))
    return frozenset(iris.text(sha256) for sha256, of in acts.items() if of <= withdrawn)


def _shown(sha256: str, sources: Sources, public: Public) -> Iterator[Span]:
    """Where the records of a source name members at their work; those misread as members are not shown."""
    for document in sources.documents:
        for record in document.records if document.text.source.sha256 == sha256 else ():
            officers = [(f"/{name}", getattr(record, name)) for name in ("rapporteur", "secretary")]
            heads = (*_AT_WORK, *_VOTERS, *(at for at, person in officers if person and public.holds(person.name)))
            for proof in record.evidence:
                if proof.pointer.startswith(heads):
                    yield from (span for span in proof.spans if not _is_hidden(sources.texts[sha256], span, public))


def _is_hidden(text: str, span: Span, public: Public) -> bool:
    return name_words(text[span.start : span.end]) in public.misread


def _names_person(quad: Quad) -> bool:
    return quad.subject.startswith(_PERSONS)


def _is_words(quad: Quad) -> bool:
    return quad.object.startswith('"') and (quad.object.endswith('"') or quad.object.rpartition('"')[2][:1] == "@")


def _is_minted(term: str) -> bool:
    return term.startswith(_MINTED)


def _wholes(told: str) -> Iterator[str]:
    """An IRI and all that it may be a part of."""
    whole = told.partition("#")[0]
    while len(whole) >= len(BASE):
        yield whole
        whole = whole.rpartition("/")[0]
