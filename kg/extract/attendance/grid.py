"""A table of members on one line: rank, name, office, what a cell says, who holds the proxy, row after row.

What stands between two rows and is neither a holder, a rank nor a page is told as unread; a table that holds much of
that is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.grid_answers import Answer, coded, folded_before, lettered, marked, worded, yes_or_no
from kg.extract.attendance.grid_names import (
    LEAD,
    PAGE_WIDEST,
    Sheet,
    after_page,
    after_tie,
    holder,
    is_first,
    member,
    received,
    sheet_of,
    since,
    substitute,
    without_votes,
)
from kg.extract.attendance.known_names import known_ahead
from kg.extract.attendance.marks import ALWAYS, Sitting, read_sitting
from kg.extract.attendance.towns_after import COMMUNE_FIRST, TOWN_AFTER
from kg.model import Span
from kg.text.found import Found
from kg.text.names import find_names, name_key, printed_name

_HEAD = re.compile(
    r"\bpresen|\babsent|\bexcuse|\bemargement|\bsignature|\bp\s?[/,-]\s?[ae]\b|\bappel\b|\bprocuration|\bpouvoir"
)
_BALLOT = re.compile(r"\bpour\b.{0,40}\bcontre\b|\babstention|\bbulletin|\bscrutin|\bvotes?\s?:", re.DOTALL)
_LEGEND_REACH = 420
_REMARK = re.compile(
    r"[\s,;(–—-]*(?:[àa]\spartir|jusqu|arriv|d[ée]part|part[ie]|quitt|sauf|pour\sles?\s|absente?\spour|excus[ée]e?\spour|point)[^.;]{0,70}?"
    r"(?:[\s,]{1,2}(?:(?:puis|et)\s)?(?:absente?|pr[ée]sente?|excus[ée]e?|repr[ée]sent[ée]e?|pouvoir|procuration)\b[^.;]{0,70}?)?"
)
# « jusqu'au point 4, absente à partir du point 5 »: the rest says the same the other way round.
_THEN_AWAY = re.compile(r"[\s,(]{1,2}(?:puis\s|et\s)?(?:absent|excuse|represent|pouvoir|procuration)")
_RANK = re.compile(r"[\s)|.–-]*(?:\d{1,3}[\s.)°|–-]*)?(?:(?:M\.?|Mr|Mme|Monsieur|Madame)\s+)?$")
_PLACE = re.compile(
    r"[\s|(/]*(?:(?:[A-ZÀ-Ý][\wÀ-ÿ'-]*|sur|sous|de|du|des|la|le|les|en|et|aux?|d'|l')[\s|(]*){1,8}(?:\d{1,3}[\s.)|-]*)?"
    r"(?:(?:M\.|Mr|Mme|Monsieur|Madame)\s+)?"
)
_DOES = re.compile(
    r"[\s,]*(?:est|a|ouvre|preside|expose|procede|rappelle|declare|presente|informe|propose|donne|soumet)\s"
)
_BLANK = re.compile(r"[\s\d|.)-]*")
_LEAST, _LEAST_PRESENT = 5, 2
_FAR = 4  # cells that a letterhead may hold
_LED = 12  # characters from a cell to the first name
_ODD = 6  # one row in so many may have something beside it that is not understood


class _Row(NamedTuple):
    """A member and its cell; who holds the proxy, a remark, what stands after and is not understood."""

    name: Found[str]
    answer: Answer
    holder: Span | None = None
    said: Span | None = None
    unread: Span | None = None
    giver: Span | None = None  # « Présente (pouvoir de M. NOIR) »
    substitute: Found[str] | None = None  # who sits for a member away


class Table(NamedTuple):
    """The members of a table, and passages of it that were not read."""

    entries: tuple[Entry, ...]
    unread: tuple[Span, ...] = ()


def roll_in_grid(zone: Zone) -> Table:
    """The members of the table that names most, of those that cells of one kind make."""
    best = Table(())
    for answers in _readings(zone):
        best = max(best, _table(zone, answers), key=weight)
    return best


def weight(table: Table) -> int:
    """How many people a table names."""
    return sum(1 + (entry.holder is not None) for entry in table.entries)


def _readings(zone: Zone) -> list[Sequence[Answer]]:
    found = (worded(zone), coded(zone), lettered(zone), yes_or_no(zone), [*marked(zone)])
    return [answers for answers in map(_from_first_row, found) if _may_be(answers)]


def _from_first_row(answers: Sequence[Answer]) -> Sequence[Answer]:
    """Cells without those far before the others: « D É P A R T E M E N T », in a letterhead, holds a « P »."""
    far = [at for at in range(1, min(len(answers), _FAR)) if answers[at].start - answers[at - 1].end > PAGE_WIDEST]
    return answers[far[-1] :] if far else answers


def _may_be(answers: Sequence[Answer]) -> bool:
    """Whether cells are as many as the fewest rows, and some say that a member sits."""
    return len(answers) >= _LEAST and sum(answer.status == "present" for answer in answers) >= _LEAST_PRESENT


def _table(zone: Zone, answers: Sequence[Answer]) -> Table:
    """The longest run of rows, where its head tells of presence and of no vote."""
    head = folded_before(zone, answers[0].start, _LEGEND_REACH)
    by_place = COMMUNE_FIRST.search(head) is not None
    sheet = sheet_of(zone, answers, by_place, town_after=not by_place and TOWN_AFTER.search(head) is not None)
    first = sheet.answers[0].start if sheet.answers else zone.start
    sheet = without_votes(sheet) if "votant" in folded_before(zone, first, _LEGEND_REACH) else sheet
    rows = max(_runs(sheet), key=len) if _may_be(sheet.answers) else []
    if not _may_be([row.answer for row in rows]):
        return Table(())
    before = folded_before(zone, rows[0].name.start, _LEGEND_REACH)
    unread = tuple(row.unread for row in rows if row.unread)
    odd = len(unread) * _ODD > len(rows)
    if odd or not _HEAD.search(before) or _BALLOT.search(before) or _comes_first(zone, rows, answers):
        return Table(())
    rows[-1] = _last(sheet, rows)
    return Table(tuple(entry for row in _given(zone, rows) for entry in _entries(zone, row)), unread)


def _given(zone: Zone, rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, each with the holder whom the row of another names."""
    text = zone.view.text
    held = {name_key(text[slice(*row.giver)]): Span(row.name.start, row.name.end) for row in rows if row.giver}
    for row in rows:
        holds = held.get(name_key(row.name.value)) if row.holder is None else None
        yield row._replace(holder=holds) if holds else row


