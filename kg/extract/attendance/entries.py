"""One list of members, name by name: who each is, and how the words up to the next name tie the two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.marks import ALWAYS, Sitting, read_sitting
from kg.extract.attendance.masks import MARK, mask
from kg.extract.attendance.sections import Section
from kg.model import Span
from kg.text.found import Found
from kg.text.names import find_names

_GIVEN = r"(?:pou[vr]+oirs?|procurations?|mandats?|delegations?(?: de vote)?)"
_LINKS = {
    "replaced": re.compile(
        r"(?:remplace|supplee)e?\s+par\s*$|represente[es()]*\s+par\s+(?:son|sa)\s+supplean\w+,?\s*$"
    ),
    "substitute": re.compile(
        r"\b(?:supplean\w*(?:\(e\))?|remplacante?|remplace"
        r"|en remplacement|representante?)\s+(?:de|du|d'|:)?\s*$"
    ),
    "received": re.compile(
        rf"^\s*[(,]?\s*(?:a recu |ayant |porteu\w+ d'un |avec |qui a |a le |detient (?:le )?)?"
        rf"{_GIVEN}\s+(?:donnee?s?\s+)?(?:de|d')\s*$"
    ),
    "holder": re.compile(
        rf"(?:{_GIVEN}|\bdonn\w+)[^;:]{{0,110}}\b(?:a|par)\s*$|\brepresent\w+(?:\(e\))?s?\s*(?:par)\s*$|\bdonne(?:e|nt)?\s*:?\s*$"
        rf"|^\s*\(?\s*{_GIVEN}\s*:?\s*$"
    ),
    "to": re.compile(r"^[\s.…_,:(-]*(?:a|par|au profit de|pour|-+>|→|=>)\s*$"),
}
_CIVIL_END = re.compile(rf"(?:\b(?:le |la )?{CIVILITY}\s*(?:et\s*)?)+$")
_PROXY_LEAD = re.compile(rf"{_GIVEN}\s+(?:de|d')\s*$")
_STATUS = re.compile(r"^\s*:\s*(?P<present>present)|^\s*[:(]\s*(?P<absent>absent|excuse)")
# Away when the roll was called, but there later: a clock places nobody.
_ARRIVED = re.compile(r"\s*[(,]?\s*(?:est\s+)?arrivee?\s+(?:en\s+seance\s+)?a\s+\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as one list tells it: ``status`` present, absent or proxy; ``replaced`` for a suppléant who sits."""

    name: str
    status: str
    spans: tuple[Span, ...]
    holder: str | None = None
    replaced: str | None = None
    sitting: Sitting = ALWAYS


