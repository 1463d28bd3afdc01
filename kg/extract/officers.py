"""The chair of the sitting, its secretary (CGCT L2121-15) and who reports an item."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.presiding import Titled, chair_named, executive, role_after, same_office
from kg.model import Person, Span
from kg.text.cues import matches_at_cues
from kg.text.found import Found
from kg.text.names import find_names
from kg.text.view import collapse

_SECRETARY = re.compile(
    r"\bsecretaires?\b(?!\s+(?:general|de\s+mairie|d'etat|departement|national|perpetuel|administrati))"
)
_LABELLED = re.compile(
    r"secretaires?(?:\s+auxiliaire)?(?:\s+(?:de|des|pour)\s+(?:la\s+)?(?:seances?|session))?"
    r"(?:\s+(?:elue?|nommee?|designee?|est|pour\s+la\s+session))*"
    r"\s*(?:[:–—-]|\n)?\s*(?:de\s+la\s+seance\s*)?"
)
_CHOSEN = re.compile(
    r"design(?!ation)|nomm|elue?\b|propos|assur|accept|rempli|qualite|choisi|candidat|fonction|\best\b|comme"
)
# « … invite le conseil à nommer un secrétaire »: what precedes names nobody yet.
_TO_CHOOSE = re.compile(
    r"\b(?:a|de|d'|doit|pour|va|faut)\s*(?:nommer|designer|elire|proceder)|\b(?:procede|invite|nomination|election|designation)\b"
)
_CHOSEN_AFTER = re.compile(
    r"[^.;]{0,90}?\b(?:design|nomm|elue?\b|rempli|obtenu|obtient|accept|propos|se\s+porte|candidat|est\s+secretaire)"
)
_SENTENCE = re.compile(r"(?:(?<!\bM)(?<!\bMM)(?<!\bMme)(?<!\b[A-Z])\.\s|;|\n\s*\n|\*{3})")
_LABEL = re.compile(r"\brapporteu(?:r|re|se)s?\s*(?:\([er]+\)\s*)?(?::|-|–|\s)\s*")
_REPORTS = re.compile(
    r"(?<!\bla )(?<!\bde )(?<!\bcette )(?<!\ble )\b(?P<verb>rapporte|expose|presente|rappelle|propose"
    r"|informe|explique|indique|soumet|donne\s+lecture|fait\s+(?:part|savoir|lecture|connaitre|l'expose))\b"
)
_GIVEN_FLOOR = re.compile(
    r"\b(?:sur\s+(?:le\s+)?rapport\s+de|sur\s+l[ae]\s+proposition\s+de|sur\s+proposition\s+de|sur\s+l'expose\s+de|apres\s+l'expose\s+de"
    r"|entendu\s+(?:le\s+rapport|l'expose)\s+de"
    r"|(?:donne|passe|cede|laisse)\s+la\s+parole\s+a|rapport\s+(?:est\s+)?presente\s+par|presentee?\s+par)\s*:?\s*"
)
_EXECUTIVE = re.compile(
    r"(?:\b(?:m|mr|mme|monsieur|madame)\.?\s+)?"
    r"\b(?:le|la|du)\s+(?P<title>maire|presidente?)\b(?![\s-]+(?:adjoint|delegue))"
)
# Between a subject and its verb: a title, « qui », a small pronoun.
_APPOSITION = re.compile(
    r"\s*(?:[,(–—-][^.;:]{3,170}?[,)–—-]?|(?:vice[- ])?(?:president|maire|adjoint|conseill)[^.;:,]{0,90}?,?)?"
    r"\s*(?:qui\s+|,\s*)?(?:(?:nous|lui|leur|vous|en|y|ensuite|alors|donc|egalement)\s+)*"
)
_OPENING = 1400


def read(act: Act) -> Iterator[Mention]:
    """``chair``, ``secretary`` and ``rapporteur``."""
    for field, person, rule in (
        ("chair", chair_named(act), "officers.chair"),
        ("secretary", _secretary(act), "officers.secretary"),
        ("rapporteur", _rapporteur(act), "officers.rapporteur"),
    ):
        if person is not None:
            yield Mention(field, Person(person.value, person.role), (Span(person.start, person.end),), rule)


def _secretary(act: Act) -> Titled | None:
    """The first person whom the opening of the sitting calls secrétaire."""
    for zone in (act.preamble, act.item, act.whole):
        reach = zone.part(zone.start, zone.start + 9000)
        for match in matches_at_cues(_SECRETARY, act.view.folded, ("secretaire",), reach.start, reach.end):
            found = _after_label(reach, match) or _chosen_before(reach, match) or _chosen_after(reach, match)
            if found is not None:
                return Titled(found.value, None, found.start, found.end)
    return None


def _after_label(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """« Secrétaire de séance : Anne ROUX »."""
    label = _LABELLED.match(zone.view.folded, match.start(), zone.end)
    if label is None:
        return None
    listed = ":" in label[0]
    found = next(find_names(zone.view.text, label.end(), min(zone.end, label.end() + 80), listed=listed), None)
    lead = zone.view.folded[label.end() : found.start] if found else ""
    return found if re.fullmatch(r"\s*(?:(?:m|mr|mme|mlle|monsieur|madame)\.?\s*)?", lead) else None


def _chosen_before(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """« Anne ROUX est désignée secrétaire de séance »: the last name of the sentence."""
    start = _sentence_start(zone, match.start(), 220)
    names = list(find_names(zone.view.text, start, match.start()))
    if not names or not _CHOSEN.search(zone.view.folded, start, match.start()):
        return None
    between = zone.view.folded[names[-1].end : match.start()]
    return names[-1] if ":" not in between and not _TO_CHOOSE.search(between) else None


def _chosen_after(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """« … la nomination d'un secrétaire … : Mme ROUX a été désignée pour remplir ces fonctions »."""
    end = min(zone.end, match.end() + 420)
    for found in find_names(zone.view.text, match.end(), end):
        if _CHOSEN_AFTER.match(zone.view.folded, found.end, min(zone.end, found.end + 130)):
            return found
        lead = zone.view.folded[max(zone.start, found.start - 90) : found.start]
        if re.search(r"(?:designe|nomme|elit|propose)\w*\s[^.]{0,70}$", lead):
            return found
    return None


