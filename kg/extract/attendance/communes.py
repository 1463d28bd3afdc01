"""Rows of a table whose first column is that of the communes: « VALBRUN ROUX Anne X », under « COMMUNE NOM … »."""

import re
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.attendance.cues import LOWER, UPPER
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.towns_after import COMMUNE_FIRST
from kg.model import Span

_HEAD_REACH = 120  # characters from the head to the first row
_LAST_SURNAME = re.compile(
    rf"(?:\b(?:DE|DU|DES|LE|LA|EL|BEN|VAN|DA|DOS)\s){{0,2}}[{UPPER}'-]{{2,}}(?:\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?){{1,3}}$"
)
_LAST_GIVEN = re.compile(
    rf"(?<=\s)(?:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?|[{UPPER}]\.?(?:\s?-?\s?[{UPPER}]\.){{0,2}})\s(?:(?:DE|DU|DES|LE|LA|de|du|d')\s?){{0,2}}[{UPPER}'-]{{2,}}(?:\s[{UPPER}'-]{{2,}}){{0,3}}$"
)


# « Saint-Prix MINETTE D'ORVAL Anne »: behind a commune in small letters, all capitals are the surname
_AFTER_SMALL = re.compile(
    rf"^[\s|]*(?:[{UPPER}][\w'’]*[{LOWER}][\w'’-]*\s|(?:sur|sous|de|du|des|la|le|les|lès|en|et|aux?)\s)+"
    rf"(?P<name>[{UPPER}][{UPPER}'’-]+(?:\s[{UPPER}'’-]{{2,}}){{1,3}}(?:\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?){{1,2}})$"
)


def without_communes(zone: Zone, rows: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """« COMMUNE NOM PRÉNOM … VALBRUN ROUX Anne X »: under such a head, rows without the name of their first column."""
    if not rows:
        return rows
    first = rows[0].spans[0].start
    head = COMMUNE_FIRST.search(zone.view.folded, max(zone.start, first - _HEAD_REACH), first)
    return tuple(_own_name(row) for row in rows) if head else rows


def _own_name(row: Entry) -> Entry:
    """A row without the commune before its name."""
    at = own_name(row.name)
    if not at:
        return row
    name, span = row.name[at:], row.spans[0]
    return replace(row, name=name, spans=(Span(span.end - len(name), span.end), *row.spans[1:]))


def own_name(name: str) -> int:
    """Where the last surname in capitals and the given names after it begin: what precedes them is a commune."""
    if whole := _AFTER_SMALL.match(name):
        return whole.start("name")
    match = _LAST_SURNAME.search(name) or _LAST_GIVEN.search(name)
    return match.start() if match else 0
