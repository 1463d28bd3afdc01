"""The words of words.toml as patterns, compiled once. Those on folded text end with ``_folded`` in their comment."""

import re
import tomllib
from pathlib import Path

_DATA = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def _any_of(name: str, before: str = r"(?<!\w)") -> re.Pattern[str]:
    return re.compile(before + "(?:" + "|".join(_DATA[name]).replace(" ", r"\s+") + ")")


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
SENTENCE_WORD = re.compile(r"(?<!\w)(?:" + "|".join(_DATA["sentence_words"]) + r")(?!\w)", re.IGNORECASE)
