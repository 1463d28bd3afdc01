"""Where each deliberation of a document begins and ends, and what kind of document it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.extract.act import Act, Zone
from kg.extract.layout.annexed import without_minutes_below
from kg.extract.layout.bulletin import extracts_of, printed_acts
from kg.extract.layout.bundle import split_bundle, split_closed
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.items.listing import find_entries
from kg.extract.layout.items.minutes import find_items
from kg.extract.layout.kind import BULLETIN, is_named_minutes, kind_of
from kg.extract.layout.marks.heading import Heading, Item, mentions_of
from kg.extract.layout.opening import opening_of
from kg.extract.layout.single.heading import single_heading
from kg.extract.layout.titles.numbers import is_ordinal
from kg.extract.layout.words import DECISION
from kg.extract.scanned import find_scanned
from kg.text.view import View

_VOTED = re.compile(r"delibere|unanim|majorit|voix|adopte|(?:pour|votes?)\s?:")
_SETTLED = re.compile(
    r"(?<!\w)(?:retire|ajourne|reporte|renvoye|differe)r?e?s?(?!\w)|(?:prend|prennent|pris|donne) acte"
)

_LETTERHEAD = 600  # characters
SEVERAL = 2  # acts that are voted


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's kind and its deliberations. ``kind``: deliberation, minutes, list, bundle, or what it is instead."""

    kind: str
    acts: tuple[Act, ...]


def segment(view: View) -> Layout:
    """The layout of a document. Linear in its length."""
    whole = Zone(view, 0, len(view.text))
    kind = kind_of(view)
    if kind == "deliberation":
        return _deliberation(whole)
    if kind in ("minutes", "list"):
        return _minutes(whole, kind)
    acts = _of_bulletin(whole) if kind == BULLETIN else ()
    return Layout("bundle" if acts else kind, acts)


def _of_bulletin(whole: Zone) -> tuple[Act, ...]:
    """The deliberations printed in full; what the executive decides is none."""
    if heads := extracts_of(whole):
        singles = [act for part in heads if _is_begun(act := _single(part, "bundle", 1))]
        return tuple(replace(act, ordinal=ordinal) for ordinal, act in enumerate(singles, 1))
    return tuple(
        Act(
            "bundle",
            printed.preamble,
            whole.part(printed.item.start, printed.item.end),
            whole.part(whole.end, whole.end),
            ordinal,
            True,
            mentions_of(whole.view, printed.item.heading),
        )
        for ordinal, printed in enumerate(printed_acts(whole), 1)
    )


def _deliberation(whole: Zone) -> Layout:
    """One act, several with a head each, or several under one head."""
    whole = without_minutes_below(whole)
    heads = split_bundle(whole)
    if len(heads) < 2:
        heads = split_closed(whole)
    if len(heads) > 1:
        singles = [act for part in heads if _is_begun(act := _single(part, "bundle", 1))]
        return Layout("bundle", tuple(replace(act, ordinal=ordinal) for ordinal, act in enumerate(singles, 1)))
    objects = _found(whole, find_items, opening_of(whole))
    named = [item for item in objects if item.heading.number and item.heading.title]
    if len(named) > 1 and all(item.heading.rule in ("object", "number") for item in named):
        return Layout("minutes", _acts(whole, named, "minutes"))
    if len(objects) > 1 and not _is_of_the_whole(whole, objects) and _are_acts(whole, objects):
        return Layout("minutes", _acts(whole, objects, "minutes"))
    return Layout("deliberation", (_single(whole, "deliberation", 1),))


def _is_begun(act: Act) -> bool:
    """An act whose subject is told; without one, of which the organ decides."""
    return bool(act.heading_value("title") or own_decisions(act.item))


def _is_of_the_whole(whole: Zone, objects: list[Item]) -> bool:
    """True where a number in the head is that of one act, of which the items are parts; each page may repeat it."""
    number = single_heading(whole).number
    if number is None or number.start >= objects[0].heading.end:
        return False
    said = whole.view.folded[slice(*number)]
    own = {whole.view.folded[slice(*item.heading.number)] for item in objects if item.heading.number}
    again = own == {said} and number.end <= min(objects[0].start, whole.start + _LETTERHEAD)
    return said not in own or again


