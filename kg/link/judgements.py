"""What people decided of links, in a file that every build replays: ``STORE/jugements.tsv``.

Three columns and a free one, tab-separated, with a header: ``organisme`` (the printed name, or its key in the graph),
``siren``, ``jugement`` (``oui``: it is that one; ``non``: it is not), ``note``. Removing a line takes the judgement
back.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KgError
from kg.extract.authority.siren import is_siren
from kg.link.index import by_siren
from kg.link.tables import Body
from kg.link.values import SCORES, Candidate, Method, Status, Verdict
from kg.resolve.slugs import fold

FILE = "jugements.tsv"
_COLUMNS = ("organisme", "siren", "jugement")


@dataclass(frozen=True, slots=True)
class Judgements:
    """The SIREN that people gave or refused, by folded name or key."""

    given: Mapping[str, str] = field(default_factory=dict)
    refused: frozenset[tuple[str, str]] = frozenset()

    def of(self, key: str, name: str) -> Verdict | None:
        """The verdict that someone gave on an organisation."""
        siren = self.given.get(fold(key)) or self.given.get(fold(name))
        if siren is None:
            return None
        body = by_siren().get(siren, Body(name, "other", siren, label=name))
        return Verdict(Status.AUTO, (Candidate(body, Method.JUDGED, SCORES[Method.JUDGED], ("someone said so",)),))

    def allowed(self, key: str, name: str, verdict: Verdict) -> Verdict:
        """A verdict without the bodies that someone refused."""
        names = {fold(key), fold(name)}
        kept = tuple(c for c in verdict.candidates if not any((one, c.body.siren) in self.refused for one in names))
        if len(kept) == len(verdict.candidates):
            return verdict
        status = Status.CANDIDATE if kept else Status.NONE
        return Verdict(status, kept, "someone said that it is another body")

    def told(self) -> str:
        """All of it as text, for a digest."""
        return "".join(f"{one} {two}\n" for one, two in (*sorted(self.given.items()), *sorted(self.refused)))


def read_judgements(path: Path) -> Judgements:
    """The judgements of a file, none where there is no file; KgError names the line that is wrong."""
    if not path.is_file():
        return Judgements()
    given: dict[str, str] = {}
    refused: set[tuple[str, str]] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t")
        if not set(_COLUMNS) <= set(table.fieldnames or ()):
            raise KgError(f"{path}: the first line names the columns {', '.join(_COLUMNS)}")
        for row in table:
            name, siren, answer = (fold(row[column] or "") for column in _COLUMNS)
            if answer not in ("oui", "non") or not is_siren(siren):
                raise KgError(f"{path}, line {table.line_num}: a SIREN, and oui or non")
            if answer == "oui":
                given[name] = siren
            else:
                refused.add((name, siren))
    return Judgements(given, frozenset(refused))
