"""The items of minutes: headings that form a series, with the acts of the opening before them."""

import re
from bisect import bisect_right

from kg.extract.act import Zone
from kg.extract.layout.items.acts import AT_ONCE, COLLECTIVE, GAP, is_act, is_delegated
from kg.extract.layout.items.approval import without_verdict
from kg.extract.layout.items.cells import CELL
from kg.extract.layout.items.decided import completed
from kg.extract.layout.items.followed import without_what_follows
from kg.extract.layout.items.formal import with_formal_acts
from kg.extract.layout.items.motions import with_motions
from kg.extract.layout.items.numbers_last import closed_by, with_closing_numbers, with_titles_before
from kg.extract.layout.items.sections import with_entries
from kg.extract.layout.items.stated import only_entry, stated_acts
from kg.extract.layout.marks.agenda import (
    recurrences,
    told_lines,
    without_agenda,
    without_entries,
    without_recapitulation,
)
from kg.extract.layout.marks.filling import filled, with_shared, with_strayed
from kg.extract.layout.marks.finders import find_marks
from kg.extract.layout.marks.heading import Item, heading_at
from kg.extract.layout.marks.kinds import CAPITALS, CODE, LINE, NAMED, NUMBER, OBJECT, ORDINAL, REGISTERED, Family
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.series import Places, best_series
from kg.extract.layout.titles.shapes import is_stage, opens_report
from kg.extract.layout.words import CLOSING, DECISION, DELEGATED, NOT_AN_ACT
from kg.extract.scanned import find_scanned
from kg.text.view import View

_WHOSE = re.compile(r"(?:\s(?:du|de la|de monsieur le|de madame la)\s(?:maire|president\w{0,2}))?\s?[:–—-]?")
# « 2011-02-001 » on a line of its own, then « II – Installation … ».
_ABOVE = re.compile(r"[\w./-]{5,20}[ ]?\n\s{0,4}(?:[IVX]{1,4}|\d{1,2})\s?[.)–—-]\s{0,2}[A-ZÀ-Þ]")
NAMES_ACT = tuple(
    f"{letters}{'#' * groups}" for letters in ("del", "delib", "dl", "dcm", "dcc") for groups in (1, 2, 3, 4)
)
LATE = (2, 3)  # a series that begins there lacks its first items
SIGNING = ("pour extrait", "fait et")
SIGNATURES = 600  # the place and date that close a document, and who signs it
SUBJECT = 24  # letters that tell what an act is about
FIRST_ITEMS = 3  # an ordinal this low may head the first item of a text cut short


def find_items(zone: Zone, opening: int, lined: bool, *, in_list: bool = False) -> list[Item]:
    """The deliberations of minutes. ``opening`` is where the sitting begins, after the attendance."""
    closing = _closing(zone, opening)
    decisions = _decisions(zone.part(opening, closing), in_list)
    all_marks = without_stages(zone.view, _without_delegated(zone, find_marks(zone.part(opening, closing), lined)))
    cut = closing == zone.end
    marks = without_agenda(all_marks, decisions)

    def listed() -> list[Mark]:
        """All marks of the text, those of an agenda above its opening too."""
        return [*find_marks(zone.part(zone.start, opening), lined), *all_marks]

    series = best_series(marks, decisions, closing)
    if series is None or series.marks[0].series.kind in (CAPITALS, LINE):
        again = best_series(recurrences(zone, listed(), lined, opening), decisions, closing)
        series = max((found for found in (series, again) if found), key=lambda found: found.score, default=None)
    series = series and closed_by(series, marks, decisions, closing)
    series = series and filled(zone.part(opening, closing), series, decisions)
    series = series and with_shared(zone, series, marks)
    series = series and with_strayed(zone.part(zone.start, closing), series, marks, decisions)
    items = _items_of(zone.view, series.marks, decisions, closing, cut) if series else []
    items = without_recapitulation(items, series.marks, all_marks) if series else items
    if series and cut and items:
        items = [*items, *_only_headed(zone.view, items, series.marks[-1], closing)]
    last = items[-1].end if items else opening
    if last < closing and cut and (begun := _begun(zone.view, [m for m in marks if m.start >= last], closing)):
        items = [*items, *_items_of(zone.view, (begun,), decisions, closing, cut)]
    sure = series is not None and series.decided > 2 and series.marks[0].series.kind.sure
    lacking = series is not None and series.marks[0].value[-1] in LATE
    if items and sure and lined:
        items = with_entries(zone, items, lambda: told_lines(zone, listed(), opening), decisions)
    items = completed(zone.part(opening, closing), items, bool(items) and sure, cut, lacking)
    items = without_entries(zone.view, items)
    if not items and not cut:
        items = stated_acts(zone.part(opening, closing)) or only_entry(zone.part(zone.start, closing))
    items = with_motions(zone, with_titles_before(zone, opening, with_closing_numbers(zone, items)))
    return without_what_follows(zone, with_formal_acts(zone, opening, items))


