"""Questions put to a release: read only, over all its named graphs at once."""

import io
from pathlib import Path

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kg.errors import QueryError, StoreError
from kg.graph.namespaces import PREFIXES
from kg.store.delimited import write_csv
from kg.store.lexer import names_its_graphs

Answer = QuerySolutions | QueryBoolean | QueryTriples

# The forms of an answer, by the names that the command line and the endpoint give them.
TABLES = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


def open_release(path: Path) -> Store:
    """The database of a release, read only: many processes may hold it at once."""
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as fault:  # RuntimeError is how the library tells of corruption
        raise StoreError(f"{path} cannot be opened as a release: {fault}") from fault


def run(store: Store, text: str) -> Answer:
    """The answer of a SPARQL query; the prefixes that we know need no declaration.

    It is asked of the union of all graphs, unless it says FROM, which that union would override.
    """
    try:
        return store.query(text, prefixes=PREFIXES, use_default_graph_as_union=not names_its_graphs(text))
    except SyntaxError as fault:
        raise QueryError(f"not a SPARQL query: {fault}") from fault
    except (RuntimeError, ValueError, OSError) as fault:
        raise QueryError(f"the query failed: {fault}") from fault


def is_graph(answer: Answer) -> bool:
    """Whether an answer is a graph (CONSTRUCT, DESCRIBE)."""
    return isinstance(answer, QueryTriples)


def formats_of(answer: Answer) -> tuple[str, ...]:
    """The formats that an answer can take: tables for SELECT, ``json`` and ``xml`` for ASK, graphs for CONSTRUCT."""
    if isinstance(answer, QueryTriples):
        return tuple(GRAPHS)
    return tuple(TABLES) if isinstance(answer, QuerySolutions) else ("json", "xml", "csv", "tsv")


def serialise(answer: Answer, form: str) -> bytes:
    """An answer as bytes in one of :func:`formats_of`; QueryError names the ones that this answer can take."""
    if form not in formats_of(answer):
        raise QueryError(f"this answer cannot be given as {form}; possible: {', '.join(formats_of(answer))}")
    try:
        if isinstance(answer, QueryTriples):
            return serialize(answer, format=GRAPHS[form], prefixes=PREFIXES) or b""
        if form == "csv" and isinstance(answer, QuerySolutions):
            held = io.BytesIO()
            write_csv(answer, held)
            return held.getvalue()
        return answer.serialize(format=TABLES[form]) or b""
    except RuntimeError as fault:
        raise QueryError(f"the query failed: {fault}") from fault


def table(answer: Answer) -> tuple[tuple[str, ...], list[tuple[str | None, ...]]]:
    """The names of the columns and the rows, for readers: values without datatypes, known IRIs shortened."""
    if isinstance(answer, QueryTriples):
        raise QueryError("a graph is not a table: ask for it as turtle")
    if isinstance(answer, QueryBoolean):
        return ("answer",), [("yes" if answer else "no",)]
    names = tuple(variable.value for variable in answer.variables)
    try:
        return names, [tuple(None if term is None else shown(term) for term in row) for row in answer]
    except RuntimeError as fault:
        raise QueryError(f"the query failed: {fault}") from fault


def shown(term: object) -> str:
    """A term for readers."""
    if isinstance(term, Literal):
        return term.value
    if not isinstance(term, NamedNode):
        return str(term)
    for prefix, namespace in PREFIXES.items():
        if term.value.startswith(namespace) and "/" not in term.value[len(namespace) :]:
            return f"{prefix}:{term.value[len(namespace) :]}"
    return term.value
