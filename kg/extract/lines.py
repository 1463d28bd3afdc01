"""Where lines begin: a line may be as long as the text, so that nobody looks for its beginning again and again."""

import re
from array import array
from bisect import bisect_left

from kg.extract.act import once
from kg.text.view import View

_NEAR = 2000  # characters: most lines are shorter
_BREAK = re.compile("\n")


def line_start(view: View, at: int) -> int:
    """Where the line of an offset begins."""
    near = view.text.rfind("\n", max(0, at - _NEAR), at)
    if near >= 0 or at <= _NEAR:
        return near + 1
    breaks = once(view, ("breaks",), lambda: array("l", (found.start() for found in _BREAK.finditer(view.text))))
    place = bisect_left(breaks, at)
    return breaks[place - 1] + 1 if place else 0
