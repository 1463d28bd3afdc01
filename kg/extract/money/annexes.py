"""Annexed documents, as listed under « Annexes », « Pièces jointes », « Liste des annexes … »."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.money.cues import cue
from kg.model import Span

_HEADING = cue(
    r"(?:\bliste des (?:annexes|pieces jointes|documents annexes)(?: (?:transmises?|jointes?|annexees?)[^:\n]{0,40})?"
    r"|(?:^|(?<=\n))\s?(?:annexes?|pieces?[ -]jointes?|documents? annexes?|p\.? ?j\.?)"
    r"|[.;)] pieces? jointes?) ?:"
)
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"^\s*(?:[-–—•*▪➢o\uf0b7]|\d{1,2}[.)])\s*")
_END = re.compile(
    r"^\s*(?:$|(?:monsieur|madame|le |la |les |l'|fait a|pour |acte |accuse|publie|vu |signe|conformement"
    r"|delai|transmis|exemples?\b))"
)
_INLINE_END = re.compile(r"[.;](?=\s)|\n|(?= (?:monsieur|madame|fait a|le maire|le president)\b)")
_MOST_ITEMS = 30
_LONGEST = 200


def read(act: Act) -> Iterator[Mention]:
    """The items of each list of annexes, in order."""
    for heading in act.item.find(_HEADING):
        zone = act.item.part(heading.end(), act.item.end)
        for start, end in _items(zone):
            yield Mention("annexes", zone.printed(start, end), (Span(start, end),), "listed-under-heading")


def _items(zone: Zone) -> Iterator[Span]:
    same_line = _LINE.match(zone.view.text, zone.start, zone.end)
    if same_line and same_line[0].strip():
        yield from _inline(zone, same_line)
        return
    yield from _lines(zone)


def _inline(zone: Zone, line: re.Match[str]) -> Iterator[Span]:
    """One item beside the heading: « Pièce jointe : convention »."""
    stop = _INLINE_END.search(zone.view.folded, line.start() + 1, min(zone.end, line.start() + _LONGEST))
    item = _trimmed(zone, line.start(), stop.start() if stop else min(line.end(), line.start() + _LONGEST))
    if item.end > item.start and not _END.match(zone.view.folded[item.start : item.end]):
        yield item


def _lines(zone: Zone) -> Iterator[Span]:
    """One item a line, up to the first line that is none."""
    pending: Span | None = None
    for count, line in enumerate(_LINE.finditer(zone.view.text, zone.start, zone.end)):
        bulleted = _BULLET.match(line[0])
        folded = zone.view.folded[line.start() : line.end()]
        if count >= _MOST_ITEMS or (not bulleted and (pending is None or _END.match(folded))):
            break
        if bulleted:
            if pending:
                yield pending
            pending = _trimmed(zone, line.start() + bulleted.end(), line.end())
        elif pending:
            if zone.view.text[pending.end : line.start()].count("\n") > 1:
                break
            pending = _trimmed(zone, pending.start, line.end())
    if pending:
        yield pending


def _trimmed(zone: Zone, start: int, end: int) -> Span:
    text = zone.view.text
    while start < end and text[start] in " \n-–•":
        start += 1
    while end > start and text[end - 1] in " \n.;,":
        end -= 1
    return Span(start, end)


EXTRACTOR = Extractor(
    "annexes",
    read,
    examples=(
        Example(
            "Liste des annexes transmises en préfecture:\n- convention\n- plan_masse_v2.pdf\n\nMonsieur"
            " le Président certifie",
            {"annexes": ["convention", "plan_masse_v2.pdf"]},
        ),
        Example("Pièce jointe : règlement intérieur\nLe Maire", {"annexes": ["règlement intérieur"]}),
        Example("Adopté à l'unanimité. Pièce jointe : plan de masse. Le Maire", {"annexes": ["plan de masse"]}),
    ),
    counter_examples=(
        Example("La convention ci-annexée est approuvée ; les budgets annexes : eau et assainissement.", {}),
        Example("Annexes :\nLe Maire,", {}),
    ),
)
