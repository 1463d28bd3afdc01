"""How a person's name is written: which word is the surname, and the name in the usual case.

An act prints « VALMONT Jeanne », « Jeanne VALMONT », « VALMONT »; the graph says « Jeanne Valmont », « Valmont ».
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.resolve.slugs import fold
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import is_initial, name_key

_WORD = re.compile(r"[^\W\d_]+")
_RARER = 4  # an accent this many times rarer than its absence is a misreading
# « JÜVIN » among so many « JUVIN »: French capitals lose accents, but two points over a, o, u are seldom theirs.
_FAR_RARER, _TWO_POINTS = 10, re.compile("[aou]\u0308", re.IGNORECASE)
# Small words that stay small inside a surname: « de La Rive », « d'Orsel », « van der Meer ».
_SMALL = frozenset({"de", "d", "du", "des", "van", "von", "der", "den", "und", "y"})


def is_full(name: str) -> bool:
    """Two words at least, both longer than an initial: a surname alone does not make a person."""
    return len([word for word in name_key(name).split() if not is_initial(word)]) >= 2


def tells_order(name: str) -> bool:
    """Whether capitals tell the surname from the given name."""
    words = _WORD.findall(name)
    return any(_capitals(word) for word in words) and not all(_capitals(word) for word in words)


@lru_cache(maxsize=1 << 15)
def surname(name: str) -> frozenset[str]:
    """The folded words of the surname, where capitals tell it; else none."""
    if not tells_order(name):
        return frozenset()
    return frozenset(word for one in name.split() if _capitals(one) for word in fold(one).split())


def is_given(word: str) -> bool:
    """Whether a word is a common given name, or begins with one: « Anne-Laure »."""
    return fold(word).replace(" ", "-") in GIVEN_NAMES or fold(word).split(" ")[0] in GIVEN_NAMES


def given_first(name: str) -> str:
    """« VALMONT Jeanne » gives « Jeanne VALMONT », « Valmont Jeanne » too where Jeanne is a known given name."""
    words = name.split()
    if tells_order(name):
        given = [word for word in words if not _capitals(word)]
        return name if not _capitals(words[0]) else " ".join((*given, *(w for w in words if _capitals(w))))
    if len(words) == 2 and fold(words[1]) and is_given(words[1]) and not is_given(words[0]):
        return " ".join(reversed(words))
    return name


def best(writings: Mapping[str, int]) -> str:
    """The writing that tells surname from given name, else the most frequent; the same for the same set."""
    return min(writings, key=lambda name: (not tells_order(name), -writings[name], given_first(name), name))


def usual_name(writings: Mapping[str, int], others: Iterable[Mapping[str, int]] = ()) -> str:
    """The name in the usual case, given name first. Accents are those that a writing of it prints, never others.

    ``others`` are the writings of its shorter or misread forms: they lend accents too.
    """
    accented = _accented((writings, *others))
    words = [_cased(word, accented) for word in given_first(best(writings)).split()]
    return " ".join(word[:1].upper() + word[1:] if index == 0 else word for index, word in enumerate(words))


def _cased(word: str, accented: Mapping[str, str]) -> str:
    """A word in the usual case: each part between hyphens and apostrophes begins with a capital, « d' » does not."""
    parts = (accented.get(fold(part), part) for part in re.split(r"([-'’.])", word))
    made = [part.lower() if fold(part) in _SMALL and _capitals(word) else _title(part) for part in parts]
    return "".join(made)


def _title(part: str) -> str:
    """« VALMONT » gives « Valmont »; what is not in capitals stays as printed (« McLane »)."""
    return part[:1].upper() + part[1:].lower() if part.isupper() else part


def _accented(writings: Iterable[Mapping[str, int]]) -> dict[str, str]:
    """Each folded word with its most frequent writing that has accents, where capitals may have lost them.

    Small letters seldom lose them: « Michel » fifteen times and « Michél » once is Michel.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    bare: Counter[str] = Counter()
    for one in writings:
        for word, count in _words(one):
            if not word.isupper() or _has_accents(word):
                seen[fold(word)][_plain_case(word)] += count
            else:
                bare[fold(word)] += count
    found = {folded: _most_accented(forms) for folded, forms in seen.items()}
    return {
        folded: form for folded, form in found.items() if form and not _is_misread(form, seen[folded], bare[folded])
    }


def _is_misread(form: str, forms: Counter[str], bare: int) -> bool:
    """Whether two points stand over a vowel in very few writings of a word that capitals print without them."""
    return bare > _FAR_RARER * forms[form] and _TWO_POINTS.search(unicodedata.normalize("NFD", form)) is not None


def _words(writings: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for writing, count in writings.items():
        yield from ((word, count) for word in _WORD.findall(writing))


def _plain_case(word: str) -> str:
    return word[:1].upper() + word[1:].lower() if word.isupper() else word


def _most_accented(forms: Counter[str]) -> str | None:
    kept = [form for form in forms if _has_accents(form)]
    if not kept:
        return None
    best_kept, plain = min(kept, key=lambda form: (-forms[form], form)), [form for form in forms if form not in kept]
    usual = min(plain, key=lambda form: (-forms[form], form), default=best_kept)
    return usual if forms[usual] > _RARER * forms[best_kept] else best_kept


def _has_accents(word: str) -> bool:
    return unicodedata.normalize("NFD", word) != word


def _capitals(word: str) -> bool:
    letters = "".join(_WORD.findall(word))
    return len(letters) > 1 and letters.isupper()
