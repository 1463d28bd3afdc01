"""The role printed beside a name, and where it ends."""

import re

from kg.extract.act import Zone
from kg.extract.layout.words import OPENER, PREPOSITIONS, WEAK_OPENER
from kg.extract.officers.presiding import role_after
from kg.text.found import Found
from kg.text.view import collapse, fold_same_length

_AFTER_ROLE = re.compile(r"\s(?:compte[- ]rendu|proces[- ]verbal|page \d|note d)")
_CAPITALS = re.compile(r"\s[A-ZÀ-Þ]{2,}(?![\w])(?=['’\s]|$)")
# « au logement Armorique Logement réalise … »: a sentence whose subject is a name.
_NAMED_SUBJECT = re.compile(
    r"(?<=[a-zà-ÿ]{4})\s(?=[A-ZÀ-Þ][a-zà-ÿ'-]+(?:\s(?:(?:de|du|des|la|le)\s)?[A-ZÀ-Þ][\w'-]+){0,3}\s(?:a|est|ont|sont|réalise"
    r"|souhaite|sollicite|propose|envisage|projette|dispose|exerce|gère|organise|demande|prévoit|doit|porte|assure"
    r"|emploie|regroupe|anime|compte|exploite|possède|occupe)\s)"
)
# « 2ème adjoint, en charge de l'habitat et de la rénovation urbaine »: what the office is for, after a comma.
_IN_CHARGE = re.compile(
    r",\s(?:en charge|charg[ée]e?|d[ée]l[ée]gu[ée]e?)\s(?:d[eu]s?\s|d['’]|à\s|aux?\s)[^.;:,()\n]{3,110}(?=[.;:,()\n]|$)"
)
_DELEGATED = re.compile(
    r"\s?[,(–-]\s?(?P<role>(?:[ée]lue?\s)?d[ée]l[ée]gu[ée]e?\s(?:à\s|aux?\s|pour\s|en charge\s)[^,;:.()\n–—]{3,70})"
)
# « Adjoint aux sports Subvention de 3 500 € »: after what the office is for, in small letters, a sentence.
_SENTENCE = re.compile(
    r"(?<=\s)(?:(?:aux?|à la|de la|du|des)\s|(?:à l|de l)['’])[a-zà-ÿ][a-zà-ÿ' -]*"
    r"(?<!secteur)(?<!quartier)(?<!\sprojet)(?<!\sde)(?<!\set)(?<!\sla)(?<!\sdu)(?<!\sdes)"
    r"(?P<end>)\s(?=[A-ZÀ-Þ][a-zà-ÿ]{3,}\s(?:[a-zà-ÿ]{4,}\s|de \d|d['’]))"
)
_RULE = re.compile(r"[\s,]*[*_=~•]{2,}.*$", re.DOTALL)  # a row of stars between two items
_CAPITAL = re.compile(r"(?<=[\wé)])\s(?=[A-ZÀ-Þ])")


# « la parole à Mme ROUX, présidente de la commission voirie, eau et assainissement. »
_TO_STOP = re.compile(
    r",\s*(?P<role>(?:vice[- ]president|president|adjoint|conseill)(?:(?!\n\s*\n)[^.;:()]){8,170})\.(?=\s|$)"
)
_NO_ROLE = re.compile(
    r",\s*(?:pour|afin|qui|que|laquelle|lequel|sur|en|de|(?:rapport|present|expos|propos|expliqu|inform|rappel|souhait|indiqu|donn)\w+"
    r"|fait|est|a|vus?|considerant|attendu|entendu|oui|apres|conformement|dans|par|au|il|elle"
    r"|l[ea] (?:conseil|bureau|comite|commission permanente)|l'assemblee)\b|\b(?:m|mm|mme|mmes|monsieur|madame)\b"
)


_OFFICE = re.compile(
    r"(?:(?:\d\S{0,3}|premi[eè]re?|seconde?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz)i[eè]me) )?"
    r"\b(?:vice|pr[ée]sident|maire|adjoint|conseill)",
    re.IGNORECASE,
)
# « Rapporteur : M. NOIR Conseillers en exercice : 23 », « M. NOIR, rapporteur : … » say no office.
_NO_OFFICE = re.compile(r"(?:co-?)?rapporteure?|.{0,60}\b(?:en exercice|presents?)\b.{0,40}")
# « Vice-Présidente à la culture Présents : … », « adjoint aux finances 1. Contexte »: what heads the next passage.
_HEADED_NEXT = re.compile(
    r"\s(?:(?:Pr[ée]sent|Absent|[ÉE]taient|Excus|Membre|Nombre|Votant|Quorum|Pouvoir|Procuration|Secr[ée]taire|Arriv[ée]e"
    r"|D[ée]part|Date\s|Mesd|Messieurs|Chers?\s|Conseillers?\sen\sex)|(?<![°º]\s)(?<!secteur\s)(?<!quartier\s)1$)"
)
# « adjointe aux finances, partage son écran et » (présente): what is done before.
_DOES_BEFORE = re.compile(r",\s[^,]{3,80}\set$")


