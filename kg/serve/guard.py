"""What is refused before a worker sees it: updates, calls to other servers, queries too long or too deep.

The engine's own parser stays the judge of what is SPARQL (in a worker, where it may die of it). The guard only has to
be sure of two things: no call to another server passes, and no honest query that merely mentions « SERVICE » in a
string, an IRI, a comment, a variable or a local name is refused. Where a query holds the word at all, every reading
that the engine could take is followed (see :mod:`kg.store.lexer`); elsewhere one search for the word is enough.
"""

import re
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

from kg.serve.protocol.problems import Problem, no_federation, read_only
from kg.serve.settings import Settings
from kg.store.lexer import TOKEN, UnreadableError, readings, words

_SERVICE = re.compile("service", re.IGNORECASE)
_IRI = re.compile(r"<[^<>\"{}|^`\\\x00-\x20]*+>")
_LOCAL = r"(?:[\w:-]|%[0-9A-Fa-f]{2})++"
_PLAIN_NAME = rf"(?:_|[A-Za-z][\w-]{{0,60}}+(?:\.[\w-]{{1,60}}+){{0,3}}+)?:(?:{_LOCAL}(?:\.++{_LOCAL})*+)?"
_BARE = re.compile(rf"[?$][\w-]+|{_PLAIN_NAME}|([A-Za-z_]+)")
_COUNTED = "{([/|^!&+-*"
_DIGITS = str.maketrans("123456789", "0" * 9)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
_QUERIES = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_KINDS = (*_UPDATES, *_QUERIES)
_LOOKING_UP = (
    "SELECT ASK DESCRIBE DISTINCT REDUCED WHERE LIMIT OFFSET OPTIONAL PREFIX BASE A GRAPH FILTER LANG STR BOUND"
)
_LIGHT = frozenset([*_LOOKING_UP.split(" "), "BOUND", "VALUES", "UNDEF", "TRUE", "FALSE"])
"""The words of a query that may well be a look-up: it is tried as one, for a moment."""
_LIGHT_TEXT = 4000
_LONG_LIMIT = re.compile(r"LIMIT\s{0,9}[0-9]{4}", re.IGNORECASE)
_STEPS = frozenset("/|^!&+-*")
_BRANCHES = ("UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "VALUES", "GRAPH")
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


class Inspected(NamedTuple):
    """What a query's words say: does it name its own dataset, may two runs differ, does it look light."""

    own_dataset: bool
    volatile: bool
    light: bool
    listing: bool
    """The words of a look-up but FILTER: its rows, be they many, come one as soon as the other."""
    shape: str | None
    """See :func:`plain_shape`; None also where it has comments or many parts."""
    kind: str
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty where it is none."""


def inspect(query: str, settings: Settings) -> Inspected:
    """Read the words of a query; :class:`~kg.serve.protocol.problems.Problem` where it is refused."""
    if len(query) > settings.query_size:
        detail = f"La requête a {len(query)} caractères ; la limite est de {settings.query_size}."
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Requête trop longue", detail)
    shape = plain_shape(query)
    found = _of_shape(shape, min(settings.nesting, settings.operators)) if shape is not None else None
    if found is None:
        found = _inspected(_words(query, settings), query, None)
    if found.kind in _UPDATES:
        raise read_only()
    if calls_out(query) or ("\\" in query and calls_out(_unescape(query))):
        raise no_federation()
    return found


def plain_shape(query: str) -> str | None:
    """A query without strings and odd characters, its IRIs emptied and its digits made 0; None where it is not plain.

    Queries of one shape have the same words. A program asks the same shape again and again, of other things.
    """
    if len(query) >= _LIGHT_TEXT or not query.isascii() or "@" in query or "\\" in query:
        return None
    if '"' in query or "'" in query:
        return None
    return _IRI.sub("<>", query).translate(_DIGITS)


def plain_words(shape: str, most: int) -> list[str] | None:
    """The bare words of a plain shape in capitals; None where it has a comment or over ``most`` openings and steps.

    The same words as the lexer finds, three times as fast.
    """
    if "#" in shape or sum(map(shape.count, _COUNTED)) > most:
        return None
    return [word.upper() for word in _BARE.findall(shape) if word]


@lru_cache(maxsize=512)
def _of_shape(shape: str, most: int) -> Inspected | None:
    found = plain_words(shape, most)
    return _inspected(found, shape, shape) if found is not None else None


def _inspected(found: list[str], text: str, shape: str | None) -> Inspected:
    own = any(word.startswith("FROM") for word in found)
    simple = not own and len(text) < _LIGHT_TEXT and _LIGHT.issuperset(found)
    light, listing = simple and not _LONG_LIMIT.search(text), simple and "FILTER" not in found
    return Inspected(own, not _VOLATILE.isdisjoint(found), light, listing, shape, _first(found))


def calls_out(query: str) -> bool:
    """Whether some reading of a query calls another server."""
    # Beyond ASCII other letters fold to those of the word.
    if not (_SERVICE.search(query) if not query.isascii() else "service" in query.lower()):
        return False
    try:
        return any(_is_call(query, token) for token in readings(query))
    except UnreadableError:
        return True


def _is_call(query: str, token: re.Match[str]) -> bool:
    """``SERVICE``, alone or glued to its neighbours; a prefixed name is one too where a group follows it."""
    if token["word"]:
        return bool(_SERVICE.search(token[0]))
    return bool(token["prefix"] and _SERVICE.search(token["prefix"]) and _next(query, token.end()) == "{")


def _next(query: str, position: int) -> str:
    """The first character that is neither space nor comment."""
    while (token := TOKEN.match(query, position)) and token.lastgroup in ("space", "comment"):
        position = token.end()
    return token[0][:1] if token else ""


def _unescape(query: str) -> str:
    """The query with its code point escapes read (SPARQL 1.1 §19.2), as another parser would."""
    return _ESCAPE.sub(_code_point, query)


def _code_point(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number <= 0x10FFFF else escape[0]


def _words(query: str, settings: Settings) -> list[str]:
    """The bare words of a query in capitals; a Problem where it has too many or too deep parts."""
    found, depth, steps = [], 0, 0
    for token in words(query):
        sort = token.lastgroup
        if sort == "word":
            found.append(token[0].upper())
        elif sort == "other":
            steps += token[0] in _STEPS
        elif sort == "open":
            depth += 1
            if depth > settings.nesting:
                raise _too_deep(settings.nesting)
        elif sort == "close":
            depth -= 1
    if steps > settings.operators or sum(map(found.count, _BRANCHES)) > settings.operators:
        raise _too_many(settings.operators)
    return found


def _too_deep(most: int) -> Problem:
    detail = f"Plus de {most} parenthèses, crochets ou accolades sont ouverts les uns dans les autres."
    return Problem(HTTPStatus.BAD_REQUEST, "Requête trop imbriquée", detail)


def _too_many(most: int) -> Problem:
    detail = f"Plus de {most} opérateurs (/ | ^ ! && || + - *) ou branches (UNION, OPTIONAL, MINUS)."
    return Problem(HTTPStatus.BAD_REQUEST, "Requête trop complexe", detail)


def _first(found: list[str]) -> str:
    """The word that says what kind of request this is, the prologue left aside."""
    for word in found:
        if word.startswith(_KINDS):
            return next(kind for kind in _KINDS if word.startswith(kind))
    return ""
