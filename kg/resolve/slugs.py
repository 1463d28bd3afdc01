"""Words as they stand in an IRI."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
_NOT_A_NUMBER = re.compile(r"[^0-9A-Za-z._]+")
_TYPE_WORDS = re.compile(r"^(?:(?:la|le|les|l|ville|commune|mairie|municipalite|de|d|du|des)\s+)+")


def fold(text: str) -> str:
    """Lower case, no accents, single spaces, letters and digits alone."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return " ".join(_NOT_A_WORD.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).split())


def slug(text: str, longest: int = 80) -> str:
    """Folded words joined by hyphens, cut at a word where they are too long; ``-`` never leads or ends. Maybe empty."""
    words = fold(text).replace(" ", "-")
    return words if len(words) <= longest else words[: longest + 1].rpartition("-")[0] or words[:longest]


def number_slug(number: str) -> str:
    """An act's number with its capitals: « 2021/045 » gives « 2021-045 »."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", number) if not unicodedata.combining(c))
    return _NOT_A_NUMBER.sub("-", plain).strip("-.")


def place_name(name: str) -> str:
    """A folded name without « commune de », « ville de »: what « Commune de Montfleury » and « Montfleury » share."""
    folded = fold(name)
    return _TYPE_WORDS.sub("", folded) or folded
