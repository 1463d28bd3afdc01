"""The figure that closes those who voted alike: « Pour : M. X, Mme Y, soit 2 voix », « Contre : groupe Z (6) »."""

import re

from kg.extract.act import Zone
from kg.extract.vote.labels import NUMBER

# « Pour : groupes Valmont ensemble et Centristes (31) », « Contre : M. X, Mme Y (2) »,
# « pour : M. X, Mme Y, soit 2 voix »: the figure closes its names.
_OF_GROUPS = re.compile(
    r"\s?:\s?(?:(?P<group>(?:l[ea]s? )?(?:groupes?|liste) )|(?:mm?|mmes?|mrs?)\.? |monsieur |madame )[^:()\n]{2,120}"
    r"(?:(?P<open>\()\s?|,?\s?soit\s)(?P<n>\d{1,3})(?(open)(?: voix)?\s?\)(?!\s?[,;+])|\s(?:voix|votes?|suffrages?)\b)"
)
# « Ont voté pour : MM. X, Y (pouvoir de Mme Z) …, soit 18 voix »: a roll call
_OF_A_ROLL = re.compile(
    r"\s?:\s?(?=(?:mm?|mmes?|mrs?)\b|monsieur |madame |mesdames|messieurs|[a-z'-]+ [a-z'-]+ ?[,(])"
    rf"[^:]{{2,1500}}?[,;]?\s?(?:soit|au total)\s(?P<n>{NUMBER})\s(?:voix|votes?|suffrages?)\b(?!\s(?:pour|contre))"
)
_ROLL_REACH = 1600


def closing_figure(zone: Zone, start: int) -> re.Match[str] | None:
    """The figure that closes the groups or the names of a side."""
    folded, end = zone.view.folded, zone.end
    few = _OF_GROUPS.match(folded, start, min(end, start + 150))
    return few or _OF_A_ROLL.match(folded, start, min(end, start + _ROLL_REACH))
