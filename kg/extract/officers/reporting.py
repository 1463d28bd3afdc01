"""Who reports an item: a label, the floor given just before it, a verb of its report, the head of its section."""

import re

from kg.extract.act import Act, Zone, once
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.opening import opening_of
from kg.extract.officers.cues import (
    ANNOUNCED,
    EXECUTIVE,
    GIVEN_FLOOR,
    LABEL,
    MINUTES,
    OF_SECTION,
    REPORTS,
    UNNAMED,
)
from kg.extract.officers.label_above import before_next_label, below_rule, label_above
from kg.extract.officers.named import called, executive_as, in_bracket, named_at, presents_far
from kg.extract.officers.presiding import chair_named
from kg.extract.officers.roles import role_alone, role_before, role_between, with_charge
from kg.extract.officers.sentences import (
    begins_report,
    is_body,
    may_report,
    offers_to_be_secretary,
    sentence_start,
    takes_part,
)
from kg.extract.officers.speakers import (
    before_section,
    beside_row,
    beside_title,
    column_of,
    first_named,
    first_speaker,
    heads_section,
    in_first_column,
    until_decided,
    whole_line,
)
from kg.extract.officers.titled import Titled
from kg.extract.officers.vice import vice_president
from kg.text.names import find_names, name_words
from kg.text.view import collapse, fold_same_length

_PRONOUNS = r"(?:(?:nous|lui|leur|vous|en|y|ensuite|alors|donc|egalement)\s+)*"
# Between a subject and its verb: a title, « qui », a small pronoun; OCR may leave a parenthesis.
_APPOSITION = re.compile(
    r"\)?\s*(?:[,(–—-][^.;:]{3,170}?[,)–—-]?|(?:vice[- ])?(?:president|maire|adjoint|conseill)[^.;:,]{0,90}?,?)?"
    rf"\s*(?:qui\s+|,\s*)?{_PRONOUNS}"
)
_CLAUSE = re.compile(r"(?<![\w'-])(?:il|elle|on)\s\w")
_EXECUTIVE_TO_VERB = re.compile(rf"[\s,]*(?:rapporteure?[\s,]+)?{_PRONOUNS}[\s,]*")
OPENING, FARTHEST, BEFORE, SECTION, CUES = 1400, 6000, 260, 20_000, 8


def rapporteur_of(act: Act) -> Titled | None:
    """Who reports an act, with the role printed there or beside the report; None where nobody is said to."""
    apart = not act.shared and act.item.start < act.preamble.end < act.item.end
    begin = act.preamble.end if apart else act.item.start
    zone = until_decided(act, before_section(act.item.part(begin, whole_line(act, begin + OPENING))))
    zone, above = before_next_label(act, zone), label_above(act)
    found = (
        (None if above is None else named_at(act, act.whole, above, listed=True))
        or _in_column(act)
        or beside_title(act)
        or beside_row(act)
        or first_speaker(act)
        or _labelled(act, zone)
        or _labelled_below(act)
        or _report_above(act, begin)
        or _announced(act)
        or _reporting(act, zone)
        or _after_attendance(act, begin)
        or _proposing(act, begin)
        or _heard(act, begin)
        or heads_section(act, SECTION)
        or _of_section(act)
    )
    if found and not found.role and (told := _reporting(act, zone)) and _is_same(told.value, found.value):
        found = found._replace(role=told.role)
    found = found and _as_chair(act, found)
    return found and found._replace(role=role_alone(with_charge(act.whole, found.role, found.end)))


def _as_chair(act: Act, found: Titled) -> Titled:
    """« Sur le rapport de Mme ROUX », who presides: by her whole name and her office."""
    chair = chair_named(act) if " " not in found.value else None
    if chair is None or "." in chair.value or not name_words(found.value) < name_words(chair.value):
        return found
    return chair._replace(role=found.role or chair.role)


