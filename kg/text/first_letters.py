"""Patterns by the letter that they begin with: where many are looked for, most places are left at the first look."""

import re
from string import ascii_uppercase


def by_first_letter(words: list[str]) -> dict[str, list[str]]:
    """What follows each first letter of the words, which are patterns; "" holds those that no letter begins."""
    branches: dict[str, list[str]] = {}
    for letter, rest in (pair for word in words for pair in _first_letters(word)):
        branches.setdefault(letter, []).append(rest)
    return branches


def _first_letters(word: str) -> list[tuple[str, str]]:
    """Each first letter of a word with what follows it: « [ÀA] l' », « (?:est |sont )?adopté »; "" for none."""
    if word.startswith("(?:"):
        choices, rest = _group(word)
        if rest.startswith(("*", "+", "{")):
            return [("", word)]
        optional = rest.startswith("?")
        starts = [*choices, *([""] if optional else [])]
        return [pair for start in starts for pair in _first_letters(start + rest[optional:])]
    if letters := re.match(r"\[(\w+|A-Z)\](?:\{1,(\d)\})?(?![?*+{])", word):
        more = f"[{letters[1]}]{{0,{int(letters[2]) - 1}}}" if letters[2] else ""
        firsts = ascii_uppercase if letters[1] == "A-Z" else letters[1]
        return [(letter, more + word[letters.end() :]) for letter in firsts]
    if word.startswith(r"\(?"):
        return [(r"\(", word[3:]), *_first_letters(word[3:])]
    if figure := re.match(r"\\d(?:\{1,(\d)\})?(?![?*+{])", word):
        more = rf"\d{{0,{int(figure[1]) - 1}}}" if figure[1] else ""
        return [(digit, more + word[figure.end() :]) for digit in "0123456789"]
    return [(word[0], word[1:])] if re.match(r"[\w:](?![?*+{|])", word) else [("", word)]


def _group(word: str) -> tuple[list[str], str]:
    """The choices of the group that begins a word, and what follows it."""
    choices, depth, begun = [], 0, len("(?:")
    for place in (found.start() for found in re.finditer(r"\\.|\[[^\]]*\]|[()|]", word)):
        char = word[place]
        depth += {"(": 1, ")": -1}.get(char, 0)
        if (char == "|" and depth == 1) or (char == ")" and depth == 0):
            choices.append(word[begun:place])
            begun = place + 1
        if char == ")" and depth == 0:
            break
    return choices, word[begun:]
