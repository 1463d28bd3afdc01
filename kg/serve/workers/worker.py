"""A worker process: opens a release read only, then evaluates one query at a time until its pipe closes.

Started as ``python -m kg.serve.workers.worker RELEASE MEMORY``. It may die of any query: nothing here tries to prevent
what the front repairs by starting another one.
"""

import contextlib
import gc
import json
import re
import signal
import sys
import zlib
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import QuerySolutions, QueryTriples, Store

from kg.serve.workers.ahead import Errand
from kg.serve.workers.confine import end_with_parent, forbid_sockets, limit_life, limit_memory
from kg.serve.workers.evaluation import WORTH_PACKING, Answer, ask, form_of, packer, rows_of
from kg.serve.workers.job import HEAD_BYTES, Head, Inlet, Job, Kind, from_bytes, write_frame
from kg.serve.workers.lead import write_led
from kg.serve.workers.rows import Rows
from kg.store.delimited import write_csv
from kg.store.query import GRAPHS, TABLES

_FIRST = 1 << 13
_CHUNK = 1 << 16
_PIPED = 1 << 17
_WARMING = Job("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 1", listing=True)
_PLACE = re.compile(r"error at (\d+):(\d+)")


class _Enough(OSError):  # noqa: N818 - not a fault: the answer has all the rows that it may have
    """Ends the engine's work where the rest of an answer would be thrown away."""


class Outlet:
    """The file that the engine writes an answer to: it leaves in frames, the head with the first of them.

    The first frame leaves early, for a client that waits; by an errand it goes to the client itself.
    """

    def __init__(self, pipe: BinaryIO, job: Job, family: str, rows: Rows | None, errand: Errand | None = None) -> None:
        self._pipe = pipe
        self._job = job
        self._family = family
        self._rows = rows
        self._errand = errand
        self._held = bytearray()
        self._begun = False
        self._packer: zlib._Compress | None = None

    def write(self, data: bytes) -> int:
        """Take what the engine gives; it waits here while the client reads slowly."""
        self._held += self._rows.through(data) if self._rows else data
        if self._rows and self._rows.cut:
            raise _Enough
        if len(self._held) >= (_CHUNK if self._begun else _FIRST):
            self._leave(last=False)
        return len(data)

    def leave_early(self) -> None:
        """Send what there is."""
        self._leave(last=False)

    def flush(self) -> None:
        """Nothing leaves before a frame is full."""

    def finish(self) -> None:
        """The answer is whole."""
        if self._rows:
            self._held += self._rows.finish()
        self._leave(last=True)
        write_frame(self._pipe, Kind.END)

    def _leave(self, last: bool) -> None:
        content = self._pack(last)
        if self._begun:
            write_frame(self._pipe, Kind.DATA, content)
        else:
            self._begin(content, last)
        self._pipe.flush()
        self._held.clear()

    def _begin(self, content: bytes, last: bool) -> None:
        self._begun = True
        told = None if last or self._errand is None else self._errand.send(content)
        if told is not None:
            write_frame(self._pipe, Kind.LED, self._head() + told)
        else:
            write_frame(self._pipe, Kind.HEAD, self._head())
            write_frame(self._pipe, Kind.DATA, content)

    def _head(self) -> bytes:
        cut = self._rows is not None and self._rows.cut
        return HEAD_BYTES[Head(self._family, self._packer is not None, cut)]

    def _pack(self, last: bool) -> bytes:
        if not self._begun and self._job.gzip and (len(self._held) > WORTH_PACKING or not last):
            self._packer = packer()
        if self._packer is None:
            return bytes(self._held)
        return self._packer.compress(self._held) + self._packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)


def evaluate(store: Store, job: Job, pipe: BinaryIO, errand: Errand | None = None) -> None:
    """Evaluate a query and send its answer, or the fault that the query has."""
    try:
        _send(ask(store, job), job, pipe, errand)
    except SyntaxError as fault:
        place = _PLACE.search(str(fault))
        _fail(pipe, "syntax", str(fault), place and (int(place[1]), int(place[2])))
    except (RuntimeError, ValueError, OSError) as fault:
        _fail(pipe, "evaluation", str(fault))
    except MemoryError:
        _fail(pipe, "memory", "")


def warm(store: Store) -> None:
    """Have the code of an evaluation in the processor's caches, while the front still reads what is asked.

    A process that has slept takes ten times as long for its first row as one that has not.
    """
    rows = ask(store, _WARMING)
    assert isinstance(rows, QuerySolutions)
    next(rows, None)


def _send(answer: Answer, job: Job, pipe: BinaryIO, errand: Errand | None) -> None:
    family, form = form_of(answer, job)
    if form is None:
        _fail(pipe, "format", family)
        return
    rows = rows_of(answer, job)
    led = job.leads and isinstance(answer, QuerySolutions)
    outlet = Outlet(pipe, job, family, rows, errand if led else None)
    with contextlib.suppress(_Enough):
        if isinstance(answer, QueryTriples):
            answer.serialize(outlet, GRAPHS[form])  # type: ignore[arg-type]
        elif led and isinstance(answer, QuerySolutions):
            write_led(answer, outlet)
        elif form == "csv" and isinstance(answer, QuerySolutions):
            write_csv(answer, outlet)
        else:
            answer.serialize(outlet, TABLES[form])  # type: ignore[arg-type]
    outlet.finish()


def _fail(pipe: BinaryIO, fault: str, detail: str, place: tuple[int, int] | None = None) -> None:
    write_frame(pipe, Kind.FAULT, json.dumps({"fault": fault, "detail": detail, "place": place}).encode())


def main(release: Path, memory: int) -> None:
    """Serve the jobs that come by standard input."""
    # A terminal's interrupt is for the front, which ends its workers itself; an alarm ends the process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    end_with_parent()
    store = Store.read_only(str(release))
    forbid_sockets()
    limit_memory(memory)
    # What is loaded stays.
    gc.freeze()
    pipe = open(sys.stdout.fileno(), "wb", buffering=_PIPED, closefd=False)  # noqa: SIM115 - until the end
    write_frame(pipe, Kind.READY)
    pipe.flush()
    inlet = Inlet(sys.stdin.fileno())
    while (asked := inlet.read()) is not None:
        if asked[0] is Kind.WAKE:
            if not inlet.holds:
                warm(store)
            continue
        job = from_bytes(asked[1])
        limit_life(job.lifetime)
        errand = Errand(job.head, passed) if (passed := inlet.passed()) and job.head else None
        evaluate(store, job, pipe, errand)
        if errand is not None:
            errand.close()
        limit_life(0)
        pipe.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
