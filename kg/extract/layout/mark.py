"""A place where an act may begin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """``start``: where the heading begins; ``body``: where its number or title is read.

    ``series`` names what it is one of, ``value`` its rank there. ``firm`` marks stand where a heading may: a mark in
    mid-sentence counts only among several that follow each other.
    """

    start: int
    body: int
    series: str
    value: tuple[int, ...]
    firm: bool = True
