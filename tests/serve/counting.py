"""The table of counts of a release, as a worker counts it."""

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from kg.serve.countable import COUNTING, Table
from kg.serve.counts import _read


def table(store: Store, of: str) -> Table:
    """How many triples each class, or each property, of a store has."""
    answer = store.query(COUNTING[of], use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    counted = _read(answer.serialize(format=QueryResultsFormat.JSON) or b"")
    assert counted is not None
    return counted
