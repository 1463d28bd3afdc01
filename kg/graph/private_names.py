"""The names of natural persons in a text: after a civility, in a family's name, or given name and surname.

bad: « rue Jeanne Valmont », « le gymnase Paul-Orteil », « la SCI Mercin » (places and bodies)
good: « Mme Odile TARAVEL », « M. et Mme Taravel », « les époux TARAVEL », « Odile TARAVEL », « Maître Taravel »
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kg.link.index import by_name
from kg.link.names import place_key
from kg.resolve.slugs import fold
from kg.resolve.writing import surname
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES, NEVER_NAMES, PARTICLES
from kg.text.names import find_names, name_words
from kg.text.view import View

_CIVIL = re.compile(
    r"\b(?:m|mr|mme|mmes|mlle|mm|madame|monsieur|mademoiselle|mesdames|messieurs|docteur|dr|maitre)\b\.?\s*$"
)
_TITLED = re.compile(r"\b(?:docteur|dr)\b\.?\s*$")
_BEFORE = 60
_SMALL = re.compile(r"(?<![\w'’-])[a-zà-öø-ÿœ][\w]+")
_ANY = re.compile(r"[0-9a-zœæ]+")
_SHORTEST = 4  # letters of a surname that is looked for by itself


class Sighting(NamedTuple):
    """A person's name in the normalised text of a view. ``certain``: a civility or a family's word stands before it.

    ``kin``: « époux », « Maître » … stands there: a surname alone is then not that of the member who bears it too.
    """

    name: str
    start: int
    end: int
    certain: bool
    kin: bool = False


@cache
def _words() -> dict[str, list[str]]:
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_name("private_words.toml").read_text(encoding="utf-8"))
    return data


@cache
def kind_of_words(kind: str) -> frozenset[str]:
    """Folded words of one list of private_words.toml: ``elected``, ``dealing``, ``naming``."""
    return frozenset(_words()[kind])


@cache
def _place(kind: str) -> re.Pattern[str]:
    """A place or a body, three small words at most, and the end of what precedes a name."""
    heads = "|".join(map(re.escape, _words()[kind]))
    return re.compile(rf"(?<![a-z0-9])(?:{heads})(?:[\s-]+[a-z']{{1,14}}){{0,3}}[\s«\"'-]*$")


@cache
def _family() -> re.Pattern[str]:
    heads = "|".join(sorted({form for word in _words()["families"] for form in (word, word.upper())}))
    name = r"(?:(?:de|du|d')\s?)?[A-ZÀ-ÖØ-Þ][\w'’-]+"
    return re.compile(rf"\b(?:{heads})\s+(?:(?:M|Mme)\.?\s+)?(?P<name>{name}(?:\s+(?:et\s+)?{name}){{0,3}})")


def sightings(view: View) -> tuple[Sighting, ...]:
    """The persons named in a text, in order; public ones too."""
    return tuple(sorted({*_named(view), *_families(view)}, key=lambda found: (found.start, -found.end)))


def _named(view: View) -> Iterator[Sighting]:
    for found in find_names(view.text):
        before = view.folded[max(0, found.start - _BEFORE) : found.start]
        civil = bool(_CIVIL.search(before)) or len(name_words(found.value)) == 1
        if _names_a_thing(found.value, led=bool(_CIVIL.search(before))):
            continue
        place = of_a_place(view, found.start) or _names_a_place(found.value)
        if (civil and not (place and _TITLED.search(before))) or (not civil and not place and _is_bare(found.value)):
            yield Sighting(found.value, found.start, found.end, civil)


def _families(view: View) -> Iterator[Sighting]:
    for match in _family().finditer(view.text):
        first = fold(match["name"]).split()[:1]
        named = first and first[0] not in NEVER_NAMES and not _names_a_thing(match["name"], led=False)
        if named and not _names_a_place(match["name"]):
            yield Sighting(match["name"], *match.span("name"), certain=True, kin=True)


def _names_a_place(name: str) -> bool:
    return not set(_words()["places"]).isdisjoint(fold(name).split())


def _names_a_thing(name: str, *, led: bool) -> bool:
    """« Urbain de Cohésion Sociale »; after a civility (``led``) an office: « le Trésorier Principal »."""
    words = fold(name).split()
    if led:
        return len(words) > 1 and words[0] in ("le", "la", "l") and words[1] in kind_of_words("offices")
    return not kind_of_words("things").isdisjoint(words)


def names_a_town(name: str) -> bool:
    """« Mont-Saint-Michel »: what a commune is called is not looked for as somebody's name wherever it stands."""
    return place_key(name) in by_name("commune")


def _is_bare(name: str) -> bool:
    """« Odile TARAVEL », « TARAVEL Odile », « Odile Taravel »: a known given name, and one to three words more."""
    words = [word for word in name.split() if fold(word) not in PARTICLES]
    given = [word for word in words if fold(word).split(" ")[0] in GIVEN_NAMES]
    return 2 <= len(words) <= 4 and bool(given) and len(given) < len(words)


def surnames(view: View, found: Iterable[Sighting], is_public: Callable[[str], bool]) -> frozenset[str]:
    """Folded words that by themselves tell one of these persons: « la parcelle TARAVEL ».

    No given name, no town, and no word that the text holds without a capital too.
    """
    told = {word for one in found if one.certain for word in surname(one.name) or name_words(one.name)}
    kept = {word for word in told if _tells(word) and not is_public(word)}
    if not kept:
        return frozenset()
    small = {fold(match[0]) for match in _SMALL.finditer(view.text)}
    return frozenset(kept - small)


def _tells(word: str) -> bool:
    common = (
        word in kind_of_words("things")
        or word in GIVEN_NAMES
        or word in NEVER_NAMES
        or word in PARTICLES
        or word in _words()["places"]
    )
    return len(word) >= _SHORTEST and not common and word not in by_name("commune")


def of_a_place(view: View, start: int, kind: str = "places") -> bool:
    """Whether what stands before a name makes a place or a body of it."""
    return bool(_place(kind).search(view.folded[max(0, start - _BEFORE) : start].rstrip()))


def leads_to_person(word: str) -> bool:
    """A folded word that stands before a person's name."""
    return word in CIVILITIES or word in {fold(one) for one in _words()["families"]}


def again(view: View, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where these folded surnames stand with a capital."""
    if words:
        for match in _ANY.finditer(view.folded):
            capital = match[0] in words and view.text[match.start()].isupper()
            if capital and not of_a_place(view, match.start(), "streets"):
                yield match.span()