def _decisions(part: Zone, in_list: bool) -> Places:
    """Where decisions are said; in a list that numbers no act, one word in a cell tells all: « Adoptée »."""
    said = [match.start() for match in find_scanned(part, DECISION)]
    return Places(sorted({*said, *(cell.start() for cell in part.find(CELL))}) if in_list else said)


def _closing(zone: Zone, opening: int) -> int:
    """Where the minutes stop dealing with items; where each act is signed, the formula that comes back closes one."""
    closings = [*find_scanned(zone.part(opening, zone.end), CLOSING)]
    for place, found in enumerate(closings):
        signed = found[0].startswith("fait a") and zone.end - found.start() > SIGNATURES
        again = found[0].startswith(SIGNING) and any(other[0] == found[0] for other in closings[place + 1 :])
        if found.start() > opening + 0.6 * (zone.end - opening) and not signed and not again:
            return found.start()
    return zone.end


def _without_delegated(zone: Zone, marks: list[Mark]) -> list[Mark]:
    """Marks without those of codes first seen under « Décisions du Maire »: they number what the executive decides."""
    delegated = list(find_scanned(zone, DELEGATED))
    sections = [match.start() for match in delegated]
    if not sections:
        return marks
    named = [whose.end() for match in delegated if (whose := _WHOSE.match(zone.view.folded, match.end()))]
    marks = [mark for mark in marks if not (mark.series.kind is NUMBER and _is_at_once(named, mark.start))]
    heads = [mark for mark in marks if mark.series.kind in (NUMBER, OBJECT)]
    kept: dict[Family, bool] = {}
    for mark in marks:
        if mark.series.kind is CODE and mark.series not in kept:
            section = max((place for place in sections if place < mark.start), default=None)
            free = section is None or any(section < head.start < mark.start - 1 for head in heads)
            kept[mark.series] = (
                free
                or mark.series.shape in NAMES_ACT
                or bool(_ABOVE.match(zone.view.text, mark.start))
                or _is_voted(zone, mark, marks)
            )
    return [mark for mark in marks if kept.get(mark.series, True)]


def _is_voted(zone: Zone, mark: Mark, marks: list[Mark]) -> bool:
    """The council itself decides between this code and the next one of its series."""
    after = next((other.start for other in marks if other.series == mark.series and other.start > mark.start), None)
    return after is not None and bool(COLLECTIVE.search(zone.view.folded, mark.start, after))


def _is_at_once(named: list[int], start: int) -> bool:
    """« Décision du maire n° … »: a section's name right before a number."""
    index = bisect_right(named, start)
    return index > 0 and start - named[index - 1] <= AT_ONCE


def _begun(view: View, marks: list[Mark], closing: int) -> Mark | None:
    """The mark of a first item that a cut text leaves undecided: the words that open a report follow its title."""
    for mark in reversed(marks):
        told = mark.series.kind in (*REGISTERED, ORDINAL, OBJECT) or mark.series[:2] == (NAMED, "rank")
        if told and (mark.value[0] <= FIRST_ITEMS or (len(mark.value) > 1 and mark.series.kind is not ORDINAL)):
            title = heading_at(view, mark, closing).title
            after = GAP.match(view.text, title.end) if title else None
            opened = title is not None and after is not None and opens_report(view.text, after.end())
            names = title is not None and mark.series.shape in NAMES_ACT
            if names or (opened and not is_delegated(view, mark.start)):
                return mark
    return None


def _items_of(view: View, marks: tuple[Mark, ...], decisions: Places, closing: int, cut: bool) -> list[Item]:
    ends = [mark.start for mark in marks[1:]] + [closing]
    items = []
    for mark, end in zip(marks, ends, strict=True):
        heading = without_verdict(view, heading_at(view, mark, end))
        last = end == closing and cut
        if is_act(view, heading, end, decisions, last):
            items.append(Item(heading, mark.start, end))
    return items


def _only_headed(view: View, items: list[Item], last: Mark, closing: int) -> list[Item]:
    """The last item of a numbered series, cut right after the words of its title began: its subject is known."""
    if not last.firm or last.series.kind not in (*REGISTERED, NAMED) or items[-1].start >= last.start:
        return []
    heading = heading_at(view, last, closing)
    told = view.folded[slice(*heading.title)] if heading.title else ""
    known = len(told) >= SUBJECT and not NOT_AN_ACT.match(told) and not is_delegated(view, last.start)
    return [Item(heading, last.start, closing)] if known else []


def without_stages(view: View, marks: list[Mark]) -> list[Mark]:
    """Marks without those of stages."""
    return [mark for mark in marks if not is_stage(view, mark.body)]
