"""Two columns that a flat text mixes row by row: « PRÉSENTS : POUVOIRS : Anne ROUX Luc BRUN à Anne ROUX Paul NOIR »."""

from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.attendance.entries import Entry, Reading, read_list
from kg.extract.attendance.roll import same_person
from kg.extract.attendance.sections import Section

_LEAST = 3  # who sit


def read_columns(zone: Zone, section: Section, style: str | None) -> Reading | None:
    """The list under the heads of two columns, those present and those who gave a proxy: whoever no words tie sits.

    None where a holder is not among those who sit: the words then tie others than the columns say.
    """
    if not section.beside:
        return None
    reading = read_list(zone, replace(section, kind="proxies", mixed=False), style)
    givers = [entry for entry in reading.entries if entry.holder is not None]
    sit = [_sits(entry) for entry in reading.entries if entry.holder is None and entry.head is None]
    if not givers or len(sit) < _LEAST or not all(_is_among(entry, sit) for entry in givers):
        return None
    return replace(reading, entries=(*sit, *givers))


def _sits(entry: Entry) -> Entry:
    return replace(entry, status="present")


def _is_among(giver: Entry, sit: list[Entry]) -> bool:
    return any(giver.holder is not None and same_person(giver.holder, entry.name) for entry in sit)
