"""A page asks several queries; all of them are to be answered from one release."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from kg.serve.engine import Engine
from kg.serve.protocol.problems import Problem

T = TypeVar("T")


async def of_one_release(engine: Engine, make: Callable[[], Awaitable[T]]) -> T:
    """What ``make`` gives; it is made again where another release was taken up meanwhile."""
    while True:
        release = engine.pool.release
        try:
            made = await make()
        except Problem:
            if engine.pool.release == release:
                raise
        else:
            if engine.pool.release == release:
                return made
