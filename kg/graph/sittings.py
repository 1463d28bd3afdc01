"""A sitting as quads: ELI-DL activity and OSLO Zitting, with each member's place in it.

A member who sits is the participant. A member who gave a proxy is the one ``in whose name`` somebody takes part: the
holder, where the act names one. A substitute takes part in the name of the member replaced.
"""

from collections.abc import Iterator

from kg.graph import iris
from kg.graph.namespaces import BESLUIT, DEF, ELI_DL, SCHEMA
from kg.graph.node import Node, chain, node, person_term
from kg.graph.oslo import start_quads
from kg.graph.terms import XSD, Quad, day, french, integer, iri, literal
from kg.model import Members
from kg.resolve.entities import Attendance, Sitting, Someone

ACTIVITY = iri(f"{ELI_DL}Activity")
ZITTING = iri(f"{BESLUIT}Zitting")
EVENT = iri(f"{SCHEMA}Event")
DATE = iri(f"{ELI_DL}activity_date")
KIND = iri(f"{ELI_DL}had_activity_type")
HELD_BY = iri(f"{ELI_DL}had_responsible_organization")
HELD_BY_OSLO = iri(f"{BESLUIT}isGehoudenDoor")
MODE = iri(f"{SCHEMA}eventAttendanceMode")
ONLINE = iri(f"{SCHEMA}OnlineEventAttendanceMode")
OFFLINE = iri(f"{SCHEMA}OfflineEventAttendanceMode")
PLACE = iri(f"{SCHEMA}location")
TIME = iri(f"{DEF}heure")
CONVOCATION = iri(f"{DEF}dateConvocation")
TAKES_PART = iri(f"{ELI_DL}had_participation")
WHO = iri(f"{ELI_DL}had_participant_person")
WHO_LABEL = iri(f"{DEF}nomImprime")
FOR_WHOM = iri(f"{ELI_DL}participation_in_name_of")
ROLE = iri(f"{ELI_DL}participation_role")
QUALITY = iri(f"{DEF}qualite")
COUNTS = {
    "in_office": iri(f"{DEF}membresEnExercice"),
    "present": iri(f"{DEF}membresPresents"),
    "voting": iri(f"{DEF}votants"),
    "absent": iri(f"{DEF}membresAbsents"),
    "proxies": iri(f"{DEF}pouvoirs"),
}


def sitting_address(authority: str, organ: str, at: str) -> str:
    """The IRI of a sitting."""
    return iris.sitting(authority, organ, at)


def sitting_quads(authority: str, sitting: Sitting) -> Iterator[Quad]:
    """Everything said once for all the acts of a sitting."""
    here = node(sitting_address(authority, *sitting.key))
    session = sitting.session
    organ = iri(iris.organ(authority, sitting.key.organ)) if sitting.named else None
    mode = None if session.remote is None else ONLINE if session.remote else OFFLINE
    yield from here.is_a(ACTIVITY, ZITTING, EVENT)
    yield from here.says(DATE, day(session.date) if session.date else None)
    yield from here.says(KIND, session.kind and role("type-seance", session.kind))
    yield from here.says(TIME, session.time and literal(f"{session.time}:00", f"{XSD}time"))
    yield from start_quads(here, session)
    yield from chain(here.says(PLACE, session.place and french(session.place)), here.says(MODE, mode))
    yield from here.says(CONVOCATION, day(sitting.convocation_date) if sitting.convocation_date else None)
    yield from chain(here.says(HELD_BY, organ), here.says(HELD_BY_OSLO, organ))
    yield from chain(member_counts(here, sitting.members), here.quotes(*sitting.quotes))
    yield from chain(office(here, authority, "president", sitting.chair))
    yield from chain(office(here, authority, "secretaire", sitting.secretary))
    for rank, place in enumerate(sitting.attendance, start=1):
        yield from attendance_quads(here, authority, place, rank)


def member_counts(here: Node, members: Members) -> Iterator[Quad]:
    """The printed counts of members."""
    for name, predicate in COUNTS.items():
        count = getattr(members, name)
        yield from here.says(predicate, None if count is None else integer(count))


def attendance_quads(here: Node, authority: str, place: Attendance, rank: int) -> Iterator[Quad]:
    """A member's place at a sitting, or where an act departs from it."""
    name = place.member.key.slug if place.member.key else f"membre-{rank}"
    part = here.part("participation", name)
    yield from here.says(TAKES_PART, iri(part.address))
    yield from part.says(ROLE, role("participation", place.state))
    if place.state == "procuration":
        yield from someone(part, authority, FOR_WHOM, place.member)
        yield from someone(part, authority, WHO, place.holder)
    else:
        yield from someone(part, authority, WHO, place.member)
        yield from someone(part, authority, FOR_WHOM, place.replaced)
    yield from part.quotes(place.member.quote)


def office(here: Node, authority: str, name: str, person: Someone | None) -> Iterator[Quad]:
    """Who chairs, keeps the minutes or reports, and in what capacity."""
    if person is None:
        return
    part = here.part(name)
    yield from here.says(TAKES_PART, iri(part.address))
    yield from part.says(ROLE, role("participation", name))
    yield from someone(part, authority, WHO, person)
    yield from part.says(QUALITY, french(person.role) if person.role else None)
    yield from part.quotes(person.quote)


def someone(part: Node, authority: str, predicate: str, person: Someone | None) -> Iterator[Quad]:
    """A person by IRI, or by the name as printed where it could be two members' or nobody's."""
    if person is not None and person.key is not None:
        yield from part.says(predicate, person_term(authority, person.key))
    elif person is not None:
        yield from part.says(WHO_LABEL, literal(person.name))


def role(scheme: str, name: str) -> str:
    """A concept as a term."""
    return iri(iris.concept(scheme, name))
