"""Members whom the opening names in a row and who are in none of the lists: a list, or its end, was not read."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from string import ascii_lowercase

from kg.check.finding import Finding, Subject
from kg.check.names import is_among, is_misread, key, listed
from kg.check.passage import headings
from kg.check.untold import everybody
from kg.errors import IssueCode, Severity
from kg.model import Record, Span
from kg.text.found import Found
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import find_names
from kg.text.view import fold_same_length

_LISTS = ("/present", "/proxies", "/absent")
_BEFORE, _AFTER, _LONGEST = 600, 800, 9000  # characters around the lists, and of the whole passage
_OPENING = 5000  # characters that hold the lists where none was read
_HEAD = 300  # characters of a letterhead
_BODY = re.compile(
    r"\bvu l[ea']|\bconsiderant|\bordre du jour\s?:|\bobjet\b|\brapport|\bexpose|\bpropos|\binform|\bdonne lecture"
    r"|\bdeliber|(?<!l')\barticle (?:\d{1,2}(?:er)?|premier|unique)\b|\bvoix pour\b|\bl'unanimite|\badopte|\bconvention"
)
# Where no list was read, those of an act may stand below its number and title.
_WORDS_OF_ACT = re.compile(
    r"\bvu l[ea']|\bconsiderant|\bordre du jour\s?:|(?<!l')\barticle (?:\d{1,2}(?:er)?|premier|unique)\b|\bvoix pour\b"
    r"|\bl'unanimite|\badopte"
)
_WORDS = (2, 5)  # of a name
_ROW, _FEW = 3, 2  # names side by side that make a list, and names of persons that do
_LETTERS = 2
_CIVIL = re.compile(r"\b(?:M\.|Mmes?|Mr|Mlle|Monsieur|Madame)\s$")
_APART = 70  # characters from one name to the next: a role, a holder
_BETWEEN = re.compile(
    r"[\s,;:.()/•·▪*–—-]*(?:et\s)?(?:(?:M|MM|Mmes?|Mr|Mlles?|Monsieur|Madame|Messieurs|Mesdames)\b\.?\s?)*"
    r"(?:\([^()]{0,60}\))?[\s,;.•–—-]*"
)
# Who is no member: staff, guests, those whom something is sent to; members of something else.
_OTHERS = re.compile(
    r"\begalement\b|\bassist\w+|\binvit\w+|\bsans voix\b|\bconsultative|\bnon votants?\b|\bsuppleant|\bagents?\b"
    r"|\bdirect(?:eur|rice)|\bdgs\b|\bpublic\b|\bpresse\b|\bservices?\b|\badministration\b|\bcollege|\bdesign"
    r"|\bsignatair|\blecteur|\bpersonnel|\bdestinatair|\bdemission|\bcommission|\btitulaires\b|\bhommage|\bdeces\b"
)
_BESIDE, _NEXT = 110, 60  # characters before and after the names that tell who they are


def row_in_no_list(subject: Subject) -> Iterator[Finding]:
    """Members named side by side around the lists, or in the opening where no list was read, are in one of them."""
    passage = _passage(subject)
    if passage is None:
        return
    names = _row(subject.text.raw, passage, everybody(subject.record), _unnamed(subject.record))
    if names:
        message = f"nommés ensemble, dans aucune liste : {listed(names[:6])}"
        yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "present", _LISTS)


def _unnamed(record: Record) -> int:
    """How many of the members in office the lists do not name, 0 where no number is printed."""
    told = len(record.present) + len(record.proxies) + len(record.absent)
    return max(0, (record.members.in_office or 0) - told) if record.present else 0


@lru_cache(maxsize=1 << 4)  # acts of one sitting share the passage and the lists
def _row(raw: str, passage: Span, known: tuple[str, ...], unnamed: int) -> tuple[str, ...]:
    """The first names side by side that no list holds; one alone where the lists are as many short or more."""
    free = [name for name in find_names(raw, *passage, listed=True) if _is_free(name.value, known)]
    persons = [name for name in free if _is_person(raw, name)]
    rows = [row for row in _rows(raw, free, _is_next) if len(row) >= _ROW and _are_persons(row)]
    rows += [row for row in _rows(raw, persons, _is_near) if len(row) >= _FEW or len(row) <= unnamed]
    for row in rows:
        around = raw[max(0, row[0].start - _BESIDE) : row[-1].end + _NEXT]
        if not _OTHERS.search(fold_same_length(around)):
            return tuple(name.value for name in row)
    return ()


def _is_free(name: str, known: tuple[str, ...]) -> bool:
    """Whether a whole name, with its given name, is nobody's whom the record holds.

    Nor is one whose words stand in several of its names: « Jeanne P VALMONT » crosses the cells of two members.
    """
    words = [word for word in name.split() if len(word) > 1]
    if not _WORDS[0] <= len(words) <= _WORDS[1] or key(name) <= _words(known):
        return False
    return not is_among(name, known) and not is_misread(name, known)


@lru_cache(maxsize=1 << 4)
def _words(known: tuple[str, ...]) -> frozenset[str]:
    """All the words of some names, and the letters that mark a column."""
    return frozenset(ascii_lowercase).union(*map(key, known))


def _is_person(raw: str, name: Found[str]) -> bool:
    """« Mme Jeanne Valmont », « VALMONT Jeanne »: after a civility, or a common given name beside capitals."""
    after = _CIVIL.search(raw, max(0, name.start - _BESIDE), name.start)
    return after is not None or (_has_given(name.value) and _has_capitals(name.value))


def _are_persons(row: list[Found[str]]) -> bool:
    """Whether names side by side are no places: one has a common given name, or all have a surname in capitals."""
    return any(_has_given(name.value) for name in row) or all(_has_capitals(name.value) for name in row)


def _has_given(name: str) -> bool:
    words = name.split()
    return any(fold_same_length(words[place]).split("-")[0] in GIVEN_NAMES for place in (0, -1))


def _has_capitals(name: str) -> bool:
    return any(word.isupper() and len(word) > _LETTERS for word in name.split())


def _rows(raw: str, names: list[Found[str]], joined: Callable[[str], bool]) -> Iterator[list[Found[str]]]:
    row: list[Found[str]] = []
    for name in names:
        if row and not joined(raw[row[-1].end : name.start]):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _is_next(between: str) -> bool:
    return len(between) <= _APART and _BETWEEN.fullmatch(between) is not None


def _is_near(between: str) -> bool:
    return len(between) <= _APART


def _passage(subject: Subject) -> Span | None:
    """What stands around the lists, up to the words of the act; the opening where no list was read."""
    spans, raw = subject.spans(_LISTS), subject.text.raw
    if spans and subject.record.present:
        start, last = max(0, min(spans).start - _BEFORE), max(span.end for span in spans)
        return None if last - start > _LONGEST else Span(start, _body(subject, last, last + _AFTER, _BODY))
    return Span(0, _body(subject, min(_HEAD, len(raw)), _OPENING, _WORDS_OF_ACT))


def _body(subject: Subject, start: int, end: int, words: re.Pattern[str]) -> int:
    """Where the words of an act begin, or the first of several acts."""
    raw = subject.text.raw
    end = _first(raw, start, min(end, len(raw)), words)
    starts = subject.of_all(_starts) if subject.shared else []
    following = bisect_right(starts, start)
    return min(end, starts[following]) if following < len(starts) else end


@lru_cache(maxsize=1 << 4)  # acts of one sitting share the passage
def _first(raw: str, start: int, end: int, words: re.Pattern[str]) -> int:
    """Where the first of some words stands in a passage, its end where none does."""
    found = words.search(fold_same_length(raw[start:end]))
    return start + found.start() if found else end


def _starts(peers: tuple[Record, ...]) -> list[int]:
    """Where titles and numbers of acts begin, in order."""
    return sorted(span.start for spans in headings(peers) for span in spans)
