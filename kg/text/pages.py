"""Where a page ends inside of a sentence: « la mise en place Procès-verbal – Page 3 / 14 d'une bibliothèque ».

What a page prints at its foot and its head is no part of the sentence. It is told by the numbers of the pages, which
follow one another, and by the words that stand beside more than one of them. So is the stamp of a receipt that the
préfecture prints on each page; its first print stays, which proves the receipt.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, takewhile
from operator import eq

from kg.model import Span
from kg.text.cues import Placed, cue_positions

_DASHED = re.compile(r"[–-](?= \d{1,3} [-–])")
_BEFORE_TOTAL = re.compile(r"\d{1,3} ?$")


def _places(text: str, start: int, end: int) -> list[int]:
    """Where the number of a page may begin: a text has more figures than strokes and dashes."""
    places = cue_positions(text, ("page", "Page", "PAGE"), start, end)
    places.extend(dashed.start() for dashed in _DASHED.finditer(text, start, end))
    for stroke in cue_positions(text, ("/",), start, end):
        if number := _BEFORE_TOTAL.search(text, max(start, stroke - 4), stroke):
            places.append(number.start())
    return sorted(places)


_MARK = Placed(
    r"\b(?:[Pp]age|PAGE) ?(?:n ?[°º] ?)?(?P<page>\d{1,3})(?: ?(?:/|sur|SUR|de) ?(?P<of>\d{1,3}))?(?![\d/.,]\d)"
    r"|(?<![\w/.,°-])(?<![°º] )(?P<bare>\d{1,3}) ?/ ?(?P<total>\d{1,3})(?![\d/.,-]|\s?(?:h|%|€|e\b))"
    r"|(?<=[\s])[-–] (?P<dashed>\d{1,3}) [-–](?=\s)",
    _places,
)
_STAMP = re.compile(
    r"Envoyé en (?:sous-)?préfecture le [^;]{0,200}?\bID ?: ?(?P<id>\d{3} ?- ?\d{9} ?-[\w-]{8,50})"
    r"|Accusé de réception en (?:sous-)?préfecture\s+(?P<act>\d{3}-\d{9}-[\w-]{8,50})"
    r"(?:\s+Date de (?:télétransmission|réception)[^\d]{0,20}\d\d/\d\d/\d{4}){0,2}"
)
_RECEIPT = re.compile(r"\d\d[\dAB]-\d{9}-\d{8}-[\w-]{1,40}")
_WORD_BEFORE, _LONGEST_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}\s{1,3}$"), 24
_FEWEST_PAGES = 3
_APART = 500  # a page holds more characters
_LONGEST_HEAD = 240  # with an address and a receipt
_SHORTEST_HEAD = 10
# What a sentence cannot end with, before it goes on on the next page.
_OPEN = re.compile(
    r"(?:,|-|\b(?:[dlnscj]'|de|du|des|la|le|les|et|ou|à|a|au|aux|en|pour|par|sur|dans|avec|un|une|son|sa|ses|ce|cette"
    r"|que|qui|dont|est|sont|(?:Monsieur|Madame|Mmes?|M\.|MM\.)(?: [A-ZÀ-Þ][a-zà-ÿ-]+)?))\s*$"
)


def page_ends(text: str) -> list[Span]:
    """The feet and heads of pages that stand inside of a sentence, in order; offsets of the text."""
    marks = [span for series in _series(text) for span in series]
    found = sorted(_with_heads(text, sorted(marks)))
    found = sorted([*found, *_apart(_stamps(text), found)])
    return _but_receipts(text, [span for span in found if _inside_a_sentence(text, span)])


def _but_receipts(text: str, feet: list[Span]) -> list[Span]:
    """The feet without the last one that holds a receipt's number, where no other place of the text prints it."""
    holding: dict[str, list[Span]] = defaultdict(list)
    for foot in feet:
        for number in set(_RECEIPT.findall(text, foot.start, foot.end)):
            holding[number].append(foot)
    only = {held[-1] for number, held in holding.items() if text.count(number) == len(held)}
    return [foot for foot in feet if foot not in only]


def page_feet(text: str) -> list[Span]:
    """The feet of pages that hold words beside the number, the same on more than one page, wherever they stand."""
    ways = [series for _, series in _ways(text)]
    marks = sorted(span for series in ways if _rises(series) for _, span in series)
    feet = [foot for mark, foot in zip(marks, _with_heads(text, marks), strict=True) if foot != mark]
    return feet or [foot for series in ways for foot in _beside_contents(text, series)]


