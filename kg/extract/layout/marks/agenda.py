"""Acts that are named and not told: the entries of an agenda, and a list of acts printed again below the last.

The agenda tells titles too: an entry whose words come back later heads an item there."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import compress, pairwise

from kg.extract.act import Zone, once
from kg.extract.layout.marks.heading import Item, heading_at
from kg.extract.layout.marks.kinds import AGENDA, ENTRY, ORDINAL, ROMAN, Family
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.series import BEGUN, LONGEST_ENTRY, Places
from kg.extract.layout.titles.shapes import is_title, stands_apart
from kg.model import Span
from kg.text.view import View

PACKED, MANY, MANY_PACKED = 60, 8, 160  # entries this short hold no act, and many of them longer ones
_AGENDA = re.compile(r"ordre du jour|sommaire|table des matieres")
_LINE = re.compile(r"^[^\w\n]{0,8}(?:[vVYNO]\s)?(?P<entry>[A-ZÀ-Þ][^\n]{9,})", re.MULTILINE)
_VOTE_OF = re.compile(r"votes? (?:d(?:u|es|e la|e)\s|de l')")
_BEGINS_LINE = re.compile(r"(?:^|\n)[ \t]{0,4}(?:[^\w\s]{1,2}[ \t]{0,3})?$")
LONGEST_AGENDA = 3000
SHORTEST_KEY, SHORT_KEY, LONGEST_KEY, MOST_ENTRIES, LONGEST_TITLE = 16, 22, 36, 150, 420
SHORTEST_LINE = 12  # letters of an entry that comes back at the start of a line: « Élection du maire »
_Way = tuple[int, Callable[[int], bool] | None]  # how many letters must come back, and where they may stand
FEWEST = 2  # acts named again, one right after the other
NEAR = 400  # characters from one to the next


def without_agenda(marks: Sequence[Mark], decisions: Places) -> list[Mark]:
    """Marks without those of an agenda: a close run of a series whose values come back later."""
    ends: dict[Family, int] = {}
    groups: dict[Family, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.series].append(mark)
    for series, group in groups.items():
        if series.kind.counts:
            ends[series] = _end_of_agenda(group, decisions)
    return [mark for mark in marks if mark.start >= ends.get(mark.series, 0)]


def _end_of_agenda(group: list[Mark], decisions: Places) -> int:
    last = {mark.value: mark.start for mark in group}
    run: list[Mark] = []
    end = decided = 0
    for before, mark in zip((None, *group), group, strict=False):
        decided += before is not None and decisions.between(before.start, mark.start)
        if decided >= BEGUN:
            break  # the items have begun: a close run among them is a list inside one, or items withdrawn together
        if run and (
            mark.start - run[-1].start > LONGEST_ENTRY
            or decisions.between(run[-1].start, mark.start)
            or mark.value <= run[-1].value
        ):
            run = []
        run.append(mark)
        if len(run) >= 3:
            back = [last[entry.value] for entry in run if last[entry.value] > mark.start]
            short = PACKED if len(run) < MANY else MANY_PACKED
            packed = mark.start + 1 if mark.start - run[0].start < short * len(run) else 0
            end = max(end, _first_again(group, mark, min(back, default=packed)))
    return end


def _first_again(group: list[Mark], last: Mark, end: int) -> int:
    """Where the items begin: with the first values that come between the agenda and those of it that come back."""
    again = next((mark for mark in group if mark.start == end), None)
    between = [mark.start for mark in group if again and last.start < mark.start < end and mark.value < again.value]
    return min(between, default=end)


def recurrences(zone: Zone, marks: list[Mark], lined: bool, opening: int = 0) -> list[Mark]:
    """Marks where the words of an ordinal entry come back without their ordinal, in the order of the text.

    Before ``opening``, where the sitting begins, entries are named only.
    """
    if not lined:
        return _recurrences(zone, marks, lined, opening, [(LONGEST_KEY, None), (SHORT_KEY, None)])
    begins, apart = _begins_line(zone), partial(stands_apart, zone, lined=True)
    ways: list[_Way] = [(LONGEST_KEY, begins), (LONGEST_KEY, apart), (SHORT_KEY, begins), (SHORT_KEY, apart)]
    return _recurrences(zone, marks, lined, opening, ways)


def told_lines(zone: Zone, marks: list[Mark], opening: int = 0) -> list[Mark]:
    """Recurrences that begin a line, or follow the bullet that does."""
    begins = _begins_line(zone)
    return _recurrences(zone, marks, True, opening, [(LONGEST_KEY, begins), (SHORT_KEY, begins)])


def _begins_line(zone: Zone) -> Callable[[int], bool]:
    text, apart = zone.view.text, partial(stands_apart, zone, lined=True)
    return lambda at: bool(_BEGINS_LINE.search(text, max(zone.start, at - 8), at)) and apart(at)


def _recurrences(zone: Zone, marks: list[Mark], lined: bool, opening: int, ways: list[_Way]) -> list[Mark]:
    agenda = zone.first(_AGENDA)
    if agenda and lined:
        marks = [*marks, *_agenda_lines(zone, agenda.end())]
    entries = [
        mark for mark in marks if agenda and mark.start > agenda.start() and mark.series.kind in (ORDINAL, ROMAN, ENTRY)
    ]
    entries.sort(key=lambda mark: mark.start)
    if len(entries) < 2:
        return []
    places, letters = once(zone.view, ("compressed", zone.start, zone.end), lambda: _compressed(zone))
    found: dict[int, Mark] = {}
    known: dict[str, int] = {}  # entries that begin alike come back one after the other
    at = bisect_left(places, max(opening, entries[0].start))
    for mark, following in zip(entries[:MOST_ENTRIES], [*entries[1:], None], strict=False):
        key = _key(zone, mark, following)
        start = max(at, bisect_left(places, mark.body) + len(key), known.get(key, 0))
        again = _found_again(places, letters, key, start, ways if len(key) >= SHORTEST_KEY else ways[:lined])
        known[key] = again + 1
        if again >= at:
            found.setdefault(places[again], Mark(places[again], places[again], Family(AGENDA), (len(found) + 1,), True))
    return [found[place] for place in sorted(found)]


def _found_again(places: list[int], letters: str, key: str, at: int, ways: list[_Way]) -> int:
    """Where the letters of an entry stand after it; its first ones, where the entry runs into what follows it."""
    for length, stands in ways if key else ():
        part = key[:length]
        again = letters.find(part, at)
        while stands and again >= 0 and not stands(places[again]):
            again = letters.find(part, again + 1)
        if again >= 0:
            return again
    return -1


def _agenda_lines(zone: Zone, start: int) -> list[Mark]:
    """The lines under « Ordre du jour », bulleted or not."""
    found = zone.part(start, start + LONGEST_AGENDA).find_exact(_LINE)
    return [Mark(match.start(), match.start("entry"), Family(ENTRY), (place,)) for place, match in enumerate(found, 1)]


def _key(zone: Zone, mark: Mark, following: Mark | None) -> str:
    """The first letters of an entry's title, without spaces and punctuation."""
    limit = min(following.start if following else zone.end, mark.body + LONGEST_TITLE)
    heading = heading_at(zone.view, mark, limit)
    if heading.title is None or (mark.series.kind is ENTRY and not _is_entry(zone, heading.title)):
        return ""
    letters = re.sub(r"\W+", "", zone.view.folded[slice(*heading.title)])
    return letters[:LONGEST_KEY] if len(letters) >= SHORTEST_LINE else ""


