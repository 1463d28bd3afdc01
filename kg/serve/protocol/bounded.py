"""One HTTP/1.1 connection: uvicorn's, with limits on how many a client has and on what it sends."""

import asyncio
from http import HTTPStatus
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from kg.serve.desk import Desk
from kg.serve.protocol.problems import Problem, bad_request, long_head, slow_head, too_connected
from kg.serve.protocol.visit import client_of


class Bounded(HttpToolsProtocol):
    """A client's connection, refused where there are too many, or its heads are too long or too slow."""

    def __init__(
        self,
        desk: Desk,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._desk, self._client = desk, ""
        self._begun = self._head_size = 0
        self._between, self._in_head = True, False
        self._head_clock: asyncio.TimerHandle | None = None
        self._refusal: Problem | None = None
        self._running: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Count the connections of a client; too many are told so and closed."""
        super().connection_made(transport)
        self._client = client_of(self.client[0] if self.client else "")
        self._desk.clients[self._client] += 1
        self._desk.metrics.connections += 1
        if self._desk.clients[self._client] > self._desk.settings.connections:
            self._refuse(too_connected())
        else:
            self._start_clock()

    @property
    def lost(self) -> bool:
        """Whether it is closed."""
        return self.parser is None

    @property
    def _idle(self) -> bool:
        """Whether the next byte begins a request and all before it are answered."""
        return self._between and (self.cycle is None or self.cycle.response_complete)

    def connection_lost(self, exc: Exception | None) -> None:
        """A client has one less."""
        self._stop_clock()
        self._desk.metrics.connections -= 1
        self._desk.clients[self._client] -= 1
        if not self._desk.clients[self._client]:
            del self._desk.clients[self._client]
        super().connection_lost(exc)
        # Of several requests the server tells the last one only that its client is gone.
        self.pipeline.clear()
        if self._running is not None:
            self._running.disconnected = True
            self._running.message_event.set()

    def data_received(self, data: bytes) -> None:
        """Read on."""
        self._begun = 0
        if self._in_head:
            self._head_size += len(data)
        super().data_received(data)
        self._watch_head()

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._begun += 1
        self._between, self._in_head, self._head_size = False, True, 0

    def on_url(self, url: bytes) -> None:
        """Its address, of which there may be several parts."""
        super().on_url(url)
        if len(self.url) > self._desk.settings.head_size:
            most = self._desk.settings.head_size
            detail = f"Une adresse ne peut dépasser {most} octets ; envoyez la requête par POST."
            self._refusal = Problem(HTTPStatus.REQUEST_URI_TOO_LONG, "Adresse trop longue", detail)
            raise self._refusal

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._in_head = False
        self._stop_clock()
        if sum([len(name) + len(value) + 4 for name, value in self.headers]) > self._desk.settings.head_size:
            self._refusal = long_head(self._desk.settings.head_size)
            raise self._refusal
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is there."""
        self._between = True
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP, or what passed a limit."""
        self._refuse(self._refusal or bad_request("La requête n'est pas du HTTP/1.1 bien formé."))

    def abort(self) -> None:
        """Close, the answer under way unfinished."""
        if self._running is not None:
            self._running.disconnected = True
        self.transport.abort()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def _watch_head(self) -> None:
        if not self._in_head or self.transport.is_closing():
            return
        if self._head_size > self._desk.settings.head_size:
            self._refuse(long_head(self._desk.settings.head_size))
        elif self._head_clock is None:
            self._start_clock()

    def _start_clock(self) -> None:
        self._head_clock = self.loop.call_later(self._desk.settings.head_timeout, self._too_slow)

    def _stop_clock(self) -> None:
        if self._head_clock is not None:
            self._head_clock.cancel()
            self._head_clock = None

    def _too_slow(self) -> None:
        self._head_clock = None
        if not self.transport.is_closing():
            self._refuse(slow_head(self._desk.settings.head_timeout))

    def _refuse(self, problem: Problem) -> None:
        """Answer outside of any request, and close."""
        self._stop_clock()
        self._desk.metrics.refused(problem.status)
        self.transport.write(problem.wire())
        self.transport.close()
