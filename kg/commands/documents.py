"""Commands that read documents: extract, check."""

import json
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Annotated, TextIO

import typer

from kg.codec import issue_to_json, record_to_json
from kg.commands.console import (
    AsJson,
    Paths,
    Propose,
    Workers,
    by_gravity,
    counted,
    err,
    issue_lines,
    out,
    print_failures,
    print_json,
    print_table,
    progress,
)
from kg.errors import KgError, Severity
from kg.graph.portions import graph_count, portions
from kg.graph.validation import Violation, validate
from kg.model import Document, Issue
from kg.pipeline import Pool, documents_of, local_pool, read_sources
from kg.pipeline import Progress as Told
from kg.store.query import open_release
from kg.store.releases import current_release

_AT_ONCE = 16  # portions of a graph


def extract(
    paths: Paths,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the records to this file.")] = None,
    workers: Workers = None,
    propose: Propose = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print each finding as JSON on the error stream.")] = False,
) -> None:
    """Read documents and print one record per deliberation, as JSON Lines.

    Each value comes with its evidence: the offsets of the characters that prove it, and the rule that read them.

    Example: kg extract deliberations/ -o records.jsonl
    """
    failed: list[Issue] = []
    issues: list[Issue] = []
    with (
        _opened(output) as target,
        progress() as told,
    ):
        for document in read_sources(paths, local_pool(workers), told, propose):
            if isinstance(document, Issue):
                (failed if document.severity is Severity.ERROR else issues).append(document)
                continue
            issues.extend(document.issues)
            for record in document.records:
                typer.echo(json.dumps(record_to_json(record), ensure_ascii=False), file=target)
    _tell(failed, issues, as_json)
    raise typer.Exit(1 if failed else 0)


def _opened(output: Path | None) -> AbstractContextManager[TextIO | None]:
    """The file to write, nothing where the records go to the standard output (``-``, as in other programs)."""
    if output is None or str(output) == "-":
        return nullcontext()
    return output.open("w", encoding="utf-8", newline="\n")


def _tell(failed: list[Issue], issues: list[Issue], as_json: bool) -> None:
    if as_json:
        for line in issue_lines((*failed, *issues)):
            typer.echo(line, err=True)
        return
    print_failures(failed)
    for severity, code, count in counted(issues):
        err.print(f"{severity}: {code} × {count}", style="dim", highlight=False)


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders to read.", show_default=False)] = None,
    store: Annotated[Path | None, typer.Option("--store", "-s", help="Check this store instead of files.")] = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Say what is wrong or doubtful: documents against themselves, and a store against its SHACL shapes.

    Exit 1 where a file could not be read or the graph does not fit its shapes.

    Example: kg check deliberations/
    Example: kg check --store store --json
    """
    if bool(paths) == bool(store):
        raise KgError("give either files to check or --store DIR, one of the two")
    if store is not None:
        release = current_release(store)
        with progress() as told:
            violations = _violations(release.path, local_pool(workers), told)
        wrong = bool(violations)
        found, _ = _findings(documents_of(store, release))
    else:
        violations = ()
        with progress() as told:
            found, wrong = _findings(read_sources(paths or [], local_pool(workers), told))
    if as_json:
        shapes = [asdict(violation) for violation in violations]
        print_json({"findings": [issue_to_json(issue) for issue in found], "violations": shapes})
    else:
        _print_findings(found, violations, bool(store))
    raise typer.Exit(1 if wrong else 0)


def _findings(documents: Iterable[Document | Issue]) -> tuple[list[Issue], bool]:
    """All findings, gravest first, and whether a file could not be read."""
    found: list[Issue] = []
    unread = False
    for document in documents:
        found.extend((document,) if isinstance(document, Issue) else document.issues)
        unread = unread or (isinstance(document, Issue) and document.severity is Severity.ERROR)
    return by_gravity(found), unread


def _violations(path: Path, pool: Pool, told: Told) -> tuple[Violation, ...]:
    """What does not fit its shape, portion by portion; no more of them are in memory than processes have work for."""
    store = open_release(path)
    left, total, done = portions(store), graph_count(store), 0
    found: list[Violation] = []
    with pool() as processes:
        while some := list(islice(left, _AT_ONCE)):
            for portion, violations in zip(some, processes.map(validate, (one.text for one in some)), strict=True):
                found.extend(violations)
                done += portion.graphs
                told("validate", done, total)
    return tuple(sorted(found))


def _print_findings(found: list[Issue], violations: tuple[Violation, ...], on_store: bool) -> None:
    columns = ("severity", "code", "file", "page", "act", "message")
    rows = ((i.severity, i.code, i.source, i.page, i.ordinal, i.message) for i in found)
    print_table("Findings", columns, rows)
    print_table("In short", ("severity", "code", "findings"), counted(found))
    print_table("SHACL", ("severity", "thing", "message"), ((v.severity, v.node, v.message) for v in violations))
    if on_store and not violations:
        out.print("The graph fits its SHACL shapes.")
    if not found:
        out.print("Nothing to say about the documents.")
