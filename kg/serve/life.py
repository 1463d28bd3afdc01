"""The engine over the release of the moment: opened, kept up with the store, closed."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from pathlib import Path

from kg.errors import StoreError
from kg.serve.engine import Engine
from kg.serve.settings import Settings
from kg.serve.workers.pool import Pool
from kg.store.releases import current_release

_log = logging.getLogger(__name__)


def create_engine(store: Path, settings: Settings) -> Engine:
    """An engine, not open yet, over the current release of a store; StoreError where it has none."""
    return Engine(Pool(current_release(store), settings), settings)


@contextlib.asynccontextmanager
async def opened(engine: Engine, store: Path) -> AsyncIterator[None]:
    """Run the engine's workers, and take up what the store releases."""
    await asyncio.gather(engine.pool.open(), engine.lane.open())
    watching = asyncio.create_task(_watch(store, engine, engine.settings.watch))
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(engine.pool.close(), engine.lane.close())


async def _watch(store: Path, engine: Engine, period: float) -> None:
    """Take up a new release when the store names one."""
    while True:
        await asyncio.sleep(period)
        try:
            release = current_release(store)
        except (StoreError, OSError, ValueError) as fault:
            _log.warning("release %s goes on being served: %s", engine.pool.release.number, fault)
            continue
        if release != engine.pool.release:
            _log.info("release %s is taken up", release.number)
            await engine.switch(release)
