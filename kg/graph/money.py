"""Conventions and fundings as quads: what is written, what is computed, ceilings and shares apart.

Funder, contracting agent and programme are three links. Amounts are euros. What an act writes is a
``schema:MonetaryAmount`` (``schema:value``, or ``schema:maxValue`` for a ceiling); ``def:montantCalcule`` is share ×
total cost, worked out here and written nowhere.
"""

from collections.abc import Iterator

from kg.graph import iris
from kg.graph.namespaces import DCAT, DCTERMS, DEF, FRAPO, SCHEMA
from kg.graph.node import Node, chain
from kg.graph.terms import XSD, Quad, day, decimal, french, iri, literal
from kg.resolve.entities import Act, Agreement, AgreementRef, Funding
from kg.resolve.slugs import slug

CONVENTION = iri(f"{DEF}Convention")
APPROVES = iri(f"{DEF}approuve")
TITLE = iri(f"{DCTERMS}title")
AMENDS = iri(f"{DEF}avenantA")
PARTY = iri(f"{DEF}partie")
DURATION = iri(f"{DEF}duree")
LONGEST = iri(f"{DEF}dureeMaximale")
TEMPORAL = iri(f"{DCTERMS}temporal")
PERIOD = iri(f"{DCTERMS}PeriodOfTime")
STARTS = iri(f"{DCAT}startDate")
ENDS = iri(f"{DCAT}endDate")

GRANT = iri(f"{SCHEMA}MonetaryGrant")
FRAPO_GRANT = iri(f"{FRAPO}Grant")
GRANTS = iri(f"{DEF}financement")
FUNDER = iri(f"{SCHEMA}funder")
RECIPIENT = iri(f"{DEF}beneficiaire")
AGENT = iri(f"{DEF}gestionnaire")
PART_OF = iri(f"{DCTERMS}isPartOf")
PROGRAMME = iri(f"{FRAPO}FundingProgramme")
KIND = iri(f"{DEF}natureFinancement")
FRAMED_BY = iri(f"{DEF}encadrePar")
SHARE = iri(f"{DEF}taux")
TOTAL = iri(f"{DEF}coutTotal")
COMPUTED = iri(f"{DEF}montantCalcule")
AMOUNT = iri(f"{SCHEMA}amount")
MONETARY_AMOUNT = iri(f"{SCHEMA}MonetaryAmount")
VALUE = iri(f"{SCHEMA}value")
CEILING = iri(f"{SCHEMA}maxValue")
CURRENCY = iri(f"{SCHEMA}currency")


def convention_address(authority: str, where: AgreementRef) -> str:
    """The IRI of a convention: that of the first act that decides on it, and its rank there."""
    key, rank = where
    return iris.part(iris.deliberation(authority, key), "convention", str(rank + 1))


def agreement_quads(act: Node, authority: str, agreement: Agreement, rank: int) -> Iterator[Quad]:
    """A convention on which an act decides, by the node that the first such act gave it."""
    here = act.part("convention", str(rank))
    if agreement.same:
        here = Node(convention_address(authority, agreement.same), act.graph)
    yield from act.says(APPROVES, iri(here.address))
    if not agreement.same:
        yield from here.is_a(CONVENTION)
        yield from here.says(TITLE, french(agreement.label))
    yield from here.says(AMENDS, iri(convention_address(authority, agreement.amends)) if agreement.amends else None)
    for party in agreement.parties:
        yield from here.says(PARTY, iri(iris.organisation(party)))
    if agreement.duration_months is not None:
        months = literal(f"P{agreement.duration_months}M", f"{XSD}duration")
        yield from here.says(LONGEST if agreement.duration_is_maximum else DURATION, months)
    if agreement.start or agreement.end:
        period = here.part("periode")
        yield from chain(here.says(TEMPORAL, iri(period.address)), period.is_a(PERIOD))
        yield from period.says(STARTS, day(agreement.start) if agreement.start else None)
        yield from period.says(ENDS, day(agreement.end) if agreement.end else None)
    yield from here.quotes(*agreement.quotes)


def funding_quads(whole: Node, authority: str, act: Act, funding: Funding, rank: int) -> Iterator[Quad]:
    """Money that one body gives, or is asked to give, another."""
    here = whole.part("financement", str(rank))
    yield from whole.says(GRANTS, iri(here.address))
    yield from here.is_a(GRANT, FRAPO_GRANT)
    yield from here.says(FUNDER, iri(iris.organisation(funding.funder)))
    yield from here.says(RECIPIENT, iri(iris.organisation(funding.recipient)) if funding.recipient else None)
    yield from here.says(AGENT, iri(iris.organisation(funding.agent)) if funding.agent else None)
    yield from here.says(KIND, iri(iris.concept("financement", slug(funding.kind))) if funding.kind else None)
    if funding.agreement is not None:
        frame = act.agreements[funding.agreement].same or (act.key, funding.agreement)
        yield from here.says(FRAMED_BY, iri(convention_address(authority, frame)))
    yield from here.says(SHARE, None if funding.share is None else decimal(funding.share))
    yield from here.says(TOTAL, None if funding.total_cost is None else decimal(funding.total_cost))
    yield from here.says(COMPUTED, None if funding.computed is None else decimal(funding.computed))
    yield from chain(_written(here, funding), _programme(here, funding), here.quotes(*funding.quotes))


def _written(here: Node, funding: Funding) -> Iterator[Quad]:
    if funding.amount is not None:
        amount = here.part("montant")
        yield from chain(here.says(AMOUNT, iri(amount.address)), amount.is_a(MONETARY_AMOUNT))
        yield from amount.says(CEILING if funding.is_ceiling else VALUE, decimal(funding.amount))
        yield from amount.says(CURRENCY, literal("EUR"))


def _programme(here: Node, funding: Funding) -> Iterator[Quad]:
    name = funding.programme
    if name and slug(name):
        programme = Node(iris.programme(slug(name)), here.graph)
        yield from chain(here.says(PART_OF, iri(programme.address)), programme.is_a(PROGRAMME))
        yield from programme.says(TITLE, french(name))
