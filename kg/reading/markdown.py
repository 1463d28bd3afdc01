"""Markdown, as OCR services give it: its marks are taken off in place, so that offsets are those of the file.

A mark becomes as many characters that say nothing (U+200B, which the normalised view leaves out) or that say in plain
text what it meant: a tab between cells, a line break, a bullet. CommonMark 0.31 and GitHub's tables are read as far as
documents of councils go: headings, emphasis, lists, tables, links, images, quotes, escapes, HTML tags, simple formulas.
"""

import html
import re
from collections.abc import Callable
from functools import partial

# Signs of Markdown that plain texts do not hold; two of them say that a text is one.
_SIGNS = re.compile(
    r"(?m)^#{1,6} \S|\*\*[^\s*][^*\n]{0,200}\*\*|^ {0,3}\|?(?: {0,9}:?-{3,60}:? {0,9}\|){1,40}|!\[[^\]\n]{0,200}\]\("
)
_NOTHING = "\u200b"


def is_markdown(text: str) -> bool:
    """Whether a text holds marks of Markdown: two at least in its first 20,000 characters."""
    signs = _SIGNS.finditer(text, 0, 20_000)
    return next(signs, None) is not None and next(signs, None) is not None


def read_markdown(text: str) -> str:
    """The text without its marks, of the same length: each character that is left stands where it stood."""
    for pattern, written in _RULES:
        text = pattern.sub(partial(_padded, written), text)
    return text


def _padded(written: Callable[[re.Match[str]], str], mark: re.Match[str]) -> str:
    """What a mark is written as, made as long as it was."""
    return written(mark).ljust(len(mark[0]), _NOTHING)


def _nothing(mark: re.Match[str]) -> str:
    return ""


def _inside(mark: re.Match[str]) -> str:
    """What a pair of marks holds, where it stood."""
    before = mark.start("inside") - mark.start()
    return _NOTHING * before + mark["inside"]


def _entity(mark: re.Match[str]) -> str:
    char = html.unescape(mark[0])
    return char if len(char) < len(mark[0]) else mark[0]


def _as(written: str) -> Callable[[re.Match[str]], str]:
    return lambda mark: written


# In this order: what is inside a mark is read by the rules after it.
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), _nothing),
    (re.compile(r"(?i)<(?:br|/tr|/p|/li|/h[1-6]|/div) {0,3}/?>"), _as("\n")),
    (re.compile(r"(?i)</t[dh]>"), _as("\t")),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,200}>"), _nothing),
    (re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6});"), _entity),
    (re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)"), _nothing),
    (re.compile(r"\[(?P<inside>[^\]\n]{1,300})\]\([^)\n]{0,500}\)"), _inside),
    (re.compile(r"(?m)^ {0,3}\|?(?: {0,9}:?-{3,60}:? {0,9}(?:\||$)){1,40} {0,9}$"), _nothing),
    (re.compile(r"(?m)^ {0,3}(?:[-*_] {0,3}){3,60}$|^ {0,3}={3,60} {0,9}$|^```.{0,40}$"), _nothing),
    (re.compile(r"(?m)^ {0,3}#{1,6} +| +#{1,6} *$"), _nothing),
    (re.compile(r"(?m)^ {0,3}(?:> ?)+"), _nothing),
    (re.compile(r"(?m)^(?P<inside> {0,8})[*+](?= )"), lambda mark: mark["inside"] + "-"),
    (re.compile(r"\^\{? ?\\circ ?\}?|\\degree\b|\^\{\\text ?\{o\}\}"), _as("°")),
    (re.compile(r"\\(?:mathrm|text|mathbf|textbf|underline) ?\{(?P<inside>[^{}\n]{0,200})\}"), _inside),
    (re.compile(r"(?<![\\\d])\$(?P<inside>[^$\n]{1,200})\$"), _inside),
    (
        re.compile(
            r"\*{2,3}|(?<![\w*])\*(?=[^\s*][^*\n]{0,300}\*)|(?<=[^\s*])\*(?![\w*])|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)"
        ),
        _nothing,
    ),
    (re.compile(r"(?m)^ {0,3}\|| {0,1}\| {0,9}$"), _nothing),
    (re.compile(r"(?<!\\)\|"), _as("\t")),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])"), _nothing),
)
