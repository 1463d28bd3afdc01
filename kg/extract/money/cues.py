"""Cues written on one line that also match across the line breaks of a page."""

import re

_PIECES = re.compile(r"\[[^\]]*\]|\\.| \?| ")


def cue(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern compiled with each of its spaces standing for a space, a line break or both."""
    return re.compile(_PIECES.sub(_spaced, pattern), flags)


def _spaced(piece: re.Match[str]) -> str:
    return {" ": r"\s{1,2}", " ?": r"\s{0,2}"}.get(piece[0], piece[0])
