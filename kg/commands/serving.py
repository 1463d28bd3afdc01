"""Commands that look after a store: serve, releases."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.console import AsJson, StoreDir, err, out, print_json, print_table
from kg.graph.namespaces import BASE
from kg.serve import DEFAULT_TIMEOUT, DEFAULT_WORKERS
from kg.serve import run as run_server
from kg.store.releases import current_release, list_releases
from kg.store.releases import roll_back as serve_again


def serve(
    store: StoreDir,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 7878,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a query may take.")] = DEFAULT_TIMEOUT,
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=1, help="Queries evaluated at a time.")
    ] = DEFAULT_WORKERS,
    rows: Annotated[int | None, typer.Option(min=1, help="Most rows of an answer; by default no limit.")] = None,
) -> None:
    """Serve the graph: a site in French, and a SPARQL 1.1 endpoint at /sparql.

    Example: kg serve --store store --port 7878
    """
    release = current_release(store)
    if release.base not in ("", BASE):
        err.print(f"kg: {_other_base(release.base)}", style="yellow", highlight=False, soft_wrap=True)
    err.print(f"Release {release.number} at http://{host}:{port}/ (Ctrl-C ends)", highlight=False)
    run_server(store, host=host, port=port, timeout=timeout, workers=workers, rows=rows)


def _other_base(base: str) -> str:
    return f"this release names its things under {base}: without DELIBERATIONS_BASE={base} their pages are not found"


def releases(
    store: StoreDir,
    roll_back: Annotated[int | None, typer.Option("--roll-back", metavar="N", help="Serve release N again.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the releases of a store, or serve an earlier one again.

    Example: kg releases --store store --roll-back 3
    """
    if roll_back is not None:
        serve_again(store, roll_back)
    served = current_release(store).number
    there = list_releases(store)
    if as_json:
        told = [{**asdict(r), "path": Path(r.path).as_posix(), "served": r.number == served} for r in there]
        print_json(told)
        return
    rows = (("→" if r.number == served else "", r.number, r.built, r.sources, r.records, r.quads) for r in there)
    print_table("Releases", ("", "number", "built", "sources", "deliberations", "quads"), rows)
    if roll_back is not None:
        out.print(f"Release {served} is served.")