def role_to_stop(zone: Zone, position: int) -> str | None:
    """The role between a name and the end of its sentence, commas and line ends within it included."""
    match = _TO_STOP.match(zone.view.folded, position, min(zone.end, position + 200))
    if match is None or not re.search(r"[,\n]", match["role"]) or _NO_ROLE.search(match["role"]):
        return None
    return collapse(zone.view.text[match.start("role") : match.end("role")])


def with_charge(zone: Zone, role: str | None, name_end: int) -> str | None:
    """The role with what its holder is in charge of, where a comma stands between."""
    at = zone.view.text.find(role, name_end, min(zone.end, name_end + 160)) if role else -1
    charge = _IN_CHARGE.match(zone.view.text, at + len(role), zone.end) if role and at >= 0 else None
    return f"{role}{collapse(charge[0])}" if role and charge else role


def role_alone(role: str | None) -> str | None:
    """« Vice-Président aux finances VU le Code », « Maire ADOPTÉE »: a role ends where words in capitals begin."""
    if role and (rule := _RULE.search(role)):
        role = role[: rule.start()]
    if role and (headed := _HEADED_NEXT.search(role)) and _OFFICE.match(role):
        role = role[: headed.start()]
    if role is None or _NO_OFFICE.fullmatch(fold_same_length(role)):
        return None
    if role.isupper():
        return role
    if foot := _AFTER_ROLE.search(fold_same_length(role)):
        role = role[: foot.start()]
    if sentence := next((found for found in _CAPITAL.finditer(role) if _opens_sentence(role, found)), None):
        role = role[: sentence.start()]
    return _before_capitals(_before_sentence(role))


def _before_sentence(role: str) -> str:
    if sentence := _SENTENCE.search(role):
        role = role[: sentence.start("end")]
    subject = _NAMED_SUBJECT.search(role)
    return role[: subject.start()] if subject else role


def _before_capitals(role: str) -> str:
    for capitals in _CAPITALS.finditer(role):
        before = re.search(r"([^\W\d_]+)['’]?$", fold_same_length(role[: capitals.start()]))
        if before is None or before[1] not in PREPOSITIONS:
            return role[: capitals.start()].rstrip(" ,")
    return role


def _opens_sentence(role: str, capital: re.Match[str]) -> bool:
    """« Vice-présidente L'association a subi », « 1er adjoint Vu le décret »; not « à la Vie locale »."""
    before = re.search(r"[^\W\d_]+$", fold_same_length(role[: capital.start()]))
    if before and before[0] in PREPOSITIONS:
        return False
    at = capital.end()
    return bool(OPENER.match(role, at) or WEAK_OPENER.match(role, at)) or role.startswith("Objet", at)


def role_to_verb(zone: Zone, found: Found[str]) -> str | None:
    """« Anne ROUX, Adjointe à la Famille, l'Éducation et la Jeunesse, qui rappelle »: commas within the title stay."""
    verb = re.compile(r"[^.;:]{0,170}?,\s*qui\b").match(zone.view.text, found.end, zone.end)
    whole = role_between(zone, found, verb.end()) if verb else None
    return whole or role_to_stop(zone, found.end) or role_after(zone, found.end) or _delegated(zone, found.end)


def _delegated(zone: Zone, position: int) -> str | None:
    """« Paul NOIR, délégué à la randonnée »: a member with a delegation and no other office."""
    match = _DELEGATED.match(zone.view.text, position, min(zone.end, position + 120))
    return collapse(match["role"]).strip(" -") if match else None


def role_between(zone: Zone, found: Found[str], verb: int) -> str | None:
    """« …, Vice-Présidente déléguée à la culture, rapporte »: the whole title, commas within it included."""
    words = _DOES_BEFORE.sub("", collapse(zone.view.text[found.end : verb]).strip(" ,-–"))
    role = _OFFICE.search(words)
    if role is None or len(words) >= 130:
        return _delegated(zone.part(zone.start, verb), found.end)
    return words[role.start() :].removesuffix(" qui").rstrip(" ,")


def role_before(zone: Zone, found: Found[str]) -> str | None:
    """« Monsieur le Maire, Paul NOIR, rapporte »."""
    before = zone.view.text[max(zone.start, found.start - 30) : found.start]
    title = re.search(r"\b(?:[Ll]e|[Ll]a)\s+(Maire|Présidente?|maire|présidente?)[\s,]*$", before)
    return title[1] if title else None
