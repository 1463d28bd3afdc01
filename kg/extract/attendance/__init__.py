"""Who sat, who was represented, who was away, and the counts printed beside (CGCT L2121-15, L2121-20)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from kg.extract.act import Act, Example, Extractor, Mention, Residue, Zone, once
from kg.extract.attendance.answers import roll_in_rows
from kg.extract.attendance.beside import read_columns
from kg.extract.attendance.boxes import is_side_count
from kg.extract.attendance.counts import closing_count, read_counts
from kg.extract.attendance.entries import Entry, read_list
from kg.extract.attendance.head import held_by_head, met_under
from kg.extract.attendance.listed import style_of
from kg.extract.attendance.marks import rank_of
from kg.extract.attendance.own_counts import own_counts
from kg.extract.attendance.roll import Roll, call_roll, same_person, with_chair
from kg.extract.attendance.sections import Section, announced_sections, find_sections, told_before, until_title
from kg.extract.attendance.stand_ins import with_stand_ins
from kg.extract.attendance.told_later import counts_since, told_anywhere, until_last_move, voters
from kg.extract.attendance.vote_rows import counts_in_rows
from kg.extract.attendance.voted_for import givers_of_votes
from kg.extract.officers.presiding import chair_named
from kg.model import Proxy, Span, Substitution
from kg.text.names import find_names, name_key

_HEADER = 9000
# How far into an item of minutes its own list begins; one further on is that of the next sitting.
_OWN_LIST = 3500
_FURTHER = 1500
_RANKED = 8  # characters from the figure of a row to its name
_LONGEST_PREAMBLE = 60000  # an agenda of many pages may precede the lists
# What a list says of no member in particular: a count, or that no proxy was given.
_NO_MEMBER = re.compile(
    r"\b(?:pas|ni|sans|aucun\w*)\s(?:de\s|donne\s)?(?:pouvoir|procuration)|\bpris\spart\sau\svote|\d\s(?:pouvoir|procuration)s?\b"
    # « Argueville : Mme »: whose members follow, the first of whom is read behind it
    r"|:\s(?:m\.|mmes?|mm\.|mr|monsieur|madame)\s?$"
)


def read(act: Act) -> Iterator[Mention | Residue]:
    """The members and counts of an act, from its own item where it lists them, else from what the minutes say once."""
    zone, sections = _attendance(act)
    if not act.shared and (title := act.heading_span("title")):
        sections = until_title(sections, title.start)
    item = rank_of(act.heading_value("number"), act.ordinal, act.shared, act.item.text[:24])
    rows = _rows(act)
    lists = rows or once(zone.view, ("lists", zone.start, zone.end), lambda: _read_lists(zone, sections))
    # Where no list places a member by item, the roll of all acts is one.
    rank = None if lists.always else item
    roll = once(zone.view, ("roll", lists.end, zone.start, zone.end, rank), lambda: call_roll(lists.entries, item))
    roll = replace(roll, proxies=tuple(held_by_head(act, entry, roll.present) for entry in roll.proxies))
    if not roll.proxies:
        roll = replace(roll, proxies=tuple(givers_of_votes(act.item)))
    chair = chair_named(act)
    if chair is not None:
        span = Span(chair.start, chair.end)
        roll = with_chair(roll, chair.value, span, alone=act.kind != "list" or met_under(act, chair.start))
    yield from _mentions(roll)
    counted = zone.part(zone.start, min(max(lists.end + 700, zone.start + 2500), _told_until(act, zone, lists.end)))
    counts = {
        mention.field: mention for mention in read_counts(counted, item, _sizes(roll), _in_rows(rows) if rows else None)
    }
    if "members/in_office" not in counts:
        counts = {mention.field: mention for mention in told_anywhere(act)} | counts
    counts.update({mention.field: mention for mention in counts_since(act)})
    own = until_last_move(act)
    told = (*(own_counts(own) if act.shared else ()), *counts_in_rows(own))
    counts.update({mention.field: mention for mention in told})
    if (voting := voters(own)) is not None:
        counts[voting.field] = voting
    yield from {**lists.counts, **counts}.values()
    for span in lists.unread:
        if not _NO_MEMBER.search(zone.view.folded, *span):
            yield Residue("present", f"présence : passage non lu, {zone.printed(*span)[:80]}", (span,))


def _in_rows(rows: "_Lists") -> Span:
    """« X absente 09 ROUX Anne »: where the figure of a row counts nobody."""
    return Span(rows.entries[0].spans[0].start - _RANKED, rows.end)


def _told_until(act: Act, zone: Zone, end: int) -> int:
    """Where the counts of the opening end: those of the items before an act are no concern of it."""
    before = act.shared and zone.start == act.preamble.start
    return max(act.preamble.end, end) if before else zone.end


def _sizes(roll: Roll) -> dict[str, int]:
    """How many the lists name, by kind of count: which of « 27 puis 28 » holds for an act."""
    return {"present": len(roll.present), "proxies": len(roll.proxies), "absent": len(roll.absent)}


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the lists of a zone give: members, counts that close a list, what was not understood, where they end."""

    entries: tuple[Entry, ...]
    counts: dict[str, Mention]
    unread: tuple[Span, ...]
    end: int
    always: bool  # no list places a member by item


