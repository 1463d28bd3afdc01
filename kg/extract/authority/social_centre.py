"""A centre communal d'action sociale whose town the document does not say: it calls itself so."""

import re

from kg.extract.act import Zone
from kg.extract.authority.names import Named
from kg.model import Span

CCAS = re.compile(r"(?<!\w)(?:ccas|c\.c\.a\.s|centre communal d'action sociale)(?!\w)")
_OWN_BOARD = re.compile(r"(?<!\w)conseil\s{1,2}d'administration\s{1,2}d[ue]\s{1,2}$")
SEARCHED = 40_000


def social_centre(whole: Zone) -> Named | None:
    """The centre, where it is named more than once, or right after its board."""
    named = list(whole.part(0, SEARCHED).find(CCAS))
    if len(named) > 1 or (named and _OWN_BOARD.search(whole.view.folded, 0, named[0].start())):
        span = Span(*named[0].span())
        return Named(whole.view.text[slice(*span)], span)
    return None
