"""All benchmarks in one run, as one table of ratios.

    python -m benchmarks [--corpus DIR] [--documents DIR] [--only extract,size,load,export,endpoint] [--authorities 20]

The graph is that of fictional deliberations, for the endpoint of a million quads at least. The documents read are the
project's samples unless a folder is given.
A benchmark whose input or peer is not there is skipped, and the end of the table says so.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import extraction, serving, size, storage
from benchmarks.fictional import write_graph
from benchmarks.figure import Figure, SkippedError, show
from benchmarks.options import command
from kg.resources import shipped

_SITTINGS = 40
_SERVED = 45
"""Authorities of a graph of a million quads."""
_NAMES = ("extract", "size", "load", "export", "endpoint")


def main() -> None:
    """Run what is asked for and print the table."""
    parser = command("", __doc__)
    parser.add_argument("--corpus", type=Path, default=shipped("samples"), help="the documents that are read")
    parser.add_argument("--documents", type=Path, help="what the size of a graph is measured on; else the corpus")
    parser.add_argument("--only", default=",".join(_NAMES), help="which benchmarks, parted by commas")
    parser.add_argument("--authorities", type=int, default=20, help="fictional authorities of the graph")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _run(options.only.split(","), options.corpus, options.documents, options.authorities, Path(folder))


def _run(names: list[str], corpus: Path, documents: Path | None, authorities: int, work: Path) -> None:
    quads, served = work / "graph.nq", work / "served.nq"
    if {"load", "export"} & set(names):
        write_graph(quads, authorities, _SITTINGS)
    if "endpoint" in names:
        write_graph(served, max(authorities, _SERVED), _SITTINGS)
    measures: dict[str, Callable[[], list[Figure]]] = {
        "extract": lambda: extraction.measure(corpus),
        "size": lambda: size.measure(documents or corpus, work),
        "load": lambda: storage.loading(quads, work),
        "export": lambda: storage.exporting(quads, work),
        "endpoint": lambda: serving.measure(served, work),
    }
    figures: list[Figure] = []
    skipped: list[tuple[str, str]] = []
    for name in names:
        try:
            figures += measures[name]()
        except SkippedError as reason:
            skipped.append((name, str(reason)))
    show(figures, skipped)


if __name__ == "__main__":
    main()
