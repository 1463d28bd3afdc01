"""Where the articles of an act begin: « Article 2 : », after a stop or below the foot of a page."""

import re

from kg.extract.act import Zone
from kg.extract.dispositif.furniture import put_between

ARTICLE = re.compile(
    r"(?:artic[l1]e|art\.(?=[^\n]{1,10}? ?[-–—:])) (?:1 ?er|premier|premiere|unique|\d{1,2}"
    r"|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?= ?[:–—-]))"
    r" ?(?:er|eme|e|°)?(?P<colon> ?[:.–—-]|(?=\n| [a-z]+[ ,]| d'[a-z]{3}))"
)
# An article of the act, not one that is cited, stands after a stop or after the word that orders.
_AFTER_STOP = re.compile(r"(?:^|[\n.;:,)\"»]|delibere|decide|arrete|unanimite|\d-de|\d/20\d\d) *$")  # below a stamp
_RANKS = {"premier": 1, "premiere": 1}
_RANKS |= {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10}
_FOOT = 260  # characters of the foot of a page, or of a stamp


def article_starts(zone: Zone) -> list[int]:
    """Where the articles of an operative zone begin, in order."""
    found: list[re.Match[str]] = []
    for match in zone.find(ARTICLE):
        if _opens(zone, match.start()) or (found and _follows(zone, found[-1], match)):
            found.append(match)
    return [match.start() for match in found]


def _follows(zone: Zone, before: re.Match[str], match: re.Match[str]) -> bool:
    """« Total 34 800 € Article 2 : » after the first article: its capital, its colon and its rank tell it."""
    stopped = match["colon"].strip() in (":", "–", "—", "-") and zone.view.text[match.start()].isupper()
    return stopped and 0 < _rank(before) == _rank(match) - 1


def _rank(match: re.Match[str]) -> int:
    """The rank of an article in figures or in letters; 0 for « unique »."""
    word = match[0].split(" ")[1]
    figures = re.match(r"\d{1,2}", word)
    return int(figures[0]) if figures else _RANKS.get(re.sub(r"\W", "", word), 0)


def _opens(zone: Zone, start: int) -> bool:
    """Whether an article stands after a stop, or below the foot of a page."""
    if start == zone.start or _AFTER_STOP.search(zone.view.folded, start - 12, start):
        return True
    return any(start - 2 <= end <= start for _, end in put_between(zone.view, max(zone.start, start - _FOOT), start))
