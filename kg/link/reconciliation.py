"""The matcher as a reconciliation service asks it: rows of a table → candidates, each with a type and a description.

What the W3C Reconciliation API 0.2 calls an entity is a body of the tables under its SIREN; a type is a kind of body;
a property that is sent along (département, postal code, COG code, SIREN, year) narrows the search.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.link.index import by_siren, departments, in_year, region_of
from kg.link.matching import candidates, decide
from kg.link.tables import Body, bodies
from kg.link.values import Candidate, Query, Setting, Status
from kg.resolve.slugs import fold

# A type's identifier → the kind of body, its name in French and in English.
TYPES = {
    "commune": ("commune", "Commune", "Municipality"),
    "epci": ("epci", "Intercommunalité (EPCI à fiscalité propre)", "Intermunicipal grouping"),
    "departement": ("département", "Département", "Department"),
    "region": ("région", "Région", "Region"),
    "national": ("national", "Organisme national", "National body"),
}
_TYPE_OF = {kind: name for name, (kind, *_) in TYPES.items()}


@dataclass(frozen=True, slots=True)
class Row:
    """What a spreadsheet says of a body. ``types`` are identifiers of types to keep to, none for all of them."""

    name: str
    types: tuple[str, ...] = ()
    limit: int = 5
    siren: str | None = None
    code: str | None = None
    department: str | None = None
    postal: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate of a row; ``sure`` where it is the only answer that the matcher would assert."""

    candidate: Candidate
    sure: bool

    @property
    def body(self) -> Body:
        """The body that is meant."""
        return self.candidate.body


def type_of(body: Body) -> str | None:
    """The type of a body; None for a body that the service does not know."""
    return _TYPE_OF.get(body.kind)


def known(siren: str) -> Body | None:
    """The body of a SIREN that the service may answer with."""
    body = by_siren().get(siren)
    return body if body is not None and type_of(body) else None


def matches(row: Row) -> tuple[Match, ...]:
    """The candidates of a row, best first. None is sure where two types have one that could be."""
    siren = row.siren or (_of_code(row) if row.code else None)
    if row.code and siren is None:
        return ()
    found: dict[str, Match] = {}
    kinds: list[str | None] = [TYPES[name][0] for name in row.types]
    for kind in kinds or [None]:
        for match in _of_kind(replace(row, siren=siren), kind):
            held = found.get(match.body.siren)
            found[match.body.siren] = Match(match.candidate, match.sure or (held is not None and held.sure))
    ranked = sorted(found.values(), key=lambda match: (-match.candidate.score, match.body.siren))
    if sum(match.sure for match in ranked) > 1:
        ranked = [Match(match.candidate, False) for match in ranked]
    return tuple(ranked[: row.limit])


def _of_kind(row: Row, kind: str | None) -> Iterator[Match]:
    query, setting = _asked(row, kind)
    verdict = decide(query, setting)
    sure = verdict.candidates[0].body.siren if verdict.status is Status.AUTO else None
    for candidate in candidates(query, setting, row.limit):
        body = known(candidate.body.siren)
        if body is not None and (kind is None or body.kind == kind):
            yield Match(candidate, candidate.body.siren == sure)


def _asked(row: Row, kind: str | None) -> tuple[Query, Setting]:
    code = department_code(row.department) if row.department else None
    setting = Setting(frozenset({code}) if code else frozenset(), region_of(code) if code else "", row.year)
    return Query(row.name, kind, row.siren, code, row.postal), setting


def department_code(written: str) -> str | None:
    """The code of a département that is written as code or as name: « 34 », « 034 », « Hérault »."""
    code = written.strip().upper()
    plain = code.lstrip("0") if len(code) == 3 and code.startswith("0") else code.zfill(2)
    return plain if plain in departments() else _department_names().get(fold(written))


@cache
def _department_names() -> dict[str, str]:
    return {fold(body.name): code for code, some in departments().items() for body in some}


def _of_code(row: Row) -> str | None:
    """The one body, of the types that the row keeps to, that bears its COG code; the one of that year or of today."""
    kinds = {TYPES[name][0] for name in row.types} or {"commune"}
    found = {body.siren for body in _by_code(row.code or "") if body.kind in kinds and in_year(body, row.year)}
    return found.pop() if len(found) == 1 else None


def _by_code(code: str) -> Iterable[Body]:
    return _codes().get(code.strip().upper(), ())


@cache
def _codes() -> dict[str, tuple[Body, ...]]:
    """Territories by COG code; the code of a grouping's row is that of its seat."""
    found: dict[str, list[Body]] = {}
    for body in bodies():
        if body.code and body.siren and body.kind in ("commune", "département", "région"):
            found.setdefault(body.code, []).append(body)
    return {code: tuple(some) for code, some in found.items()}
