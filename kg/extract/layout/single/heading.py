"""The number and the title of an act that stands alone: « N° … », « Objet : … », « Madame X rapporte : »."""

import re
from collections.abc import Callable

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Heading
from kg.extract.layout.single.alone import LABEL_OF_TITLE, labelled_title, title_alone, title_under_line
from kg.extract.layout.single.number import letters_of, number_at_foot, number_candidates, own_number, parted
from kg.extract.layout.single.places import (
    past_service,
    title_above,
    title_before_organ,
    title_before_report,
    title_below,
)
from kg.extract.layout.single.themes import themed
from kg.extract.layout.single.untitled import NO_TITLE, SECTION, names_page
from kg.extract.layout.titles.capitals import CAPITALS, past_surname, title_in_capitals
from kg.extract.layout.titles.numbers import LABEL, number_at
from kg.extract.layout.titles.people import reporter_at
from kg.extract.layout.titles.shapes import OBJECT, opens_report
from kg.extract.layout.titles.title import ACRONYM, title_at
from kg.extract.layout.words import PREPOSITIONS
from kg.model import Span
from kg.text.view import View, fold_same_length

HEAD = 6000
SURNAME = 3  # words
LABEL_WIDTH = 40
TITLE = 400  # a run of capitals that goes on into the report
_REPORT = re.compile(
    r"(?<![\w'])(?:vu\s|vus?\s?:|considerant|monsieur le (?:maire|president)\s(?:rappelle|expose|"
    r"indique|informe|propose|presente)|apres en avoir|il est (?:rappele|propose|expose))"
)
_ATTENDANCE = re.compile(
    r"secretaires?\b|absent|excuse|pouvoirs?\b|procuration|convocation|presents?\b|votants?|en exercice|quorum"
)
_INITIALLED = re.compile(r"(?<=\s)(?:[A-ZÀ-Þ]-)?[A-ZÀ-Þ]\.\s?(?:-\s?[A-ZÀ-Þ]\.\s?)?(?=[A-ZÀ-Þ]{2})")
_AFTER_TITLE = re.compile(r"\s{0,3}[-–—(,.]?\s{0,2}(?=n\s?[°º])")
# What tells of the sitting: a title stands between the act's number and these words.
_SITTING = re.compile(
    r"(?:[\s.;:–—-]{0,14})(?:nombre\s(?:de|d')|nbre|l'an\s|date\s(?:de|d')|membres\s|etaient\s|presents?\s|"
    r"(?:par\s|sur\s)?(?:suite\s(?:d'une|a\s(?:la|une))\s)?convocation|"
    r"(?:conseil|seance|reunion)\s(?:municipal\s)?du\s(?:\w{5,8}\s)?\d|reunie?\sle\s|extrait du|"
    r"(?:presidente?|secretaire)\s(?:de\s(?:la\s)?seance|:)|(?:co-?)?rapporteu(?:r|re|se)s?\s?:|"
    r"l[ea]\s(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\s|\d{1,2}(?:er)?\s[a-z]{3,9}\s20))"
)
# « Le conseil, légalement convoqué le … »: so it does before these, where no service and no organ begins it.
_CONVENED = re.compile(
    r"[\s.;:–—-]{0,14}(?:l[ea]\s(?:conseil|comite|bureau|commission)|l'assemblee)(?:\s[a-z'-]{2,16}){0,10}?,?\s"
    r"(?:a\sete\s|etant\s|ayant\sete\s)?(?:legalement|dument|regulierement|valablement|convoquee?)(?!\w)"
)
_OF_ORGAN = re.compile(
    r"(?:direction|service|pole|delegation|secteur|departement|conseil|comite|bureau|commission|assemblee|seance|session"
    r"|reunion|rapport|politique|\d{1,2}\s?/)"
)
_LETTERHEAD = re.compile(
    r"extrait du registre|registre des|republique|commune de|ville de|mairie d|departement|arrondissement|canton|"
    r"seance du|page\s\d"
)
_AGAIN = re.compile(r"\s*(?:deliberation\s)?n\s?[°º]\s?")
# Lines between the number and the title: « de la commission permanente », « Rapporteur : M. NOIR ».
_BETWEEN = re.compile(
    r"\s{1,3}(?:(?:de\sl\s?a|du|de\sl')\s?(?:conseil|commission|bureau|comite|assemblee)[^\n.;:\d]{0,60}\n\s{0,4}|"
    r"(?:de\sl\s?a|du)\s(?:conseil|commission permanente|bureau|comite)(?:\s(?:municipal|communautaire|regional|"
    r"departemental|syndical|metropolitain))?(?:\s(?:du|de la)\s(?:conseil|commission permanente)"
    r"(?:\s(?:regional|departemental))?)?\s|"
    r"\n?\s{0,3}rapporteure?s?\s?:\s?[^\n]{3,70}\n\s{0,3})(?=[^\W\d])"
)