def _sentence_start(zone: Zone, position: int, reach: int) -> int:
    begin = max(zone.start, position - reach)
    ends = [match.end() for match in _SENTENCE.finditer(zone.view.text, begin, position)]
    return ends[-1] if ends else begin


def _rapporteur(act: Act) -> Titled | None:
    """Who reports: a label first, else the first who is said to present the item."""
    apart = not act.shared and act.item.start < act.preamble.end < act.item.end
    begin = act.preamble.end if apart else act.item.start
    zone = act.item.part(begin, begin + _OPENING)
    labelled = _labelled_rapporteur(act, zone)
    if labelled is not None:
        return labelled
    cues = [*zone.find(_REPORTS), *zone.find(_GIVEN_FLOOR)]
    for match in sorted(cues, key=lambda match: match.start())[:8]:
        person = _subject(act, zone, match.start()) if "verb" in match.re.groupindex else _called(act, zone, match)
        if person is not None:
            return person
    return None


def _labelled_rapporteur(act: Act, zone: Zone) -> Titled | None:
    """« Rapporteur : Anne ROUX », « Anne ROUX, rapporteur »."""
    for match in zone.find(_LABEL):
        person = _called(act, zone, match) if ":" in match[0] or match[0].strip().endswith(("-", "–")) else None
        person = person or _titled_rapporteur(zone, match) or _subject(act, zone, match.start())
        if person is not None:
            return person
    return None


def _titled_rapporteur(zone: Zone, match: re.Match[str]) -> Titled | None:
    """« Paul NOIR, rapporteur et Vice-Président de la commission des sports, rappelle »."""
    names = list(find_names(zone.view.text, max(zone.start, match.start() - 60), match.start()))
    if not names or zone.view.text[names[-1].end : match.start()].strip(" ,\n"):
        return None
    role = re.compile(r"et\s+([^.;:,]{4,120})").match(zone.view.text, match.end(), zone.end)
    return Titled(names[-1].value, collapse(role[1]) if role else None, names[-1].start, names[-1].end)


