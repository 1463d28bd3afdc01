"""A roll whose status words recur: « ROUX (Anne) Valbrun signé NOIR Paul excusé, mandat à ROUX VERT Zoé absente »."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.cues import LOWER, ROLE, UPPER
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.known_names import known_ahead, without_label
from kg.extract.attendance.marks import ALWAYS, Sitting, read_sitting
from kg.model import Span
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import name_key, printed_name
from kg.text.view import fold_same_length
from kg.text.word_starts import Begun

_STATUS = Begun(
    r"(?<![\w'-])(?:(?P<present>presente?|(?:a\s+)?signee?|(?:a\s+)?emargee?|connectee?)(?![\w'-])"
    r"|(?P<absent>(?:absente?|excusee?|empechee?|non\s+excusee?)(?:[\s,/-]{1,3}(?:et\s+)?(?:non\s+)?(?:absente?|excusee?))?)(?![\w'-])"
    # « ROUX Anne : pouvoir à NOIR Paul »: of no width, so that what gives the proxy follows the status
    r"|(?P<proxy>(?=(?:(?:a\s)?donne\s)?(?:pouvoir|procuration|mandat)\s(?:donnee?\s)?a\s|representee?\spar\s)))",
    (
        *("present", "a ", "signe", "emarge", "connecte", "absent", "excuse", "empeche", "non"),
        *("donne", "pouvoir", "procuration", "mandat", "represente"),
    ),
)
_SITS = Begun(r"(?<![\w'-])(?:presente?|signee?|emargee?|connectee?)\b", ("present", "signe", "emarge", "connecte"))
_GIVEN = re.compile(
    r"(?:[\s,;:(–—-]|\b(?:avec|a|ayant|donne|et)\b){0,8}(?:pouvoir|procuration|mandat|represente\w*)\b\s*"
    r"(?:(?:remise?|donnee?|ecrite?|confiee?)\s+)?(?:(?:a|par|pour|au\s+profit\s+de)\s+|[:→>-]+\s*)?(?:(?:m\.?|mr|mme|mlle|monsieur|madame)\s+)?"
)
_CAPITALS = rf"[{UPPER}][{UPPER}'’]*[{UPPER}](?:\s?-\s?[{UPPER}][{UPPER}'’]*[{UPPER}])*"
_SURNAME = rf"(?:(?:DE|DU|DES|LE|LA|D'|de|du|la|le)\s){{0,2}}{_CAPITALS}(?:\s{_CAPITALS}){{0,3}}"
_FIRST = rf"(?:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*\b|[{UPPER}]\.(?:\s?-?\s?[{UPPER}]\.)?)"
# How the rows of one table write a member; the commonest of its rows holds for all.
_SHAPES = (
    re.compile(rf"(?<![\w'-])(?P<surname>{_SURNAME})\s\((?P<first>{_FIRST}(?:\s{_FIRST})?)\)"),
    re.compile(rf"(?<![\w'-])(?P<surname>{_SURNAME})\s(?P<first>{_FIRST})(?P<second>\s{_FIRST})?"),
    re.compile(rf"(?<![\w'-])(?P<first>{_FIRST}(?:\s{_FIRST})?)\s(?P<surname>{_SURNAME})"),
    re.compile(
        rf"(?<![\w'-])(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s(?P<first>{_FIRST})\s"
        rf"(?P<surname>(?:(?:[dD]e|[dD]u|[dD]es|[lL]a|[lL]e|El)\s){{0,2}}(?:d')?[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)*)"
    ),
)
_HOLDER = re.compile(rf"{_FIRST}\s{_SURNAME}|{_SURNAME}(?:[ ]\(?{_FIRST}\)?)?|{_FIRST}(?:[ ]{_FIRST})?")
_CIVILITY = re.compile(r"(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s")
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_WORDS = re.compile(r"[^\W\d_]+")
# Words that a role or a place puts between a member and the status.
_SMALL = frozenset(
    {"de", "du", "des", "la", "le", "les", "l", "d", "sur", "sous", "en", "et", "aux", "au", "a", "est", "etait"}
    | {"siege", "sieges", "er", "ere", "e", "eme"}
)
_SIGNED = re.compile(r"[\s,(]*(?:a\s+)?\d{1,2}\s?(?:h|heures)")
_TWO_SEATS = re.compile(r"\btitulaires?\b.{0,60}\bsuppleante?s?\b", re.DOTALL)
_LEAST, _LEAST_PRESENT = 5, 3
_WIDEST = 150  # characters of a row
_LABELS_REACH = 160
_MOST_PLACE = 8  # words between a member and its status


class _Row(NamedTuple):
    """A member, its status and what is said after that; the words that give its proxy, and who holds it."""

    name: re.Match[str]
    status: re.Match[str]
    said: Span
    holder: Span | None


def roll_of_statuses(zone: Zone) -> tuple[Entry, ...]:
    """The members of the longest run of rows that each hold a name and a status word; none where rows are few."""
    statuses = _one_each(zone, zone.find(_STATUS)) if any(zone.find(_SITS)) else []
    if len(statuses) < _LEAST:
        return ()
    shape = max(_SHAPES, key=lambda one: sum(_member(zone, one, *around) is not None for around in _around(statuses)))
    best: list[_Row] = []
    for run in _runs(zone, shape, statuses):
        best = max(best, run, key=len)
    present = sum(row.status.lastgroup == "present" for row in best)
    if len(best) < _LEAST or present < _LEAST_PRESENT:
        return ()
    first = best[0].name.start()
    stood_in = _TWO_SEATS.search(zone.view.folded, max(zone.start, first - _LABELS_REACH), first)
    entries = [entry for row in best for entry in _entries(zone, row)]
    return tuple(_with_substitutes(zone, entries) if stood_in else entries)


def _one_each(zone: Zone, found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """« absent, pouvoir à » is one status, that of a member who is away."""
    kept: list[re.Match[str]] = []
    for status in found:
        gap = zone.view.text[kept[-1].end() : status.start()] if kept else ""
        if status.lastgroup != "proxy" or gap != gap.lower():
            kept.append(status)
    return kept


def _around(statuses: Sequence[re.Match[str]]) -> Iterator[tuple[int, re.Match[str]]]:
    """Where the row of each status may begin."""
    end = 0
    for status in statuses:
        yield max(end, status.start() - _WIDEST), status
        end = status.end()


def _runs(zone: Zone, shape: re.Pattern[str], statuses: Sequence[re.Match[str]]) -> Iterator[list[_Row]]:
    """Rows that follow each other, in order."""
    run: list[_Row] = []
    known = _surnames(zone, shape, statuses)
    for begin, status in _around(statuses):
        begin = max(begin, zone.start)
        held = _held(zone, shape, begin, status, known) if run and begin == run[-1].status.end() else None
        name = held[1] if held else _member(zone, shape, begin, status)
        if name is None or (run and begin != run[-1].status.end()):
            yield run
            run = []
        elif run:
            said = Span(run[-1].status.end(), held[0].start if held else name.start())
            run[-1] = run[-1]._replace(said=said, holder=held[0] if held else None)
        if name is not None:
            run.append(_Row(name, status, Span(status.end(), status.end()), None))
    if run:
        run[-1] = _last(zone, run[-1])
    yield run


def _last(zone: Zone, row: _Row) -> _Row:
    """The last row, up to a full stop or the words that no row holds."""
    given = _GIVEN.match(zone.view.folded, row.status.end(), zone.end)
    holder = _HOLDER.match(zone.view.text, given.end(), zone.end) if given else None
    return row._replace(holder=without_label(zone.view.text, *holder.span())) if holder else row


def _surnames(zone: Zone, shape: re.Pattern[str], statuses: Sequence[re.Match[str]]) -> frozenset[str]:
    """The surnames, and the whole names, of the members before whom no proxy is told."""
    names = [name for around in _around(statuses) if (name := _member(zone, shape, *around))]
    whole = (zone.view.text[name.start() : _end(name)] for name in names)
    return frozenset(map(name_key, (*whole, *(name["surname"] for name in names))))


def _member(zone: Zone, shape: re.Pattern[str], begin: int, status: re.Match[str]) -> re.Match[str] | None:
    """The last name before a status, where nothing but a role or a place parts them."""
    names = list(shape.finditer(zone.view.text, max(begin, zone.start), status.start()))
    return names[-1] if names and _beside(zone, _end(names[-1]), status.start()) else None


def _end(name: re.Match[str]) -> int:
    """Where a name ends: a second capitalised word belongs to it only if it is a common given name."""
    second = name.groupdict().get("second")
    if second and fold_same_length(second.strip()).split("-")[0] not in GIVEN_NAMES:
        return name.start("second")
    return name.end()


def _beside(zone: Zone, start: int, end: int) -> bool:
    """Whether a role, a rank or a place and nothing else stands between a name and its status."""
    gap = zone.view.text[start:end]
    words = _WORDS.findall(ROLE.sub(" ", _ASIDE.sub(" ", gap.lower())))
    capitalised = set(_WORDS.findall(gap)) - {word for word in _WORDS.findall(gap) if word[0].islower()}
    places = {word.lower() for word in capitalised}
    return len(words) <= _MOST_PLACE and all(fold_same_length(word) in _SMALL or word in places for word in words)


def _held(
    zone: Zone, shape: re.Pattern[str], begin: int, status: re.Match[str], known: frozenset[str]
) -> tuple[Span, re.Match[str]] | None:
    """Who holds the proxy of the row before, told at its end, and the member of the next row."""
    given = next((found for found in _leads(zone, begin, status.start())), None)
    if given is None:
        return None
    whole = known_ahead(zone.view.text, given.end(), status.start(), known)
    after = list(shape.finditer(zone.view.text, whole.end, status.start())) if whole else []
    if whole and after and _beside(zone, _end(after[-1]), status.start()):
        return whole, after[-1]
    names = list(shape.finditer(zone.view.text, given.end(), status.start()))
    if not names or not _beside(zone, _end(names[-1]), status.start()):
        return None
    if len(names) > 1 and names[0].start() == given.end():
        return Span(names[0].start(), _end(names[0])), names[-1]
    if names[-1].start() > given.end():
        holder = _HOLDER.match(zone.view.text, given.end(), names[-1].start())
        return (Span(*holder.span()), names[-1]) if holder else None
    return _parted(zone, shape, names[-1], status, known)


def _parted(
    zone: Zone, shape: re.Pattern[str], name: re.Match[str], status: re.Match[str], known: frozenset[str]
) -> tuple[Span, re.Match[str]] | None:
    """« procuration ROUX NOIR (Paul) »: the words before a member are the surname of another."""
    for space in re.finditer(r"\s", name["surname"]):
        at = name.start("surname") + space.start()
        rest = shape.match(zone.view.text, at + 1, status.start())
        if rest and name_key(name["surname"][: space.start()]) in known:
            return Span(name.start("surname"), at), rest
    return None


def _leads(zone: Zone, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words that give a proxy, at the end of a row."""
    for word in re.finditer(r"pouvoir|procuration|mandat|represente", zone.view.folded[start:end]):
        yield from (match for match in [_GIVEN.match(zone.view.folded, start + word.start(), end)] if match)


