"""The command that says what to read again: doubtful values, worst first, each with the line that would correct it."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from kg.commands.console import AsJson, StoreDir, out, print_json, print_line
from kg.model import Document
from kg.pipeline import documents_of
from kg.review.doubts import Doubtful, doubtful, worst_first
from kg.store.releases import current_release
from kg.text.view import fold_same_length


def review(
    store: StoreDir,
    below: Annotated[float, typer.Option(min=0, max=1, help="Show values with less confidence than this.")] = 0.85,
    authority: Annotated[str | None, typer.Option("--authority", "-a", help="Part of a name, or a SIREN.")] = None,
    field: Annotated[str | None, typer.Option("--field", "-f", help="A field: vote, vote/for, present …")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Show so many at most; 0 for all.")] = 20,
    who: Annotated[str, typer.Option("--who", help="Your name, for the lines to paste.")] = "",
    as_json: AsJson = False,
) -> None:
    """List what is doubtful, worst first, with its passage and a line to paste into a file of corrections.

    In the line, put the right value in the place of "value" (null where the document states none) and say why; then
    build again with --corrections FILE.

    Example: kg review --store store --authority villeperte --field funding --limit 5
    Example: kg review --store store --json --limit 0
    """
    documents = documents_of(store, current_release(store))
    found = [d for document in documents if isinstance(document, Document) for d in doubtful(document, below)]
    kept = worst_first(d for d in found if _is_of(d, authority) and _is_in(d, field))
    shown = kept[:limit] if limit else kept
    if as_json:
        print_json([{**asdict(doubt), "line": doubt.line(who)} for doubt in shown])
        return
    for doubt in shown:
        _print(doubt, who)
    out.print(f"\n{len(shown)} of {len(kept)} doubtful fields" if kept else "Nothing is doubtful.", highlight=False)


def _is_of(doubt: Doubtful, authority: str | None) -> bool:
    if not authority:
        return True
    return authority == doubt.siren or fold_same_length(authority) in fold_same_length(doubt.authority or "")


def _is_in(doubt: Doubtful, field: str | None) -> bool:
    return not field or doubt.field == field or doubt.field.startswith(f"{field.strip('/')}/")


def _print(doubt: Doubtful, who: str) -> None:
    more = f" (and {doubt.others} more)" if doubt.others else ""
    acts = f"n° {doubt.number}" if doubt.number and len(doubt.acts) == 1 else f"act {_ranges(doubt.acts)}"
    page = f", page {doubt.page}" if doubt.page else ""
    print_line(
        f"\n{doubt.confidence:.2f}  {doubt.pointer} = {json.dumps(doubt.value, ensure_ascii=False)}{more}", "bold"
    )
    print_line(f"      {doubt.authority or '?'}, {acts}, {doubt.file}{page}")
    if doubt.words:
        print_line(f"      « {doubt.before} \u27e6{doubt.words}\u27e7 {doubt.after} »")
    for finding in doubt.findings:
        print_line(f"      {finding}", "yellow")
    print_line(doubt.line(who), "dim")


def _ranges(acts: tuple[int, ...]) -> str:
    """« 1-4, 7 »."""
    runs: list[list[int]] = []
    for act in sorted(acts):
        if runs and act == runs[-1][-1] + 1:
            runs[-1].append(act)
        else:
            runs.append([act])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
