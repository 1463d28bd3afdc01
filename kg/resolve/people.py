"""Persons in a term of office: writings of one name joined (see :mod:`kg.resolve.likeness`), homonyms kept apart.

A surname alone is a member's where only one member of that sitting bears it; two candidates are no answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise

from kg.model import Record
from kg.resolve.entities import PersonInTerm, PersonKey, Quote, SittingKey, Someone
from kg.resolve.entries import Entry, each_sitting
from kg.resolve.identities import Identities
from kg.resolve.likeness import Name, Seen, fits, joined_names
from kg.resolve.slugs import fold, slug
from kg.resolve.writing import best, given_first, is_full, surname, usual_name
from kg.text.names import name_key, strip_civility


class People:
    """The persons of one authority: who a name means at a sitting, and all of them at the end."""

    def __init__(
        self, entries: Iterable[Entry], terms: Mapping[SittingKey, str], judged: Identities | None = None
    ) -> None:
        self._seen: dict[Name, Seen] = defaultdict(Seen)
        groups = list(each_sitting(entries))
        self._homonyms = {name for at, group in groups for name in _homonyms(terms[at], group)}
        for rank, (at, entry) in enumerate((at, entry) for at, group in groups for entry in group):
            self._read(rank, terms[at], entry.record)
        for rank, (term, one, two, same) in enumerate(judged or (), start=1):
            self._judge(-rank, Name(term, name_key(one)), Name(term, name_key(two)), same=same)
        self._joined = joined_names(self._seen)
        self._keys: dict[Name, PersonKey] = {}

    def _read(self, rank: int, term: str, record: Record) -> None:
        """What one record tells: its members, who stands beside whom, who votes for whom, its officials."""
        members = list(members_named(record))
        short = sum(not is_full(name) for name in members) * 2 > len(members)
        for name in members:
            self._see(term, name, rank, listed=True, short=short)
        for name in filter(is_full, others_named(record)):
            self._see(term, name)
        for listed in (record.present, record.absent, tuple(proxy.giver for proxy in record.proxies)):
            for name in listed:
                self._sit(rank, self._name(term, name))
            for one, two in pairwise(listed):
                self._link(term, one, two, "neighbours")
        for proxy in record.proxies:
            if proxy.holder:
                self._link(term, proxy.giver, proxy.holder, "partners")

    def _see(self, term: str, name: str, rank: int = 0, *, listed: bool = False, short: bool = False) -> None:
        key = self._name(term, name)
        if any(len(word) > 1 for word in key.words.split()):
            seen = self._seen[key]
            seen.writings[strip_civility(name)] += 1
            if listed:
                seen.lists.add(rank)
                seen.among_short |= short

    def _sit(self, rank: int, name: Name) -> None:
        if name in self._seen:
            self._seen[name].seats.add(rank)

    def _link(self, term: str, one: str, two: str, kind: str) -> None:
        first, second = self._name(term, one), self._name(term, two)
        for name, other in ((first, second), (second, first)):
            if name in self._seen and other in self._seen:
                getattr(self._seen[name], kind).add((kind, other.words, name is first))

    def _judge(self, mark: int, one: Name, two: Name, *, same: bool) -> None:
        """What people said of two names, where both are named; what they said of others waits."""
        if one in self._seen and two in self._seen and one != two:
            if same:
                rarer, other = sorted((one, two), key=lambda name: (self._seen[name].often, name))
                self._seen[rarer].same = other
            else:
                for name, other in ((one, two), (two, one)):
                    self._seen[name].apart.add(other)
                    self._seen[name].lists.add(mark)  # as if a list held both, whatever else is joined to either

    def _name(self, term: str, name: str) -> Name:
        words = name_key(name)
        told = " ".join(sorted(surname(strip_civility(name)))) if (term, words) in self._homonyms else ""
        return Name(term, words, told)

    def person_key(self, term: str, name: str) -> PersonKey | None:
        """The person that bears this name in a term, whatever the order of its words."""
        end = self._end(self._name(term, name))
        return self._key(end) if end in self._seen else None

    def _end(self, name: Name) -> Name | None:
        """The name that stands for this one, itself where it is nobody else's writing."""
        passed: set[Name] = set()
        end: Name | None = name
        while end in self._joined and end not in passed:
            passed.add(end)
            end = self._joined[end]
        return end

    def _key(self, name: Name) -> PersonKey:
        if name not in self._keys:
            self._keys[name] = PersonKey(name.term, slug(given_first(best(self._seen[name].writings))))
        return self._keys[name]

    def all(self) -> tuple[PersonInTerm, ...]:
        """The persons named as members or officials, in the order of their keys."""
        forms: dict[Name, list[Name]] = defaultdict(list)
        for name in self._seen:
            end = self._end(name)
            if end is not None:
                forms[end].append(name)
        return tuple(sorted((self._person(end, names) for end, names in forms.items()), key=lambda p: p.key))

    def _person(self, end: Name, names: Sequence[Name]) -> PersonInTerm:
        writings = [self._seen[name].writings for name in names if name != end]
        name = usual_name(self._seen[end].writings, writings)
        written = {w for one in names for w in self._seen[one].writings if fold(w) != fold(name)}
        return PersonInTerm(self._key(end), name, tuple(sorted(written)))


class Room:
    """Who a name means at one sitting: a full name, or a short one that a single member could bear."""

    def __init__(self, people: People, term: str, group: Iterable[Entry]) -> None:
        self._people = people
        self._term = term
        names = chain.from_iterable((*members_named(e.record), *others_named(e.record)) for e in group)
        full = {name_key(name): strip_civility(name) for name in names if is_full(name)}
        self._present = [name for name in full.values() if people.person_key(term, name)]
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
        fitting = [full for full in self._present if fits(name, full)]
        persons = {self._people.person_key(self._term, full) for full in fitting}
        if len(persons) > 1:
            return None
        return next(iter(persons)) if persons else self._people.person_key(self._term, name)


def _homonyms(term: str, group: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Names of one list whose words are the same and whose surnames differ: Jean MARTIN and Martin JEAN."""
    for entry in group:
        by_words: dict[str, set[frozenset[str]]] = defaultdict(set)
        for name in map(strip_civility, members_named(entry.record)):
            if told := surname(name):
                by_words[name_key(name)].add(told)
        for words, surnames in by_words.items():
            if any(not one & two for one, two in combinations(surnames, 2)):
                yield term, words


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
