"""One node for an organisation in all its forms, inside the documents of one authority. Natural persons are none.

A form is joined by SIREN, by folded name with or without its small words (« les Amis du Lac », « Amis Lac »), by an
alias that one document gives it, and by nothing looser. A name without a name of its own (« la Région », « le CCAS »)
is a body of that authority alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.model import Organisation as Named
from kg.model import Record
from kg.resolve.entities import Organisation
from kg.resolve.entries import Entry
from kg.resolve.slugs import fold, place_name, slug
from kg.resolve.words import is_local
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES

_ARTICLE = re.compile(r"^(?:l|la|le|les|d|de|du|des) ")
_SMALL = frozenset({"l", "la", "le", "les", "d", "de", "du", "des"})
_FAMILY = re.compile(r"^(?:(?:les )?(?:consorts|epoux|heritiers|indivision)|famille|succession)\b")
_NOT_PRIVATE = re.compile(r"\b(?:association|societe|sarl|sas|sa|sci|scop|fondation|comite|club|maitre d)\b")


def is_private_person(name: str) -> bool:
    """Whether a party is a natural person, whose name is not published: « Mme Valmont », « Jeanne VALMONT »."""
    words = fold(name).split()
    if not words or _NOT_PRIVATE.search(" ".join(words)):
        return False
    if words[0] in CIVILITIES and len(words) > 1 and words[1] not in ("le", "la", "l", "les"):
        return True
    return bool(_FAMILY.match(" ".join(words))) or _is_bare_name(name)


def _is_bare_name(name: str) -> bool:
    """Two or three words with a given name and a surname in capitals, nothing else: « Jeanne VALMONT »."""
    words = name.split()
    given = [word for word in words if fold(word) in GIVEN_NAMES]
    capitals = [word for word in words if word.isupper() and len(word) > 2 and "." not in word]
    return 2 <= len(words) <= 3 and bool(given) and bool(capitals) and len({*given, *capitals}) == len(words)


class Organisations:
    """The organisations that an authority's acts name: what key a form has, and all of them at the end."""

    def __init__(self, key: str, authority: Named | None, entries: Iterable[Entry]) -> None:
        self._here = key
        self._keys: dict[str, str] = {}
        self._names: dict[str, Counter[str]] = {}
        self._aliases: dict[str, set[str]] = {}
        self._sirens: dict[str, str] = {}
        self._used: set[str] = set()
        if authority:
            self._learn(authority, key)
        for form in sorted(_forms(entries), key=lambda form: (form.siren is None, form.siren or "", form.name)):
            if not is_private_person(form.name):
                self._learn(form, form.siren or self._known(form.name) or self._slug(form.name))

    def _learn(self, form: Named, key: str) -> None:
        if not key:
            return
        self._names.setdefault(key, Counter())[form.name] += 1
        self._keys.setdefault(_fold(form.name), key)
        self._keys.setdefault(place_name(form.name), key)
        self._keys.setdefault(_telling(form.name), key)
        self._aliases.setdefault(key, set()).update(alias for alias in form.aliases if not is_private_person(alias))
        if form.siren:
            self._sirens[key] = form.siren

    def key(self, form: Named | None, record: Record) -> str | None:
        """The key of a form in a record, None for a natural person; « la Métropole » is what that record calls so."""
        if form is None or is_private_person(form.name):
            return None
        key = form.siren or self._alias(form, record) or self._known(form.name) or self._slug(form.name)
        self._used.add(key)
        return key or None

    def _known(self, name: str) -> str | None:
        return self._keys.get(_fold(name)) or self._keys.get(_telling(name))

    def _slug(self, name: str) -> str:
        """The key of a body without SIREN: « la Région » of one authority is not that of another."""
        plain = slug(name)
        return f"{self._here}-{plain}" if plain and is_local(name) else plain

    def _alias(self, form: Named, record: Record) -> str | None:
        own = record.authority
        if own and self._names and _fold(form.name) in {_fold(alias) for alias in own.aliases}:
            return self._keys.get(_fold(own.name))
        return None

    def all(self, key: str) -> tuple[Organisation, ...]:
        """The organisations that acts used, and the authority itself, by key."""
        return tuple(self._organisation(known) for known in sorted(self._used | {key}) if known in self._names)

    def _organisation(self, key: str) -> Organisation:
        writings = self._names[key]
        name = min(writings, key=lambda writing: (-writings[writing], len(writing), writing))
        others = {alias for alias in (*writings, *self._aliases[key]) if _fold(alias) != _fold(name)}
        return Organisation(key, name, tuple(sorted(others)), self._sirens.get(key))


def _fold(name: str) -> str:
    return _ARTICLE.sub("", fold(name))


def _telling(name: str) -> str:
    """The words that tell a name, two or more; else the name with its small words, as it stands."""
    words = [word for word in fold(name).split() if word not in _SMALL]
    return " ".join(words) if len(words) > 1 else _fold(name)


def _forms(entries: Iterable[Entry]) -> Iterator[Named]:
    for entry in entries:
        for agreement in entry.record.agreements:
            yield from agreement.parties
        for funding in entry.record.funding:
            yield from filter(None, (funding.funder, funding.recipient, funding.agent))
