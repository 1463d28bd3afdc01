"""Totals told after unit prices or parts: « 620 € par élève, soit un total de 6 820 € »."""

import re

from kg.extract.money.marked import SUM, Marked

# « 620 € par élève, soit un total de 6 820 € », « 9 050 € et 27 800 €, soit un total de 36 850 € »
_TOTALLED = re.compile(
    r"\bsoit (?:au total |(?:un (?:montant |cout )?(?:total|global)|une (?:somme|participation|contribution|subvention)"
    r" (?:totale|globale)) (?:de |d'|: ?))$"
)
# Of a unit price, « soit » is enough.
_COMES_TO = re.compile(r"\bsoit (?:la somme de |un montant de |environ )?$")
PER = re.compile(
    r" ?(?:ht |ttc )?(?:par|/|pour chaque|pour un) ?(?:an et par )?(?:eleves?|enfants?|habitants?|hab\b|agents?|repas"
    r"|jours?|heures?|adherents?|logements?|tonnes?|mois|journees?|seances?|familles?|beneficiaires?|unites?|places?)\b"
)


def is_of_units(text: str, place: int) -> bool:
    """Whether the amount at a place is told as the total of a unit price before it."""
    before = [match.end() for match in re.finditer(SUM, text[:place])]
    told = _TOTALLED.search(text, max(0, place - 60), place) or _COMES_TO.search(text, max(0, place - 60), place)
    return bool(told) and any(PER.match(text, end) for end in before)


def totalled(
    marked: Marked, start: int, end: int, grants: list[tuple[str, int]], costs: list[str]
) -> tuple[list[tuple[str, int]], list[str]]:
    """The total in place of the unit price or the parts that it is told of; it is then no cost."""
    if not grants:
        return grants, costs
    first = grants[0][1]
    told = [(m[0], m.start()) for m in re.finditer(SUM, marked.text) if first <= m.start() < end]
    for index, (sign, place) in enumerate(told):
        if index and (is_of_units(marked.text, place) or _TOTALLED.search(marked.text, max(first, place - 60), place)):
            parts = sum(abs(marked.sum(other).value) for other, _ in told[:index])
            if PER.match(marked.text, first + 1) or parts == marked.sum(sign).value:
                return [(sign, place)], [cost for cost in costs if cost != sign]
    return grants, costs
