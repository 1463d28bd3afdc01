"""A title that an agenda runs on into: « Tarifs … 2 Voirie … 1 Tarifs … » says its first words again."""

import re

from kg.extract.layout.titles import trimmed
from kg.model import Span
from kg.text.view import View

_NUMBERED = re.compile(r"\s(?:\d{1,3}|[A-K])\s?[-–.:)/]?\s{0,2}$")
SAME = 24  # first letters of a title that tell it from another's


def said_last(view: View, title: Span) -> Span:
    """The title, or where its first words stand again after a number inside of it, from there on."""
    first = view.folded[title.start : title.start + SAME]
    again = view.folded.rfind(first, title.start + SAME, title.end) if len(first) == SAME else -1
    numbered = again > 0 and _NUMBERED.search(view.text, title.start, again)
    return (trimmed(view.text, again, title.end) if numbered else None) or title
