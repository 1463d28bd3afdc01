"""What the tables say of a body, property by property, and bodies by the beginning of their name.

Serves who extends a spreadsheet with identifiers (Reconciliation API 0.2 §6) and who types a name (§5).
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.link.index import by_siren
from kg.link.reconciliation import TYPES, type_of
from kg.link.tables import NATURES, Body, catalogue
from kg.resolve.slugs import fold

TERRITORIES = ("commune", "epci", "departement")


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its name for readers, the types that have it, how it is read; ``entity`` where it names a body."""

    id: str
    name: str
    types: tuple[str, ...]
    read: Callable[[Body], tuple[str, ...]]
    entity: bool = False


def _given(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _code(body: Body) -> tuple[str, ...]:
    return () if body.kind == "epci" else _given(body.code)


def _nature(body: Body) -> tuple[str, ...]:
    return _given(NATURES.get(body.nature))


PROPERTIES = {
    one.id: one
    for one in (
        Property("siren", "SIREN", tuple(TYPES), lambda body: _given(body.siren)),
        Property("nom", "Nom officiel", tuple(TYPES), lambda body: _given(body.label or body.name)),
        Property("cog", "Code officiel géographique", ("commune", "departement", "region"), _code),
        Property("departement", "Code du département", TERRITORIES, lambda body: body.departments),
        Property("codePostal", "Code postal", ("commune",), lambda body: body.postal),
        Property("nature", "Nature de l'intercommunalité", ("epci",), _nature),
        Property("epci", "Intercommunalité", ("commune",), lambda body: _given(body.grouping), entity=True),
        Property("datagouv", "Identifiant d'organisation data.gouv.fr", tuple(TYPES),
                 lambda body: _given(catalogue().get(body.siren))),
    )
}  # fmt: skip


def label(body: Body) -> str:
    """The official name."""
    return body.label or body.name


def description(body: Body) -> str:
    """A body in few words: « Commune, département 34, SIREN 213401722 »."""
    kind = type_of(body)
    words = [NATURES.get(body.nature) or (TYPES[kind][1] if kind else "")]
    if body.departments:
        words.append(f"département {' '.join(body.departments)}")
    return ", ".join(filter(None, (*words, f"SIREN {body.siren}")))


def beginning(prefix: str, limit: int) -> tuple[Body, ...]:
    """The bodies whose name, or whose SIREN, begins so, shortest name first, then by SIREN."""
    wanted = fold(prefix)
    if not wanted:
        return ()
    names, held = _names()
    first = bisect_left(names, (wanted, ""))
    found = {siren: name for name, siren in _from(names, first, wanted)}
    ranked = sorted(found, key=lambda siren: (len(found[siren]), found[siren], siren))
    return tuple(held[siren] for siren in ranked[:limit])


def _from(names: list[tuple[str, str]], first: int, wanted: str) -> Iterator[tuple[str, str]]:
    """The names from a place on that begin with the words wanted."""
    for place in range(first, len(names)):
        if not names[place][0].startswith(wanted):
            return
        yield names[place]


@cache
def _names() -> tuple[list[tuple[str, str]], dict[str, Body]]:
    """Every writing of every body's name, sorted, with its SIREN."""
    held = {siren: body for siren, body in by_siren().items() if type_of(body)}
    found = {
        (fold(writing), siren)
        for siren, body in held.items()
        for writing in (label(body), body.name, *body.aliases, *body.acronyms, siren)
        if writing
    }
    return sorted(found), held
