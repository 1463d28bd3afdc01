"""Acts lettered under the name of a section: « 1- Finances : a- Approbation du compte … b- Affectation … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.layout.mark import Mark
from kg.extract.layout.standing import stands_firm
from kg.extract.layout.words import TITLE_HEAD

_STOP = r"\s?(?:[-–—]{1,2}|\)|\.)\s{0,2}(?=[«\"]?[A-ZÀ-ÖØ-ÞŒ])"
# A section, its name and at once its first letter.
_SECTION = re.compile(
    r"[\dIVX](?<![\w.,/-].)(?:(?<=\d)\d?|(?<=[IVX])[IVX]{0,4})\s?[-–—.)/:]{1,2}\s{0,2}[A-ZÀ-Þ][^.;:!?\d]{2,80}?\s{0,2}"
    rf"(?:[:–—.-]\s{{0,2}})?(?P<first>(?<!\w)(?:a|A(?=\s?[-–—)]))){_STOP}"
)
_LETTER = re.compile(rf"(?<![\w'’.-])(?P<letter>[a-z]|[A-Z](?=\s?[-–—)])){_STOP}")
# The same without a section, after the end of a sentence or at the start of a line.
_ALONE = re.compile(rf"(?P<first>[aA](?:(?<=[.;!?]\s.)|(?<=\n.))(?=\s?[-–—)])){_STOP}")
# « A. Tarifs de la piscine », « B. VENTE DU PRESBYTÈRE COMMUNAL »: some words of a matter, not « A. NOIR, maire ».
_DOTTED = re.compile(
    r"(?<![\w'’.-])(?P<letter>[A-Z])\.\s{1,2}(?=(?P<said>[«\"]?[A-ZÀ-ÖØ-ÞŒ][\w'’-]*(?:\s[\w'’-]+){0,2}))"
)
_INITIAL = re.compile(r"(?:(?<!\w)(?:M{1,2}|Mr|Mmes?|Mlle|Monsieur|Madame|Messieurs|Mesdames)\.?|,)\s{1,2}$")
_LINKED = re.compile(
    r"\S+(?:\s(?i:d[eu]s?|d['’]|à|aux?|en|pour|sur|et)(?!\w)|(?:\s[a-zà-ÿ]+)?\s?[:–—]\s|\s-\s"
    r"|\s[a-zà-ÿ]{4,}(?:[ls]|[aiu][lr]e|que|ive|ée?)s?\s)"
)
CAPITALS = 3  # words: a surname has hardly as many


def dotted(zone: Zone) -> Iterator[Mark]:
    """« A. », « B. » before the words of a matter, where a heading may stand."""
    for found in zone.find_exact(_DOTTED):
        before = zone.view.text[max(zone.start, found.start() - 14) : found.start()]
        if not _INITIAL.search(before) and _is_matter(zone, found):
            rank = ord(found["letter"]) - ord("A") + 1
            yield Mark(found.start(), found.end(), "dotted", (rank,), stands_firm(zone, found.start()))


def _is_matter(zone: Zone, found: re.Match[str]) -> bool:
    said = found["said"]
    known = TITLE_HEAD.match(zone.view.folded, found.end() + (said[0] in '«"'))
    return bool(
        known or _LINKED.match(zone.view.text, found.end()) or (len(said.split()) == CAPITALS and said.isupper())
    )


def letters(zone: Zone) -> Iterator[Mark]:
    """The letters of each section, in order; a section goes on up to the next one."""
    text = zone.view.text
    sections = sorted({found.start("first") for found in (*zone.find_exact(_SECTION), *zone.find_exact(_ALONE))})
    for place, (start, end) in enumerate(pairwise([*sections, zone.end]), 1):
        is_small = text[start].islower()
        for found in _LETTER.finditer(text, start, end):
            if found["letter"].islower() == is_small:
                rank = ord(found["letter"].lower()) - ord("a") + 1
                yield Mark(found.start(), found.end(), "letter", (place, rank))
