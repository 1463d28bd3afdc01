"""Who reports, in a column of a list of deliberations that was read as one line: a name between title and outcome."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Heading, Item
from kg.extract.layout.titles.shapes import trimmed
from kg.model import Span

# « N° OBJET RAPPORTEUR DÉCISION »: the heads of the columns.
COLUMN = re.compile(r"(?<!\w)(?:objets?|intitules?|titres?|libelles?)\s[^.;:\n]{0,30}?rapporteure?s?\b(?!\s?:)")
_SURNAME = r"(?:(?:de|du|des|la|le|DE|DU|DES|LA|LE|EL|VAN|VON)\s|[dD]['’])*[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]*"
_GIVEN = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*"
# « Anne ROUX », « Mme Anne ROUX », « A. ROUX ».
NAME = re.compile(
    rf"(?<!\S)(?:(?:M\.|Mr|Mme|Mlle)\s)?(?:{_GIVEN}|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)?)\s{_SURNAME}(?:\s{_SURNAME}){{0,2}}"
)
_AT_END = re.compile(NAME.pattern + r"\s*$")
FEWEST = 2


def without_reporters(zone: Zone, opening: int, entries: Sequence[Item]) -> list[Item]:
    """The entries without the names that end their titles, where a column of them is headed and most rows hold one."""
    heads = zone.part(zone.start, entries[0].start) if entries else zone.part(opening, opening)
    if heads.first(COLUMN) is None:
        return list(entries)
    cut = [_cut(zone, entry) for entry in entries]
    named = sum(1 for entry, kept in zip(entries, cut, strict=True) if kept or _follows(zone, entry))
    if named < FEWEST or named * 2 < len(entries):
        return list(entries)
    return [replace(entry, heading=kept or entry.heading) for entry, kept in zip(entries, cut, strict=True)]


def _cut(zone: Zone, entry: Item) -> Heading | None:
    title = entry.heading.title
    name = _AT_END.search(zone.view.text, *title) if title else None
    kept = trimmed(zone.view.text, title.start, name.start()) if title and name else None
    return replace(entry.heading, title=Span(*kept)) if kept else None


def _follows(zone: Zone, entry: Item) -> bool:
    title = entry.heading.title
    return title is not None and NAME.match(zone.view.text, min(title.end + 1, entry.end), entry.end) is not None
