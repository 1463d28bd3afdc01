"""The tokens of a SPARQL query: just enough to find its keywords, without parsing it.

SPARQL cannot be cut into tokens without its grammar: ``<`` opens an IRI in a pattern and compares in an expression, so
``FILTER(1<2)SERVICE#>`` is a comparison, a call and a comment for the engine, and an IRI for a naive lexer. And the
engine asks for no space between words: ``SERVICEex:a``, ``1SERVICE<…>`` and ``SERVICESILENT`` are calls too.
:func:`words` takes one reading (an IRI where it can be one), :func:`readings` follows both at every ``<``.
"""

import heapq
import re
from collections.abc import Iterator

_CHAR = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
_CHAR += "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
_WORD = f"_{_CHAR}0-9\u00b7\u0300-\u036f\u203f\u2040\\-"
_LOCAL = rf"(?:[{_WORD}:]|%[0-9A-Fa-f]{{2}}|\\[-_~.!$&'()*+,;=/?#@%])"
# Bounded, so that a long word without a colon is not read again from each of its dots.
_PREFIX = rf"(?:[{_CHAR}][{_WORD}]{{0,60}}+(?:\.[{_WORD}]{{1,60}}+){{0,3}}+)?"

TOKEN = re.compile(
    rf"""(?P<space>[ \t\r\n]+)
    |(?P<comment>\#[^\r\n]*)
    |(?P<long>'''(?:'{{0,2}}(?:[^'\\]|\\.))*+(?P<shut>''')?|\"\"\"(?:\"{{0,2}}(?:[^\"\\]|\\.))*+(?P<shut2>\"\"\")?)
    |(?P<text>'(?:[^'\\\r\n]|\\.)*+'?|"(?:[^"\\\r\n]|\\.)*+"?)
    |(?P<iri><[^<>"{{}}|^`\\\x00-\x20]*+(?:\\[uU][0-9A-Fa-f]+[^<>"{{}}|^`\\\x00-\x20]*+)*+>)
    |(?P<variable>[?$][{_WORD}]+)
    |(?P<blank>_:{_LOCAL}+(?:\.+{_LOCAL}+)*+)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*+)
    |(?P<prefixed>(?P<prefix>{_PREFIX}):(?:{_LOCAL}+(?:\.+{_LOCAL}+)*+)?)
    |(?P<word>[A-Za-z_]+)
    |(?P<open>[({{\[])
    |(?P<close>[)}}\]])
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)

_MOST_PASSES = 40


class UnreadableError(Exception):
    """A text whose readings cost too much to follow."""


def words(text: str) -> Iterator[re.Match[str]]:
    """The tokens of a query that are not space, comment, string or IRI, each ``<…>`` taken for an IRI."""
    for token in TOKEN.finditer(text):
        if token.lastgroup not in ("space", "comment", "long", "text", "iri"):
            yield token


def names_its_graphs(text: str) -> bool:
    """Whether a query says which graphs it is asked of (``FROM``, ``FROM NAMED``; SPARQL 1.1 §13.2)."""
    return any(token["word"] and token["word"].upper().startswith("FROM") for token in words(text))


def readings(text: str) -> Iterator[re.Match[str]]:
    """The tokens of every reading of a query under which they may be keywords, by position.

    Where ``<`` is taken for a comparison, no keyword of a group can come before ``)`` or ``{``: SPARQL has expressions
    between parentheses only. :class:`UnreadableError` where following
    all would cost more than forty passes over the text.
    """
    pending, seen, budget = [(0, False)], {(0, False)}, _MOST_PASSES * (len(text) + 100)
    while pending:
        position, compared = heapq.heappop(pending)
        token = TOKEN.match(text, position)
        if token is None:
            continue
        if not compared:
            yield token
        budget -= len(token[0])
        if budget < 0:
            raise UnreadableError
        for state in _after(token, compared) - seen:
            seen.add(state)
            heapq.heappush(pending, state)


def _after(token: re.Match[str], compared: bool) -> set[tuple[int, bool]]:
    """Where reading goes on after a token, and whether it is still inside a comparison there."""
    if token["iri"]:
        return {(token.end(), compared), (token.start() + 1, True)}
    if token["long"] and not (token["shut"] or token["shut2"]):
        return {(token.end(), compared), (token.start() + 2, compared)}
    return {(token.end(), compared and token[0] not in ("{", ")"))}
