"""Where each part of the attendance begins and ends: headings, and the first words that belong to no list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY, HEADING
from kg.extract.attendance.ends import list_end
from kg.extract.attendance.unheaded import unheaded
from kg.text.names import find_names

# Between the words of a heading and its list: « en application de l'article L 2121-20 … : », « : 25 », « (8) : ».
_TO_COLON = re.compile(r"(?:[^:;.]|\b(?:l|r|art)\.|\d\.(?=\d)){0,220}?:")
_COUNT = re.compile(r"\s*\(?\s*\d{1,3}\s*\)?(?![\d/.h°])\s*[:;,]?\s*(?:\((?=[a-z]))?")
# « (pouvoir : Anne ROUX) »: said of one member; « (pouvoirs : » may head a list.
_ONE_PROXY = re.compile(
    r"(?:(?<=\()|(?<=\(\s)|(?<=\bdonne\s)|(?<=\bdonnant\s)(?!\w+\s*:))(?:pouvoir|procuration|mandat)\b"
)
# « tous les membres en exercice sauf … », « présents à l'exception de : … »: who follows is away.
_ALL_BUT = re.compile(
    r"\s*(?:tou(?:s|tes)\b[^.:;]{0,70}?)?\b(?:sauf|excepte[es]*|hormis|a l'exception d(?:e|u|es|'))\s*:?\s*"
    r"(?=m\b|m[mrl.]|l[ea]\b|[a-z]+\s[a-z]+)"
)
# « 1. Anne ROUX 2. Paul NOIR »: figures that count the members.
_RANKED = r"0?1\s?[.°]\s?-?\s*(?=[^:\n]{3,70}?(?:\b0?2\s?[.°]|\n|$))"
_NAME_AHEAD = re.compile(
    rf"[\s:•*|(–—-]*(?:{_RANKED})?(?:de\s(?=M))?(?:[A-ZÀ-ÖØ-Þ]{{2}}|[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ.' ]|[A-Z]-[A-Z]\.|M\."
    r"|(?:monsieur|madame)\s[A-ZÀ-ÖØ-Þ])"
)
# « Présents : pour la commune de Valbrun : monsieur ROUX »
_SENT_BY = re.compile(rf"\s*(?:pour\s+)?(?:la\s+)?(?:commune|ville)\s+d(?:e|u|es|')\s?[^:.;]{{2,50}}:\s*{CIVILITY}\s")
_NOTHING = re.compile(r"\s*:?\s*(?:neant|aucune?s?|/+|-+\s*(?=\n|$)|sans objet|0\b)")
# Names and nothing else, six words or more: « Présents ROUX Anne NOIR Paul VERT Zoé ».
_DENSE = re.compile(r"(?:\s*(?:[–—-]\s)?[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*[,;]?(?=\s)){6}")
_COLUMN = re.compile(r"(?:pouvoirs?|procurations?)\s$")  # « pouvoir pouvoir pouvoir : »: a column of labels
_ADJECTIVE = re.compile(r"présente?")  # « le présent conseil »: one thing, not members
_WHO = re.compile(r"(?:titulaire|supplea?nte?|membre|conseillere?|deleguee?|elue?)\s$")  # « Suppléante présente : »
# « … dont 3 procurations ⏎ Absente : »: the colon is that of another heading.
_NEXT_LINE = re.compile(
    r"[\n|][\s|]*(?:Pr[ée]sent|PR[ÉE]SENT|Absent|ABSENT|Excus|EXCUS)"
    r"|[\n|\d][\s|]*(?:Pouvoir|POUVOIR|Procuration|PROCURATION|Votant|VOTANT|Assist|ASSIST|(?:Repr[ée]sent|REPR[ÉE]SENT)\S*\s+\d)"
)
# « Procurations Anne ROUX donne procuration à »
_GIVES = re.compile(
    r"\s*(?:[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*\s+){1,4}(?:a\s+)?donn|\s*(?:[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*\s+){2,4}à\s+[A-ZÀ-ÖØ-Þ]"
)
# « Etait absente Anne ROUX. »
_WAS = re.compile(r"etai(?:en)?t\s")
_ALONE = re.compile(r"\s*[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?\s[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'-]+\s*[.,;]")
# « Ayant donné procuration ; Mme ROUX »: a colon that OCR lost
_SEMICOLON = re.compile(r"\s?;\s(?=(?:M\.|MM|Mr|Mme|Monsieur|Madame)[\s.])")
_MANDANTS = re.compile(r"\s+mandants?\s+mandataires?\s")  # the heads of two columns
_UNDER_CHAIR = re.compile(r"[\s,(]*sous\s+la\s+presidence\s+d")
_LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Section:
    """A list under a heading: its kind (present, proxies, absent, guests), where its heading and its list stand."""

    kind: str
    heading: int
    start: int
    end: int
    mixed: bool = False


def find_sections(zone: Zone) -> list[Section]:
    """The lists of the first attendance of a zone, in order; a list printed again later is left alone."""
    sections: list[Section] = []
    heads = list(_headings(zone))
    for index, (kind, heading, start, mixed) in enumerate(heads):
        if sections and heading < sections[-1].end and sections[-1].kind != kind and heading < sections[-1].start:
            continue
        if sections and heading - sections[-1].end > 2500:
            break
        following = heads[index + 1][1] if index + 1 < len(heads) else zone.end
        end = list_end(zone, start, min(following, zone.end, start + _LONGEST))
        if end - start > 3 and not _said_again(zone, kind, heading, end, heads[index + 1 : index + 2]):
            sections.append(Section(kind, heading, start, end, mixed))
    if not any(section.kind == "present" for section in sections):
        limit = sections[0].heading if sections else zone.end
        bare = [Section(*place) for place in unheaded(zone, limit)]
        # Where nobody is said to be present, a heading without a colon may be that of another column.
        return [*bare, *(one for one in sections if bare or ":" in zone.view.text[one.heading : one.start])]
    return sections


def _said_again(zone: Zone, kind: str, heading: int, end: int, following: list[tuple[str, int, int, bool]]) -> bool:
    """« Nombre de présents : 25 Présents : »: a count before the heading of the list."""
    before = zone.view.folded[max(zone.start, heading - 60) : heading]
    return bool(re.search(r"\bnombre d[^.:]{0,50}$", before)) and any(
        other == kind and start - heading < 120 and start <= end for other, start, _, _ in following
    )


def _headings(zone: Zone) -> Iterator[tuple[str, int, int, bool]]:
    """Kind, start, end and mixture of each heading that a list follows."""
    position = zone.start
    while (match := HEADING.search(zone.view.folded, position, zone.end)) is not None:
        kind = str(match.lastgroup)
        if _no_heading(zone, match):
            position = match.end()
            continue
        end = _heading_end(zone, match)
        position = match.end() if end is None else max(end, match.end())
        if end is not None and (not _counted(zone, match.start()) or _names_ahead(zone, match.end(), end)):
            words = zone.view.folded[match.start() : end]
            yield _kind(kind, words), match.start(), end, bool(re.search(r"\b(?:et|ou)\b|/", words))


def _no_heading(zone: Zone, match: re.Match[str]) -> bool:
    """« le présent conseil », a column of labels, « (pouvoir : Anne ROUX) », « M. NOIR donne pouvoir … »."""
    view = zone.view
    return bool(
        (
            _ADJECTIVE.fullmatch(view.text, match.start(), match.end())
            and not _WHO.search(view.folded, max(zone.start, match.start() - 14), match.start())
        )
        or _COLUMN.search(view.folded, max(zone.start, match.start() - 14), match.start())
        or _ONE_PROXY.match(view.folded, match.start())
    )


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
        re.search(r"\b(?:non|sans|ni)\s+(?:avoir\s+(?:donne\s+)?)?(?:represente|pouvoir|procuration|excuse)", words)
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
    to_colon = _TO_COLON.match(view.folded, match.end(), zone.end)
    if to_colon and "secretaire" in to_colon[0] and _line_end(zone, match.end()):
        to_colon = None  # « ABSENTS ⏎ Anne ROUX ⏎ Secrétaire de séance : »: the colon is that of the next label
    if to_colon and ("secretaire" in to_colon[0] or _NEXT_LINE.search(view.text, match.end(), to_colon.end())):
        return None  # « Les conseillers présents …, il est procédé à la nomination d'un secrétaire … : M. NOIR »
    if to_colon and (to_colon.end() - match.end() < 4 or not any(find_names(view.text, match.end(), to_colon.end()))):
        after = _after_count(zone, _further_colon(zone, to_colon.end()))
        after_place = _SENT_BY.match(view.folded, after, zone.end)
        if after_place or _NOTHING.match(view.folded, after, zone.end) or _NAME_AHEAD.match(view.text, after, zone.end):
            return after
        return after if match.lastgroup != "present" and _line_end(zone, after) else None
    return _without_colon(zone, match)


def _without_colon(zone: Zone, match: re.Match[str]) -> int | None:
    """Where a list begins that no colon announces: its heading is written as one, and names follow."""
    view = zone.view
    if misread := _SEMICOLON.match(view.text, match.end(), zone.end):
        return misread.end()
    if columns := _MANDANTS.match(view.folded, match.end(), zone.end):
        return columns.end()
    if _UNDER_CHAIR.match(view.folded, match.end(), zone.end):
        return match.end()
    if not _begins(zone, match.start()):
        return None
    after = _after_count(zone, match.end())
    if _sized(zone, match.end(), after):
        return after
    if _dense(zone, after) and not _dashed(zone, match.start()):
        return after
    ahead = re.compile(rf"\s*(?:{CIVILITY}\s|[a-z'-]+\s+\()").match(view.folded, after, zone.end) or (
        _GIVES.match(view.text, after, zone.end)
        if match.lastgroup == "proxies"
        else _WAS.match(match[0]) and _ALONE.match(view.text, after, zone.end)
    )
    alone = view.text[match.end() : after + 1].strip(" ").startswith("\n") or _line_end(zone, match.end())
    return after if (ahead or alone) and _NAME_AHEAD.match(view.text, after, zone.end) else None


def _all_but(zone: Zone, start: int) -> int | None:
    """Where those begin who are the only ones away."""
    colon = re.compile(r"\s*:").match(zone.view.folded, start, zone.end)
    match = _ALL_BUT.match(zone.view.folded, colon.end() if colon else start, zone.end)
    return match.end() if match else None


def _dense(zone: Zone, start: int) -> bool:
    """Whether names and nothing else follow, with no colon before them."""
    words = _DENSE.match(zone.view.text, start, zone.end)
    return (
        words is not None
        and len([found for found in find_names(zone.view.text, start, words.end(), listed=True) if " " in found.value])
        >= 2
    )


def _sized(zone: Zone, start: int, end: int) -> bool:
    """« PRÉSENTS (21) ROUX Anne … »: a count in parentheses, then a name at once."""
    ahead = next(find_names(zone.view.text, end, min(zone.end, end + 60), listed=True), None)
    return (
        zone.view.text[start:end].strip().startswith("(")
        and ahead is not None
        and not zone.view.text[end : ahead.start].strip(" \n:•-–")
    )


def _dashed(zone: Zone, start: int) -> bool:
    """« Anne ROUX - ABSENTE »: said of the name before."""
    return zone.view.text[max(zone.start, start - 3) : start].rstrip().endswith(("-", "–", "—"))


def _further_colon(zone: Zone, start: int) -> int:
    """« Excusés : Conformément à l'article …, ont donné pouvoir … : » has its list after the second colon."""
    more = re.compile(r"\s*(?:conformement|en application|en vertu)[^:]{0,260}:").match(
        zone.view.folded, start, zone.end
    )
    return more.end() if more else start


def _after_count(zone: Zone, start: int) -> int:
    count = _COUNT.match(zone.view.folded, start, zone.end)
    return count.end() if count else start


def _line_end(zone: Zone, start: int) -> bool:
    return bool(re.compile(r" *(?:\n|$)").match(zone.view.text, start, zone.end))


def _begins(zone: Zone, start: int) -> bool:
    """Whether a heading is written as one: with a capital, not in the middle of a sentence."""
    return zone.view.text[start].isupper()
