"""RDF terms and quads as N-Triples text: what the bulk loader reads fastest, and what sorts into a stable export.

A term is a ``str`` already encoded (RDF 1.1 N-Triples, section 2): ``<iri>``, ``"text"@fr``, ``"3"^^<…#integer>``.
"""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

# What an IRI may not hold between its angle brackets (N-Triples IRIREF).
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f\ud800-\udfff]')
_ESCAPED = re.compile(r"\\(?:u([0-9A-F]{4})|(.))")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")


class Quad(NamedTuple):
    """A statement in a named graph; each member is an encoded term."""

    subject: str
    predicate: str
    object: str
    graph: str


def iri(address: str) -> str:
    """An IRI term. What may not stand in one is percent-encoded (UTF-8), so that no text can break out of it."""
    return f"<{_NOT_IN_IRI.sub(_percent, address)}>"


def address(term: str) -> str:
    """The IRI of an IRI term."""
    if not (term.startswith("<") and term.endswith(">")):
        raise ValueError(f"not an IRI term: {term}")
    return term[1:-1]


def literal(value: str, datatype: str | None = None, lang: str | None = None) -> str:
    """A literal; ``datatype`` is the address of a datatype, ``lang`` a BCP 47 tag. Lone surrogates become U+FFFD."""
    if lang is not None and not _LANGUAGE.fullmatch(lang):
        raise ValueError(f"not a language tag: {lang!r}")
    quoted = f'"{_TO_ESCAPE.sub(_escape, value)}"' if _TO_ESCAPE.search(value) else f'"{value}"'
    if lang is not None:
        return f"{quoted}@{lang}"
    return quoted if datatype is None else f"{quoted}^^{iri(datatype)}"


def characters(term: str) -> str:
    """The characters of a literal: what :func:`literal` was given."""
    inside = term[1 : term.rindex('"')]
    return _ESCAPED.sub(_unescape, inside) if "\\" in inside else inside


def french(value: str) -> str:
    """A literal in French."""
    return literal(value, lang="fr")


def integer(value: int) -> str:
    """An ``xsd:integer``."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: Decimal) -> str:
    """An ``xsd:decimal`` in canonical form (5000.0, 0.5): what the store gives back is what went in."""
    written = f"{value.normalize():f}"
    return f'"{written if "." in written else written + ".0"}"^^<{XSD}decimal>'


def day(value: date) -> str:
    """An ``xsd:date``."""
    return f'"{value.isoformat()}"^^<{XSD}date>'


def boolean(value: bool) -> str:
    """An ``xsd:boolean``."""
    return f'"{"true" if value else "false"}"^^<{XSD}boolean>'


def nquads_line(quad: Quad) -> str:
    """A line of N-Quads, with its line break."""
    return f"{quad.subject} {quad.predicate} {quad.object} {quad.graph} .\n"


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else next(char for char, told in _ESCAPES.items() if told == match[0])


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
