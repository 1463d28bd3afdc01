"""Fetched or downloaded files → tables of the same form as the shipped ones, beside a manifest of their own."""

import csv
import gzip
import hashlib
import json
import re
import tarfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.extract.authority.siren import is_siren
from kg.link.index import by_siren
from kg.link.names import key
from kg.link.reference.compiling import Compiled, compile_communes, compile_groupings
from kg.link.reference.packages import read_editions

_ID = re.compile(r"[0-9a-f]{24}")
_COLUMNS = ("id", "name", "business_number_id")
_LICENCE = "Licence Ouverte 2.0"


def compile_tables(files: Sequence[Path], into: Path, date: str) -> tuple[str, ...]:
    """Compile these files, each recognised by what it holds, into tables there; the names of the tables made."""
    packages = [path for path in files if path.is_dir() or tarfile.is_tarfile(path)]
    others = [path for path in files if path not in packages]
    made: dict[str, tuple[bytes, str, str]] = {}
    for path in others:
        made["datagouv.tsv"] = (catalogue(path).text().encode(), "data.gouv.fr, catalogue of organisations", date)
    if packages:
        made |= _of_packages(packages)
    write_tables(made, into, date)
    return tuple(sorted(made))


def _of_packages(packages: Iterable[Path]) -> dict[str, tuple[bytes, str, str]]:
    editions = read_editions(packages)
    versions = " ".join(edition.version for edition in editions)
    source = f"npm @etalab/decoupage-administratif {versions} (INSEE, DGCL, La Poste)"
    communes = gzip.compress(compile_communes(editions).text().encode(), 9, mtime=0)
    groupings = compile_groupings(editions).text().encode()
    newest = editions[-1].version
    return {"communes.tsv.gz": (communes, source, newest), "groupings.tsv": (groupings, source, newest)}


def write_tables(made: dict[str, tuple[bytes, str, str]], into: Path, date: str) -> None:
    """Write tables and say in the manifest what they are; other tables of that folder keep their lines."""
    into.mkdir(parents=True, exist_ok=True)
    path = into / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for name, (data, source, version) in made.items():
        text = gzip.decompress(data) if name.endswith(".gz") else data
        rows = str(text.count(b"\n") - 1)
        digest = hashlib.sha256(data).hexdigest()
        told[name] = {"source": source, "version": version, "date": date, "licence": _LICENCE}
        told[name] |= {"rows": rows, "sha256": digest}
        (into / f"{name}.part").write_bytes(data)
        (into / f"{name}.part").replace(into / name)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def catalogue(path: Path) -> Compiled:
    """The organisation of each SIREN in data.gouv.fr's catalogue (CSV, « ; »); of several, the one of that name.

    ``business_number_id`` is a SIRET; some are wrong: a Luhn sum that fails is left out, and so is a SIREN of the
    tables that only organisations of other names bear.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(path):
        siren = re.sub(r"\D", "", row["business_number_id"] or "")[:9]
        if is_siren(siren) and _ID.fullmatch(row["id"] or ""):
            found.setdefault(siren, []).append((row["name"] or "", row["id"]))
    chosen = {siren: _chosen(siren, some) for siren, some in found.items()}
    rows = tuple((siren, one, "datagouv") for siren, one in sorted(chosen.items()) if one)
    return Compiled(("siren", "id", "source"), rows)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines, delimiter=";")
            if not set(_COLUMNS) <= set(table.fieldnames or ()):
                raise KgError(
                    f"{path}: neither the catalogue of data.gouv.fr nor an archive of decoupage-administratif"
                )
            return list(table)
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise KgError(f"{path} cannot be read: {fault}") from fault


def _chosen(siren: str, some: Sequence[tuple[str, str]]) -> str | None:
    """One organisation, or the one that bears the name of the tables; two that could be are none."""
    if len(some) == 1:
        return some[0][1]
    body = by_siren().get(siren)
    wanted = {key(name) for name in (body.name, body.label) if name} if body else set()
    fitting = [one for name, one in some if key(name) in wanted]
    return fitting[0] if len(fitting) == 1 else None
