"""« Présents : tous les conseillers sauf M. ROUX, excusé. M. NOIR, Mme VERT, … »: who is away, then who sits."""

import re
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.text.names import find_names

SAYS_ALL_BUT = re.compile(r"\b(?:sauf|excepte[es]*|hormis|exception)\b")
_SENTENCE = re.compile(r"(?<!\bM)(?<!\bMM)(?<!\bMme)(?<!\bMmes)(?<!\bMr)(?<!\bDr)(?<!\b[A-Z])\.\s+(?=[A-ZÀ-ÖØ-Þ])")
_LEAD = re.compile(rf"(?:[\s:–—•*-]|{CIVILITY}\s)*")
_BETWEEN = re.compile(rf"[\s,;–—•*-]*(?:\([^()]{{0,60}}\)[\s,;–—•*-]*)?(?:et\s)?(?:{CIVILITY}\s)?")
_LEAST = 3  # members that make a list


def who_sits_after(zone: Zone, start: int, end: int) -> int | None:
    """Where the sentence ends that names those away, if names and nothing else follow it."""
    ended = _SENTENCE.search(zone.view.text, start, end)
    if ended is None:
        return None
    names = list(find_names(zone.view.text, ended.end(), end, listed=True))[:_LEAST]
    if len(names) < _LEAST or not _LEAD.fullmatch(zone.view.folded, ended.end(), names[0].start):
        return None
    listed = all(_BETWEEN.fullmatch(zone.view.folded, one.end, other.start) for one, other in pairwise(names))
    return ended.end() if listed else None
