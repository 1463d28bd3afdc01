"""« sous la présidence de Monsieur En exercice : 15 Luc ARNEL »: the cell of a box that stands beside the sentence."""

import re

from kg.extract.act import Zone

_CELL = re.compile(
    r"\s*(?:monsieur|madame|m\.|mme)\s+(?:nombre\s+de\s+)?(?:membres\s+|conseillers\s+|delegues\s+)?"
    r"(?:en\s+exercice|presents?|votants?|absents?|excuses?|pouvoirs?|procurations?|quorum)\s*:\s*\d{1,3}\s+(?=[a-z])"
)


def past_box(zone: Zone, start: int) -> int:
    """Where the name begins that such a cell parts from its civility; the offset itself where none does."""
    cell = _CELL.match(zone.view.folded, start, zone.end)
    return cell.end() if cell else start
