"""Headings that no colon ends: « ABSENTS Anne ROUX, Paul NOIR », « Présents (21) ROUX Anne … », two columns."""

import re

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.text.names import find_names

_COUNT = re.compile(r"\s*\(?\s*\d{1,3}\s*\)?(?!\.[A-Z]|[\d/.h°])\s*[:;,]?\s*(?:\((?=[a-z]))?")
# « TITULAIRES PRÉSENTS Commune Nom et prénom Valmont M. ROUX Paul »: the heads of a table's columns
_COLUMN = (
    r"(?:communes?|villes?|collectivites?|noms?|prenoms?|titulaires?|suppleants?|delegues?|conseillers?|elus?"
    r"|representants?|membres?|qualites?|fonctions?|communautaires?|syndica(?:ux|les?)|municipaux)"
)
_COLUMNS = re.compile(
    rf"(?:(?<=\s)|\s+)(?P<heads>{_COLUMN}(?:(?:\s?[,/&|()–-]{{1,2}}\s?|\s+et\s+|\s){_COLUMN}){{0,5}}+)"
    r"(?=\s)(?!\s*(?::|d(?:e|u|es)\s|d'|pour\s|presente?s?\b|absente?s?\b|excuse|pouvoirs?\b|procuration))"
)
# « 1. Anne ROUX 2. Paul NOIR »: figures that count the members.
_RANKED = r"0?1\s?[.°)/]\s?-?\s*(?=[^:\n]{3,70}?(?:\b0?2\s?[.°)/]|\n|$))"
# « Absente : 1. Mme Anne ROUX », the only one
_FIRST = (
    r"0?1\s?[.)]\s-?\s?(?=(?:(?:M\.|Mr|Mme|Monsieur|Madame)\s)?"
    r"(?:[A-ZÀ-Þ][a-zà-ÿ-]+\s[A-ZÀ-Þ]{2}|[A-ZÀ-Þ]{2,}\s[A-ZÀ-Þ][a-zà-ÿ]))"
)
_NUMBERED = re.compile(rf"\s+{_RANKED}(?:M\.|Mr|Mme|Monsieur|Madame|[A-ZÀ-ÖØ-Þ])")
_OF = r"(?i:(?:(?:pouvoir|procuration|mandat)s?\s)?(?:(?:donnée?|écrite?)\s)?d(?:e\s|'))"
NAME_AHEAD = re.compile(
    r"[\s:•✓▪*|(–—-]*(?:o\s)?"
    r"(?!(?:Salle|SALLE|Mairie|MAIRIE|Séance|SÉANCE|SEANCE|Lieu|LIEU|Place|Rue|Espace|Foyer|Date|DATE)\s)"
    rf"(?:{_RANKED}|{_FIRST})?(?:{_OF})?"
    r"(?:[A-ZÀ-ÖØ-Þ]{2}|[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ.' ]|[A-Z]-[A-Z]\.|M\."
    r"|(?:monsieur|madame)\s[A-ZÀ-ÖØ-Þ])"
)
# Names and nothing else, six words or more: « Présents ROUX Anne NOIR Paul VERT Zoé ».
_DENSE = re.compile(r"(?:\s*(?:[–—-]\s)?[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*[,;]?(?=\s)){6}")
# « Procurations Anne ROUX donne procuration à »
_GIVES = re.compile(
    r"\s*(?:[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*\s+){1,4}(?:\([^()]{2,40}\)\s+)?(?:(?:a\s+)?donn|vote\s+par\s|représentée?\s+par\s)|\s*(?:de\s)?(?:[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*\s+){2,4}à\s+[A-ZÀ-ÖØ-Þ]"
    # « POUVOIRS de Mme Anne ROUX (Valbrun) à M. Paul NOIR »
    r"|\s*(?:de\s|d')?(?:M\.|Mme|Mr|Mlle|Monsieur|Madame)\s(?:(?:[A-ZÀ-ÖØ-Þ]|d[eu]\s|la\s|d')[\wÀ-ÿ'.-]*\s+){1,5}"
    r"(?:\([^()]{2,40}\)\s+)?à\s+(?:M\.|Mme|Mr|Mlle|Monsieur|Madame)\s[A-ZÀ-ÖØ-Þd]"
)
# « Présents Commune de Valmont + M. Anne ROUX »: the commune before its members, colons misread or lost
_OF_COMMUNE = re.compile(
    rf"(?:\s[a-z.])?[\s({{“‘;]{{1,4}}(?P<commune>commune\s+d(?:e\s|u\s|es\s|')[^:;,.]{{2,50}}?)\s?[:;+]?\s{CIVILITY}\s?(?=[a-z])"
)
# « PRÉSENTS Groupe Valmont Ensemble Mme Anne ROUX … »: a group before its members
_GROUP_FIRST = re.compile(
    r"\s+(?=(?:groupe|liste|college)\s[^:;,.()\d\n]{3,60}?\s(?:m\.|mr|mme|monsieur|madame)\s[a-z])"
)
# « Etait absente Anne ROUX. »
_WAS = re.compile(r"etai(?:en)?t\s")
_ALONE = re.compile(r"\s*[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?\s[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'-]+\s*[.,;]")
# « Ayant donné procuration ; Mme ROUX »: a colon that OCR lost
_SEMICOLON = re.compile(r"\s?;\s(?=(?:M\.|MM|Mr|Mme|Monsieur|Madame)[\s.])")
# « Absents ayant donné pouvoir | Membres ayant reçu pouvoir »: the head of the second of two columns
_HOLDERS = re.compile(
    r"[\s|/–-]*(?:(?:noms?\s(?:du|des|de)\s)?mandataires?\b|(?:(?:noms?\sd(?:u|e|es)\s)?beneficiaires?)\b|(?:(?:membres?|conseillers?|elus?|delegues?)\s)?"
    r"(?:(?:ayant|qui\sont|a)\s(?:recu|accepte)\s(?:(?:l[ea]|une?)\s)?(?:pouvoir|procuration|mandat)s?|represente\w*\spar|detenteurs?(?:\sdu\s(?:pouvoir|mandat))?)"
    r"|(?:pouvoir|procuration|mandat)\s(?:donnee?\s)?a)[\s|:]+(?=(?:m\.|mme|mr|monsieur|madame|[a-z'-]+\s[a-z]))"
)
_MANDATAIRES = re.compile(r"[\s|/–-]*mandataires?\b[\s|:]*(?=[a-z])")
_MANDANTS = re.compile(r"\s+mandants?\s+mandataires?\s")  # the heads of two columns
_NEAR = 140  # characters that hold the first two names
_CHAIR_TO_COLON = re.compile(r"(?:[^:;.]|\bmm?\.|\b[a-z]\.){3,90}?:")
_UNDER_CHAIR = re.compile(r"[\s,(]*sous\s+la\s+presidence\s+d")


