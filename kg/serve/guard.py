"""What is refused before a worker sees it: updates, calls to other servers, queries too long or too deep.

The engine's own parser stays the judge of what is SPARQL (in a worker, where it may die of it). The guard only has to
be sure of two things: no call to another server passes, and no honest query that merely mentions « SERVICE » in a
string, an IRI, a comment, a variable or a local name is refused. Where a query holds the word at all, every reading
that the engine could take is followed (see :mod:`kg.store.lexer`); elsewhere one search for the word is enough.
"""

import re
from dataclasses import dataclass
from http import HTTPStatus

from kg.serve.problems import Problem, no_federation, read_only
from kg.serve.settings import Settings
from kg.store.lexer import TOKEN, UnreadableError, readings, words

_SERVICE = re.compile("service", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
_QUERIES = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a query's words say: whether it names its own dataset, and whether two runs may differ."""

    own_dataset: bool
    volatile: bool


def inspect(query: str, settings: Settings) -> Inspected:
    """Read the words of a query; :class:`~kg.serve.problems.Problem` where it is refused."""
    if len(query) > settings.query_size:
        detail = f"La requête a {len(query)} caractères ; la limite est de {settings.query_size}."
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Requête trop longue", detail)
    found = _words(query, settings.nesting)
    if _first(found) in _UPDATES:
        raise read_only()
    if calls_out(query) or calls_out(_unescape(query)):
        raise no_federation()
    own = any(word.startswith("FROM") for word in found)
    return Inspected(own, any(word in _VOLATILE for word in found))


def calls_out(query: str) -> bool:
    """Whether some reading of a query calls another server."""
    if not _SERVICE.search(query):
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


def _words(query: str, deepest: int) -> list[str]:
    """The bare words of a query in capitals; a Problem where its groups nest too deep."""
    found, depth = [], 0
    for token in words(query):
        if token.lastgroup == "word":
            found.append(token[0].upper())
        elif token.lastgroup == "open":
            depth += 1
        elif token.lastgroup == "close":
            depth -= 1
        if depth > deepest:
            detail = f"Plus de {deepest} parenthèses, crochets ou accolades sont ouverts les uns dans les autres."
            raise Problem(HTTPStatus.BAD_REQUEST, "Requête trop imbriquée", detail)
    return found


def _first(found: list[str]) -> str:
    """The word that says what kind of request this is, the prologue left aside."""
    for word in found:
        for kind in (*_UPDATES, *_QUERIES):
            if word.startswith(kind):
                return kind
    return ""