def single_heading(zone: Zone) -> Heading:
    """What heads the only act of a zone; the heading ends where its report begins."""
    view = zone.view
    head = zone.part(zone.start, zone.start + HEAD)
    number = own_number(head, _first_report(head)) or number_at_foot(zone)
    title, rule = _title(head, number)
    number, title = parted(view, number, title)
    start = title.start if title else number.start if number else zone.start
    end = max(title.end if title else start, start)
    if title and (after := _number_after(view, title, number)):
        number, end = after, max(end, after.end)
    return Heading(start, end, number, title, rule)


def _number_after(view: View, title: Span, number: Span | None) -> Span | None:
    """A number that closes the title, where none was read before it."""
    gap = _AFTER_TITLE.match(view.folded, title.end)
    label = LABEL.match(view.folded, gap.end()) if gap and number is None else None
    return number_at(view, label.end()) if label else None


def _first_report(head: Zone) -> int:
    """Where the head of an act gives way to its visas or its report."""
    objects = [match.end() for match in head.find(OBJECT)]
    visa = next((match.start() for match in head.find(_REPORT) if match.start() > head.start + 60), head.end)
    return max([visa, *(place + 250 for place in objects[:1])])


def _title(head: Zone, number: Span | None) -> tuple[Span | None, str]:
    """The title and the rule that read it: the first that finds one."""
    report = _first_report(head)
    for rule, find in TITLES:
        title = find(head, number, report)
        if title and not _is_no_title(head.view, title, rule):
            title = _without_label(head, title)
            return title if rule in TOLD else themed(head, title), rule
    return None, "none"


def _is_no_title(view: View, title: Span, rule: str) -> bool:
    """The head of a section, or a letterhead that no label tells."""
    return SECTION.fullmatch(view.folded, *title) is not None or (rule not in TOLD and names_page(view, title))


def _without_label(head: Zone, title: Span) -> Span:
    """« Titre : Vente du presbytère », « Objet de la délibération Vente … »: the title is what the label names."""
    label = LABEL_OF_TITLE.match(head.view.text, *title)
    return (title_at(head.view, label.end(), head.end) if label else None) or title


def _after_object(head: Zone) -> Span | None:
    """« Objet : … », with a capital."""
    view = head.view
    objects = (found.end() for found in head.find(OBJECT) if view.text[found.start()].isupper())
    return next((title for at in objects if (title := title_at(view, at, head.end, ACRONYM))), None)


def _after_numbers(head: Zone, number: Span | None) -> Span | None:
    """What follows the number, at one of the places where it is printed."""
    printed = _same_numbers(head, number)
    return next((title for span in printed if (title := _after_number(head.view, span, head.end))), None)


def _same_numbers(head: Zone, number: Span | None) -> list[Span]:
    """The places of the head where the act's number is printed."""
    if number is None:
        return []
    key = letters_of(head.view.folded[slice(*number)])
    printed = [span for _, span in number_candidates(head) if letters_of(head.view.folded[slice(*span)]) == key]
    return [number, *(span for span in printed if span != number)]


