"""An act again in the words of Flanders (OSLO besluit), so that queries written for its decisions run here.

A Flemish query goes from the Zitting by its Agendapunten to the BehandelingVanAgendapunt, and from there to the Besluit
and the Stemming. The act is the Besluit and its vote the Stemming; only the two steps between are nodes of their own.
Properties and what they join: http://data.vlaanderen.be/ns/besluit, and DCTerms and PROV where that standard uses them.
"""

from collections.abc import Iterator

from kg.graph.namespaces import BESLUIT, DCTERMS, PROV
from kg.graph.node import Node, chain
from kg.graph.terms import XSD, Quad, french, iri, literal
from kg.model import Session
from kg.resolve.entities import Act

BESLUIT_CLASS = iri(f"{BESLUIT}Besluit")
AGENDA_ITEM = iri(f"{BESLUIT}Agendapunt")
HANDLING = iri(f"{BESLUIT}BehandelingVanAgendapunt")
HANDLES = iri(f"{BESLUIT}behandelt")
HAS_VOTE = iri(f"{BESLUIT}heeftStemming")
STARTS = iri(f"{BESLUIT}geplandeStart")
STARTED = iri(f"{PROV}startedAtTime")
GENERATED = iri(f"{PROV}generated")
SUBJECT = iri(f"{DCTERMS}subject")
TITLE = iri(f"{DCTERMS}title")


def besluit_quads(here: Node, sitting: str, act: Act, vote: str | None) -> Iterator[Quad]:
    """The agenda item of an act and how it was handled; ``vote`` is the address of its vote, where there was one."""
    point, handling = here.part("point"), here.part("traitement")
    yield from here.is_a(BESLUIT_CLASS)
    yield from Node(sitting, here.graph).says(HANDLES, iri(point.address))
    yield from point.is_a(AGENDA_ITEM)
    yield from point.says(TITLE, french(act.record.title) if act.record.title else None)
    yield from handling.is_a(HANDLING)
    yield from chain(handling.says(SUBJECT, iri(point.address)), handling.says(GENERATED, iri(here.address)))
    yield from handling.says(HAS_VOTE, iri(vote) if vote else None)


def start_quads(sitting: Node, session: Session) -> Iterator[Quad]:
    """When a sitting began: the day with the printed hour. A moment needs both, and none is made up."""
    if session.date and session.time:
        moment = literal(f"{session.date.isoformat()}T{session.time}:00", f"{XSD}dateTime")
        yield from chain(sitting.says(STARTS, moment), sitting.says(STARTED, moment))
