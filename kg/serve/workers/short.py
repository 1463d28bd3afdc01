"""A look-up evaluated within a moment: the kernel ends the process that takes longer, and little is its answer."""

import signal

from pyoxigraph import QuerySolutions, QueryTriples, Store

from kg.serve.workers.evaluation import WORTH_PACKING, Answer, ask, form_of, packer, rows_of
from kg.serve.workers.job import LATEST, MOMENT, SLOW, SMALL, Head, Job
from kg.serve.workers.rows import Rows
from kg.store.delimited import write_csv
from kg.store.query import GRAPHS, TABLES


class HeavyError(OSError):
    """A query that looked light gives too much. An OSError, since the engine knows no other way to end its writing."""


class _Held:
    """What the engine writes, up to the limit."""

    def __init__(self, rows: Rows | None) -> None:
        self._rows = rows
        self.content = bytearray()

    def write(self, data: bytes) -> int:
        self.content += self._rows.through(data) if self._rows else data
        if len(self.content) > SMALL or (self._rows and self._rows.cut):
            raise HeavyError
        return len(data)

    def flush(self) -> None:
        """There is nothing below."""

    def finish(self) -> None:
        if self._rows:
            self.content += self._rows.finish()


def begin() -> None:
    """Have the kernel end this process (setitimer(2), whose signals do so by default) if what follows takes long."""
    signal.setitimer(signal.ITIMER_PROF, MOMENT)
    signal.setitimer(signal.ITIMER_REAL, LATEST)


def end() -> bool:
    """Stop the clocks; whether more of the processor was taken than a look-up takes."""
    signal.setitimer(signal.ITIMER_REAL, 0)
    return signal.setitimer(signal.ITIMER_PROF, 0)[0] < MOMENT - SLOW


def evaluate(store: Store, job: Job, shape: str | None) -> tuple[Head, bytes] | None:
    """The answer of a look-up; None where there is none or no form for it, HeavyError where it is too long."""
    try:
        answer = ask(store, job, shape)
        family, form = form_of(answer, job)
        if form is None:
            return None
        held = _Held(rows_of(answer, job))
        _write(answer, form, held)
    except HeavyError:
        raise
    except (SyntaxError, RuntimeError, ValueError, OSError, MemoryError):
        return None
    held.finish()
    if not job.gzip or len(held.content) <= WORTH_PACKING:
        return Head(family), bytes(held.content)
    packing = packer()
    return Head(family, gzip=True), packing.compress(held.content) + packing.flush()


def _write(answer: Answer, form: str, held: _Held) -> None:
    if isinstance(answer, QueryTriples):
        answer.serialize(held, GRAPHS[form])  # type: ignore[arg-type]
    elif form == "csv" and isinstance(answer, QuerySolutions):
        write_csv(answer, held)
    else:
        answer.serialize(held, TABLES[form])  # type: ignore[arg-type]
