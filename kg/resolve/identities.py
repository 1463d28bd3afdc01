"""What people decided of persons, in a file that every build replays: ``STORE/identites.tsv``.

Five columns and a free one, tab-separated, with a header: ``collectivite`` (the key of the authority in the graph, its
SIREN where one is known), ``mandat`` (the year of the term), ``nom`` and ``autre`` (two names as printed, or the last
segments of two persons' IRIs), ``jugement`` (``oui``: one person; ``non``: two), ``note``. Removing a line takes the
judgement back. Links of organisations are judged in ``jugements.tsv`` (:mod:`kg.link.judgements`).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.errors import KgError

FILE = "identites.tsv"
_COLUMNS = ("collectivite", "mandat", "nom", "autre", "jugement")


class Judged(NamedTuple):
    """Whether two names of one term of office are one person's."""

    term: str
    one: str
    two: str
    same: bool


@dataclass(frozen=True, slots=True)
class Identities:
    """The judgements on the persons of one authority."""

    judged: tuple[Judged, ...] = ()

    def __iter__(self) -> Iterator[Judged]:
        return iter(self.judged)

    def told(self) -> str:
        """All of it as text, for a digest."""
        return "".join(f"{one}\n" for one in self.judged)


def read_identities(path: Path) -> dict[str, Identities]:
    """The judgements of a file by authority, none where there is no file; KgError names the line that is wrong."""
    if not path.is_file():
        return {}
    found: dict[str, set[Judged]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t")
        if not set(_COLUMNS) <= set(table.fieldnames or ()):
            raise KgError(f"{path}: the first line names the columns {', '.join(_COLUMNS)}")
        for row in table:
            authority, term, one, two, answer = ((row[column] or "").strip() for column in _COLUMNS)
            if answer not in ("oui", "non") or not all((authority, term, one, two)):
                raise KgError(f"{path}, line {table.line_num}: an authority, a term, two names, and oui or non")
            found.setdefault(authority, set()).add(Judged(term, one, two, answer == "oui"))
    return {authority: Identities(tuple(sorted(judged))) for authority, judged in sorted(found.items())}
