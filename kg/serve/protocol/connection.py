"""One HTTP/1.1 connection: uvicorn's, with limits on what a client sends and a short way for what it asked before.

A request whose very bytes were answered before from the release that is served is answered by the bytes kept, without
a task or a scope; the date is put in front, since it alone changes (RFC 9110 §6.6.1).
"""

import asyncio
from collections.abc import Hashable
from http import HTTPStatus
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from kg.serve.cache import Kept
from kg.serve.desk import Desk
from kg.serve.engine import Given
from kg.serve.plan import Plan, plan_now
from kg.serve.protocol.problems import Problem, bad_request, long_head, slow_head, too_connected
from kg.serve.protocol.quick import read_quickly
from kg.serve.protocol.visit import KEY, Visit, client_of


class Connection(HttpToolsProtocol):
    """A client's connection. ``visits`` are the requests under way on it."""

    def __init__(
        self,
        desk: Desk,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.visits: set[Visit] = set()
        self._desk, self._client = desk, ""
        self._request: bytes | None = None
        self._begun = self._head_size = 0
        self._between, self._in_head = True, False
        self._head_clock: asyncio.TimerHandle | None = None
        self._refusal: Problem | None = None
        self._used = 0.0
        self._asking, self._last, self._later = False, False, bytearray()
        self._given: Given | None = None

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

    def connection_lost(self, exc: Exception | None) -> None:
        """End what was asked on it."""
        self._stop_clock()
        self._desk.metrics.connections -= 1
        self._desk.clients[self._client] -= 1
        if not self._desk.clients[self._client]:
            del self._desk.clients[self._client]
        super().connection_lost(exc)
        self._desk.engine.give_up(self.take_given())
        for visit in tuple(self.visits):
            visit.leave()

    def data_received(self, data: bytes) -> None:
        """Answer from what is kept, or by the short lane, or read on."""
        if self._asking:
            self._wait_for_answer(data)
            return
        idle = self._between and (self.cycle is None or self.cycle.response_complete)
        if idle and not self.flow.write_paused and not self.transport.is_closing():
            kept = self._desk.engine.cache.recall(data)
            if kept is not None:
                self._desk.metrics.repeated += 1
                self._write(kept)
                return
            if self._ask(data):
                return
        self._read_on(data, idle)

    def remember(self, key: Hashable) -> None:
        """Answer the request that was just answered from under this key, when its very bytes come again."""
        data = self._request
        if data is None or self._begun != 1 or self.cycle is None or not self.cycle.keep_alive:
            return
        if data.startswith(b"GET ") and data.endswith(b"\r\n\r\n") and data.count(b"\r\n\r\n") == 1:
            self._desk.engine.cache.remember(data, key)

    def _read_on(self, data: bytes, idle: bool, plan: Plan | None = None) -> None:
        if idle:
            self._desk.engine.give_up(self.take_given())
            # What was planned begins while it is read in the usual way, which finds it. A proxy's client is not ours.
            if plan is not None and b"x-forwarded-for" not in data.lower():
                self._given = self._desk.engine.begin(plan, self._client)
        self._request = data if idle else None
        self._begun = 0
        if self._in_head:
            self._head_size += len(data)
        super().data_received(data)
        self._watch_head()

    def _ask(self, data: bytes) -> bool:
        """Answer a request of the usual shape, put it in the short lane or begin it; whether it had that shape."""
        asked = read_quickly(data)
        plan = plan_now(asked, self._desk.settings) if asked is not None else None
        if plan is None:
            return False
        began = self.loop.time()

        def done(kept: Kept | None) -> None:
            self._asking = False
            if self.transport.is_closing() or self.parser is None:
                return
            if kept is None:
                self._read_on(data, True, plan)
            else:
                self._write(kept)
                self._desk.metrics.answered("/sparql", HTTPStatus.OK, self.loop.time() - began)
                if plan.stable:
                    self._desk.engine.cache.remember(data, plan.key(self._desk.engine.pool.release))
            if self._last:
                self.transport.close()
            self._go_on()

        if (known := self._desk.engine.kept(plan)) is not None:
            done(known)
            return True
        self._asking = self._desk.engine.lane.submit(plan, done)
        if not self._asking:
            self._read_on(data, True, plan)
        return True

    def take_given(self) -> Given | None:
        """The query of the request under way, where a worker has it already."""
        given, self._given = self._given, None
        return given

    def _wait_for_answer(self, data: bytes) -> None:
        """What comes while an answer is awaited stays for later (pipelining, RFC 9112 §9.3.2)."""
        self._later += data
        if len(self._later) > self._desk.settings.head_size:
            self.flow.pause_reading()

    def _go_on(self) -> None:
        if self._later and not self._asking:
            data, self._later = bytes(self._later), bytearray()
            self.flow.resume_reading()
            self.data_received(data)

    def _write(self, kept: Kept) -> None:
        self._used = self.loop.time()
        self._stop_clock()
        lines = b"".join([b"%b: %b\r\n" % line for line in self.server_state.default_headers])
        self.transport.write(b"HTTP/1.1 200 OK\r\n" + lines + kept.wire)
        if self.timeout_keep_alive_task is None:
            handler = self.timeout_keep_alive_handler
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, handler)

    def shutdown(self) -> None:
        """End when what was asked is answered, at once where nothing was."""
        if self._asking:
            self._last = True
        else:
            super().shutdown()

    def abort(self) -> None:
        """Close, the answer under way unfinished."""
        self.cycle.disconnected = True
        self.transport.abort()

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self.scope[KEY] = self  # type: ignore[literal-required]
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

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, unless it was answered from what is kept in the meantime."""
        left = self._used + self.timeout_keep_alive - self.loop.time()
        if left <= 0 and not self._asking:
            super().timeout_keep_alive_handler()
        else:
            self.timeout_keep_alive_task = self.loop.call_later(max(left, 0.1), self.timeout_keep_alive_handler)

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
