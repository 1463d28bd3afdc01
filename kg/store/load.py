"""N-Quads into a fresh database, in bulk."""

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import StoreError


def load(directory: Path, parts: Iterable[bytes]) -> int:
    """Load compressed N-Quads into an empty directory; the number of distinct quads.

    Raises StoreError where a line is not N-Quads: that is a fault of the mapping, never of a document.
    """
    store = Store(str(directory))
    try:
        # The type stubs ask for a whole IO; the loader only calls read().
        store.bulk_load(_Stream(parts), RdfFormat.N_QUADS)  # type: ignore[arg-type]
    except (SyntaxError, ValueError) as fault:
        raise StoreError(f"the graph that was built is not valid N-Quads: {fault}") from fault
    store.flush()
    return len(store)


class _Stream:
    """Compressed parts, read one after the other as one file."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts: Iterator[bytes] = iter(parts)
        self._held = b""
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        while self._at >= len(self._held):
            part = next(self._parts, None)
            if part is None:
                return b""
            self._held, self._at = zlib.decompress(part), 0
        start = self._at
        self._at = len(self._held) if size < 0 else min(start + size, len(self._held))
        return self._held[start : self._at]