def _report_above(act: Act, begin: int) -> Titled | None:
    """« RAPPORT de M. Paul NOIR, adjoint aux finances OBJET : … »: above the title of a single act."""
    if act.shared:
        return None
    above = act.item.part(begin - BEFORE, begin)
    told = [match for match in above.find(GIVEN_FLOOR) if match[0].startswith("rapport de")]
    return called(act, above, told[-1]) if told and begins_report(above, told[-1]) else None


def _is_same(told: str, named: str) -> bool:
    """« Rapporteur : M. Paul NOIR  M. NOIR, adjoint aux finances, présente … »: a surname says who is named in full."""
    return told == named or (bool(name_words(told)) and name_words(told) <= name_words(named))


def _in_column(act: Act) -> Titled | None:
    """Who the column « Rapporteur » of a list names."""
    if first := in_first_column(act):
        if title := EXECUTIVE.search(act.view.folded, *first):
            return executive_as(act, act.item, title)
        named = next(find_names(act.view.text, *first, listed=True), None)
        return Titled(named.value, None, named.start, named.end) if named else None
    at = column_of(act)
    if at is None:
        return None
    title = EXECUTIVE.match(act.view.folded, at, act.item.end)
    return executive_as(act, act.item, title) if title else named_at(act, act.item, at, listed=True)


def _after_attendance(act: Act, begin: int) -> Titled | None:
    """In a single act whose title stands above the list of members: the label there, or the report after it."""
    key = ("attendance ends", act.item.start, act.item.end)
    opening = begin if act.shared else once(act.view, key, lambda: opening_of(act.item))
    if opening <= begin:
        return None
    above, below = act.item.part(act.item.start, opening + OPENING), act.item.part(opening, opening + OPENING)
    return _labelled(act, above) or _reporting(act, below)


def _labelled(act: Act, zone: Zone) -> Titled | None:
    """« Rapporteur : Anne ROUX », « Anne ROUX, rapporteur »."""
    for match in zone.find(LABEL):
        person = called(act, zone, match) if match[0].strip().endswith((":", "-", "–")) or in_bracket(match) else None
        person = person or _titled_rapporteur(zone, match) or _subject(act, zone, match.start())
        if person is not None:
            return person
    return None


def _labelled_below(act: Act) -> Titled | None:
    """« Rapporteur : Anne ROUX » anywhere in a single act, below what it decides too."""
    labels = [] if act.shared else [match for match in act.item.find(LABEL) if ":" in match[0]]
    return next((person for match in labels if (person := called(act, act.item, match))), None)


def _announced(act: Act) -> Titled | None:
    """Who has the floor right before the heading, with no decision in between."""
    if not act.shared:
        return None
    zone = act.whole.part(act.item.start - BEFORE, act.item.start)
    decided = own_decisions(zone)
    zone = below_rule(zone.part(decided[-1].end if decided else zone.start, zone.end))
    for match in reversed(list(zone.find(ANNOUNCED))):
        return _subject(act, zone, match.start()) if match["verb"] else called(act, zone, match)
    return None


def _reporting(act: Act, zone: Zone) -> Titled | None:
    """The first who is said to present the item; once minutes are approved, others speak of other things."""
    if MINUTES.search(fold_same_length(act.heading_value("title") or "")):
        titled = next(mention.spans[0].end for mention in act.heading if mention.field == "title")
        decided = own_decisions(zone.part(titled, zone.end))
        zone = zone.part(zone.start, decided[0].start) if decided else zone
    if (opened := first_named(act)) and may_report(zone, opened.value, opened.end):
        return opened
    cues = [*zone.find(REPORTS), *zone.find(GIVEN_FLOOR)]
    for match in sorted(cues, key=lambda match: match.start())[:CUES]:
        if offers_to_be_secretary(zone, match.start()) or _is_cell(zone, match):
            continue
        person = _subject(act, zone, match.start()) if "verb" in match.re.groupindex else called(act, zone, match)
        if person is not None and begins_report(zone, match) and not takes_part(zone, person.start, match.start()):
            return person
        if UNNAMED.search(zone.view.folded, max(zone.start, match.start() - 40), match.start()):
            return None
    return None


