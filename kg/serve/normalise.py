"""One writing for queries that differ in spaces and comments only, to find their answers again."""

import re

from kg.store.lexer import TOKEN

_SPACES = re.compile(r"[ \t\r\n]+")
# Where a string, a comment, an escape or a comparison glued to its operand may stand, tokens decide.
_CAREFUL = re.compile(r"""["'\\#]""")
_GLUED = re.compile(r"[\w)\]\"']<")


def normalised(query: str, plain: bool = False) -> str:
    """The query with one space between its tokens and no comment; as it is where ``<`` could be read in two ways.

    Two queries with the same normal form have the same answers. An IRI holds no space and spaces outside of strings
    only separate, so that only strings and comments need care; SPARQL 1.1 §19.8 (IRIREF, STRING_LITERAL…, WS).
    ``plain`` says that it is known to hold neither.
    """
    if plain and "  " not in query and query.isprintable():
        return query.strip(" ")
    if _GLUED.search(query):
        return query
    if plain or not _CAREFUL.search(query):
        return _SPACES.sub(" ", query).strip(" ")
    kept: list[str] = []
    for token in TOKEN.finditer(query):
        if token.lastgroup == "space" or token.lastgroup == "comment":
            if kept and kept[-1] != " ":
                kept.append(" ")
        else:
            kept.append(token[0])
    return "".join(kept).strip(" ")
