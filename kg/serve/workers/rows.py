"""Cutting an answer after so many rows where the engine writes it, so that what is left is a whole document.

The engine writes rows one after the other without telling where one ends; each form has a mark between two rows that
nothing else in it can hold: a quotation mark is escaped in a JSON string, ``<`` in XML, a line end in TSV. In CSV a
line end between quotation marks belongs to its field (RFC 4180 §2.6).
"""

import re
from typing import NamedTuple


class _Mark(NamedTuple):
    """What stands between two rows, how much of it belongs to the first, and what closes a document cut there."""

    pattern: re.Pattern[bytes]
    longest: int
    kept: int
    tail: bytes
    header: int = 0


_MARKS = {
    "json": _Mark(re.compile(rb'\}\},\{"'), 5, 2, b']},"truncated":true}'),
    "xml": _Mark(re.compile(rb"</result><result>"), 17, 9, b"</results><!-- truncated --></sparql>"),
    "csv": _Mark(re.compile(rb'"|\r\n'), 2, 2, b"", header=1),
    "tsv": _Mark(re.compile(rb"\n"), 1, 1, b"", header=1),
}


class Rows:
    """Lets ``most`` rows of a SELECT's answer through; ``cut`` says that there were more."""

    def __init__(self, form: str, most: int) -> None:
        self._mark = _MARKS[form]
        self._left = most + self._mark.header
        self._rest = b""
        self._quoted = False
        self.cut = False

    def through(self, data: bytes) -> bytes:
        """What of the next bytes may leave; nothing once the answer was cut."""
        if self.cut or not data:
            return b""
        if self._left <= 0:
            self.cut = True
            return self._mark.tail
        data = self._rest + data
        seen = 0
        for mark in self._mark.pattern.finditer(data):
            seen = mark.end()
            if self._counts(mark[0]):
                self._left -= 1
                # A line end may be the last one of the document: only what follows it shows that there was more.
                if self._left <= 0 and (self._mark.longest > 2 or mark.end() < len(data)):
                    self.cut = True
                    return data[: mark.start() + self._mark.kept] + self._mark.tail
        return self._hold_back(data, seen)

    def finish(self) -> bytes:
        """What was held back, at the end of an answer that was not cut."""
        rest, self._rest = self._rest, b""
        return b"" if self.cut else rest

    def _counts(self, mark: bytes) -> bool:
        if mark == b'"':
            self._quoted = not self._quoted
            return False
        return not self._quoted

    def _hold_back(self, data: bytes, seen: int) -> bytes:
        """Keep what may be the beginning of a mark."""
        at = max(seen, len(data) - self._mark.longest + 1)
        self._rest = data[at:]
        return data[:at]
