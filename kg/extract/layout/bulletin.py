"""The deliberations that a bulletin of acts prints in full, among the orders and decisions of the executive.

Its organ speaks in each, with its visas (« LE CONSEIL DÉPARTEMENTAL, Vu … »), below what heads the act. Contents,
orders and decisions hold no such words, so that a bulletin of them alone holds no act of ours.
"""

from dataclasses import dataclass, replace

from kg.extract.act import Zone
from kg.extract.layout.bundle import split_bundle
from kg.extract.layout.marks.finders import find_marks
from kg.extract.layout.marks.heading import Heading, Item, heading_at
from kg.extract.layout.marks.kinds import NAMED, OBJECT, REGISTERED
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.words import DECISION, OPENER, SENTENCE_WORD
from kg.extract.scanned import find_scanned
from kg.text.cues import Led

_ORGAN = r"(?:conseil|commission permanente|bureau|comite|assemblee)"
_SPEAKS = Led(
    rf"(?<!\w)(?:l[ea] |l'){_ORGAN}(?!\w)[^.;:]{{0,60}}?[,;:]?\s{{1,4}}"
    r"(?:vus?\s|sur (?:le )?(?:rapport|proposition) d|(?:apres en avoir|ayant) delibere|considerant )",
    ("le conseil", "la commission", "le bureau", "le comite", "l'assemblee"),
)
# What the executive decides alone follows: « ARRÊTÉ N° 12 », « LE MAIRE, Vu … ».
_EXECUTIVE = Led(
    r"(?<!\w)(?<!l')(?<!vu )(?:arretes?|decisions?)\s{1,3}(?:n\s?[°º]|du (?:maire|president)|municipale?s?|de la "
    r"presidente)|"
    r"(?<!\w)l[ea] (?:maire|presidente?)(?: d(?:[eu] |')[^,.;:]{2,60})?,?\s{1,4}vus? ",
    ("arrete", "decision", "le maire", "la maire", "le president", "la president"),
)
# « Conseil départemental Séance du 10 février 2020 »: the acts of one organ on one day follow.
_SITTING = Led(
    rf"(?<!\w){_ORGAN}(?: [\w'-]{{1,20}}){{0,3}}?\s{{1,4}}[-–—:]?\s{{0,2}}(?:seance|reunion|"
    rf"session)\s(?:[\w'-]{{1,12}} )?du\s?"
    r"(?:\w{5,8} )?\d{1,2}(?:er)? ",
    ("conseil", "commission permanente", "bureau", "comite", "assemblee"),
)
LONGEST_TITLE = 400
HEAD = 700  # characters, at most, from the number of an act to its visas


@dataclass(frozen=True, slots=True)
class Printed:
    """An act that a bulletin prints, and the words about its sitting above it."""

    item: Item
    preamble: Zone


def extracts_of(whole: Zone) -> list[Zone]:
    """The extracts of a register, each with its members, without what the executive decides after them."""
    parts = split_bundle(whole, covered=True)
    return [_without_executive(part) for part in parts] if len(parts) > 1 else []


def _without_executive(part: Zone) -> Zone:
    said = next(find_scanned(part, DECISION), None)
    other = part.part(said.end(), part.end).first(_EXECUTIVE) if said else None
    return part.part(part.start, other.start()) if other and part.view.text[other.start()].isupper() else part


def printed_acts(whole: Zone) -> list[Printed]:
    """The acts in which an organ speaks, in order, each from its heading to the next act, of whoever it is."""
    speaking = [found for found in whole.find(_SPEAKS) if whole.view.text[found.start()] == "L"]
    heads: list[tuple[Heading, int]] = []
    floor = whole.start
    for found in speaking:
        if heading := _above(whole, max(floor, found.start() - HEAD), found.start()):
            heads.append((heading, found.end()))
            floor = found.end()
    ends = [heading.start for heading, _ in heads][1:] + [whole.end] * bool(heads)
    acts = (_printed(whole, heading, spoken, end) for (heading, spoken), end in zip(heads, ends, strict=True))
    return [act for act in acts if act]


def _above(whole: Zone, floor: int, end: int) -> Heading | None:
    """The last heading with a number or a label between two acts."""
    part = whole.part(floor, end)
    marks = [mark for mark in find_marks(part, False) if mark.series.kind in (*REGISTERED, NAMED, OBJECT)]
    for mark in reversed(marks):
        heading = heading_at(whole.view, mark, end)
        if mark.firm and heading.title and heading.number:
            return _up_to(whole, heading, end)
    return None


def _up_to(whole: Zone, heading: Heading, end: int) -> Heading:
    """The heading with all of its title, sentences without a verb, where nothing else stands above the organ."""
    if heading.title is None or end - heading.title.start > LONGEST_TITLE:
        return heading
    title = trimmed(whole.view.text, heading.title.start, end)
    told = (
        title is None
        or SENTENCE_WORD.search(whole.view.text, *title)
        or OPENER.search(whole.view.text, heading.end, end)
    )
    return heading if told else replace(heading, title=title, end=end)


def _printed(whole: Zone, heading: Heading, spoken: int, end: int) -> Printed | None:
    """The act, where its organ decides before the executive speaks."""
    other = next(
        (one.start() for one in whole.part(spoken, end).find(_EXECUTIVE) if whole.view.text[one.start()].isupper()), end
    )
    if not any(find_scanned(whole.part(heading.end, other), DECISION)):
        return None
    sittings = [one.start() for one in whole.part(whole.start, heading.start).find(_SITTING)]
    start = sittings[-1] if sittings else whole.start
    return Printed(Item(heading, heading.start, other), whole.part(start, heading.start))
