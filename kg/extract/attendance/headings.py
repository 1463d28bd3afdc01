"""The headings that lists of members follow: their kind, and where each list begins."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.attendance.boxes import is_boxed
from kg.extract.attendance.cues import CIVILITY, HEADING
from kg.extract.attendance.furniture import is_count_beside
from kg.extract.attendance.one_away import of_vote, stops, told_of_one
from kg.extract.attendance.uncoloned import NAME_AHEAD, after_count, line_end, without_colon
from kg.extract.scanned import places_of
from kg.text.names import find_names

# Between the words of a heading and its list: « en application de l'article L 2121-20 … : », « : 25 », « (8) : ».
_TO_COLON = re.compile(r"(?:\.(?=\s?:))?(?:[^:;.]|\b(?:l|r|art)\.|\d\.(?=\d)){0,220}?:")
# « Étaient présents; SAINT-PRIX : … »: a colon misread
_MISREAD = re.compile(r"\s?;(?=\s*(?:\n|[A-ZÀ-ÖØ-Þ]|l[ea]s?\s))")
# « (pouvoir : Anne ROUX) »: said of one member; « (pouvoirs : » may head a list.
_ONE_PROXY = re.compile(
    r"(?:(?<=\()|(?<=\(\s)|(?<=\bdonne\s)|(?<=\bdonnant\s)(?!\w+\s*:))(?:pouvoir|procuration|mandat)\b"
)
# « tous les membres en exercice sauf … », « présents à l'exception de : … »: who follows is away.
_ALL_BUT = re.compile(
    r"\s*(?:(?:tou(?:s|tes)|l'ensemble|la totalite)\b[^.:;]{0,70}?)?"
    r"\b(?:sauf|excepte[es]*|hormis|a l'exception d(?:e|u|es|'))\s*:?\s*"
    r"(?=m\b|m[mrl.]|l[ea]\b|[a-z]+\s[a-z]+)"
)
# « Présents : pour la commune de Valbrun : monsieur ROUX »
_SENT_BY = re.compile(
    rf"\s*(?:(?:pour\s+)?(?:la\s+)?(?:commune|ville)\s+d(?:e|u|es|')\s?|pour\s)[^:.;]{{2,50}}:\s*{CIVILITY}\s"
)
# « Présents : a) Membres élus : Mme Anne ROUX », « : pour la CC du Val : Anne ROUX », « : les adjoints Anne ROUX »
_LEAD = re.compile(
    r"\s*(?:(?:[a-d]|\d)\s?[).°]\s?|[–—•-]\s)?(?:(?:(?:pour|au\stitre|representa\w+|membres?|elue?s?|deleguee?s?"
    r"|titulaires?|suppleante?s?|administrat\w+|conseill\w+|colleges?|groupes?)\b[^:.;,()]{0,70}?:"
    r"|l[ea]s?\s(?:adjointe?s?|conseill(?:ers?|eres?)|maires?|presidente?|vice-presidente?s?|membres?|deleguee?s?|elue?s?)"
    r"(?:\s(?:municipa\w+|communauta\w+|syndica\w+|departementa\w+|deleguee?s?|titulaires?|elue?s?|nommee?s?)){0,2}"
    rf"\s?:?)\s*(?:{CIVILITY}\s)?)"
)
_NOTHING = re.compile(r"\s*:?\s*(?:neant|aucune?s?|/+|-+\s*(?=\n|$)|sans objet|0\b)")
# « Excusés : en application de l'article …, ont donné pouvoir : », « Étaient présents : Mmes et MM. les conseillers : »
_MORE_HEADING = re.compile(
    r"\s*(?:(?:conformement|en\s+application|en\s+vertu)[^:]{0,260}"
    r"|l[ea]s?\s+(?:maires?|presidente?|adjoint\w*|vice-presidente?s?)\s?"
    r"|(?:(?:(?:tous\s+)?les|l'ensemble\s+des|mesdames\s+et\s+messieurs|mmes\s+et\s+mm\.?|mm\.?\s+et\s+mmes\.?)\s+){0,2}"
    r"(?:conseillers?|membres?|elus?|delegues?)(?:\s[a-z']{2,15}){0,5}\s?):"
)
_SANS = re.compile(r"\bsans\s$")  # « Non connectés, sans procuration Anne ROUX »
_IN_BRACKETS = re.compile(r"\([^()\n]{2,80}\spar\s$")  # « Contre : 1 (M. NOIR par procuration) Abstention : »
_COLUMN = re.compile(r"(?:pouvoirs?|procurations?)\s$")  # « pouvoir pouvoir pouvoir : »: a column of labels
# « Nombre de conseillers en séance : », « des membres présents et représentés : »
_COUNTS_ONLY = re.compile(
    r"\bnombre\sdes?\s(?:conseillers|membres|elus|delegues)[\w\s]{0,20}en\s+seance$"
    r"|\bpresents?\s(?:et|ou|/)\srepresente\w*$"
)
# « à l'unanimité des membres présents, fixe comme suit : »
_OF_VOTE = re.compile(
    r"\b(?:unanimite|majorite|voix|suffrages?)(?: absolue)? de(?:s| ses| tous les| ces) (?:[a-z]+ ){0,2}$"
)
# « formant la majorité des membres en exercice Absents : »: the next heading begins after those in office
_IN_OFFICE = re.compile(r"[a-zé]+ (?:[a-z]+ )?en exercice\s(?=[A-ZÀ-ÖØ-Þ])")
_ADJECTIVE = re.compile(r"présente?")  # « le présent conseil »: one thing, not members
_SHOWN = re.compile(r"[Pp]résenté|PRÉSENTÉ")  # « tel que présenté. Point n° 4 : », « Projets présentés : »
_STAND_IN = re.compile(
    r"\bsupplea?nte?s?\b[^.:;]{0,40}?\b(?:remplac\w+|suppleant|place|representa\w+)\s"
    r"(?:(?:d'|de\s)?(?:une?|des|les?|la|leurs?|son)\s)?(?:titulaires?|delegues?|membres?)(?:\stitulaires?)?\s(?:absent|excuse|empeche)e?s?$"
)
_WHO = re.compile(r"(?:titulaire|supplea?nte?|membre|conseillere?|deleguee?|elue?)\s$")  # « Suppléante présente : »
# « … dont 3 procurations ⏎ Absente : »: the colon is that of another heading.
_NEXT_LINE = re.compile(
    r"[\n|][\s|]*(?:Pr[ée]sent|PR[ÉE]SENT|Absent|ABSENT|Excus|EXCUS)"
    r"|[\n|\d][\s|]*(?:Pouvoir|POUVOIR|Procuration|PROCURATION|Votant|VOTANT|Assist|ASSIST|(?:Repr[ée]sent|REPR[ÉE]SENT)\S*\s+\d)"
)
# « Absents : 4 dont 2 ayant donné pouvoir Présents : »: so it is where the other heading follows at once.
_NEXT_HEADING = re.compile(
    r"[a-zà-ÿ)]\s(?:[ÉE]taient\s|ÉTAIENT\s|ETAIENT\s)?(?:Membres\s|MEMBRES\s)?"
    r"(?:Pr[ée]sente?s?|PR[ÉE]SENTE?S?|Absente?s?|ABSENTE?S?|Excusée?s?|EXCUS[ÉE]E?S?)\s?:"
)
# « 14 délégués présents dont 4 suppléants POUVOIRS : »: a count in small letters, then a heading in capitals.
_CAPITAL_HEADING = re.compile(
    r"(?<![^\W_])(?:POUVOIRS?|PROCURATIONS?|ABSENTE?S?|EXCUS[ÉE]E?S?|REPR[ÉE]SENT[ÉE]E?S?|SUPPL[ÉE]ANTE?S?)\b[^:a-z]{0,40}:$"
)


def headings(zone: Zone) -> Iterator[tuple[str, int, int, bool]]:
    """Kind, start, end and mixture of each heading that a list follows."""
    position, last = zone.start, ""
    for place in places_of(zone, HEADING):
        match = HEADING.match(zone.view.folded, place, zone.end) if place >= position else None
        if match is None:
            continue
        kind = str(match.lastgroup)
        beside = (last == "proxies" and is_count_beside(zone, match.start())) or is_boxed(zone, match.start())
        if beside or _no_heading(zone, match):
            members = _IN_OFFICE.match(zone.view.text, match.start(), match.end())
            position = members.end() if members else match.end()
            continue
        end = _heading_end(zone, match)
        position = match.end() if end is None else max(end, match.end())
        if end is not None and (not _counted(zone, match.start()) or _names_ahead(zone, match.end(), end)):
            lead = _SANS.search(zone.view.folded, max(zone.start, match.start() - 6), match.start())
            words = zone.view.folded[lead.start() if lead else match.start() : end]
            last = _kind("absent" if lead else kind, words) if not _sits_for(zone, match) else "present"
            yield last, match.start(), end, bool(re.search(r"\b(?:et|ou)\b|/|excuse\w*,?\srepresent", words))


def _no_heading(zone: Zone, match: re.Match[str]) -> bool:
    """« le présent conseil », a column of labels, « (pouvoir : Anne ROUX) », « M. NOIR donne pouvoir … »."""
    view = zone.view
    return bool(
        (
            _ADJECTIVE.fullmatch(view.text, match.start(), match.end())
            and not _WHO.search(view.folded, max(zone.start, match.start() - 14), match.start())
        )
        or _SHOWN.match(view.text, match.start())
        or _OF_VOTE.search(view.folded, max(zone.start, match.start() - 60), match.start())
        or (
            match.lastgroup == "proxies"
            and _COLUMN.search(view.folded, max(zone.start, match.start() - 14), match.start())
        )
        or _ONE_PROXY.match(view.folded, match.start())
        or (
            view.text[match.end() : match.end() + 1] == ")"
            and _IN_BRACKETS.search(view.folded, max(zone.start, match.start() - 90), match.start())
        )
        or _COUNTS_ONLY.search(view.folded, max(zone.start, match.start() - 16), match.end())
    )


def _sits_for(zone: Zone, match: re.Match[str]) -> bool:
    """« Suppléants remplaçant un titulaire absent : »: those who sit."""
    return _STAND_IN.search(zone.view.folded, max(zone.start, match.start() - 90), match.end()) is not None


def _counted(zone: Zone, start: int) -> bool:
    """« 25 présents : »: a count, not a heading."""
    before = zone.view.folded[max(zone.start, start - 2) : start]
    return bool(re.search(r"\d\s$", before)) and not zone.view.text[start].isupper()


def _names_ahead(zone: Zone, start: int, end: int) -> bool:
    """« 27 élus étaient présents : Anne ROUX »: counted, but names follow a colon."""
    ahead = next(find_names(zone.view.text, end, min(zone.end, end + 60), listed=True), None)
    return ":" in zone.view.text[start:end] and ahead is not None and ahead.start - end < 12


def _kind(kind: str, words: str) -> str:
    """Absent, but represented by a proxy: what the rest of the heading says."""
    if (
        re.search(
            r"\b(?:non|sans|ni)\s+(?:avoir\s+(?:donne\s+)?)?(?:represente|pouvoir|procuration|excuse)"
            r"|\bn'(?:ayant|ont|avaient|avait|a|etaient|etait)\s+(?:pas|ni)\b",
            words,
        )
        and kind != "present"
    ):
        return "absent"
    if kind == "absent" and re.search(r"pouvoir|procuration|mandat|represent", words):
        return "proxies"
    if kind == "present" and re.search(r"\b(?:sauf|excepte[es]*|hormis|exception)\b", words):
        return "absent"
    return kind


def _heading_end(zone: Zone, match: re.Match[str]) -> int | None:
    """Where the list of a heading begins, or None where these words head no list."""
    view = zone.view
    if match.lastgroup == "present" and (all_but := _all_but(zone, match.end())):
        return all_but
    to_colon = _MISREAD.match(view.text, match.end(), zone.end) if view.text[match.start()].isupper() else None
    to_colon = to_colon or _TO_COLON.match(view.folded, match.end(), zone.end)
    if to_colon and of_vote(to_colon[0]):
        return None
    if to_colon and (stops(view.text, match) or told_of_one(view, match, to_colon.end())):
        return None
    if to_colon and "secretaire" in to_colon[0] and line_end(zone, match.end()):
        to_colon = None  # « ABSENTS ⏎ Anne ROUX ⏎ Secrétaire de séance : »: the colon is that of the next label
    if to_colon and ("secretaire" in to_colon[0] or _of_another(zone, match.end(), to_colon.end())):
        # « Les conseillers présents …, il est procédé à la nomination d'un secrétaire … : M. NOIR »
        return without_colon(zone, match)
    if to_colon and view.text[match.start()].islower() and _CAPITAL_HEADING.search(view.text[slice(*to_colon.span())]):
        return None
    if to_colon and (to_colon.end() - match.end() < 4 or not any(find_names(view.text, match.end(), to_colon.end()))):
        after = after_count(zone, _further_colon(zone, to_colon.end()))
        led = _SENT_BY.match(view.folded, after, zone.end) or _leads_to_name(zone, after)
        if led or _NOTHING.match(view.folded, after, zone.end) or NAME_AHEAD.match(view.text, after, zone.end):
            return after
        if match.lastgroup == "present":
            return _after_noise(zone, after)
        return after if line_end(zone, after) else None
    return without_colon(zone, match)


def _leads_to_name(zone: Zone, start: int) -> bool:
    """Whether the words of a group or a role stand before a whole name, and nothing else does."""
    lead = _LEAD.match(zone.view.folded, start, zone.end)
    if lead is None:
        return False
    named = next(find_names(zone.view.text, lead.end(), min(zone.end, lead.end() + 60), listed=True), None)
    return named is not None and " " in named.value and not zone.view.text[lead.end() : named.start].strip()


def _of_another(zone: Zone, start: int, end: int) -> bool:
    """Whether a colon is that of another heading, which begins on the next line or, in small words, at once."""
    text = zone.view.text
    return bool(_NEXT_LINE.search(text, start, end) or _NEXT_HEADING.fullmatch(text, start - 1, end))


def _after_noise(zone: Zone, start: int) -> int | None:
    """« PRESENTS : ⏎ se Anne ROUX, Paul NOIR, »: what is left of a mark in the margin, before names with commas."""
    noise = _NOISE.match(zone.view.text, start, zone.end)
    return noise.end() if noise else None


_NOISE = re.compile(
    r"[\s.|]*(?!(?:l[ae]s?|l|une?|d[eu]s?|d|et|ou|[àa]|aux?|en|par|sur|mm?|mme|mr)[ |.])[a-zà-ÿ]{1,3}[ |.]{1,3}"
    r"(?=(?:[A-ZÀ-Ý][\wÀ-ÿ'-]+ ){1,3}[A-ZÀ-Ý][\wÀ-ÿ'-]+\s?,\s(?:[A-ZÀ-Ý][\wÀ-ÿ'-]+ ){1,3}[A-ZÀ-Ý])"
)


def _all_but(zone: Zone, start: int) -> int | None:
    """Where those begin who are the only ones away."""
    colon = re.compile(r"\s*:").match(zone.view.folded, start, zone.end)
    match = _ALL_BUT.match(zone.view.folded, colon.end() if colon else start, zone.end)
    return match.end() if match else None


def _further_colon(zone: Zone, start: int) -> int:
    """« Excusés : Conformément à l'article …, ont donné pouvoir … : » has its list after the second colon."""
    more = _MORE_HEADING.match(zone.view.folded, start, zone.end)
    return more.end() if more else start
