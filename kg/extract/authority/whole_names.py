"""Groupings and offices that bear a name of their own, before or without the word that tells what they are."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.authority.names import Named
from kg.model import Span

# « Valserine Métropole », « Haut-Valse Communauté ».
WHOLE_NAME = re.compile(
    r"(?<!\w)(?:(?:[A-ZÀ-Þ][\w'’-]+\s{1,2}){1,3}M[ée]tropole(?:\s(?:Val|Rouen|Europe|Provence|"
    r"Atlantique)[\w -]{0,24}\w)?|"
    r"(?:(?!L[ae]s?\s|Une\s|Cette\s|Notre\s|Conseil|Bureau|Pr[ée]sident)[A-ZÀ-Þ][a-zà-ÿ'’-]{2,}\s{1,2}){1,3}"
    r"Communaut[ée](?!\s(?:de|d'|urbaine|Urbaine))"
    # « VALMONT MÉTROPOLE », « HAUT-VALSE COMMUNAUTÉ »
    r"|(?:(?!CONSEIL|BUREAU|S[ÉE]ANCE|EXTRAIT|REGISTRE|D[ÉE]LIB|PR[ÉE]SID|LISTE|COMPTE|PROC|R[ÉE]PUB|FRAN[ÇC]|VILLE|COMMUNE|L[AE]S?\s)"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}\s){1,3}(?:M[ÉE]TROPOLE|COMMUNAUT[ÉE](?!\s(?:DE|D'|D’|URBAINE)))"
    # « Haut-Valse Agglomération », « Grand Valmont Communauté urbaine », « Pays de Valmont Communauté de communes »
    r"|(?:[A-ZÀ-Þ][\w'’-]{2,}\s{1,2}){1,3}(?:A(?:gglom[ée]ration|gglo|GGLOM[ÉE]RATION|GGLO))"
    r"|[A-ZÀ-Þ][\w'’-]{2,}(?:\s(?:d[eu]s?\s(?:la\s)?)?[A-ZÀ-Þ][\w'’-]{2,}){0,3}\sC(?:ommunaut|OMMUNAUT)[éeÉE]\s"
    r"(?:[uU]rbaine|URBAINE|de\s[cC]ommunes|DE\sCOMMUNES|d['’][aA]gglom[ée]ration|D['’]AGGLOM[ÉE]RATION)"
    r"(?!\s(?:d|[A-ZÀ-Þ](?!onseil|ureau|ONSEIL|UREAU|[ée]ance|ÉANCE|EANCE))))(?!\w)"
)
# « Arrondissement de Valmont VALMONT AGGLOMÉRATION »: a name in capitals holds no other words.
_BEFORE_CAPITALS = re.compile(r"(?:(?:[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ][\w'’-]*\s{1,2})++(?=[A-ZÀ-Þ'’ -]++$))")
_WORDS = ("metropole", "communaute", "agglo")
# « La Présidente, Anne ROUX Métropole de Valmont »: who signs, then the foot of the page.
_SIGNS = re.compile(r"(?:\b(?:presidente?|maire)\s?,|\b(?:m|mme|monsieur|madame)\.?)\s{1,3}$")
# « VALMONT HABITAT ⏎ Office public de l'habitat »: the first words of all.
_TOP = re.compile(
    r"\s*(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s(?:d[eu]s?\s(?:la\s)?|&\s)?[A-ZÀ-Þ0-9][\w'’.-]*){0,5}?)[\s,–—-]{1,4}"
    r"(?=(?:[OÓ](?:ffice|FFICE)\s(?:[Pp]ublic|PUBLIC)\s(?:de\sl['’]|d['’]|DE\sL['’]|D['’])\s?(?:[Hh]|HABITAT)"
    r"|[ÉE](?:tablissement|TABLISSEMENT)\s(?:[Pp]ublic|PUBLIC)\s))"
)


def whole_names(zone: Zone) -> Iterator[Named]:
    """« Valserine Métropole » and its like, wherever a zone prints them; no person, no council."""
    if not any(zone.view.folded.find(word, zone.start, zone.end) >= 0 for word in _WORDS):
        return
    for match in zone.find_exact(WHOLE_NAME):
        others = _BEFORE_CAPITALS.match(match[0])
        start = match.start() + (others.end() if others else 0)
        name = " ".join(zone.view.text[start : match.end()].split())
        signs = _SIGNS.search(zone.view.folded, max(zone.start, match.start() - 20), match.start())
        if not signs and not name.startswith(("Conseil", "La ", "Le ", "CONSEIL")):
            yield Named(name, Span(start, match.end()))


def named_before_kind(whole: Zone) -> Named | None:
    """The name that stands first in a document, before « Office public de l'habitat », « Établissement public … »."""
    told = _TOP.match(whole.view.text, 0, 160)
    return Named(" ".join(told["name"].split()), Span(*told.span("name"))) if told else None
