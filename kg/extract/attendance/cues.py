"""The cue lexicon of attendance (cues.toml), compiled once: headings, ends, roles."""

import re
import tomllib
from pathlib import Path

from kg.text.cues import Holding
from kg.text.first_letters import by_first_letter
from kg.text.word_starts import Begun, over_lines

_DATA = tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))


def _spaced(pattern: str) -> str:
    """A space of a pattern stands for any white space: lines break anywhere; ``<who>`` for a piece of ``words``."""
    whole = re.sub(r"<(\w+)>", lambda piece: str(_DATA["words"][piece[1]]), pattern)
    return _spaced(whole) if whole != pattern else pattern.replace(" ?", "\\s?").replace(" ", "\\s+")


def _any(patterns: list[str]) -> str:
    return "|".join(f"(?:{_spaced(pattern)})" for pattern in patterns)


def _by_first_letter(stems: list[str]) -> str:
    """One branch a first letter, so that most places are left at the first look."""
    letters = sorted({stem[0] for stem in stems})
    rests = {letter: [_spaced(stem[1:]) for stem in stems if stem[0] == letter] for letter in letters}
    return "|".join(f"{letter}(?:{'|'.join(rests[letter])})" for letter in letters)


_OPENS = _by_first_letter(_DATA["openings"]["stems"])
_STEM = re.compile(r"(?P<letters>(?:[a-z' ](?!\?))+)(?:\(\?:(?P<choices>[^()]*)\)$)?")


def _begins(stem: str) -> list[str]:
    """« a donne », « a remis » of « a (?:donne|remis) »."""
    parts = _STEM.match(stem)
    return [parts["letters"] + choice for choice in (parts["choices"] or "").split("|")] if parts else []


HEADING = Begun(
    rf"(?<![\w'])(?={_OPENS})(?:"
    + "|".join(f"(?P<{entry['kind']}>{_any(entry['patterns'])})" for entry in _DATA["headings"])
    + r")(?!\w)",
    over_lines(word for stem in _DATA["openings"]["stems"] for word in _begins(stem)),
)


def _ends() -> str:
    """What ends a list begins a word, or is a row of signs."""
    branches = by_first_letter([pattern.removeprefix("\\b") for pattern in _DATA["ends"]["patterns"]])
    return "|".join(f"{letter}(?:{_any(rests)})" for letter, rests in branches.items())


END = re.compile(rf"(?<!\w)(?=[a-z*_=])(?:{_ends()})")
# Possessive, and in a search only where white space begins: lines of nothing take no time.
_APPOINTED = r"[\s,]*+(?:" + _any(_DATA["appointed"]["patterns"]) + ")"
APPOINTED = re.compile(_APPOINTED)
APPOINTED_WITHIN = Holding(
    r"(?<![\s,])" + _APPOINTED,
    (
        *("secretaire", "elu", "design", "nomme", "propose", "choisi", "fonction", "assurer", "accepter", "tenir"),
        *("plume", "remplir", "rapporte", "expose", "presente", "rappelle", "informe", "explique", "seance", "parole"),
        *("souhaite", "remercie", "salue", "accueille", "demande", "procede", "etant", "declare", "preside"),
    ),
)
UPPER, LOWER = "A-ZÀ-ÖØ-ÞŒ", "a-zß-öø-ÿœ"  # the letters of names, for a set of characters
CIVILITY = r"(?:m[.,]?|mm\.?|mr\.?|mme\.?|mmes|mmc|mrnes?|mell?e|mlle|madame|monsieur|mesdames|messieurs|dr\.?)"
_STOP = rf"(?=[,;:.\n()–—¦/•]| - |$|\s{CIVILITY}\s)"
ROLE = re.compile(
    rf"(?<![\w'-])(?:le\s+|la\s+|les\s+|l')?(?:{_any(_DATA['roles']['words'])})(?![\w'-])"
    rf"(?:\s+(?:au|aux|de|du|des|d'|a(?!\.)|en|chargee?s?|deleguee?s?)\b[^,;:.\n()–—¦/•]{{0,80}}?{_STOP})?"
)


def link(name: str) -> str:
    """A piece of what ties two names (``given``, ``to``, ``gives``, ``has``, ``votes_for``), for folded text."""
    return _spaced(_DATA["links"][name])
