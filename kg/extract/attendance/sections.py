"""Where each part of the attendance begins and ends: headings, and the first words that belong to no list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.extract.act import Zone, once
from kg.extract.attendance.all_but import SAYS_ALL_BUT, who_sits_after
from kg.extract.attendance.ends import list_end
from kg.extract.attendance.headings import headings
from kg.extract.attendance.in_sentences import proxies_in_sentences
from kg.extract.attendance.told_away import told_away
from kg.extract.attendance.unheaded import announced, unheaded

_LONGEST = 6000
# « Absent : 1 Sous la présidence de M. ROUX, maire. »: who presides is not away.
_PRESIDES = re.compile(r"\s*sous\s+la\s+(?:haute\s+)?presidence\s")
# « Assistaient à la réunion : Mme ROUX, directrice », after the members: those who are none.
_ATTEND = re.compile(r"assist(?:ai)?(?:en)?t\s|(?:ont|a)\s+assiste\s")
_NEAR = 3  # characters between a list and the heading of the next


@dataclass(frozen=True, slots=True)
class Section:
    """A list under a heading: its kind (present, proxies, absent, guests), where its heading and its list stand."""

    kind: str
    heading: int
    start: int
    end: int
    mixed: bool = False
    beside: bool = False  # the heading of another column, of whose list nothing follows it, stands right before


def find_sections(zone: Zone) -> list[Section]:
    """The lists of the first attendance of a zone, in order; a list printed again later is left alone."""
    return once(zone.view, ("sections", zone.start, zone.end), lambda: _found(zone))


def _found(zone: Zone) -> list[Section]:
    sections = _under_headings(zone)
    if not _has_present(sections):
        bare = [Section(*place) for place in unheaded(zone, _limit(zone, sections))]
        # Where nobody is said to be present, a heading without a colon may be that of another column.
        return [*bare, *(one for one in sections if bare or one.beside or _is_announced(zone, one))]
    return [*_with_sentences(zone, sections)]


def announced_sections(zone: Zone) -> list[Section]:
    """The same without a list that nothing announces, which takes the longest to find."""
    sections = _under_headings(zone)
    if not (_has_present(sections) or any(section.beside for section in sections)):
        return [Section(*place) for place in announced(zone, _limit(zone, sections))]
    return find_sections(zone)


def _has_present(sections: list[Section]) -> bool:
    return any(section.kind == "present" for section in sections)


def _limit(zone: Zone, sections: list[Section]) -> int:
    return sections[0].heading if sections else zone.end


def _under_headings(zone: Zone) -> list[Section]:
    return once(zone.view, ("under headings", zone.start, zone.end), lambda: _headed(zone))


def _headed(zone: Zone) -> list[Section]:
    sections: list[Section] = []
    heads = list(headings(zone))
    for index, (kind, heading, start, mixed) in enumerate(heads):
        if sections and heading < sections[-1].end and sections[-1].kind != kind and heading < sections[-1].start:
            continue
        if sections and heading - sections[-1].end > 2500:
            break
        following = heads[index + 1][1] if index + 1 < len(heads) else zone.end
        if kind == "present" and _has_present(sections) and _ATTEND.match(zone.view.folded, heading):
            kind = "guests"
        nobody = kind != "present" and _PRESIDES.match(zone.view.folded, start, zone.end)
        end = start if nobody else list_end(zone, start, min(following, zone.end, start + _LONGEST))
        if end - start > 3 and not _said_again(zone, kind, heading, end, heads[index + 1 : index + 2]):
            beside = index > 0 and _is_beside(zone, heads[index - 1], kind, heading)
            sections += _all_but(zone, Section(kind, heading, start, end, mixed, beside))
    return sections


def _is_beside(zone: Zone, last: tuple[str, int, int, bool], kind: str, heading: int) -> bool:
    """« PRÉSENTS : PROCURATIONS : » on one line: the heads of two columns."""
    between = zone.view.text[last[2] : heading] if last[2] <= heading else ""
    return last[2] <= heading and {last[0], kind} == {"present", "proxies"} and not between.strip(" :|")


def _all_but(zone: Zone, section: Section) -> list[Section]:
    """« tous sauf M. ROUX, excusé. M. NOIR, Mme VERT, … »: a list of those away, and after it one of those who sit."""
    told = section.kind == "absent" and SAYS_ALL_BUT.search(zone.view.folded, section.heading, section.start)
    sits = who_sits_after(zone, section.start, section.end) if told else None
    if sits is None:
        return [section]
    return [replace(section, end=sits), Section("present", sits - 1, sits, section.end)]


def _is_announced(zone: Zone, section: Section) -> bool:
    """« Absents : », « tous les membres étaient présents à l'exception de »."""
    words = zone.view.folded[section.heading : section.start]
    return ":" in words or "exception" in words


def _with_sentences(zone: Zone, sections: list[Section]) -> Iterator[Section]:
    """The lists, and what sentences tell between two of them or after the last: who is away, who gave a proxy."""
    for section, following in zip_longest(sections, sections[1:]):
        away = told_away(zone, section.start, section.end) if section.kind in ("present", "proxies") else None
        if away is None:
            yield section
        else:
            yield replace(section, end=away[0])
            yield Section("absent", away[0], *away)
        limit = following.heading if following else zone.end
        if section.kind != "guests" and (told := proxies_in_sentences(zone, away[1] if away else section.end, limit)):
            yield Section("proxies", told[0], *told)


def _said_again(zone: Zone, kind: str, heading: int, end: int, following: list[tuple[str, int, int, bool]]) -> bool:
    """« Nombre de présents : 25 Présents : »: a count before the heading of the list."""
    before = zone.view.folded[max(zone.start, heading - 60) : heading]
    return bool(re.search(r"\bnombre d[^.:]{0,50}$", before)) and any(
        other == kind and start - heading < 120 and start <= end for other, start, _, _ in following
    )


def told_before(sections: list[Section], end: int) -> list[Section]:
    """The lists that begin before the first item, and what follows them at once: an item that begins among them is
    no item. Where they give no proxies, those told once it has begun.

    « Désignation du secrétaire … 1 pouvoir : Mme ROUX donne pouvoir à M. NOIR ».
    """
    told: list[Section] = []
    for section in sections:
        beside = told and told[-1].kind != section.kind != "present" and section.heading - told[-1].end <= _NEAR
        if section.heading < end or beside:
            told.append(section)
    if told and not any(section.kind == "proxies" for section in told):
        told += [section for section in sections if section.kind == "proxies" and section.heading >= end]
    return told


def until_title(sections: list[Section], title: int) -> list[Section]:
    """The lists of a single act, the last one ended where the act's title begins.

    « Absents : » with nobody under it is followed at once by « Création d'une mairie annexe au Pré-Clos ».
    """
    if not sections or not sections[-1].start <= title < sections[-1].end:
        return sections
    last = sections[-1]
    return [*sections[:-1], replace(last, end=title)] if title > last.start else sections[:-1]
