"""The npm package @etalab/decoupage-administratif (INSEE, DGCL, La Poste; Licence Ouverte): one archive a year.

``package/data/communes.json`` (COG), ``epci.json`` (EPCI with their members and the members' SIREN) and ``ept.json``.
A year's archive is read as npm packs it (``.tgz``), nothing is unpacked; or as a folder
``decoupage-administratif-6.0.0`` with the three files.
"""

import json
import tarfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError

# The package's major version is that of a COG: its README gives the year of each.
YEARS = {"0.7": 2019, "0.8": 2020, "1": 2021, "2": 2022, "3": 2023, "4": 2024, "5": 2025, "6": 2026}
_LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's package: ``communes``, ``groupings`` (EPCI) and ``territories`` (EPT) as the package words them."""

    year: int
    version: str
    communes: tuple[dict[str, Any], ...]
    groupings: tuple[dict[str, Any], ...]
    territories: tuple[dict[str, Any], ...]


def read_editions(paths: Iterable[Path]) -> list[Edition]:
    """The editions that these archives hold, oldest first; KgError where a file is no such archive."""
    return sorted((read_edition(path) for path in paths), key=lambda edition: edition.year)


def read_edition(path: Path) -> Edition:
    """One archive, or one folder, of the package."""
    try:
        if path.is_dir():
            return _edition(path.name.rpartition("-")[2], lambda name, optional=False: _file(path, name, optional))
        with tarfile.open(path) as archive:
            version = str(_json(archive, "package.json")["version"])
            return _edition(version, lambda name, optional=False: _json(archive, f"data/{name}.json", optional))
    except (tarfile.TarError, KeyError, ValueError, OSError, TypeError) as fault:
        raise KgError(f"{path} is not an archive of @etalab/decoupage-administratif: {fault}") from fault


def _edition(version: str, read: Callable[..., Any]) -> Edition:
    territories = read("ept", optional=True)
    return Edition(year_of(version), version, tuple(read("communes")), tuple(read("epci")), tuple(territories))


def _file(folder: Path, name: str, optional: bool) -> Any:
    path = folder / f"{name}.json"
    return [] if optional and not path.is_file() else json.loads(path.read_text(encoding="utf-8"))


def year_of(version: str) -> int:
    """The year of the COG that a version of the package holds."""
    parts = version.split(".")
    year = YEARS.get(parts[0]) or YEARS.get(".".join(parts[:2]))
    return year or 2020 + int(parts[0])


def _json(archive: tarfile.TarFile, name: str, optional: bool = False) -> Any:
    if optional and f"package/{name}" not in archive.getnames():
        return []
    member = archive.getmember(f"package/{name}")
    data = archive.extractfile(member)
    if data is None or member.size > _LARGEST:
        raise ValueError(f"{name} is not a file of the expected size")
    return json.loads(data.read())
