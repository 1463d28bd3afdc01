"""« représenté par »: a proxy; where proxies have words of their own, a suppléant who sits (CGCT L5211-6)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.roll import same_person

_BY_HIS_OWN = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?,?\s*represente[es()]*\s+par\s+(?:son\s+suppleant|sa\s+suppleante)\b"
)
# Bodies whose members have suppléants.
_SEVERAL_COMMUNES = re.compile(r"\bcommunautaires?\b|\bcommunaute d|\bsyndica\w+\b|\bsuppleant")


def with_stand_ins(zone: Zone, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, a representative sitting where others of the same lists gave a proxy (pouvoir, procuration).

    « Excusés : M. ROUX représenté par Mme BRUN ; M. NOIR (pouvoir à Mme VERT) »: Mme BRUN sits, whom no other list
    names, or whom the list of a body of several communes names too.
    """
    entries = [entry for entry in entries if not _has_a_stand_in(zone, entry)]
    stood = [entry for entry in entries if entry.stood_for]
    if not stood or len(stood) == sum(entry.holder is not None for entry in entries):
        return list(entries)
    several = _SEVERAL_COMMUNES.search(zone.view.folded, zone.start, zone.end) is not None
    return [_seated(entry) if entry in stood and _sits_for(entry, entries, several) else entry for entry in entries]


def _has_a_stand_in(zone: Zone, entry: Entry) -> bool:
    """« Excusés : M. ROUX (Valbrun), représenté par sa suppléante »: in the place of M. ROUX another sits."""
    alone = entry.status != "present" and entry.holder is None
    return alone and _BY_HIS_OWN.match(zone.view.folded, entry.spans[0].end, zone.end) is not None


def _sits_for(entry: Entry, entries: Sequence[Entry], several: bool) -> bool:
    listed = any(same_person(other.name, entry.holder or "") for other in entries)
    return several or not listed


def _seated(entry: Entry) -> Entry:
    """The one who represents, in the place of the one represented."""
    spans = entry.spans[1:2] + entry.spans[:1]
    return replace(entry, name=entry.holder or "", status="present", spans=spans, holder=None, replaced=entry.name)
