"""Items whose number stands behind their title, or closes them, instead of heading them.

« Tarifs de la piscine – Délibération n° 2022-03 »: what follows the number is then the report: nothing that may be a
title, or a sentence. « … (D.2021/38) », « → acte n° 2021-38 »: it stands among the last words of the item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.items.followed import without_what_follows
from kg.extract.layout.marks.heading import Item
from kg.extract.layout.marks.kinds import REGISTERED
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.numbered_after import LONGEST, past_verdict, title_before
from kg.extract.layout.marks.series import Places, Series, best_series
from kg.extract.layout.titles.capitals import capitals_before
from kg.extract.layout.titles.numbers import LABEL, key_of, labelled, number_at
from kg.extract.layout.titles.shapes import OBJECT, past_gap, trimmed
from kg.extract.layout.words import OPENER, SENTENCE_WORD
from kg.model import Span

# The last place where it may begin: a line, a sentence, what follows the last count of a vote.
_BEFORE = re.compile(
    r"(?s:.*)(?:^|\n\s{0,3}|[.!?;»)]\s{1,2}|:\s?\d{1,3}\s{1,2})"
    r"(?P<title>[A-ZÀ-Þ](?:[^.!?;\n]|(?<=\bM)\.|\.(?=\d)){8,200}?)[\s–—:(-]{1,4}$"
)
_SAID = re.compile(
    r"(?:V[Uu]|Consid|Apr[èe]s|Fait|L[ea] (?:conseil|séance|quorum|maire|présiden)|Présents?|Absents?|Pour\b)"
)
_FEWEST, _SENTENCE = 2, 5  # items; words
_FEWEST_CLOSED = 3  # numbers that close their items, whatever stands between them and the next title
_CLOSES = re.compile(
    r"(?:\(|→|=>|->|⇒)\s?(?:(?:acte|delib(?:eration|\.)?|dcm)\s)?(?:n\s?[°º]\s?)?"
    r"(?P<code>(?:[a-z]{1,5}[._ -]{0,2})?(?:19|20)?\d\d\s?[-_/.]\s?(?:[a-z]{1,4}\s?[-_/.]\s?)?\d{1,4})"
    r"\s?(?=\)|[.;]|\s|$)"
)
_CITED = re.compile(r"(?:loi|decret|arrete|ordonnance|marche|lot|parcelles?|article|du|le|la)\s?$")
_BEHIND = 40  # characters from the start of a number to a title right behind it
PAGE = 24  # first letters that tell the head of a page
FOOT, FEWEST = 200, 2  # characters at the end of an item; items that are numbered so


def with_titles_before(zone: Zone, opening: int, items: list[Item]) -> list[Item]:
    """``items`` with the titles before their numbers, where none that has a number has another title."""
    numbered = [item for item in items if item.heading.number]
    if len(numbered) < _FEWEST or len(numbered) < len(items) or not all(_is_untitled(zone, item) for item in items):
        return items
    titles = [
        _before(zone, floor, item.heading.start) for item, floor in zip(items, _floors(opening, items), strict=True)
    ]
    if not all(titles):
        return items
    headed = [
        replace(item, start=title.start, heading=replace(item.heading, start=title.start, title=title))
        for item, title in zip(items, titles, strict=True)
        if title
    ]
    ends = [*(item.start for item in headed[1:]), items[-1].end]
    return [replace(item, end=end) for item, end in zip(headed, ends, strict=True)]


def _is_untitled(zone: Zone, item: Item) -> bool:
    """True where a sentence, or nothing, follows the number."""
    title = item.heading.title
    if title is None or OPENER.match(zone.view.text, title.start):
        return True
    said = zone.view.text[slice(*title)]
    stopped = zone.view.text[title.end : title.end + 2].rstrip() == "." and len(said.split()) >= _SENTENCE
    return stopped or SENTENCE_WORD.search(said) is not None


def _floors(opening: int, items: list[Item]) -> Iterator[int]:
    yield opening
    yield from (item.heading.number.end if item.heading.number else item.heading.end for item in items[:-1])


def _before(zone: Zone, floor: int, number: int) -> Span | None:
    """The words of the line, or of the sentence, that the number closes."""
    text = zone.view.text
    known = [other.end for label, other in labelled(zone.view, max(floor, number - 240), number) if label["what"]]
    floor = known[-1] if known else floor  # an agenda numbers them too
    found = _BEFORE.match(text, max(floor - 1, number - 240, 0), number)
    start = found.start("title") if found else number
    if start == number or SENTENCE_WORD.search(text, start, number) or _SAID.match(text, start):
        start = (
            title_before(zone, floor, number) or capitals_before(zone, max(floor, number - LONGEST), number) or number
        )
    start = past_verdict(zone, start, number)
    for label in OBJECT.finditer(zone.view.folded, start, number):  # « FINANCES Objet : Vente du presbytère – N° 12 »
        start = label.end()
    return trimmed(text, start, number)


def closed_by(series: Series, marks: Sequence[Mark], decisions: Places, end: int) -> Series:
    """The series of titles that stand right behind the numbers, where a first one is decided before any number."""
    numbers = [mark.start for mark in series.marks]
    if series.marks[0].series.kind not in REGISTERED or len(numbers) < _FEWEST:
        return series
    titles = [mark for mark in marks if mark.series.kind not in REGISTERED]
    for family in dict.fromkeys(mark.series for mark in titles):
        others = best_series([mark for mark in titles if mark.series == family], decisions, end)
        starts = [mark.start for mark in others.marks] if others else []
        first = starts[0] if starts else end
        behind = sum(any(0 < start - number <= _BEHIND for start in starts) for number in numbers)
        told = decisions.between(first, numbers[0])
        if others and told and (behind >= len(numbers) - 1 or _close(numbers, starts, decisions, end)):
            return others
    return series


def _close(numbers: Sequence[int], starts: Sequence[int], decisions: Places, end: int) -> bool:
    """True where a title and its decision stand above each number, and nothing is decided below it before a title.

    Below the last number nothing is decided at all: it heads nothing. A head of a page may follow a number.
    """
    if decisions.between(numbers[-1], end) or len(numbers) < _FEWEST_CLOSED:
        return False
    for above, number in zip((0, *numbers), numbers, strict=False):
        headed = [start for start in starts if above < start < number]
        below = above > 0 and bool(headed) and decisions.between(above, headed[0])
        if not headed or below or not decisions.between(headed[-1], number):
            return False
    return True


def with_closing_numbers(zone: Zone, items: list[Item]) -> list[Item]:
    """``items`` with the numbers that close them, where no item is headed by one and several close with one series."""
    if any(item.heading.number for item in items):
        return items
    closed = [_closing(zone, item) for item in without_what_follows(zone, items)]
    series = [key_of(zone.view.folded[slice(*number)]) for number in closed if number]
    one = len({letters for letters, _ in series}) == 1 and len({groups for _, groups in series}) == len(series)
    if len(series) < FEWEST or 2 * len(series) < len(items) or not one:
        return items
    closed = _continued(zone, items, closed)
    return [
        replace(item, heading=replace(item.heading, number=number)) if number else item
        for item, number in zip(items, closed, strict=True)
    ]


def _continued(zone: Zone, items: list[Item], closed: list[Span | None]) -> list[Span | None]:
    """The numbers, with those that stand farther inside of an item and count on from the one before."""
    found: list[Span | None] = []
    for item, number in zip(items, closed, strict=True):
        last = next((span for span in reversed(found) if span), None)  # an item put off bears no number
        before = key_of(zone.view.folded[slice(*last)]) if last else None
        next_one = before and (before[0], (*before[1][:-1], before[1][-1] + 1))
        inside = _inside(zone, item) if next_one and number is None else ()
        found.append(next((span for span in inside if key_of(zone.view.folded[slice(*span)]) == next_one), number))
    return found


def _inside(zone: Zone, item: Item) -> Iterator[Span]:
    """The labelled numbers of an item, and those between parentheses."""
    yield from (span for label, span in labelled(zone.view, item.heading.end, item.end))
    yield from (Span(*found.span("code")) for found in _CLOSES.finditer(zone.view.folded, item.heading.end, item.end))


def _closing(zone: Zone, item: Item) -> Span | None:
    """The number between parentheses, or after an arrow, right after the title or among the last words of an item."""
    at = item.heading.title.end if item.heading.title else item.heading.end
    if headed := _CLOSES.match(zone.view.folded, at + zone.view.text.startswith(" ", at), item.end):
        return Span(*headed.span("code"))
    label = LABEL.match(zone.view.folded, past_gap(zone.view.text, at), item.end)
    if label and label["what"] and (behind := number_at(zone.view, label.end())):
        return behind
    start = max(item.heading.end, item.end - FOOT)
    named = [number for label, number in labelled(zone.view, start, item.end) if label["what"]]
    if named and _is_closed(zone, named[-1].end, item.end):
        return named[-1]
    found = list(_CLOSES.finditer(zone.view.folded, start, item.end))
    if not found or _CITED.search(zone.view.folded, max(start, found[-1].start() - 12), found[-1].start()):
        return None
    return Span(*found[-1].span("code"))


def _is_closed(zone: Zone, start: int, end: int) -> bool:
    """True where nothing follows a number but the head or foot of a page, printed on others too."""
    rest = zone.view.folded[start:end].strip(" \n.)-–—")
    page = rest.rstrip("0123456789/ ")[:PAGE]
    return not rest or (len(page) == PAGE and zone.view.folded.count(page, zone.start, zone.end) > 1)
