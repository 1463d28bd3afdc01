"""The first row of a long table leaves alone, as SPARQL 1.1 Query Results JSON, before the engine has filled a buffer.

The engine hands over eight kibibytes at a time; it writes the rows that were not taken from an answer, so that one may
be taken and written here. Only that row is: what the engine writes costs a tenth.
"""

from json.encoder import encode_basestring
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolution, QuerySolutions, Triple

_ROWS = b'"bindings":['
_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Outlet(Protocol):
    """Where the bytes go."""

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""

    def flush(self) -> None:
        """Take note that there are no more for now."""

    def leave_early(self) -> None:
        """Send what was taken."""


class _Rest:
    """The document that the engine writes after a row: its beginning is dropped, its first row follows a comma."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet
        self._begun = False

    def write(self, data: bytes) -> int:
        if self._begun:
            return self._outlet.write(data)
        self._begun = True
        rows = data[data.index(_ROWS) + len(_ROWS) :]
        self._outlet.write(rows if rows.startswith(b"]") else b"," + rows)
        return len(data)

    def flush(self) -> None:
        self._outlet.flush()


def write_led(answer: QuerySolutions, outlet: Outlet) -> None:
    """Write a table whose first row leaves as soon as there is one."""
    first = next(answer, None)
    if first is None:
        answer.serialize(outlet, QueryResultsFormat.JSON)  # type: ignore[arg-type]
        return
    names = [variable.value for variable in answer.variables]
    known = ",".join(map(encode_basestring, names))
    outlet.write(f'{{"head":{{"vars":[{known}]}},"results":{{"bindings":[{_row(names, first)}'.encode())
    outlet.leave_early()
    answer.serialize(_Rest(outlet), QueryResultsFormat.JSON)  # type: ignore[arg-type]


def _row(names: list[str], row: QuerySolution) -> str:
    bound = ((name, row[name]) for name in names)
    return (
        "{" + ",".join([f"{encode_basestring(name)}:{_term(term)}" for name, term in bound if term is not None]) + "}"
    )


def _term(term: NamedNode | BlankNode | Literal | Triple) -> str:
    match term:
        case NamedNode():
            return f'{{"type":"uri","value":{encode_basestring(term.value)}}}'
        case BlankNode():
            return f'{{"type":"bnode","value":{encode_basestring(term.value)}}}'
        case Literal():
            return f'{{"type":"literal","value":{encode_basestring(term.value)}{_sort(term)}}}'
    parts = f'"subject":{_term(term.subject)},"predicate":{_term(term.predicate)},"object":{_term(term.object)}'
    return f'{{"type":"triple","value":{{{parts}}}}}'


def _sort(literal: Literal) -> str:
    """The language or the datatype of a literal, nothing for a plain string."""
    if literal.language:
        direction = f',"its:dir":"{literal.direction.value}"' if literal.direction else ""
        return f',"xml:lang":{encode_basestring(literal.language)}{direction}'
    datatype = literal.datatype.value
    return "" if datatype == _STRING else f',"datatype":{encode_basestring(datatype)}'
