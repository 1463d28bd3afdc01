"""Proxies told in a sentence under no heading: « … formant la majorité. Mme ROUX a donné pouvoir à M. NOIR. »."""

import re
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.attendance.ends import list_end
from kg.extract.attendance.links import GIVEN, link_of
from kg.text.cues import holds_any
from kg.text.names import find_names

_REACH = 700  # characters after a list
_WORDS = ("pouvoir", "procuration", "mandat", "represent", "delegation")
_TELLS = re.compile(rf"\b{GIVEN}|\brepresente")
# Where the opening of the sitting is over.
_OVER = re.compile(
    r"\bobjet\b|\bordre\s+du\s+jour\b|\bdelibere\b|\bvu\s+l[aes']|\bconsiderant\b|\b(?:expose|rappelle|propose|presente|soumet)\b"
    r"|\bapprobation\b|\bapprouve|\brapport\b|\bconvention\b"
)
_LONGEST_TIE = 120


def proxies_in_sentences(zone: Zone, start: int, limit: int) -> tuple[int, int] | None:
    """Where the proxies begin and end that the words after a list tell; None where they tell none."""
    limit = min(limit, zone.end, start + _REACH)
    if not holds_any(zone.view.folded, _WORDS, start, limit):
        return None
    over = _OVER.search(zone.view.folded, start, limit)
    limit = over.start() if over else limit
    for giver, holder in pairwise(find_names(zone.view.text, start, limit, listed=True)):
        gap = zone.view.folded[giver.end : holder.start]
        if len(gap) <= _LONGEST_TIE and _TELLS.search(gap) and link_of(gap, "proxies", first=False) == "holder":
            return giver.start, list_end(zone, giver.start, limit)
    return None
