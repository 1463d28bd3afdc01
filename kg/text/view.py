"""A text made easy to match, with exact offsets back to the characters as read."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any

from kg.model import Span
from kg.text.misread import mended
from kg.text.pages import page_ends
from kg.text.wrapping import is_cut_word, unwrapped

# Pieces whose normal form is not themselves. Line breaks are kept: layouts need them.
_PIECES = re.compile(
    r"(?P<ligature>[\uFB00-\uFB06])"
    r"|(?P<nothing>[\u00AD\u200B-\u200D\u2060\uFEFF]+)"
    r"|(?P<break>\r\n?|[\f\v\x85\u2028\u2029])"
    r"|(?P<space>[ \t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+)"
    r"|(?P<hyphen>[\uFFFE\u2010\u2011])"
    r"|(?P<apostrophe>[\u2019\u2018\u02BC\u00B4`])"
    r"|(?P<composed>[A-Za-z][\u0300-\u036F]+)"
)
_START, _END = attrgetter("start"), attrgetter("end")
_MARK = re.compile(r"[\u0300-\u036F]")
# The same in a text without combining marks whose single characters are already written as one other: the set that
# begins it lets the search run over plain characters.
_ODD = r"\r\f\v\x85\u2028\u2029\uFB00-\uFB06\u00AD\u200B-\u200D\u2060\uFEFF"
_BROKEN = (
    r"(?P<break>(?<=\r)\n?|(?<=[\f\v\x85\u2028\u2029]))"
    r"|(?P<ligature>(?<=[\uFB00-\uFB06]))"
    r"|(?P<nothing>(?<=[\u00AD\u200B-\u200D\u2060\uFEFF])[\u00AD\u200B-\u200D\u2060\uFEFF]*)"
)
_UNEVEN = re.compile(rf"[ {_ODD}](?:(?P<space>(?<= ) +)|{_BROKEN})")
_UNEVEN_BUT_SPACES = re.compile(rf"[{_ODD}](?:{_BROKEN})")
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ONE_FOR_ONE = (
    *((space, " ") for space in _SPACES),
    *((hyphen, "-") for hyphen in "\ufffe\u2010\u2011"),
    *((apostrophe, "'") for apostrophe in "\u2019\u2018\u02bc\u00b4`"),
    *zip("{}", "()", strict=True),  # as scanned: acts have no braces
)
# What a merge program or a converter of Word files leaves in a text: « <OBJET>… </OBJET », « [pic] ».
_LEFT = re.compile(r"</?[A-Z][A-Z0-9]{2,9}\b>?|\[pic\]")
# « UNANIMIÏE », « ACCEPÏE », « CEÏÏE »: a T of a bold heading, as scanned; « MOÏSE » and « LOÏC » keep theirs.
_MISREAD_T = re.compile(r"Ï(?:(?<=[BCDFGHJKLMNPQRSTVWXZEIUÏ]Ï)|(?=[IÏ])|(?<![^\W\d_]Ï)(?=[A-Z]{2}))")
# « l unanimité », « s est réuni »: a page whose apostrophes did not come through.
_LOST_APOSTROPHE = re.compile(r"(?<=(?<![a-z0-9'.-])[ldsn]) (?=[aeiouyh]\w)")
_FEW_LOST = 4
# What PDFium gives for the hyphen at the end of a line, the line's end left out: « déli￾bération », « vice￾président ».
_LINE_HYPHEN = re.compile("(?P<first>[A-Za-zÀ-ÿ']{2,})\ufffe(?P<second>[a-zà-ÿ]+)")
_OFFSETS = array("l", range(1 << 16))


@dataclass(frozen=True)
class View:
    """A normalised copy of a raw text.

    ``text`` has single spaces, straight apostrophes, composed accents and expanded ligatures; ``folded`` is the same
    text in lower case without accents, character for character (``folded[i]`` is ``text[i]``), for cues. Line breaks
    stay ``\\n``. ``starts[i]`` is the raw offset of ``text[i]``; it has one more entry, the raw length. ``left_out``
    are the raw passages that a page printed inside of a sentence.
    """

    raw: str
    text: str
    starts: "array[int]"
    left_out: tuple[Span, ...] = ()

    @cached_property
    def folded(self) -> str:
        """``text`` in lower case, without accents, of its length; misread letters and lost apostrophes are mended."""
        read = mended(self.text)
        folded = fold_same_length(_MISREAD_T.sub("T", read) if "Ï" in read else read)
        if folded.count(" l ") + folded.count(" d ") < _FEW_LOST:
            return folded
        lost = sum(1 for _ in _LOST_APOSTROPHE.finditer(folded))
        return _LOST_APOSTROPHE.sub("'", folded) if lost >= max(_FEW_LOST, folded.count("'")) else folded

    @cached_property
    def memo(self) -> dict[tuple[object, ...], Any]:
        """What readers of this text have computed once for all of them, by a key of their own."""
        return {}

    def raw_span(self, start: int, end: int) -> Span:
        """The raw passage behind ``text[start:end]``; white space at its ends is left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.starts[start], self._raw_end(start, end))

    def raw_spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The raw passages behind ``text[start:end]``: one, or two and more where pages end inside of it."""
        whole = self.raw_span(start, end)
        if not self.left_out:
            return (_stripped(self.raw, *whole),)
        first = bisect_right(self.left_out, whole.start, key=_START)
        inside = self.left_out[first : max(first, bisect_left(self.left_out, whole.end, key=_END))]
        bounds = [whole.start, *(edge for gap in inside for edge in gap), whole.end]
        return tuple(_stripped(self.raw, *bounds[at : at + 2]) for at in range(0, len(bounds), 2))

    def _raw_end(self, start: int, end: int) -> int:
        if end <= start:
            return self.starts[start]
        last = self.starts[end - 1]
        following = self.starts[end]
        if following == last + 1:
            return following
        piece = _PIECES.match(self.raw, last)
        after = piece.end() if piece else last + 1
        return min(following, after) if following > last else after


def normalise(raw: str) -> View:
    """The view of a raw text. Linear in its length."""
    out: list[str] = []
    starts: array[int] = array("l")
    position = 0
    even = _evened(raw)
    for piece in _pieces(raw, even):
        out.append(even[position : piece.start()])
        starts.extend(_offsets(position, piece.start()))
        written = _written(piece)
        out.append(written)
        starts.extend([piece.start()] * len(written))
        position = piece.end()
    out.append(even[position:])
    starts.extend(_offsets(position, len(raw) + 1))
    text, starts, left_out = _without_page_ends("".join(out), starts)
    return View(raw, *unwrapped(text, starts), left_out)


def _pieces(raw: str, even: str) -> Iterator[re.Match[str]]:
    """What is not written as it shall be."""
    if _MARK.search(raw):
        return _PIECES.finditer(even)
    return (_UNEVEN if "  " in even else _UNEVEN_BUT_SPACES).finditer(even)


def _without_page_ends(text: str, starts: "array[int]") -> tuple[str, "array[int]", tuple[Span, ...]]:
    """The text with one space, or the end of a line, for each foot and head of a page inside of a sentence."""
    ends = page_ends(text)
    if not ends:
        return text, starts, ()
    out, offsets, position = [], array("l"), 0
    for end in ends:
        begun = end.start
        while begun and text[begun - 1] in " \n":
            begun -= 1
        out.append(text[position:begun])
        offsets.extend(starts[position:begun])
        position = end.end - 1 if text[end.end : end.end + 1] not in (" ", "\n") else end.end
        out.append("\n" if "\n" in text[begun : end.end + 1] else " ")
        offsets.append(starts[begun])
        position += 1
    out.append(text[position:])
    offsets.extend(starts[position:])
    return "".join(out), offsets, tuple(Span(starts[end.start], starts[end.end]) for end in ends)


def _stripped(raw: str, start: int, end: int) -> Span:
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _evened(raw: str) -> str:
    """The text with characters written as one other, without the tags that programs left; of the same length."""
    if "\ufffe" in raw:
        raw = _LINE_HYPHEN.sub(_without_hyphen, raw)
    for char, written in _ONE_FOR_ONE:
        raw = raw.replace(char, written)
    return _LEFT.sub(lambda left: " " * len(left[0]), raw) if "<" in raw or "[pic]" in raw else raw


def _without_hyphen(word: re.Match[str]) -> str:
    """The parts of a word with a character between them that is then left out, or with the hyphen that they keep."""
    return f"{word['first']}\u00ad{word['second']}" if is_cut_word(word["first"], word["second"]) else word[0]


def _offsets(start: int, end: int) -> "array[int]":
    return (_OFFSETS if end <= len(_OFFSETS) else _counted(1 << end.bit_length()))[start:end]


@lru_cache(maxsize=1)  # long texts of one process share it
def _counted(most: int) -> "array[int]":
    return array("l", range(most))


def _written(piece: re.Match[str]) -> str:
    match piece.lastgroup:
        case "ligature":
            return unicodedata.normalize("NFKC", piece[0])
        case "composed":
            return unicodedata.normalize("NFC", piece[0])
        case "nothing":
            return ""
        case "break":
            return "\n"
        case "space":
            return " "
        case "hyphen":
            return "-"
        case _:
            return "'"


_FOLDS: dict[int, str] = {}
_FEW = 60


def fold_same_length(text: str) -> str:
    """Lower case without accents, one character for one; « œ » and « æ » stay."""
    if text.isascii():
        return text.lower()
    odd = [char for char in set(text) if char > "\x7f"]
    for char in odd:
        if ord(char) not in _FOLDS:
            base = unicodedata.normalize("NFD", char)[0].lower()
            _FOLDS[ord(char)] = base if len(base) == 1 else char
    if len(odd) > _FEW or len(text) < 200:
        return _lower_same_length(text.translate(_FOLDS))
    for char in odd:  # many times as fast as translating each character of a page
        text = text.replace(char, _FOLDS[ord(char)])
    return _lower_same_length(text)


def _lower_same_length(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def collapse(text: str) -> str:
    """White space collapsed to single spaces, none at the ends: how values are printed."""
    return " ".join(text.split())
