"""Names of a table that another row writes alone: « pouvoir à Luc BRUN ROUX Anne », where Luc BRUN has a row."""

import re

from kg.model import Span
from kg.text.lexicon import CIVILITIES, NEVER_NAMES
from kg.text.names import name_key
from kg.text.view import fold_same_length

_TOKEN = re.compile(r"[^\s|,;:()]+")
_WORDS = re.compile(r"[^\W\d_]+")
_MOST_WORDS, _LONGEST_NAME = 5, 60


def known_ahead(text: str, start: int, end: int, known: frozenset[str]) -> Span | None:
    """The words at an offset that are the whole name of a member (see ``name_key``), the longest such."""
    words = list(_TOKEN.finditer(text, start, min(end, start + _LONGEST_NAME)))[:_MOST_WORDS]
    ends = [word.end() for word in words[1:] if fold_same_length(word[0]).rstrip(".") not in CIVILITIES]
    places = [Span(start, one) for one in ends] if words and words[0].start() == start else []
    return next((one for one in reversed(places) if name_key(text[slice(*one)]) in known), None)


def without_label(text: str, start: int, end: int) -> Span:
    """« ROUX Secrétaire »: the word that begins what follows the list is no name."""
    words = list(_WORDS.finditer(text, start, end))
    label = len(words) > 1 and fold_same_length(words[-1][0]) in NEVER_NAMES
    return Span(start, words[-2].end() if label else end)
