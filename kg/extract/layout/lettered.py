"""Acts lettered under the name of a section: « 1- Finances : a- Approbation du compte … b- Affectation … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.layout.mark import Mark

_STOP = r"\s?(?:[-–—]{1,2}|\)|\.)\s{0,2}(?=[«\"]?[A-ZÀ-ÖØ-ÞŒ])"
# A section, its name and at once its first letter.
_SECTION = re.compile(
    r"[\dIVX](?<![\w.,/-].)(?:(?<=\d)\d?|(?<=[IVX])[IVX]{0,4})\s?[-–—.)/:]{1,2}\s{0,2}[A-ZÀ-Þ][^.;:!?\d]{2,80}?\s{0,2}"
    rf"(?:[:–—.-]\s{{0,2}})?(?P<first>(?<!\w)(?:a|A(?=\s?[-–—)]))){_STOP}"
)
_LETTER = re.compile(rf"(?<![\w'’.-])(?P<letter>[a-z]|[A-Z](?=\s?[-–—)])){_STOP}")
# The same without a section, after the end of a sentence or at the start of a line.
_ALONE = re.compile(rf"(?P<first>[aA](?:(?<=[.;!?]\s.)|(?<=\n.))(?=\s?[-–—)])){_STOP}")


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
