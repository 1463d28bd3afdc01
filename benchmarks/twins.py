"""Do two publications of the same acts agree? Pairs found, agreement per value, each disagreement with both readings.

    python -m benchmarks.twins DIR --left GLOB --right GLOB [--what acts|grants] [--columns number=COLUMN,date=COLUMN]
    python -m benchmarks.twins DIR PAIRS.tsv [--store STORE] [--quiet]

A side is all the files of DIR that a glob names: documents are read by the program, tables (.csv, .tsv) by their
columns, which are those of the national SCDL schemas unless --columns maps others. PAIRS.tsv has the columns family,
left, right, and where needed what and columns; one comparison a line. ``acts`` are compared on number, date, outcome
and counts, ``grants`` on recipient and amount. A store made by ``kg build DIR --store STORE`` gives the characters that
it keeps.

In a table of results, « 31/32 (4) » says that both sides state the value in 32 pairs and agree in 31, and that in 4
more pairs only one side states it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.documents import Outcome, outcomes, tasks
from benchmarks.options import command
from benchmarks.twin_pairs import Pair, Pairing, differing, pair, tally
from benchmarks.twin_sides import SIDES, Entry, entries_of_document, entries_of_table, is_table
from kg.errors import KgError


class Family(NamedTuple):
    """A comparison: two globs, what their files speak of, and the columns of a table that has its own names."""

    name: str
    left: str
    right: str
    what: str = "acts"
    columns: tuple[tuple[str, str], ...] = ()


class Compared(NamedTuple):
    """A comparison made."""

    family: Family
    found: Pairing


def families(path: Path) -> list[Family]:
    """The comparisons of a file. Raises KgError where a line names no kind of entry."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [
        _family(row["family"], row["left"], row["right"], row.get("what") or "acts", row.get("columns") or "")
        for row in rows
    ]


def _family(name: str, left: str, right: str, what: str, columns: str) -> Family:
    if what not in SIDES:
        raise KgError(f"{name}: « {what} » is not one of {', '.join(SIDES)}")
    mapped = tuple(
        (value, column) for value, _, column in (part.partition("=") for part in columns.split(",")) if column
    )
    return Family(name, left, right, what, mapped)


def compare(folder: Path, asked: Sequence[Family], store: Path | None = None, workers: int = 2) -> list[Compared]:
    """Each comparison; a document that several name is read once. Raises KgError where a glob names no file."""
    paths = {glob: sorted(folder.glob(glob)) for family in asked for glob in (family.left, family.right)}
    for glob, found in paths.items():
        if not found:
            raise KgError(f"{folder}: no file is named {glob}")
    named = {path for found in paths.values() for path in found if not is_table(path)}
    read = {task.path: task for task in tasks(folder, store) if task.path in named}
    known = dict(zip(read, outcomes(list(read.values()), workers), strict=True))
    return [Compared(family, _compare(family, paths, known)) for family in asked]


def _compare(family: Family, paths: Mapping[str, list[Path]], known: Mapping[Path, Outcome]) -> Pairing:
    left, right = (list(_side(family, paths[glob], known)) for glob in (family.left, family.right))
    return pair(left, right, family.what)


def _side(family: Family, paths: Sequence[Path], known: Mapping[Path, Outcome]) -> Iterator[Entry]:
    for path in paths:
        if is_table(path):
            yield from entries_of_table(path, family.what, dict(family.columns))
        elif (document := known[path].document) is not None:
            yield from entries_of_document(document, family.what)


def summary(done: Compared) -> str:
    """One line: pairs, entries without a twin, and what the pairs say of each value."""
    pairs, left, right = done.found
    told = [f"{done.family.name}: {len(pairs)} pairs, alone {len(left)} left and {len(right)} right"]
    for value in SIDES[done.family.what][1]:
        count = tally(pairs, value)
        if count.alike + count.unlike + count.silent:
            share = "" if count.share is None else f" = {count.share:.3f}"
            told.append(f"{value} {count.alike}/{count.alike + count.unlike} ({count.silent}){share}")
    return "; ".join(told)


def disagreements(done: Compared) -> Iterator[str]:
    """Each value on which a pair disagrees, with both readings; then the entries that have no twin."""
    key, values = SIDES[done.family.what]
    for value in values:
        for two in differing(done.found.pairs, value):
            yield _told(two, value, key)
    for side, entries in (("left", done.found.left), ("right", done.found.right)):
        for entry in entries:
            yield f"  alone {side}: {entry.source} {entry.place}: {dict(entry.values)}"


def _told(two: Pair, value: str, key: str) -> str:
    lines = [f"  {value}: {two.left.values.get(key, '')}"]
    for entry in two:
        said = entry.values.get(value, "(nothing)")
        lines.append(f"    {entry.source} {entry.place}: {said} {entry.quotes.get(value, '')}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Compare what is asked for, print the disagreements and the summary of each family."""
    parser = command("twins", __doc__)
    parser.add_argument("folder", type=Path, help="the folder of both sides")
    parser.add_argument("pairs", type=Path, nargs="?", help="a table of comparisons")
    parser.add_argument("--left", help="files of one side")
    parser.add_argument("--right", help="files of the other")
    parser.add_argument("--what", choices=SIDES, default="acts", help="what is compared")
    parser.add_argument("--columns", default="", help="value=column, parted by commas")
    parser.add_argument("--store", type=Path, help="a store that keeps the characters of these files")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--quiet", action="store_true", help="the summaries alone")
    options = parser.parse_args()
    if not options.pairs and not (options.left and options.right):
        parser.error("name a table of comparisons, or --left and --right")
    asked = families(options.pairs) if options.pairs else []
    if options.left and options.right:
        asked.append(_family("asked", options.left, options.right, options.what, options.columns))
    done = compare(options.folder, asked, options.store, options.workers)
    for one in done:
        print(summary(one))
        if not options.quiet:
            print(*disagreements(one), sep="\n")
    if len(done) > 1 and not options.quiet:
        print(*map(summary, done), sep="\n")


if __name__ == "__main__":
    main()
