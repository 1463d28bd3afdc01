"""Where the articles of an act begin: « Article 2 : », after a stop or below the foot of a page."""

import re

from kg.extract.act import Zone
from kg.extract.dispositif.furniture import put_between

ARTICLE = re.compile(
    r"(?:artic[l1]e|art\.(?=[^\n]{1,10}? ?[-–—:])) (?:1 ?er|premier|premiere|unique|\d{1,2}"
    r"|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?= ?[:–—-]))"
    r" ?(?:er|eme|e|°)?(?P<colon> ?[:.–—-]|(?=\n| [a-z]+[ ,]))"
)
# An article of the act, not one that is cited, stands after a stop or after the word that orders.
_AFTER_STOP = re.compile(r"(?:^|[\n.;:,)\"»]|delibere|decide|arrete|unanimite|\d-de|\d/20\d\d) *$")  # below a stamp
_FOOT = 260  # characters of the foot of a page, or of a stamp


def article_starts(zone: Zone) -> list[int]:
    """Where the articles of an operative zone begin, in order."""
    return [match.start() for match in zone.find(ARTICLE) if _opens(zone, match.start())]


def _opens(zone: Zone, start: int) -> bool:
    """Whether an article stands after a stop, or below the foot of a page."""
    if start == zone.start or _AFTER_STOP.search(zone.view.folded, start - 12, start):
        return True
    return any(start - 2 <= end <= start for _, end in put_between(zone.view, max(zone.start, start - _FOOT), start))
