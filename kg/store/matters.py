"""What an act is about, by the words of its title (``matters.toml``)."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

OTHER = "autre ou non dit"
_WORD = re.compile(r"[a-z0-9]+")


def matter_of(title: str) -> str:
    """The first matter of the list that the title has a word of."""
    plain = unicodedata.normalize("NFKD", title.replace("œ", "oe")).casefold()
    words = f" {' '.join(_WORD.findall(''.join(c for c in plain if not unicodedata.combining(c))))} "
    return next((name for name, pattern in _patterns() if pattern.search(words)), OTHER)


@cache
def matters() -> tuple[str, ...]:
    """All matters, in the order of the list."""
    return (*(name for name, _ in _patterns()), OTHER)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = tomllib.loads((files("kg.store") / "matters.toml").read_text(encoding="utf-8"))
    return tuple((name, _pattern(told["words"])) for name, told in listed.items())


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f" {word[:-1]} " if word.endswith("$") else f" {word}" for word in words))
