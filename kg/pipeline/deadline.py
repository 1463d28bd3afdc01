"""The last resort against a document that takes for ever: it is given up, and the build goes on.

A pattern or a parser in Python is interrupted by an alarm. Code that answers no alarm (a library in C) costs its
process, which the build survives as it survives any other death.
"""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# What a document may take before its process is ended: so many times its limit, and seconds to answer the alarm.
_GRACE = 1.5
_ANSWER = 2.0


class OverdueError(Exception):
    """The time is over."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise :class:`OverdueError` within what follows once it has taken ``seconds``.

    Without effect where the system has no alarms, and outside of the main thread of a process.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - no path, a device
        faulthandler.dump_traceback_later(seconds * _GRACE + _ANSWER, exit=True, file=nowhere)
        try:
            yield from _until_alarm(seconds)
        finally:  # even where the alarm rings on the way out
            faulthandler.cancel_dump_traceback_later()
            signal.signal(signal.SIGALRM, before)


def _until_alarm(seconds: float) -> Iterator[None]:
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(number: int, frame: FrameType | None) -> None:
    raise OverdueError
