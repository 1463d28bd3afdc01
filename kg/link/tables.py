"""The reference tables as rows: legal units with their SIREN, code, territory and the years that they are known for.

Shipped tables stand in ``kg/link/tables``; a table fetched by ``kg reference update`` (``DELIBERATIONS_REFERENCE``, by
default ``~/.local/share/deliberations-kg/reference``) takes the place of the shipped one of the same name.
"""

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import KgError

SHIPPED = Path(__file__).parent / "tables"
TABLES = ("communes.tsv.gz", "groupings.tsv", "collectivites.tsv", "national.tsv", "services.tsv", "datagouv.tsv")
NATURES = {
    "CC": "Communauté de communes",
    "CA": "Communauté d'agglomération",
    "CU": "Communauté urbaine",
    "ME": "Métropole",
    "ML": "Métropole",
    "EPT": "Établissement public territorial",
}


@dataclass(frozen=True, slots=True)
class Body:
    """A public body of a table. ``since`` and ``until`` are years (None: not known to begin, or still there).

    ``kind``: commune, arrondissement, delegated (a commune's part, without a SIREN), epci, département, région or
    national; ``code`` is its COG code, ``nature`` that of an EPCI, ``aliases`` other names. ``register`` and ``number``
    are those of another register of the State, for a body whose SIREN no source prints: ``annuaire`` (the code of the
    annuaire de l'administration), ``archives`` (a producer of the Archives nationales), ``referentiel`` (a body of the
    référentiel de l'organisation administrative de l'État), ``cog-region`` (before 2016).
    """

    name: str
    kind: str
    siren: str = ""
    label: str = ""
    code: str = ""
    departments: tuple[str, ...] = ()
    region: str = ""
    nature: str = ""
    grouping: str = ""
    postal: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    table: str = ""
    register: str = ""
    number: str = ""

    @property
    def key(self) -> str:
        """What it stands under in the graph: its SIREN, else its register and number there; empty for neither."""
        return self.siren or (f"{self.register}-{self.number}".lower() if self.register else "")


def fetched_directory() -> Path:
    """Where fetched tables are kept."""
    given = os.environ.get("DELIBERATIONS_REFERENCE")
    return Path(given) if given else Path.home() / ".local" / "share" / "deliberations-kg" / "reference"


def table_path(name: str) -> Path:
    """The file of a table: the fetched one where there is one, else the shipped one."""
    fetched = fetched_directory() / name
    return fetched if fetched.is_file() else SHIPPED / name


def manifest() -> dict[str, dict[str, str]]:
    """Of each table: source, version, date, licence; what was fetched says so over what was shipped."""
    return _manifest(SHIPPED, fetched_directory())


@cache
def _manifest(*directories: Path) -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = {}
    for directory in directories:
        path = directory / "manifest.json"
        if path.is_file():
            try:
                told.update(json.loads(path.read_text(encoding="utf-8")))
            except ValueError as fault:
                raise KgError(f"{path} is damaged: remove it and run `kg reference update`") from fault
    return told


def version_of(table: str) -> str:
    """A table and its version, as a link tells it: ``communes 6.0.0``."""
    return f"{table.partition('.')[0]} {manifest().get(table, {}).get('version', '?')}"


def tables_digest() -> str:
    """The digest of all that links depend on: another one makes the links anew."""
    digest = hashlib.sha256()
    for name in TABLES:
        digest.update(name.encode() + table_path(name).read_bytes())
    return digest.hexdigest()[:16]


def rows(name: str, path: Path | None = None) -> Iterator[dict[str, str]]:
    """The rows of a table by column name; KgError where the file is not such a table."""
    path = path or table_path(name)
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
        header, *lines = text.splitlines()
        columns = header.split("\t")
        yield from [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]
    except (OSError, EOFError, ValueError) as fault:
        raise KgError(f"the reference table {path} cannot be read: {fault}") from fault


@cache
def bodies() -> tuple[Body, ...]:
    """Every body of every table, in a stable order."""
    return (*_communes(), *_groupings(), *_collectivities(), *_national(), *_services())


