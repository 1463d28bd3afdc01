"""Names that a list of members holds by misreading: the parties of a sale, where the list ran on into the report.

A name that one document alone lists, and that the title or a decision of that act gives after a civility as of somebody
with whom the authority deals, is not shown as a member's; nor is one of the same surname in that list.

    good: « Vente de la parcelle AB 12 à Mme Odile TARAVEL », listed in that act alone
    bad: « Désignation de Mme Lucie MARANDE au conseil d'école », « Vente … » where Mme MARANDE sits elsewhere too
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.private_names import kind_of_words, sightings
from kg.model import Document, Record
from kg.resolve.slugs import fold
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import name_words
from kg.text.view import normalise

Words = frozenset[str]


def misread_members(documents: Iterable[Document]) -> frozenset[Words]:
    """The words of each such name."""
    records = [(document.text.source.sha256, record) for document in documents for record in document.records]
    listed: dict[Words, set[str]] = defaultdict(set)
    for sha256, record in records:
        for name in _members(record):
            listed[name_words(name)].add(sha256)
    once = {words for words, sources in listed.items() if len(sources) == 1}
    return frozenset(words for _, record in records for words in _parties(record, once))


def _parties(record: Record, once: set[Words]) -> Iterator[Words]:
    """The members of one record who are parties of its act, and their kin."""
    told = [text for text in (record.title, *record.decisions) if text]
    words = set(fold(" ".join(told)).split())
    if not words & kind_of_words("dealing") or words & kind_of_words("naming"):
        return
    named = {name_words(one.name) for text in told for one in sightings(normalise(text)) if one.certain}
    acting = {name_words(name) for name in _acting(record)}
    here = {name_words(name) for name in _members(record)} & once - acting
    surnames = {word for one in here & named for word in one} - GIVEN_NAMES
    yield from (one for one in here if one & surnames)


def _members(record: Record) -> Iterator[str]:
    yield from (*record.present, *record.absent, *(proxy.giver for proxy in record.proxies))


def _acting(record: Record) -> Iterator[str]:
    vote = record.vote
    yield from (*vote.against_names, *vote.abstention_names, *vote.not_voting_names)
    for person in (record.chair, record.secretary, record.signature.signatory):
        if person:
            yield person.name
