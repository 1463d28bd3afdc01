"""JSON-LD 1.1: one named graph after the other, one thing a line, names shortened by the context."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.graph.namespaces import PREFIXES, RDF, XSD

Value = dict[str, Any] | str

_LOCAL = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def jsonld_lines(quads: Iterable[Quad]) -> Iterator[str]:
    """A JSON-LD document from quads sorted by graph, then subject, then predicate."""
    context = json.dumps(dict(sorted(PREFIXES.items())), indent=1)
    yield f'{{"@context": {context},\n"@graph": ['
    graph_mark = "\n"
    for graph, inside in groupby(quads, key=lambda quad: quad.graph_name):
        address = graph.value if isinstance(graph, NamedNode) else "@default"
        yield f'{graph_mark}{{"@id": {_json(address)}, "@graph": ['
        yield ",".join(_thing(quads_of) for _, quads_of in groupby(inside, key=lambda quad: quad.subject))
        yield "\n]}"
        graph_mark = ",\n"
    yield "\n]}\n"


def _thing(quads: Iterable[Quad]) -> str:
    told: dict[str, Any] = {}
    for quad in quads:
        told.setdefault("@id", _identifier(quad.subject))
        if quad.predicate.value == f"{RDF}type":
            told.setdefault("@type", []).append(_identifier(quad.object))
        else:
            told.setdefault(_short(quad.predicate.value), []).append(_value(quad.object))
    return "\n" + _json(told)


def _value(term: NamedNode | BlankNode | Literal | Triple) -> Value:
    if not isinstance(term, Literal):
        return {"@id": _identifier(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == f"{XSD}string":
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _identifier(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return _short(term.value) if isinstance(term, NamedNode) else str(term)


def _short(address: str) -> str:
    """An IRI with its prefix, where one of ours fits."""
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace) and _LOCAL.fullmatch(address, len(namespace)):
            return f"{prefix}:{address[len(namespace) :]}"
    return address


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
