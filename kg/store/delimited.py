"""Answers as CSV: the engine leaves an IRI bare, and one that holds a comma (RFC 5147: ``#char=5,9``) parts its row.

SPARQL 1.1 Query Results CSV: RFC 4180, values without datatypes, nothing where a variable is unbound.
"""

import csv
import io
from itertools import islice
from typing import Protocol

from pyoxigraph import Literal, NamedNode, QuerySolutions

_FIRST, _ROWS = 64, 1024  # rows of one write: few enough at first for them to leave early


class Outlet(Protocol):
    """Where the bytes go."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


def write_csv(answer: QuerySolutions, outlet: Outlet) -> None:
    """Write the rows of an answer as they come."""
    held = io.StringIO(newline="")
    rows = csv.writer(held)
    rows.writerow([variable.value for variable in answer.variables])
    most = _FIRST
    while some := [[_plain(term) for term in row] for row in islice(answer, most)]:
        rows.writerows(some)
        _leave(held, outlet)
        most = _ROWS
    _leave(held, outlet)


def _leave(held: io.StringIO, outlet: Outlet) -> None:
    outlet.write(held.getvalue().encode("utf-8", "surrogatepass"))
    held.seek(0)
    held.truncate()


def _plain(term: object) -> str | None:
    return term.value if isinstance(term, (Literal, NamedNode)) else None if term is None else str(term)