def _subject(act: Act, zone: Zone, verb: int) -> Titled | None:
    start = _sentence_start(zone, verb, 260)
    names = [
        found
        for found in find_names(zone.view.text, start, verb)
        if _APPOSITION.fullmatch(zone.view.folded, found.end, verb)
    ]
    if names:
        found = names[-1]
        return Titled(
            found.value, _role_between(zone, found, verb) or _role_before(zone, found), found.start, found.end
        )
    titles = list(_EXECUTIVE.finditer(zone.view.folded, max(start, verb - 70), verb))
    title = titles[-1] if titles else None
    if title is None or not re.fullmatch(
        r"[\s,]*(?:(?:nous|lui|leur|vous|en|y|ensuite|alors|donc|egalement)\s+)*[\s,]*",
        zone.view.folded[title.end() : verb],
    ):
        return None
    return _executive_as(act, zone, title)


def _called(act: Act, zone: Zone, match: re.Match[str]) -> Titled | None:
    """Who is named right after « Rapporteur : », « sur le rapport de », « donne la parole à »."""
    end = min(zone.end, match.end() + 110)
    listed = ":" in match[0]
    for found in find_names(zone.view.text, match.end(), end, listed=listed):
        lead = zone.view.folded[match.end() : found.start]
        if re.fullmatch(
            r"\s*(?:(?:m|mr|mme|mlle|monsieur|madame)\.?\s*(?:(?:le|la)\s+(?:maire|president(?:e)?)[\s,]*)?)?", lead
        ):
            return Titled(found.value, _role_to_verb(zone, found), found.start, found.end)
        break
    title = _EXECUTIVE.match(zone.view.folded, match.end(), end)
    return _executive_as(act, zone, title) if title else None


def _executive_as(act: Act, zone: Zone, title: re.Match[str]) -> Titled | None:
    """The executive by name, with the title as this sentence prints it."""
    person = executive(act, title["title"]) or _chair_as(act, title["title"])
    printed = zone.view.text[title.start("title") : title.end("title")]
    return person._replace(role=printed) if person else None


def _chair_as(act: Act, title: str) -> Titled | None:
    """Who presides, where the role printed beside is that title."""
    chair = chair_named(act)
    return chair if chair is not None and same_office(chair.role or "", title) else None


def _role_to_verb(zone: Zone, found: Found[str]) -> str | None:
    """« Anne ROUX, Adjointe à la Famille, l'Éducation et la Jeunesse, qui rappelle »: commas within the title stay."""
    verb = re.compile(r"[^.;:]{0,170}?,\s*qui\b").match(zone.view.text, found.end, zone.end)
    whole = _role_between(zone, found, verb.end()) if verb else None
    return whole or role_after(zone, found.end)


def _role_between(zone: Zone, found: Found[str], verb: int) -> str | None:
    """« …, Vice-Présidente déléguée à la culture, rapporte »: the whole title, commas within it included."""
    words = collapse(zone.view.text[found.end : verb]).strip(" ,-–")
    role = re.search(r"(?:\d\S{0,3} )?\b(?:vice|pr[ée]sident|maire|adjoint|conseill)", words, re.IGNORECASE)
    return words[role.start() :].removesuffix(" qui").rstrip(" ,") if role and len(words) < 130 else None


def _role_before(zone: Zone, found: Found[str]) -> str | None:
    """« Monsieur le Maire, Paul NOIR, rapporte »."""
    before = zone.view.text[max(zone.start, found.start - 30) : found.start]
    title = re.search(r"\b(?:[Ll]e|[Ll]a)\s+(Maire|Présidente?|maire|présidente?)[\s,]*$", before)
    return title[1] if title else None


EXTRACTOR = Extractor(
    "officers",
    read,
    examples=(
        Example(
            "Le conseil s'est réuni sous la présidence de Madame Anne ROUX, Maire.\nSecrétaire de séance : Paul NOIR\n",
            {"chair": Person("Anne ROUX", "Maire"), "secretary": Person("Paul NOIR")},
        ),
        Example(
            "Monsieur Paul NOIR, Vice-Président, rapporte :", {"rapporteur": Person("Paul NOIR", "Vice-Président")}
        ),
        Example("Mme Zoé VERT est désignée secrétaire de séance.", {"secretary": Person("Zoé VERT")}),
    ),
    counter_examples=(
        Example("Le secrétaire général de la préfecture a répondu à Madame Anne ROUX.", {}),
        Example("Fait à Ville. Le Maire, Anne ROUX", {}),
    ),
)
