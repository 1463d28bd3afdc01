"""French numbers in words, as legal acts write them, with what scanning does to them.

« deux mille vingt-trois », « deux mil vingt », « deux-mille-vingt-et-un »; hyphens lost (« dixsept ») or added
(« deux mille-vingt »), i, l and 1 mistaken for one another (« v1ngt »).
"""

import re

# fmt: off
_UNITS = (
    "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)
# fmt: on
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_BELGIAN = {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
_SCALES = {"mille": 1000, "mil": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
_CENT = 100
_VALUES: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{"une": 1, "premier": 1, "premiere": 1, "cent": _CENT, "cents": _CENT, "vingts": 20},
    **_TENS,
    **_BELGIAN,
    **_SCALES,
}
_CONFUSED = str.maketrans("l1", "ii")
_SCANNED = {word.translate(_CONFUSED): value for word, value in _VALUES.items()}


def _as_scanned(word: str) -> str:
    """A pattern of the word with its confused letters; a plural ends its word (« vingtsix » is not « vingts ix »)."""
    return re.sub("[il]", "[il1]", word) + ("(?![a-z])" if word in ("cents", "vingts") else "")


_WORD = "|".join(_as_scanned(word) for word in sorted(_VALUES, key=len, reverse=True))
_GAP = r"[\s-]{0,3}"

# Source of a pattern on folded text that matches a run of number words; :func:`read_number` says what it is worth.
NUMBER_WORDS = rf"(?<![a-z])(?:{_WORD})(?:{_GAP}(?:et{_GAP})?(?:{_WORD})){{0,12}}(?![a-z])"

_TOKEN = re.compile(rf"(?:{_WORD})|(?P<gap>et|[\s-]+)")
_DIGITS = re.compile(r"(\d{1,9})\s?(?:er|ere|re|eme|e)?")


def read_number(folded_words: str) -> int | None:
    """The number that folded words or digits write; None where they write none, or two.

    >>> read_number("deux mil vingt et un"), read_number("1er"), read_number("vingt trente")
    (2021, 1, None)
    """
    words = folded_words.strip()
    digits = _DIGITS.fullmatch(words)
    if digits:
        return int(digits[1])
    values = _values(words)
    return _total(values) if values else None


def _values(words: str) -> list[int] | None:
    """The value of each word; None where a character is of none."""
    values: list[int] = []
    position = 0
    while position < len(words):
        token = _TOKEN.match(words, position)
        if not token:
            return None
        if token["gap"] is None:
            values.append(_SCANNED[token[0].translate(_CONFUSED)])
        position = token.end()
    return values


def _total(values: list[int]) -> int | None:
    """Groups under a thousand, each with its scale, scales falling: « deux millions trois mille quatre »."""
    total, ceiling, group = 0, 10**12, []
    for value in values:
        if value < 1000:
            group.append(value)
            continue
        count = _below_thousand(group) if group else (1 if value == 1000 else None)
        if not count or value >= ceiling:
            return None
        total, ceiling, group = total + count * value, value, []
    if not group:
        return total
    rest = _below_thousand(group)
    return None if rest is None else total + rest


def _below_thousand(values: list[int]) -> int | None:
    """« deux cent trente » and the like; None where the words do not follow on from one another."""
    if _CENT not in values:
        return _below_hundred(values)
    place = values.index(_CENT)
    hundreds = _below_hundred(values[:place]) if place else 1
    rest = _below_hundred(values[place + 1 :]) if values[place + 1 :] else 0
    if hundreds is None or rest is None or not 1 <= hundreds <= 9:
        return None
    return hundreds * _CENT + rest


def _below_hundred(values: list[int]) -> int | None:
    if values[:2] == [4, 20]:
        values = [80, *values[2:]]
    match values:
        case [int(only)] if only < _CENT:
            return only
        case [10, (7 | 8 | 9) as unit]:
            return 10 + unit
        case [(60 | 80) as tens, 10, (7 | 8 | 9) as unit]:
            return tens + 10 + unit
        case [int(tens), int(rest)] if _follows(tens, rest):
            return tens + rest
        case _:
            return None


def _follows(tens: int, rest: int) -> bool:
    """A unit after a ten; up to nineteen after soixante and quatre-vingts."""
    highest = 16 if tens in (60, 80) else 9
    return tens >= 20 and tens % 10 == 0 and 1 <= rest <= highest