def _are_acts(whole: Zone, objects: list[Item]) -> bool:
    """All are voted, but for the last, numbered as the others are, that a cut text leaves before its decision.

    Where several are voted under numbers of a register, others may be noted or put off.
    """
    *before, last = objects
    numbered = last.heading.rule == "ordinal" or last.heading.number is not None
    begun = last.end == whole.end and last.heading.title is not None and numbered
    voted = [_is_voted(whole, item) for item in objects]
    if sum(voted) >= SEVERAL and all(_is_registered(whole, item) for item in objects):
        voted = [said or _is_settled(whole, item) for said, item in zip(voted, objects, strict=True)]
    return all(voted[: len(before)]) and (begun or voted[-1])


def _is_registered(whole: Zone, item: Item) -> bool:
    number = item.heading.number
    return item.heading.title is not None and number is not None and not is_ordinal(whole.view, number)


def _is_settled(whole: Zone, item: Item) -> bool:
    """« Le dossier est retiré », « prend acte »: no vote, and yet what becomes of an act."""
    return any(_SETTLED.search(said[0]) for said in find_scanned(whole.part(item.heading.end, item.end), DECISION))


def _is_voted(whole: Zone, item: Item) -> bool:
    """An act of its own under a common head: it has a title, and the organ votes on it."""
    said = own_decisions(whole.part(item.start, item.end)) if item.heading.title else []
    return any(_VOTED.search(whole.view.folded, *span) for span in said)


def _minutes(whole: Zone, kind: str) -> Layout:
    find = find_entries if kind == "list" else find_items
    opening = opening_of(whole)
    items = _found(whole, find, opening)
    if kind == "minutes" and (alone := _alone(whole, items)):
        return Layout("deliberation", (alone,))
    return Layout(kind, _acts(whole, items, kind))


def _alone(whole: Zone, items: list[Item]) -> Act | None:
    """The one act of a page that no opening formula announces: its title is told, and its organ decides.

    Where one item was found without a number, the page must number it.
    """
    if len(items) > 1 or (items and items[0].heading.number and not _begins_late(whole, items[0])):
        return None
    said = [span for span in own_decisions(whole) if _VOTED.search(whole.view.folded, *span)]
    act = _single(whole, "deliberation", 1) if said else None
    if act is None or not act.heading_value("title"):
        return None
    return act if not items or (_numbers(act) and not is_named_minutes(whole.view)) else None


def _begins_late(whole: Zone, item: Item) -> bool:
    """« Objet : Vente du presbytère N° 2023-12 Rapporteur : … »: the number of a page stands below its title."""
    above = single_heading(whole).title
    return above is not None and above.end <= item.start and not is_named_minutes(whole.view)


def _numbers(act: Act) -> bool:
    return any(char.isdigit() for char in act.heading_value("number") or "")


def _found(whole: Zone, find: Callable[[Zone, int, bool], list[Item]], opening: int) -> list[Item]:
    """The items of a document, by its lines where it has any, unless more are found, or numbered, without them.

    Lines may be those of a text that was wrapped, where a heading begins anywhere.
    """
    if not _is_lined(whole):
        return find(whole, opening, False)
    by_lines, anywhere = find(whole, opening, True), find(whole, opening, False)
    sure = len(anywhere) > 1 or (any(item.heading.number for item in anywhere) and not _alone(whole, by_lines))
    return anywhere if sure and _weight(anywhere) > _weight(by_lines) else by_lines


def _weight(items: list[Item]) -> int:
    """An item with a number counts for three, one that the agenda tells for two: they are hardly found by chance."""
    numbered = sum(1 for item in items if item.heading.number)
    return len(items) + 2 * numbered + sum(1 for item in items if item.heading.rule == "agenda")


def _is_lined(whole: Zone) -> bool:
    """True where line breaks are those of the layout, not one line of OCR text."""
    return whole.text.count("\n") * 300 > len(whole.text)


def _acts(whole: Zone, items: list[Item], kind: str) -> tuple[Act, ...]:
    if not items:
        return ()
    preamble = whole.part(whole.start, items[0].start)
    closing = whole.part(max(items[-1].end, items[-1].beyond), whole.end)
    return tuple(
        Act(
            kind,
            preamble,
            whole.part(item.start, item.end),
            closing,
            ordinal,
            True,
            mentions_of(whole.view, item.heading),
        )
        for ordinal, item in enumerate(items, 1)
    )


def _single(part: Zone, kind: str, ordinal: int) -> Act:
    heading = single_heading(part)
    preamble = part.part(part.start, _subject(part, heading))
    return Act(kind, preamble, part, part.part(part.end, part.end), ordinal, False, mentions_of(part.view, heading))


def _subject(part: Zone, heading: Heading) -> int:
    """Where the subject of a single act begins: at its title."""
    return heading.title.start if heading.title else part.start
