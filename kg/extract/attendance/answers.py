"""A roll in rows: a name, then what a column says of it: « ROUX Anne Présente NOIR Paul Représenté ROUX Anne »."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.cells import roll_in_cells
from kg.extract.attendance.communes import without_communes
from kg.extract.attendance.crosses import roll_in_columns
from kg.extract.attendance.cues import ROLE
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.grid import Table, roll_in_grid, weight
from kg.extract.attendance.known_names import known_ahead
from kg.extract.attendance.statuses import roll_of_statuses
from kg.extract.attendance.uncrossed import roll_of_crosses
from kg.model import Span
from kg.text.cues import Led, Searchable
from kg.text.found import Found
from kg.text.names import find_names, name_key, printed_name

_ANSWER = Led(
    r"(?<![\w'’-])(?:(?P<present>Présente?|PRÉSENTE?|PRESENTE?|Presente?)"
    r"|(?P<proxy>(?:Représenté|REPRÉSENTÉ|REPRESENTÉ|REPRESENTE|Represente)[eE]?(?:\s+par\b)?"
    r"|(?:(?:Donne|A donné)\s+)?(?:Pouvoir|POUVOIR|pouvoir|Procuration|PROCURATION|procuration)\s+(?:à|À|a|A)(?=\s)"
    r"|(?:Procuration|PROCURATION))"
    r"|(?P<absent>(?:(?:Absent|ABSENT|Excusé|EXCUSÉ|EXCUSE|Excuse)[eE]?[\s/,]{0,3}){1,2}))(?![\w'’(-])",
    (
        *("Présent", "PRÉSENT", "PRESENT", "Present", "Représent", "REPRÉSENT", "REPRESENT", "Represent", "Donne"),
        *("A donné", "Pouvoir", "POUVOIR", "pouvoir", "Procuration", "PROCURATION", "procuration", "Absent", "ABSENT"),
        *("Excus", "EXCUS"),
    ),
)
_SITS = Led(
    r"(?<![\w'’-])(?:Présente?|PRÉSENTE?|PRESENTE?|Presente?)(?![\w'’(-])", ("Présent", "PRÉSENT", "PRESENT", "Present")
)
# « P », « A », « E », « R » after each name: a letter for what a word would say; before an amount it sorts grants.
_NO_AMOUNT = r"(?![\s|]{1,4}\d[\d\s.,]{0,12}(?:€|euros?\b))"
_LETTER = re.compile(
    r"(?<=[\s|:;(-])(?:(?P<present>P)|(?P<absent>A|E|AE|ABS|EXC)|(?P<proxy>R|PR|PV))(?=[\s|;,)]|$)" + _NO_AMOUNT
)
_LETTER_OF_PRESENCE = re.compile(r"P(?<=[\s|:;(-]P)(?=[\s|;,)]|$)" + _NO_AMOUNT)
# « X », « X absente », « excusé, pouvoir à »: a cross, and what a last column says
_CROSSED = re.compile(
    r"(?<=[\s|])(?:(?P<proxy>(?:[xX✓☒][\s|]+)?(?i:excusée?|absente?)?[\s,;:(|-]{0,3}(?i:(?:pouvoir|procuration)\s+à)(?=\s))"
    r"|(?P<absent>(?:[xX✓☒][\s|]+)?(?i:absente?|excusée?))|(?P<present>[xX✓☒]))(?=[\s|,;.)]|$)"
)
_CROSS = re.compile(r"[xX✓☒](?<=[\s|].)(?=[\s|,;.)]|$)")
# « E (pouvoir remis à ROUX Anne) », « excusée, mandat à ROUX Anne »
_GIVEN = re.compile(
    r"[\s,;:(–—-]{0,4}(?:(?:a )?donné )?(?:[Pp]ouvoir|[Pp]rocuration|[Mm]andat)\s+"
    r"(?:remise?\s|donnée?\s|écrite?\s)?(?:(?:à|a|par)\s+)?(?:M\.?\s|Mme\s)?"
)
_ASIDE = re.compile(r"\([^()]{1,40}\)")
_BULLET, _BULLET_REACH = re.compile(r"[:\n]\s*✓\s(?:M\.\s|Mme\s)?$"), 12  # before each name, not after
_RANK = re.compile(r"\b\d{1,2}\s?(?:er|ere|e|eme|nd|nde)\b")
_PRESENCE = re.compile(r"\bpresen|\babsent|\bexcuse|\bprocuration|\bemargement|\bp\s+[ae]\b")
_BALLOT = re.compile(r"\bpour\b|\bcontre\b|\babstention|\boui\b")
_LABELS_REACH = 160  # characters before the first row
_PARTICLE = re.compile(r"(?<!\w)(?:de la |de |du |des |d')$")
_CELL = re.compile(r"[\s:|,;.(–—-]{0,6}(?:(?:M\.?|Mr|Mme|Monsieur|Madame)\s)?")
_LEAST = 5  # rows
_NEAR = 14  # « , donne », « et a donné »
_WIDEST = 140  # characters of a row


class _Row(NamedTuple):
    """A member, its answer and the one who holds its proxy."""

    name: Found[str]
    status: str
    holder: Found[str] | None
    end: int


def roll_in_rows(zone: Zone) -> Table:
    """The members of a table: of its cells, else of the run of rows that names most people."""
    if table := roll_in_cells(zone) or roll_in_columns(zone) or roll_of_crosses(zone):
        return Table(table)
    rows, grid = Table(_in_rows(zone)), roll_in_grid(zone)
    return max((rows, grid) if grid.unread else (grid, rows), key=weight)


def _in_rows(zone: Zone) -> tuple[Entry, ...]:
    """The members of the longest run of rows that each hold one name and one answer; none where rows are few."""
    words = _longest(zone, list(zone.find_exact(_ANSWER))) if _stands(zone, _SITS) else ()
    if not words and _stands(zone, _LETTER_OF_PRESENCE):
        words = _longest(zone, list(zone.find_exact(_LETTER)))
    return without_communes(zone, words or _crossed(zone)) or roll_of_statuses(zone)


def _stands(zone: Zone, sign: Searchable) -> bool:
    """Whether the sign without which nobody is present stands in a zone: most have none."""
    return sign.search(zone.view.text, zone.start, zone.end) is not None


def _crossed(zone: Zone) -> tuple[Entry, ...]:
    """« ROUX Anne X NOIR Paul X ROUX Anne VERT Zoé X absente »: a table of crosses on one line, under its labels."""
    rows = _longest(zone, list(zone.find_exact(_CROSSED))) if _stands(zone, _CROSS) else ()
    if not rows:
        return ()
    first = rows[0].spans[0].start
    labels = zone.view.folded[max(zone.start, first - _LABELS_REACH) : first]
    if _BULLET.search(zone.view.text, max(zone.start, first - _BULLET_REACH), first):
        return ()
    return rows if _PRESENCE.search(labels) and not _BALLOT.search(labels) else ()


def _longest(zone: Zone, answers: list[re.Match[str]]) -> tuple[Entry, ...]:
    best: list[_Row] = []
    run: list[_Row] = []
    for row in _rows(zone, answers):
        if row is None:
            best, run = max(best, run, key=len), []
        else:
            run.append(row)
    best = max(best, run, key=len)
    if len(best) < _LEAST or not any(row.status == "present" for row in best):
        return ()
    return tuple(_entry(row) for row in best)


def _entry(row: _Row) -> Entry:
    spans = (Span(row.name.start, row.name.end),)
    if row.holder is None:
        return Entry(row.name.value, row.status, spans)
    return Entry(row.name.value, "proxy", (*spans, Span(row.holder.start, row.holder.end)), row.holder.value)


def _rows(zone: Zone, answers: list[re.Match[str]]) -> Iterator[_Row | None]:
    """The rows in order; None where something else stands between two answers."""
    answers = _one_each(zone, answers)
    if len(answers) < _LEAST:
        return
    extra = 0  # names after the answer before: that of who holds its proxy
    known = _members(zone, answers)
    for index, answer in enumerate(answers):
        floor = max(answers[index - 1].end() if index else zone.start, answer.start() - _WIDEST)
        after = answers[index + 1].start() if index + 1 < len(answers) else answer.end() + _WIDEST
        names = _parted(zone, floor, answer.start(), known) if index else _names(zone, floor, answer.start())
        before = [_led(zone, name, floor) for name in names]
        if not before or not _beside(zone, before[-1].end, answer):
            extra = 0
            yield None
            continue
        status = str(answer.lastgroup)
        if index and len(before) > 1 + extra:
            yield None
        holder = _holder(zone, answer, min(after, zone.end), index + 1 < len(answers), known)
        status = "proxy" if holder else status
        extra = int(status == "proxy")
        yield _Row(before[-1], status, holder, answer.end())


def _members(zone: Zone, answers: list[re.Match[str]]) -> frozenset[str]:
    """The keys of those whose names alone stand before an answer: one of them holds the proxy of another."""
    ends = [zone.start, *(answer.end() for answer in answers)]
    rows = [
        _names(zone, max(end, answer.start() - _WIDEST), answer.start())
        for end, answer in zip(ends, answers, strict=False)
    ]
    return frozenset(name_key(names[0].value) for names in rows if len(names) == 1)


def _one_each(zone: Zone, answers: list[re.Match[str]]) -> list[re.Match[str]]:
    """« Excusée, pouvoir à ROUX Anne » is one answer, that of a member who is away."""
    return [
        answer
        for index, answer in enumerate(answers)
        if not index
        or answer.lastgroup != "proxy"
        or answers[index - 1].lastgroup != "absent"
        or not _GIVEN.match(zone.view.text, answers[index - 1].end(), answer.end() + 1)
        or answer.start() - answers[index - 1].end() > _NEAR
    ]


def _beside(zone: Zone, end: int, answer: re.Match[str]) -> bool:
    """Whether nothing stands between a name and its answer; a role or a place may stand before a cross."""
    if _CELL.fullmatch(zone.view.text, end, answer.start()):
        return True
    gap = _ASIDE.sub(" ", zone.view.folded[end : answer.start()])
    return answer.re is not _ANSWER.pattern and not re.search(r"[a-z]", ROLE.sub("", _RANK.sub("", gap)))


def _led(zone: Zone, name: Found[str], floor: int) -> Found[str]:
    """« de VALMONT Jeanne »: where rows hold nothing but names, the small word before one is its own."""
    lead = _PARTICLE.search(zone.view.text, max(floor, name.start - 6), name.start)
    return Found(lead[0] + name.value, lead.start(), name.end) if lead else name


def _parted(zone: Zone, start: int, end: int, known: frozenset[str]) -> list[Found[str]]:
    """« Luc BRUN ROUX Anne »: where the first words are the whole name of a member, they hold a proxy."""
    tie = _GIVEN.match(zone.view.text, start, end) or _CELL.match(zone.view.text, start, end)
    begin = tie.end() if tie else start
    holder = known_ahead(zone.view.text, begin, end, known)
    if holder:
        return [Found(printed_name(zone.view.text[slice(*holder)]), *holder), *_names(zone, holder.end, end)]
    return _names(zone, start, end)


def _names(zone: Zone, start: int, end: int) -> list[Found[str]]:
    """The names of a passage, what parentheses hold left out."""
    found = find_names(zone.view.text, start, end, listed=True)
    return [name for name in found if zone.view.text[name.start - 1] != "("]


def _holder(zone: Zone, answer: re.Match[str], end: int, followed: bool, known: frozenset[str]) -> Found[str] | None:
    """The name right after an answer, where the name of the next row follows it (in the last row, one right after)."""
    found = _parted(zone, answer.end(), end, known)
    if answer.lastgroup == "present" and (answer.re is not _CROSSED or not followed):
        return None
    ties = [_CELL] if answer.lastgroup != "absent" else [_GIVEN]
    if followed and found and name_key(found[0].value) in known:
        ties = [_CELL, _GIVEN]  # « ROUX Anne A BRUN Luc », in a column of holders
    if not found or not any(tie.fullmatch(zone.view.text, answer.end(), found[0].start) for tie in ties):
        return None
    return found[0] if not followed or len(found) == 2 else None
