"""One sitting per authority, organ and date: attendance stated once, and where a single act departs from it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from kg.model import Members, Person, Session
from kg.resolve.entities import Attendance, Quote, Sitting, SittingKey, Someone
from kg.resolve.entries import Entry
from kg.resolve.people import Room


def sitting(key: SittingKey, group: Sequence[Entry], room: Room) -> Sitting:
    """The sitting that a group of records speaks of. Values come from the first record that states them."""
    usual = _usual(group, room)
    return Sitting(
        key=key,
        session=_session(group),
        convocation_date=next((e.record.convocation_date for e in group if e.record.convocation_date), None),
        members=_members([e for e in group if not differences(usual, attendance(e, room))]),
        chair=_officer(group, "chair", room),
        secretary=_officer(group, "secretary", room),
        attendance=usual,
        quotes=_quotes(group),
        named=any(entry.record.body for entry in group),
    )


def attendance(entry: Entry, room: Room) -> tuple[Attendance, ...]:
    """What one record states of each member, in the order of its lists; a member named twice is taken once."""
    seen: dict[object, Attendance] = {}
    for place in _places(entry, room):
        seen.setdefault(place.member.key or place.member.name, place)
    return tuple(seen.values())


def differences(usual: Sequence[Attendance], own: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Where an act's own list departs from the sitting's. An act without a list departs in nothing."""
    if not own:
        return ()
    stated = {_identity(place): _state(place) for place in usual}
    changed = [place for place in own if stated.get(_identity(place)) != _state(place)]
    listed = {_identity(place) for place in own}
    left_out = [Attendance(place.member, "non-mentionne") for place in usual if _identity(place) not in listed]
    return (*changed, *left_out)


def own_members(usual: Members, own: Members) -> Members:
    """The printed counts in which an act departs from its sitting."""
    return Members(
        **{f.name: value for f in fields(Members) if (value := getattr(own, f.name)) != getattr(usual, f.name)}
    )


def _identity(place: Attendance) -> object:
    return place.member.key or place.member.name


def _state(place: Attendance) -> tuple[object, ...]:
    holder, replaced = place.holder, place.replaced
    return (place.state, holder and (holder.key or holder.name), replaced and (replaced.key or replaced.name))


def _usual(group: Sequence[Entry], room: Room) -> tuple[Attendance, ...]:
    """The attendance that most records of the sitting state, from the one of them that proves most of it."""
    lists = [stated for entry in group if (stated := attendance(entry, room))]
    alike = Counter(_signature(stated) for stated in lists)
    return max(lists, key=lambda stated: (alike[_signature(stated)], _proved(stated)), default=())


def _proved(stated: Iterable[Attendance]) -> int:
    return sum(place.member.quote is not None for place in stated)


def _signature(stated: Iterable[Attendance]) -> frozenset[object]:
    return frozenset((_identity(place), *_state(place)) for place in stated)


def _places(entry: Entry, room: Room) -> Iterator[Attendance]:
    record, quotes = entry.record, entry.quotes
    for index, substitution in enumerate(record.substitutions):
        member = room.someone(substitution.substitute, None, quotes.get(f"/substitutions/{index}"))
        replaced = room.someone(substitution.replaced) if substitution.replaced else None
        yield Attendance(member, "suppleant", None, replaced)
    for index, proxy in enumerate(record.proxies):
        member = room.someone(proxy.giver, None, entry.quote(f"/proxies/{index}"))
        yield Attendance(member, "procuration", room.someone(proxy.holder) if proxy.holder else None)
    for index, name in enumerate(record.present):
        yield Attendance(room.someone(name, None, quotes.get(f"/present/{index}")), "present")
    for index, name in enumerate(record.absent):
        yield Attendance(room.someone(name, None, quotes.get(f"/absent/{index}")), "absent")


def _officer(group: Sequence[Entry], office: str, room: Room) -> Someone | None:
    for entry in group:
        person: Person | None = getattr(entry.record, office)
        if person:
            return room.someone(person.name, person.role, entry.quote(f"/{office}"))
    return None


def _session(group: Sequence[Entry]) -> Session:
    return Session(**{f.name: _first(group, f.name) for f in fields(Session)})


def _first(group: Sequence[Entry], name: str) -> Any:
    values = (getattr(entry.record.session, name) for entry in group)
    return next((value for value in values if value is not None), None)


def _members(group: Sequence[Entry]) -> Members:
    """Each count as most of the records that share the usual attendance print it, the first on a tie."""
    found = {}
    for field in fields(Members):
        counts = Counter(value for e in group if (value := getattr(e.record.members, field.name)) is not None)
        found[field.name] = counts.most_common(1)[0][0] if counts else None
    return Members(**found)


def _quotes(group: Sequence[Entry]) -> tuple[Quote, ...]:
    """Where the sitting's own facts are read: its date, its number of members, its place."""
    pointers = ("/session/date", "/members", "/session/place", "/convocation_date", "/session/kind")
    found = (next((q for e in group if (q := e.quote(pointer))), None) for pointer in pointers)
    return tuple(dict.fromkeys(quote for quote in found if quote))