def _communes() -> Iterator[Body]:
    kinds = {"c": "commune", "f": "commune", "d": "delegated", "a": "arrondissement"}
    found = list(rows("communes.tsv.gz"))
    ends = _ends(found)
    for row in found:
        yield Body(
            name=row["name"],
            kind=kinds[row["kind"]],
            siren=row["siren"],
            label=row["name"],
            code=row["code"],
            departments=(row["department"],),
            region=row["region"],
            grouping=row["epci"],
            postal=tuple(row["postal"].split()),
            since=_since(row),
            until=ends[row["siren"]],
            table="communes.tsv.gz",
        )


def _ends(found: Iterable[dict[str, str]]) -> dict[str, int | None]:
    """The last year of each SIREN, whatever its name then; None for those that the newest edition still holds."""
    last: dict[str, int] = {}
    for row in found:
        last[row["siren"]] = max(last.get(row["siren"], 0), int(row["last"] or 0))
    newest = max(last.values(), default=0)
    return {siren: None if year == newest or not siren else year for siren, year in last.items()}


def _since(row: dict[str, str]) -> int | None:
    """The first year that a row is sure of: SIREN that begin with 20 were given to bodies created since 2008."""
    return int(row["first"]) if row["first"] and row["siren"].startswith("20") else None


def _groupings() -> Iterator[Body]:
    found = sorted(rows("groupings.tsv"), key=lambda row: row["last"])
    ends = _ends(found)
    for row in found:
        yield Body(
            name=row["name"],
            kind="epci",
            siren=row["siren"],
            label=full_name(row["name"], row["kind"]),
            departments=tuple(row["departments"].split()),
            nature=row["kind"],
            code=row["seat"],
            since=_since(row),
            until=ends[row["siren"]],
            table="groupings.tsv",
        )


def full_name(name: str, nature: str) -> str:
    """« CC du Val de … » in full; a métropole's name is whole as it stands."""
    prefix, _, rest = name.partition(" ")
    return f"{NATURES[prefix]} {rest}" if prefix in NATURES and rest else name


def _collectivities() -> Iterator[Body]:
    for row in rows("collectivites.tsv"):
        yield Body(
            name=row["name"],
            kind={"departement": "département", "region": "région"}[row["kind"]],
            siren=row["siren"],
            label=row["label"],
            code=row["code"],
            departments=(row["code"],) if row["kind"] == "departement" else tuple(row["former"].split()),
            region=row["region"],
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            since=int(row["since"]) if row["since"] else None,
            until=int(row["until"]) if row["until"] else None,
            table="collectivites.tsv",
            register="cog-region" if row["cog"] and not row["siren"] else "",
            number=row["cog"],
        )


def _national() -> Iterator[Body]:
    for row in rows("national.tsv"):
        yield Body(
            name=row["name"],
            kind="national",
            siren=row["siren"],
            label=row["name"],
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            acronyms=tuple(filter(None, row["acronyms"].split("|"))),
            since=int(row["since"]) if row["since"] else None,
            table="national.tsv",
        )


def _services() -> Iterator[Body]:
    """Services of the State and bodies of before, whose SIREN no source at hand prints."""
    for row in rows("services.tsv"):
        yield Body(
            name=row["name"],
            kind="national",
            label=row["name"],
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            acronyms=tuple(filter(None, row["acronyms"].split("|"))),
            since=int(row["since"]) if row["since"] else None,
            until=int(row["until"]) if row["until"] else None,
            table="services.tsv",
            register=row["register"],
            number=row["number"],
        )


@cache
def catalogue() -> dict[str, str]:
    """The data.gouv.fr organisation (24 hexadecimal digits) of a SIREN.

    Half of the organisations there give no SIREN: what the fetched catalogue leaves out, the shipped table still tells.
    """
    paths = dict.fromkeys((SHIPPED / "datagouv.tsv", table_path("datagouv.tsv")))
    return {row["siren"]: row["id"] for path in paths for row in rows("datagouv.tsv", path)}
