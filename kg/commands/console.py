"""What all commands share: their options, the two consoles, progress, tables."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.codec import issue_to_json
from kg.model import Issue
from kg.pipeline import Progress as Told

out = Console()
err = Console(stderr=True)

Paths = Annotated[list[Path], typer.Argument(help="Files and folders; folders are walked.", show_default=False)]
StoreDir = Annotated[Path, typer.Option("--store", "-s", help="The folder of the store.", show_default=False)]
Workers = Annotated[
    int | None, typer.Option("--workers", "-w", min=1, help="Processes that read; by default one per processor.")
]
Propose = Annotated[
    bool, typer.Option("--propose", help="Ask spaCy's French model for parties that rules leave out (slower).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of a table for people.")]

_STAGES = {"read": "Reading", "map": "Mapping", "load": "Loading", "validate": "Validating"}
_RANK = {"error": 0, "warning": 1, "info": 2}


@contextmanager
def progress() -> Iterator[Told]:
    """A bar per stage on the error stream, gone at the end."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_STAGES.get(stage, stage), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def print_json(value: Any) -> None:
    """A value as indented JSON on the output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for people; nothing where there is no row. Text is printed as it is, brackets too."""
    table = Table(*columns, title=title, title_justify="left", highlight=False, show_header=any(columns))
    for row in rows:
        table.add_row(*("" if cell is None else str(cell).replace("[", "\\[") for cell in row))
    if table.row_count:
        out.print(table)


def print_line(text: str, style: str = "") -> None:
    """A line for people, as it is: no markup, no break."""
    out.print(text, style=style, markup=False, highlight=False, soft_wrap=True)


def write_bytes(data: bytes, path: Path | None = None) -> None:
    """Bytes to a file, or to the output."""
    if path is not None and str(path) != "-":
        path.write_bytes(data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_failures(failed: Iterable[Issue]) -> None:
    """The files that could not be read, with the reason, on the error stream."""
    for issue in failed:
        err.print(
            f"{issue.source}: {issue.message} ({issue.code})",
            style="red",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )


def by_gravity(issues: Iterable[Issue]) -> list[Issue]:
    """Findings, errors first, then by document."""
    return sorted(issues, key=lambda i: (_RANK[i.severity], i.source, i.ordinal or 0, i.code, i.message))


def counted(issues: Iterable[Issue]) -> list[tuple[str, str, int]]:
    """How many findings of each severity and code, errors first."""
    counts = Counter((issue.severity.value, issue.code.value) for issue in issues)
    ordered = sorted(counts.items(), key=lambda item: (_RANK[item[0][0]], -item[1], item[0][1]))
    return [(severity, code, count) for (severity, code), count in ordered]


def issue_lines(issues: Iterable[Issue]) -> Iterator[str]:
    """Findings as JSON Lines."""
    return (json.dumps(issue_to_json(issue), ensure_ascii=False) for issue in issues)
