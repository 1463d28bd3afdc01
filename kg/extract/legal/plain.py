"""The codes that are cited, and articles of those that number them without a letter: « article 1609 nonies C »."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.legal.laws import Reference


class Code(NamedTuple):
    """``plain``: its articles have no letter; else ``figures`` is how many begin their numbers."""

    abbreviation: str
    plain: bool
    figures: int


class Cited(NamedTuple):
    """A code named in the text, and where."""

    code: Code
    start: int
    end: int


_ORDER = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|undecies|duodecies)"
_LATIN = rf"(?:\s*{_ORDER})?(?:\s*[A-Z]{{1,2}})?(?:\s*{_ORDER})?"
_PLAIN = re.compile(
    rf"(?<![\w.,-])(?<![LRDlrd]\s)(?<!n°\s)(?<!alinéa\s)(?<!annexe\s)(?P<number>[1-9]\d{{0,3}}(?:[-.]\d{{1,3}}){{0,3}}{_LATIN})(?![\w€%°])"
)
ARTICLE = re.compile(r"\bart(?:icles?|\.)\s+")
_BARE = rf"[1-9]\d{{0,3}}(?:-\d{{1,3}}){{0,3}}(?:\s+(?:{_ORDER}|[a-h])\b){{0,3}}"
# « code civil, notamment ses articles 78 et 79 », « code civil et son article 2305 », « code pénal (art. 432-12) »
_NOTABLY = re.compile(
    r"[\s,(]{0,3}(?:et\s+)?(?:notamment,?\s+(?:en\s+)?)?(?:(?:ses|les|son|l'|l)\s*)?art(?:icles?|\.)\s+"
    rf"(?P<numbers>{_BARE}(?:\s*(?:,|et|a)\s+{_BARE}){{0,9}})(?![\w-]|\s+(?:de|du|des)\s)"
)
# What ends the reach of a code: the next « Vu », the end of a sentence or of an item.
BREAK = re.compile(r"[;!?]|\bvu[e]?\s+|\bconsiderant\b|\.\s+(?![lrd\d\s])|\n\s*[-–•*]")


# « l'article 2121-25 du Code général des collectivités territoriales », whose letter was left out
_FOUR_FIGURES = re.compile(
    r"\bart(?:icles?|\.)\s+(?P<number>\d{4}-\d{1,3}(?:-\d{1,3})?)\s+(?:et\s+suivants?\s+)?(?:du|dudit|de\s+ce)\s+(?:meme\s+)?$"
)
_NEAR, _FIGURES = 60, 4


def plain_articles(zone: Zone, cited: list[Cited]) -> Iterator[Reference]:
    """« article 1609 nonies C du code général des impôts », « code civil, notamment ses articles 78 et 79 »."""
    for one in cited:
        if not one.code.plain and one.code.figures == _FIGURES and one.code.abbreviation:
            article = _FOUR_FIGURES.search(zone.view.folded, max(zone.start, one.start - _NEAR), one.start)
            if article:
                value = f"{one.code.abbreviation}:{article['number']}"
                yield Reference(value, *article.span("number"), "article-whose-letter-is-left-out")
        if one.code.plain and one.code.abbreviation:
            for number in _PLAIN.finditer(zone.view.text, *_plain_reach(zone, one)):
                value = f"{one.code.abbreviation}:{canonical(number['number'])}"
                yield Reference(value, number.start(), number.end(), "article-without-letter")


def _plain_reach(zone: Zone, one: Cited) -> tuple[int, int]:
    """The passage in which bare numbers are articles of a code: before its name, else after « notamment »."""
    folded = zone.view.folded
    heads = list(ARTICLE.finditer(folded, max(zone.start, one.start - 120), one.start))
    if heads and not BREAK.search(folded, heads[-1].end(), one.start):
        return heads[-1].end(), one.start
    after = _NOTABLY.match(folded, one.end, zone.end)
    return (after.start("numbers"), after.end("numbers")) if after else (one.end, one.end)


def canonical(number: str) -> str:
    """« 2121 - 20 » and « 2121.20 » are 2121-20; « 1609 nonies C » is 1609noniesC."""
    return re.sub(r"\s+", "", re.sub(r"\s*[-.–—/]{1,2}\s*", "-", number))
