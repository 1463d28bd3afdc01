"""Votes told by those who carried them: « par 15 voix contre 4 », « adoptée par 25 voix et 4 abstentions »."""

import re

from kg.extract.act import Zone
from kg.extract.vote.ballot import Counter
from kg.extract.vote.labels import NUMBER, count_of

# « par 15 voix contre 4 »: those who carried it, then the others.
_CARRIED = re.compile(
    rf"\b(?:par|de|avec) (?:les )?(?P<more>{NUMBER}) voix contre (?P<less>{NUMBER})"
    r"(?![\w/]|[.,]\d|\s?(?:abst|voix|ne p|n\.? ?p))"
)
# « adoptée par 25 voix et 4 abstentions », « par 9 voix, 2 contre »: those who carried it, then the others.
_CARRIED_WITHOUT = re.compile(rf"\bpar (?:les )?(?P<more>{NUMBER}) voix,?(?: et)? (?P<less>{NUMBER}) (?=abst|contre\b)")
_TURNED_DOWN = re.compile(r"\b(?:rejet|repouss|refus)\w*[^.;]{0,60}$")


def carried(zone: Zone, label: re.Match[str]) -> list[Counter]:
    """The counters of such a phrase around a label, or none."""
    folded = zone.view.folded
    cues = {"against": (_CARRIED, _CARRIED_WITHOUT), "abstention": (_CARRIED_WITHOUT,)}.get(label.lastgroup or "", ())
    around = max(zone.start, label.start() - 40), min(zone.end, label.end() + 40)
    told = next((found for found in (cue.search(folded, *around) for cue in cues) if found), None)
    if not told or not told.start() < label.start() <= told.end():
        return []
    turned_down = _TURNED_DOWN.search(folded, max(zone.start, told.start() - 80), told.start())
    other = label.lastgroup or ""
    sides = (other, "for") if turned_down and other == "against" else ("for", other)
    return [
        Counter(side, count_of(told[n]), told.start(n), told.end(n), True, label.start(), label.end())
        for side, n in zip(sides, ("more", "less"), strict=True)
    ]
