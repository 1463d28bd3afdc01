"""What of a list was not understood: words between its names that are neither links nor roles."""

import re

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.links import GIVEN
from kg.extract.attendance.masks import MARK
from kg.extract.attendance.sections import Section
from kg.extract.attendance.tables import Member
from kg.model import Span
from kg.text.lexicon import CIVILITIES, NEVER_NAMES
from kg.text.view import fold_same_length

_WORD = re.compile(r"[^\W\d_]{3}")
_CAPITALISED = re.compile(r"(?<![\w'])[A-ZÀ-ÖØ-Þ][\w'-]{2,}")
_KNOWN = re.compile(
    rf"\b(?:{CIVILITY}|{GIVEN}|donn\w*|represent\w*|supplean\w*|remplac\w*|a|au|par|de|du|des|d'|la|le|les|et|l'"
    r"|qui|ont|avai\w+|ayant|son|sa|ecrit\w*|vot\w+|en|leur|nom"
    r"|deliberation|point|question|jusqu'|partir|compter|sauf|n|neant|aucune?|liste|excuse\w*|absent\w*|present\w*|arrive\w*)\b\.?"
)


def _names_somebody(zone: Zone, start: int, end: int) -> bool:
    """Whether words that tie nothing stand between two names, one of them written as names are."""
    if not _WORD.search(_KNOWN.sub("", zone.view.folded[start:end])):
        return False
    words = _CAPITALISED.findall(re.sub(r"\([^()]*\)?", " ", zone.view.text[start:end]))
    return any(fold_same_length(word) not in NEVER_NAMES | CIVILITIES for word in words)


def not_read(zone: Zone, section: Section, masked: str, kept: list[Member], end: int) -> tuple[Span, ...]:
    """Words of the list that are neither names nor links nor roles."""
    spans = []
    position = section.start
    for start, stop in [*((name.start, name.end) for name in kept), (end, end)]:
        gap = masked[position - section.start : start - section.start]
        between = start != end or position == section.start
        if between and MARK not in gap and _names_somebody(zone, position, start):
            spans.append(Span(position, start))
        position = stop
    return tuple(spans)
