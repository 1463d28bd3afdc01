"""The front's end of a worker's standard input: what is handed over leaves at once, with descriptors where need be."""

import asyncio
import contextlib
import os
import socket
import stat
from collections.abc import Sequence


class Intake:
    """Where jobs are put in."""

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self._transport = transport
        # uvloop gives its processes sockets, the loop of Python's own pipes.
        inlet = transport.get_extra_info("socket") or transport.get_extra_info("pipe")
        self._descriptor: int = inlet.fileno()
        # A socket object closes what it holds: it holds a descriptor of its own.
        passing = stat.S_ISSOCK(os.fstat(self._descriptor).st_mode)
        self._socket = socket.socket(fileno=os.dup(self._descriptor)) if passing else None

    @property
    def passes(self) -> bool:
        """Whether descriptors can be handed over now."""
        return self._socket is not None and self._free

    @property
    def _free(self) -> bool:
        return not self._transport.is_closing() and not self._transport.get_write_buffer_size()

    def put(self, data: bytes, descriptors: Sequence[int] = ()) -> None:
        """Write at once what there is room for: the loop would wait for the end of its turn."""
        sent = 0
        if self._free:
            with contextlib.suppress(BlockingIOError):
                sent = self._write(data, descriptors)
        if sent < len(data):
            self._transport.write(data[sent:])

    def close(self) -> None:
        """The process is gone."""
        if self._socket is not None:
            self._socket.close()

    def _write(self, data: bytes, descriptors: Sequence[int]) -> int:
        if descriptors and self._socket is not None:
            return socket.send_fds(self._socket, [data], descriptors)
        return os.write(self._descriptor, data)
