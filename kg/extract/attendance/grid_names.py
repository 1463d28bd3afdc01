"""Whose cell is it: the names between two cells of a table on one line, the holder of a proxy, what a new page adds."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.act import Zone, once
from kg.extract.attendance.communes import own_name
from kg.extract.attendance.cues import ROLE
from kg.extract.attendance.grid_answers import Answer
from kg.extract.attendance.grid_stand_ins import stand_in
from kg.extract.attendance.known_names import known_ahead, shortened
from kg.extract.attendance.tables import writing
from kg.extract.attendance.towns_after import towns_of
from kg.model import Span
from kg.text.found import Found
from kg.text.names import find_names, is_given_name, name_key, printed_name

# « Cons. mun. », « Adj. », which no name begins
_SHORT_ROLE = re.compile(
    r"(?<=[\s|])(?:(?:C(?:ons|ONS)|Adj|ADJ|Conseil|D[ée]l|V(?:ice|ICE)?[ .-]{0,2}P(?:r[ée]s)?)\."
    r"(?:\s?(?:[Mm]un|MUN|[Dd][ée]l|D[ÉE]L|[Cc]om(?:m)?|[Aa]dj)\b\.?)*"
    r"|C\.\s?M\.(?:\s?D\.)?|CM(?:D)?(?=\s)|V\.\s?P\.|VP(?=\s))"
)
_MARK = "\x01"
_VOTES = re.compile(r"(?<=[\s|])V(?=[\s|])")
_OFFICE = re.compile(
    r"[\s|,(–—-]*(?:(?:\d{1,2}\s?(?:er|ere|re|e|eme|nd|nde|°)?|premiere?|deuxieme|troisieme|quatrieme|cinquieme|sixieme)\s)?"
    rf"(?:maire|adj|vice|president|conseill|deleg|membre|titulaire|suppleant|secretaire|elue?\b|doyen|representant|tresor|questeur|{_MARK})"
)
_ASIDE = re.compile(r"\([^()]{1,60}\)")
_SENTENCE = re.compile(r"[.!?;:]\s+[A-ZÀ-Ý]|\b(?:est|sont|a été|ont|que|qui)\s")
_STOP = re.compile(r"[.:](?=\s)(?<!\bM\.)")
_BLANK = re.compile(r"[\s:|,;.…_()•°*–—-]*")
_CIVILITY = r"(?:(?:M\.?|Mr|Mme|Mlle|Monsieur|Madame|MONSIEUR|MADAME|MME)\s+)?"
_LED_BY = re.compile(r"(?:\bM\.|\bMr|\bMme|\bMlle|\bMonsieur|\bMadame|\bMME)\s$")  # no commune stands between
LEAD = re.compile(rf"[\s:|,;.…_()•°*/–—-]*(?:n°\s?)?(?:\d{{1,3}}[\s.)°|–-]*)?{_CIVILITY}")
_TO_HOLDER = re.compile(rf"[\s:|,;(–—-]*{_CIVILITY}")
# What a new page puts between two rows: its number, a stamp, the labels of the columns once more.
_LABEL = (
    r"(?:noms?|prenoms?|qualites?|fonctions?|etat|mandataires?|presences?|present|absent|excuse|emargements?|signatures?|statut"
    r"|communes?|membres?|conseillers?|elus?|delegues?|pouvoirs?(?:\sdonnee?s?)?(?:\sa)?|procurations?(?:\sa)?)"
)
_PAGE = re.compile(
    r"\bpage\s\d{1,3}(?:\s?(?:/|sur)\s?\d{1,3})?|(?<=\s)\d{1,3}\s?/\s?\d{1,3}(?=\s)|\bid\s?:\s?[\w-]{10,60}"
    r"|\b(?:recu|envoye|publie|affiche)e?\s(?:en\sprefecture\s)?le\s[\d/.]{6,10}"
    rf"|\b{_LABEL}(?:\s?[|,/]?\s?(?:et\s|n°\s)?{_LABEL}){{1,7}}\b"
)
_PAGE_CUE = re.compile(
    r"\bpage\s\d|\s\d{1,3}\s?/\s?\d{1,3}\s|\bprefecture\b|\bnoms?\b|\bqualite|\bmandataire|\bpresence"
)
_PARTICLE = re.compile(r"(?<![\w'-])(?:[dD]e la |[dD]e |[dD]u |[dD]es |[dD]')$")
_RECEIVED = re.compile(
    r"[\s,;(+–—-]*(?:(?:a\sre[çc]u|ayant|avec|d[ée]tient|porteu\w+|et)\s)?(?:(?:l[ea]|une?|du|de\sla|d'une?)\s)?"
    rf"(?:[Pp]ouvoir|[Pp]rocuration|[Mm]andat)\s(?:re[çc]ue?\s)?(?:de\s|d['’])\s?{_CIVILITY}"
)
_LONGEST_NAME = 60
_WIDEST = 170  # characters of a row
_FIRST_ROW = 130
PAGE_WIDEST = 420  # of one that a page parts


class Sheet(NamedTuple):
    """A zone that holds a table: its text without abbreviated offices, its cells, whether communes come before names,
    and the keys of the members whom no holder precedes."""

    zone: Zone
    masked: str
    answers: Sequence[Answer]
    by_place: bool
    known: frozenset[str] = frozenset()

    def named(self, start: int, end: int) -> list[Found[str]]:
        """The names of a passage."""
        return list(find_names(self.masked, start, end, listed=True))


def sheet_of(zone: Zone, answers: Sequence[Answer], by_place: bool, *, town_after: bool = False) -> Sheet:
    """The sheet of some cells, those left out that no member precedes (of a legend, of the head of a column).

    ``town_after``: a town stands between each name and its cell.
    """
    masked = once(zone.view, ("without offices",), lambda: _without_offices(zone.view.text))
    for town in towns_of(masked, [(one.start, one.end) for one in answers]) if town_after else ():
        masked = masked[: town.start] + _MARK * (town.end - town.start) + masked[town.end :]
    sheet = Sheet(zone, masked, answers, by_place)
    sheet = sheet._replace(answers=[answers[index] for index in range(len(answers)) if since(sheet, index)])
    return sheet._replace(known=_known(sheet))


def without_votes(sheet: Sheet) -> Sheet:
    """« P V », « Représentée M. NOIR V », in a table whose last column tells who votes: without its letter."""
    sheet = sheet._replace(masked=_VOTES.sub("|", sheet.masked))
    return sheet._replace(known=_known(sheet))


def _without_offices(text: str) -> str:
    return _SHORT_ROLE.sub(lambda match: _MARK * len(match[0]), text)


def is_first(sheet: Sheet, index: int) -> bool:
    """Whether no cell stands close before."""
    return index == 0 or sheet.answers[index].start - sheet.answers[index - 1].end > PAGE_WIDEST


def _known(sheet: Sheet) -> frozenset[str]:
    """Those whose names alone stand between two cells, then those whom a holder so known precedes."""
    keys: set[str] = set()
    for sure in (True, False):
        for index in range(len(sheet.answers)):
            key = _key(sheet, index, sure=sure)
            if key and key not in keys:
                keys.add(key)
                sheet = sheet if sure else sheet._replace(known=sheet.known | {key} | shortened({key}))
        sheet = sheet._replace(known=frozenset(keys) | shortened(keys))
    return sheet.known


def _key(sheet: Sheet, index: int, *, sure: bool) -> str | None:
    """The key of the member of a cell, None where a holder may stand in the same words."""
    before = None if is_first(sheet, index) else sheet.answers[index - 1]
    names = since(sheet, index)
    whole = holder(sheet, before, sheet.answers[index]) if before and names else None
    if whole is not None:
        name = None if sure else member(sheet, names, whole, sheet.answers[index])
        return name_key(name.value) if name else None
    free = before is None or before.status == "present" or not (sure or before.tied)
    return name_key(names[-1].value) if names and free and (sheet.by_place or len(names) == 1) else None


def since(sheet: Sheet, index: int) -> list[Found[str]]:
    """The names since the cell before; before the first cell, the last of those that follow what heads the table."""
    answer, first = sheet.answers[index], is_first(sheet, index)
    floor = answer.start - _FIRST_ROW if first else sheet.answers[index - 1].end
    start = after_page(sheet, max(sheet.zone.start, floor), answer.start, answer.start)
    given = None if first else received(sheet, sheet.answers[index - 1])
    given = given or (None if first else _stand_in_before(sheet, index))
    start = max(start, given.end) if given and given.end < answer.start else start
    names = _names(sheet, start, answer) if answer.start - start <= _WIDEST else []
    if first and names:
        floor = max((stop.end() for stop in _STOP.finditer(sheet.masked, start, names[0].start)), default=start)
        names = _names(sheet, floor, answer)[-1:]
    return names


def substitute(sheet: Sheet, answer: Answer, end: int) -> Found[str] | None:
    """Who is said to sit for the member of a cell."""
    away = answer.status == "absent"
    return stand_in(sheet.masked, answer.end, end, by_place=sheet.by_place) if away else None


def _stand_in_before(sheet: Sheet, index: int) -> Span | None:
    sits = substitute(sheet, sheet.answers[index - 1], sheet.answers[index].start)
    return Span(sits.start, sits.end) if sits else None


def _names(sheet: Sheet, start: int, answer: Answer) -> list[Found[str]]:
    """The names of a passage up to the one that an office or nothing parts from the cell."""
    kept: list[Found[str]] = []
    for name in sheet.named(start, answer.start):
        if sheet.masked[name.start - 1] != "(":
            kept.append(_without_place(sheet, start, name) if sheet.by_place else name)
        if kept and _beside(sheet, name.end, answer.start):
            return [*kept[:-1], _led(sheet.masked, kept[-1])]
    return []


def _without_place(sheet: Sheet, start: int, name: Found[str]) -> Found[str]:
    """« VALBRUN ROUX Anne » in a table whose first column is that of the communes."""
    whole = sheet.masked[start : name.end]
    at = 0 if _LED_BY.search(sheet.masked, start, name.start) else own_name(whole)
    return Found(printed_name(whole[at:]), start + at, name.end) if at else name


def _led(masked: str, name: Found[str]) -> Found[str]:
    """« D'Orvalle Guy »: the small word before a name is its own."""
    lead = _PARTICLE.search(masked, max(0, name.start - 6), name.start)
    return Found(lead[0] + name.value, lead.start(), name.end) if lead else name


