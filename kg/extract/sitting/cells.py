"""A box of two columns: « Convocation : … | Séance du 9 novembre 2023 ⏎ Présents : 15 | à 18 heures 30 »."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone

_RIGHT = re.compile(r"[ ]?\n[^|\n]{3,80}\|[ ]?(?:a[ ])?")
ROWS = 4


def cells_below(zone: Zone, end: int) -> Iterator[int]:
    """Where what stands in the right column below a passage begins, row by row."""
    folded = zone.view.folded
    for _ in range(ROWS):
        cell = _RIGHT.match(folded, end, zone.end)
        if cell is None:
            return
        yield cell.end()
        end = folded.find("\n", cell.end(), zone.end)
        if end < 0:
            return
