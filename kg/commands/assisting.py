"""The command for assistants: mcp."""

from typing import Annotated

import typer

from kg.commands.console import StoreDir
from kg.errors import KgError
from kg.serve import DEFAULT_TIMEOUT
from kg.serve.settings import Settings

_WORKERS = 2


def mcp(
    store: StoreDir,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a query may take.")] = DEFAULT_TIMEOUT,
) -> None:
    """Serve the graph to an assistant by the Model Context Protocol, over standard input and output.

    Example: kg mcp --store store
    """
    try:
        from kg.assistant.server import create_server
    except ModuleNotFoundError as missing:
        raise KgError("kg mcp needs the package mcp: pip install 'deliberations-kg[assistant]'") from missing
    create_server(store, Settings(timeout=timeout, workers=_WORKERS)).run()
