"""Amounts of money in euros: figures or words before « € », « euros » or « EUR ».

Figures without a unit (columns of a table) are not amounts here.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice, pairwise

from kg.text.cues import cue_positions, matches_at
from kg.text.found import Found
from kg.text.numbers import NUMBER_WORDS, read_number
from kg.text.view import fold_same_length

# « £ », « ¤ », « Є » are what a scanner or a font makes of « € »: French acts count in no other money.
_UNIT = re.compile(
    r"[€£¤Є]|(?:\b|(?<=\d)|(?<=[\d ][kKM]))(?:euros?|EUROS|Euros|EURO(?!-[A-ZÀ-Ý])|Euro(?!-[A-ZÀ-Ý])|EUR"
    r"|(?<![ ]1)[eE]ur(?= |\.|$))(?![A-Za-z])"  # not « 1eur », by which a scanner means « leur »
    r"|(?<=\d\d)[ ]?E(?=[ ]?(?:HT|TTC|[.;)\n]|,\s|$))"
    r"|(?:(?<=[ .]\d{3})|(?<=,\d\d))[ ]?E(?=[ ](?:pour|par|au|soit|et|de|à)\b)"
)
_UNIT_WORDS = ("€", "£", "¤", "Є", "eur", "Eur", "EUR")
_E = re.compile(r"E(?:(?<=\d\dE)|(?<=\d\d E))")
_SEPARATED = r"(?:[ .'·\n]\d{3})+"
_AFTER_FIGURES = (
    r"\s*(?:(?P<scale>[kKM]|Mds?)\s*(?:d')?|(?P<word>(?i:milliers?|millions?|milliards?|mille))\s+(?:d'\s*|de\s+)?)?$"
)
_PART = r"(?:[,.]\s*(?P<part>\d{1,5})|\s,\s?(?P<apart>\d\d)|(?<=\d{3}),(?P<torn>\d \d)|[,.]\s?[-–—]{1,2})?"
_FIGURES = re.compile(
    rf"(?:(?<![\d,.])|(?<=\.\.))(?P<sign>(?<![\w)])[-−])?(?P<whole>[1-9]\d{{0,2}}{_SEPARATED}|\d+){_PART}{_AFTER_FIGURES}"
)
# « 1,048,986.97 € », as English programs print.
_ENGLISH = re.compile(r"(?<![\d,.])(?P<whole>\d{1,3}(?:,\d{3})+)\.(?P<part>\d\d)\s*$")
# « 1O 000 € », « l 500 € », « 12 OOO € », « 3l4 250,00 € »: letters that a scanner takes for figures.
_SCANNED = re.compile(
    r"(?<![\w,.'])(?P<whole>(?=[OolI. ]{0,6}\d)(?:[1-9][\dOlI]{0,2}|[lI](?:[\dO][\dOlI]?)?)(?:[ .][\dOolI]{3})+"
    rf"|\d[\dOlI]{{1,6}})"
    rf"{_PART}{_AFTER_FIGURES}"
)
_LAST = frozenset("0123456789-–—")
_OF_FIGURES = "0123456789-–—−,.'· \n"
_NO_FIGURE = re.compile(r"\D")
_AS_FIGURES = str.maketrans("OolI", "0011")
# « 1048 986,97 »: the first of the spaces between thousands was lost. « 2023 150 € » is a year, « 6574 500 € » an
# account: the words before tell a figure.
_TORN = re.compile(rf"(?<![\d,.] )(?<![\d,.])(?P<whole>[1-9]\d{{3}}{_SEPARATED}){_PART}\s*$")
_BEFORE_TORN = re.compile(r"(?:\b(?:de|à|soit|est|total|totale|montant|et|par|pour|d')|[:+=(–—%-])\s?$")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
# « cent mille (100 000) euros », « 100 000 (cent mille) euros »: told twice before one unit.
_ASIDE = re.compile(r"\s?\([^()\d]{3,70}\)\s?$|(?<=\d)\s?\)\s?$")
# « 3€50 », « 450 euros 50 par mois », « 12 euros et 50 centimes »: after the unit.
_CENTS_AFTER = re.compile(
    r"(?<=€)(?P<tight>\d\d)(?![\d€%]| ?€)"
    r"|(?<=euros) (?P<spelt>\d\d)(?= (?:par|le|la|les|soit|HT|TTC)\b|[,;]\s|\.\s|\.?$)"
    r"|\s(?:et\s)?(?P<cents>\d{1,2})\s(?:centimes?|cts?)\b"
)
# What precedes « cent mille » in « Sept-millions-cing-cent-mille » was not understood.
_WORDS = re.compile(rf"(?<![a-z]-)(?P<words>{NUMBER_WORDS})\s*(?:d'\s*|de\s+)?$")
_CENTS = re.compile(r"\s+et\s+(?P<words>" + NUMBER_WORDS + r")\s+cent(?:ime)?s?\b")
# « 1 568 € (mille cing-cent-soixante-huit euros) »: told again in words that a scanner spoilt.
_TOLD_AGAIN = re.compile(r"\s?(?:HT|TTC|H\.T\.?|T\.T\.C\.?)?\s?\((?:soit )?[^()\d]{0,80}")
_SCALES = {"": 1, "k": 10**3, "m": 10**6, "md": 10**9}
_WORD_SCALES = {"mille": 10**3, "millier": 10**3, "million": 10**6, "milliard": 10**9}
_TWO_COLUMNS = 4
_FIGURES_WINDOW = 40
MOST = 10_000  # units of money in one passage: more are made to cost time
_WORDS_WINDOW = 100


def find_amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Found[Decimal]]:
    """The amounts of a normalised text between two offsets, in order, in euros, with the unit in their passage.

    A minus sign stands against its figures; « k€ » and « M€ » are expanded; « 10.000 € » is ten thousand.
    """
    return iter(_amounts(text, start, len(text) if end is None else end)[0])


def are_too_many(text: str, start: int, end: int) -> bool:
    """Whether more amounts than :data:`MOST` stand between two offsets, so that the last are not read."""
    return _amounts(text, start, end)[1]


@lru_cache(maxsize=1 << 10)  # readers of one document ask for the amounts of the same passages
def _amounts(text: str, start: int, end: int) -> tuple[tuple[Found[Decimal], ...], bool]:
    units = matches_at(_UNIT, text, _unit_places(text, start, end), start, end)
    read = islice(units, MOST)
    found = (_in_figures(text, start, unit) or _in_words(text, start, unit, end) for unit in read)
    amounts = [amount for amount in found if amount]
    spoilt = {other.start for one, other in pairwise(amounts) if _is_spoilt(text, one, other)}
    return tuple(amount for amount in amounts if amount.start not in spoilt), next(units, None) is not None


def _is_spoilt(text: str, told: Found[Decimal], again: Found[Decimal]) -> bool:
    """Whether an amount in words, in brackets after one in figures, is not the same: its words were misread."""
    in_words = text[again.start].isalpha() and told.value != again.value
    return in_words and _TOLD_AGAIN.fullmatch(text, told.end, again.start) is not None


def _unit_places(text: str, start: int, end: int) -> list[int]:
    """Where a unit may begin: at its words, at an « E » or the space before it after figures."""
    places = cue_positions(text, _UNIT_WORDS, start, end)
    letters = [letter.start() for letter in _E.finditer(text, start, end)]
    return sorted({*places, *letters, *(at - 1 for at in letters if text[at - 1] == " " and at > start)})


def _in_figures(text: str, start: int, unit: re.Match[str]) -> Found[Decimal] | None:
    end = _without_aside(text, start, unit.start())
    figures = _figures_before(text, max(start, end - _FIGURES_WINDOW), end)
    if not figures:
        return None
    written = figures.groupdict()
    figures = _without_column(text, figures, end)
    whole = _NO_FIGURE.sub("", figures["whole"].translate(_AS_FIGURES))
    part = written.get("part") or written.get("apart") or (written.get("torn") or "").replace(" ", "")
    cents = None if part else _CENTS_AFTER.match(text, unit.end())
    if cents:
        part = cents["tight"] or cents["spelt"] or cents["cents"].zfill(2)
    value = Decimal(f"{whole}.{part}" if part else whole) * _scale(written.get("scale"), written.get("word"))
    return Found(-value if written.get("sign") else value, figures.start(), cents.end() if cents else unit.end())


def _without_column(text: str, figures: re.Match[str], end: int) -> re.Match[str]:
    """« 6 000 120 900 € »: billions that are not round are another column before the amount."""
    groups = figures["whole"].split()
    if len(groups) < _TWO_COLUMNS or figures["whole"].endswith("000 000"):
        return figures
    start = figures.start("whole") + figures["whole"].rindex(" ".join(groups[-2:]))
    return _FIGURES.search(text, start, end) or figures


def _without_aside(text: str, start: int, end: int) -> int:
    """Where the figures end, before what is told again in brackets or the bracket that closes after them."""
    if text[max(start, end - 2) : end].rstrip()[-1:] != ")":
        return end
    aside = _ASIDE.search(text, max(start, end - 80), end)
    return aside.start() if aside else end


def _figures_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The figures that end at ``end``; those that a scanner spoilt are read as a whole."""
    plain = _FIGURES.search(text, _last_run(text, start, end), end)
    first = plain.start() if plain else 0
    more = first > start + 4 and text[first - 2].isdigit() and text[first - 1] in " .'·\n"
    torn = _TORN.search(text, start, end) if more else None
    if torn and not _YEAR.match(torn["whole"]) and _BEFORE_TORN.search(text, max(0, torn.start() - 12), torn.start()):
        return torn
    last = plain.start() if plain else end
    if any(letter in text[max(start, last - 4) : end] for letter in "OolI") and (
        scanned := _SCANNED.search(text, start, end)
    ):
        return scanned
    return plain or _ENGLISH.search(text, start, end)


def _last_run(text: str, start: int, end: int) -> int:
    """Where the figures that end a passage may begin: no other character stands among them, but for a scale."""
    passage = text[start:end]
    if passage.rstrip()[-1:] not in _LAST:
        return start
    before = passage.rstrip(_OF_FIGURES)
    return start if before[-1:].isdecimal() or before[-1:].isspace() else start + len(before)


def _scale(sign: str | None, word: str | None) -> int:
    return _WORD_SCALES[word.lower().removesuffix("s")] if word else _SCALES[(sign or "").lower().removesuffix("s")]


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