@dataclass(frozen=True, slots=True)
class Reading:
    """What one list gave, where it really ended, and what of it was not understood."""

    entries: tuple[Entry, ...]
    end: int
    unread: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A name, what follows it up to the next one (folded), and how it is tied to the one before."""

    found: Found[str]
    after: str
    link: str


def read_list(zone: Zone, section: Section, style: str | None) -> Reading:
    """The members of a section. ``style`` is how most names of this document are written (see ``style_of``)."""
    text, folded = zone.view.text, zone.view.folded
    masked = mask(text, folded, section.start, section.end, listed=section.kind == "present")
    found = [
        Found(name.value, name.start + section.start, name.end + section.start)
        for name in find_names(masked, listed=True)
        if MARK not in name.value
    ]
    style = style or style_of([name.value for name in found])
    kept = list(_of_list(text, section, found, style))
    end = found[len(kept)].start if len(kept) < len(found) else section.end
    items = _items(zone, section, kept, end)
    return Reading(tuple(_entries(section, items)), end, _unread(zone, section, masked, kept, end))


def style_of(names: list[str]) -> str | None:
    """``mixed`` (Anne ROUX), ``capitals`` (ROUX) or ``small`` (Anne Roux): how four in five are written."""
    styles = [_style(name) for name in names]
    return next((style for style in set(styles) if styles.count(style) >= 0.8 * len(styles) and len(styles) > 3), None)


def _style(name: str) -> str:
    capitals = any(word.isupper() and len(word.strip("'.-")) > 1 for word in name.split())
    small = any(re.match(r"[A-ZÀ-Þ](?:[a-zà-ÿ]|\.)", word) for word in name.split())
    return ("mixed" if small else "capitals") if capitals else "small"


def _of_list(text: str, section: Section, found: list[Found[str]], style: str | None) -> Iterator[Found[str]]:
    """The names up to the first that is not written as the others and that no separator or civility introduces."""
    position = section.start
    for name in found:
        gap = text[position : name.start]
        off_style = style is not None and _style(name.value) not in (style, "mixed")
        introduced = re.search(rf"[,;–—-]\s*$|\bet\s*$|\(\s*$|(?i:{CIVILITY})\s*$|(?:à|À|par|de|d')\s*$", gap)
        if off_style and not introduced:
            return
        if position > section.start and _prose(gap):
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


def _items(zone: Zone, section: Section, kept: list[Found[str]], end: int) -> list[_Item]:
    items = []
    previous = section.start
    for index, name in enumerate(kept):
        following = kept[index + 1].start if index + 1 < len(kept) else min(end, name.end + 160)
        before = zone.view.folded[previous : name.start]
        items.append(_Item(name, zone.view.folded[name.end : following], _link(before, section, first=index == 0)))
        previous = name.end
    return items


def _link(gap: str, section: Section, *, first: bool) -> str:
    """How the words before a name tie it to the name before: one of ``_LINKS``, ``lead`` or ``new``."""
    gap = _CIVIL_END.sub("", gap.rstrip()).rstrip()
    tail = re.split(r";|\n\s*[-•]\s", gap)[-1] if gap else gap
    if first or tail != gap:
        return "lead" if _PROXY_LEAD.search(tail) else "new"
    for link in ("replaced", "substitute", "received", "holder"):
        if _LINKS[link].search(tail):
            return link
    if _LINKS["to"].search(tail) and section.kind in ("proxies", "absent"):
        return "holder"
    return "lead" if _PROXY_LEAD.search(tail) else "new"


def _entries(section: Section, items: list[_Item]) -> Iterator[Entry]:
    """Items tied together: a giver and its holder, a substitute and whom it replaces."""
    linked = any(item.link in ("holder", "lead") for item in items)
    paired = _columns(items)
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


def _columns(items: list[_Item]) -> dict[int, int]:
    """Two columns read one after the other (« A B Pouvoir à C Pouvoir à D »): each giver's index and its holder's."""
    paired: dict[int, int] = {}
    position = 0
    while position < len(items):
        end = position
        while end < len(items) and items[end].link == "holder":
            end += 1
        count = end - position
        if count > 1 and position >= count and all(item.link == "new" for item in items[position - count : position]):
            paired.update({position - count + index: position + index for index in range(count)})
        position = max(end, position + 1)
    return paired


def _tie(section: Section, entry: Entry, item: _Item) -> tuple[Entry, Entry | None]:
    """The entry with the name that its item ties to it, and a further entry where the tie names another member."""
    spans = (*entry.spans, _span(item))
    if item.link == "holder":
        sitting = read_sitting(item.after)
        given = replace(entry, status="proxy", holder=item.found.value, spans=spans)
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
    if status == "proxy" and section.mixed and linked:
        status = "absent"
    if status == "absent" and _ARRIVED.match(item.after):
        status = "present"
    printed = _STATUS.match(item.after)
    if printed:
        status = "present" if printed["present"] else "absent"
    return Entry(item.found.value, status, (_span(item),), sitting=read_sitting(item.after))


def _span(item: _Item) -> Span:
    return Span(item.found.start, item.found.end)


_WORD = re.compile(r"[^\W\d_]{3}")
_KNOWN = re.compile(
    rf"\b(?:{CIVILITY}|{_GIVEN}|donn\w*|represent\w*|supplean\w*|remplac\w*|a|au|par|de|du|des|d'|la|le|les|et|l'"
    r"|qui|ont|avai\w+|ayant|son|sa|ecrit\w*|vot\w+|en|leur|nom"
    r"|deliberation|point|question|jusqu'|partir|compter|sauf|n|neant|aucune?|liste|excuse\w*|absent\w*|present\w*|arrive\w*)\b\.?"
)


def _unread(zone: Zone, section: Section, masked: str, kept: list[Found[str]], end: int) -> tuple[Span, ...]:
    """Words of the list that are neither names nor links nor roles."""
    spans = []
    position = section.start
    for start, stop in [*((name.start, name.end) for name in kept), (end, end)]:
        gap = masked[position - section.start : start - section.start]
        between = start != end or position == section.start
        if between and MARK not in gap and _WORD.search(_KNOWN.sub("", zone.view.folded[position:start])):
            spans.append(Span(position, start))
        position = stop
    return tuple(spans)