def _rows(act: Act) -> _Lists | None:
    """The members where a table gives each an answer: in the act's own text, else before the acts."""
    zones = (act.item.part(act.item.start, act.item.start + _HEADER), act.preamble)
    for zone in zones[: 1 + act.shared]:
        found = once(act.view, ("rows", zone.start, zone.end), partial(roll_in_rows, zone))
        if rows := found.entries:
            return _Lists(rows, {}, found.unread, rows[-1].spans[-1].end, _always(rows))
    return None


def _always(entries: Iterable[Entry]) -> bool:
    return all(entry.sitting.always for entry in entries)


def _attendance(act: Act) -> tuple[Zone, list[Section]]:
    """The zone that lists the members and its sections: the act's own text, what precedes it, the first pages."""
    item = act.item.part(act.item.start, act.item.start + _HEADER)
    reach = min(len(act.view.text), act.preamble.end + _FURTHER, act.preamble.start + _LONGEST_PREAMBLE)
    before = Zone(act.view, act.preamble.start, reach)
    zones = (item, before, act.whole.part(0, 2 * _HEADER))
    limits = (item.start + _OWN_LIST if act.shared else item.end, act.preamble.end, act.whole.end)
    for headed in (True, False):
        counts = [_listed(zone, limit, headed=headed) for zone, limit in zip(zones, limits, strict=True)]
        if most := max(counts):
            # A few names within an item (« les deux plus âgés présents : ») are not those of the sitting.
            zone = next(zone for zone, count in zip(zones, counts, strict=True) if 2 * count >= most)
            return zone, told_before(find_sections(zone), act.preamble.end) if zone is before else find_sections(zone)
    return (before, told_before(find_sections(before), act.preamble.end)) if act.shared else (item, find_sections(item))


def _listed(zone: Zone, limit: int, *, headed: bool) -> int:
    """How many people the sections of members present that begin before a limit name, under headings or under none."""
    return once(zone.view, ("listed", zone.start, zone.end, limit, headed), lambda: _count(zone, limit, headed))


def _count(zone: Zone, limit: int, headed: bool) -> int:
    named = {
        name_key(found.value)
        for section in (announced_sections(zone) if headed else find_sections(zone))
        if (section.kind == "present" or section.beside)
        and section.start < limit
        and (section.start > section.heading) is headed
        for found in find_names(zone.view.text, section.start, section.end, listed=True)
    }
    return len(named)


