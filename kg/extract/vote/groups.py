"""Groups of a council, and parties: « Abstentions : 4 (Solidarité et Progrès) » names nobody."""

import re

from kg.extract.act import Zone, once
from kg.text.cues import Led
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES

_NAMED = Led(
    r"\bgroupes?\s+(?:politique\s+)?(?:d'opposition\s+|majoritaire\s+|minoritaire\s+)?"
    r"(?:[«\"“]\s?(?P<quoted>[^»\"”:;()\n]{3,60}?)\s?[»\"”]|(?P<plain>[^«»\"“”:;,.()\n]{3,60}?)\s?(?=[:(]))",
    ("groupe",),
)
# Words of which groups make their names, and no family its own: « Vivre Ensemble à Valmont », « Écologie Citoyenne ».
_OF_GROUPS = re.compile(
    r"\b(?:ensemble|autrement|citoyen(?:ne)?s?|avenir|demain|alternatives?|ecologi(?:e|stes?)|solidaires?|solidarites?"
    r"|progres(?:sistes?)?|renouveau|socialistes?|communistes?|republicaine?s?|centristes?|independants|opposition|majorite"
    r"|gauche|droite|rassemblement|autonomistes?|apparentes|divers)\b"
)
_GROUP_LISTED = re.compile(r"[\s(,;]{0,4}(?:l[ea]s?\s|du\s)?(?:groupes?|liste)\s[^,;:()\n]{2,60}[,;]")
# « Contre : 8 (UMP + M. NOIR) »: a party is nobody's name.
_PARTY = (
    r"(?:ump|ps|pcf?|(?:les )?verts?|npa|eelv|lrem|lr|rn|fn|udi|modem|prg|mrc|lfi|dv[gd]|ni|non[- ]inscrits?|"
    r"front (?:de gauche|national)|(?:les )?republicains|rassemblement national|parti (?:socialiste|communiste))"
)
PARTIES = re.compile(rf"{_PARTY}(?:\s?[-/+&]\s?{_PARTY}){{0,3}}")
_PARTY_LISTED = re.compile(rf"[\s(,;:]{{0,4}}{PARTIES.pattern}\s?(?:[,;+&]|et\b)")
_FEWEST = 5  # letters of the name of a group
_OPENS, _CLOSES = "(,;:/+«\n", "),;:/+»\n"
_LONGEST, _LONGEST_NAME = 80, 50


def is_group(zone: Zone, start: int, end: int) -> bool:
    """Whether a name is (part of) that of a group: one that the document names elsewhere, or whose words tell it."""
    groups = once(zone.view, ("groups of the council",), lambda: _groups(zone.view.folded))
    around = _around(zone.view.folded, start, end)
    return around in groups or _is_told_by_its_words(around)


def _is_told_by_its_words(around: str) -> bool:
    """Whether words between two separators are those of a group, and none a given name or a civility."""
    if len(around) > _LONGEST_NAME or not _OF_GROUPS.search(around) or ". " in around:
        return False
    return not any(word.split("-")[0] in GIVEN_NAMES or word in CIVILITIES for word in around.split())


def _groups(folded: str) -> frozenset[str]:
    """The groups that a document names, folded."""
    told = (match["quoted"] or match["plain"] for match in _NAMED.finditer(folded, 0, len(folded)))
    return frozenset(words for name in told if len(words := " ".join(name.split())) >= _FEWEST)


def group_end(zone: Zone, end: int) -> int:
    """Where the name of a group ends, part of which ends at an offset."""
    after = zone.view.folded[end : min(zone.end, end + _LONGEST)]
    return end + min((at for sign in _CLOSES if (at := after.find(sign)) >= 0), default=0)


def _around(folded: str, start: int, end: int) -> str:
    """The words around a place, between two separators."""
    before = folded[max(0, start - _LONGEST) : start]
    after = folded[end : end + _LONGEST]
    first = max(before.rfind(sign) for sign in _OPENS) + 1
    last = min((at for sign in _CLOSES if (at := after.find(sign)) >= 0), default=len(after))
    return " ".join((before[first:] + folded[start:end] + after[:last]).split())


def past_groups(zone: Zone, position: int, end: int) -> int:
    """« (groupe Valmont ensemble, M. X, Mme Y) »: where those who are named begin."""
    while listed := (
        _GROUP_LISTED.match(zone.view.folded, position, end) or _PARTY_LISTED.match(zone.view.folded, position, end)
    ):
        position = listed.end()
    return position
