"""Where the words of a folded text begin, by their first letters: found once for all the cues that begin words."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache

from kg.text.cues import Led, cue_positions

_FIRST = 3  # letters
_BEGUN = re.compile(rf"[a-z]{{{_FIRST}}}(?<![^\W\d_].{{{_FIRST}}})")  # after a figure too: « 12mars »
_SHORT = 1000  # characters in which words are sooner looked for
Keyed = tuple[tuple[str, tuple[str, ...]], ...]


class Begun(Led):
    """A pattern for folded text each match of which begins a word, with one of a few words.

    It gives what :class:`Led` does: ``\\b`` or the like is its own concern.
    """

    def positions(self, text: str, start: int, end: int) -> list[int]:
        """Where the pattern is tried between two offsets."""
        return word_positions(text, self.words, start, end)


def word_positions(text: str, words: tuple[str, ...], start: int, end: int) -> list[int]:
    """Offsets at which a word of the text begins with one of the words, in order."""
    if len(text) < _SHORT:
        return cue_positions(text, words, start, end)
    places = _places(text)
    by_letters, others = _keyed(words)
    found = cue_positions(text, others, start, end) if others else []
    for letters, same in by_letters:
        if letters in places:
            begun = places[letters]
            inside = begun[bisect_left(begun, start) : bisect_left(begun, end)]
            found += [at for at in inside if text.startswith(same, at, end)]
    return sorted(set(found)) if others else sorted(found)


@lru_cache(maxsize=2)  # a view's folded text
def _places(text: str) -> dict[str, list[int]]:
    """The offsets at which words begin, by their first letters."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in _BEGUN.finditer(text):
        places[word[0]].append(word.start())
    return dict(places)


@lru_cache(maxsize=1024)  # words are those of the program
def _keyed(words: tuple[str, ...]) -> tuple[Keyed, tuple[str, ...]]:
    """Words by their first letters, and those that have fewer or other characters."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[word[:_FIRST] if _BEGUN.match(word) else ""].append(word)
    others = tuple(groups.pop("", ()))
    return tuple((letters, tuple(same)) for letters, same in groups.items()), others