# « ABSENTS EXCUSÉS – Anne ROUX, Paul NOIR », « Etaient présents ; Anne ROUX »: a colon lost or misread
_LOST = re.compile(rf"\s*[;.:|–—-]?\s*(?:{CIVILITY}\s+)?")
_LED_NAME = re.compile(rf"\s*(?:{CIVILITY}\s|[a-z'-]+\s+\()")
_OF_GROUP = re.compile(r"\b(?:groupes?|colleges?|listes?|communes?|non[- ]inscrite?s?)\b")
_LED_MEMBER = re.compile(r"\s+(?:M\.|MM\.?|Mr|Mmes?|Mlle|Monsieur|Madame|Messieurs|Mesdames)\s+[A-ZÀ-ÖØ-Þ]")
_PLURAL = re.compile(r"etai|sont\b|s\W*$|ont\s")
_WAS_AWAY, _DASH = re.compile(r"(?:absent|excuse)e?(?:\s+(?:et\s+)?excusee?)?$"), re.compile(r"\s[–—-]\s")
_SEVERAL = re.compile(r"s$")
_NAME_BEFORE = re.compile(
    r"[a-z)](?<!\bles)(?<!\bdes)(?<!\baux)(?<!\bses)(?<!\bet)(?<!\bou)(?<!\bmembres)(?<!\belus)(?<!\bde)\s$"
)
_SENTENCE_END = re.compile(r"(?:^|[.:;)|\n»\d])\s*(?:[-–—•*]\s*)?$")
_BETWEEN = re.compile(rf"\s*(?:(?:[,;/(\n–—-]|\bet\b|{CIVILITY}\s)(?:[^.:]|\bmm?\.|\d\.|\)\.){{0,120}})?")
# « PRÉSENTS ROUX Anne Maire NOIR Paul 1er adjoint »: an office ends a name as well as a comma does.
_OFFICE = re.compile(
    r"[\s,–—-]+(?:l[ea]\s+)?(?:\d{1,2}\s?(?:er|ere|re|e|eme|°)\s+|premiere?\s+|\w{4,8}ieme\s+)?"
    r"(?:maires?|(?:vice[- ])?presidente?s?|adjointe?s?|conseill(?:ers?|eres?))"
    r"(?:\s(?:adjointe?|deleguee?|municipa\w+|communautaires?|syndica\w+|honoraire)){0,2}\s+"
)
_AFTER_ONE = re.compile(
    r"\s*(?:[.,;(\n|–—]|-\s|$|\b(?:et|a|par|donne\w*|pouvoir|procuration|excusee?|absente?|secretaire)\b"
    rf"|{CIVILITY}\s|l[ea]\s+(?:quorum|secretaire|conseil|comite|bureau|seance|maire|presidente?|nombre|convocation)\b"
    r"|il\s+(?:a|est)\s|(?:effectif|nombre|membres|date|quorum|etaient|etait|convocation|ordre)\b)"
)


