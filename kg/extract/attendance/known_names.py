"""Names of a table that another row writes alone: « pouvoir à Luc BRUN ROUX Anne », where Luc BRUN has a row."""

import re
from collections import Counter
from collections.abc import Set

from kg.model import Span
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES, NEVER_NAMES
from kg.text.names import name_key
from kg.text.view import fold_same_length

_TOKEN = re.compile(r"[^\s|,;:()/]+")
_WORDS = re.compile(r"[^\W\d_]+")
_AFTER_CIVILITY = re.compile(r"\b(?:M\.?|Mr|Mme|Mlle|Monsieur|Madame)\s$")
_MOST_WORDS, _LONGEST_NAME = 5, 60
_SHORTEST = 4  # letters of a surname that stands for its member


def shortened(known: Set[str]) -> frozenset[str]:
    """« a roux », « roux » for the keys of members: an initial for a given name, a surname, where one member has it."""
    forms: Counter[str] = Counter()
    for key in known:
        words = key.split()
        given = {word for word in words if word in GIVEN_NAMES}
        for at in range(len(words)) if len(words) > 1 else ():
            forms[" ".join(sorted([*words[:at], words[at][0], *words[at + 1 :]]))] += 1
        forms.update(word for word in words if len(words) > 1 and len(word) >= _SHORTEST and word not in given)
    return frozenset(form for form, count in forms.items() if count == 1) - known


def known_ahead(text: str, start: int, end: int, known: frozenset[str]) -> Span | None:
    """The words at an offset that are the whole name of a member (see ``name_key``), the longest such."""
    words = list(_TOKEN.finditer(text, start, min(end, start + _LONGEST_NAME)))[:_MOST_WORDS]
    alone = _AFTER_CIVILITY.search(text, max(0, start - 10), start) is not None  # « M. ROUX »
    ends = [word.end() for word in words[not alone :] if fold_same_length(word[0]).rstrip(".") not in CIVILITIES]
    places = [Span(start, one) for one in ends] if words and words[0].start() == start else []
    return next((one for one in reversed(places) if name_key(text[slice(*one)]) in known), None)


def without_label(text: str, start: int, end: int) -> Span:
    """« ROUX Secrétaire »: the word that begins what follows the list is no name."""
    words = list(_WORDS.finditer(text, start, end))
    label = len(words) > 1 and fold_same_length(words[-1][0]) in NEVER_NAMES
    return Span(start, words[-2].end() if label else end)
