"""Where cue words stand: a gate before patterns.

``str.find`` runs through a text some fifty times as fast as an alternation of words does; a pattern is then tried only
where one of its words stands. In a long passage a word is first looked for among the distinct words of the text.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import Match, Pattern

_LONG = 200_000  # characters: the distinct words of a text are worth collecting


@lru_cache(maxsize=6)  # a view's text and its folded text, and that of pages
def _standing(text: str) -> tuple[str | None, dict[str, bool]]:
    """The distinct words of a text, each once, where they are much shorter than it, and which cue words it holds."""
    said = "\n".join(set(text.split()))
    return (said if len(said) * 2 < len(text) else None), {}


def _that_may_stand(words: Iterable[str], text: str, start: int, end: int) -> Iterable[str]:
    """The words without those that a long text does not hold, each looked for in all of it once."""
    if min(end, len(text)) - start <= _LONG:
        return words
    said, known = _standing(text)
    found = []
    for word in words:
        stands = known.get(word)
        if stands is None:
            stands = known[word] = word in text if said is None else all(part in said for part in word.split())
        if stands:
            found.append(word)
    return found


def cue_positions(text: str, words: Iterable[str], start: int, end: int) -> list[int]:
    """Offsets of all occurrences of the words between two offsets, sorted, each once."""
    found: list[int] = []
    several = False
    for word in _that_may_stand(words, text, start, end) if len(text) > _LONG else words:
        at = text.find(word, start, end)
        several = several or (at >= 0 and bool(found))
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1, end)
    return sorted(set(found)) if several else found


def holds_any(text: str, words: Iterable[str], start: int, end: int) -> bool:
    """Whether one of the words stands between two offsets."""
    for word in _that_may_stand(words, text, start, end) if len(text) > _LONG else words:
        if text.find(word, start, end) >= 0:
            break
    else:
        return False
    return True


def matches_at_cues(
    pattern: Pattern[str], text: str, words: Iterable[str], start: int, end: int
) -> Iterator[Match[str]]:
    """What ``pattern.finditer(text, start, end)`` gives, for a pattern whose matches begin with one of the words."""
    return matches_at(pattern, text, cue_positions(text, words, start, end), start, end)


def matches_at(
    pattern: Pattern[str], text: str, positions: Iterable[int], start: int, end: int
) -> Iterator[Match[str]]:
    """What ``pattern.finditer(text, start, end)`` gives, for a pattern whose matches begin at one of the positions."""
    reached = start
    for at in positions:
        match = pattern.match(text, at, end) if at >= reached else None
        if match:
            reached = match.end()
            yield match


class Led:
    """A pattern each match of which begins with one of a few words, or ``before`` characters ahead of it at most.

    It is searched as ``re.Pattern`` is, and gives the same, but is tried at these words alone, and where ``quick``, a
    pattern that begins with one character and is found at once, matches too; where what ``quick`` finds always holds
    one of the words ``needed``, a passage without them is not searched for it.
    """

    def __init__(
        self,
        pattern: str | Pattern[str],
        words: Iterable[str],
        before: int = 0,
        quick: str = "",
        needed: tuple[str, ...] = (),
    ) -> None:
        self.pattern = re.compile(pattern)
        self.words = tuple(words)
        self.before = before
        self.quick = re.compile(quick) if quick else None
        self.needed = needed

    def positions(self, text: str, start: int, end: int) -> list[int]:
        """Where the pattern is tried between two offsets."""
        positions = cue_positions(text, self.words, start, end)
        if not self.quick and not self.before:
            return positions
        if self.quick and (not self.needed or holds_any(text, self.needed, start, end)):
            quick = [match.start() for match in self.quick.finditer(text, start, end)]
            positions = sorted({*positions, *quick}) if positions else quick
        if self.before and positions:
            ahead = range(self.before + 1)
            positions = sorted({max(start, at - distance) for at in positions for distance in ahead})
        return positions

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match[str] | None:
        """The match that begins at ``start``."""
        return self.pattern.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Match[str]]:
        """The matches between two offsets, in order."""
        positions = self.positions(text, start, end)
        return matches_at(self.pattern, text, positions, start, end) if positions else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match[str] | None:
        """The first match between two offsets."""
        for at in self.positions(text, start, end):
            if match := self.pattern.match(text, at, end):
                return match
        return None


class Holding:
    """A pattern each match of which holds one of a few words; it is searched where one of them stands."""

    def __init__(self, pattern: str | Pattern[str], words: Iterable[str]) -> None:
        self.pattern = re.compile(pattern)
        self.words = tuple(words)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Match[str]]:
        """The matches between two offsets, in order."""
        return self.pattern.finditer(text, start, end) if holds_any(text, self.words, start, end) else iter(())

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match[str] | None:
        """The first match between two offsets."""
        return self.pattern.search(text, start, end) if holds_any(text, self.words, start, end) else None


class Placed(Led):
    """A pattern that is tried at the places that a function finds between two offsets, in order."""

    def __init__(self, pattern: str | Pattern[str], places: Callable[[str, int, int], list[int]]) -> None:
        super().__init__(pattern, ())
        self.find_places = places

    def positions(self, text: str, start: int, end: int) -> list[int]:
        """Where the pattern is tried between two offsets."""
        return self.find_places(text, start, min(end, len(text)))


Searchable = Pattern[str] | Led | Holding
