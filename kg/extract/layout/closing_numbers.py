"""Numbers that close items or their titles instead of heading them: « … (D.2021/38) », « → acte n° 2021-38 »."""

import re
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.item import Item
from kg.extract.layout.numbers import key_of
from kg.model import Span

_CLOSES = re.compile(
    r"(?:\(|→|=>|->|⇒)\s?(?:(?:acte|delib(?:eration|\.)?|dcm)\s)?(?:n\s?[°º]\s?)?"
    r"(?P<code>(?:[a-z]{1,5}[._ -]{0,2})?(?:19|20)?\d\d\s?[-_/.]\s?(?:[a-z]{1,4}\s?[-_/.]\s?)?\d{1,4})"
    r"\s?(?=\)|[.;]|\s|$)"
)
_CITED = re.compile(r"(?:loi|decret|arrete|ordonnance|marche|lot|parcelles?|article|du|le|la)\s?$")
FOOT, FEWEST = 200, 2  # characters at the end of an item; items that are numbered so


def with_closing_numbers(zone: Zone, items: list[Item]) -> list[Item]:
    """``items`` with the numbers that close them, where no item is headed by one and several close with one series."""
    if any(item.heading.number for item in items):
        return items
    closed = [_closing(zone, item) for item in items]
    series = [key_of(zone.view.folded[slice(*number)]) for number in closed if number]
    one = len({letters for letters, _ in series}) == 1 and len({groups for _, groups in series}) == len(series)
    if len(series) < FEWEST or 2 * len(series) < len(items) or not one:
        return items
    return [
        replace(item, heading=replace(item.heading, number=number)) if number else item
        for item, number in zip(items, closed, strict=True)
    ]


def _closing(zone: Zone, item: Item) -> Span | None:
    """The number between parentheses, or after an arrow, right after the title or among the last words of an item."""
    at = item.heading.title.end if item.heading.title else item.heading.end
    if headed := _CLOSES.match(zone.view.folded, at + zone.view.text.startswith(" ", at), item.end):
        return Span(*headed.span("code"))
    start = max(item.heading.end, item.end - FOOT)
    found = list(_CLOSES.finditer(zone.view.folded, start, item.end))
    if not found or _CITED.search(zone.view.folded, max(start, found[-1].start() - 12), found[-1].start()):
        return None
    return Span(*found[-1].span("code"))
