"""A real server over a real release of fictional quads, in a process of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.commands.building import samples
from kg.pipeline import build

TIMEOUT = 2.0
EX = "http://exemple.test/"
_RUN = """
import sys, pathlib, kg.serve
kg.serve.run(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]), timeout=2.0, workers=2)
"""


@dataclass(frozen=True)
class Server:
    """A running server, its store and its process."""

    url: str
    store: Path
    process: subprocess.Popen[bytes]

    @property
    def sparql(self) -> str:
        return f"{self.url}/sparql"

    def ask(self, query: str, accept: str = "application/sparql-results+json", timeout: float = 20) -> httpx.Response:
        return httpx.get(self.sparql, params={"query": query}, headers={"accept": accept}, timeout=timeout)


def make_release(store: Path, number: int, label: str, acts: int = 400) -> None:
    """A release of some acts in three named graphs, one of them called ``label``; it becomes the current one."""
    directory = store / "releases" / str(number)
    directory.parent.mkdir(parents=True, exist_ok=True)
    database = Store(str(directory))
    numbers = [Quad(_iri(f"a{n}"), _iri("numero"), Literal(n), _iri(f"graphe/{n % 3}")) for n in range(acts)]
    titles = [Quad(_iri("a0"), _iri("titre"), Literal(label, language="fr"), _iri("graphe/0"))]
    database.bulk_extend([*numbers, *titles])
    database.flush()
    pointer = store / "current.new"
    pointer.write_text(f"{number}\n")
    pointer.replace(store / "current")


def _iri(name: str) -> NamedNode:
    return NamedNode(EX + name)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    store = tmp_path_factory.mktemp("store")
    make_release(store, 1, "Acte d'essai")
    with _serving(store) as running:
        yield running


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Server]:
    """A server of one's own, for what must not disturb others."""
    make_release(tmp_path, 1, "Acte")
    with _serving(tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the samples that come with the program, built as a user builds them."""
    store = tmp_path_factory.mktemp("site")
    build(samples(), store, pool=lambda: ThreadPoolExecutor(1), built="2024-09-01T12:00:00+00:00")
    with _serving(store) as running:
        yield running


def _serving(store: Path, log: Path | None = None) -> "_Serving":
    """A server over a store; what it says goes to ``log``."""
    return _Serving(store, log)


class _Serving:
    def __init__(self, store: Path, log: Path | None) -> None:
        self._store = store
        self._log = log.open("wb") if log else None

    def __enter__(self) -> Server:
        port = _free_port()
        self._process = subprocess.Popen([sys.executable, "-c", _RUN, str(self._store), str(port)], stderr=self._log)
        server = Server(f"http://127.0.0.1:{port}", self._store, self._process)
        _wait_for(server)
        return server

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        if self._log:
            self._log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: Server) -> None:
    for _ in range(300):
        try:
            if httpx.get(f"{server.url}/health").status_code == 200:
                return
        except httpx.TransportError:
            assert server.process.poll() is None, "the server ended before it served"
        time.sleep(0.05)
    raise AssertionError("the server did not start")
