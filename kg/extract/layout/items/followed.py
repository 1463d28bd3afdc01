"""What follows an act without being one: « Questions diverses », « Décisions du maire » end it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Item
from kg.extract.layout.words import DECISION
from kg.extract.scanned import find_scanned
from kg.text.word_starts import Begun

_OTHERS = Begun(
    r"(?<![\w'’])(?:comptes?[- ]rendus? des (?:decisions|delegations)|decisions? (?:prises? par (?:le|la|m)|"
    r"(?:du|de la) (?:maire|presidente?)\b)|(?:questions?|affaires?|informations?|communications?|points?) "
    r"(?:et (?:questions?|informations?|communications?) )?(?:diverse?s?|orales?|ecrites?|d'actualite)\b|"
    r"tour de table\b)|(?<![\w'’])(?:m\.|mme|monsieur|madame) l[ea] (?:maire|presidente?) "
    r"(?:donne|procede a la|fait(?: la)?) lecture de l'ordre du jour",
    (
        *("compte", "decision", "question", "affaire", "information", "communication", "point", "tour de table"),
        *("m. l", "mme l", "monsieur l", "madame l"),
    ),
)
# A sentence before it has ended, or it stands under the words of a vote.
_STOPPED = re.compile(
    r"(?:[.!?;:)»|*\n–—-]|\d|€|(?<!\w)(?:rejete|adopte|approuve|retire|ajourne|reporte|acte|unanimite|majorite)e?s?)"
    r"\s{0,4}$"
)


def without_what_follows(zone: Zone, items: list[Item], *, listed: bool = False) -> list[Item]:
    """The items, each up to where something else begins under it; in a list nothing need be decided before."""
    return [_cut(zone, item, listed) for item in items]


def _cut(zone: Zone, item: Item, listed: bool) -> Item:
    begin = item.heading.title.end if item.heading.title else item.heading.end
    part = zone.part(min(begin, item.end), item.end)
    if not listed:
        decided = next(find_scanned(part, DECISION), None)
        part = zone.part(decided.end() if decided else item.end, item.end)
    end = next(_others(part), item.end)
    return item if end == item.end else replace(item, end=end, beyond=item.end)


def _others(part: Zone) -> Iterator[int]:
    for found in part.find(_OTHERS):
        stands = part.view.text[found.start()].isupper()
        if stands and _STOPPED.search(part.view.folded, max(part.start, found.start() - 16), found.start()):
            yield found.start()
