"""Where the words of a folded text begin, by their first letters: found once for all the cues that begin words."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from kg.text.cues import Led, cue_positions

_FIRST = 3  # letters
_WORD = re.compile(rf"([a-z]{{1,{_FIRST}}})[a-z]*+")  # after a figure too: « 12mars »
_LETTERS = re.compile(rf"[a-z]{{{_FIRST}}}|[a-z]{{1,{_FIRST - 1}}}(?=[^a-z])")
_WHOLE = re.compile(r"[a-z]{1,2}[ ]")
_SHORT = 1000  # characters in which words are sooner looked for
_MANY = 50_000  # words of the same first letters
Keyed = tuple[tuple[str, tuple[str, ...]], ...]


class Begun(Led):
    """A pattern for folded text each match of which begins a word, with one of a few words.

    It gives what :class:`Led` does: ``\\b`` or the like is its own concern. A space after one letter or two
    tells that they are a whole word (« a  »), whatever white space or sign follows.
    """

    def positions(self, text: str, start: int, end: int) -> list[int]:
        """Where the pattern is tried between two offsets."""
        return word_positions(text, self.words, start, end)


def over_lines(words: Iterable[str]) -> tuple[str, ...]:
    """Words for a pattern in which a space is any white space, of any length."""
    found: dict[str, None] = {}
    for word in words:
        first, space, rest = word.partition(" ")
        apart = bool(space) and not _WHOLE.fullmatch(word)
        found.update(dict.fromkeys(_apart(first, rest.partition(" ")[0]) if apart else [word]))
    return tuple(found)


def _apart(first: str, rest: str) -> list[str]:
    """One white space and the next word, or more white space and whatever follows."""
    return [first + one + then for one in " \n" for then in (rest, " ", "\n")]


def word_positions(text: str, words: tuple[str, ...], start: int, end: int) -> list[int]:
    """Offsets between two others at which a word of the text begins with one of the words, in order.

    They are looked for once in the whole text, passages of which are asked for the same words again and again. The
    last one may end after ``end``.
    """
    if len(text) < _SHORT:
        return cue_positions(text, _keyed(words)[2], start, end)
    starts = _starts(text)
    places = starts.found.get(words)
    if places is None:
        places = starts.found[words] = _found(text, starts, words)
    return places[bisect_left(places, start) : bisect_left(places, end)]


class _Starts(NamedTuple):
    """The offsets at which the words of a text begin, by their first letters, and those of words looked for."""

    by_letters: dict[str, list[int]]
    found: dict[tuple[str, ...], list[int]]


def _found(text: str, starts: _Starts, words: tuple[str, ...]) -> list[int]:
    by_letters, others, _ = _keyed(words)
    places = cue_positions(text, others, 0, len(text)) if others else []
    for letters, same in by_letters:
        if letters in starts.by_letters:
            places += _that_begin_with(same, text, starts.by_letters[letters])
    return sorted(set(places)) if others else sorted(places)


def _that_begin_with(words: tuple[str, ...], text: str, begun: list[int]) -> list[int]:
    """The places at which one of the words stands; where one word is said again and again, words are looked for."""
    if len(begun) > _MANY and sum(map(text.count, words)) < len(begun) >> 3:
        found = cue_positions(text, words, 0, len(text))
        return [at for at in found if at == 0 or text[at - 1] not in ascii_lowercase]
    return [at for at in begun if text.startswith(words, at)]


@lru_cache(maxsize=2)  # a view's folded text
def _starts(text: str) -> _Starts:
    """The letters are all that « a », « en » and « l' » have."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(text):
        places[word[1]].append(word.start())
    return _Starts(dict(places), {})


@lru_cache(maxsize=1024)  # words are those of the program
def _keyed(words: tuple[str, ...]) -> tuple[Keyed, tuple[str, ...], tuple[str, ...]]:
    """Words by their first letters, those that begin otherwise or may go on, and all as they are looked for."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        letters = _LETTERS.match(word)
        groups[letters[0] if letters else ""].append(_sought(word))
    others = tuple(groups.pop("", ()))
    by_letters = tuple((letters, tuple(same)) for letters, same in groups.items())
    return by_letters, others, tuple(_sought(word) for word in words)


def _sought(word: str) -> str:
    return word[:-1] if _WHOLE.fullmatch(word) else word
