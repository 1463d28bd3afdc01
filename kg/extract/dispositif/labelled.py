"""A proposal under its label, approved below: « Proposition : autoriser … Approbation du Conseil à l'unanimité »."""

import re

from kg.extract.act import Zone
from kg.extract.dispositif.ends import sentence_end
from kg.extract.dispositif.heads import deliberated, first_end
from kg.extract.dispositif.items import MARK, Beginning, Item, cut, words
from kg.text.word_starts import Begun

_TO_VOTE = r"(?: (?:soumis|presente|mis)e?s?(?: au vote| aux voix| a l'approbation)?(?: du conseil(?: \w{5,16})?)?)?"
LABEL = Begun(
    r"(?<![a-z])(?:propositions?"
    r"(?: (?:de (?:deliberation|decision|resolution|vote)s?|du (?:maire|president|bureau|rapporteur)"
    r"|de (?:la (?:commission|municipalite)|l'executif)))?|projet de (?:deliberation|decision)|dispositif propose"
    r"|(?:deliberation|decision|resolution)s? proposees?|(?:texte|projet) propose)"
    rf"{_TO_VOTE}\s?:\s{{0,3}}",
    (
        *("proposition", "projet de ", "dispositif propose", "deliberation propose", "deliberations propose"),
        *("decision propose", "decisions propose", "resolution propose", "resolutions propose", "texte propose"),
        "projet propose",
    ),
)
_NOT_A_VERB = (
    r"(?!(?:premier|centre|cadre|autre|titre|contre|entre|chantier|quartier|dossier|courrier|calendrier|janvier|fevrier"
    r"|atelier|foncier|mobilier|immobilier|metier|loyer|foyer|maire|membre|nombre|ordre|registre|chapitre|avenir|pouvoir"
    r"|inventaire|horaire|salaire|commissaire|affaire|mer|fer|hier|hiver|cuir|soir|espoir|secretaire|notaire|septembre|octobre|novembre|decembre)\b)"
)
_TO_DO = rf"(?:ne pas )?(?:(?:de |d'|s'|se |l')\s?){{0,2}}{_NOT_A_VERB}[a-z]{{1,20}}(?:er|ir|[dtuvi]re)\b"
_FIRST = re.compile(rf"(?P<mark>(?:{MARK}\s?)?)(?={_TO_DO})")
_FIRM = "(?:" + "|".join((*words("firm_infinitives"), *words("listed_infinitives"))) + r")\b"
_NEXT = re.compile(
    rf"(?:(?:(?<=[;,.:\n])|(?<=[;,.:]\s))(?:{MARK}|[-–—•*])\s?(?:et |enfin )?(?P<marked>{_TO_DO})"
    rf"|(?:(?<=[;\n])|(?<=;\s))(?:et )?(?P<bare>(?:de |d')?{_FIRM}))"
)
# What tells that the proposal above it was put to the vote, where it opens a sentence.
_ANSWERED = re.compile(
    r"(?:approbation|adoption|accord|validation|acceptation|vote|avis favorable|approuve|adopte|accepte|valide"
    r"|unanimite)"
    r"(?:e?s?\b| ?:)|(?:le |l'|les )(?:conseil|assemblee|comite|bureau|membres|elus)\b|resultats? du vote|pour ?:"
    r"|\b(?:a l'unanimite|a la majorite)\b|\d{1,3} (?:voix|pour)\b"
)
_VOTED = re.compile(
    r"\b(?:approbation|approuv|adopt|accept|accord|valid|unanimite|majorite|\d{1,3} (?:voix|pour)|pour ?:)"
)
_LONGEST, _NEAR = 4000, 400


def labelled_proposal(item: Zone) -> tuple[tuple[Item, ...], Zone] | None:
    """The items of the last proposal that stands under a label and is answered below it, and where it stands."""
    for label in reversed(list(item.find(LABEL))):
        zone = item.part(label.end(), min(item.end, label.end() + _LONGEST))
        first = _FIRST.match(zone.view.folded, zone.start, zone.end)
        stop = _answer(zone) if first and _opens(item, label.start()) else None
        if first is None or stop is None:
            continue
        zone = zone.part(zone.start, stop)
        items = tuple(cut(zone, _beginnings(zone, first)))
        if items:
            return items, item.part(label.start(), stop)
    return None


def _opens(item: Zone, start: int) -> bool:
    """Whether a label stands at the head of a line, or of a sentence."""
    return item.view.text[start].isupper() or start == item.start or item.view.text[start - 1] == "\n"


def _answer(zone: Zone) -> int | None:
    """Where the vote on a proposal is told: a sentence of its own after it, or what ends the operative part."""
    position = zone.start
    while (stop := sentence_end(zone, position, zone.end)) < zone.end:
        position = stop + 1
        while position < zone.end and zone.view.text[position] in " \n-–>•➢":
            position += 1
        if _ANSWERED.match(zone.view.folded, position):
            break
    end = first_end(zone.part(zone.start, position)) or next(deliberated(zone.part(zone.start, position)), None)
    told = end.start() if end else position
    return told if _VOTED.search(zone.view.folded, told, min(told + _NEAR, len(zone.view.folded))) else None


def _beginnings(zone: Zone, first: re.Match[str]) -> list[Beginning]:
    later = _NEXT.finditer(zone.view.folded, first.end() + 1, zone.end)
    return [
        Beginning(first.start(), first.end(), "infinitive"),
        *(Beginning(m.start(), m.start(m.lastgroup or 0), "infinitive") for m in later),
    ]
