"""How connections and long listings arrive: what can be done before a request is read is done by then.

A client that waits for its first row waits for a process to wake three times; two of them wake at the same time where
the worker hears of a listing before the front has read it. What comes with a new connection is read with it.
"""

import asyncio
import contextlib
import os
from typing import Any

from uvicorn.config import Config
from uvicorn.server import ServerState

from kg.serve.desk import Desk
from kg.serve.protocol.connection import Connection
from kg.serve.protocol.quick import is_long

_BLOCK = 1 << 16
_SPARE, _SOON = 8, 0.01


class Arrival(Connection):
    """A connection that has a worker woken at the sight of a long listing, and is read as soon as it is there."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Read what has come with it; the loop would wait for its next turn."""
        data = b"" if self.config.is_ssl else _come(transport)
        self._wake(data)
        super().connection_made(transport)
        if data and not transport.is_closing():
            super().data_received(data)
            if self.flow.read_paused:
                # The loop begins to read after this, whatever was said.
                self.loop.call_soon(self._pause)

    def data_received(self, data: bytes) -> None:
        """Answer what comes."""
        self._wake(data)
        super().data_received(data)

    def _wake(self, data: bytes) -> None:
        if is_long(data):
            self._desk.engine.pool.wake()

    def _pause(self) -> None:
        if self.flow.read_paused and not self.transport.is_closing():
            self.transport.pause_reading()


class Spares:
    """Makes connections, some of them before they come: to make one takes longer than to read a request."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: list[Arrival] = []
        self._filling = False

    def __call__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> Arrival:
        """The next connection of a server: there is one in a process."""
        loop = _loop or asyncio.get_running_loop()
        if not self._filling:
            self._filling = True
            loop.call_later(_SOON, self._fill, config, server_state, app_state, loop)
        return self._made.pop() if self._made else Arrival(self._desk, config, server_state, app_state, loop)

    def _fill(self, *given: Any) -> None:
        self._filling = False
        while len(self._made) < _SPARE:
            self._made.append(Arrival(self._desk, *given))


def _come(transport: asyncio.Transport) -> bytes:
    """What a client has sent already; nothing also where it left, which the loop will find."""
    with contextlib.suppress(OSError):
        return os.read(transport.get_extra_info("socket").fileno(), _BLOCK)
    return b""
