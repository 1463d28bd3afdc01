"""French dates on folded text: figures, words, year before day, and what scanning does to them.

A year of two figures belongs to the century 2000, from 70 on to 1900: acts on line are of these years. What no calendar
holds (31/02/2023) is no date.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.text.found import Found
from kg.text.numbers import NUMBER_WORDS, read_number
from kg.text.word_starts import word_positions

_MONTHS = (
    r"jan[vu]ier|janv\.?|jan\.",
    r"fev(?:r[il1]er|ner|r\.?|\.)",
    r"mars",
    r"avr(?:[il1]{2}|\.)",
    r"ma(?:[il1]| [il1](?=\s+20\d\d))",  # « MA 1 2023 »: a stamp
    r"ju[il1]n",
    r"ju[il1]{2,3}et|ju[il1]l\.?",
    r"ao[ui]t",
    r"septe(?:m|rn)bre|sept\.|(?<=\d\s)sept",
    r"octobre|oct\.?",
    r"nove(?:m|rn)bre|nov\.?",
    r"dece(?:m|rn)bre|dec\.?",
)
_MONTH = re.compile("(?<![a-z])(?:" + "|".join(f"({names})" for names in _MONTHS) + ")(?![a-z'])")
_MONTH_STARTS = (
    "jan",
    "fev",
    "mars",
    "avr",
    "mai",
    "mal",
    "ma1",
    "ma ",
    "jui",
    "jul",
    "ju1",
    "aou",
    "aoi",
    "sep",
    "oct",
    "nov",
    "dec",
)
_FIRST = r"(?:[1il]\s*er|premier|[1il] ?[°º%*\"”“](?!\w))"  # the raised « er » as scanned
_IS_FIRST = re.compile(_FIRST)
_DAY = rf"{_FIRST}|[0-3]?\d|(?<=\ble )[0-3] \d|(?<=\bdu )[0-3] \d|(?<=: )[0-3] \d|(?<=di )[0-3] \d|{NUMBER_WORDS}"
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,/'-])(?<![a-z])(?P<day>{_DAY})(?:\s*\(\d\d?\))?[\s.]{{0,2}}\s*(?:du\s+mois\s+d(?:e\s+|'))?\s*$"
)
# « PREFECTURE DE VALMONT 1 5 DEC. 2020 »: as stamped, the month shortened; « page 1 5 déc. 2020 » is no fifteenth
_STAMPED_BEFORE = re.compile(
    r"(?<=[a-z)] )(?<!\bpage )(?<!\barticle )(?<!\bpoint )(?<!\bn )(?P<day>[0-3] \d)[\s.]{0,2}$"
)
_LONGEST_SHORT = 5  # letters of a month and its full stop
_YEAR_FIGURES = r"(?:1 ?9|2 ?[0o]) ?[\do] ?[\do](?!\d)"
_YEAR_AFTER = re.compile(rf"(?:\s*[,.]?\s*(?:de\s+l'an\s+)?)(?:(?P<figures>{_YEAR_FIGURES})|(?P<words>{NUMBER_WORDS}))")
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_YEAR_BEFORE = re.compile(
    rf"l ?' ?an(?:nee)?\s+(?:(?P<words>{NUMBER_WORDS})|(?P<figures>{_YEAR_FIGURES}))"
    rf"(?:\s{{1,2}}[(–-]\s?(?:19|20)\d\d\s?[)–-])?[\s,]{{1,4}}(?:et\s+|du\s+|ce\s+|,\s+)?(?:et\s+)?(?:le\s*:?\s+)?{_WEEKDAY}?\s*,?\s*(?:le\s*:?\s+)?$"
)
_NUMERIC = re.compile(
    # the day, « 1 2/03 » too; or the first two figures of a year
    r"[0-9](?<![\w/.-].)(?:"
    r"(?:(?<=[0-3]) ?\d)? ?(?P<mark>[/.-]) ?(?P<month>[01]?\d)"
    r"(?: ?(?P=mark) ?|(?<=/\d\d)1(?=20\d\d(?!\d)))(?P<year>(?:19|20)\d\d|\d\d)"  # 21/1212022: a slash scanned as 1
    r"|(?P<iso>(?:(?<=1)9|(?<=2)0)\d\d-[01]\d-[0-3]\d)"
    r")(?![\w/-]|\.\d|,\d)"
)
# « 0l/07/2022 », « 1O/12/2019 »: figures scanned as letters, in a date whose shape tells that they are figures
_SCANNED = re.compile(
    r"/(?<=[0-3oil][\doil]/)(?<![\w/.-]../)[01oil][\doil]/(?:2[0o]|[1il]9)[\doil]{2}(?![\w/-]|\.\d|,\d)"
)
_FIGURES = str.maketrans("oil", "011")
_WINDOW = 60
_CENTURY_TURNS = 70


class DayMonth(NamedTuple):
    """A day without its year."""

    day: int
    month: int


def find_dates(folded: str, start: int = 0, end: int | None = None) -> Iterator[Found[dt.date]]:
    """The dates of a folded text between two offsets, in order. A date takes in its year, before or after the day."""
    return iter(_dates(folded, start, len(folded) if end is None else end))


@lru_cache(maxsize=1 << 10)  # readers of one document ask for the dates of the same passages
def _dates(folded: str, start: int, end: int) -> tuple[Found[dt.date], ...]:
    found = [*_worded(folded, start, end), *_numeric(folded, start, end), *_scanned(folded, start, end)]
    return tuple(sorted(found, key=lambda one: one.start))


def find_days(folded: str, start: int = 0, end: int | None = None) -> Iterator[Found[DayMonth]]:
    """The days told without a year (« convoqué le 29 juin »), in order."""
    stop = len(folded) if end is None else end
    for day, month, begin, finish in _days(folded, start, stop):
        if not _year_around(folded, start, begin, finish, stop) and day <= 31:
            yield Found(DayMonth(day, month), begin, finish)


def _worded(folded: str, start: int, end: int) -> Iterator[Found[dt.date]]:
    for day, month, begin, finish in _days(folded, start, end):
        around = _year_around(folded, start, begin, finish, end)
        date = _date(around.value, month, day) if around else None
        if around and date:
            yield Found(date, min(begin, around.start), max(finish, around.end))


def _days(folded: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Day, month and passage of each day of a month."""
    for at in word_positions(folded, _MONTH_STARTS, start, end):
        month = _MONTH.match(folded, at, end)
        stamped = month and month[0].endswith(".") and len(month[0]) <= _LONGEST_SHORT
        before = month and (
            (stamped and _STAMPED_BEFORE.search(folded, max(start, at - _WINDOW), at))
            or _DAY_BEFORE.search(folded, max(start, at - _WINDOW), at)
        )
        if not month or not before:
            continue
        day = _day_number(before["day"])
        if day:
            yield day, month.lastindex or 0, before.start("day"), month.end()


