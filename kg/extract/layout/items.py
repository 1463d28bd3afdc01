"""The items of minutes: headings that form a series, and the approval of the last minutes."""

import re
from bisect import bisect_right
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.headings import Heading, heading_at
from kg.extract.layout.agenda import recurrences
from kg.extract.layout.decided import completed
from kg.extract.layout.item import Item
from kg.extract.layout.mark import Mark
from kg.extract.layout.marks import find_marks
from kg.extract.layout.series import Places, best_series, without_agenda
from kg.extract.layout.unnumbered import opens_report
from kg.extract.layout.words import CLOSING, DECISION, DELEGATED, NOT_AN_ACT
from kg.model import Span
from kg.text.view import View

_WHOSE = re.compile(r"(?:\s(?:du|de la|de monsieur le|de madame la)\s(?:maire|president\w{0,2}))?\s?[:–—-]?")
_GAP = re.compile(r"[\s.;:–—-]*")
_NOTED = re.compile(
    r"(?:conseil|assemblee|bureau|comite)[^.;]{0,60}?\s(?:prend|prennent|donne|a pris)\s(?:bien\s)?acte"
)
_APPROVED = re.compile(
    r"(?<!\w)(?:approuve[es]{0,2}|approuvent|adopte[es]{0,2}|adoptent|arretee?s?|valide[es]{0,2}|"
    r"valident|accepte[es]{0,2}|ratifie[es]{0,2})(?!\w)"
    r"|a l'unanim|unanimite|s'abst|pour\s?:\s?\d|votes?\s?:"
)
_MINUTES = (
    r"(?:le\s|les\s|du\s|des\s|l')?(?P<minutes>(?:proces[- ]{0,3}verba(?:l|ux)|"
    r"comptes?[- ]{0,3}rendus?|p\.?v\.?)(?![\w-])"
    r"\s(?:de|du|des|de la|precedent|dernier|municipal|communautaire)(?:\s{1,3}(?:de|du|des|la|le|"
    r"l'|en|date|seances?|reunions?|conseils?|municipa\w+|communautaires?|communaute|bureau|"
    r"comite|syndical|dernier|derniere?s?|precedente?s?|session|metropolitain|departemental|"
    r"administration|d'administration|debats?|cm|cc|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"\d{1,2}(?:er)?(?:[/.]\d{1,2}[/.]\d{2,4})?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|"
    r"septembre|octobre|novembre|decembre|(?:19|20)\d\d)(?!\w)){1,16})"
)
_NAMED_MINUTES = re.compile(_MINUTES)
_PREVIOUS = re.compile(
    rf"(?P<heading>(?:approbation|adoption|arret|vote(?: pour l'adoption)?|validation|"
    rf"lecture(?: et approbation)?)\s(?:du\s|des\s|de\s){{0,2}})?{_MINUTES}"
)
_TRAILING = re.compile(r"(?:\s(?:de|du|des|la|le|l'|en|date|conseils?(?= )))+$")
_COLLECTIVE = re.compile(
    r"(?:conseil|assemblee|bureau|comite)[^.;]{0,80}?\s(?:decide|approuve|adopte|autorise|accepte|"
    r"vote|prend acte|apres en)|unanim|majorite|voix|delibere|votes?\s?:|pour\s?:\s?\d|"
    r"votes? pour|adoptee?s?\b|point est"
)
UNSURE = ("capitals", "line", "agenda", "roman")
NAMES_ACT = tuple(f" {letters}{'#' * groups}" for letters in ("del", "delib", "dcm", "dcc") for groups in (1, 2, 3, 4))
AT_ONCE = 3  # « Décision du maire n° … »: a section's name right before a number
FIRST_ITEMS = 3  # an ordinal this low may head the first item of a text cut short
_SENTENCES = 360  # how far the approval may stand from the name of the minutes


