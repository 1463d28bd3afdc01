"""National bodies, operators, ministries, brands and programmes, by whole name or by acronym with its case."""

from functools import cache

from kg.extract.organisations.gazetteer import Body as Known
from kg.link.index import by_name, by_siren, in_year, region_of
from kg.link.local import local_body, of_territory
from kg.link.names import Announced, acronyms, bare, key, lexicon, undotted
from kg.link.tables import Body, bodies
from kg.link.values import SCORES, Candidate, Method, Setting, Status, Verdict

# Acronyms that mean other bodies as well in the acts of local authorities: « CDC » is a communauté de communes too.
_OF_SEVERAL = frozenset({"CDC", "BPI", "CD", "CR", "CC", "CA", "CU"})


def national(name: str, setting: Setting) -> Verdict | None:
    """The verdict on a name of the national tables or of the lexicon of funders; None for any other name."""
    plain = undotted(bare(name))
    known = lexicon().get(key(plain)) or acronyms().get(plain)
    if plain in _OF_SEVERAL:
        return _of_several(plain, known)
    if known and known.kind == "programme":
        return Verdict(Status.NONE, note=f"a programme of {known.owner}, not an organisation", programme_of=known.owner)
    if known and known.kind == "brand" and known.owner:
        reason = f"{known.name} is a brand of {known.owner}"
        return _dated(_exact(known.owner), Method.NATIONAL, reason, setting)
    found = _dated(_exact(plain), Method.NATIONAL, "the whole name in the national table", setting)
    found = found or _by_acronym(plain, setting) or _of_territory(plain, setting)
    if found:
        return found
    return _known(known, setting) if known else None


def _exact(name: str) -> Body | None:
    found = {body.key: body for body in by_name("national").get(key(name), ())}
    return next(iter(found.values())) if len(found) == 1 else None


def _dated(body: Body | None, method: Method, reason: str, setting: Setting) -> Verdict | None:
    """The body of a name, asserted unless its SIREN is younger than the act."""
    if body is None:
        return None
    candidate = Candidate(body, method, SCORES[method], (reason,))
    if setting.year is None or in_year(body, setting.year):
        return Verdict(Status.AUTO, (candidate,))
    note = f"its SIREN was not given before {body.since}" if body.siren else "not a body of that year"
    return Verdict(Status.CANDIDATE, (Candidate(body, method, 0.6, (reason, note)),), note)


def _of_several(plain: str, known: Known | None) -> Verdict:
    body = by_siren().get((known and known.siren) or "")
    reason = "an acronym that bodies of several kinds bear"
    kept = (Candidate(body, Method.ACRONYM, 0.6, (reason,)),) if body else ()
    return Verdict(Status.CANDIDATE if kept else Status.NONE, kept, reason)


def _by_acronym(plain: str, setting: Setting) -> Verdict | None:
    found = _acronyms().get(plain, ())
    return _dated(found[0], Method.ACRONYM, "an acronym, case kept", setting) if len(found) == 1 else None


def _of_territory(plain: str, setting: Setting) -> Verdict | None:
    found = of_territory(plain, setting)
    return _dated(*found, setting) if found else None


@cache
def _acronyms() -> dict[str, tuple[Body, ...]]:
    table: dict[str, list[Body]] = {}
    for body in bodies():
        for acronym in body.acronyms:
            table.setdefault(acronym, []).append(body)
    return {acronym: tuple(some) for acronym, some in table.items()}


def _known(known: Known, setting: Setting) -> Verdict:
    """A body of the lexicon that the national table does not hold under that name."""
    if known.local:
        return kind_alone(known.name, "each territory has its own")
    listed = _dated(
        by_siren().get(known.siren or ""), Method.NATIONAL, f"{known.name}, by the lexicon of funders", setting
    )
    listed = listed or _dated(_exact(known.name), Method.NATIONAL, f"{known.name}, by the lexicon of funders", setting)
    if listed:
        return listed
    if known.name in ("État", "Union européenne"):
        return _nothing(known)
    return kind_alone(known.name, "no table holds its SIREN")


def _nothing(known: Known) -> Verdict:
    return Verdict(Status.NONE, note=f"{known.name} has no single SIREN")


def kind_alone(name: str, reason: str) -> Verdict:
    """A candidate without an identifier: the kind is known, which one is to be looked up."""
    candidate = Candidate(Body(name, "other", label=name), Method.KIND, SCORES[Method.KIND], (reason,))
    return Verdict(Status.CANDIDATE, (candidate,), reason)


def typed(told: Announced, name: str) -> Verdict | None:
    """The verdict on a kind of body that no table holds: an association, a CCAS, a préfecture."""
    local = local_body(name)
    if local:
        return kind_alone(local, "each territory has its own")
    if told.kind in ("établissement", "association", "société", "syndicat", "préfecture"):
        return kind_alone(bare(name), f"{told.kind}: no table holds it, to be looked up by name")
    return None


def region_of_departments(departments: frozenset[str]) -> str:
    """The région that départements share, else nothing."""
    codes = {region_of(code) for code in departments}
    return codes.pop() if len(codes) == 1 else ""
