"""Quads loaded per second against ``oxigraph load``, and Turtle exported against rdflib, of the same graph."""

import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from rdflib import Dataset, Graph

from benchmarks.figure import Figure, SkippedError
from kg.store.load import load
from kg.store.releases import new_release, publish

_BLOCK = 1 << 20


def native() -> str:
    """The path of the native server, which PyPI's package ``oxigraph`` puts beside the interpreter."""
    beside = Path(sys.executable).parent / "oxigraph"
    if not beside.exists():
        raise SkippedError("the oxigraph program is not installed (pip install oxigraph)")
    return str(beside)


def make_store(quads: Path, store: Path) -> tuple[float, int]:
    """Load a file into a new release of a store; seconds and quads."""
    parts = list(_compressed(quads))
    with new_release(store) as directory:
        began = time.perf_counter()
        count = load(directory, parts)
        lasted = time.perf_counter() - began
        publish(store, directory, {"quads": count})
    return lasted, count


def loading(quads: Path, work: Path) -> list[Figure]:
    """Both into a fresh directory. Ours reads compressed parts, the peer the file; the peer's start counts."""
    ours, count = make_store(quads, work / "ours")
    command = [native(), "load", "--location", str(work / "native"), "--file", str(quads)]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    peer = time.perf_counter() - began
    return [Figure(f"load ({count:,} quads)", "quads/s", count / ours, count / peer, "oxigraph load, same file")]


def exporting(quads: Path, work: Path) -> list[Figure]:
    """Turtle by ``kg export`` (its start counts) and by rdflib (its reading does not)."""
    store = work / "exported"
    _, count = make_store(quads, store)
    program = [sys.executable, "-c", "from kg.cli import main; main()"]
    command = [*program, "export", "--store", str(store), "--format", "turtle"]
    began = time.perf_counter()
    done = subprocess.run([*command, "-o", str(work / "ours.ttl")], capture_output=True, check=False)
    ours = time.perf_counter() - began
    if done.returncode != 0 or not (work / "ours.ttl").exists():
        raise SkippedError("kg export failed: " + done.stderr.decode(errors="replace").strip()[-200:])
    graph = _union(quads)
    began = time.perf_counter()
    graph.serialize(str(work / "peer.ttl"), format="turtle")
    peer = time.perf_counter() - began
    return [Figure("Turtle export", "triples/s", count / ours, len(graph) / peer, "rdflib, same graph in memory")]


def _union(quads: Path) -> Graph:
    union = Graph()
    for subject, predicate, value, _ in Dataset().parse(str(quads), format="nquads").quads():
        union.add((subject, predicate, value))
    return union


def _compressed(path: Path) -> Iterator[bytes]:
    with path.open("rb") as source:
        while lines := source.readlines(_BLOCK):
            yield zlib.compress(b"".join(lines), 1)
