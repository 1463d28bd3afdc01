"""One list of members, name by name: who each is, and how the words up to the next name tie the two."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.furniture import furniture
from kg.extract.attendance.in_style import of_list
from kg.extract.attendance.links import VOID, given_to_head, leads, link_of
from kg.extract.attendance.listed import find_members, style_of, without_moves
from kg.extract.attendance.marks import ALWAYS, Sitting, read_sitting
from kg.extract.attendance.masks import MARK, mask
from kg.extract.attendance.not_read import not_read
from kg.extract.attendance.pairs import (
    Pairs,
    by_who_sits,
    columns,
    labelled,
    left_over,
    respectively,
    three_columns,
)
from kg.extract.attendance.sections import Section
from kg.extract.attendance.slips import without_of
from kg.extract.attendance.tables import Member
from kg.model import Span
from kg.text.names import name_key

_STATUS = re.compile(
    r"^\s*[:–—-]\s*(?P<present>presente?\b)"
    r"|^\s*(?:[:(–—-]|,(?=\s*(?:absent|excuse)e?\s*(?:[.;,]|\bet\b|$))|,?\s*(?:est|etait)\b)\s*(?P<absent>(?:absent|excuse)e?\b)"
    r"|^\s*(?:\([^()]{0,40}\)\s*)?,?\s*(?:est|etait)\s+(?P<away>(?:absent|excuse|retenu|empeche|souffrant)e?\b)"
    r"|^\s*[–—-]\s*(?P<proxy>procuration|pouvoir|represente)e?\b(?!\s+(?:a|par|de)\b)"
)
_DISPLACED = re.compile(r"\b(?:absent|excuse)e?s?\s?:\s*(?:a|par)\s")
_STOOD_FOR = re.compile(
    rf"^[^a-z]*(?:\([^()]*\)[^a-z]*)?(?:a\s|est\s|ete\s|etant\s|etait\s|fut\s|ayant\s|sera\s){{0,2}}represente[es()]*\s+par\s+(?:{CIVILITY}\s*)?$"
)
# Away when the roll was called, but there later: a clock places nobody.
_IN_BRACKETS = re.compile(rf"\(\s*(?:{CIVILITY}\s*)?$")
_ARRIVED = re.compile(r"\s*[(,]?\s*(?:est\s+)?arrivee?\s+(?:en\s+seance\s+)?a\s+\d")


def _nobody(_name: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as one list tells it: ``status`` present, absent or proxy; ``replaced`` for a suppléant who sits."""

    name: str
    status: str
    spans: tuple[Span, ...]
    holder: str | None = None
    replaced: str | None = None
    sitting: Sitting = ALWAYS
    given: Span | None = None
    stood_for: bool = False  # « représenté par », and not « pouvoir à »
    head: Span | None = None  # « le Maire », to whom the proxy is given, whose name stands elsewhere

    @property
    def printed(self) -> tuple[Span, ...]:
        """Where the name stands: in two places where its given name is in another column."""
        return (*self.spans[:1], *((self.given,) if self.given else ()))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one list gave, where it really ended, and what of it was not understood."""

    entries: tuple[Entry, ...]
    end: int
    unread: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A name, what follows it up to the next one (folded), and how it is tied to the one before."""

    found: Member
    after: str
    link: str
    before: str = ""
    away: bool = False  # after the heading of those absent, which a column of holders follows
    arrives: bool = False  # under « Arrivée en cours de séance : »


def read_list(zone: Zone, section: Section, style: str | None, sits: Callable[[str], bool] = _nobody) -> Reading:
    """The members of a section; ``style``: how most names are written (see ``style_of``), ``sits``: who is present."""
    pages = tuple(furniture(zone, section.start, section.end))
    text, folded = _blank(zone.view.text, pages), _blank(zone.view.folded, pages)
    listed = section.kind == "present"
    masked = mask(text, folded, section.start, section.end, section.kind, _nobody if listed else sits)
    found = find_members(zone, section, masked, pages)
    found = without_of(zone, section.start, found) if section.kind == "proxies" else found
    kept = list(of_list(text, section.start, found, style or style_of([name.value for name in found])))
    end = found[len(kept)].start if len(kept) < len(found) else section.end
    items = _items(zone, section, without_moves(zone, section, kept, sits), found, sits)
    labels = zone.view.folded[section.heading : items[0].found.start] if items else ""
    paired = _pairs(section, items, labels, sits)
    entries = tuple(_right_way(zone, entry, sits) for entry in _entries(section, items, paired))
    return Reading(entries, end, not_read(zone, section, masked, kept, end))


def _right_way(zone: Zone, entry: Entry, sits: Callable[[str], bool]) -> Entry:
    """« Mme ROUX pour M. BRUN »: who sits holds the proxy of the other, in whichever order they stand."""
    if entry.holder is None or entry.given is not None or len(entry.spans) < 2:
        return entry
    one, other = entry.spans[:2]
    swapped = re.search(r"\bpour\b", zone.view.folded[one.end : other.start])
    if swapped is None or not sits(entry.name) or sits(entry.holder):
        return entry
    return replace(entry, name=entry.holder, holder=entry.name, spans=(other, one))


