"""What is read right, field by field, beside records made by hand.

    python -m benchmarks.fields [GOLD…] [--texts DIR] [--misses] [--field vote]

Without arguments: the examination, fictional documents that others than the authors of the rules wrote (tests/exam).
A value is one string, one date, one name of a list, one proxy; what the annotator left open is not judged. Records of a
document that stand beside none made by hand count as extra, and their values are not counted.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.gold import JUDGED_FIELDS, Judged, at, items, judged, same_field
from benchmarks.options import command

EXAM = Path(__file__).parents[1] / "tests" / "exam"
# Reference data may know an identifier that the document does not print; « au lieu habituel » names no place.
_FREE_WHERE_UNSAID = ("authority/siren", "session/place")


@dataclass(slots=True)
class Tally:
    """Values read right, values missed and values read wrong."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)

    def add(self, right: int, missed: int, wrong: int) -> None:
        """Count more values."""
        self.right += right
        self.missed += missed
        self.wrong += wrong


@dataclass(slots=True)
class Result:
    """The tally of each field; ``misses``: the record, the field, the value made by hand and the value read."""

    fields: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[tuple[str, str, object, object]] = field(default_factory=list)
    records: int = 0
    found: int = 0

    @property
    def micro(self) -> float:
        """F1 over all values."""
        whole = Tally()
        for one in self.fields.values():
            whole.add(one.right, one.missed, one.wrong)
        return whole.f1

    @property
    def macro(self) -> float:
        """The mean of the fields' F1."""
        return sum(one.f1 for one in self.fields.values()) / max(1, len(self.fields))


def compare(gold: Sequence[Path], texts: Path) -> Result:
    """Judge what is read in the documents of these folders of records."""
    result = Result()
    for one in judged(gold, texts):
        result.records += 1
        result.found += bool(one.read)
        for name, counts, pair in _compared(one):
            if any(counts):
                result.fields[name].add(*counts)
            if counts[1] or counts[2]:
                result.misses.append((f"{one.document.text.source.name} {one.gold.get('number')}", name, *pair))
    return result


def _compared(one: Judged) -> Iterator[tuple[str, tuple[int, int, int], tuple[object, object]]]:
    for name in sorted(JUDGED_FIELDS):
        gold, read = at(one.gold, name), at(one.read, name)
        if not one.judges(name) or (name in _FREE_WHERE_UNSAID and gold is None):
            continue
        if isinstance(gold, list) or isinstance(read, list):
            right = sum(same for _, same in items(name, gold, read))
            yield name, (right, len(gold or ()) - right, len(read or ()) - right), (gold, read)
        elif gold is not None or read is not None:
            right = int(gold is not None and read is not None and same_field(name, gold, read))
            yield name, (right, int(gold is not None) - right, int(read is not None) - right), (gold, read)


def main() -> None:
    """Parse, compare, print."""
    parser = command("fields", __doc__)
    parser.add_argument(
        "gold", nargs="*", type=Path, default=[EXAM / "records"], help="folders of records made by hand"
    )
    parser.add_argument("--texts", type=Path, default=EXAM / "texts", help="the folder of their documents")
    parser.add_argument("--misses", action="store_true", help="list what was missed or read wrong")
    parser.add_argument("--field", default="", help="only fields that begin so")
    options = parser.parse_args()
    result = compare(options.gold, options.texts)
    table = Table("field", "values", "precision", "recall", "F1")
    for name, tally in result.fields.items():
        if name.startswith(options.field):
            stated, given = tally.right + tally.missed, tally.right + tally.wrong
            shares = (tally.right / max(1, given), tally.right / max(1, stated), tally.f1)
            table.add_row(name, str(stated), *(f"{share:.3f}" for share in shares))
    out = Console()
    out.print(table)
    for miss in result.misses if options.misses else ():
        if miss[1].startswith(options.field):
            out.print(json.dumps(miss, ensure_ascii=False), markup=False, soft_wrap=True)
    out.print(f"records {result.records}, found {result.found}; F1 {result.micro:.4f}, by field {result.macro:.4f}")


if __name__ == "__main__":
    main()
