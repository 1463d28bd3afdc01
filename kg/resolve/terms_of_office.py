"""Which term of office a date falls in: persons are one node per authority and term.

A term bears the year of its election. It begins when the first councils of that election were installed: articles
L2121-7 (communes), L3121-9 (départements), L4132-7 (régions) of the CGCT. Between the first and the second round of
2020, councils to be renewed in June sat on; they count as of the new term from its first installations.
"""

import datetime as dt
import re
from bisect import bisect_right
from itertools import pairwise

from kg.resolve.slugs import fold

_D = dt.date
_COMMUNES = ((_D(1995, 6, 16), "1995"), (_D(2001, 3, 16), "2001"), (_D(2008, 3, 14), "2008"),
             (_D(2014, 3, 28), "2014"), (_D(2020, 5, 23), "2020"), (_D(2026, 3, 20), "2026"))  # fmt: skip
_DEPARTEMENTS = ((_D(2001, 3, 23), "2001"), (_D(2004, 4, 1), "2004"), (_D(2008, 3, 20), "2008"),
                 (_D(2011, 3, 31), "2011"), (_D(2015, 4, 2), "2015"), (_D(2021, 7, 1), "2021"))  # fmt: skip
_REGIONS = ((_D(1998, 3, 20), "1998"), (_D(2004, 4, 2), "2004"), (_D(2010, 3, 26), "2010"),
            (_D(2015, 12, 18), "2015"), (_D(2021, 7, 2), "2021"))  # fmt: skip
_DEPARTEMENT = re.compile(r"\b(?:conseil (?:departemental|general)|departement)\b")
_REGION = re.compile(r"\b(?:conseil regional|region|assemblee de corse|collectivite de corse)\b")
UNKNOWN = "inconnu"

assert all(a < b for table in (_COMMUNES, _DEPARTEMENTS, _REGIONS) for a, b in pairwise(table))


def term_of(day: dt.date | None, authority: str, body: str | None = None) -> str:
    """The year that names the term in which ``authority`` sat on that day; ``inconnu`` where none is known."""
    table = _table(fold(f"{body or ''} {authority}"))
    place = bisect_right([start for start, _ in table], day) if day else 0
    return table[place - 1][1] if place else UNKNOWN


def _table(words: str) -> tuple[tuple[dt.date, str], ...]:
    if _REGION.search(words) and "communaute" not in words:
        return _REGIONS
    if _DEPARTEMENT.search(words) and "communaute" not in words:
        return _DEPARTEMENTS
    return _COMMUNES