def _is_entry(zone: Zone, title: Span) -> bool:
    """A title; « Vote du taux des taxes » is one in an agenda, where nothing is voted."""
    voted = _VOTE_OF.match(zone.view.folded, *title)
    return is_title(zone, voted.end() if voted else title.start, title.end)


def _compressed(zone: Zone) -> tuple[list[int], str]:
    """The letters and digits of a zone on one string, and where each stands."""
    told = zone.folded
    return [*compress(range(zone.start, zone.end), map(str.isalnum, told))], "".join(filter(str.isalnum, told))


def without_entries(view: View, items: list[Item]) -> list[Item]:
    """Items without those that stand in the agenda: the same words head a later one."""
    told = [(item.start, _letters(view, item)) for item in items if item.heading.rule == "agenda"]
    first = min((start for start, _ in told), default=0)
    keys = {letters for _, letters in told if letters}
    kept = [item for item in items if item.start >= first or _letters(view, item) not in keys]
    return kept[1:] if kept and any(_is_same(view, kept[0], other) for other in kept[1:]) else kept


def _is_same(view: View, item: Item, other: Item) -> bool:
    """One number and one title twice: the last entry of an agenda, and the act that it announced."""
    own, others = (
        [
            re.sub(r"\W+", "", view.folded[slice(*said)]) if said else ""
            for said in (one.heading.number, one.heading.title)
        ]
        for one in (item, other)
    )
    return own == others and len(own[1]) >= SHORTEST_KEY


def _letters(view: View, item: Item) -> str:
    """The first letters of a title, "" for a short one."""
    title = view.folded[slice(*item.heading.title)] if item.heading.title else ""
    letters = re.sub(r"\W+", "", title)
    return letters[:SHORT_KEY] if len(letters) >= SHORT_KEY else ""


def without_recapitulation(items: list[Item], series: tuple[Mark, ...], marks: list[Mark]) -> list[Item]:
    """The items of a series of register numbers, the last of which ends where the first numbers come again."""
    known = [mark.value for mark in series]
    if not items or len(known) < FEWEST or len(known[0]) < 2:
        return items
    last = items[-1]
    again = [mark for mark in marks if mark.series == series[0].series and mark.start > last.heading.end]
    for one, other in pairwise(again):
        repeated = one.value == known[0] and other.value == known[1] and other.start - one.start < NEAR
        if repeated and last.heading.end < one.start < last.end:
            return [*items[:-1], replace(last, end=one.start)]
    return items