def _is_cell(zone: Zone, match: re.Match[str]) -> bool:
    """« VERT Anne Montfleury Présente BLEU Paul »: her status in a table, and the next member."""
    said = zone.view.text[slice(*match.span("verb"))] if "verb" in match.re.groupindex else ""
    return said == "Présente" and zone.view.text[match.end() : match.end() + 2].strip()[:1].isupper()


def _proposing(act: Act, begin: int) -> Titled | None:
    """« Monsieur le Maire propose », far from the heading and before the decision."""
    zone = act.item.part(begin + OPENING, begin + FARTHEST)
    for match in list(zone.find(REPORTS))[: CUES * 4]:
        if presents_far(match) and (person := _by_office(act, zone, match.start())):
            return person
    return None


def _heard(act: Act, begin: int) -> Titled | None:
    """« Entendu le rapport présenté par Mme ROUX », after all the visas of a single act."""
    if act.shared:
        return None
    zone = act.item.part(begin + OPENING, begin + FARTHEST)
    heard = (match for match in zone.find(GIVEN_FLOOR) if match[0].startswith(("entendu", "oui", "apres", "rapport")))
    return next((person for match in heard if (person := called(act, zone, match))), None)


def _of_section(act: Act) -> Titled | None:
    """« La rapporteure est Madame ROUX, adjointe aux finances », said of a section of the minutes."""
    if not act.shared:
        return None
    zone = act.whole.part(act.item.start - SECTION, act.item.start)
    at = zone.view.folded.rfind("rapporteu", zone.start, zone.end)
    said = OF_SECTION.match(zone.view.folded, at, zone.end) if at >= 0 else None
    return called(act, zone, said) if said and said["one"] else None


def _titled_rapporteur(zone: Zone, match: re.Match[str]) -> Titled | None:
    """« Paul NOIR, rapporteur et Vice-Président de la commission des sports, rappelle »."""
    names = list(find_names(zone.view.text, max(zone.start, match.start() - 60), match.start()))
    if not names or zone.view.text[names[-1].end : match.start()].strip(" ,\n"):
        return None
    role = re.compile(r"et\s+([^.;:,]{4,120})").match(zone.view.text, match.end(), zone.end)
    return Titled(names[-1].value, collapse(role[1]) if role else None, names[-1].start, names[-1].end)


def _subject(act: Act, zone: Zone, verb: int) -> Titled | None:
    titled = max((mention.spans[-1].end for mention in act.heading), default=0)
    start = max(sentence_start(zone, verb, 260), titled if titled < verb else 0)
    names = [
        found
        for found in find_names(zone.view.text, start, verb)
        if _APPOSITION.fullmatch(zone.view.folded, found.end, verb)
        and not _CLAUSE.search(zone.view.folded, found.end, verb)
        and not is_body(found.value)
    ]
    if not names:
        return _by_office(act, zone, verb)
    found = names[-1]
    role = role_between(zone, found, verb) or role_before(zone, found)
    return Titled(found.value, role, found.start, found.end)


def _by_office(act: Act, zone: Zone, verb: int) -> Titled | None:
    """« Monsieur le Maire » right before a verb, outside a quotation."""
    start = sentence_start(zone, verb, 260)
    titles = list(EXECUTIVE.finditer(zone.view.folded, max(start, verb - 70), verb))
    if not titles or not _EXECUTIVE_TO_VERB.fullmatch(zone.view.folded, titles[-1].end(), verb):
        return vice_president(act, zone, verb)
    opened = zone.view.text.rfind("«", zone.start, verb)
    if opened >= 0 and "»" not in zone.view.text[opened:verb]:
        return None
    return executive_as(act, zone, titles[-1])
