"""A title in capitals that runs up to the number of its act: « … par an RÉGULARISATION DU BAIL Délibération 23-02 »."""

import re

from kg.extract.act import Zone
from kg.extract.layout.words import PREPOSITIONS
from kg.text.view import fold_same_length

_WORD = re.compile(r"[^\W_](?:[\w’'&./-]*\w)?")
_FEWEST, _LETTERS = 2, 10  # words in capitals, letters in them
_MARKS = ' ,:–—-«»"()'


def capitals_before(zone: Zone, floor: int, end: int) -> int | None:
    """Where the run of capitals begins that ends at ``end``; small words, figures and marks may stand inside it."""
    text = zone.view.text
    start, count, letters, after = None, 0, 0, end
    for word in reversed(list(_WORD.finditer(text, floor, end))):
        capital = word[0].isupper() and not word[0].isdigit()
        inside = capital or word[0].isdigit() or fold_same_length(word[0]) in PREPOSITIONS
        if not inside or text[word.end() : after].strip(_MARKS + "\n"):
            break
        after = word.start()
        if capital:
            start, count, letters = word.start(), count + 1, letters + len(word[0])
    return start if count >= _FEWEST and letters >= _LETTERS else None
