"""Commands that ask a store: query, queries, export, stats."""

import sys
from contextlib import nullcontext
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from kg.commands.console import AsJson, StoreDir, counted, err, out, print_json, print_table, write_bytes
from kg.errors import QueryError
from kg.model import Document
from kg.pipeline import documents_of
from kg.publish.export import export as export_store
from kg.store.describe import class_counts
from kg.store.query import Answer, is_graph, open_release, run, serialise, table
from kg.store.questions import Question, bind, question, questions, read_question
from kg.store.releases import current_release

_WIDEST = 8  # columns that a screen takes; wider answers are printed one row after the other


class AnswerForm(StrEnum):
    """The formats of an answer."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"


class ExportForm(StrEnum):
    """The formats of an export."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


def query(
    asked: Annotated[str, typer.Argument(metavar="NAME|FILE.rq|SPARQL", help="A question's name, a file, or SPARQL.")],
    store: StoreDir,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", help="name=value; may be repeated.")] = None,
    form: Annotated[AnswerForm, typer.Option("--format", "-f", help="How to print the answer.")] = AnswerForm.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Ask a named question, the question of a file, or SPARQL of your own.

    Example: kg query qui-finance-quoi --store store --param depuis=2023-01-01 --format csv
    Example: kg query 'SELECT (COUNT(*) AS ?n) WHERE { ?acte a def:Deliberation }' --store store
    """
    text = bind(_asked(asked), _params(param or []))
    print_answer(run(open_release(current_release(store).path), text), "json" if as_json else form)


def _asked(asked: str) -> Question:
    if asked.endswith(".rq") and "\n" not in asked:
        path = Path(asked)
        if not path.is_file():
            raise QueryError(f"{asked}: no such file")
        return read_question(path.stem, path.read_text(encoding="utf-8"))
    return read_question("query", asked) if any(mark in asked for mark in " {\n") else question(asked)


def _params(given: list[str]) -> dict[str, str]:
    wrong = [pair for pair in given if "=" not in pair]
    if wrong:
        raise QueryError(f"--param takes name=value, not {wrong[0]!r}")
    return {name.strip(): value for name, _, value in (pair.partition("=") for pair in given)}


def print_answer(answer: Answer, form: str, most: int | None = None) -> None:
    """An answer on the output, ``most`` rows at most; a graph asked for as a table is printed as Turtle."""
    if form != "table":
        write_bytes(serialise(answer, form))
    elif is_graph(answer):
        write_bytes(serialise(answer, "turtle"))
    else:
        names, rows = table(answer)
        if len(names) <= _WIDEST:
            print_table("", names, rows[:most])
        else:
            _print_long(names, rows[:most])
        left = f", the first {most} shown" if most and len(rows) > most else ""
        err.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}{left}", style="dim", highlight=False)


def _print_long(names: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> None:
    width = max(map(len, names))
    for row in rows:
        for name, value in zip(names, row, strict=True):
            if value:
                out.print(f"{name:>{width}}  {value}", markup=False, highlight=False, soft_wrap=True)
        out.print()


def queries(as_json: AsJson = False) -> None:
    """List the named questions with their parameters.

    Example: kg queries
    """
    known = questions()
    if as_json:
        print_json([{k: v for k, v in asdict(question).items() if k != "text"} for question in known])
        return
    rows = (
        (q.name, q.summary, ", ".join(f"{p.name} ({p.type.removeprefix('xsd:')})" for p in q.params)) for q in known
    )
    print_table("Questions", ("name", "what it answers", "parameters"), rows)


def export(
    store: StoreDir,
    form: Annotated[ExportForm, typer.Option("--format", "-f", help="The format.")] = ExportForm.TURTLE,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Write the whole graph as one file: sorted, the same bytes for the same documents.

    Example: kg export --store store --format trig -o deliberations.trig
    """
    release = open_release(current_release(store).path)
    to_file = output is not None and str(output) != "-"
    with output.open("wb") if output and to_file else nullcontext(_stdout()) as target:
        export_store(release, form, target)
        target.flush()


def _stdout() -> BinaryIO:
    return sys.stdout.buffer


def stats(store: StoreDir, as_json: AsJson = False) -> None:
    """Say what a store holds: sources, deliberations, things by class, findings.

    Example: kg stats --store store
    """
    release = current_release(store)
    counts = class_counts(open_release(release.path))
    opened = list(documents_of(store, release))
    findings = counted(i for d in opened for i in (d.issues if isinstance(d, Document) else (d,)))
    told = {"release": release.number, "built": release.built, "quads": release.quads}
    told |= {"sources": release.sources, "deliberations read": release.records}
    if as_json:
        classes = [{"class": name, "label": label, "count": n} for name, label, n in counts]
        print_json({**told, "classes": classes, "findings": findings})
        return
    print_table("Store", ("", ""), told.items())
    print_table("Things", ("class", "", ""), counts)
    print_table("Findings", ("severity", "code", ""), findings)
