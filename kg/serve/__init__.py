"""The SPARQL endpoint and the site over the current release of a store."""

from pathlib import Path

DEFAULT_TIMEOUT = 30.0
DEFAULT_WORKERS = 4


def run(
    store: Path,
    host: str = "127.0.0.1",
    port: int = 7878,
    timeout: float = DEFAULT_TIMEOUT,
    workers: int = DEFAULT_WORKERS,
) -> None:
    """Serve until told to stop; ``timeout`` is in seconds per query, ``workers`` queries run at once.

    StoreError where the store has no release. Answers begun are finished before the end.
    """
    # A worker imports this package too and needs none of what the front needs.
    import uvicorn

    from kg.serve.app import create_app
    from kg.serve.settings import Settings

    app = create_app(store, Settings(timeout=timeout, workers=workers))
    grace = int(timeout) + 1
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, timeout_graceful_shutdown=grace)
