"""How a vote was held: by a show of hands, electronically, by secret or public ballot (CGCT L2121-21)."""

from collections.abc import Iterator

from kg.extract.act import Act, Mention
from kg.extract.dispositif.accepted import Operative
from kg.extract.scanned import find_scanned
from kg.extract.vote.cues import (
    BOOTH,
    COUNTED_BALLOTS,
    HELD_BY,
    METHOD,
    METHOD_OF_ALL,
    METHODS,
    NOT_USED,
    SECRET_BALLOT,
)
from kg.extract.vote.others import clause_before
from kg.model import Span


def read_method(act: Act, operative: Operative | None) -> Iterator[Mention]:
    """How the vote was held; what the law says of ballots, long before the decision, is no vote."""
    zone = act.item
    near = operative.zone.start - 250 if operative else zone.start
    said = [(match, clause_before(zone, match.start())) for match in zone.find(METHOD)]
    found = [match for match, before in said if match.start() >= near and not NOT_USED.search(before)]
    if not found:
        found = [match for match, before in said if _is_held_by(before.rsplit(",", 1)[-1])]
        found = found or [*find_scanned(act.preamble, METHOD_OF_ALL)]
    for match in found:
        method = list(METHODS)[int((match.lastgroup or "m0")[1:])]
        yield Mention("vote/method", method, (Span(*match.span()),), "vote.method")
    counted = not found and zone.first(COUNTED_BALLOTS)
    if not found and (secret := next(zone.find(BOOTH), None) or (counted and next(zone.find(SECRET_BALLOT), None))):
        yield Mention("vote/method", "scrutin secret", (Span(*secret.span()),), "vote.secret_ballots_counted")


def _is_held_by(before: str) -> bool:
    return HELD_BY.search(before) is not None and not NOT_USED.search(before)
