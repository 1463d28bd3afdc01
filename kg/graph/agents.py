"""The people and organisations of an authority as quads, and the norms that its acts cite."""

from collections.abc import Iterator

from kg.graph import iris
from kg.graph.namespaces import BESLUIT, DEF, ELI, FOAF, MANDAAT, ORG, SKOS
from kg.graph.node import Node, person_term
from kg.graph.terms import Quad, day, french, iri, literal
from kg.resolve.entities import Mandate, Organisation, Resolved

PERSON = iri(f"{FOAF}Person")
NAME = iri(f"{FOAF}name")
OTHER_NAME = iri(f"{SKOS}altLabel")
MEMBERSHIP = iri(f"{ORG}Membership")
MANDATARY = iri(f"{MANDAAT}Mandataris")
ALIAS_OF = iri(f"{MANDAAT}isBestuurlijkeAliasVan")
MEMBER = iri(f"{ORG}member")
BODY_OF = iri(f"{ORG}organization")
OFFICE = iri(f"{ORG}role")
FIRST = iri(f"{DEF}attesteDu")
LAST = iri(f"{DEF}attesteAu")
FORMAL = iri(f"{ORG}FormalOrganization")
ORGANISATION = iri(f"{ORG}Organization")
UNIT = iri(f"{ORG}OrganizationalUnit")
BODY = iri(f"{BESLUIT}Bestuursorgaan")
AUTHORITY = iri(f"{BESLUIT}Bestuurseenheid")
GOVERNS = iri(f"{BESLUIT}bestuurt")
UNIT_OF = iri(f"{ORG}unitOf")
LABEL = iri(f"{SKOS}prefLabel")
IDENTIFIER = iri(f"{ORG}identifier")
SIREN = iris.term("siren")
LEGAL_RESOURCE = iri(f"{ELI}LegalResource")
NUMBER = iri(f"{ELI}id_local")


def agents_graph(authority: str) -> str:
    """The named graph of an authority's people and organisations, as a term."""
    return iri(iris.graph_of(iris.organisation(authority)))


def agent_quads(resolved: Resolved) -> Iterator[Quad]:
    """The organisations, organs and persons that the acts of an authority name."""
    graph = agents_graph(resolved.key)
    for organisation in resolved.organisations:
        yield from _organisation(organisation, graph, deciding=organisation.key == resolved.key)
    for organ in resolved.organs:
        here = Node(iris.organ(resolved.key, organ.slug), graph)
        yield from here.is_a(UNIT, BODY)
        yield from here.says(LABEL, french(organ.name))
        yield from here.says(UNIT_OF, iri(iris.organisation(resolved.key)))
        yield from here.says(GOVERNS, iri(iris.organisation(resolved.key)))
    yield from _people(resolved, graph)
    for mandate in resolved.mandates:
        yield from _mandate(resolved.key, mandate, graph)
    for reference in sorted({norm for act in resolved.acts for norm in act.record.legal_references}):
        here = Node(iris.norm(reference), graph)
        yield from here.is_a(LEGAL_RESOURCE)
        yield from here.says(NUMBER, literal(reference))


def _organisation(organisation: Organisation, graph: str, *, deciding: bool) -> Iterator[Quad]:
    here = Node(iris.organisation(organisation.key), graph)
    yield from here.is_a(*((FORMAL, AUTHORITY) if deciding else (ORGANISATION,)))
    yield from here.says(LABEL, french(organisation.name))
    for alias in organisation.aliases:
        yield from here.says(OTHER_NAME, french(alias))
    yield from here.says(IDENTIFIER, literal(organisation.siren, SIREN) if organisation.siren else None)


def _people(resolved: Resolved, graph: str) -> Iterator[Quad]:
    """Elected members and officials; in which organs they sit is said by their seats."""
    for person in resolved.people:
        here = Node(iris.person(resolved.key, *person.key), graph)
        yield from here.is_a(PERSON)
        yield from here.says(NAME, literal(person.name))
        for variant in person.variants:
            yield from here.says(OTHER_NAME, literal(variant))


def _mandate(authority: str, mandate: Mandate, graph: str) -> Iterator[Quad]:
    """A seat in an organ or an office of the authority, with the first sitting that attests it and a later last one."""
    person = iris.person(authority, *mandate.person)
    here = Node(iris.part(person, "mandat", mandate.office or mandate.organ or "conseil"), graph)
    yield from here.is_a(MEMBERSHIP, MANDATARY)
    yield from here.says(MEMBER, person_term(authority, mandate.person))
    yield from here.says(ALIAS_OF, person_term(authority, mandate.person))
    body = iris.organ(authority, mandate.organ) if mandate.organ else iris.organisation(authority)
    yield from here.says(BODY_OF, iri(body))
    yield from here.says(OFFICE, iri(iris.concept("fonction", mandate.office)) if mandate.office else None)
    yield from here.says(FIRST, day(mandate.first) if mandate.first else None)
    yield from here.says(LAST, day(mandate.last) if mandate.last and mandate.last != mandate.first else None)
    yield from here.quotes(mandate.quote)
