"""The compact tables of communes and EPCI, compiled from yearly editions of the package: same archives, same bytes.

A legal unit has one row per name and SIREN, with the first and the last edition that holds it; the first edition says
« since then or earlier ». A commune that merged keeps its row, so that an old act finds its SIREN.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kg.extract.authority.siren import is_siren
from kg.link.reference.packages import Edition

COMMUNES = ("code", "kind", "name", "siren", "department", "region", "epci", "first", "last", "postal")
GROUPINGS = ("siren", "kind", "name", "departments", "seat", "first", "last", "members")
# How the package calls the kinds of commune, and what one letter says here.
KINDS = {"commune-actuelle": "c", "commune-deleguee": "d", "commune-associee": "d", "arrondissement-municipal": "a"}
_NATURES = {"METRO": "ME", "MET69": "ML"}


class Compiled(NamedTuple):
    """A table: its header and its rows, sorted."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self) -> str:
        """The table as tab-separated values."""
        return "".join("\t".join(row) + "\n" for row in (self.header, *self.rows))


def compile_communes(editions: Sequence[Edition]) -> Compiled:
    """Current communes, delegated and associated ones (names without SIREN), and legal units gone since the first."""
    last = editions[-1]
    joined = {m["code"]: epci["code"] for epci in last.groupings for m in epci["membres"]}
    years = _years_of_units(editions)
    first: dict[str, int] = {}
    for (_, siren, _), seen in years.items():
        first[siren] = min(first.get(siren, last.year), *seen)
    # Communes of Polynesia, New Caledonia and the islands have no département, EPCI or SIREN in the package.
    current = [_commune(one, joined, first, last.year) for one in last.communes if "departement" in one]
    known = {(row[0], row[3], row[2]) for row in current}
    rows = (*current, *(row for row in _gone(editions, years) if (row[0], row[3], row[2]) not in known))
    return Compiled(COMMUNES, tuple(sorted(rows)))


def _commune(one: dict[str, Any], joined: dict[str, str], first: dict[str, int], last: int) -> tuple[str, ...]:
    siren = _valid(one.get("siren"))
    return (
        one["code"],
        KINDS[one["type"]],
        _name(one),
        siren,
        one["departement"],
        one.get("region", ""),
        joined.get(one["code"], ""),
        str(first.get(siren, last)) if siren else "",
        str(last) if siren else "",
        " ".join(one.get("codesPostaux", ())),
    )


def _gone(editions: Sequence[Edition], units: dict[tuple[str, str, str], list[int]]) -> Iterator[tuple[str, ...]]:
    """Legal units and names of communes that the last edition no longer holds."""
    groups = {m["siren"]: g["code"] for e in editions for g in e.groupings for m in g["membres"]}
    regions = {one["departement"]: one["region"] for one in editions[-1].communes if one.get("region")}
    for (code, siren, name), seen in units.items():
        department = _department(code)
        if seen[-1] < editions[-1].year and _valid(siren):
            yield (
                code, "f", name, siren, department, regions.get(department, ""), groups.get(siren, ""),
                str(seen[0]), str(seen[-1]), "",
            )  # fmt: skip


def _years_of_units(editions: Sequence[Edition]) -> dict[tuple[str, str, str], list[int]]:
    """The editions that hold each commune that is a legal unit: code, SIREN and name."""
    years: dict[tuple[str, str, str], list[int]] = {}
    for edition in editions:
        members = ((m["code"], m["siren"], _name(m)) for g in edition.groupings for m in g["membres"])
        alone = ((c["code"], c["siren"], _name(c)) for c in edition.communes if c.get("siren"))
        for unit in sorted({*members, *alone}):
            years.setdefault(unit, []).append(edition.year)
    return years


def compile_groupings(editions: Sequence[Edition]) -> Compiled:
    """EPCI and EPT: one row per SIREN, nature and name, with the years of the editions that hold it."""
    found: dict[tuple[str, str, str], list[int]] = {}
    newest: dict[str, dict[str, Any]] = {}
    for edition in editions:
        for one in (*edition.groupings, *edition.territories):
            if _valid(one["code"]):
                key = (one["code"], _NATURES.get(one["type"], one["type"]), _name(one))
                found.setdefault(key, []).append(edition.year)
                newest[one["code"]] = one
    return Compiled(GROUPINGS, tuple(sorted(_grouping(key, years, newest[key[0]]) for key, years in found.items())))


def _grouping(key: tuple[str, str, str], years: Sequence[int], one: dict[str, Any]) -> tuple[str, ...]:
    members = one["membres"]
    departments = sorted({_department(member["code"]) for member in members})
    largest = max(members, key=lambda member: (member.get("populationMunicipale") or 0, member["code"]))
    return (*key, " ".join(departments), largest["code"], str(years[0]), str(years[-1]), str(len(members)))


def _name(one: dict[str, Any]) -> str:
    """The name with plain spaces: some editions hold no-break ones."""
    return " ".join(one["nom"].split())


def _department(code: str) -> str:
    return code[:3] if code.startswith("97") else code[:2]


def _valid(siren: str | None) -> str:
    """A SIREN whose Luhn sum is right, else nothing."""
    return siren if siren and is_siren(siren) else ""
