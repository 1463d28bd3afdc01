"""A body named in short by an authority that names it in full elsewhere: « l'Agence de l'eau »."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.link.index import in_year
from kg.link.names import bare, key
from kg.link.tables import Body
from kg.link.values import SCORES, Candidate, Link, Method, Status, Verdict

Years = Mapping[str, Sequence[int | None]]
# « La CAF » of other years was told by the territory alone, which tells nothing of years in which there were several.
_NOT_NAMED = frozenset({Method.TERRITORY})


def completed(links: Sequence[Link], years: Years) -> Iterator[Link]:
    """The links, those of a kind of body alone asserted where the others hold one single body of that kind.

    ``years``: those of the acts that name each organisation, by its key: a body is meant in its own years only.
    """
    told = {one.best.body.key: one.best.body for one in links if one.identifier and one.best and _named(one)}
    for one in links:
        body = _meant(one, told.values())
        known = body and all(year is None or in_year(body, year) for year in one.years or years.get(one.key, ()))
        yield replace(one, verdict=_asserted(body, one.printed)) if body and known else one


def _named(one: Link) -> bool:
    return one.best is not None and one.best.method not in _NOT_NAMED


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
