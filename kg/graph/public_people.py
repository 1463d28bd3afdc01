"""Who of the persons that documents name acts in public: elected members, and officials who sign.

A name in a list of members is a member's; who presides is one (CGCT L2121-14), so is who votes, and who signs is an
official. Who reports or keeps the minutes is elected where a list or the office beside the name says so. All others
are private persons or unknown, and nothing that is published names them (RGPD art. 5 and 6, CRPA L312-1-2).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.private_names import kind_of_words
from kg.resolve.entities import Attendance, PersonKey, Resolved, Someone
from kg.resolve.slugs import fold
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import name_words


@dataclass(frozen=True, slots=True)
class Public:
    """The persons of one authority who may be named: their keys, and the words of each writing of their names.

    ``misread``: names that stand in lists of members and are of others (see :mod:`kg.graph.misread_members`).
    """

    keys: frozenset[PersonKey]
    names: frozenset[frozenset[str]]
    words: frozenset[str]
    misread: frozenset[frozenset[str]] = frozenset()

    def holds(self, name: str) -> bool:
        """Whether a name, whole or short (« Mme VALMONT », « J. Valmont »), can be that of one of them."""
        words = frozenset(word for word in name_words(name) if len(word) > 1)
        if not words or not words & self.words:
            return False
        return any(words <= known or (len(known) > 1 and known <= words) for known in self.names)


def public_people(
    resolved: Resolved,
    withdrawn: frozenset[PersonKey] = frozenset(),
    misread: frozenset[frozenset[str]] = frozenset(),
) -> Public:
    """Those of an authority, but for the ``withdrawn`` ones and those ``misread`` as members."""
    others = {person.key for person in resolved.people if name_words(person.name) in misread}
    keys = frozenset(person.key for person in _acting(resolved) if person.key) - withdrawn - others
    written = [
        *(name for person in resolved.people if person.key in keys for name in (person.name, *person.variants)),
        *(person.name for person in _acting(resolved) if person.key in keys),
    ]
    names = frozenset(frozenset(word for word in name_words(name) if len(word) > 1) for name in written) - {frozenset()}
    return Public(keys, names, frozenset(word for name in names for word in name) - GIVEN_NAMES, misread)


def private_people(resolved: Resolved, public: Public) -> frozenset[PersonKey]:
    """The persons of an authority whom nothing published may name."""
    return frozenset(person.key for person in resolved.people) - public.keys


def _acting(resolved: Resolved) -> Iterator[Someone]:
    """Members in lists, and those whose part in a sitting or an act only a member or an official has."""
    places = (*(place for sitting in resolved.sittings for place in sitting.attendance), *_departing(resolved))
    for place in places:
        yield from filter(None, (place.member, place.holder, place.replaced))
    for sitting in resolved.sittings:
        yield from _in_office(sitting.chair, None, sitting.secretary)
    for act in resolved.acts:
        yield from _in_office(act.signatory, act.rapporteur, None)
        yield from (*act.against, *act.abstaining, *act.not_voting)


def _departing(resolved: Resolved) -> Iterator[Attendance]:
    for act in resolved.acts:
        yield from act.differences


def _in_office(sure: Someone | None, reporting: Someone | None, keeping: Someone | None) -> Iterable[Someone]:
    if sure:
        yield sure
    for person in (reporting, keeping):
        if person and person.role and kind_of_words("elected") & set(fold(person.role).split()):
            yield person