def _civility(name: str) -> int:
    """How many characters the civility before a name takes."""
    lead = _CIVILITY.match(name)
    return lead.end() if lead else 0


def _entries(zone: Zone, row: _Row) -> Iterator[Entry]:
    """What a row tells: present, away or represented; one who leaves may then be represented."""
    status = str(row.status.lastgroup)
    said = zone.view.folded[row.said.start : row.said.end]
    said = f"arrive {said}" if status == "present" and _SIGNED.match(said) and "part" not in said else said
    sitting = read_sitting(said, away=status != "present") if said.strip() else ALWAYS
    span = Span(row.name.start() + _civility(row.name[0]), _end(row.name))
    name = printed_name(re.sub(r"[()]", "", zone.view.text[span.start : span.end]))
    entry = Entry(name, status, (span,), sitting=sitting)
    if row.holder is None or (status == "present" and sitting.last is None):
        yield entry
        return
    if status == "present":
        yield entry
        sitting = Sitting(first=(sitting.last or 0) + 1)
    holder = printed_name(re.sub(r"[()]", "", zone.view.text[row.holder.start : row.holder.end]))
    yield replace(entry, status="proxy", spans=(span, row.holder), holder=holder, sitting=sitting)


def _with_substitutes(zone: Zone, entries: list[Entry]) -> list[Entry]:
    """« ROUX Anne excusée NOIR Paul présent », in the columns of titulaires and suppléants: he sits for her."""
    told: list[Entry] = []
    for entry in entries:
        last = told[-1] if told else None
        if last and last.status == "absent" and entry.status == "present" and _same_row(zone, last, entry):
            told[-1] = replace(entry, replaced=last.name, spans=(*entry.spans[:1], *last.spans[:1]))
        else:
            told.append(entry)
    return told


def _same_row(zone: Zone, one: Entry, other: Entry) -> bool:
    """Whether nothing but a status stands between two members."""
    gap = _STATUS.pattern.sub("", zone.view.folded[one.spans[0].end : other.spans[0].start])
    return not re.search(r"\w", gap)
