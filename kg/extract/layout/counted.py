"""Numbers of a register that only their series tells: « 200/2022 », « 12-2024 », « 22.105 », « 2022D105 ».

One of them alone may be a month, a share, a section of accounts; three that count on, each before a capital, are not.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.act import Zone
from kg.extract.layout.mark import Mark
from kg.extract.layout.numbered import is_reference
from kg.extract.layout.numbers import key_of
from kg.extract.layout.standing import stands_firm
from kg.text.cues import Led

_NUMBER = Led(
    r"(?<![\w/.,°'’-])(?:(?P<rank>\d{1,4})(?P<way>[/-](?:19|20)\d\d)|(?P<year>[1-4]\d[./-])(?P<count>\d{1,3})"
    r"|(?P<service>(?:19|20)\d\d[A-Z]{1,4}-?)(?P<place>\d{1,4}))"
    r"(?=\s{0,2}(?:[-–—:|]\s{0,2})?[«\"]?[A-ZÀ-Þ][\w'’])(?!\s?(?:EUR|HT|TTC|HA|M2)\b)",
    (),
    quick=r"\d(?<![\w/.,°'’-].)(?=\d{0,3}[/.-]\d|\d{3}[A-Z])",
)
_FEWEST, _FARTHEST = 3, 2  # numbers of a series, from one to the next
_NEAREST = 16  # characters


def counted(zone: Zone) -> Iterator[Mark]:
    """The numbers that follow one another, where three do."""
    ways: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for match in zone.find_exact(_NUMBER):
        rank = int(match["rank"] or match["count"] or match["place"])
        if not is_reference(zone, match.start()):
            ways[match["way"] or match["year"] or match["service"]].append((rank, match))
    for found in ways.values():
        for chain in _chains(found):
            yield from (_mark(zone, match) for match in chain)


def _chains(found: Sequence[tuple[int, re.Match[str]]]) -> Iterator[list[re.Match[str]]]:
    chain: list[tuple[int, re.Match[str]]] = []
    for rank, match in (*found, (-1, None)):
        follows = match and chain and 0 < rank - chain[-1][0] <= _FARTHEST
        if match and follows and match.start() - chain[-1][1].end() >= _NEAREST:
            chain.append((rank, match))
            continue
        if len(chain) >= _FEWEST:
            yield [one for _, one in chain]
        chain = [(rank, match)] if match else []


def _mark(zone: Zone, match: re.Match[str]) -> Mark:
    shape, groups = key_of(zone.view.folded[match.start() : match.end()])
    return Mark(match.start(), match.start(), f"code counted {shape}", groups, stands_firm(zone, match.start()))
