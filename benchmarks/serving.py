"""Requests per second over HTTP and the first byte of a long answer: ``kg serve`` and the native server, one release.

Both run all the time and are asked in turns, round after round; a figure is the median of its rounds, so that what
else the machine does falls on both. Uncached, each request is another query with the same answer; cached, three
hundred are asked again and again. What a first byte takes is given as its inverse: more is better as everywhere.
"""

import contextlib
import itertools
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from benchmarks.client import first_byte, get, rate
from benchmarks.figure import Figure
from benchmarks.storage import make_store, native
from kg.graph.namespaces import DCTERMS, DEF, ELI
from kg.store.releases import current_release

_SECONDS, _ROUNDS = 1.0, 5
_KEYS = 300
_CONNECTIONS = (1, 8)
_LONG, _TIMES = 60_000, 7
_MOST = 30_000
_SERVE = "import sys, pathlib, kg.serve; kg.serve.run(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]))"
_PEER = "oxigraph serve-read-only"

_ACT = f"?x a <{DEF}Deliberation>"
_AGGREGATES = {
    "counts by class": "SELECT ?type (COUNT(?s) AS ?n) { ?s a ?type } GROUP BY ?type",
    "counts by graph": "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s a ?type } } GROUP BY ?g",
    "acts by authority": f"SELECT ?a (COUNT(?x) AS ?n) {{ {_ACT} ; <{ELI}responsibility_of_agent> ?a }} GROUP BY ?a",
    "first and last date": f"SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) {{ {_ACT} ; <{ELI}date_document> ?d }}",
}
"""The first is answered from the counts that ``kg serve`` makes once per release, the others by the engine; the last
two, which join, are planned by the counts."""

Writing = Callable[[str, int], str]


@dataclass(frozen=True, slots=True, eq=False)
class _Server:
    path: str
    command: list[str]


def measure(quads: Path, work: Path) -> list[Figure]:
    """Both servers answer each kind of request in each round; the first round warms them and does not count."""
    store = work / "served"
    make_store(quads, store)
    release = current_release(store).path
    acts = _acts(release)
    options = ["--location", str(release), "--bind", "127.0.0.1:{port}", "--union-default-graph"]
    ours = _Server("/sparql", [sys.executable, "-c", _SERVE, str(store), "{port}"])
    peer = _Server("/query", [native(), "serve-read-only", *options])
    fresh, longer = itertools.count(1000), itertools.count()
    found: dict[tuple[str, str], dict[_Server, list[float]]] = {}
    with running(ours.command) as port, running(peer.command) as peer_port:
        for number in range(_ROUNDS + 1):
            turns = ((ours, port), (peer, peer_port))
            for server, at in turns if number % 2 else reversed(turns):
                for key, figure in _figures(server.path, at, acts, fresh, longer):
                    found.setdefault(key, {ours: [], peer: []})[server].append(figure)
    return [
        Figure(what, unit, statistics.median(of[ours][1:]), statistics.median(of[peer][1:]), _PEER)
        for (what, unit), of in found.items()
    ]


def _figures(
    path: str, port: int, acts: list[str], fresh: Iterator[int], longer: Iterator[int]
) -> Iterator[tuple[tuple[str, str], float]]:
    """What is measured, its unit and its figure, in one round."""
    for name, write in (("point", _point), ("star", _star)):
        again = [get(path, write(act, 999)) for act in acts]
        for connections in _CONNECTIONS:
            said = f"{connections} connection(s)"
            uncached = _made(_uncached(path, acts, write, fresh))
            yield (f"{name}, {said}", "requests/s"), rate(port, uncached, connections, _SECONDS)
            yield (f"{name} again, {said}", "requests/s"), rate(port, itertools.cycle(again), connections, _SECONDS)
    yield (f"{_LONG:,} rows, first byte", "1/s"), 1 / _first(path, port, longer)
    for name, query in _AGGREGATES.items():
        yield (name, "requests/s"), rate(port, _aggregates(path, query, fresh), 1, 2 * _SECONDS)


def _made(requests: Iterator[bytes]) -> Iterator[bytes]:
    """Requests written beforehand, so that writing them takes nothing from the server."""
    return iter(list(itertools.islice(requests, int(_MOST * _SECONDS))))


def _point(act: str, number: int) -> str:
    return f"SELECT ?p ?o{number} {{ {act} ?p ?o{number} }}"


def _star(act: str, number: int) -> str:
    """Four properties of an act, one of them optional."""
    needed = f"{act} a ?type ; <{DCTERMS}title> ?title{number} ; <{ELI}date_document> ?date ."
    return f"SELECT * {{ {needed} OPTIONAL {{ {act} <{ELI}id_local> ?number }} }}"


def _uncached(path: str, acts: list[str], write: Writing, fresh: Iterator[int]) -> Iterator[bytes]:
    for number in fresh:
        yield get(path, write(acts[number % len(acts)], number))


def _aggregates(path: str, query: str, fresh: Iterator[int]) -> Iterator[bytes]:
    for number in fresh:
        yield get(path, f"{query} LIMIT {number}")


def _first(path: str, port: int, longer: Iterator[int]) -> float:
    """Seconds to the first byte of a long answer's body, the median of some."""
    queries = [f"SELECT ?s ?p ?o {{ ?s ?p ?o }} LIMIT {_LONG + next(longer)}" for _ in range(_TIMES)]
    return statistics.median(first_byte(port, get(path, query))[0] for query in queries)


def _acts(release: Path) -> list[str]:
    query = f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s a <{DEF}Deliberation> }} }} LIMIT {_KEYS}"
    return [str(row[0]) for row in Store.read_only(str(release)).query(query)]  # type: ignore[union-attr]


@contextlib.contextmanager
def running(command: list[str]) -> Iterator[int]:
    """A server at a free port, which takes the place of ``{port}``, until the end of the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        [part.format(port=port) if "{port}" in part else part for part in command], stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    for _ in range(400):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError(f"no server came up on port {port}")
