"""Names compared: whole names by their words, a surname alone with the full name that holds it."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from kg.text.names import name_key
from kg.text.view import collapse, fold_same_length

_CONFUSED = str.maketrans("l10", "iio")
_MORE = 2  # letters
_LIKENESS = 0.75  # of what two names do not share: « GUILLOT » and « CUILLOT »


def key(name: str) -> frozenset[str]:
    """The words of a name, folded, without civility."""
    return frozenset(name_key(name).split())


def same(one: str, other: str) -> bool:
    """Whether two printed names can be one person: the words of one are among those of the other.

    Hyphens that scanning lost (« JeanLouis ») do not count.
    """
    first, second = key(one), key(other)
    if not first or not second:
        return False
    if first <= second or second <= first or sorted("".join(first)) == sorted("".join(second)):
        return True
    if _abridged(first, second) or _abridged(second, first):
        return True
    one_scanned, other_scanned = _scanned(first), _scanned(second)
    return one_scanned <= other_scanned or other_scanned <= one_scanned


def _scanned(words: frozenset[str]) -> frozenset[str]:
    """Words in which the letters that scanning confuses are one: « GRASSWlLL », « C0LOMB »."""
    return frozenset(word.translate(_CONFUSED).replace("rn", "m") for word in words)


def _abridged(short: frozenset[str], full: frozenset[str]) -> bool:
    """« GUIRAUDET I. » for « Isabelle GUIRAUDET »: what is not a word of the other begins one of its other words."""
    shared, rest = short & full, short - full
    left = full - shared
    return bool(rest) and any(len(word) > 1 for word in shared) and all(_begins(one, left) for one in rest)


def _begins(initials: str, words: frozenset[str]) -> bool:
    letters = {word[0] for word in words}
    shortened = len(initials) <= 2 and any(word.startswith(initials) for word in words)  # « Ph. » for Philippe
    return shortened or (len(initials) <= 2 and set(initials) <= letters)


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a name is in a list, in any of its forms."""
    return any(same(name, other) for other in names)


def is_misread(name: str, names: Iterable[str]) -> bool:
    """Whether a name of two words or more is that of a list but for a letter or two that OCR confused."""
    return any(_alike(key(name), key(other)) for other in names)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if len(one) < 2 or len(one) != len(other) or not one & other:
        return False
    first, second = " ".join(sorted(one - other)), " ".join(sorted(other - one))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKENESS


def is_continued(one: str, other: str) -> bool:
    """Whether two names are one but for a last letter or two that one has more."""
    first, second = sorted((collapse(fold_same_length(one)), collapse(fold_same_length(other))), key=len)
    return (
        " " in first
        and first != second
        and second.startswith(first)
        and len(second) - len(first) <= _MORE
        and " " not in second[len(first) :]
    )


def listed(names: Iterable[str]) -> str:
    """Names for a message."""
    return ", ".join(names)