def find_items(zone: Zone, opening: int, lined: bool) -> list[Item]:
    """The deliberations of minutes. ``opening`` is where the sitting begins, after the attendance."""
    closing = _closing(zone, opening)
    decisions = Places(match.start() for match in zone.part(opening, closing).find(DECISION))
    all_marks = _without_delegated(zone, find_marks(zone.part(opening, closing), lined))
    cut = closing == zone.end
    marks = without_agenda(all_marks, decisions)
    series = best_series(marks, decisions, closing)
    if series is None or series.marks[0].series in ("capitals", "line"):
        again = best_series(
            recurrences(zone, [*find_marks(zone.part(zone.start, opening), lined), *all_marks], lined),
            decisions,
            closing,
        )
        series = max((found for found in (series, again) if found), key=lambda found: found.score, default=None)
    items = _items_of(zone.view, series.marks, decisions, closing, cut) if series else []
    last = items[-1].end if items else opening
    if last < closing and cut and (begun := _begun(zone.view, [m for m in marks if m.start >= last], closing)):
        items = [*items, *_items_of(zone.view, (begun,), decisions, closing, cut)]
    sure = series is not None and series.decided > 2 and not series.marks[0].series.startswith(UNSURE)
    items = completed(zone.part(opening, closing), items, bool(items) and sure, cut)
    return _with_approval(zone, opening, items)


def _closing(zone: Zone, opening: int) -> int:
    found = None
    for found in zone.part(opening, zone.end).find(CLOSING):
        if found.start() > opening + 0.6 * (zone.end - opening):
            return found.start()
    return zone.end


def _without_delegated(zone: Zone, marks: list[Mark]) -> list[Mark]:
    """Marks without those of codes first seen under « Décisions du Maire »: they number what the executive decides."""
    sections = [match.start() for match in zone.find(DELEGATED)]
    if not sections:
        return marks
    named = [whose.end() for match in zone.find(DELEGATED) if (whose := _WHOSE.match(zone.view.folded, match.end()))]
    marks = [mark for mark in marks if not (mark.series.startswith("number") and _is_at_once(named, mark.start))]
    heads = [mark for mark in marks if mark.series.startswith(("number", "object"))]
    kept: dict[str, bool] = {}
    for mark in marks:
        if mark.series.startswith("code") and mark.series not in kept:
            section = max((place for place in sections if place < mark.start), default=None)
            free = section is None or any(section < head.start < mark.start - 1 for head in heads)
            kept[mark.series] = free or mark.series.endswith(NAMES_ACT)
    return [mark for mark in marks if kept.get(mark.series, True)]


def _is_at_once(named: list[int], start: int) -> bool:
    """« Décision du maire n° … »: a section's name right before a number."""
    index = bisect_right(named, start)
    return index > 0 and start - named[index - 1] <= AT_ONCE


def _begun(view: View, marks: list[Mark], closing: int) -> Mark | None:
    """The mark of a first item that a cut text leaves undecided: the words that open a report follow its title."""
    for mark in reversed(marks):
        if mark.series.startswith(("number", "code", "ordinal", "object")) and (
            len(mark.value) > 1 or mark.value[0] <= FIRST_ITEMS
        ):
            title = heading_at(view, mark, closing).title
            after = _GAP.match(view.text, title.end) if title else None
            opened = title is not None and after is not None and opens_report(view.text, after.end())
            names = title is not None and mark.series.endswith(NAMES_ACT)
            if names or (opened and not _is_delegated(view, mark.start)):
                return mark
    return None


def _items_of(view: View, marks: tuple[Mark, ...], decisions: Places, closing: int, cut: bool) -> list[Item]:
    ends = [mark.start for mark in marks[1:]] + [closing]
    items = []
    for mark, end in zip(marks, ends, strict=True):
        heading = _without_verdict(view, heading_at(view, mark, end))
        last = end == closing and cut
        if _is_act(view, heading, end, decisions, last):
            items.append(Item(heading, mark.start, end))
    return items


def _without_verdict(view: View, heading: Heading) -> Heading:
    """« Le procès-verbal du … est approuvé » heads the approval of the procès-verbal du …"""
    named = _NAMED_MINUTES.match(view.folded, *heading.title) if heading.title else None
    if heading.title is None or named is None or not _APPROVED.search(view.folded, named.end(), heading.title.end):
        return heading
    last = named.start("minutes") + len(_TRAILING.sub("", named["minutes"]))
    return replace(heading, title=Span(named.start("minutes"), last))


