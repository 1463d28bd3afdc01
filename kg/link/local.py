"""Bodies of which each territory has its own: a département its caisse d'allocations familiales, a région its ARS.

The tables hold each under its usual name and that of its territory. A name that tells the territory is that one; the
usual name alone (« la CAF ») is the one of the authority's territory, in the years in which there was one each.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.link.index import by_name, departments, regions, regions_around
from kg.link.names import acronyms, bare, key, lexicon, undotted
from kg.link.tables import Body
from kg.link.values import Method, Setting

_LONGEST = 9  # words of a usual name
_NUMBER = re.compile(r"\d\d|2[AB]|97[1-8]")
# First year in which each territory of today had one, and one only, where the tables hold it. The 123 caisses
# d'allocations familiales became one a département in the course of 2011, most caisses primaires in that of 2010.
_ONE_EACH = {
    "Caisse d'allocations familiales": 2012,
    "Caisse primaire d'assurance maladie": 2011,
}
# Everyone chooses a lender: the name alone is not the one that is named after the territory.
_CHOSEN = frozenset({"Caisse d'épargne", "Banque populaire", "Crédit agricole", "Crédit mutuel"})
# The ARS by the loi n° 2009-879 du 21 juillet 2009, the CARSAT by its article 128.
_FIRST_REGIONAL = {"Agence régionale de santé": 2010, "Caisse d'assurance retraite et de la santé au travail": 2010}


def local_body(name: str) -> str | None:
    """The usual name of a body of which each territory has its own, where a name begins with it: « CAF de … »."""
    return _divided(undotted(bare(name)))[0]


def of_territory(plain: str, setting: Setting) -> tuple[Body, Method, str] | None:
    """The body of a usual name and a territory, how it was found and why; two territories are no answer."""
    usual, rest = _divided(plain)
    if usual is None or (usual in _CHOSEN and not rest):
        return None
    if rest:
        body = _one(usual, _named(rest))
        return (body, Method.NATIONAL, f"{usual} of the territory that is named") if body else None
    body = _one(usual, _around(usual, setting))
    return (body, Method.TERRITORY, "the one of that kind in the territory of the authority") if body else None


def _divided(plain: str) -> tuple[str | None, str]:
    """The usual name that a writing begins with, and the words after it."""
    words = plain.split()
    for count in range(min(len(words), _LONGEST), 0, -1):
        head = " ".join(words[:count])
        known = acronyms().get(head) or lexicon().get(key(head))
        if known and known.local:
            return known.name, " ".join(words[count:])
    return None, ""


def _one(usual: str, territories: Iterator[str]) -> Body | None:
    table = by_name("national")
    found = {body.key: body for territory in territories for body in table.get(key(f"{usual} {territory}"), ())}
    return next(iter(found.values())) if len(found) == 1 else None


def _named(rest: str) -> Iterator[str]:
    """The name of the territory that these words are, whole: « de l'Oise », « 60 », « Normandie »."""
    if _NUMBER.fullmatch(rest):
        yield from (body.name for body in departments().get(rest, ()))
    elif key(rest) in _territories():
        yield rest


@cache
def _territories() -> frozenset[str]:
    """The keys of all names of départements and régions."""
    found = (body for table in (departments(), regions()) for some in table.values() for body in some)
    return frozenset(key(name) for body in found for name in (body.name, *body.aliases))


def _around(usual: str, setting: Setting) -> Iterator[str]:
    """The names of the territories that the authority lies in, where they had one each in that year."""
    year = setting.year
    if len(setting.departments) == 1 and (year is None or year >= _ONE_EACH.get(usual, 0)):
        (code,) = setting.departments
        yield from (body.name for body in departments().get(code, ()))
    if year is None or year >= _FIRST_REGIONAL.get(usual, 0):
        yield from (body.name for body in regions_around(setting))