def _runs(sheet: Sheet) -> list[list[_Row]]:
    """The rows of the table, a new run wherever no cell stands close before."""
    runs: list[list[_Row]] = [[]]
    for index in range(len(sheet.answers)):
        first = is_first(sheet, index)
        if first:
            runs.append([])
        row = _row(sheet, index, first=first)
        if row is not None:
            runs[-1][-1:] = [_followed(sheet, one, row) for one in runs[-1][-1:]]
            runs[-1].append(row)
    return runs


def _row(sheet: Sheet, index: int, *, first: bool) -> _Row | None:
    """The row that a cell ends, without the holder of the row before."""
    answer, names = sheet.answers[index], since(sheet, index)
    held = None if first else holder(sheet, sheet.answers[index - 1], answer)
    name = member(sheet, names, held, answer) if names else None
    return _Row(name, answer) if name else None


def _followed(sheet: Sheet, row: _Row, following: _Row) -> _Row:
    """A row with what stands between it and the next: who holds the proxy, a remark, or what is not understood."""
    held = holder(sheet, row.answer, following.answer)
    giver, begin = received(sheet, row.answer), following.name.start
    since_cell = next((one.end for one in (held, giver) if one), row.answer.end)
    start = after_page(sheet, since_cell, begin, following.name.end)
    row = row._replace(holder=held, giver=giver, substitute=substitute(sheet, row.answer, begin))
    start = row.substitute.end if row.substitute else start
    if LEAD.fullmatch(sheet.masked, start, begin):
        return row
    text = sheet.zone.view.text
    rank = _RANK.search(text[start:begin])
    remark = Span(start, start + rank.start() if rank else begin)
    if _REMARK.fullmatch(text, *remark):
        return row._replace(said=remark, holder=held or _held_later(sheet, row, remark))
    if sheet.by_place and _PLACE.fullmatch(text, start, begin):
        return row
    return row._replace(unread=Span(start, begin))


