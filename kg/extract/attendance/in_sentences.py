"""Proxies told in a sentence under no heading: « … formant la majorité. Mme ROUX a donné pouvoir à M. NOIR. »."""

import re
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.ends import list_end
from kg.extract.attendance.links import GIVEN, link_of
from kg.text.cues import holds_any
from kg.text.found import Found
from kg.text.names import find_names

_REACH = 700  # characters after a list
_WORDS = ("pouvoir", "procuration", "mandat", "represent", "delegation")
_TELLS = re.compile(rf"\b{GIVEN}|\brepresente")
# Where the opening of the sitting is over.
_OVER = re.compile(
    r"\bobjet\b|\bdelibere\b|\bvu\s+l[aes']|\bconsiderant\b|\b(?:expose|rappelle|propose|presente|soumet)\b"
    r"|\bapprobation\b|\bapprouve|\brapport\b|\bconvention\b"
)
_LONGEST_TIE = 120
_JOINED = re.compile(rf"\s*(?:,|\bet\b|,\s*et\b)\s*(?:{CIVILITY}\s)?")


def proxies_in_sentences(zone: Zone, start: int, limit: int) -> tuple[int, int] | None:
    """Where the proxies begin and end that the words after a list tell; None where they tell none."""
    limit = min(limit, zone.end, start + _REACH)
    if not holds_any(zone.view.folded, _WORDS, start, limit):
        return None
    over = _OVER.search(zone.view.folded, start, limit)
    limit = over.start() if over else limit
    names = list(find_names(zone.view.text, start, limit, listed=True))
    for at, (giver, holder) in enumerate(pairwise(names)):
        gap = zone.view.folded[giver.end : holder.start]
        if len(gap) <= _LONGEST_TIE and _TELLS.search(gap) and link_of(gap, "proxies", first=False) == "holder":
            first = _first_joined(zone, names[: at + 1]) if "respectivement" in gap else giver.start
            return first, list_end(zone, first, limit)
    return None


def _first_joined(zone: Zone, names: list[Found[str]]) -> int:
    """« M. ROUX, Mme VERT et M. NOIR ont donné pouvoir respectivement à … »: where the first of them begins."""
    first = names[-1].start
    for name in reversed(names[:-1]):
        if not _JOINED.fullmatch(zone.view.folded, name.end, first):
            break
        first = name.start
    return first
