"""Figures under the heads of columns: « En exercice Présents Votants Pour Contre Abstention 15 9 9 8 1 0 »."""

import re
from collections.abc import Sequence
from itertools import accumulate

from kg.extract.act import Zone
from kg.extract.vote.labels import NUMBER, UNIT, count_of

_ROW_FIGURE = re.compile(rf"[\s|]{{0,8}}(?::\s*)?(?P<n>{NUMBER}|[-–—/])(?:\s?{UNIT})?(?=\s|[|;.,)]|$)")
_VOTERS = re.compile(r"\b(?:votants|exprimes|voix|suffrages)[\s:|;,/-]{1,4}$")
_HEAD = re.compile(
    r"(?:en\s)?exercice|presents?|representes?|pouvoirs?|procurations?|absents?|excuses?|votants?|exprimes|quorum"
)
_HEADS = re.compile(
    rf"(?:(?:(?:nombre\s)?(?:de\s|des\s)?(?:membres\s|conseillers\s|elus\s|suffrages\s|afferents\s)?(?:{_HEAD.pattern}))\b[\s|:/,;-]{{1,4}})+$"
)


def figures_of_row(zone: Zone, row: Sequence[re.Match[str]], wanted: int) -> list[re.Match[str]]:
    """The figures after the last label of a row that belong to the last ``wanted`` of its labels.

    Those of the columns before « pour » come first, and are left out.
    """
    heads = _heads_before(zone, row[0])
    figures = _figures_after(zone, row[-1].end(), wanted + max(1, heads))
    first = heads if heads > 1 and len(figures) == wanted + heads else _voters_first(zone, row[0], figures)
    return figures[first:][:wanted]


def _figures_after(zone: Zone, position: int, most: int) -> list[re.Match[str]]:
    figures: list[re.Match[str]] = []
    while len(figures) < most and (figure := _ROW_FIGURE.match(zone.view.folded, position, zone.end)):
        figures.append(figure)
        position = figure.end()
    return figures


def _heads_before(zone: Zone, label: re.Match[str]) -> int:
    """« En exercice Présents Votants Pour Contre Abstention »: how many columns stand before those of the vote."""
    before = _HEADS.search(zone.view.folded, max(zone.start, label.start() - 120), label.start())
    return sum(1 for _ in _HEAD.finditer(before[0])) if before else 0


def _voters_first(zone: Zone, label: re.Match[str], figures: list[re.Match[str]]) -> int:
    """« Votants Pour Contre Abstentions 16 12 3 1 »: one where the first figure is what the others come to."""
    if not _VOTERS.search(zone.view.folded, max(zone.start, label.start() - 30), label.start()):
        return 0
    voters, *others = [count_of(figure["n"]) or 0 for figure in figures] or [0]
    return int(len(others) > 1 and voters in [*accumulate(others)][1:])  # those who take no part may come last