def _day_number(written: str) -> int | None:
    if _IS_FIRST.fullmatch(written):
        return 1
    return read_number(written.replace(" ", "") if written[0].isdigit() else written)


def _year_around(folded: str, start: int, begin: int, finish: int, end: int) -> Found[int] | None:
    """The year that follows the month, else that of « l'an … » before the day."""
    after = _YEAR_AFTER.match(folded, finish, end)
    year = _year(after) if after else None
    if after and year:
        return Found(year, begin, after.end())
    before = _YEAR_BEFORE.search(folded, max(start, begin - 2 * _WINDOW), begin)
    year = _year(before) if before else None
    return Found(year, before.start(), finish) if before and year else None


def _year(match: re.Match[str]) -> int | None:
    if match["figures"]:
        return int(match["figures"].replace(" ", "").replace("o", "0"))
    year = read_number(match["words"])
    return year if year and 1900 <= year < 2100 else None


def _numeric(folded: str, start: int, end: int) -> Iterator[Found[dt.date]]:
    for match in _NUMERIC.finditer(folded, start, end):
        if match["iso"]:
            year, month, day = map(int, match[0].split("-"))
        else:
            told = folded[match.start() : match.start("mark")]
            day, month = int(told.replace(" ", "")), int(match["month"])
            year = _full_year(match["year"])
        date = _date(year, month, day)
        if date and not (match["mark"] == "-" and " " in match[0]):
            yield Found(date, match.start(), match.end())


def _scanned(folded: str, start: int, end: int) -> Iterator[Found[dt.date]]:
    for match in _SCANNED.finditer(folded, start, end):
        begin = max(start, match.start() - 2)
        written = folded[begin : match.end()]
        if not (written.count("/") == 2 and any(letter in written for letter in "oil")):
            continue
        day, month, year = written.translate(_FIGURES).split("/")
        if day and (date := _date(int(year), int(month), int(day))):
            yield Found(date, begin, match.end())


def _full_year(written: str) -> int:
    if len(written) == 4:
        return int(written)
    return int(written) + (2000 if int(written) < _CENTURY_TURNS else 1900)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
