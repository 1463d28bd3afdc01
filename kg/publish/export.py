"""A release as one file: sorted, prefixes bound, the same bytes for the same documents.

N-Triples and Turtle say all graphs at once, each statement once; N-Quads, TriG and JSON-LD keep the named graphs.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, BinaryIO, cast

from pyoxigraph import RdfFormat, Store, parse, serialize

from kg.errors import QueryError
from kg.graph.namespaces import PREFIXES
from kg.publish.jsonld import jsonld_lines
from kg.publish.sorting import quads, quads_by_graph, triples


def export(store: Store, form: str, out: BinaryIO) -> None:
    """Write all that a release holds in one of :data:`FORMATS`."""
    if form not in _WRITERS:
        raise QueryError(f"no export is called {form!r}; there are: {', '.join(FORMATS)}")
    _WRITERS[form](store, out)


def _turtle(store: Store, out: BinaryIO) -> None:
    _pretty(parse(_file(triples(store)), format=RdfFormat.N_TRIPLES), RdfFormat.TURTLE, out)


def _trig(store: Store, out: BinaryIO) -> None:
    _pretty(parse(_file(quads_by_graph(store)), format=RdfFormat.N_QUADS), RdfFormat.TRIG, out)


def _jsonld(store: Store, out: BinaryIO) -> None:
    statements = parse(_file(quads_by_graph(store)), format=RdfFormat.N_QUADS)
    out.writelines(piece.encode() for piece in jsonld_lines(statements))


def _pretty(statements: Iterable[object], form: RdfFormat, out: BinaryIO) -> None:
    """Turtle or TriG. The library declares prefixes in an order that changes from run to run: sorted here."""
    with tempfile.TemporaryFile() as written:
        serialize(statements, written, form, prefixes=PREFIXES)  # type: ignore[arg-type]
        written.seek(0)
        declared: list[bytes] = []
        while (line := written.readline()).startswith(b"@prefix "):
            declared.append(line)
        out.writelines(sorted(declared))
        out.write(b"\n" + line)
        shutil.copyfileobj(written, out)


def _file(lines: Iterator[bytes]) -> IO[bytes]:
    """Lines as a file that is only read."""
    return cast(IO[bytes], _Lines(lines))


class _Lines:
    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        pieces, length = [self._left], len(self._left)
        while size < 0 or length < size:
            line = next(self._lines, None)
            if line is None:
                break
            pieces.append(line)
            length += len(line)
        joined = b"".join(pieces)
        cut = len(joined) if size < 0 else size
        self._left = joined[cut:]
        return joined[:cut]


_WRITERS: dict[str, Callable[[Store, BinaryIO], None]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": lambda store, out: out.writelines(quads(store)),
    "ntriples": lambda store, out: out.writelines(triples(store)),
    "jsonld": _jsonld,
}
FORMATS = tuple(_WRITERS)
