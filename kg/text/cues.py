"""Where cue words stand: a gate before patterns.

``str.find`` runs through a text some fifty times as fast as an alternation of words does; a pattern is then tried only
where one of its words stands.
"""

from collections.abc import Iterable, Iterator
from re import Match, Pattern


def cue_positions(text: str, words: Iterable[str], start: int, end: int) -> list[int]:
    """Offsets of all occurrences of the words between two offsets, sorted, each once."""
    found: set[int] = set()
    for word in words:
        at = text.find(word, start, end)
        while at >= 0:
            found.add(at)
            at = text.find(word, at + 1, end)
    return sorted(found)


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
