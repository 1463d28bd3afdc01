"""The chair of the sitting, its secretary (CGCT L2121-15) and who reports an item."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.officers.presiding import chair_named, in_full
from kg.extract.officers.reporting import rapporteur_of
from kg.extract.officers.sentences import sentence_start
from kg.extract.officers.titled import Titled
from kg.model import Person, Span
from kg.text.found import Found
from kg.text.names import find_names
from kg.text.word_starts import Begun

_SECRETARY = Begun(
    r"\bsecretaires?\b(?!\s+(?:general|de\s+mairie|d'etat|departement|national|perpetuel|administrati))"
    r"|\b(?:tenir|tient|tenu|tiendra)\s+la\s+plume\b|\b(?:tenir|rediger|dresser)\s+le\s+proces[\s-]verbal\b"
    r"|\bsecretariat\b(?=(?:\s+de\s+(?:la\s+)?seance)?\s*:)"
    r"|\bsecretariat\b(?=[^.;:]{0,30}\b(?:assure|tenu)\s+par\b)"
    r"|(?:(?<=\ble )|(?<=\bdu ))secretariat\b(?=\s*[.,;(]|\s+de\s+(?:la\s+|cette\s+)?(?:seance|reunion|session))",
    ("secretair", "secretariat", "tenir", "tient", "tenu", "tiendra", "rediger", "dresser"),
)
_LABELLED = re.compile(
    r"(?:secretariat(?=(?:\s+de\s+(?:la\s+)?seance)?\s*:)|secretariat[^.;:]{0,30}?\b(?:assure|tenu)\s+par|secretaires?(?:\(s\))?)(?:\s+auxiliaire)?(?:\s+(?:de|des|pour)\s+(?:la\s+)?(?:sean\w{2,3}|session))?"
    r"(?:\s+(?:elue?|nommee?|designee?|est|sera|etait|a\s+ete|(?:sont|etaient|est)\s+(?:remplies?|assurees?|exercees?|tenues?)\s+par|pour\s+(?:la\s+duree\s+de\s+)?la\s+(?:session|seance)))*"
    r"\s*(?:[:–—-]|\n)?\s*(?:de\s+la\s+seance\s*)?"
)
_HEAD_BESIDE = re.compile(r"[\s,]*l[ea]\s+(?:maire|presidente?)[\s,:]+")
_FOOT = 900  # characters at the end of a document
_CLOSE = 10  # characters between two columns: a civility
# « La secrétaire de séance, Anne ROUX », below an act
_SIGNING = re.compile(r"\sL[ea]\s+$")
_CIVIL = re.compile(r"\s*(?:(?:mm?|mr|mmes?|mmc|mlle|melle|mademoiselle|monsieur|madame|messieurs|mesdames)\.?\s*)?")
_AND = re.compile(r"\s*et\s+(?:(?:mme|m|mr|mlle|madame|monsieur)\b\.?\s*)?")
_SENTENCE_END = re.compile(r"[a-z]{3}\.\s")
_IS_CHOSEN = re.compile(r",?\s+(?:est|a\s+ete)\s+(?:ainsi\s+|alors\s+)?(?:design|nomm|elue?\b|choisi|charge)\w*")
_CHOSEN = re.compile(
    r"design(?!ation)|nomm|elue?\b|\belit\b|propos|assur|accept|bien voulu|tient|rempli|qualite|choisi|candidat"
    r"|fonction|office|charge|volontaire|exerce"
    r"|\bes?t(?:ant)?\b|\bcomme\b"
)
# « … invite le conseil à nommer un secrétaire »: what precedes names nobody yet.
_TO_CHOOSE = re.compile(
    r"\b(?:a|de|d'|doit|pour|va|faut)\s*(?:nommer|designer|elire|proceder)|\b(?:invite|nomination|election|designation|choix)\b"
    r"|\b(?:un|ses|des)\s+membres?\b|\bcommencer\b"
)
# « Rapporteur : Monsieur le Maire – Paul NOIR »
_REPORTS = re.compile(r"(?:rapporteu\w+|presente\s+par)\s*:?(?:[^.;:\n]|(?<=\bm)\.|(?<=\bmme)\.){0,40}$")
_NAMES = re.compile(
    r"(?:designe|nomme|elit|propose)\w*\s(?:[^.]|(?<=\bm)\.|(?<=\bmme)\.){0,70}$"
    r"|\ben\s+la\s+personne\s+de\s(?:\w+\.?\s)?$"
)
# « Anne ROUX, secrétaire de séance », « Anne ROUX (secrétaire) »
_APPOSED = re.compile(r"\s?[,(]\s?$")
_OF_THE_SITTING = re.compile(r"\s+de\s+(?:la\s+)?(?:seance|session|reunion)(?!\s?:)|\s?\)")
_OTHER = re.compile(r"\bsecretaires?\s+(?:de\s+(?:la\s+)?seance\s*)?:")
_AUXILIARY = re.compile(r"secretaires?\s+(?:de\s+(?:la\s+)?seance\s+)?(?:auxiliaire|suppleant|adjoint)")
_CHOSEN_AFTER = re.compile(
    r"[^.;]{0,90}?\b(?:design|nomm|elue?\b|rempli|obtenu|obtient|accept|propos|se\s+porte|candidat|est\s+secretaire)"
)


def read(act: Act) -> Iterator[Mention]:
    """``chair``, ``secretary`` and ``rapporteur``."""
    for field, person, rule in (
        ("chair", chair_named(act), "officers.chair"),
        ("secretary", _secretary(act), "officers.secretary"),
        ("rapporteur", rapporteur_of(act), "officers.rapporteur"),
    ):
        if person is not None:
            yield Mention(field, Person(person.value, person.role), (Span(person.start, person.end),), rule)


def _secretary(act: Act) -> Titled | None:
    """The first person whom the opening of the sitting calls secrétaire."""
    for zone in (act.preamble, act.item, act.whole):
        reach = zone.part(zone.start, zone.start + 9000)
        for match in reach.find(_SECRETARY):
            found = _named_by(reach, match)
            if found is not None:
                person = in_full(reach, Titled(found.value, None, found.start, found.end))
                return person if " " in person.value else in_full(_foot(act), person)
    return None


def _foot(act: Act) -> Zone:
    """Where the minutes are signed: « La secrétaire de séance, Anne ROUX » gives « Mme ROUX » her given name."""
    return act.whole.part(max(act.whole.start, act.whole.end - _FOOT), act.whole.end)


def _named_by(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """Whom one mention of the secretary names; an auxiliary (CGCT L2121-15) only where no other is told."""
    auxiliary = _AUXILIARY.match(zone.view.folded, match.start(), zone.end)
    if auxiliary and zone.part(auxiliary.end(), zone.end).first(_OTHER):
        return None
    return _after_label(zone, match) or _chosen_before(zone, match) or _chosen_after(zone, match)


def _after_label(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """« Secrétaire de séance : Anne ROUX »."""
    label = _LABELLED.match(zone.view.folded, match.start(), zone.end)
    if label is None:
        return None
    listed = ":" in label[0]
    found = next(find_names(zone.view.text, label.end(), min(zone.end, label.end() + 80), listed=listed), None)
    if beside := _signing_first(zone, label.end()):
        return beside
    lead = zone.view.folded[label.end() : found.start] if found else ""
    comma = lead[:1] == "," and _SIGNING.search(zone.view.text, max(zone.start, match.start() - 12), match.start())
    return found if _CIVIL.fullmatch(lead[1:] if comma else lead) else None


def _signing_first(zone: Zone, start: int) -> Found[str] | None:
    """« Le secrétaire de séance, Le Maire, Paul NOIR Anne ROUX »: two columns, the names in the order of the titles."""
    head = _HEAD_BESIDE.match(zone.view.folded, start, zone.end)
    if head is None:
        return None
    names = list(find_names(zone.view.text, head.end(), min(zone.end, head.end() + 90)))[:2]
    if len(names) < 2 or names[0].start - head.end() > _CLOSE or names[1].start - names[0].end > _CLOSE:
        return None
    return names[0]


def _chosen_before(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """« Anne ROUX est désignée secrétaire de séance »: the last name of the sentence."""
    start = sentence_start(zone, match.start(), 220)
    if named := _appointed(zone, start, match):
        return named
    names = list(find_names(zone.view.text, start, match.start()))
    if not names:
        return None
    between = zone.view.folded[names[-1].end : match.start()]
    if _APPOSED.fullmatch(between) and _OF_THE_SITTING.match(zone.view.folded, match.end(), zone.end):
        return names[-1]
    if not _CHOSEN.search(zone.view.folded, start, match.end()):
        return None
    over = ":" in between or _TO_CHOOSE.search(between) or _SENTENCE_END.search(between)
    return _first_of_two(zone, names) if not over else None


def _first_of_two(zone: Zone, names: list[Found[str]]) -> Found[str]:
    """The last of the names; « Mme ROUX et M. NOIR » share the office: the first."""
    joined = len(names) > 1 and _AND.fullmatch(zone.view.folded, names[-2].end, names[-1].start)
    return names[-2] if joined else names[-1]


def _appointed(zone: Zone, start: int, match: re.Match[str]) -> Found[str] | None:
    """« …, VALMONT Giovanna est désignée secrétaire »: right before the verb any capitalised words are a name."""
    for verb in _IS_CHOSEN.finditer(zone.view.folded, start, match.start()):
        named = list(find_names(zone.view.text, start, verb.start(), listed=True))
        if named and named[-1].end == verb.start() and " " in named[-1].value:
            return (
                _first_of_two(zone, named)
                if not _TO_CHOOSE.search(zone.view.folded, verb.end(), match.start())
                else None
            )
    return None


def _chosen_after(zone: Zone, match: re.Match[str]) -> Found[str] | None:
    """« … la nomination d'un secrétaire … : Mme ROUX a été désignée pour remplir ces fonctions »."""
    end = min(zone.end, match.end() + 420)
    for found in find_names(zone.view.text, match.end(), end):
        lead = zone.view.folded[max(zone.start, found.start - 90) : found.start]
        if _REPORTS.search(lead):
            continue
        if _CHOSEN_AFTER.match(zone.view.folded, found.end, min(zone.end, found.end + 130)):
            return found
        if _NAMES.search(lead):
            return found
    return None


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
