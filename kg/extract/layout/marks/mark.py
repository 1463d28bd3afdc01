"""A place where an act may begin, and where in a line or a sentence such a place may stand."""

import re
from dataclasses import dataclass

from kg.extract.act import Zone
from kg.extract.layout.marks.kinds import Family
from kg.text.view import View

_LAST_WORD = re.compile(r"[\w'’-]+$")
_LINE_START = re.compile(r"(?:^|\n)[ \t•●▪❖➢>*-]{0,6}(?:(?:\d{1,2}|[ivx]{1,4})\s?[.):/-]{1,2}\s?){0,2}$")
LINE = 60  # of white space that centres a heading
FIRST_SYMBOL = "\u2190"  # arrows, boxes, bullets of private fonts


@dataclass(frozen=True, slots=True)
class Mark:
    """``start``: where the heading begins; ``body``: where its number or title is read.

    ``series`` is the family that it is of, ``value`` its rank there. ``firm`` marks stand where a heading may: a mark
    in mid-sentence counts only among several that follow each other.
    """

    start: int
    body: int
    series: Family
    value: tuple[int, ...]
    firm: bool = True


def begins_line(zone: Zone, at: int) -> bool:
    """True at the start of a line, past a bullet and an agenda ordinal."""
    return bool(_LINE_START.search(zone.view.folded, max(zone.start, at - 20), at)) or at == zone.start


def stands_firm(zone: Zone, at: int) -> bool:
    """True at the start of a line, after a stop, a figure or a word in capitals: not in mid-sentence."""
    before = zone.view.text[max(zone.start, at - 24) : at].rstrip(" ([")
    if not before or before[-1] in "\n.!?:;»)*|_-–—•>\"'[" or before[-1].isdigit() or before[-1] >= FIRST_SYMBOL:
        return True
    word = _LAST_WORD.search(before)
    return bool(word and (word[0].isupper() or (word[0][0].isupper() and len(word[0]) > 3)))


def is_alone_before(view: View, at: int) -> bool:
    """True where nothing but white space stands before, on the same line."""
    return not view.folded[max(0, at - LINE) : at].rpartition("\n")[2].strip()
