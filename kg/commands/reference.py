"""Commands of the reference tables: what they are, where they come from, fetching and compiling them."""

import datetime as dt
import time
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.console import AsJson, err, out, print_json, print_table
from kg.errors import KgError
from kg.link.reference.fetching import fetch_all
from kg.link.reference.sources import CATALOGUE, REMOTES
from kg.link.reference.updating import compile_tables
from kg.link.tables import SHIPPED, fetched_directory, manifest, table_path

reference = typer.Typer(
    help="The reference tables that links are made with.", no_args_is_help=True, pretty_exceptions_enable=False
)


@reference.command()
def status(as_json: AsJson = False) -> None:
    """Say which tables are in use: their source, version, date, licence and number of rows.

    Example: kg reference status
    """
    told = [
        {"table": name, **facts, "path": str(table_path(name)), "shipped": str(table_path(name).parent == SHIPPED)}
        for name, facts in sorted(manifest().items())
    ]
    if as_json:
        print_json(told)
        return
    columns = ("table", "version", "date", "rows", "licence")
    print_table("Reference tables", columns, ([one[column] for column in columns] for one in told))
    for one in told:
        out.print(f"{one['table']}: {one['source']}", style="dim", highlight=False, soft_wrap=True)
    fetched = [one["table"] for one in told if one["shipped"] != "True"]
    out.print(
        f"Fetched: {', '.join(fetched) or 'none; all came with the program'} ({fetched_directory()})", soft_wrap=True
    )


@reference.command()
def update(
    brought: Annotated[
        list[Path] | None,
        typer.Option("--from", help="A file downloaded by hand, may be repeated: nothing is fetched."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Fetch the communes and EPCI too, not the catalogue of data.gouv.fr alone.")
    ] = False,
) -> None:
    """Fetch newer tables from their documented addresses; the shipped ones serve until then, and without a network.

    Example: kg reference update
    Example: kg reference update --from organizations.csv
    """
    directory = fetched_directory()
    if brought:
        files = _there(brought)
    else:
        cache = directory / "cache"
        fetched = fetch_all(REMOTES if everything else (CATALOGUE,), cache, _wait)
        for one in fetched:
            out.print(f"{one.name}: {'fetched' if one.changed else 'unchanged'}, sha256 {one.sha256}", soft_wrap=True)
        # A name with a folder is part of an edition, which is compiled as a whole.
        files = list(dict.fromkeys(cache / one.name.partition("/")[0] for one in fetched))
    _tell(compile_tables(files, directory, _today()), directory)


@reference.command("compile")
def compile_(
    files: Annotated[list[Path], typer.Argument(help="Archives of the package, or the catalogue.", show_default=False)],
    into: Annotated[Path, typer.Option("--into", help="The folder to write the tables to.")],
    date: Annotated[str, typer.Option("--date", help="The date to write in the manifest (ISO 8601).")] = "",
) -> None:
    """Compile the compact tables from yearly archives of @etalab/decoupage-administratif: same files, same bytes.

    Example: kg reference compile decoupage-administratif-*.tgz --into kg/link/tables --date 2026-03-09
    """
    _tell(compile_tables(_there(files), into, date or _today()), into)


def _wait(seconds: float) -> None:
    err.print(f"no answer yet: trying again in {seconds:.0f} s", style="dim", highlight=False)
    time.sleep(seconds)


def _there(paths: list[Path]) -> list[Path]:
    for path in paths:
        if not path.exists():
            raise KgError(f"{path}: no such file; `kg reference update` would fetch {CATALOGUE.address}")
    return paths


def _tell(made: tuple[str, ...], where: Path) -> None:
    out.print(f"{', '.join(made)} written to {where}; the next build makes the links anew", soft_wrap=True)


def _today() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()
