"""The words of words.toml as patterns, compiled once. Those on folded text end with ``_folded`` in their comment."""

import re
import tomllib
from pathlib import Path

_DATA = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def _any_of(name: str, before: str = r"(?<!\w)") -> re.Pattern[str]:
    return re.compile(before + "(?:" + _with_any_spaces(_by_first_letter(_DATA[name])) + ")")


def _with_any_spaces(words: str) -> str:
    """A space is any white space; one that may lack (« vote ?: ») may still lack."""
    return words.replace(" ?", r"\s*").replace(" ", r"\s+")


def _by_first_letter(words: list[str]) -> str:
    """One branch a first letter: where a hundred words are looked for, most places are left at the first look."""
    branches: dict[str, list[str]] = {}
    for letter, rest in (pair for word in words for pair in _first_letters(word)):
        branches.setdefault(letter, []).append(rest)
    if "" in branches:
        return "|".join(words)
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in branches.items())


def _first_letters(word: str) -> list[tuple[str, str]]:
    """Each first letter of a word with what follows it: « [ÀA] l' », « (?:est|sont) adopté »; "" where none is told."""
    if choice := re.match(r"\(\?:([^()]*)\)(?![?*+{])", word):
        return [pair for start in choice[1].split("|") for pair in _first_letters(start + word[choice.end() :])]
    if letters := re.match(r"\[(\w+)\](?![?*+{])", word):
        return [(letter, word[letters.end() :]) for letter in letters[1]]
    if word.startswith(r"\(?"):
        return [(r"\(", word[3:]), *_first_letters(word[3:])]
    known = re.match(r"\w(?![?*+{|])", word)
    return [(word[0], word[1:])] if known else [("", word)]


# On folded text.
DECISION = _any_of("decisions")
NOT_AN_ACT = _any_of("not_acts", "")
DELEGATED = _any_of("delegated")
CLOSING = _any_of("closings")
TITLE_HEAD = _any_of("title_heads")
DISPOSITIF_HEAD = _any_of("dispositif_heads")
# On the text itself.
OPENER = _any_of("openers")
WEAK_OPENER = _any_of("weak_openers")
PREPOSITIONS: frozenset[str] = frozenset(_DATA["prepositions"])
MATTERS: dict[str, tuple[str, ...]] = {code: tuple(words) for code, words in _DATA["matters"].items()}
SENTENCE_WORD = re.compile(r"(?<!\w)(?:" + "|".join(_DATA["sentence_words"]) + r")(?!\w)", re.IGNORECASE)
