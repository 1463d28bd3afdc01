"""The entries of a list of deliberations: a number, a title and sometimes an outcome, one after the other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.items.approval import approval_of
from kg.extract.layout.items.cells import CELL, LARGEST_GAP, dealt, first_title, rest_of_title, up_to_cell
from kg.extract.layout.items.decided import before_second
from kg.extract.layout.items.followed import without_what_follows
from kg.extract.layout.items.leads import without_leads
from kg.extract.layout.items.minutes import find_items
from kg.extract.layout.items.ranks import with_ranks
from kg.extract.layout.items.reporters import named_first, past_reporter, without_reporters
from kg.extract.layout.items.titles_first import titles_first
from kg.extract.layout.items.whole_titles import whole_title
from kg.extract.layout.marks.filling import with_lacking
from kg.extract.layout.marks.finders import find_marks
from kg.extract.layout.marks.heading import Heading, Item, heading_at
from kg.extract.layout.marks.kinds import BULLET, NUMBER, REGISTERED, Family
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.titles.numbers import key_of, number_at
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.words import CLOSING, NOT_AN_ACT
from kg.extract.scanned import find_scanned

_OUTCOME = re.compile(
    r"(?<!\w)(?:accord(?: a l'unanimite)?\s*$|accord a (?:la )?l'|accord a \d|a (?:la )?l'unanim|unanimite|"
    r"a la majorite|approuvee?s?\b|adoptee?s?\b|rejetee?s?\b|prend acte|"
    r"(?:(?:rapport|projet|point|dossier)\s)?(?:act|ajourn|retir|report)ee?s?"
    r"\s*(?:$|de l'ordre du jour|a une (?:prochaine|autre|date))|"
    r"pour\s?:?\s?\d(?!\d)|pour\s?:\s?\d|\d{1,3}\s(?:voix|pour|contre)(?!\w))"
)
# Fonts of symbols keep their bullets in the private use area of Unicode.
_BULLET = re.compile(
    r"^[ \t]{0,6}(?:[•●▪■►❖➢➤✓✔◦>*\ue000-\uf8ff]\s{0,3}|[oØ–-]\s{1,3})(?=\w)",
    re.MULTILINE,
)
# « 2026 003 Vente du presbytère »: only in the first column of a table is such a pair of figures a number.
_ROW = re.compile(r"^[ \t|\[]{0,6}(?=(?:19|20)\d\d\s\d{1,4}(?!\d)[ |]{1,4}[^\W\d])", re.MULTILINE)
_HEADED = re.compile(r"listes?\s{1,3}(?:et objet )?des\s{1,3}deliberations?[^\n]{0,80}\n")
# The outcome alone beside the number: the title, in more lines than they have, stands above and below it.
_DECIDED_ALONE = re.compile(
    r"[ |:–—-]{0,6}(?:(?:approuv|adopt|act|rejet|ajourn|retir|report)ee?s?|prend acte|favorable)[ .|]{0,3}\n"
    r"[ |:=_–—-]{0,6}(?P<below>[^\n]{2,160})"
)
_ABOVE = re.compile(r"\n[ |:=_–—-]{0,6}(?P<above>[^\W\d][^\n]{11,})\n[ |]{0,6}$")
_SYMBOL = re.compile(r"[•●▪■►❖➢➤✓✔◦](?<=[\s.;:)].)\s{0,3}(?=[«\"]?[A-ZÀ-Þ])")
FEWEST_ROWS, MOSTLY = 3, 0.75
FARTHEST = 200  # from a number to its title
SAME = 12  # first letters of a title that tell it from another's


def find_entries(zone: Zone, opening: int, lined: bool) -> list[Item]:
    """The deliberations that a list names."""
    rows = _rows(zone) if lined else []
    numbered = with_lacking(zone, _numbered(zone, [*find_marks(zone, lined), *rows]))
    marks = numbered or (_bulleted(zone) if lined else _bulleted_in_line(zone))
    marks = with_ranks(zone, marks)
    if not marks:
        return find_items(zone, opening, lined, in_list=True)
    closing = next(
        (match.start() for match in find_scanned(zone, CLOSING) if match.start() > marks[-1].start), zone.end
    )
    if turned := titles_first(zone, marks, closing):
        return turned
    values = {mark.value for mark in marks}
    first = before_second(zone.part(opening, marks[0].start)) if marks[0].value == (2,) else []
    found = [*first, *_entries(zone, marks, closing)]
    entries = [item for item in found if _is_entry(zone, item.heading, values) and not _is_other(zone, item.heading)]
    entries = without_leads(zone, without_what_follows(zone, without_reporters(zone, opening, entries), listed=True))
    approval = None if first else approval_of(zone, opening, entries)
    return [approval, *entries] if approval else entries


def _is_entry(zone: Zone, heading: Heading, values: set[tuple[int, ...]]) -> bool:
    """An entry has a title; or a number of the list's own, whose title stands elsewhere in the table."""
    number = heading.number
    return bool(heading.title) or (number is not None and key_of(zone.view.folded[slice(*number)])[1] in values)


def _entries(zone: Zone, marks: list[Mark], closing: int) -> Iterator[Item]:
    """Each entry up to the next one; codes in a row get the titles that follow them, in order."""
    ends = [mark.start for mark in marks[1:]] + [closing]
    named = named_first(zone.part(zone.start, marks[0].start))
    headings = [
        _entry(zone, mark, _before_again(zone, mark, end), named) for mark, end in zip(marks, ends, strict=True)
    ]
    row: list[Heading] = []
    for heading, end in zip(headings, ends, strict=True):
        row.append(heading)
        if heading.title is None and heading.number and end - heading.number.end <= LARGEST_GAP and end < closing:
            continue
        yield from _of_row(zone, row, end)
        row = []


