"""One door to every format: ``read(path)`` gives the characters of a file with its pages."""

import hashlib
from pathlib import Path

from kg.model import Page, Source, Span, Text


def read(path: Path, root: Path | None = None) -> Text:
    """The text of a file."""
    data = path.read_bytes()
    raw = data.decode("utf-8-sig")
    name = path.relative_to(root).as_posix() if root else path.name
    source = Source(name, "text/plain", hashlib.sha256(data).hexdigest())
    return Text(source, raw, (Page(1, Span(0, len(raw))),))
