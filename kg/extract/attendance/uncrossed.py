"""A table of crosses run on one line, whose rows without a cross name who holds the proxy.

« Présent Excusé Pouvoir à M. Luc BRUN X Mme Anne ROUX X M. Max GRIS Mme Anne ROUX … »: the cross of one who sits reads
as that of one excused; the list of those excused and the counts printed tell which it is. A table of which any word
stays unexplained is none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.communes import own_name
from kg.extract.attendance.cues import ROLE
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.known_names import known_ahead, shortened
from kg.extract.attendance.roll import same_person
from kg.extract.attendance.towns_after import COMMUNE_FIRST
from kg.model import Span
from kg.text.cues import Holding
from kg.text.found import Found
from kg.text.names import find_names, name_key, printed_name

_AWAY = r"(?:absent|excus)(?:e{0,2}s?|e?\(e\)s?)(?!\w)"
_HEAD = Holding(
    rf"\bpresent(?:e?s?|\(e\)s?)(?!\w)[\s|,/]{{1,4}}(?:(?:(?:et|ou)\s)?(?P<away>{_AWAY})[\s|,/]{{1,4}}){{0,3}}"
    r"(?:(?:(?:ayant|a)\s)?donn\w{1,4}\s)?(?:pouvoir|procuration|mandat|represente)\w{0,3}"
    r"(?:\s(?:donn\w{1,4}|remise?)\b)?(?:\s(?:a|au|par)\b)?(?=\s)",
    ("pouvoir", "procuration", "mandat", "represente"),
)
_CROSS = re.compile(r"[xX✓✔☒](?<=[\s|].)(?=[\s|]|$)")
_TO_NAME = re.compile(r"[\s|,;:–—-]*(?:(?:M\.?|Mr|Mme|Mlle|Monsieur|Madame)\s+)?")
_CIVILITY = re.compile(r"(?:M\.?|Mr|Mme|Mlle|Monsieur|Madame)\s+$")
_WORD = re.compile(r"(?<![\w'’-])(?!(?:M|Mr|Mme|Mlle|Monsieur|Madame)\b)[A-ZÀ-Þ]")
_RANK = r"(?:\d{1,3}[\s.)|–-]*+)?"
_BARE = re.compile(rf"[\s|]*+{_RANK}")
# A commune, then the rank of the row.
_TOWN = re.compile(
    r"[\s|]*+(?:(?:(?!(?:Mme|Mlle|Mr|M|Monsieur|Madame)\b)[A-ZÀ-Þ][\w'’-]*+|sur|sous|de|du|des|la|le|les|en|et|lès)[\s|]++)"
    rf"{{0,8}}{_RANK}"
)
_LIST_OF_AWAY = re.compile(rf"\b{_AWAY}(?:\s(?:et\s)?{_AWAY})?\s?:\s?")
_PRINTED = re.compile(
    r"\bpresente?s?\b[\s:=|]{1,4}(?P<n>\d{1,3})\b"
    r"|\b(?P<m>\d{1,3})\s(?:membres\s|conseillers\s)?presente?s?\b(?![\s:=|]{1,4}\d)"
)
_LEAST = 5  # crosses
_LONGEST_LIST = 600
_WIDEST, _FAR, _TAIL = 280, 200, 120  # characters between two crosses, to the list of those excused, of the last rows


class _Sheet(NamedTuple):
    """The zone, whether communes come before names, and the keys of those who have a cross."""

    zone: Zone
    by_place: bool
    known: frozenset[str] = frozenset()

    def is_bare(self, start: int, end: int) -> bool:
        """Whether nothing but a commune, where communes come first, stands before a row."""
        return (_TOWN if self.by_place else _BARE).fullmatch(self.zone.view.text, start, end) is not None

    def last(self, start: int, end: int) -> Found[str] | None:
        """The last name of a passage, without the commune that no civility parts from it."""
        text = self.zone.view.text
        name = next(iter([*find_names(text, start, end, listed=True)][-1:]), None)
        if name is None or not self.by_place or _CIVILITY.search(text, max(start, name.start - 10), name.start):
            return name
        at = own_name(text[start : name.end])
        return Found(printed_name(text[start + at : name.end]), start + at, name.end) if at else name


def roll_of_crosses(zone: Zone) -> tuple[Entry, ...]:
    """The members of such a table; none where no row is without a cross, or where a row is not understood."""
    crosses = list(zone.find_exact(_CROSS))
    head = zone.first(_HEAD) if len(crosses) >= _LEAST else None
    if head is None:
        return ()
    ends = _run(head.end(), [cross.start() for cross in crosses if cross.start() >= head.end()])
    sheet = _Sheet(
        zone, COMMUNE_FIRST.search(zone.view.folded, max(zone.start, head.start() - 60), head.start()) is not None
    )
    members = [
        _member(sheet, start, end) for start, end in zip((head.end(), *(at + 1 for at in ends)), ends, strict=False)
    ]
    if len(ends) < _LEAST or None in members:
        return ()
    crossed = [member for member in members if member]
    keys = frozenset(name_key(member.value) for member in crossed)
    entries = _rows(sheet._replace(known=keys | shortened(keys)), head.end(), crossed, ends)
    return _told(zone, head, entries, ends[-1]) if entries else ()


def _run(start: int, crosses: Sequence[int]) -> list[int]:
    """The crosses up to the first that is too far from the one before."""
    kept: list[int] = []
    for at in crosses:
        if at - (kept[-1] if kept else start) > _WIDEST:
            break
        kept.append(at)
    return kept


def _member(sheet: _Sheet, start: int, end: int) -> Found[str] | None:
    """The name that a cross follows, an office between them or nothing."""
    name = sheet.last(start, end)
    between = ROLE.sub("", sheet.zone.view.folded[name.end : end]) if name else ""
    return None if re.search(r"[a-z]", between) else name


def _rows(sheet: _Sheet, start: int, crossed: Sequence[Found[str]], ends: Sequence[int]) -> tuple[Entry, ...]:
    """Each row in order; none where words between two crosses are neither a town, nor a giver and its holder."""
    entries: list[Entry] = []
    for member, end in zip(crossed, ends, strict=True):
        start = _held(sheet, entries, start, member.start)
        given = list(_given(sheet, start, _lead(sheet, member.start)))
        at = given[-1].spans[1].end if given else start
        if not sheet.is_bare(at, _lead(sheet, member.start)):
            return ()
        entries += [*given, Entry(member.value, "present", (Span(member.start, member.end),))]
        start = end + 1
    start = _held(sheet, entries, start, min(sheet.zone.end, start + _TAIL)) if _any_held(entries) else start
    entries += _given(sheet, start, min(sheet.zone.end, start + _TAIL))
    return tuple(entries) if _any_held(entries) else ()


def _any_held(entries: Sequence[Entry]) -> bool:
    return any(entry.holder for entry in entries)


def _held(sheet: _Sheet, entries: list[Entry], start: int, end: int) -> int:
    """« M. Max GRIS X Mme Anne ROUX », whose cross is that of one excused: where the next row begins."""
    lead = _TO_NAME.match(sheet.zone.view.text, start, end)
    at = lead.end() if lead else start
    holder = known_ahead(sheet.zone.view.text, at, end, sheet.known) if entries else None
    if holder is None:
        return start
    last = entries[-1]
    name = printed_name(sheet.zone.view.text[slice(*holder)])
    entries[-1] = Entry(last.name, "proxy", (*last.spans, holder), name)
    return holder.end


def _lead(sheet: _Sheet, at: int) -> int:
    """Where the civility before a name begins."""
    civility = _CIVILITY.search(sheet.zone.view.text, max(0, at - 10), at)
    return civility.start() if civility else at


def _given(sheet: _Sheet, start: int, end: int) -> Iterator[Entry]:
    """« M. Max GRIS Mme Anne ROUX »: one without a cross, then one who has one, as often as they stand there."""
    text = sheet.zone.view.text
    while pair := _pair(sheet, start, end):
        giver, holder = pair
        spans = (Span(giver.start, giver.end), holder)
        yield Entry(giver.value, "proxy", spans, printed_name(text[slice(*holder)]))
        start = holder.end


def _pair(sheet: _Sheet, start: int, end: int) -> tuple[Found[str], Span] | None:
    text = sheet.zone.view.text
    for word in _WORD.finditer(text, start + 1, end):
        holder = known_ahead(text, word.start(), end, sheet.known)
        giver = sheet.last(start, _lead(sheet, word.start())) if holder else None
        if holder and giver and _TO_NAME.fullmatch(text, giver.end, holder.start):
            led = sheet.is_bare(start, _lead(sheet, giver.start)) and name_key(giver.value) not in sheet.known
            return (giver, holder) if led else None
    return None


def _told(zone: Zone, head: re.Match[str], entries: tuple[Entry, ...], last: int) -> tuple[Entry, ...]:
    """The rows, those away whom a list below names, where the counts printed do not say otherwise."""
    if head["away"] is None:
        return entries
    away = _named_away(zone, last)
    told = tuple(_as_told(entry, away) for entry in entries)
    sit = sum(entry.status == "present" for entry in told)
    counts = {int(count["n"] or count["m"]) for count in _PRINTED.finditer(zone.view.folded, zone.start, zone.end)}
    return told if sit in counts or (away and not counts) else ()


def _named_away(zone: Zone, last: int) -> list[str]:
    """Whom the list of those excused names, right below the table."""
    listed = _LIST_OF_AWAY.search(zone.view.folded, last, min(zone.end, last + _FAR))
    if listed is None:
        return []
    end = min(zone.end, listed.end() + _LONGEST_LIST)
    stop = zone.view.text.find(":", listed.end(), end)
    found = find_names(zone.view.text, listed.end(), end if stop < 0 else stop, listed=True)
    return [name.value for name in found]


def _as_told(entry: Entry, away: list[str]) -> Entry:
    excused = entry.status == "present" and any(same_person(entry.name, name) for name in away)
    return Entry(entry.name, "absent", entry.spans) if excused else entry
