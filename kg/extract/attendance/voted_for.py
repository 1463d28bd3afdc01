"""Who gave a proxy, where only the vote tells it: « 38 pour, dont 2 procurations (M. ROUX, Mme NOIR) »."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.links import GIVEN
from kg.model import Span
from kg.text.cues import Led
from kg.text.names import find_names, name_key

_COUNTED = Led(rf"\bdont\s+(?P<count>\d{{1,2}})\s+{GIVEN}\s*\(", ("dont",))
_LONGEST = 600  # characters of the names after a count


def givers_of_votes(zone: Zone) -> list[Entry]:
    """Those whose proxies the counts of a vote name, each once, their holders not named."""
    found: dict[str, Entry] = {}
    for match in zone.find(_COUNTED):
        for entry in _counted(zone, match):
            found.setdefault(name_key(entry.name), entry)
    return list(found.values())


def _counted(zone: Zone, match: re.Match[str]) -> Iterator[Entry]:
    """The names right after a count, as many as it says; more may follow, where the parenthesis is not closed."""
    reach = min(zone.end, match.end() + _LONGEST)
    closed = zone.view.text.find(")", match.end(), reach)
    names = list(find_names(zone.view.text, match.end(), closed if closed >= 0 else reach))
    count = int(match["count"])
    if len(names) == count or (len(names) > count and closed < 0):
        for name in names[:count]:
            yield Entry(name.value, "proxy", (Span(name.start, name.end),))
