"""The town that a document without letterhead names again and again: « commune de Montfleury », « à Montfleury »."""

import re
from collections import defaultdict

from kg.extract.act import Zone, once
from kg.extract.authority.cues import OF
from kg.extract.authority.names import Named, key_of_name, name_at
from kg.text.view import fold_same_length

_TOWN = re.compile(rf"(?<!\w)(?:commune|ville|mairie){OF}")
_AFTER = re.compile(r"(?<!\w)(?:a\s|de\s|d'\s?)(?=[a-z])")
# Named in the acts of any town.
_ANY_TOWN = re.compile(
    r"france|ile-de-france|etat|paris(?!\w)|europe|m(?:lle|mes?|r)?(?!\w)|maitre|noel|(?:bourg|saint)$"
)
# « le pays d'Aubrac », « le tribunal de Valmont »: what bears a town's name and is not the town's.
_OF_LAND = re.compile(
    r"(?<!\w)(?:pays|canton|arrondissement|departement|region|province|comte|duche|bassin|vallee|plaine|foret|massif|parc"
    r"|cote|golfe|baie|lac|gare|aeroport|a\.?o\.?[pc]\.?|i\.?g\.?p\.?|prefecture|prefete?|cour d'appel|academie"
    r"|tribunal(?: (?:administratif|judiciaire|de commerce))?|diocese|hopital|chu?|clinique|universite|lycee|college"
    r"|rectorat|caf|cpam|notaires?|avocate?|tresorerie|agglomeration|metropole|communaute|intercommunal|syndicat"
    r"|office (?:de|du) tourisme|cci|chambre)\s{1,2}$"
)
_IN_A_LAND = re.compile(_OF_LAND.pattern.removesuffix("$") + r"(?:de\s(?:la\s|l')?|d'\s?|du\s|des\s)?$")
_AFTER_ARTICLE = re.compile(r"[Ll]a\s[A-ZÀ-Þ'’-]+(?:\s[A-ZÀ-Þ'’-]+)+$")
_TOP = re.compile(
    r"\s*(?P<name>(?:L[AE]S?\s|L['’])?[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]+(?:\s[A-ZÀ-Þ'’-]{2,}){0,5}?)\s+(?=(?:PROC[ÈE]S|EXTRAIT|COMPTE|CONSEIL\sMUN|S[ÉE]ANCE|R[ÉE]UNION"
    r"|REGISTRE|LISTE|D[ÉE]LIB|Proc[èe]s|Extrait|Compte|Conseil\s[Mm]un|S[ée]ance|R[ée]union|Registre|Liste|D[ée]lib)\w*)"
)
_TOP_REACH = 90
SEARCHED, FEWEST, TIMES = 40_000, 4, 3


def named_at_top(whole: Zone) -> Named | None:
    """« LA VALMONT-AUX-PINS Procès-verbal du conseil municipal »: a town in capitals is the first word of all."""
    told = _TOP.match(whole.view.text, 0, _TOP_REACH)
    named = name_at(whole, told.start("name"), of_town=True) if told else None
    return named if told and named and named.span.end == told.end("name") else None


def comes_back(whole: Zone, name: str) -> bool:
    """A name that the document prints once, in a sentence, is that of any commune; with or without its hyphens.

    « Le pays d'Aubrac » and what else bears the name of a town does not name it.
    """
    return once(whole.view, ("comes back", name), lambda: _comes_back(whole, name))


def _comes_back(whole: Zone, name: str) -> bool:
    words = re.split(r"[\s-]+", fold_same_length(name))
    folded = whole.view.folded
    named = re.compile(r"[\s-]{1,2}".join(map(re.escape, words))).finditer(folded, 0, SEARCHED)
    again = (one for one in named if not _IN_A_LAND.search(folded, max(0, one.start() - 40), one.start()))
    return sum(1 for _ in zip(range(2), again, strict=False)) == 2


def is_spoilt(zone: Zone, name: str) -> bool:
    """« conseil municipal de la COMMANDE VLAX »: capitals after an article, seen once: « commune de … » misread."""
    whole = Zone(zone.view, 0, len(zone.view.text))
    return bool(_AFTER_ARTICLE.match(name)) and not comes_back(whole, name)


def often_named(whole: Zone) -> Named | None:
    """A commune named as such at least twice, and twice as often as any other."""
    found: dict[str, list[Named]] = defaultdict(list)
    for match in whole.part(0, SEARCHED).find(_TOWN):
        if named := name_at(whole, match.end(), of_town=True):
            found[key_of_name(named.name)].append(named)
    ranked = sorted(found.values(), key=len, reverse=True)
    if ranked and len(ranked[0]) >= 2 and (len(ranked) == 1 or len(ranked[0]) >= 2 * len(ranked[1])):
        return ranked[0][0]
    return None


def most_named(whole: Zone) -> Named | None:
    """The name, where it is printed at least four times and three times as often as any other after « à », « de »."""
    found: dict[str, list[Named]] = defaultdict(list)
    for match in whole.part(0, SEARCHED).find(_AFTER):
        if not whole.view.text[match.end()].isupper() or _ANY_TOWN.match(whole.view.folded, match.end()):
            continue
        if _OF_LAND.search(whole.view.folded, max(0, match.start() - 24), match.start()):
            continue
        named = name_at(whole, match.end(), of_town=True)
        if named and not named.name.isupper() and len(named.name) >= FEWEST:
            found[key_of_name(named.name)].append(named)
    ranked = sorted(found.values(), key=len, reverse=True)
    if not ranked or len(ranked[0]) < FEWEST or (len(ranked) > 1 and len(ranked[0]) < TIMES * len(ranked[1])):
        return None
    return ranked[0][0]