def _after_number(view: View, number: Span, limit: int) -> Span | None:
    """« n° 13-02-2023 - Approbation … », « N°41/Agenda 21 … », « DU 25 JANVIER 2023 » passed over."""
    dated = re.compile(r"\s*(?:en date )?du\s(?:\w{4,8}\s)?\d{1,2}(?:er)?\s\w{3,9}\s\d{4}\s*").match(
        view.folded, number.end
    )
    at = dated.end() if dated else number.end
    if between := _BETWEEN.match(view.folded, at, limit):
        at = between.end()
        dated = dated or between
    if dated is None and _AGAIN.match(view.folded, at):
        return None
    separated = re.compile(r"\s*[-–—:/!]\s*").match(view.text, at)
    begun = separated.end() if separated else at
    label = LABEL_OF_TITLE.search(view.text, begun, min(limit, begun + LABEL_WIDTH))
    labelled = label and not view.text[begun : label.start()].strip()
    title = title_at(view, label.end() if label and labelled else begun, limit)
    if not dated and not separated and not (title and _is_before_sitting(view, title)):
        return title_under_line(view, number, limit)
    title = title and past_service(view, title)
    long = title and (title.end - title.start >= 8 or _is_before_sitting(view, title))
    return title if title and long and not NO_TITLE.match(view.folded, title.start) else None


def _is_before_sitting(view: View, title: Span) -> bool:
    """True for what stands alone between the number and the sitting, no letterhead in between."""
    said = _SITTING.match(view.folded, title.end) or (
        _CONVENED.match(view.folded, title.end) and not _OF_ORGAN.match(view.folded, title.start)
    )
    return bool(said) and not opens_report(view.text, title.start) and not _LETTERHEAD.search(view.folded, *title)


def _is_roll(said: str) -> bool:
    """« NOIR, LE GOFF, BRUN »: surnames, none of more than three words, and no word that links any."""
    parts = [part.split() for part in re.split(r"[,;]", said) if part.strip()]
    linked = any(fold_same_length(word) in PREPOSITIONS - {"le", "la", "de", "du"} for part in parts for word in part)
    return len(parts) > 1 and not linked and all(len(part) <= SURNAME for part in parts)


def _in_capitals(head: Zone, number: Span | None, report: int) -> Span | None:
    """The longest run of capitals between the attendance and the report, from the act's number on if it holds it."""
    view = head.view
    last = [match.end() for match in head.part(head.start, report).find(_ATTENDANCE)]
    best: Span | None = None
    for found in CAPITALS.finditer(view.text, last[-1] if last else head.start, min(head.end, report + TITLE)):
        end = _before_reporter(view, title_in_capitals(view.text, found.start(), found.end()), found.start())
        if end is None:
            continue
        start = max(found.start(), view.text.rfind(". ", found.start(), end - 8) + 2)
        start = past_surname(view, start, end)
        if number and start <= number.start and number.end < end:
            start = number.end
        no_title = NO_TITLE.match(view.folded, start) or SECTION.fullmatch(view.folded, start, end)
        if no_title or _is_roll(view.text[start:end]):
            continue
        several = len(view.text[start:end].split()) > 1
        if several and end - start >= 14 and (best is None or end - start > best.end - best.start):
            best = Span(start, end)
    return title_at(view, best.start, best.end) if best else None


def _before_reporter(view: View, end: int | None, start: int) -> int | None:
    """Where a run of capitals ends: before the words of a report, or before « A. NOIR, adjoint, présente »."""
    if end is None or opens_report(view.text, end):
        return end
    initials = (found.start() for found in _INITIALLED.finditer(view.text, start + SURNAME, end))
    return next((at for at in (*initials, end) if reporter_at(view.text, at)), None)


TOLD = ("object", "labelled")  # what a label says to be the title
# Each is given the head of the act, its number and where its report begins.
TITLES: tuple[tuple[str, Callable[[Zone, Span | None, int], Span | None]], ...] = (
    ("object", lambda head, number, report: _after_object(head)),
    ("before-report", lambda head, number, report: title_before_report(head)),
    ("after-number", lambda head, number, report: _after_numbers(head, number)),
    ("labelled", lambda head, number, report: labelled_title(head, report)),
    ("capitals", _in_capitals),
    ("above-members", lambda head, number, report: title_above(head, number)),
    ("alone", lambda head, number, report: title_alone(head, report)),
    ("below-members", lambda head, number, report: title_below(head)),
    ("before-organ", lambda head, number, report: title_before_organ(head)),
)
