"""Who heads the sitting, in its lists: as the holder of a proxy, as one who sits where no list names anybody."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.act import Act
from kg.extract.attendance.entries import Entry
from kg.extract.attendance.roll import same_person
from kg.extract.officers.presiding import executive

_REACH = 160
_MET_UNDER = re.compile(r"\breunie?s?\b[^.;:]{0,90}\bsous la (?:haute )?presidence d[eu'][^.;:]{0,40}$")


def held_by_head(act: Act, entry: Entry, present: Iterable[Entry]) -> Entry:
    """« pouvoir à M. le Maire »: whoever the document says that is, as the list of those present writes it."""
    if entry.head is None or entry.holder is not None:
        return entry
    head = executive(act, act.view.folded[entry.head.start + 3 : entry.head.end])
    if head is None:
        return entry
    listed = [other.name for other in present if same_person(other.name, head.value)]
    return replace(entry, holder=(listed or [head.value])[0], spans=(*entry.spans[:1], entry.head))


def met_under(act: Act, position: int) -> bool:
    """A list of what was decided names nobody who sat, unless a sentence tells under whom the members met."""
    return bool(_MET_UNDER.search(act.view.folded, max(0, position - _REACH), position))
