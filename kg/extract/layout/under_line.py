"""The title of a single act whose number fills a line: the lines between it and the report."""

import re

from kg.extract.layout.titles import trimmed
from kg.extract.layout.unnumbered import opens_report
from kg.extract.layout.words import TITLE_HEAD
from kg.model import Span
from kg.text.view import View

_LABEL = re.compile(r"\n[ ]{0,40}[\w°º.:() -]{0,40}$")  # « Délibération n° », « D.C. »
_LINE = re.compile(r"[ ]?\n[ ]{0,40}(?P<said>[^\n]{4,110})")
MOST = 4  # lines


def title_under_line(view: View, number: Span, limit: int) -> Span | None:
    """The lines that name a matter, from the line that the number ends to the words that open the report."""
    if not _LABEL.search(view.text, max(0, number.start - 60), number.start):
        return None
    at, start = number.end, 0
    for _ in range(MOST):
        line = _LINE.match(view.text, at, limit)
        if line is None:
            return None
        if start and opens_report(view.text, line.start("said")):
            return trimmed(view.text, start, at) if TITLE_HEAD.match(view.folded, start) else None
        start, at = start or line.start("said"), line.end()
    return None