def _beside(sheet: Sheet, start: int, end: int) -> bool:
    """Whether an office and nothing else stands between a name and its cell."""
    gap = _ASIDE.sub(lambda aside: " " * len(aside[0]), sheet.masked[start:end])
    if _BLANK.fullmatch(gap):
        return True
    pairs = zip(gap, sheet.zone.view.folded[start:end], strict=True)
    folded = "".join(one if one in (_MARK, " ") else other for one, other in pairs)
    office = _OFFICE.match(folded) or not re.search(r"[a-z]", ROLE.sub("", folded))
    return bool(office) and not _SENTENCE.search(gap) and not _names_person(sheet, start, end)


def _names_person(sheet: Sheet, start: int, end: int) -> bool:
    """« ROUX Anne conseillère NOIR Paul conseiller P »: words after an office that name another member."""
    return any(
        writing(found.value) == "mixed" or any(is_given_name(word) for word in found.value.split())
        for found in sheet.named(start, end)
        if " " in found.value
    )


def after_page(sheet: Sheet, start: int, end: int, reach: int) -> int:
    """Where a row begins, behind what a new page puts before it; ``reach``: how far its labels are looked for."""
    folded = sheet.zone.view.folded
    if not _PAGE_CUE.search(folded, start, end):
        return start
    ends = (match.end() for match in _PAGE.finditer(folded, start, reach))
    return max((at for at in ends if at <= end), default=start)