def _is_act(view: View, heading: Heading, end: int, decisions: Places, last: bool) -> bool:
    """An item where something is decided; the last one of a text cut short, where its subject has begun."""
    if heading.title is None and heading.number is None:
        return False
    told = view.folded[slice(*heading.title)] if heading.title else ""
    if NOT_AN_ACT.match(told):
        return (
            bool(_NOTED.search(view.folded, heading.end, min(end, heading.end + 20_000)))
            or "DELIBERATION" in heading.rule
        )
    if decisions.between(heading.start, end):
        return bool(_COLLECTIVE.search(view.folded, heading.start, end)) or not _is_delegated(view, heading.start)
    if not last or heading.title is None:
        return False
    begun = _has_begun(view, heading.title, end) and not _is_delegated(view, heading.start)
    return begun or _names_act(view, heading)


def _names_act(view: View, heading: Heading) -> bool:
    """« DEL2023-04 » is a delibération's own number, wherever it stands."""
    return heading.number is not None and view.folded.startswith(("del", "dcm", "dcc"), heading.number.start)


def _has_begun(view: View, title: Span, end: int) -> bool:
    """True where a report follows the title of an item that the text cuts short."""
    after = _GAP.match(view.text, title.end)
    at = after.end() if after else title.end
    return end - at > 30 and (end - at > 400 or opens_report(view.text, at) or "\n" in view.text[title.end : at])


def _is_delegated(view: View, at: int) -> bool:
    """True in a section where the executive's own decisions are told, with no deliberation since."""
    sections = [match.end() for match in DELEGATED.finditer(view.folded, max(0, at - 12_000), at)]
    named = at - sections[-1] if sections else 0
    return (0 < named <= AT_ONCE or named > 60) and not _COLLECTIVE.search(view.folded, sections[-1], at)


def _with_approval(zone: Zone, opening: int, items: list[Item]) -> list[Item]:
    """The approval of the previous minutes, where no item of the series is it already."""
    limit = items[0].start if items else min(zone.end, opening + 6000)
    told = (zone.view.folded[slice(*item.heading.title)] for item in items[:3] if item.heading.title)
    if any(re.search(r"proces[- ]{0,3}verba|compte[- ]{0,3}rendu|\bpv\b", title) for title in told):
        return items
    found = [item for named in zone.part(opening, limit).find(_PREVIOUS) if (item := _approval(zone, named, limit))]
    if not found:
        return items
    near = [item for item in found if found[-1].start - item.start < 420]
    return [next((item for item in near if item.heading.rule == "approval-heading"), near[0]), *items]


def _approval(zone: Zone, named: re.Match[str], limit: int) -> Item | None:
    view = zone.view
    approved = _APPROVED.search(view.folded, named.end(), min(limit, named.end() + _SENTENCES))
    before = view.folded[max(zone.start, named.start() - 160) : named.start()].rsplit(".", 1)[-1]
    if not approved and not _APPROVED.search(before):
        return None
    if _is_of_another(view, named, approved) or (
        not re.search(r"\s", _TRAILING.sub("", named["minutes"])[-40:].strip()) and not named["heading"]
    ):
        return None
    rule = "approval-heading" if named["heading"] else "approval-sentence"
    last = named.start("minutes") + len(_TRAILING.sub("", named["minutes"]))
    title = Span(named.start() if named["heading"] else named.start("minutes"), last)
    start = named.start() if named["heading"] else max(zone.start, named.start() - len(before))
    end = _end_of_approval(view, approved.end() if approved else named.end(), limit)
    return Item(Heading(start, title.end, None, title, rule), start, end)


def _is_of_another(view: View, named: re.Match[str], approved: re.Match[str] | None) -> bool:
    """« Le procès-verbal … est reporté », « pas d'observation », or an agenda that only names it."""
    passage = view.folded[named.end() : approved.start() if approved else named.end() + 120]
    return bool(
        re.search(r"reporte|n'a pas ete transmis|ordre du jour|sommaire|\.{6}|prochaine seance|convocation", passage)
    )


def _end_of_approval(view: View, at: int, limit: int) -> int:
    stop = re.compile(r"\.\s|\n\s*\n").search(view.text, at, min(limit, at + 400))
    return stop.end() if stop else min(limit, at + 200)
