"""Who reports, in a column of a list of deliberations that was read as one line.

The name stands between title and outcome, or between number and title, as the heads of the columns say."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Heading, Item
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import TITLE_HEAD
from kg.model import Span

# « N° OBJET RAPPORTEUR DÉCISION »: the heads of the columns.
COLUMN = re.compile(r"(?<!\w)(?:objets?|intitules?|titres?|libelles?)\s[^.;:\n]{0,30}?rapporteure?s?\b(?!\s?:)")
_SURNAME = r"(?:(?:de|du|des|la|le|DE|DU|DES|LA|LE|EL|VAN|VON)\s|[dD]['’])*[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]*"
_GIVEN = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*"
# « Anne ROUX », « Mme Anne ROUX », « A. ROUX ».
NAME = re.compile(
    rf"(?<!\S)(?:(?:M\.|Mr|Mme|Mlle)\s)?(?:{_GIVEN}|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)?)\s{_SURNAME}(?:\s{_SURNAME}){{0,2}}"
)
# « N° RAPPORTEUR INTITULÉ DÉCISION »: who reports stands before the title.
FIRST_COLUMN = re.compile(
    r"(?<!\w)rapporteure?s?\s(?!:)(?:[^.;:\n]{0,16}\s)?(?:objets?|intitules?|titres?|libelles?|sujets?|designation)\b"
)
_CIVILITY = r"(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame)\s"
_FIRST_NAME = re.compile(
    rf"[\s|;:.–—-]{{1,6}}(?P<who>{_CIVILITY}[Ll][ea]\s(?:[Mm]aire|[Pp]r[ée]sidente?)"
    rf"|(?:{_CIVILITY}(?:{_GIVEN}\s)?|{_GIVEN}\s|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)?\s){_SURNAME})"
    r"(?=[\s|])"
)
_MORE = re.compile(rf"(?:\s{_SURNAME}){{1,2}}(?=\s[«A-ZÀ-Þ]['’]?[a-zà-ÿ])")
_AT_END = re.compile(NAME.pattern + r"\s*$")
_DASHED = re.compile(rf"\s[-–—/]\s{NAME.pattern}\s*$")
_HEADED_NEXT, _DASHED_NEXT = re.compile(rf"(?s:.){NAME.pattern}"), re.compile(rf"\s[-–—/]\s{NAME.pattern}")
FEWEST = 2


def without_reporters(zone: Zone, opening: int, entries: Sequence[Item]) -> list[Item]:
    """The entries without the names that end their titles: a column of them is headed and most rows hold one.

    Where no column is, a dash sets the names apart at the end of nearly all titles.
    """
    heads = zone.part(zone.start, entries[0].start) if entries else zone.part(opening, opening)
    headed = heads.first(COLUMN) is not None
    cut = [_cut(zone, entry, _AT_END if headed else _DASHED) for entry in entries]
    named = sum(1 for entry, kept in zip(entries, cut, strict=True) if kept or _follows(zone, entry, headed))
    if named < FEWEST or named * 2 < len(entries) or not (headed or named * 4 >= len(entries) * 3):
        return list(entries)
    return [replace(entry, heading=kept or entry.heading) for entry, kept in zip(entries, cut, strict=True)]


def _cut(zone: Zone, entry: Item, ending: re.Pattern[str]) -> Heading | None:
    title = entry.heading.title
    name = ending.search(zone.view.text, *title) if title else None
    kept = trimmed(zone.view.text, title.start, name.start()) if title and name else None
    return replace(entry.heading, title=Span(*kept)) if kept else None


def _follows(zone: Zone, entry: Item, headed: bool) -> bool:
    title = entry.heading.title
    name = _HEADED_NEXT if headed else _DASHED_NEXT
    return title is not None and name.match(zone.view.text, min(title.end, entry.end), entry.end) is not None


def named_first(heads: Zone) -> bool:
    """Whether the heads of the columns set who reports before the title."""
    return heads.first(FIRST_COLUMN) is not None


def reporter_first(zone: Zone, at: int, end: int) -> Span | None:
    """Who stands at an offset in such a column, by name or by office."""
    said = _FIRST_NAME.match(zone.view.text, at, end)
    if said is None:
        return None
    more = None if TITLE_HEAD.match(zone.view.folded, said.end() + 1) else _MORE.match(zone.view.text, said.end(), end)
    return Span(said.start("who"), (more or said).end())


def past_reporter(zone: Zone, heading: Heading, end: int) -> Heading:
    """The heading of a row with the title that stands after who reports it."""
    named = reporter_first(zone, heading.number.end, end) if heading.number else None
    title = title_at(zone.view, named.end, end) if named else None
    return replace(heading, title=title, end=title.end) if title else heading
