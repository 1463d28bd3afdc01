"""Counters that the number of a page precedes: « délibéré, 4 POUR 21 CONTRE 0 ABSTENTION 0 APPROUVE »."""

import re
from collections.abc import Sequence

from kg.extract.act import Zone
from kg.extract.vote.ballot import Counter

_BEFORE = re.compile(r"(?<![\w/.,°-])\d{1,3}[ \n]{1,2}$")
_FIGURE = re.compile(r"\s?:?\s?(?P<n>\d{1,3})(?![\w.,/°])")
_DECIDED = re.compile(
    r"\s*(?:APPROUVE|ADOPTE|D[ÉE]CIDE|AUTORISE|VALIDE|ACCEPTE|DONNE|FIXE|PREND|[ÉE]MET|ARR[ÊE]TE|CHARGE|SOLLICITE)\b"
)


def after_page(zone: Zone, labels: Sequence[re.Match[str]]) -> list[Counter]:
    """The counters of up to four labels, each with the figure on its right; none where the left may be theirs.

    The figure on the left of the first is that of a page where each label has its own on the right, and the last
    stands right before what is decided, or each label and its figure fill a line.
    """
    text, first = zone.view.folded, labels[0].start()
    before = _BEFORE.search(text, max(zone.start, first - 6), first)
    found: list[tuple[re.Match[str], re.Match[str]]] = []
    end = first
    for label in labels if before else ():
        if found and text[end : label.start()].strip(" \n,;"):
            break
        figure = _FIGURE.match(text, label.end(), zone.end)
        if not figure:
            return []
        found.append((label, figure))
        end = figure.end("n")
    if before is None or len(found) < 2:
        return []
    fills_a_line = "\n" in before[0] and text[end : end + 2].strip(" ") == "\n"
    at_last = fills_a_line or _DECIDED.match(zone.view.text, end, zone.end)
    return [_counter(label, figure) for label, figure in found] if at_last else []


def _counter(label: re.Match[str], figure: re.Match[str]) -> Counter:
    name = label.lastgroup or ""
    return Counter(name, int(figure["n"]), label.start(), figure.end("n"), True, label.start(), label.end())
