"""The entries of a list of deliberations: a number, a title and sometimes an outcome, one after the other."""

import re
from collections import defaultdict

from kg.extract.act import Zone
from kg.extract.headings import Heading, heading_at
from kg.extract.layout.item import Item
from kg.extract.layout.items import find_items
from kg.extract.layout.mark import Mark
from kg.extract.layout.marks import find_marks
from kg.extract.layout.titles import trimmed
from kg.extract.layout.words import CLOSING, NOT_AN_ACT

_OUTCOME = re.compile(
    r"(?<!\w)(?:accord(?: a l'unanimite)?\s*$|accord a l'|a l'unanim|unanimite|a la majorite|"
    r"approuvee?s?\b|adoptee?s?\b|rejetee?s?\b|prend acte|pour\s?:?\s?\d|\d{1,3}\svoix)"
)
_BULLET = re.compile(r"^[ \t]{0,6}[•●▪❖➢✓>*oØ–-]\s{1,3}(?=\w)", re.MULTILINE)
_HEADED = re.compile(r"listes?\s{1,3}(?:et objet )?des\s{1,3}deliberations?[^\n]{0,80}\n")


def find_entries(zone: Zone, opening: int, lined: bool) -> list[Item]:
    """The deliberations that a list names."""
    marks = _numbered(find_marks(zone, lined)) or (_bulleted(zone) if lined else [])
    if not marks:
        return find_items(zone, opening, lined)
    closing = next((match.start() for match in zone.find(CLOSING) if match.start() > marks[-1].start), zone.end)
    ends = [mark.start for mark in marks[1:]] + [closing]
    items = [Item(_entry(zone, mark, end), mark.start, end) for mark, end in zip(marks, ends, strict=True)]
    return [item for item in items if item.heading.title and not _is_other(zone, item.heading)]


def _entry(zone: Zone, mark: Mark, end: int) -> Heading:
    """The heading of an entry; a title in a table may only stop where its outcome begins."""
    heading = heading_at(zone.view, mark, end)
    if heading.title and (decided := _OUTCOME.search(zone.view.folded, *heading.title)):
        title = trimmed(zone.view.text, heading.title.start, decided.start())
        return Heading(heading.start, heading.end, heading.number, title, heading.rule)
    return heading


def _is_other(zone: Zone, heading: Heading) -> bool:
    return (
        heading.title is not None
        and heading.number is None
        and bool(NOT_AN_ACT.match(zone.view.folded, *heading.title))
    )


def _numbered(marks: list[Mark]) -> list[Mark]:
    """Marks of the kind of number that the list uses most, each number once."""
    groups: dict[str, dict[tuple[int, ...], Mark]] = defaultdict(dict)
    for mark in marks:
        if mark.series.startswith(("number", "code")):
            groups[mark.series].setdefault(mark.value, mark)
    best = max(groups.values(), key=len, default={})
    return sorted(best.values(), key=lambda mark: mark.start)


def _bulleted(zone: Zone) -> list[Mark]:
    headed = zone.first(_HEADED)
    found = zone.part(headed.end() if headed else zone.start, zone.end).find_exact(_BULLET)
    return [Mark(match.start(), match.end(), "bullet", (place,), True) for place, match in enumerate(found, 1)]
