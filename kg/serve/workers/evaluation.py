"""A query put to the engine, and the form of its answer: what a worker and a teller do alike."""

import contextlib
import zlib
from functools import lru_cache
from typing import Any

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.graph.namespaces import BASE, PREFIXES
from kg.serve.by_graph import TRIPLES, TYPED, graph_counts
from kg.serve.workers.job import Job
from kg.serve.workers.rows import Rows

WORTH_PACKING = 1 << 10
"""An answer of fewer bytes is sent as it is."""
_FAST = 1

Answer = QuerySolutions | QueryBoolean | QueryTriples


def ask(store: Store, job: Job, shape: str | None = None) -> Answer:
    """The answer; SyntaxError, RuntimeError, ValueError, OSError or MemoryError where there is none.

    ``shape`` is that of a plain query (:func:`kg.serve.guard.plain_shape`).
    """
    if job.counted is not None and (counts := graph_counts(store, TYPED if TYPED in job.counted else TRIPLES)):
        return counts.query(job.counted)
    if job.joined is not None:
        # What is wrong with the query is said of its own lines and columns.
        with contextlib.suppress(SyntaxError):
            return ask(store, job._replace(query=job.joined, joined=None))
    return store.query(
        job.query,
        base_iri=BASE,
        prefixes=_prefixes(job.query) if shape is None else _prefixes_of(shape),
        use_default_graph_as_union=job.union,
        default_graph=_graphs(job.default_graphs),
        named_graphs=_graphs(job.named_graphs),
    )


def form_of(answer: Answer, job: Job) -> tuple[str, str | None]:
    """The family of an answer and the form that the client wants for it, None where there is none."""
    return ("graphs", job.graphs) if isinstance(answer, QueryTriples) else ("tables", job.tables)


def rows_of(answer: Answer, job: Job) -> Rows | None:
    """What counts the rows of an answer, where it may have so many only."""
    if job.rows is None or job.tables is None or not isinstance(answer, QuerySolutions):
        return None
    return Rows(job.tables, job.rows)


def packer() -> "zlib._Compress":
    """Makes gzip (RFC 1952), as fast as it can."""
    return zlib.compressobj(_FAST, zlib.DEFLATED, 16 + zlib.MAX_WBITS)


def _prefixes(text: str) -> dict[str, str]:
    """Those that a query may use undeclared: the engine reads each one that it is given."""
    return {name: iri for name, iri in PREFIXES.items() if f"{name}:" in text}


_prefixes_of = lru_cache(maxsize=512)(_prefixes)


def _graphs(names: tuple[str, ...] | None) -> list[Any] | None:
    return None if names is None else [NamedNode(name) for name in names]
