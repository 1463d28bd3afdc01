"""Who is named where a report is announced: by name with a role, or by office."""

import re

from kg.extract.act import Act, Zone
from kg.extract.officers.cues import EXECUTIVE
from kg.extract.officers.presiding import chair_named, executive, same_office
from kg.extract.officers.roles import role_to_verb
from kg.extract.officers.sentences import is_body
from kg.extract.officers.speakers import with_particle
from kg.extract.officers.titled import Titled
from kg.extract.officers.vice import vice_president_at
from kg.text.found import Found
from kg.text.names import find_names, name_words

_BETWEEN_NAMED = re.compile(
    r"\s*(?:(?:m|mr|mme|mlle|monsieur|madame)\.?\s*(?:(?:le|la)\s+(?:maire|president(?:e)?)[\s,]*)?)?"
)

_FAR = re.compile(r"propos|soumet|expos|donne\s+lecture\s+(?:du|de\s(?:ce|son))\s(?:rapport|projet)")


def called(act: Act, zone: Zone, match: re.Match[str]) -> Titled | None:
    """Who is named right after « Rapporteur : », « sur le rapport de », « donne la parole à »."""
    return named_at(act, zone, match.end(), listed=":" in match[0] or in_bracket(match))


def presents_far(report: re.Match[str]) -> bool:
    """Whether a verb tells who reports an item far below its heading too: « propose », « donne lecture du rapport »."""
    return _FAR.match(report.string, report.start("verb")) is not None


def in_bracket(label: re.Match[str]) -> bool:
    """« (Rapporteur Anne Roux) »: a bracket stands for the colon."""
    return label.string.endswith("(", 0, label.start()) and label.string.find(")", label.end(), label.end() + 60) > 0


def named_at(act: Act, zone: Zone, at: int, *, listed: bool) -> Titled | None:
    end = min(zone.end, at + 110)
    for found in find_names(zone.view.text, at, end, listed=listed):
        if is_body(found.value):
            return None
        if _BETWEEN_NAMED.fullmatch(zone.view.folded, at, found.start) and not _begins_sentence(act, zone, at, found):
            found = with_particle(zone, found)
            return Titled(found.value, role_to_verb(zone, found), found.start, found.end)
        break
    title = EXECUTIVE.match(zone.view.folded, at, end)
    return executive_as(act, zone, title) if title else vice_president_at(act, zone, at)


def _begins_sentence(act: Act, zone: Zone, at: int, found: Found[str]) -> bool:
    """« Rapporteur : M. le Maire Retirée de l'ordre du jour »: one word after the office that is nobody's name."""
    if " " in found.value or found.value.isupper() or not EXECUTIVE.match(zone.view.folded, at, found.start):
        return False
    chair = chair_named(act)
    return chair is None or not name_words(found.value) & name_words(chair.value)


def executive_as(act: Act, zone: Zone, title: re.Match[str]) -> Titled | None:
    """The executive by name, with the title as this sentence prints it."""
    person = executive(act, title["title"]) or _chair_as(act, title["title"])
    chair = chair_named(act) if person and "." in person.value else None
    if person and chair and name_words(person.value) & name_words(chair.value) and "." not in chair.value:
        person = chair  # « L. ROUX » signs, « Lucie ROUX » presides
    printed = zone.view.text[title.start("title") : title.end("title")]
    return person._replace(role=printed) if person else None


def _chair_as(act: Act, title: str) -> Titled | None:
    """Who presides, where the role printed beside is that title."""
    chair = chair_named(act)
    if chair is None:
        return None
    return chair if same_office(chair.role or "", title) or not chair.role else None
