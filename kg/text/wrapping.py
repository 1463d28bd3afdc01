"""Lines that only the width of the page broke are joined again: « … sous la présidence de⏎Madame Anne ROUX »."""

import re
import tomllib
from array import array
from collections.abc import Iterator
from pathlib import Path

# What begins a line of its own: bullets, numbers, the heads of a deliberation.
_OWN_LINE = re.compile(
    r"\s*(?:[-–—•●▪❖➢✓>*◦|]|\(?\d{1,3}\s?[.)°/–-]|[a-zA-Z]\)|[IVX]{1,4}\s?[.)–-]|N\s?°|Article\b|ARTICLE\b|V[uU]\b|CONSID|Consid"
    r"|OBJET|Objet\b|[A-ZÀ-Þ][\w'’ -]{2,30}\s?:)"
)
_SPACED_BREAK = re.compile(r"  *\n *|\n  *")  # each begins with one character: a search runs from one to the next
_ENDED = (".", ":", ";", "!", "?", "|", "-")
_LEAST_WIDTH, _MOST_WIDTH = 60, 220
_LEAST_LINES = 5
# Letters differ in width: a full line may hold so much less than the longest; before a capital it may have ended.
_SLACK, _LEAST_SLACK = 0.92, 0.98
_ALL, _MANY = 0.85, 0.2
# « déli-⏎bération » is one word; « vice-⏎président », « celui-⏎ci » keep their hyphen.
_FULL = 0.75
_CUT_WORD = re.compile(r"(?<![A-Za-zÀ-ÿ])(?P<first>[A-Za-zÀ-ÿ']{2,})-$")
_HYPHENED = tomllib.loads((Path(__file__).parent / "hyphens.toml").read_text(encoding="utf-8"))
_FIRST_PARTS, _SECOND_PARTS = frozenset(_HYPHENED["before"]), frozenset(_HYPHENED["after"])


def unwrapped(text: str, starts: "array[int]") -> tuple[str, "array[int]"]:
    """The text with a space for each break that its width alone explains, and the raw offsets of its characters.

    Spaces at the ends of lines are left out, and so is the hyphen of a word that the end of a line cuts.
    """
    lines = text.split("\n")
    if " \n" in text or "\n " in text or text.startswith(" ") or text.endswith(" "):
        lines = [line.strip(" ") for line in lines]
    spaced = _is_single_spaced(lines)
    if spaced:
        lines = [line for line in lines if line]
    width = _width(lines)
    if width is None and not spaced:
        return _trimmed(text, starts)
    places = [place for place in _lines(text) if not spaced or place[0] < place[1]]
    out: list[str] = []
    offsets: array[int] = array("l")
    at, begun = 0, places[0][0]  # where what is not yet told of in the offsets begins
    while at + 1 < len(lines):
        start, end = places[at]
        step, cut, joint = _joint(lines, at, width)
        out.append(text[start : end - cut] + joint)
        at += step
        if cut or not joint or places[at][0] != end + 1:
            offsets.extend(starts[begun : end - cut])
            offsets.extend(starts[end : end + len(joint)])
            begun = places[at][0]
    start, end = places[-1]
    offsets.extend(starts[begun:end])
    offsets.append(starts[len(text)])
    return "".join((*out, text[start:end])), offsets


def _trimmed(text: str, starts: "array[int]") -> tuple[str, "array[int]"]:
    """The text without the spaces at the ends of its lines, none of which is joined to another."""
    out: list[str] = []
    offsets: array[int] = array("l")
    at, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    for gap in _SPACED_BREAK.finditer(text, at) if " \n" in text or "\n " in text else ():
        out.extend((text[at : gap.start()], "\n"))
        offsets.extend(starts[at : gap.start() + 1])
        at = gap.end()
    if not out and end - at == len(text):
        return text, starts
    out.append(text[at:end])
    offsets.extend(starts[at : max(at, end)])
    offsets.append(starts[len(text)])
    return "".join(out), offsets


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without the spaces around it."""
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line and (line[0] == " " or line[-1] == " "):
            begins = end - len(line.lstrip(" "))
            yield begins, max(begins, at + len(line.rstrip(" ")))
        else:
            yield at, end
        at = end + 1


def _is_single_spaced(lines: list[str]) -> bool:
    """Whether an empty line stands below each line and parts sentences too: it says nothing."""
    empty = lines.count("")
    written = len(lines) - empty - sum(map(bool, lines[-2:]))
    if empty < _LEAST_LINES or empty < _ALL * written:
        return False
    threes = zip(lines, lines[1:], lines[2:], strict=False)
    parted = [after for line, between, after in threes if after and not between and line]
    cut = sum(after[0].islower() for after in parted)
    return len(parted) >= _LEAST_LINES and len(parted) >= _ALL * written and cut >= _MANY * len(parted)


def _joint(lines: list[str], at: int, width: int | None) -> tuple[int, bool, str]:
    """How a line is joined to the next: how many lines on, whether its hyphen goes, and what stands between."""
    line, following = lines[at], lines[at + 1]
    if width is None:
        return 1, False, "\n"
    if line[-1:] == "-" and len(line) > _FULL * width and following[:1].islower() and (word := _CUT_WORD.search(line)):
        return 1, is_cut_word(word["first"], re.split(r"\W", following)[0]), ""
    after = lines[at + 2] if at + 2 < len(lines) else ""
    if not following and after and _is_wrapped(line, after, width) and _is_cut(after):
        return 2, False, " "
    return 1, False, " " if _is_wrapped(line, following, width) else "\n"


def is_cut_word(first: str, second: str) -> bool:
    """Whether two parts are one word (« déli- bération »), not two that a hyphen ties (« vice- président »)."""
    return first.lower() not in _FIRST_PARTS and second not in _SECOND_PARTS


def _is_cut(following: str) -> bool:
    """Whether what stands below an empty line goes on with a sentence, as a scanner that parts all lines prints it."""
    return following[0].islower() or following[0].isdigit()


def _width(lines: list[str]) -> int | None:
    """How many characters a full line holds; None where lines are few, short or endless."""
    lengths = sorted(filter(_LEAST_WIDTH.__le__, map(len, lines)))
    if len(lengths) < _LEAST_LINES:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    return width if width <= _MOST_WIDTH else None


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    if not following[:1].isalnum() or line.rstrip().endswith(_ENDED) or len(line) > 1.2 * width:
        return False
    space = following.find(" ")
    word = len(following) if space < 0 else space
    slack = _SLACK if following[0].islower() else _LEAST_SLACK
    return len(line) + 1 + word > slack * width and not _OWN_LINE.match(following)