def without_colon(zone: Zone, match: re.Match[str]) -> int | None:
    """Where a list begins that no colon announces: its heading is written as one, and names follow."""
    view = zone.view
    if misread := _SEMICOLON.match(view.text, match.end(), zone.end):
        return misread.end()
    if (columns := _after_columns(zone, match)) is not None:
        return columns
    if under := _UNDER_CHAIR.match(view.folded, match.end(), zone.end):
        return _after_chair(zone, under.end()) or match.end()
    if match[0].startswith("mandant") or not _begins(zone, match):
        return None
    after = after_count(zone, match.end())
    if (rows := _after_column_heads(zone, after)) is not None:
        return rows
    if _sized(zone, match.end(), after) or _NUMBERED.match(view.text, match.end(), zone.end):
        return after
    if (names := _at_once(zone, match, after)) is not None:
        return names
    if _dense(zone, after) and not _dashed(zone, match.start()):
        return after
    if (sent := _after_sender(zone, match, after)) is not None:
        return sent
    ahead = _LED_NAME.match(view.folded, after, zone.end) or (
        _GIVES.match(view.text, after, zone.end)
        if match.lastgroup == "proxies"
        else _WAS.match(match[0]) and _ALONE.match(view.text, after, zone.end)
    )
    alone = view.text[match.end() : after + 1].strip(" ").startswith("\n") or line_end(zone, match.end())
    return after if (ahead or alone) and NAME_AHEAD.match(view.text, after, zone.end) else None


def _after_sender(zone: Zone, match: re.Match[str], start: int) -> int | None:
    """Where a list begins with the commune or the group of its first members."""
    if communes := _OF_COMMUNE.match(zone.view.folded, start, zone.end):
        return communes.start("commune")
    group = _GROUP_FIRST.match(zone.view.folded, start, zone.end)
    return group.end() if group and zone.view.text[match.start() : match.end()].isupper() else None


