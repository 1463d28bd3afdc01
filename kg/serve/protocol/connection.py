"""One connection with short ways: for what its client asked before, and for look-ups.

A request whose very bytes were answered before from the release that is served is answered by the bytes kept, without
a task or a scope; the date is put in front, since it alone changes (RFC 9110 §6.6.1). A connection that has asked some
look-ups is lent to a teller, and read here again from what the teller did not answer.
"""

import asyncio
from collections.abc import Hashable
from http import HTTPStatus
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle
from uvicorn.server import ServerState

from kg.serve.cache import Kept
from kg.serve.desk import Desk
from kg.serve.plan import Plan, plan_now
from kg.serve.protocol.answers import REST
from kg.serve.protocol.bounded import Bounded
from kg.serve.protocol.quick import read_quickly
from kg.serve.protocol.visit import KEY, Visit
from kg.serve.run import Given
from kg.serve.workers.ahead import Line
from kg.serve.workers.messages import marks_of

_SEVERAL = 2
"""After so many look-ups a connection is lent: to lend it costs more than one."""


class Connection(Bounded):
    """A client's connection. ``visits`` are the requests under way on it."""

    def __init__(
        self,
        desk: Desk,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(desk, config, server_state, app_state, _loop)
        self.visits: set[Visit] = set()
        self._request: bytes | None = None
        self._used = 0.0
        self._asking, self._last, self._later = False, False, bytearray()
        self._given: Given | None = None
        self._looked, self._guilty = 0, False
        self._lent: int | None = None

    def connection_lost(self, exc: Exception | None) -> None:
        """End what was asked on it."""
        super().connection_lost(exc)
        if self._lent is not None:
            self._desk.engine.lane.recall(self._lent)
        self._desk.engine.give_up(self.take_given())
        for visit in tuple(self.visits):
            visit.leave()

    def data_received(self, data: bytes) -> None:
        """Answer from what is kept, or by the short lane, or read on."""
        if self._asking:
            self._wait_for_answer(data)
            return
        idle = self._idle
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
                self._given = self._desk.engine.begin(plan, self._client, self._line())
        self._request = data if idle else None
        super().data_received(data)

    def _ask(self, data: bytes) -> bool:
        """Answer a request of the usual shape, put it in the short lane or begin it; whether it had that shape."""
        guilty, self._guilty = self._guilty, False
        asked = read_quickly(data)
        plan = plan_now(asked, self._desk.settings) if asked is not None else None
        if plan is None:
            return False
        if (known := self._desk.engine.kept(plan)) is not None:
            self._answer(data, plan, known, self.loop.time())
            return True
        if guilty:
            self._desk.engine.lane.mark(marks_of(plan))
        began = self.loop.time()
        self._asking = self._desk.engine.lane.submit(plan, lambda kept: self._asked(data, plan, kept, began))
        if not self._asking:
            self._read_on(data, True, plan)
        return True

    def _asked(self, data: bytes, plan: Plan, kept: Kept | None, began: float) -> None:
        """What came of a look-up: an answer, or None where it must go the long way."""
        self._asking = False
        if self.transport.is_closing() or self.lost:
            return
        if kept is None:
            self._read_on(data, True, plan)
        else:
            self._answer(data, plan, kept, began)
            self._looked += 1
            if self._looked >= _SEVERAL:
                # In the next turn of the loop, when the answer has been sent.
                self.loop.call_soon(self._lend)
        if self._last:
            self.transport.close()
        self._go_on()

    def _answer(self, data: bytes, plan: Plan, kept: Kept, began: float) -> None:
        self._write(kept)
        self._desk.metrics.answered("/sparql", HTTPStatus.OK, self.loop.time() - began)
        if plan.stable:
            self._desk.engine.cache.remember(data, plan.key(self._desk.engine.pool.release))

    def _lend(self) -> None:
        """Have a teller serve the connection, unless something has come in the meantime."""
        if self.lost or self.transport.is_closing() or self._asking or self._last or self._lent is not None:
            return
        if not self._idle or self.flow.read_paused or self.transport.get_write_buffer_size() or self.scheme != "http":
            return
        self.flow.pause_reading()
        self._lent = self._desk.engine.lane.lend(self, self.transport.get_extra_info("socket").fileno())
        if self._lent is None:
            self.flow.resume_reading()
        else:
            self._unset_keepalive_if_required()

    def take_back(self, rest: bytes, guilty: bool, cut: bool) -> None:
        """Serve the connection here again; see :class:`kg.serve.workers.window.Borrowed`."""
        self._lent, self._looked = None, 0
        if self.lost or self.transport.is_closing():
            return
        if cut:
            self.transport.abort()
            return
        self._guilty = guilty
        if rest:
            self.transport.write(rest)
        self._watch_idleness()
        self.flow.resume_reading()
        if self._last:
            self.transport.close()

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
        self._stop_clock()
        self.transport.write(self._first() + kept.wire)
        self._watch_idleness()

    def _first(self) -> bytes:
        lines = b"".join([b"%b: %b\r\n" % line for line in self.server_state.default_headers])
        return b"HTTP/1.1 200 OK\r\n" + lines

    def _line(self) -> Line | None:
        """The connection itself, where another process may write to it now."""
        if self.scheme != "http" or self.transport.get_write_buffer_size():
            return None
        return Line(self.transport.get_extra_info("socket").fileno(), self._first())

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        ahead = self._given is not None and self._given.ahead is not None
        super()._start_asgi_task(cycle, begun_ahead(app, cycle) if ahead else app)

    def _watch_idleness(self) -> None:
        """Close the connection some time from now, unless it is used."""
        self._used = self.loop.time()
        if self.timeout_keep_alive_task is None:
            handler = self.timeout_keep_alive_handler
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, handler)

    def shutdown(self) -> None:
        """End when what was asked is answered, at once where nothing was."""
        if self._lent is not None:
            self._last = True
            self._desk.engine.lane.recall(self._lent)
        elif self._asking:
            self._last = True
        else:
            super().shutdown()

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self.scope[KEY] = self  # type: ignore[literal-required]

    def timeout_keep_alive_handler(self) -> None:
        """Close an idle connection, unless it was answered from what is kept in the meantime."""
        left = self._used + self.timeout_keep_alive - self.loop.time()
        if left <= 0 and not self._asking:
            super().timeout_keep_alive_handler()
        else:
            self.timeout_keep_alive_task = self.loop.call_later(max(left, 0.1), self.timeout_keep_alive_handler)


def begun_ahead(app: ASGIApp, cycle: RequestResponseCycle) -> ASGIApp:
    """An application whose answer a worker may begin: its server is told that it is begun."""

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        async def pass_on(message: Message) -> None:
            rest = message.get(REST)
            if rest is None:
                await send(message)
            elif not cycle.disconnected:
                cycle.response_started = cycle.chunked_encoding = True
                cycle.transport.write(rest)

        await app(scope, receive, pass_on)

    return run
