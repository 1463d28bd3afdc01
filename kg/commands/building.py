"""Commands that make a store: build, and the demonstration that make demo runs."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.codec import issue_to_json
from kg.commands.asking import print_answer
from kg.commands.console import (
    AsJson,
    Paths,
    Propose,
    StoreDir,
    Workers,
    counted,
    out,
    print_failures,
    print_json,
    print_table,
    progress,
)
from kg.pipeline import TIME_LIMIT, Audience, Build, local_pool
from kg.pipeline import build as build_store
from kg.resources import shipped
from kg.store.describe import class_counts
from kg.store.query import open_release, run
from kg.store.questions import bind, question

FLAGSHIP = "qui-finance-quoi"
_ROWS = 20  # of the answer to the first question
_SHOWN = ("def:Deliberation", "eli-dl:Activity", "foaf:Person", "org:Organization", "def:Convention")


def build(
    paths: Paths,
    store: StoreDir,
    workers: Workers = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read and map everything again, what did not change too.")
    ] = False,
    propose: Propose = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=1, help="Seconds that a document may take before it is given up.")
    ] = TIME_LIMIT,
    corrections: Annotated[
        list[Path] | None, typer.Option("--corrections", "-c", help="A file of corrections; may be repeated.")
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option("--audience", help="public masks private persons; internal keeps them: not for publication."),
    ] = Audience.PUBLIC,
    as_json: AsJson = False,
) -> None:
    """Build the graph of these files and folders, and serve it as a new release.

    What was read before is not read again; a build that is stopped goes on where it was. The store holds what the
    given paths hold now: name all of them each time. Exit 1 where a file could not be read or a correction finds
    nothing to correct; all else is built. A corrections.jsonl in a folder is replayed without being named.

    Example: kg build deliberations/ --store store
    Example: kg build deliberations/ --store store --corrections reviewed.jsonl
    """
    done = _build(paths, store, workers, rebuild, propose, time_limit, corrections or (), audience)
    if as_json:
        print_json(_as_json(done))
    else:
        print_failures(done.failed)
        _print_build(done)
    raise typer.Exit(1 if done.failed else 0)


def demo(
    store: StoreDir,
    paths: Annotated[list[Path] | None, typer.Argument(help="Your own files and folders.", show_default=False)] = None,
    workers: Workers = None,
) -> None:
    """Build the samples that come with the program (or your files), and answer the first question.

    Example: kg demo --store store
    """
    done = _build(paths or samples(), store, workers)
    print_failures(done.failed)
    _print_build(done)
    _print_contents(done)
    asked = question(FLAGSHIP)
    out.print(f"\n[bold]{asked.question}[/bold]\n[dim]kg query {FLAGSHIP} --store {store}[/dim]\n")
    print_answer(run(open_release(done.release.path), bind(asked)), "table", most=_ROWS)
    raise typer.Exit(1 if done.failed else 0)


def samples() -> list[Path]:
    """The documents of the demonstration."""
    return sorted(path for path in shipped("samples").iterdir() if path.suffix in (".txt", ".pdf"))


def _build(
    paths: Sequence[Path],
    store: Path,
    workers: int | None,
    rebuild: bool = False,
    propose: bool = False,
    time_limit: float = TIME_LIMIT,
    corrections: Sequence[Path] = (),
    audience: Audience = Audience.PUBLIC,
) -> Build:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    pool = local_pool(workers)
    asked: dict[str, Any] = {
        "rebuild": rebuild,
        "propose": propose,
        "time_limit": time_limit,
        "corrections": corrections,
        "audience": audience,
    }
    with progress() as told:
        return build_store(paths, store, pool=pool, built=now, progress=told, **asked)


def _as_json(done: Build) -> dict[str, Any]:
    release = {**asdict(done.release), "path": str(done.release.path)}
    numbers = {name: getattr(done, name) for name in ("is_new", "sources", "read", "gone", "records", "corrected")}
    findings = [{"severity": s, "code": c, "count": n} for s, c, n in counted(done.issues)]
    return {"release": release, **numbers, "failed": [issue_to_json(i) for i in done.failed], "findings": findings}


def _print_build(done: Build) -> None:
    rows = (
        ("release", f"{done.release.number}" if done.is_new else f"{done.release.number} (nothing new)"),
        ("sources", done.sources),
        ("read now", done.read),
        ("no longer there", done.gone),
        ("not read, or not corrected (see above)", len(done.failed)),
        *((("corrections", done.corrected),) if done.corrected else ()),
        ("deliberations read", done.records),
        ("quads", done.release.quads),
    )
    print_table("Built", ("", ""), rows)


def _print_contents(done: Build) -> None:
    counts = class_counts(open_release(done.release.path))
    print_table("In the graph", ("", ""), ((label, n) for name, label, n in counts if name in _SHOWN))
    print_table("What check found", ("severity", "finding", ""), counted(done.issues))
