"""Queries that list the named graphs of a release or count what each holds: one answer a release, in many writings.

A release has a graph for each source, too many for a table that is put into the query (:mod:`kg.serve.countable`). A
worker counts them when such a query first comes, keeps the counts as triples of their own, and asks those from then on:
the engine still orders, cuts and writes the answer.
"""

import re
from functools import lru_cache
from itertools import islice

from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from kg.serve.countable import COUNT, ITEM, LONGEST, TAIL, VARIABLE, in_words
from kg.serve.names import NAME, PROLOGUE, TYPE, iri, prefixes

TRIPLES, TYPED = "urn:kg:triples", "urn:kg:typed"
"""What ties a graph to the number of its triples, and of those that name a class."""
_COUNTING = {
    TRIPLES: "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    TYPED: "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a ?c } } GROUP BY ?g",
}
_MOST = 200_000  # graphs
_QUERY = re.compile(
    rf"(?P<prologue>{PROLOGUE})SELECT (?P<distinct>DISTINCT )?"
    rf"(?P<items>(?:{VARIABLE}|{COUNT})(?: (?:{VARIABLE}|{COUNT}))*) (?:WHERE )?"
    rf"{{ GRAPH (?P<g>{VARIABLE}) {{ (?P<s>{VARIABLE}) (?P<p>(?-i:a)|{VARIABLE}|{NAME}) "
    rf"(?P<o>{VARIABLE}) (?:\. )?}} }}"
    rf"(?: GROUP BY (?P<group>{VARIABLE}))?(?P<tail>{TAIL})",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def counted_by_graph(query: str) -> str | None:
    """The writing of a plain query for the counts by graph; None where they do not answer it."""
    found = _QUERY.fullmatch(in_words(query)) if len(query) <= LONGEST else None
    if found is None:
        return None
    of = _counted_of(found)
    variables = [found[name] for name in "gspo" if found[name][0] == "?"]
    items = list(ITEM.finditer(found["items"]))
    if of is None or len({*variables}) < len(variables) or not _is_counted(found, items, variables):
        return None
    first, *others = [item["name"] for item in items if item["name"]] or ["[]"]
    same = "".join(f" BIND({first} AS {name})" for name in others)
    names = " ".join(item["key"] or item["name"] for item in items)
    return f"SELECT {names} {{ {found['g']} <{of}> {first}{same} }}{found['tail']}"


def _is_counted(found: re.Match[str], items: list[re.Match[str]], variables: list[str]) -> bool:
    """Whether the columns are the graph and counts of all there is in it, each once, and the rows sorted by them."""
    counts = [item["name"] for item in items if item["name"]]
    names = [item["key"] or item["name"] for item in items]
    if len({*names}) < len(names) or not {*variables}.isdisjoint(counts):
        return False
    if any(item["key"] not in (None, found["g"]) or item["distinct"] for item in items):
        return False
    if not {"*", *variables}.issuperset(item["of"] for item in items if item["of"]):
        return False
    grouped = found["group"] == found["g"] if counts else not found["group"]
    sorts = {*counts, found["g"]}.issuperset(re.findall(VARIABLE, found["tail"]))
    return sorts and grouped and bool(found["distinct"]) != bool(counts)


def _counted_of(found: re.Match[str]) -> str | None:
    if found["p"][0] == "?":
        return TRIPLES
    return TYPED if iri(found["p"], prefixes(found["prologue"])) == TYPE else None


@lru_cache(maxsize=2)
def graph_counts(store: Store, of: str) -> Store | None:
    """What the graphs of a release hold, counted once; None where there are too many of them."""
    rows = store.query(_COUNTING[of])
    assert isinstance(rows, QuerySolutions)
    kept = Store()
    kept.extend(Quad(row["g"], NamedNode(of), row["n"]) for row in islice(rows, _MOST))
    return kept if next(rows, None) is None else None
