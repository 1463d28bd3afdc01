"""The names of a plain query (:func:`kg.serve.guard.plain_shape`) and the IRIs that they stand for; SPARQL 1.1 §4.1."""

import re
from collections.abc import Mapping

from kg.graph.namespaces import PREFIXES, RDF

NAME = r"(?:<[^ >]++>|[A-Za-z][\w-]*+:[\w-]*+)"
"""An IRI, or a name with a prefix and nothing unusual in it."""
PROLOGUE = r"(?:PREFIX\s++[A-Za-z][\w-]*+:\s*+<[^ >]++>\s*+)*+"
"""Prefixes that a query declares; to be read without regard to case."""
TYPE = f"{RDF}type"
_PREFIX = re.compile(r"PREFIX\s++([A-Za-z][\w-]*+):\s*+<([^ >]++)>", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*+:(?!.*/\.).+")


def prefixes(prologue: str) -> Mapping[str, str]:
    """What the prefixes stand for: those of a prologue, and those that need no declaration here."""
    return PREFIXES | dict(_PREFIX.findall(prologue))


def iri(name: str, known: Mapping[str, str]) -> str | None:
    """The IRI that a name or ``a`` stands for, where that needs no resolving; None of a variable."""
    if name == "a":
        return TYPE
    if name[0] == "<":
        whole = name[1:-1]
    else:
        prefix, _, local = name.partition(":")
        whole = known.get(prefix, "") + local
    return whole if _ABSOLUTE.fullmatch(whole) else None
