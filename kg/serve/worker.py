"""A worker process: opens a release read only, then evaluates one query at a time until its pipe closes.

Started as ``python -m kg.serve.worker RELEASE MEMORY``. It may die of any query: nothing here tries to prevent what
the front repairs by starting another one.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.graph.namespaces import PREFIXES
from kg.serve.confine import forbid_sockets, limit_life, limit_memory
from kg.serve.job import Job, Kind, read_frame, write_frame
from kg.store.query import GRAPHS, TABLES

_CHUNK = 1 << 16
_PLACE = re.compile(r"error at (\d+):(\d+)")


class Outlet:
    """The file that the engine writes an answer to: it leaves in frames, the head with the first of them."""

    def __init__(self, pipe: BinaryIO, family: str) -> None:
        self._pipe = pipe
        self._family = family
        self._held = bytearray()
        self._begun = False

    def write(self, data: bytes) -> int:
        """Take what the engine gives; it waits here while the client reads slowly."""
        self._held += data
        if len(self._held) >= _CHUNK:
            self._leave(None)
        return len(data)

    def flush(self) -> None:
        """Nothing leaves before a frame is full."""

    def finish(self) -> None:
        """The answer is whole."""
        self._leave(len(self._held))
        write_frame(self._pipe, Kind.END)
        self._pipe.flush()

    def _leave(self, length: int | None) -> None:
        if not self._begun:
            write_frame(self._pipe, Kind.HEAD, json.dumps({"family": self._family, "length": length}).encode())
            self._begun = True
        write_frame(self._pipe, Kind.DATA, bytes(self._held))
        self._pipe.flush()
        self._held.clear()


def evaluate(store: Store, job: Job, pipe: BinaryIO) -> None:
    """Evaluate a query and send its answer, or the fault that the query has."""
    try:
        answer = store.query(
            job.query,
            prefixes=PREFIXES,
            use_default_graph_as_union=job.union,
            default_graph=_graphs(job.default_graphs),
            named_graphs=_graphs(job.named_graphs),
        )
        _send(answer, job, pipe)
    except SyntaxError as fault:
        place = _PLACE.search(str(fault))
        _fail(pipe, "syntax", str(fault), place and (int(place[1]), int(place[2])))
    except (RuntimeError, ValueError, OSError) as fault:
        _fail(pipe, "evaluation", str(fault))
    except MemoryError:
        _fail(pipe, "memory", "")


def _send(answer: QuerySolutions | QueryBoolean | QueryTriples, job: Job, pipe: BinaryIO) -> None:
    family = "graphs" if isinstance(answer, QueryTriples) else "tables"
    form = job.graphs if isinstance(answer, QueryTriples) else job.tables
    if form is None:
        _fail(pipe, "format", family)
        return
    outlet = Outlet(pipe, family)
    if isinstance(answer, QueryTriples):
        answer.serialize(outlet, GRAPHS[form])  # type: ignore[arg-type]
    else:
        answer.serialize(outlet, TABLES[form])  # type: ignore[arg-type]
    outlet.finish()


def _graphs(names: tuple[str, ...] | None) -> list[Any] | None:
    return None if names is None else [NamedNode(name) for name in names]


def _fail(pipe: BinaryIO, fault: str, detail: str, place: tuple[int, int] | None = None) -> None:
    write_frame(pipe, Kind.FAULT, json.dumps({"fault": fault, "detail": detail, "place": place}).encode())
    pipe.flush()


def main(release: Path, memory: int) -> None:
    """Serve the jobs that come by standard input."""
    store = Store.read_only(str(release))
    forbid_sockets()
    limit_memory(memory)
    pipe = sys.stdout.buffer
    write_frame(pipe, Kind.READY)
    pipe.flush()
    while (asked := read_frame(sys.stdin.buffer)) is not None:
        job = Job.from_bytes(asked[1])
        limit_life(job.lifetime)
        evaluate(store, job, pipe)
        limit_life(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
