"""Marks of a table read as lines: the rapporteur, the place in the agenda without any stop, the title.

« 8 Financement du centre » begins a line, or stands after the name of who reports. A figure before a capital proves
little: such marks count only where they follow each other with a decision between nearly all of them (see
kg.extract.layout.series).
"""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.layout.mark import Mark

_ROW = re.compile(
    r"^[ \t|]{0,4}(?:[A-ZÀ-Þ][\w'’-]{1,20}[ \t](?:[A-ZÀ-Þ'’-]{2,20}[ \t]){1,3}|"
    r"(?:M\.|Mme|Monsieur|Madame)[ \t]l[ea][ \t](?:Maire|Présidente?)[ \t])?"
    r"(?P<place>\d{1,3})[ \t]{1,3}(?=[«\"]?[A-ZÉÈÀÂÎÔÇŒ][\w'’]+[\s,:(-])",
    re.MULTILINE,
)


def rows(zone: Zone) -> Iterator[Mark]:
    """The rows of a table, in a text with lines."""
    for found in zone.find_exact(_ROW):
        yield Mark(found.start(), found.end(), "bare row", (int(found["place"]),))
