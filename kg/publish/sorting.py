"""The lines of a release in order, however large it is: sorted runs on disk, merged."""

import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import BinaryIO, cast

from pyoxigraph import RdfFormat, Store

_RUN = 500_000  # lines sorted at once in memory: about 150 MB


def triples(store: Store) -> Iterator[bytes]:
    """The statements of all graphs as N-Triples lines, sorted, each once."""
    return _sorted_lines(store, lambda line: line[: line.rindex(b" <")] + b" .\n")


def quads(store: Store) -> Iterator[bytes]:
    """The statements as N-Quads lines, sorted."""
    return _sorted_lines(store, bytes)


def quads_by_graph(store: Store) -> Iterator[bytes]:
    """The statements as N-Quads lines, sorted by graph first."""
    # A tab stands in no N-Quads line that the store writes: literals have it escaped.
    return (_graph_last(line) for line in _sorted_lines(store, _graph_first))


def _graph_first(line: bytes) -> bytes:
    cut = line.rindex(b" <")
    return line[cut + 1 : -3] + b"\t" + line[:cut] + b"\n"


def _graph_last(line: bytes) -> bytes:
    graph, _, statement = line[:-1].partition(b"\t")
    return statement + b" " + graph + b" .\n"


def _sorted_lines(store: Store, change: Callable[[bytes], bytes]) -> Iterator[bytes]:
    """All lines of a store (every quad has a named graph), changed, sorted, each once."""
    with ExitStack() as files:
        dumped = cast(BinaryIO, files.enter_context(tempfile.TemporaryFile()))
        store.dump(dumped, RdfFormat.N_QUADS)
        dumped.seek(0)
        runs = [_spill(files, run) for run in _runs(map(change, dumped))]
        merged = runs[0] if len(runs) == 1 else heapq.merge(*runs)
        yield from (line for line, _ in groupby(merged))


def _runs(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    left = iter(lines)
    yield sorted(islice(left, _RUN))
    while run := sorted(islice(left, _RUN)):
        yield run


def _spill(files: ExitStack, run: list[bytes]) -> Iterable[bytes]:
    """A sorted run; on disk, unless it is all there is."""
    if len(run) < _RUN:
        return run
    spilled = cast(BinaryIO, files.enter_context(tempfile.TemporaryFile()))  # noqa: SIM115 (closed by `files`)
    spilled.writelines(run)
    spilled.seek(0)
    return spilled