def _held_later(sheet: Sheet, row: _Row, remark: Span) -> Span | None:
    """« Présente jusqu'au point 4 NOIR Paul », in a column of holders: who holds the proxy of one who leaves."""
    last = next(iter(sheet.named(*remark)[-1:]), None) if row.answer.status == "present" else None
    own = last and name_key(last.value) in sheet.known and not re.search(r"\w", sheet.masked[last.end : remark.end])
    return Span(last.start, last.end) if last and own else None


def _last(sheet: Sheet, rows: Sequence[_Row]) -> _Row:
    """The last row, with a holder where words tie one to it, or where others of the table stand beside their cells."""
    row, untied = rows[-1], any(one.holder and not one.answer.tied for one in rows)
    if row.answer.status == "present" or not (row.answer.tied or untied):
        return row._replace(giver=received(sheet, row.answer))
    at = after_tie(sheet, row.answer)
    whole = known_ahead(sheet.masked, at, sheet.zone.end, sheet.known)
    if whole is None and row.answer.tied:
        name = next(iter(sheet.named(at, min(sheet.zone.end, at + 60))), None)
        whole = Span(name.start, name.end) if name and name.start == at else None
    if whole is None or (not row.answer.tied and _DOES.match(sheet.zone.view.folded, whole.end)):
        return row
    return row._replace(holder=whole)


def _comes_first(zone: Zone, rows: Sequence[_Row], answers: Sequence[Answer]) -> bool:
    """« P ROUX Anne A NOIR Paul »: a cell before each name says nothing of the name before it."""
    first, last = rows[0].name.start, rows[-1].answer
    led = any(first - _LED <= answer.end <= first and not answer.tied for answer in answers)
    name = next(find_names(zone.view.text, last.end, min(zone.end, last.end + 60), listed=True), None)
    if not led or name is None or last.status != "present":
        return False
    follows = _BLANK.fullmatch(zone.view.text, last.end, name.start)
    return follows is not None and not _DOES.match(zone.view.folded, name.end)


def _entries(zone: Zone, row: _Row) -> Iterator[Entry]:
    entry = _entry(zone, row)
    if not (row.substitute and row.answer.start == row.answer.end):  # « Suppléé par », and not « absent, suppléé par »
        yield entry
    if row.holder and entry.status == "present" and entry.sitting.last is not None:
        held = printed_name(zone.view.text[slice(*row.holder)])
        later = Sitting(first=entry.sitting.last + 1)
        yield replace(entry, status="proxy", spans=(*entry.spans, row.holder), holder=held, sitting=later)
    if row.substitute:
        spans = (Span(row.substitute.start, row.substitute.end), Span(row.name.start, row.name.end))
        yield Entry(row.substitute.value, "present", spans, replaced=row.name.value)


def _entry(zone: Zone, row: _Row) -> Entry:
    status = row.answer.status
    said = zone.view.folded[slice(*row.said)] if row.said else ""
    said = _THEN_AWAY.split(said)[0] if status == "present" else said
    sitting = read_sitting(said, away=status != "present") if said.strip() else ALWAYS
    span = Span(row.name.start, row.name.end)
    if row.holder is None or status == "present":
        return Entry(row.name.value, status, (span,), sitting=sitting)
    held = printed_name(zone.view.text[slice(*row.holder)])
    return Entry(row.name.value, "proxy", (span, row.holder), held, sitting=sitting)
