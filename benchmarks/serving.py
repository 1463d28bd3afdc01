"""Point queries answered per second over HTTP, by ``kg serve`` and by the native server on the same release."""

import concurrent.futures
import contextlib
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from pyoxigraph import Store

from benchmarks.figure import Figure
from benchmarks.storage import make_store, native
from kg.store.releases import current_release

_SECONDS = 4.0
_KEYS = 200
_SERVE = "import sys, pathlib, kg.serve; kg.serve.run(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]))"


def measure(quads: Path, work: Path) -> list[Figure]:
    """Each answer is computed: two hundred different subjects in turn, no validator sent."""
    store = work / "served"
    make_store(quads, store)
    release = current_release(store).path
    targets = _targets(release)
    rates: dict[str, list[float]] = {}
    for name, path, command in _servers(store, release):
        with _running(command) as port:
            rates[name] = [_rate(port, path, targets, connections) for connections in (1, 8)]
    return [
        Figure(f"point query, {connections} connection(s)", "requests/s", ours, peer, "oxigraph serve-read-only")
        for connections, ours, peer in zip((1, 8), rates["ours"], rates["native"], strict=True)
    ]


def _servers(store: Path, release: Path) -> Iterator[tuple[str, str, list[str]]]:
    yield "ours", "/sparql", [sys.executable, "-c", _SERVE, str(store), "{port}"]
    options = ["--location", str(release), "--bind", "127.0.0.1:{port}", "--union-default-graph"]
    yield "native", "/query", [native(), "serve-read-only", *options]


def _targets(release: Path) -> list[str]:
    rows = Store.read_only(str(release)).query(f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s a ?t }} }} LIMIT {_KEYS}")
    return [urlencode({"query": f"SELECT ?p ?o {{ {row[0]} ?p ?o }}"}) for row in rows]  # type: ignore[union-attr]


@contextlib.contextmanager
def _running(command: list[str]) -> Iterator[int]:
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
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise TimeoutError(f"no server came up on port {port}")


def _rate(port: int, path: str, targets: list[str], connections: int) -> float:
    """Requests per second over that many persistent connections, after a short warm-up."""
    _ask(port, path, targets, 0.5)
    with concurrent.futures.ThreadPoolExecutor(connections) as clients:
        return sum(clients.map(lambda _: _ask(port, path, targets, _SECONDS), range(connections))) / _SECONDS


def _ask(port: int, path: str, targets: list[str], seconds: float) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Accept": "application/sparql-results+json"}
    answered, until = 0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        connection.request("GET", f"{path}?{targets[answered % len(targets)]}", headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise ConnectionError(f"{path} answered {response.status}")
        answered += 1
    connection.close()
    return answered
