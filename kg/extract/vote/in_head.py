"""Who does not vote, counted at the head of a single act among its members."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention
from kg.extract.vote.ballot import Ballot
from kg.model import Span

_HEAD = 4000
_NOT_VOTING = re.compile(
    r"\bne (?:prenant|prennent|prend|participant|participent|participe) (?:pas )?(?:part )?au vote ?: ?(?P<n>\d{1,2})\b"
)


def told_in_head(act: Act, ballot: Ballot | None) -> Iterator[Mention]:
    """« Présents : 15 Ne prenant pas part au vote : 2 », among the counts at the head of a single act."""
    if act.shared or ballot is None or ballot.value("not_voting") is not None:
        return
    heads = act.item.part(act.item.start, min(ballot.start, act.item.start + _HEAD))
    told = list(heads.find(_NOT_VOTING))
    if len(told) == 1:
        yield Mention("vote/not_voting", int(told[0]["n"]), (Span(*told[0].span("n")),), "vote.count_in_head")
