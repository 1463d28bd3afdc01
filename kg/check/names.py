"""Names compared: whole names by their words, a surname alone with the full name that holds it."""

from collections.abc import Iterable

from kg.text.names import name_key


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
    return _abridged(first, second) or _abridged(second, first)


def _abridged(short: frozenset[str], full: frozenset[str]) -> bool:
    """« GUIRAUDET I. » for « Isabelle GUIRAUDET »: what is not a word of the other begins one of its other words."""
    shared, rest = short & full, short - full
    left = full - shared
    return bool(rest) and any(len(word) > 1 for word in shared) and all(_begins(one, left) for one in rest)


def _begins(initials: str, words: frozenset[str]) -> bool:
    letters = {word[0] for word in words}
    return len(initials) <= 2 and set(initials) <= letters


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a name is in a list, in any of its forms."""
    return any(same(name, other) for other in names)


def listed(names: Iterable[str]) -> str:
    """Names for a message."""
    return ", ".join(names)
