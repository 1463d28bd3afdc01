"""Who is named in a vote by an office: « Ne prend pas part au vote : 1 (M. le Maire) »."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention
from kg.extract.officers.presiding import executive
from kg.extract.vote.ballot import Ballot
from kg.extract.vote.names import FIELDS
from kg.model import Span

_OFFICE = re.compile(
    r"[\s:–—-]{0,4}\(?\s?(?:m\.?|mr|mme|monsieur|madame)\s(?P<said>l[ea]\s(?P<title>maire|presidente?))\b"
    r"(?=\s?(?:[,;)]|et\s|$))"
)


def named_by_office(act: Act, ballot: Ballot | None) -> Iterator[Mention]:
    """The member whom a side of the vote names by his office alone, first or alone."""
    for counter in ballot.counters if ballot else ():
        if counter.label not in FIELDS or counter.value == 0:
            continue
        said = _OFFICE.match(act.item.view.folded, max(counter.end, counter.label_end), act.item.end)
        person = executive(act, said["title"]) if said else None
        if said and person:
            yield Mention(FIELDS[counter.label], person.value, (Span(*said.span("said")),), "vote.named_by_office")
