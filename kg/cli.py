"""The command ``kg``: one function per command, in :mod:`kg.commands`.

Exit 0: fine; 1: some inputs failed; 2: wrong use.
"""

import os
import sys
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.commands import asking, assisting, building, documents, explaining, linking, review, serving
from kg.commands.console import err
from kg.commands.reference import reference
from kg.errors import KgError


class Commands(TyperGroup):
    """The commands; what the user asked for and cannot be done is a message and exit 2, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KgError as fault:
            err.print(f"kg: {fault}", style="red", markup=False, highlight=False, soft_wrap=True)
            raise typer.Exit(2) from fault
        except BrokenPipeError:
            # The reader has all that it wanted (kg export … | head): nothing failed, and nothing more can be written.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            err.print("kg: stopped; a build goes on where it was when it is run again", highlight=False)
            raise typer.Exit(130) from None


app = typer.Typer(
    cls=Commands,
    help="A knowledge graph of the deliberations of French local authorities.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _command in (
    documents.extract,
    building.build,
    asking.query,
    asking.queries,
    asking.export,
    serving.serve,
    assisting.mcp,
    documents.check,
    review.review,
    explaining.explain,
    linking.link,
    asking.stats,
    serving.releases,
    building.demo,
):
    app.command()(_command)
app.add_typer(reference, name="reference")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kg {version('deliberations-kg')}")
        raise typer.Exit


@app.callback()
def kg(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """A knowledge graph of the deliberations of French local authorities."""


def main() -> None:
    """The entry point."""
    app(prog_name="kg")
