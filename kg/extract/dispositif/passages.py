"""The passages that an item of the operative part stands in, without what pages and stamps put between and after."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.dispositif.furniture import put_between
from kg.model import Span
from kg.text.running import MINUTES, SITTING

# The number of the item of minutes that follows, left at the end of this one.
_NEXT_NUMBER = re.compile(r"(?<=[.;»])\s+(?:\d{1,2}|[ivx]{1,4}) ?[).°/-]+\s*$")
_NUMBER_ALONE = re.compile(r"(?:\d{1,2}|[ivx]{1,4}) ?[).°/-]+")
# What a page or the vote adds after the sentence of an item.
_FURNITURE = re.compile(
    r"(?<=[.;»])\s+a l(?:'unanimite|a majorite)$"
    r"|(?<=[.;»])\s+(?:pv|proces[- ]verbal|compte[- ]rendu|bureau|conseil|seance)\b[^.;:]{0,60}?"
    r"\b(?:\d{1,2}(?:er)? [a-z]{3,9}|\d\d[/.-]\d\d[/.-]) ?20\d\d$"
    r"|(?<=[.;»])\s+(?:\d{1,3}(?: ?/ ?\d{1,3})?|ainsi)$"
    r"|[\s,(]{1,3}par (?:\d{1,3}|[a-z-]{2,16}) voix(?: pour)? et$"  # « …, par 9 voix pour et | 2 contre »
    r"|\s(?:(?:pv|proces[- ]verbal|compte[- ]rendu) [^.;:]{0,60}? )?page \d{1,3}(?: ?(?:sur|/) ?\d{0,3})?"
    r"(?: \d{1,2} ?[).°]+)?$|(?<=[.;»])\s[-–—] ?\d{1,3}(?: ?[-–—])?(?: [a-z]?\W{0,4})?$|\s_{5,}[^.;:]{0,40}$"
)
# « ~ page 1 Compte rendu du 18 juin 2024 Æ », « ._ CC du Val - PV du 30/06/2024 »: the dirt of a scan at the edges of
# a foot stands around it; the number of the page may be left out already.
_SMUDGE = r"\W{0,9}(?:[a-z]\W{1,3})?"
_PAGE = r"page ?(?:n ?[°º] ?)?\d{1,3}(?: ?(?:/|sur) ?\d{1,3})?"
_SMUDGED = re.compile(
    rf"(?<=[\w.;»€)])\s\W{{0,6}}\b{_PAGE}\b{_SMUDGE}(?:[^.;:]{{2,90}}? [-–—|•] )?(?:{MINUTES}|{SITTING})\W{{0,4}}\w?$"
)
_FOOT_ALONE = re.compile(
    rf"{_SMUDGE}(?:[^.;:]{{2,90}}? [-–—|•] )?(?:{MINUTES}|{SITTING})\W{{0,4}}\w?|\W{{1,9}}[a-z]?\W{{0,3}}"
)
_EDGE = " \n.;,:&$-−–—•>*·_~|\\^[("


def without_stamps(zone: Zone, start: int, end: int) -> Iterator[Span]:
    """The passages of an item, without stamps inside them and without bullets or stops at its ends."""
    folded, text = zone.view.folded, zone.view.text
    pieces: list[Span] = []
    position = start
    for begun, ended in put_between(zone.view, start, end):
        if begun >= position:
            pieces.append(Span(position, begun))
        position = max(position, ended)
    pieces.append(Span(position, end))
    pieces = [piece for piece in (_trim(text, piece, " \n") for piece in pieces) if piece.end > piece.start]
    while pieces:
        if len(pieces) > 1 and (
            _NUMBER_ALONE.fullmatch(folded, *pieces[-1]) or _FOOT_ALONE.fullmatch(folded, *pieces[-1])
        ):
            pieces.pop()
        following = _NEXT_NUMBER.search(folded, *pieces[-1])
        if following:
            pieces[-1] = Span(pieces[-1].start, following.start())
        last = _trim(text, pieces[-1], _EDGE, left=False)
        added = _FURNITURE.search(folded, max(last.start, last.end - 110), last.end)
        added = added or _SMUDGED.search(folded, max(last.start, last.end - 160), last.end)
        if added:
            last = _trim(text, Span(last.start, added.start()), _EDGE, left=False)
        if folded[last.start : last.end].endswith((" et", "\net")):
            last = _trim(text, Span(last.start, last.end - 3), _EDGE, left=False)
        if last.end > last.start:
            pieces[-1] = last
            break
        pieces.pop()
    yield from pieces


def _trim(text: str, span: Span, edge: str, left: bool = True) -> Span:
    start, end = span
    while left and start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end)
