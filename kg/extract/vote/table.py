"""Votes told in a table: « POUR | CONTRE | ABST | NPV » above its rows, and in each row their figures in that order."""

import re

from kg.extract.act import Act, Zone, once
from kg.extract.vote.ballot import Ballot, Counter
from kg.extract.vote.labels import find_labels

_BETWEEN = re.compile(r"(?:\s|[|:;/-]|votes?\b|voix\b){1,12}")
_CELL = r"(?:\d{1,3}|[-–—])"
_LEAST = 3  # two figures in a row are found everywhere
_REACH = 60  # a label and the next one of the same row


def table_ballots(act: Act) -> list[Ballot]:
    """The vote of an act whose figures stand under the heads of a table, where its row holds one such run alone."""
    labels = once(act.view, ("heads-of-votes", act.preamble.end), lambda: _heads(act.preamble))
    if not act.shared or len(labels) < _LEAST:
        return []
    cells = rf"({_CELL})" + rf"[ |]{{1,20}}({_CELL})" * (len(labels) - 1)  # a title may end with a figure
    run = re.compile(rf"(?<![\w,.€%/°-]){cells}(?![\w,.%€°/]| ?[€%|\d–—-])")
    rows = [row for row in act.item.find(run) if any(cell.isdigit() for cell in row.groups())]
    if len(rows) != 1:
        return []
    row = rows[0]
    return [Ballot([_counter(label, row, place) for place, label in enumerate(labels, 1)])]


def _counter(label: str, row: re.Match[str], place: int) -> Counter:
    value = int(row[place]) if row[place].isdigit() else None if label == "for" else 0
    start, end = row.span(place)
    return Counter(label, value, start, end, True, start, start)


def _heads(preamble: Zone) -> list[str]:
    """The labels of the last row of heads above the first act, « pour » first; no figure follows them."""
    row: list[re.Match[str]] = []
    heads: list[re.Match[str]] = []
    for label in find_labels(preamble):
        joined = row and label.start() - row[-1].end() < _REACH
        if not joined or not _BETWEEN.fullmatch(preamble.view.folded, row[-1].end(), label.start()):
            row = []
        row = [*row, label]
        heads = row if len(row) >= _LEAST else heads
    names = [label.lastgroup or "" for label in heads]
    return names if names[:1] == ["for"] and len(set(names)) == len(names) else []