def member(sheet: Sheet, names: Sequence[Found[str]], held: Span | None, answer: Answer) -> Found[str] | None:
    """The member of a row: the last name, without the holder of the row before where one run of words is both."""
    last = names[-1]
    # « D. NOIR VERT Zoé » may be read as « D. NOIR VERT » and « Zoé »
    cut = held and not sheet.by_place and any(name.start < held.end < name.end for name in names)
    if held is None or (last.start >= held.end and not cut):
        return last
    rest = LEAD.match(sheet.masked, held.end)
    after = sheet.named(rest.end() if rest else held.end, answer.start)
    return after[0] if after and _beside(sheet, after[0].end, answer.start) else None


def holder(sheet: Sheet, before: Answer, answer: Answer) -> Span | None:
    """Who stands right after the cell of a member away, before the next row."""
    if before.status == "present":
        return None
    at = after_tie(sheet, before)
    whole = known_ahead(sheet.masked, at, answer.start, sheet.known)
    if whole:
        lead = LEAD.match(sheet.masked, whole.end)
        return whole if sheet.named(lead.end() if lead else whole.end, answer.start) else None
    names = sheet.named(at, answer.start)
    return Span(names[0].start, names[0].end) if before.tied and len(names) > 1 and names[0].start == at else None


def received(sheet: Sheet, before: Answer) -> Span | None:
    """« Présente (pouvoir de M. NOIR) »: whose proxy one who sits holds."""
    told = _RECEIVED.match(sheet.zone.view.text, before.end) if before.status == "present" else None
    if told is None:
        return None
    reach = min(sheet.zone.end, told.end() + _LONGEST_NAME)
    names = [name for name in sheet.named(told.end(), reach) if name.start == told.end()]
    whole = known_ahead(sheet.masked, told.end(), reach, sheet.known)
    return whole or (Span(names[0].start, names[0].end) if names else None)


def after_tie(sheet: Sheet, before: Answer) -> int:
    """Where a holder is named after a cell."""
    lead = _TO_HOLDER.match(sheet.masked, before.end)
    return lead.end() if lead else before.end
