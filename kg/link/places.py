"""Territorial bodies by kind and name: communes, EPCI, départements, régions, in the territory where they are named."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from kg.link.index import (
    by_name,
    by_siren,
    departments,
    distinct,
    homonyms,
    in_year,
    keys_of,
    region_of,
    regions_around,
    without_metropole,
)
from kg.link.names import Announced, key, place_key
from kg.link.tables import Body
from kg.link.values import SCORES, Candidate, Method, Query, Setting

_NEAR = 88.0  # rapidfuzz ratio of two keys, 0–100
_MARGIN = 4.0
_LONG = 5  # letters of a town's name that is trusted without a territory, where no other town bears it
_STABLE_GROUPINGS = 2020  # since then the membership of communes in the tables is that of the act, but for a few


def named(told: Announced, query: Query, setting: Setting) -> list[Candidate]:
    """Bodies whose kind and proper name are those written, or near ones where there is none."""
    if told.code:
        return [_scored(body, Method.NUMBER) for body in _living(departments().get(told.code, ()), setting)]
    if told.kind == "commune":
        return _towns(told, query, setting)
    if told.kind == "epci":
        return _groupings(told, query, setting)
    if told.kind in ("département", "région"):
        found = distinct(_living(by_name(told.kind).get(key(told.core), ()), setting))
        return [_scored(body, Method.UNIQUE) for body in found if body.key] or _near(told, told.kind, setting)
    return []


def ceased(told: Announced, setting: Setting) -> Body | None:
    """A région that is named but was not there in that year, or has no SIREN in the tables."""
    found = by_name(told.kind).get(key(told.core), ()) if told.kind in ("région", "département") and told.core else ()
    return next((body for body in found if not body.key or not in_year(body, setting.year)), None)


def bare(told: Announced, setting: Setting) -> list[Candidate]:
    """What « la Région », « le Département », « la Communauté de communes » mean where they are written."""
    authority = setting.authority
    if authority and _speaks_of_itself(told, authority):
        return [_scored(authority, Method.SELF)]
    if told.kind == "département" and len(setting.departments) == 1 and not _has_no_department(setting):
        (code,) = setting.departments
        return [_scored(body, Method.TERRITORY) for body in _living(departments().get(code, ()), setting)]
    if told.kind == "région" and setting.region:
        return [_scored(body, Method.TERRITORY) for body in regions_around(setting)]
    grouping = by_siren().get(setting.grouping)
    if told.kind == "epci" and grouping and grouping.nature in told.natures:
        sure = setting.year is not None and setting.year >= _STABLE_GROUPINGS and in_year(grouping, setting.year)
        return [_scored(grouping, Method.TERRITORY if sure else Method.SEAT)]
    return []


def _speaks_of_itself(told: Announced, authority: Body) -> bool:
    return told.kind == authority.kind and (told.kind != "epci" or not told.natures or authority.nature in told.natures)


def _has_no_department(setting: Setting) -> bool:
    """In the métropole de Lyon, no Département stands beside it (CGCT L3611-1)."""
    grouping = by_siren().get(setting.grouping)
    return grouping is not None and grouping.nature == "ML"


def _living(found: Iterable[Body], setting: Setting) -> list[Body]:
    return [body for body in found if in_year(body, setting.year)]


def _towns(told: Announced, query: Query, setting: Setting) -> list[Candidate]:
    """Towns of that name: the one of the territory, or the only one of the country where its région agrees."""
    here = frozenset({query.department} if query.department else setting.departments)
    towns = homonyms(place_key(told.core)) if told.core else ()
    found = distinct(_living((body for body in towns if body.siren), setting))
    near = [body for body in towns if here & set(body.departments)]
    agreeing = [body for body in found if here & set(body.departments)]
    if query.postal:
        agreeing = [body for body in found if query.postal in body.postal]
        near = agreeing
    if len(agreeing) == 1 and len(distinct_places(near)) == 1:
        return [_scored(agreeing[0], Method.PLACE), *_others(found, agreeing[0])]
    if agreeing:
        return [Candidate(body, Method.FUZZY, 0.6, ("several of that name in the territory",)) for body in agreeing]
    alone = len(found) == 1 and len(distinct_places(towns)) == 1
    if alone and (_same_region(found[0], setting) or (not here and len(place_key(told.core)) >= _LONG)):
        return [_scored(found[0], Method.UNIQUE)]
    if found:
        return [Candidate(body, Method.FUZZY, 0.5, ("that name, in another territory",)) for body in found[:5]]
    return _of_other_years(near, setting) or _near(told, "commune", setting)


def _of_other_years(near: Iterable[Body], setting: Setting) -> list[Candidate]:
    """Towns of that name and territory whose SIREN is of other years: a commune that merged has a new one."""
    reason = f"that name and territory, but its SIREN is not known to be of {setting.year}"
    return [Candidate(body, Method.FUZZY, 0.6, (reason,)) for body in distinct(near) if body.siren]


def distinct_places(towns: Iterable[Body]) -> set[str]:
    """The COG codes of towns: a delegated commune bears its own, a commune and its seat the same."""
    return {town.code for town in towns}


def _same_region(body: Body, setting: Setting) -> bool:
    return bool(setting.region) and setting.region in {body.region, *map(region_of, body.departments)}


def _others(found: Iterable[Body], chosen: Body) -> list[Candidate]:
    return [Candidate(b, Method.FUZZY, 0.3, ("homonym elsewhere",)) for b in found if b.siren != chosen.siren][:5]


def _groupings(told: Announced, query: Query, setting: Setting) -> list[Candidate]:
    here = frozenset({query.department} if query.department else setting.departments)
    found = distinct(_living(_of_nature(told), setting))
    agreeing = [body for body in found if here & set(body.departments)]
    if len(agreeing) == 1:
        return [_scored(agreeing[0], Method.PLACE), *_others(found, agreeing[0])]
    if len(found) == 1 and (not here or _same_region(found[0], setting) or not told.natures):
        return [_scored(found[0], Method.UNIQUE)]
    if found:
        return [Candidate(body, Method.FUZZY, 0.5, ("that name, in another territory",)) for body in found[:5]]
    return _near(told, "epci", setting) or list(_seated(told, here, setting))


def _of_nature(told: Announced) -> Iterator[Body]:
    """Groupings of that proper name, of the announced nature where one is."""
    table = by_name("epci")
    if not told.core:
        return
    found = table.get(key(told.core), ())
    if "ME" in told.natures:
        found = (*found, *table.get(without_metropole(told.core), ()))
    yield from (body for body in found if not told.natures or body.nature in told.natures)


def _seated(told: Announced, here: frozenset[str], setting: Setting) -> Iterator[Candidate]:
    """A grouping called after its largest town: candidate only."""
    towns = [town for town in homonyms(place_key(told.core)) if here & set(town.departments)] if told.core else []
    for town in towns:
        body = by_siren().get(town.grouping)
        if body and body.code == town.code and told.natures:
            reason = f"its largest town is {town.name}"
            yield Candidate(body, Method.SEAT, SCORES[Method.SEAT], (reason,))


def _near(told: Announced, kind: str, setting: Setting) -> list[Candidate]:
    """The one body of that kind in the territory whose key is near, with a margin to the second: candidate only."""
    wanted = place_key(told.core) if kind == "commune" else key(told.core)
    if len(wanted) < 4:
        return []
    names, pool = _pool(kind, setting.year, setting.departments)
    ranked = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=4)
    if not ranked or (len(ranked) > 1 and _apart(ranked[0], ranked[1], pool) < _MARGIN):
        return []
    _, ratio, place = ranked[0]
    return [Candidate(pool[place], Method.FUZZY, round(ratio / 112, 2), (f"near name ({ratio:.0f} %)",))]


@lru_cache(maxsize=32)
def _pool(kind: str, year: int | None, departments: frozenset[str]) -> tuple[tuple[str, ...], tuple[Body, ...]]:
    """Each key of the bodies that a near name may mean, and the body of each: made once for a territory and year."""
    pairs = [
        (name_key, body)
        for some in by_name(kind).values()
        for body in some
        if body.siren and in_year(body, year) and _around(body, departments)
        for name_key in keys_of(body)
    ]
    return tuple(name_key for name_key, _ in pairs), tuple(body for _, body in pairs)


def _apart(one: tuple[str, float, int], two: tuple[str, float, int], pool: Sequence[Body]) -> float:
    return 100.0 if pool[one[2]].siren == pool[two[2]].siren else one[1] - two[1]


def _around(body: Body, departments: frozenset[str]) -> bool:
    return not departments or body.kind == "région" or bool(departments & set(body.departments))


def _scored(body: Body, method: Method) -> Candidate:
    return Candidate(body, method, SCORES[method], (_REASONS[method].format(body.label or body.name),))


_REASONS = {
    Method.NUMBER: "the number of the département",
    Method.UNIQUE: "the kind and the exact name of {}, which no other body bears",
    Method.PLACE: "the kind and the exact name of {}, in the territory of the act",
    Method.TERRITORY: "{} is the one of that kind in the territory of the authority",
    Method.SELF: "the authority that speaks",
    Method.SEAT: "the grouping that the authority belongs to now",
}
