"""What pages put inside of an item: stamps, running heads, the address of the town hall, the number of the page."""

import re

from kg.extract.act import once
from kg.extract.dispositif.ends import STAMP
from kg.text.cues import holds_any
from kg.text.pages import page_feet
from kg.text.running import ADDRESS, MINUTES, REACHED_BY, RUNNING, SITTING
from kg.text.view import View

# Running heads of one part and numbers of pages, where they have a line of their own.
_LINE = re.compile(
    rf"\n\s{{0,9}}(?:{SITTING}|{MINUTES}|[-–—] ?\d{{1,3}} ?[-–—]|(?:\.{{3}}|…) ?/ ?(?:\.{{3}}|…))\s{{0,9}}(?=\n)"
)


def put_between(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """What is no part of an item between two places, in order; the longer first where two begin at one place."""
    found = [stamp.span() for stamp in STAMP.finditer(view.folded, start, end)]
    found.extend(foot for foot in once(view, ("page feet",), lambda: page_feet(view.text)) if start < foot[0] < end)
    reached = ADDRESS.finditer(view.folded, start, end) if holds_any(view.folded, REACHED_BY, start, end) else ()
    for running in (*RUNNING.finditer(view.folded, start, end), *reached):
        if running.start() > start and view.text[running.start()].isupper():
            found.append(running.span())
    found.extend(line.span() for line in _LINE.finditer(view.folded, start + 1, end))
    return sorted(found, key=lambda span: (span[0], -span[1]))
