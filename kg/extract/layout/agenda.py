"""The agenda tells the titles: an entry whose words come back later heads an item there."""

import re
from bisect import bisect_left

from kg.extract.act import Zone
from kg.extract.layout.headings import heading_at
from kg.extract.layout.mark import Mark
from kg.extract.layout.unnumbered import is_title

_AGENDA = re.compile(r"ordre du jour|sommaire|table des matieres")
_LINE = re.compile(r"^[^\w\n]{0,8}(?:[vVYNO]\s)?(?P<entry>[A-ZÀ-Þ][^\n]{9,})", re.MULTILINE)
LONGEST_AGENDA = 3000
SHORTEST_KEY, SHORT_KEY, LONGEST_KEY, MOST_ENTRIES, LONGEST_ENTRY = 16, 22, 36, 150, 420


def recurrences(zone: Zone, marks: list[Mark], lined: bool) -> list[Mark]:
    """Marks where the words of an ordinal entry come back without their ordinal, in the order of the text."""
    agenda = zone.first(_AGENDA)
    if agenda and lined:
        marks = [*marks, *_agenda_lines(zone, agenda.end())]
    entries = [
        mark
        for mark in marks
        if agenda and mark.start > agenda.start() and mark.series.startswith(("ordinal", "roman", "entry"))
    ]
    entries.sort(key=lambda mark: mark.start)
    if len(entries) < 2:
        return []
    places, letters = _compressed(zone)
    found: dict[int, Mark] = {}
    at = bisect_left(places, entries[0].start)
    for mark, following in zip(entries[:MOST_ENTRIES], [*entries[1:], None], strict=False):
        again = _found_again(letters, _key(zone, mark, following), bisect_left(places, mark.body))
        if again >= at:
            found.setdefault(places[again], Mark(places[again], places[again], "agenda", (len(found) + 1,), True))
    return [found[place] for place in sorted(found)]


def _found_again(letters: str, key: str, at: int) -> int:
    """Where the letters of an entry stand after it; its first ones, where the entry runs into what follows it."""
    again = letters.find(key, at + len(key)) if key else -1
    return again if again >= 0 or not key else letters.find(key[:SHORT_KEY], at + SHORT_KEY)


def _agenda_lines(zone: Zone, start: int) -> list[Mark]:
    """The lines under « Ordre du jour », bulleted or not."""
    found = zone.part(start, start + LONGEST_AGENDA).find_exact(_LINE)
    return [Mark(match.start(), match.start("entry"), "entry", (place,)) for place, match in enumerate(found, 1)]


def _key(zone: Zone, mark: Mark, following: Mark | None) -> str:
    """The first letters of an entry's title, without spaces and punctuation."""
    limit = min(following.start if following else zone.end, mark.body + LONGEST_ENTRY)
    heading = heading_at(zone.view, mark, limit)
    if heading.title is None or (mark.series == "entry" and not is_title(zone, *heading.title)):
        return ""
    letters = re.sub(r"\W+", "", zone.view.folded[slice(*heading.title)])
    return letters[:LONGEST_KEY] if len(letters) >= SHORTEST_KEY else ""


def _compressed(zone: Zone) -> tuple[list[int], str]:
    """The letters and digits of a zone on one string, and where each stands."""
    words = [(match.start(), match[0]) for match in zone.find(re.compile(r"[^\W_]+"))]
    places = [start + offset for start, word in words for offset in range(len(word))]
    return places, "".join(word for _, word in words)