def _beside_contents(text: str, marks: Sequence[tuple[int, Span]]) -> Iterator[Span]:
    """The feet of pages whose numbers a table of contents prints too: all have the same words before."""
    if len(marks) < _FEWEST_PAGES or _rises(marks):
        return
    words: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for mark in marks:
        word = _WORD_BEFORE.search(text, max(0, mark[1].start - _LONGEST_WORD), mark[1].start)
        words[word[0] if word else ""].append(mark)
    for before, same in words.items():
        if before and len(same) >= _FEWEST_PAGES and _rises(same):
            passages = [text[max(0, mark.start - _LONGEST_HEAD) : mark.start][::-1] for _, mark in same]
            first, last = min(passages), max(passages)  # what both begin with, all begin with
            common = len([*takewhile(bool, map(eq, first, last))])
            yield from (Span(mark.start - _head_before(text, mark.start, common), mark.end) for _, mark in same)


def _rises(series: Sequence[tuple[int, Span]]) -> bool:
    """Pages that follow one another; some may be left out of the text."""
    return all(other[0] > one[0] and other[1].start - one[1].end >= _APART for one, other in pairwise(series))


def _series(text: str) -> Iterator[list[Span]]:
    """The numbers of the pages, by the way in which they are printed, where they follow one another."""
    for of, marks in _ways(text):
        alone = len(marks) == 1 and of is not None and text[marks[0][1].start] in "Pp"
        if alone or (len(marks) > 1 and all(_follows(one, other) for one, other in pairwise(marks))):
            yield [span for _, span in marks]


def _ways(text: str) -> list[tuple[str | None, list[tuple[int, Span]]]]:
    """The numbers of pages with their places, by the way in which they are printed: of how many, or not."""
    ways: dict[tuple[str, str | None], list[tuple[int, Span]]] = defaultdict(list)
    for match in _MARK.finditer(text):
        kind = str(match.lastgroup)
        of = match["of"] or match["total"]
        number = match["page"] or match["bare"] or match["dashed"]
        ways["page" if match["page"] else kind, of].append((int(number), Span(*match.span())))
    return [(of, marks) for (_, of), marks in ways.items()]


def _stamps(text: str) -> Iterator[Span]:
    """The stamps of receipts that the text holds already."""
    seen: set[str] = set()
    for match in _STAMP.finditer(text):
        printed = match["id"] or match["act"]
        if printed in seen:
            yield Span(*match.span())
        seen.add(printed)


def _apart(stamps: Iterable[Span], found: Sequence[Span]) -> Iterator[Span]:
    """The stamps that overlap nothing found, which is in order."""
    reached = [0, *accumulate((span.end for span in found), max)]
    for stamp in stamps:
        if reached[bisect_left(found, stamp.end, key=lambda span: span.start)] <= stamp.start:
            yield stamp


def _follows(one: tuple[int, Span], other: tuple[int, Span]) -> bool:
    return other[0] - one[0] == 1 and other[1].start - one[1].end >= _APART


def _with_heads(text: str, marks: Sequence[Span]) -> list[Span]:
    """Each number with the words beside it that stand beside another number too."""
    before = _shared([text[max(0, mark.start - _LONGEST_HEAD) : mark.start][::-1] for mark in marks])
    after = _shared([text[mark.end : mark.end + _LONGEST_HEAD] for mark in marks])
    return [
        Span(mark.start - _head_before(text, mark.start, one), mark.end + _head_after(text, mark.end, other))
        for mark, one, other in zip(marks, before, after, strict=True)
    ]


def _shared(passages: Sequence[str]) -> list[int]:
    """How many first characters each passage shares with another one: sorted, the most alike are neighbours."""
    lengths = [0] * len(passages)
    for one, other in pairwise(sorted(range(len(passages)), key=passages.__getitem__)):
        length = len([*takewhile(bool, map(eq, passages[one], passages[other]))])
        lengths[one], lengths[other] = max(lengths[one], length), max(lengths[other], length)
    return lengths


def _head_before(text: str, at: int, length: int) -> int:
    """How many of the shared characters before a number are a head, which begins with a capital."""
    shared = text[at - length : at]
    head = re.search(r"(?:^|(?<=\s))[A-ZÀ-Þ0-9]", shared)
    kept = len(shared) - head.start() if head else 0
    return kept if kept >= _SHORTEST_HEAD else 0


def _head_after(text: str, at: int, length: int) -> int:
    """How many of the shared characters after a number are a head, up to its last whole word."""
    kept = text.rfind(" ", at, at + length) - at
    begins = text[at : at + 3].strip()[:1]
    return kept if kept >= _SHORTEST_HEAD and (begins.isupper() or begins.isdigit()) else 0


def _inside_a_sentence(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 16) : span.start]
    after = text[span.end : span.end + 4].lstrip()
    return bool(after) and (
        (after[0].islower() and before.rstrip()[-1:] not in (".", ":", ";", "!", "?")) or bool(_OPEN.search(before))
    )
