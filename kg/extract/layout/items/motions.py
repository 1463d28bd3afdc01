"""« Vœu présenté par le groupe … relatif à … »: a motion without number after a numbered act, put to the vote."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.marks.heading import Heading, Item
from kg.extract.layout.titles.title import title_at
from kg.text.word_starts import Begun

_FOLDED = "v(?:œ|oe)ux?"  # the letter has no shape of its own length without its ligature
_MOTION = Begun(
    rf"(?<![\w«])(?:{_FOLDED}|motion) (?:(?:presente|depose|propose|soumis)e?s? par|du groupe|des groupes"
    r"|de la majorite|de l'opposition|de (?:m\.|mme|monsieur|madame)) ",
    ("vœu", "voeu", "motion "),
)
# « Le vœu est rejeté », « la motion, mise aux voix, est adoptée par 12 voix ».
_DONE = r"(?:rejete|adopte|approuve|vote|repousse|retire|ajourne)"
_OUTCOME = re.compile(
    rf"(?:{_FOLDED}|motion)\b[^.;:]{{0,90}}?\s(?:est|sont|a ete)\s(?:\w+\s){{0,2}}?{_DONE}"
    rf"|{_DONE}e?s? (?:a l'unanimite|a la majorite|par \d)"
)


def with_motions(zone: Zone, items: list[Item]) -> list[Item]:
    """The items, each cut where a motion begins that is told below its decision and has an outcome of its own."""
    return [part for item in items for part in _parts(zone, item)]


def _parts(zone: Zone, item: Item) -> Iterator[Item]:
    rest = item
    for said in zone.part(item.heading.end, item.end).find(_MOTION):
        if found := _motion(zone, rest, said.start()):
            yield replace(rest, end=found.start)
            rest = found
    yield rest


def _motion(zone: Zone, item: Item, at: int) -> Item | None:
    """The motion that begins at an offset with a capital, once the act before it is decided."""
    if not zone.view.text[at].isupper() or not own_decisions(zone.part(item.heading.end, at)):
        return None
    title = title_at(zone.view, at, item.end)
    if title is None or not _OUTCOME.search(zone.view.folded, title.end, item.end):
        return None
    return Item(Heading(at, title.end, None, title, "motion"), at, item.end)
