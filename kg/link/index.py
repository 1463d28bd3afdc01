"""The tables by SIREN, by name and by territory."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.link.names import CLOSING, key, place_key
from kg.link.tables import Body, bodies, full_name
from kg.link.values import Setting
from kg.resolve.slugs import fold


@cache
def by_siren() -> dict[str, Body]:
    """The body of a SIREN; of several names, the one that is still borne."""
    found: dict[str, Body] = {}
    for body in bodies():
        before = found.get(body.siren)
        if body.siren and (before is None or _newer(body, before)):
            found[body.siren] = body
    return found


def _newer(body: Body, before: Body) -> bool:
    """Groupings come oldest name first; of other bodies the first row is the one of today, or of its own kind."""
    return body.table == before.table == "groupings.tsv"


@cache
def by_name(kind: str) -> dict[str, tuple[Body, ...]]:
    """The bodies of a kind by each key of their names."""
    found: dict[str, dict[Body, None]] = defaultdict(dict)
    for body in bodies():
        if body.kind == kind:
            for name_key in keys_of(body):
                found[name_key][body] = None
    return {name_key: tuple(some) for name_key, some in found.items()}


def keys_of(body: Body) -> tuple[str, ...]:
    """The keys under which a body is looked for."""
    if body.kind in ("commune", "delegated", "arrondissement"):
        return (place_key(body.name),)
    names = (body.name, *body.aliases)
    if body.kind == "epci":
        return tuple(dict.fromkeys(_grouping_keys(body)))
    return tuple(dict.fromkeys(key(name) for name in names))


def _grouping_keys(body: Body) -> Iterable[str]:
    """« CC du Val Clair » is looked for as « Val Clair »; « Grand Ville Métropole », « … Agglo » as « Grand Ville »."""
    rest = body.name.partition(" ")[2]
    proper = rest if full_name(body.name, body.nature) != body.name else body.name
    yield key(proper)
    yield key(CLOSING.sub("", fold(proper)))
    if body.nature in ("ME", "ML"):
        yield without_metropole(fold(proper))


def without_metropole(name: str) -> str:
    """The key of a métropole's name without that word."""
    return key(" ".join(word for word in fold(name).split() if word not in ("metropole", "eurometropole")))


@cache
def homonyms(name_key: str) -> tuple[Body, ...]:
    """All towns of a name, delegated ones and those without a SIREN too: what makes a town's name ambiguous."""
    towns = (by_name(kind).get(name_key, ()) for kind in ("commune", "delegated", "arrondissement"))
    return tuple(body for some in towns for body in some)


@cache
def departments() -> dict[str, tuple[Body, ...]]:
    """The bodies of a département by its code."""
    found: dict[str, list[Body]] = defaultdict(list)
    for body in bodies():
        if body.kind == "département":
            found[body.code].append(body)
    return {code: tuple(some) for code, some in found.items()}


@cache
def regions() -> dict[str, tuple[Body, ...]]:
    """The bodies of a région by its code, those that ceased to be included."""
    found: dict[str, list[Body]] = defaultdict(list)
    for body in bodies():
        if body.kind == "région":
            found[body.code].append(body)
    return {code: tuple(some) for code, some in found.items()}


def regions_around(setting: Setting) -> tuple[Body, ...]:
    """The régions of a territory in its year: before 2016, the one that its départements were of."""
    found = (body for body in regions().get(setting.region, ()) if body.key and in_year(body, setting.year))
    here = setting.departments
    return tuple(body for body in found if not body.departments or (here and here <= {*body.departments}))


@cache
def region_of(department: str) -> str:
    """The code of the région of a département."""
    return next((body.region for body in departments().get(department, ())), "")


@cache
def by_postal() -> dict[str, tuple[Body, ...]]:
    """The current communes of a postal code."""
    found: dict[str, list[Body]] = defaultdict(list)
    for body in bodies():
        for code in body.postal if body.kind in ("commune", "arrondissement") else ():
            found[code].append(body)
    return {code: tuple(some) for code, some in found.items()}


def in_year(body: Body, year: int | None) -> bool:
    """Whether a body is known to exist in a year; without a year, whether it still does."""
    if year is None:
        return body.until is None
    return (body.since is None or year >= body.since) and (body.until is None or year <= body.until)


def distinct(found: Iterable[Body]) -> tuple[Body, ...]:
    """One body for each SIREN, the first; bodies without one each stand for themselves."""
    unique: dict[str, Body] = {}
    for body in found:
        unique.setdefault(body.siren or f"{body.kind} {body.code} {body.name}", body)
    return tuple(unique.values())
