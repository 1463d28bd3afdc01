"""Clauses under the next number of a list: « 3. La dépense sera imputée … » after « 1. D'APPROUVER » and « 2. DIT »."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.act import Zone
from kg.extract.dispositif.items import Beginning

_NUMBER = re.compile(r"[\s;.:,]{0,4}\(?(?P<number>\d{1,2}) ?(?P<sign>[.)°º]+)")
_CLAUSE = (
    r"(?P<clause>(?=(?:la |le |les |l'|ces |cette |ce |ladite |lesdite?s )[^.;:\n]{3,120}?"
    r" (?:sera|seront|est|sont|prendra|prendront|pourra|pourront|fera|feront|devra|devront)\b))"
)
_MOST = 3


def numbered(zone: Zone, found: Sequence[Beginning]) -> Iterator[Beginning]:
    """The clauses whose numbers follow those of the items found, which begin with a verb; the first may be left out."""
    marks = [_NUMBER.match(zone.view.folded, one.mark, one.start) for one in found]
    last = marks[-1] if marks else None
    counted = [str(rank + 1) for rank in range(len(found))]
    told = [mark["number"] if mark else "" for mark in marks]
    if last is None or told not in (counted, ["", *counted[1:]]):
        return
    position = found[-1].start
    for number in range(len(found) + 1, len(found) + 1 + _MOST):
        mark = rf"(?<=[.;\n])\s{{1,3}}(?P<mark>{number} ?{re.escape(last['sign'])}) ?(?:[-–—] ?)?"
        clause = re.compile(mark + _CLAUSE).search(zone.view.folded, position, zone.end)
        if clause is None:
            return
        position = clause.end("mark")
        yield Beginning(clause.start("mark"), clause.start("clause"), found[-1].kind)