def _blank(text: str, pages: tuple[Span, ...]) -> str:
    """A text with what belongs to the page marked as no name."""
    for page in pages:
        text = text[: page.start] + MARK * (page.end - page.start) + text[page.end :]
    return text


def _items(
    zone: Zone, section: Section, kept: list[Member], found: list[Member], sits: Callable[[str], bool]
) -> list[_Item]:
    """The names kept, each with the words around it; what was found and not kept (a place) is no part of a link."""
    items = []
    starts = [name.start for name in found]
    previous, away, led = section.start, False, False
    arrives = zone.view.folded.startswith("arriv", section.heading)
    for index, name in enumerate(kept):
        rank = bisect_left(starts, name.start)
        last = min(section.end, found[rank + 1].start if rank + 1 < len(found) else name.end + 160)
        following = kept[index + 1].start if index + 1 < len(kept) else last
        before = zone.view.folded[max(previous, found[rank - 1].end if rank else 0) : name.start]
        led = leads(before) if index == 0 else led
        link = link_of(before, section.kind, first=index == 0, led=led)
        if link == "new" and section.kind != "present" and _in_brackets(zone, name) and sits(name.value):
            link = "holder"
        away = away or bool(_DISPLACED.search(before))
        items.append(_Item(name, zone.view.folded[name.end : following], link, before, away, arrives))
        previous = name.end
    return items


def _in_brackets(zone: Zone, name: Member) -> bool:
    """« Luc BRUN (Mme Anne ROUX) »: a name alone in parentheses."""
    before = zone.view.folded[max(0, name.start - 12) : name.start]
    return bool(_IN_BRACKETS.search(before)) and zone.view.text[name.end : name.end + 1] == ")"


def _entries(section: Section, items: list[_Item], paired: Pairs) -> Iterator[Entry]:
    """Items tied together: a giver and its holder, a substitute and whom it replaces."""
    linked = any(item.link in ("holder", "lead") for item in items)
    entry: Entry | None = None
    for index, item in enumerate(items):
        if index in paired.values():
            continue
        if item.link in ("new", "lead") or entry is None:
            if entry is not None:
                yield entry
            entry = _entry(section, item, linked)
            if index in paired:
                holder = items[paired[index]]
                entry = replace(entry, status="proxy", holder=holder.found.value, spans=(_span(item), _span(holder)))
        else:
            entry, extra = _tie(section, entry, item)
            if extra is not None:
                yield extra
    if entry is not None:
        yield entry


def _pairs(section: Section, items: list[_Item], labels: str, sits: Callable[[str], bool]) -> Pairs:
    """The givers and holders that stand in columns."""
    links = [item.link for item in items]
    names = [item.found.value for item in items]
    before = [item.before for item in items]
    if told := respectively(before) or (three_columns(before) if section.kind != "present" else {}):
        return told
    if section.kind != "proxies":
        return columns(links)
    if set(links) == {"new"}:
        return by_who_sits(names, sits) or labelled(labels, links)
    return columns(links) or left_over(names, links, sits)


def _tie(section: Section, entry: Entry, item: _Item) -> tuple[Entry, Entry | None]:
    """The entry with the name that its item ties to it, and a further entry where the tie names another member."""
    spans = (*entry.spans, _span(item))
    if item.link == "holder" and (entry.holder is not None or name_key(item.found.value) == name_key(entry.name)):
        return entry, None  # « Absents : A B Pouvoirs B a donné pouvoir à C »: said again; a second holder comes later
    if item.link == "holder" and VOID.match(item.after):
        return replace(entry, status="absent"), None
    if item.link == "holder":
        sitting = read_sitting(item.after, away=section.kind != "present")
        stood = bool(_STOOD_FOR.search(item.before))
        given = replace(entry, status="proxy", holder=item.found.value, spans=spans, stood_for=stood)
        if section.kind == "present" and not sitting.always:
            return entry, replace(given, sitting=sitting)
        return replace(given, sitting=entry.sitting if sitting.always else sitting), None
    if item.link == "received":
        return entry, Entry(item.found.value, "proxy", (_span(item), entry.spans[0]), entry.name)
    if item.link == "substitute":
        return replace(entry, status="present", replaced=item.found.value, spans=spans), None
    return Entry(item.found.value, "present", (_span(item), entry.spans[0]), replaced=entry.name), None


def _entry(section: Section, item: _Item, linked: bool) -> Entry:
    status = {"present": "present", "absent": "absent", "proxies": "proxy"}[section.kind]
    if status == "proxy" and ((section.mixed and linked) or item.away):
        status = "absent"
    if status == "absent" and _ARRIVED.match(item.after):
        status = "present"
    printed = _STATUS.match(item.after)
    if printed and not (status == "present" and read_sitting(item.after).but):  # « (absent pour le point 3) »
        status = "absent" if printed.lastgroup == "away" else str(printed.lastgroup)
    head = given_to_head(item.after, section.kind)
    return Entry(
        item.found.value,
        "proxy" if head else status,
        (_span(item),),
        head=Span(item.found.end + head[0], item.found.end + head[1]) if head else None,
        sitting=read_sitting(f"{'arrive ' * item.arrives}{item.after}", away=status != "present"),
        given=item.found.given,
    )


def _span(item: _Item) -> Span:
    return Span(item.found.start, item.found.end)
