"""What is withdrawn from publication on request, in a file that every build obeys: ``STORE/retraits.toml``.

    [[retrait]]
    nom = "Odile TARAVEL"                 # a person, wherever named; or
    iri = "https://…/id/personne/219900018/2020/odile-taravel"   # a person, an act, a text … with its parts
    motif = "opposition (RGPD, art. 21)"
    date = 2026-03-12

The reason and the date are for the operator's own register: they are published nowhere.
"""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.text.names import name_words

FILE = "retraits.toml"


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """IRIs that are withdrawn, and names of persons as written."""

    iris: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def told(self) -> str:
        """All of it as text, for a digest."""
        return "".join(f"{one}\n" for one in sorted(self.iris | self.names))


def read_withdrawals(path: Path) -> Withdrawals:
    """The withdrawals of a file, none where there is no file; KgError says which entry is wrong."""
    if not path.is_file():
        return Withdrawals()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise KgError(f"{path}: not TOML: {fault}") from fault
    entries = data.get("retrait", [])
    if set(data) - {"retrait"} or not isinstance(entries, list):
        raise KgError(f"{path}: each withdrawal begins with [[retrait]]")
    for rank, entry in enumerate(entries, start=1):
        _check(entry, f"{path}, [[retrait]] {rank}")
    iris = frozenset(entry["iri"] for entry in entries if "iri" in entry)
    return Withdrawals(iris, frozenset(entry["nom"] for entry in entries if "nom" in entry))


def _check(entry: Any, where: str) -> None:
    if not isinstance(entry, dict) or ("iri" in entry) == ("nom" in entry):
        raise KgError(f"{where}: an `iri` or a `nom`, one of them")
    if set(entry) - {"iri", "nom", "motif", "date"}:
        raise KgError(f"{where}: only `iri` or `nom`, `motif` and `date`")
    named = entry.get("iri", entry.get("nom"))
    if not isinstance(named, str) or not named.strip():
        raise KgError(f"{where}: text is wanted, not {named!r}")
    if "nom" in entry and len(name_words(named)) < 2:
        raise KgError(
            f"{where}: a given name and a surname are wanted, or others of that surname would be withdrawn too"
        )
    if not isinstance(entry.get("motif"), str) or not isinstance(entry.get("date"), dt.date):
        raise KgError(f"{where}: a `motif` and a `date` (2026-03-12) are wanted")
