"""A body named in short by an authority that names it in full elsewhere: « l'Agence de l'eau »."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.link.names import bare, key
from kg.link.tables import Body
from kg.link.values import SCORES, Candidate, Link, Method, Status, Verdict


def completed(links: Sequence[Link]) -> Iterator[Link]:
    """The links, those of a kind of body alone asserted where the others hold one single body of that kind."""
    told = {one.best.body.siren: one.best.body for one in links if one.siren and one.best}
    for one in links:
        body = _meant(one, told.values())
        yield replace(one, verdict=_asserted(body, one.printed)) if body else one


def _meant(one: Link, told: Iterable[Body]) -> Body | None:
    """The body whose whole name begins with the kind that is printed alone; two are no answer."""
    if one.verdict.status is not Status.CANDIDATE or one.best is None or one.best.method is not Method.KIND:
        return None
    kind = key(one.best.body.name)
    if key(bare(one.printed)) != kind:
        return None
    found = [
        body for body in told if key(body.label or body.name).startswith(kind) and key(body.label or body.name) != kind
    ]
    return found[0] if len(found) == 1 else None


def _asserted(body: Body, printed: str) -> Verdict:
    reason = f"« {bare(printed)} »: the one that the acts of the authority name in full"
    return Verdict(Status.AUTO, (Candidate(body, Method.SELF, SCORES[Method.SELF], (reason,)),))
