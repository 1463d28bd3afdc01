"""Names as they are compared: what kind of body a writing announces, and the proper name that is left of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.organisations.gazetteer import Body as Known
from kg.extract.organisations.gazetteer import BodyType, Entry, entries
from kg.resolve.slugs import fold
from kg.text.view import fold_same_length

_BRACKETS = re.compile(r"\s*\([^()]{0,80}\)")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,8}[A-Z]?(?!\w)")
_ARTICLE = re.compile(r"^(?:l['’]\s?|(?:la|le|les|notre)\s+)", re.IGNORECASE)
_LINK = re.compile(r"^(?:de la|de l|de|du|des|d|la|le|les|l)\s+")
_LEADING = re.compile(r"^(?:la|le|les|l)\s+(?=\S)")
_SMALL = frozenset({"de", "d", "du", "des", "la", "le", "les", "l", "et", "en", "a", "au", "aux"})
_NUMBERED = re.compile(r"^c\s?[dg]\s?(\d\d|2[ab]|97\d)$")
# The natures of EPCI (as the DGCL abbreviates them) that a writing may announce.
_NATURES = (
    (re.compile(r"^(?:communaute (?:de|des) communes?\b|(?:cc|cdc) (?=\w))"), ("CC",)),
    (re.compile(r"^(?:communaute d agglomeration\b|agglomeration\b|agglo\b|ca (?=\w))"), ("CA",)),
    (re.compile(r"^(?:communaute urbaine\b|cu (?=\w))"), ("CU",)),
    (re.compile(r"^(?:euro)?metropole\b"), ("ME", "ML")),
    (re.compile(r"^etablissement public territorial|^ept\b"), ("EPT",)),
    (re.compile(r"^communaute\b|^intercommunalite\b"), ("CC", "CA", "CU")),
)
_DELEGATES = re.compile(r"^(?:prefecture|prefet|sous prefecture)\b")
CLOSING = re.compile(r" (?:communaute|agglomeration|agglo)$")  # « Val Clair Agglomération »
_AFTER_NAME = re.compile(r"\b(?:metropole|agglomeration|agglo|communaute)\b")


class Announced(NamedTuple):
    """What a writing says before its proper name: ``kind`` as in the lexicon of bodies, ``natures`` of an EPCI.

    ``core`` is the folded name without these words (empty for « la Région »); ``code`` a département by its number.
    """

    kind: str | None
    core: str
    natures: tuple[str, ...] = ()
    code: str | None = None


def bare(name: str) -> str:
    """A writing without its brackets, leading article and closing points."""
    return _ARTICLE.sub("", _BRACKETS.sub("", name).strip(" .,;:«»\"'’-")).strip()


def undotted(name: str) -> str:
    """A writing whose acronyms have no points: « C.A.F. » is « CAF »."""
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), name)


def key(name: str) -> str:
    """What two writings of a body share: letters and digits of its words in order, small words left out."""
    words = (_WRITTEN_SHORT.get(word, word) for word in fold(name).split())
    return "".join(word for word in words if word not in _SMALL)


def place_key(name: str) -> str:
    """What two writings of a town share: all its words but a leading article, « St » written in full."""
    words = _LEADING.sub("", fold(name)).split()
    return "".join(_WRITTEN_SHORT.get(word, word) for word in words)


_WRITTEN_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


@cache
def announced(name: str) -> Announced:
    """The kind of body that a writing announces and its proper name."""
    words = fold(bare(name))
    numbered = _NUMBERED.match(words)
    if numbered:
        return Announced("département", "", (), numbered[1].upper())
    for pattern, natures in _NATURES:
        found = pattern.match(words)
        if found:
            return Announced("epci", _core(words[found.end() :]), natures)
    if _DELEGATES.match(words):
        return Announced("préfecture", _core(_DELEGATES.sub("", words)))
    typed = _typed(words)
    if typed:
        return typed
    if CLOSING.search(words):
        return Announced("epci", CLOSING.sub("", words), ("CC", "CA", "CU"))
    return Announced("epci" if _AFTER_NAME.search(words) else None, words)


def _core(rest: str) -> str:
    return _LINK.sub("", rest.strip() + " ").strip()


def _typed(words: str) -> Announced | None:
    """A kind of the lexicon before a name; the lexicon is written for folded text with its apostrophes."""
    for entry in _openings(words):
        meaning = entry.meaning
        match = _spaced(entry).match(words) if not entry.exact else None
        if match and isinstance(meaning, BodyType):
            return Announced(meaning.kind, _core(words[match.end() :]))
    return None


def _openings(words: str) -> tuple[Entry, ...]:
    return entries().get(words.split(" ", 1)[0], ())


@cache
def _spaced(entry: Entry) -> re.Pattern[str]:
    """A pattern of the lexicon for text without apostrophes, hyphens or points."""
    return re.compile(entry.pattern.pattern.replace("'", r"\s").replace(r"\.", r"\s?"))


@cache
def lexicon() -> dict[str, Known]:
    """National bodies, programmes and brands of the lexicon by the key of each of their names."""
    found: dict[str, Known] = {}
    for known in _known():
        for writing in (known.name, *known.aliases):
            found.setdefault(key(writing), known)
    return found


@cache
def acronyms() -> dict[str, Known]:
    """The same by acronym, case kept: « ARS » is an agency, « Ars » a town or a name."""
    return {acronym: known for known in _known() for acronym in known.acronyms}


def _known() -> Iterator[Known]:
    seen: set[str] = set()
    for some in entries().values():
        for entry in some:
            if isinstance(entry.meaning, Known) and entry.meaning.name not in seen:
                seen.add(entry.meaning.name)
                yield entry.meaning


def folded(text: str) -> str:
    """Text for searching: same length, lower case, no accents."""
    return fold_same_length(text)