def _read_lists(zone: Zone, sections: list[Section]) -> _Lists:
    entries: list[Entry] = []
    unread: list[Span] = []
    counts: dict[str, Mention] = {}
    style, end = None, zone.start
    for section in sections:
        end = max(end, section.end)
        if section.kind == "guests":
            continue
        reading = read_columns(zone, section, style) or read_list(zone, section, style, _sitting(entries))
        beside = bool(entries) and entries[-1].status == "present" and _is_side_box(zone, section, reading.entries)
        entries.extend([replace(entry, status="present") if beside else entry for entry in reading.entries])
        unread.extend(reading.unread)
        style = style or style_of([entry.name for entry in reading.entries])
        count = closing_count(zone, section.kind, section.start, section.end, len(reading.entries))
        counts.update({count.field: count} if count else {})
    stood_in = tuple(with_stand_ins(zone, entries))
    return _Lists(stood_in, counts, tuple(unread), end, _always(stood_in))


def _sitting(entries: list[Entry]) -> Callable[[str], bool]:
    """Whether a name is that of a member whom the lists read so far have among those present."""
    present = tuple({entry.name: None for entry in entries if entry.status == "present"})
    return lambda name: any(same_person(name, other) for other in present)


def _is_side_box(zone: Zone, section: Section, entries: tuple[Entry, ...]) -> bool:
    """Whether the names after a count go on with the list that it stands beside."""
    held = any(entry.holder is not None for entry in entries)
    return not held and is_side_count(zone, section.kind, section.heading, section.start, len(entries))


def _mentions(roll: Roll) -> Iterator[Mention]:
    for entry in roll.present:
        yield Mention("present", entry.name, entry.printed, "attendance.present")
    for entry in roll.proxies:
        yield _proxy(entry)
    for entry in roll.absent:
        yield Mention("absent", entry.name, entry.printed, "attendance.absent")
    yield from _substitutions(roll.present)


def _proxy(entry: Entry) -> Mention:
    parts = [("/giver", entry.printed)]
    if entry.holder is not None:
        parts.append(("/holder", entry.spans[1:2]))
    return Mention("proxies", Proxy(entry.name, entry.holder), entry.spans, "attendance.proxy", tuple(parts))


def _substitutions(present: Iterable[Entry]) -> Iterator[Mention]:
    for entry in present:
        if entry.replaced is not None:
            parts = (("/substitute", entry.spans[:1]), ("/replaced", entry.spans[1:2]))
            value = Substitution(entry.name, entry.replaced)
            yield Mention("substitutions", value, entry.spans, "attendance.substitution", parts)


EXTRACTOR = Extractor(
    "attendance",
    read,
    examples=(
        Example(
            "Nombre de membres en exercice : 5\nPrésents : Anne ROUX, Paul NOIR, Jean-\nLuc BRUN.\n"
            "Absents : Zoé VERT, Max GRIS.",
            {
                "present": ["Anne ROUX", "Paul NOIR", "Jean-Luc BRUN"],
                "absent": ["Zoé VERT", "Max GRIS"],
                "members/in_office": 5,
            },
        ),
        Example(
            "Présents : M. ROUX, Mme NOIR. Pouvoirs : M. VERT à Mme NOIR. Secrétaire de séance : M. ROUX",
            {"present": ["ROUX", "NOIR"], "proxies": [Proxy("VERT", "NOIR")]},
        ),
        Example(
            "En exercice 4 Présents 2 Votants 3 Étaient présents : Anne ROUX - Paul NOIR (suppléant de Luc BRUN)"
            " Excusée : Zoé VERT (pouvoir à Anne ROUX) Absent : Max GRIS Le quorum est atteint.",
            {
                "members/in_office": 4,
                "members/present": 2,
                "members/voting": 3,
                "present": ["Anne ROUX", "Paul NOIR"],
                "proxies": [Proxy("Zoé VERT", "Anne ROUX")],
                "absent": ["Max GRIS"],
                "substitutions": [Substitution("Paul NOIR", "Luc BRUN")],
            },
        ),
    ),
    counter_examples=(
        Example("Les conseillers présents ont salué Madame Anne ROUX.", {}),
        Example("Assistaient également : Mme Zoé VERT, directrice générale des services.", {}),
    ),
)
