"""The words of words.toml as patterns, compiled once. Those on folded text end with ``_folded`` in their comment."""

import re
import tomllib
import unicodedata
from pathlib import Path

from kg.text.cues import Placed
from kg.text.first_letters import by_first_letter
from kg.text.word_starts import Begun, over_lines, word_positions

_DATA = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


# « Après », « Précisant » in a text whose accents are lost too; not « Dès », which would be « Des », nor participles.
_PARTICIPLE = re.compile(r"[Éé](?:[Ee]\??)?(?:[Ss]\??)?(?:\\b)?$")
_ACCENTED = re.compile(r"\[[^\]]*\]|Dès|[àâèéêëîïôöùûüçÀÂÈÉÊËÎÏÔÖÙÛÜÇ]")


def _or_plain(word: str) -> str:
    """A word as printed, each accent of which may be missing."""
    return _ACCENTED.sub(_either, word)


def _either(found: re.Match[str]) -> str:
    kept = len(found[0]) > 1 or _PARTICIPLE.match(found.string, found.start())
    return found[0] if kept else f"[{found[0]}{_plain(found[0])}]"


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


for _printed in ("openers", "weak_openers", "sentence_words"):
    _DATA[_printed] = [_or_plain(word) for word in _DATA[_printed]]


# How a word begins: « a la » for « a la majorite », « l'ordre », « adopte » for « adoptee?s? ».
_STEM = re.compile(r"[a-z]{1,2} (?!\?)(?:[a-z'](?![?*+{|]))*|(?:[a-z'](?![?*+{|]))+")


def _begun(name: str) -> Begun:
    """The words of a list that are looked for in whole documents and begin with a letter."""
    return Begun(rf"(?<!\w){_joined(by_first_letter(_DATA[name]), '')}", _stems(name))


def _stems(name: str) -> tuple[str, ...]:
    branches = by_first_letter(_DATA[name])
    begun = {
        _STEM.findall(letter + rest)[0] for letter, rests in branches.items() for rest in rests if letter.isalpha()
    }
    return over_lines(sorted(begun))


# « 12 pour », « 3 voix contre », « : rejetée »: what may begin a decision with no letter stands before these words.
_COUNTED = ("pour", "vote", "voix", "rejete")
_COUNT = re.compile(r"(?:(?<!\w)\d{1,3}|:)\s*$")
_BEFORE = 24  # characters


def _decision_places(folded: str, start: int, end: int) -> list[int]:
    """Where a decision may begin."""
    before = (
        _COUNT.search(folded, max(start, at - _BEFORE), at) for at in word_positions(folded, _COUNTED, start, end)
    )
    places = word_positions(folded, _DECISION_STEMS, start, end)
    return sorted({*places, *(count.start() for count in before if count)})


def _any_of(name: str, before: str = r"\w") -> re.Pattern[str]:
    """A pattern of the words of a list that nothing of ``before`` precedes: each first letter looks at it itself."""
    branches = by_first_letter(_DATA[name])
    if "" in branches:
        return re.compile((rf"(?<!{before})" if before else "") + f"(?:{_with_any_spaces('|'.join(_DATA[name]))})")
    return re.compile(_joined(branches, before))


def _joined(branches: dict[str, list[str]], before: str) -> str:
    """One branch a first letter: where a hundred words are looked for, most places are left at the first look."""
    written = []
    for letter, rests in branches.items():
        apart = rf"(?<!{before}{letter})" if before else ""
        written.append(f"{letter}{apart}(?:{_with_any_spaces('|'.join(rests))})")
    return f"(?:{'|'.join(written)})"


def _with_any_spaces(words: str) -> str:
    """A space is any white space; one that may lack (« vote ?: ») may still lack."""
    return words.replace(" ?", r"\s*").replace(" ", r"\s+")


# On folded text.
_DECISION_STEMS = _stems("decisions")
DECISION = Placed(rf"(?<!\w){_joined(by_first_letter(_DATA['decisions']), '')}", _decision_places)
NOT_AN_ACT = _any_of("not_acts", "")
DELEGATED = _begun("delegated")
CLOSING = _begun("closings")
TITLE_HEAD = _any_of("title_heads")
OPERATIVE_HEAD = _any_of("operative_heads")
DISPOSITIF_HEAD = _any_of("dispositif_heads")
# On the text itself.
OPENER = _any_of("openers")
WEAK_OPENER = _any_of("weak_openers")
# The small letters with which one of them begins.
SMALL_LETTERS: frozenset[str] = frozenset(
    letter for letter in by_first_letter([*_DATA["openers"], *_DATA["weak_openers"]]) if letter.islower()
)
PLACES: frozenset[str] = frozenset(_DATA["places"])
PREPOSITIONS: frozenset[str] = PLACES.union(_DATA["prepositions"])
MATTERS: dict[str, tuple[str, ...]] = {code: tuple(words) for code, words in _DATA["matters"].items()}
SENTENCE_WORD = re.compile(r"(?<!\w)(?:" + "|".join(_DATA["sentence_words"]) + r")(?!\w)", re.IGNORECASE)
