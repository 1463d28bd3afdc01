"""What a list prints before its entries: a theme (« Finances DEL-2 … »), a bullet that OCR read as a letter.

Where no stop parts it from the entry above, it would end the title there. A theme is told by an entry before which it
stands alone, a bullet by several titles that it ends.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Item
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.words import PREPOSITIONS

_THEME = re.compile(r"[A-ZÀ-Þ][^\d.;:!?()«»]{3,59}")
_BULLET = re.compile(r"[\w)»\"]\s(?P<letter>[^\W\d_])$")
_LAST_WORD = re.compile(r"([^\W\d_]+)['’]?\s?$")
FEWEST = 3  # titles that a bullet ends
_LONGEST = 66  # from a title to the next number, with a theme between


def without_leads(zone: Zone, items: list[Item]) -> list[Item]:
    """The entries of a list, each title without what leads to the entry below."""
    themes = {theme for one, other in pairwise(items) if (theme := _between(zone, one, other))}
    bullets = _bullets(zone, items)
    if not themes and not bullets:
        return items
    led = [_without(zone, one, other, themes, bullets) for one, other in pairwise(items)]
    return [*led, *items[-1:]]


def _ends_at(zone: Zone, one: Item, other: Item) -> bool:
    """True where nothing stands between a title and the entry below."""
    title = one.heading.title
    return title is not None and one.heading.rest is None and not zone.view.text[title.end : other.start].strip()


def _between(zone: Zone, one: Item, other: Item) -> str | None:
    """The theme alone between the title of an entry and the number of the next one."""
    if one.heading.title is None or other.start - one.heading.title.end > _LONGEST:
        return None
    theme = zone.view.text[one.heading.title.end : other.start].strip(" .;|\n")
    return theme if _THEME.fullmatch(theme) else None


def _bullets(zone: Zone, items: Sequence[Item]) -> set[str]:
    """The letters that end several titles right before the entry below."""
    ended = Counter(
        found["letter"]
        for one, other in pairwise(items)
        if one.heading.title and _ends_at(zone, one, other)
        if (found := _BULLET.search(zone.view.text, *one.heading.title))
    )
    return {letter for letter, times in ended.items() if times >= FEWEST}


def _without(zone: Zone, one: Item, other: Item, themes: set[str], bullets: set[str]) -> Item:
    title = one.heading.title
    if title is None or not _ends_at(zone, one, other):
        return one
    printed = zone.view.text[slice(*title)]
    bullet = _BULLET.search(zone.view.text, *title)
    if bullet and bullet["letter"] in bullets:
        cut: int | None = bullet.start("letter")
    else:
        cut = next((title.end - len(theme) for theme in themes if _leads(printed, theme)), None)
    kept = trimmed(zone.view.text, title.start, cut) if cut is not None else None
    return replace(one, heading=replace(one.heading, title=kept)) if kept else one


def _leads(title: str, theme: str) -> bool:
    """« … en 2021 Voirie », and not « Commission des Finances »."""
    before = title.removesuffix(theme)
    word = _LAST_WORD.search(before)
    return before != title and before.endswith(" ") and not (word and word[1].lower() in PREPOSITIONS)
