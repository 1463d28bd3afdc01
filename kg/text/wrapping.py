"""Lines that only the width of the page broke are joined again: « … sous la présidence de⏎Madame Anne ROUX »."""

import re
from array import array

# What begins a line of its own: bullets, numbers, the heads of a deliberation.
_OWN_LINE = re.compile(
    r"\s*(?:[-–—•●▪❖➢✓>*◦|]|\(?\d{1,3}\s?[.)°/–-]|[a-zA-Z]\)|[IVX]{1,4}\s?[.)–-]|N\s?°|Article\b|ARTICLE\b|V[uU]\b|CONSID|Consid"
    r"|OBJET|Objet\b|[A-ZÀ-Þ][\w'’ -]{2,30}\s?:)"
)
_ENDED = (".", ":", ";", "!", "?", "|", "-")
_LEAST_WIDTH, _MOST_WIDTH = 60, 220
_LEAST_LINES = 5
# Letters differ in width: a full line may hold so much less than the longest; before a capital it may have ended.
_SLACK, _LEAST_SLACK = 0.92, 0.98
_ALL, _MANY = 0.85, 0.2


def unwrapped(text: str, starts: "array[int]") -> tuple[str, "array[int]"]:
    """The text with a space for each break that its width alone explains, and the raw offsets of its characters."""
    text, starts = _single_spaced(text, starts)
    lines = text.split("\n")
    width = _width(lines)
    if width is None:
        return text, starts
    out, offsets, at, skipped = [], array("l"), 0, False
    for line, following, after in zip(lines, [*lines[1:], ""], [*lines[2:], "", ""], strict=True):
        end = at + len(line) + 1
        if not skipped:
            over_blank = not following and _is_wrapped(line, after, width) and _is_cut(after)
            wrapped = over_blank or _is_wrapped(line, following, width)
            out.append(line + ("" if line.endswith(" ") else " ") if wrapped else line + "\n")
            offsets.extend(starts[at : end - (wrapped and line.endswith(" "))])
        at, skipped = end, not skipped and over_blank
    return "".join(out)[: len(offsets) - 1], offsets


def _single_spaced(text: str, starts: "array[int]") -> tuple[str, "array[int]"]:
    """The text without its empty lines, where one stands below each line and parts sentences too."""
    lines = text.split("\n")
    below = [(lines[at + 1], lines[at + 2]) for at in range(len(lines) - 2) if lines[at]]
    parted = [after for empty, after in below if not empty and after]
    cut = sum(after[0].islower() for after in parted)
    if len(parted) < _LEAST_LINES or len(parted) < _ALL * len(below) or cut < _MANY * len(parted):
        return text, starts
    kept = [at for at in range(len(text)) if text[at] != "\n" or text[at - 1 : at] != "\n"]
    return "".join(text[at] for at in kept), array("l", [*(starts[at] for at in kept), starts[len(text)]])


def _is_cut(following: str) -> bool:
    """Whether what stands below an empty line goes on with a sentence, as a scanner that parts all lines prints it."""
    return following[0].islower() or following[0].isdigit()


def _width(lines: list[str]) -> int | None:
    """How many characters a full line holds; None where lines are few, short or endless."""
    lengths = sorted(len(line) for line in lines if len(line) >= _LEAST_WIDTH)
    if len(lengths) < _LEAST_LINES:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    return width if width <= _MOST_WIDTH else None


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    if not following[:1].isalnum() or line.rstrip().endswith(_ENDED) or len(line) > 1.2 * width:
        return False
    word = following.split(" ", 1)[0]
    slack = _SLACK if word[0].islower() else _LEAST_SLACK
    return len(line) + 1 + len(word) > slack * width and not _OWN_LINE.match(following)
