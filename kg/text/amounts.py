"""Amounts of money in euros: figures or words before « € », « euros » or « EUR ».

Figures without a unit (columns of a table) are not amounts here.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.text.found import Found
from kg.text.numbers import NUMBER_WORDS, read_number
from kg.text.view import fold_same_length

# « £ » is what a scanner makes of « € »: French acts count in no other money.
_UNIT = re.compile(r"[€£]|\b[eE](?:uros?|UROS?|UR)\b|(?<=\d)(?:euros?|EUROS?|EUR)\b")
_FIGURES = re.compile(
    r"(?<![\d,.])(?P<sign>(?<![\w)])[-−])?"
    r"(?P<whole>\d{1,3}(?:[ .\n]\d{3})+|\d+)(?:[,.]\s*(?P<part>\d{1,5}))?\s*"
    r"(?:(?P<scale>[kKM]|Md)\s*|(?P<word>(?i:milliers?|millions?|milliards?|mille))\s+(?:d'\s*|de\s+)?)?$"
)
_WORDS = re.compile(rf"(?P<words>{NUMBER_WORDS})\s*(?:d'\s*|de\s+)?$")
_CENTS = re.compile(r"\s+et\s+(?P<words>" + NUMBER_WORDS + r")\s+cent(?:ime)?s?\b")
_SCALES = {"": 1, "k": 10**3, "m": 10**6, "md": 10**9}
_WORD_SCALES = {"mille": 10**3, "millier": 10**3, "million": 10**6, "milliard": 10**9}
_FIGURES_WINDOW = 40
_WORDS_WINDOW = 100


def find_amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Found[Decimal]]:
    """The amounts of a normalised text between two offsets, in order, in euros, with the unit in their passage.

    A minus sign stands against its figures; « k€ » and « M€ » are expanded; « 10.000 € » is ten thousand.
    """
    stop = len(text) if end is None else end
    for unit in _UNIT.finditer(text, start, stop):
        found = _in_figures(text, start, unit) or _in_words(text, start, unit, stop)
        if found:
            yield found


def _in_figures(text: str, start: int, unit: re.Match[str]) -> Found[Decimal] | None:
    figures = _FIGURES.search(text, max(start, unit.start() - _FIGURES_WINDOW), unit.start())
    if not figures:
        return None
    whole = re.sub(r"\D", "", figures["whole"])
    value = Decimal(f"{whole}.{figures['part']}" if figures["part"] else whole) * _scale(figures)
    return Found(-value if figures["sign"] else value, figures.start(), unit.end())


def _scale(figures: re.Match[str]) -> int:
    if figures["word"]:
        return _WORD_SCALES[figures["word"].lower().removesuffix("s")]
    return _SCALES[(figures["scale"] or "").lower()]


def _in_words(text: str, start: int, unit: re.Match[str], end: int) -> Found[Decimal] | None:
    """« cent vingt mille euros », with « et cinquante centimes » where it follows."""
    origin = max(start, unit.start() - _WORDS_WINDOW)
    folded = fold_same_length(text[origin : min(end, unit.end() + _WORDS_WINDOW)])
    words = _WORDS.search(folded, 0, unit.start() - origin)
    value = read_number(words["words"]) if words else None
    if not words or value is None:
        return None
    cents = _CENTS.match(folded, unit.end() - origin)
    part = (read_number(cents["words"]) if cents else None) or 0
    finish = cents.end() + origin if cents and part else unit.end()
    return Found(Decimal(value) + Decimal(part) / 100, words.start() + origin, finish)