def _of_row(zone: Zone, row: list[Heading], end: int) -> Iterator[Item]:
    last = row[-1]
    body = zone.part(last.number.end if last.number else last.start, end)
    passages = dealt(body, len(row)) if len(row) > 1 else None
    if passages is None:
        stops = [*(heading.start for heading in row[1:]), end]
        yield from (Item(heading, heading.start, stop) for heading, stop in zip(row, stops, strict=True))
        return
    for heading, passage in zip(row, passages, strict=True):
        title = first_title(zone.part(*passage))
        rest = rest_of_title(zone.part(*passage), title) if title else None
        yield Item(replace(heading, title=title, rest=rest, start=passage.start), *passage)


def _entry(zone: Zone, mark: Mark, end: int, named: bool) -> Heading:
    """The heading of an entry; a title in a table may stop where its outcome begins, and go on after it."""
    heading = heading_at(zone.view, mark, end)
    heading = past_reporter(zone, heading, end) if named else heading
    if around := _around(zone, heading, end):
        return around
    if heading.title and (decided := _OUTCOME.search(zone.view.folded, *heading.title)):
        title = trimmed(zone.view.text, heading.title.start, decided.start())
        heading = replace(heading, title=title)
    if heading.title is None and heading.number:
        heading = replace(heading, title=first_title(zone.part(heading.number.end, end)))
    if heading.title:
        heading = replace(heading, title=up_to_cell(zone.part(heading.title.start, end), heading.title))
    rest = rest_of_title(zone.part(heading.title.start, end), heading.title) if heading.title else None
    title = whole_title(zone, heading.title, end) if heading.title and not rest else heading.title
    return replace(heading, title=title, rest=rest)


def _around(zone: Zone, heading: Heading, end: int) -> Heading | None:
    """The heading of a row whose number and outcome stand between the two lines of its title."""
    cell = _DECIDED_ALONE.match(zone.view.folded, heading.number.end, end) if heading.number else None
    line = _ABOVE.search(zone.view.text, max(zone.start, heading.start - FARTHEST), heading.start) if cell else None
    if cell is None or line is None or _OUTCOME.search(zone.view.folded, *line.span("above")):
        return None
    above = trimmed(zone.view.text, *line.span("above"))
    below = trimmed(zone.view.text, *cell.span("below"))
    return replace(heading, start=line.start("above"), end=cell.end(), title=above, rest=below) if above else None


def _before_again(zone: Zone, mark: Mark, end: int) -> int:
    """The end of an entry, or where its number is printed again with the same title."""
    number = number_at(zone.view, mark.body)
    again = zone.view.folded.find(zone.view.folded[slice(*number)], number.end, end) if number else -1
    return again if again > 0 else end


def _is_other(zone: Zone, heading: Heading) -> bool:
    return (
        heading.title is not None
        and heading.number is None
        and bool(NOT_AN_ACT.match(zone.view.folded, *heading.title))
    )


def _numbered(zone: Zone, marks: list[Mark]) -> list[Mark]:
    """Marks of the kind of number that the list uses most, each number once, or once for each title that bears it."""
    groups: dict[Family, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.series.kind in REGISTERED:
            groups[mark.series].append(mark)
    best = max(groups.values(), key=lambda group: len({mark.value for mark in group}), default=[])
    known: dict[tuple[int, ...], set[str]] = defaultdict(set)
    kept = []
    for mark in sorted(best, key=lambda mark: mark.start):
        title = _first_letters(zone, mark)
        if not known[mark.value] or (title and "" not in known[mark.value] and title not in known[mark.value]):
            kept.append(mark)
        known[mark.value].add(title)
    return kept


def _rows(zone: Zone) -> list[Mark]:
    """The rows of a table whose first column holds a year and a rank; none where hardly a row begins so."""
    starts = [match.end() for match in zone.find_exact(_ROW)]
    numbers = [(start, number_at(zone.view, start)) for start in starts]
    found = [(start, key_of(zone.view.folded[slice(*number)])[1]) for start, number in numbers if number]
    return (
        [Mark(start, start, Family(NUMBER, "row"), value) for start, value in found]
        if len(found) >= FEWEST_ROWS
        else []
    )


def _first_letters(zone: Zone, mark: Mark) -> str:
    """What an entry's title begins with; "" where no title follows its number."""
    number = number_at(zone.view, mark.body)
    title = first_title(zone.part(number.end, number.end + FARTHEST)) if number else None
    return re.sub(r"\W+", "", zone.view.folded[slice(*title)])[:SAME] if title else ""


def _bulleted(zone: Zone) -> list[Mark]:
    headed = zone.first(_HEADED)
    found = zone.part(headed.end() if headed else zone.start, zone.end).find_exact(_BULLET)
    return [Mark(match.start(), match.end(), Family(BULLET), (place,), True) for place, match in enumerate(found, 1)]


def _bulleted_in_line(zone: Zone) -> list[Mark]:
    """The bullets of a text of one line, where an outcome stands between nearly all of them."""
    found = list(zone.find_exact(_SYMBOL))
    found = [match for match in found if match[0][0] == found[-1][0][0]]
    edges = [*(match.start() for match in found), zone.end]
    kept = [match for match, end in zip(found, edges[1:], strict=True) if zone.part(match.end(), end).first(CELL)]
    if len(kept) < FEWEST_ROWS or len(kept) < MOSTLY * len(found):
        return []
    return [Mark(match.start(), match.end(), Family(BULLET), (place,), True) for place, match in enumerate(kept, 1)]