def _after_columns(zone: Zone, match: re.Match[str]) -> int | None:
    """Where the rows begin under the heads of two columns."""
    folded = zone.view.folded
    if match[0].startswith("mandant"):
        heads = _MANDATAIRES.match(folded, match.end(), zone.end)
    else:
        holders = match.lastgroup == "proxies" and _HOLDERS.match(folded, match.end(), zone.end)
        heads = holders or _MANDANTS.match(folded, match.end(), zone.end)
    return heads.end() if heads else None


def _after_chair(zone: Zone, start: int) -> int | None:
    """« Étaient présents, sous la présidence de M. NOIR, maire : M. NOIR, … »: the list begins after the colon."""
    colon = _CHAIR_TO_COLON.match(zone.view.folded, start, zone.end)
    named = list(find_names(zone.view.text, start, colon.end())) if colon else []
    return colon.end() if colon and len(named) < 2 and NAME_AHEAD.match(zone.view.text, colon.end(), zone.end) else None


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


def _begins(zone: Zone, match: re.Match[str]) -> bool:
    """Whether a heading is written as one: with a capital, not in the middle of a sentence; « Groupe A : présents »."""
    if zone.view.text[match.start()].isupper():
        return True
    before = zone.view.folded[max(zone.start, match.start() - _NEAR) : match.start()]
    labelled = before.rstrip()[-1:] in (":", ";") and _OF_GROUP.search(before) is not None
    return labelled and _LED_MEMBER.match(zone.view.text, match.end(), zone.end) is not None


def after_count(zone: Zone, start: int) -> int:
    count = _COUNT.match(zone.view.folded, start, zone.end)
    return count.end() if count else start


def _after_column_heads(zone: Zone, start: int) -> int | None:
    """Where the rows begin under the heads of a table, if one of them names a member at once."""
    heads = _COLUMNS.match(zone.view.folded, start, zone.end)
    if heads is None or not zone.view.text[heads.start("heads")].isupper():
        return None
    ahead = any(find_names(zone.view.text, heads.end(), min(zone.end, heads.end() + _NEAR), listed=True))
    return heads.end() if ahead and NAME_AHEAD.match(zone.view.text, heads.end(), zone.end) else None


def line_end(zone: Zone, start: int) -> bool:
    return bool(re.compile(r" *(?:\n|$)").match(zone.view.text, start, zone.end))


def _after_name(zone: Zone, match: re.Match[str]) -> bool:
    """« … Paul NOIR Absents excusés Anne ROUX, … »: several are told of, and no separator stands before."""
    if match.lastgroup == "present" or not _SEVERAL.search(match[0]):
        return False
    before = zone.view.folded[max(zone.start, match.start() - 12) : match.start()]
    return _NAME_BEFORE.search(before) is not None


def _at_once(zone: Zone, match: re.Match[str], start: int) -> int | None:
    """Where names begin right after a heading that stands as one: after the end of a sentence, or in capitals."""
    view = zone.view
    before = view.text[max(zone.start, match.start() - 4) : match.start()]
    alone = _SENTENCE_END.search(before) or view.text[match.start() : match.end()].isupper() or _after_name(zone, match)
    lead = _LOST.match(view.folded, start, zone.end)
    of_one = _WAS_AWAY.match(match[0]) and _DASH.match(view.text, match.end(), zone.end)
    if not alone or lead is None or not (of_one or _PLURAL.search(match[0])) or _dashed(zone, match.start()):
        return None
    names = list(find_names(view.text, start, min(zone.end, start + _NEAR), listed=True))[:2]
    if not names or names[0].start != lead.end():
        return None
    if len(names) > 1 and _BETWEEN.fullmatch(view.folded, names[0].end, names[1].start):
        return start
    if alone and " " in names[0].value and _OFFICE.match(view.folded, names[0].end, zone.end):
        return start
    whole = " " in names[0].value and match.lastgroup != "present"
    return start if whole and _AFTER_ONE.match(view.folded, names[0].end, zone.end) else None
