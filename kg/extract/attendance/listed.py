"""The names of one list: those that are written as members are, up to the first that belongs to no list."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.masks import MARK
from kg.extract.attendance.sections import Section
from kg.text.found import Found
from kg.text.names import find_names

_AFTER_CIVILITY = re.compile(rf"(?<!\w){CIVILITY}\s*$")
_PLURAL = re.compile(r"\b(?:mm|mmes|mlles|mrs|ms|mesdames|messieurs|mesdemoiselles)\b")


def find_members(zone: Zone, section: Section, masked: str) -> list[Found[str]]:
    """The names of a section, places left out, in offsets of the view. ``masked`` is its text (see ``masks``)."""
    found = [
        Found(name.value, name.start + section.start, name.end + section.start)
        for name in find_names(masked, listed=True)
        if MARK not in name.value
    ]
    return _without_places(zone, section, found)


def _without_places(zone: Zone, section: Section, found: list[Found[str]]) -> list[Found[str]]:
    """Where a civility leads the members one by one, words that it does not lead name communes and groups."""
    if _PLURAL.search(zone.view.folded, section.start, section.end):
        return found
    led = [name for name in found if _AFTER_CIVILITY.search(zone.view.folded, section.start - 9, name.start)]
    given = [name for name in found if _style(name.value) == "mixed"]
    if len(led) < 5 or len([name for name in given if name not in led]) > len(led) // 8:
        return found
    return [name for name in found if name in led or name in given]


def style_of(names: list[str]) -> str | None:
    """``mixed`` (Anne ROUX), ``capitals`` (ROUX) or ``small`` (Anne Roux): how four in five are written."""
    styles = [_style(name) for name in names]
    return next((style for style in set(styles) if styles.count(style) >= 0.8 * len(styles) and len(styles) > 3), None)


def _style(name: str) -> str:
    capitals = any(word.isupper() and len(word.strip("'.-")) > 1 for word in name.split())
    small = any(re.match(r"[A-ZÀ-Þ](?:[a-zà-ÿ]|\.)", word) for word in name.split())
    return ("mixed" if small else "capitals") if capitals else "small"


def of_list(text: str, start: int, found: list[Found[str]], style: str | None) -> Iterator[Found[str]]:
    """The names up to the first that is not written as the others and that no separator or civility introduces."""
    position = start
    for name in found:
        gap = text[position : name.start]
        off_style = style is not None and _style(name.value) not in (style, "mixed")
        introduced = re.search(rf"[,;–—-]\s*$|\bet\s*$|\(\s*$|(?i:{CIVILITY})\s*$|(?:à|À|par|de|d')\s*$", gap)
        if off_style and not introduced:
            return
        if position > start and _prose(gap):
            return
        yield name
        position = name.end


def _prose(gap: str) -> bool:
    """A sentence stands between two names, which no link explains: the list was over."""
    words = re.findall(r"\b[a-zà-ÿ]{2,}\b", re.sub(r"\([^()]*\)", "", gap))
    linked = re.search(
        r"pouv?oir|procuration|mandat|repr[ée]sent|suppl|remplac|donn|d[ée]lib[ée]ration|point|question", gap
    )
    return len(words) > (45 if linked else 7)
