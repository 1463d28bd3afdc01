"""The SPARQL endpoint and the site over the current release of a store."""

import gc
from pathlib import Path

DEFAULT_TIMEOUT = 30.0
DEFAULT_WORKERS = 4
_BACKLOG = 1024
_COLLECT = 20_000


def run(
    store: Path,
    host: str = "127.0.0.1",
    port: int = 7878,
    timeout: float = DEFAULT_TIMEOUT,
    workers: int = DEFAULT_WORKERS,
    rows: int | None = None,
) -> None:
    """Serve until told to stop; ``timeout`` is in seconds per query, ``workers`` queries run at once.

    ``rows`` is how many an answer may have, None for no limit but the time.
    StoreError where the store has no release. Answers begun are finished before the end.
    """
    # A worker imports this package too and needs none of what the front needs.
    import uvicorn

    from kg.serve.app import create_app
    from kg.serve.protocol.arrival import Spares
    from kg.serve.settings import Settings

    # What is loaded stays, and requests leave no cycles: collecting less often saves a tenth of a look-up.
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT)
    served = create_app(store, Settings(timeout=timeout, workers=workers, rows=rows))
    uvicorn.run(
        served.app,
        host=host,
        port=port,
        http=Spares(served.desk),  # type: ignore[arg-type]
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(timeout) + 1,
        backlog=_BACKLOG,
    )
