"""Who is told to be away after their names: « … Mme ROUX. M. NOIR et Mme VERT étaient absents. »."""

import re

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.text.names import find_names
from kg.text.word_starts import Begun

_TOLD = Begun(
    r"\b(?:(?:etai(?:en)?t|est|sont)\s+(?:(?:egalement|aussi)\s+)?(?:absent|excuse)e?s?(?:\s+(?:et\s+)?(?:non\s+)?excusee?s?)?"
    r"|(?:s'etai(?:en)?t|s'est|se\s+sont)\s+(?:fait\s+)?excuse[ers]*"
    r"|(?:a|ont|avai(?:en)?t)\s+(?:prie\s+d[e']\s?(?:l'|les\s)excuser|prevenu\s+de\s+(?:son|leur)\s+absence"
    r"|presente\s+(?:ses|leurs)\s+excuses)"
    r"|n'(?:a|ont)\s+pu\s+(?:assister\s+a\s+la\s+(?:seance|reunion)|etre\s+presente?s?|sieger))"
    r"(?=\s*(?:[.;]|\n|$))",
    ("etai", "est ", "est\n", "sont", "s'e", "se ", "se\n", "a ", "a\n", "ont", "avai", "n'"),
)
_JOINED = re.compile(rf"\s*(?:,|\bet\b|,\s*et\b)\s*(?:{CIVILITY}\s)?")
_LAST = re.compile(r"\s*(?:,[^,.;:\d]{2,40},)?\s*")  # « M. NOIR, adjoint, était absent »
_LEAD = re.compile(rf"{CIVILITY}\s$")
_REACH = 300  # characters of the names before


def told_away(zone: Zone, start: int, end: int) -> tuple[int, int] | None:
    """Where the names that end a passage begin and end, if words after them tell that they are away."""
    for told in _TOLD.finditer(zone.view.folded, start, min(zone.end, end + 60)):
        following, first = told.start(), None
        for name in reversed(list(find_names(zone.view.text, max(start, following - _REACH), following, listed=True))):
            tie = _LAST if first is None else _JOINED
            if " " not in name.value and first is None and not _LEAD.search(zone.view.folded, start, name.start):
                break
            if not tie.fullmatch(zone.view.folded, name.end, first if first is not None else following):
                break
            first = name.start
        if first is not None and first < end:
            return first, told.start()
    return None
