"""Persons in a term of office: writings of one name joined, whatever its order, case, accents and hyphens.

A surname alone is a member's where only one member of that sitting bears it; two candidates are no answer.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from kg.model import Record
from kg.resolve.entities import PersonInTerm, PersonKey, Quote, SittingKey, Someone
from kg.resolve.entries import Entry, each_sitting
from kg.resolve.slugs import fold, slug
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import name_key, strip_civility

_WORD = re.compile(r"[^\W\d_]+")


class Name(NamedTuple):
    """A name inside a term of office: its folded words in alphabetical order."""

    term: str
    words: str


class People:
    """The persons of one authority: who a name means at a sitting, and all of them at the end."""

    def __init__(self, entries: Iterable[Entry], terms: Mapping[SittingKey, str]) -> None:
        self._writings: dict[Name, Counter[str]] = defaultdict(Counter)
        self._organs: dict[Name, set[str]] = defaultdict(set)
        for at, group in each_sitting(entries):
            for entry in group:
                for name in members_named(entry.record):
                    self._see(Name(terms[at], name_key(name)), name, at.organ)
                for name in filter(is_full, others_named(entry.record)):
                    self._see(Name(terms[at], name_key(name)), name)
        self._joined = self._join_short_names()
        self._keys: dict[Name, PersonKey] = {}

    def _see(self, key: Name, name: str, organ: str | None = None) -> None:
        if any(len(word) > 1 for word in key.words.split()):
            self._writings[key][strip_civility(name)] += 1
            if organ:
                self._organs[key].add(organ)

    def _join_short_names(self) -> dict[Name, Name | None]:
        """Each name of a list that is not full, with the only full name of its term that it fits; None for several."""
        full: dict[str, list[Name]] = defaultdict(list)
        for key in self._writings:
            if is_full(key.words):
                full[key.term].append(key)
        joined: dict[Name, Name | None] = {}
        for key in self._writings:
            if not is_full(key.words):
                fitting = [name for name in full[key.term] if _fits(key.words, name.words)]
                joined[key] = key if not fitting else fitting[0] if len(fitting) == 1 else None
        return joined

    def person_key(self, term: str, name: str) -> PersonKey | None:
        """The person that bears this name in a term, whatever the order of its words."""
        key = Name(term, name_key(name))
        joined = self._joined.get(key, key)
        return self._key(joined) if joined in self._writings else None

    def _key(self, name: Name) -> PersonKey:
        if name not in self._keys:
            self._keys[name] = PersonKey(name.term, slug(_given_first(_best(self._writings[name]))))
        return self._keys[name]

    def all(self) -> tuple[PersonInTerm, ...]:
        """The persons named as members or officials, in the order of their keys."""
        return tuple(sorted(self._persons(), key=lambda person: person.key))

    def _persons(self) -> Iterator[PersonInTerm]:
        short: dict[Name, list[Name]] = defaultdict(list)
        for key, joined in self._joined.items():
            if joined and joined != key:
                short[joined].append(key)
        for key in self._writings:
            if self._joined.get(key, key) == key:
                name = _best(self._writings[key])
                written = {w for one in (key, *short[key]) for w in self._writings[one] if fold(w) != fold(name)}
                organs = {organ for one in (key, *short[key]) for organ in self._organs[one]}
                yield PersonInTerm(self._key(key), _given_first(name), tuple(sorted(written)), tuple(sorted(organs)))


class Room:
    """Who a name means at one sitting: a full name, or a short one that a single member could bear."""

    def __init__(self, people: People, term: str, group: Iterable[Entry]) -> None:
        self._people = people
        self._term = term
        names = chain.from_iterable((*members_named(e.record), *others_named(e.record)) for e in group)
        self._present = {name_key(name): name for name in names if is_full(name)}
        self._known: dict[str, PersonKey | None] = {}

    def someone(self, name: str, role: str | None = None, quote: Quote | None = None) -> Someone:
        """The person that a name means here; no key where two members, or none, could be meant."""
        written = strip_civility(name)
        if written not in self._known:
            self._known[written] = self._who(written)
        return Someone(written, self._known[written], role, quote)

    def _who(self, name: str) -> PersonKey | None:
        if is_full(name):
            return self._people.person_key(self._term, name)
        fitting = [full for key, full in self._present.items() if _fits(name_key(name), key)]
        return self._people.person_key(self._term, fitting[0] if fitting else name) if len(fitting) <= 1 else None


def _fits(short: str, full: str) -> bool:
    """« VALMONT » and « J. VALMONT » fit « Jeanne VALMONT »; an initial alone fits nobody."""
    words, longer = set(short.split()), set(full.split())
    whole = {word for word in words if len(word) > 1}
    left = longer - whole
    return bool(whole) and whole <= longer and all(any(w.startswith(i) for w in left) for i in words - whole)


def members_named(record: Record) -> Iterator[str]:
    """The names in the lists of members: present, represented, absent, substitutes and those they replace."""
    yield from record.present
    for proxy in record.proxies:
        yield from filter(None, (proxy.giver, proxy.holder))
    yield from record.absent
    for substitution in record.substitutions:
        yield from filter(None, (substitution.substitute, substitution.replaced))


def others_named(record: Record) -> Iterator[str]:
    """Officials named outside the lists: chair, secretary, rapporteur, signatory, named voters."""
    for person in (record.chair, record.secretary, record.rapporteur, record.signature.signatory):
        if person:
            yield person.name
    yield from (*record.vote.against_names, *record.vote.abstention_names, *record.vote.not_voting_names)


def is_full(name: str) -> bool:
    """Two words at least, both longer than an initial: a surname alone does not make a person."""
    return len([word for word in name_key(name).split() if len(word) > 1]) >= 2


def _best(writings: Counter[str]) -> str:
    """The writing that tells surname from given name, else the most frequent; the same for the same set."""
    return min(writings, key=lambda name: (not _tells_order(name), -writings[name], _given_first(name), name))


def _tells_order(name: str) -> bool:
    words = _WORD.findall(name)
    return any(_capitals(word) for word in words) and not all(_capitals(word) for word in words)


def _given_first(name: str) -> str:
    """« VALMONT Jeanne » gives « Jeanne VALMONT », « Valmont Jeanne » too where Jeanne is a known given name."""
    words = name.split()
    if _tells_order(name):
        given = [word for word in words if not _capitals(word)]
        return name if not _capitals(words[0]) else " ".join((*given, *(w for w in words if _capitals(w))))
    if len(words) == 2 and _is_given(words[1]) and not _is_given(words[0]):
        return " ".join(reversed(words))
    return name


def _capitals(word: str) -> bool:
    letters = "".join(_WORD.findall(word))
    return len(letters) > 1 and letters.isupper()


def _is_given(word: str) -> bool:
    return fold(word).replace(" ", "-") in GIVEN_NAMES or fold(word).split(" ")[0] in GIVEN_NAMES
