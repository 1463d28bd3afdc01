"""An act as quads: what it is, what was decided, how the votes fell."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kg.graph import iris
from kg.graph.money import agreement_quads, funding_quads
from kg.graph.namespaces import BESLUIT, DCTERMS, DEF, ELI, ELI_DL
from kg.graph.node import Node, chain, node, person_term
from kg.graph.oslo import besluit_quads
from kg.graph.sittings import attendance_quads, member_counts, office, role, sitting_address
from kg.graph.terms import Quad, boolean, day, decimal, french, integer, iri, literal
from kg.resolve.entities import Act, Quote, Someone

DELIBERATION = iri(f"{DEF}Deliberation")
LEGAL_RESOURCE = iri(f"{ELI}LegalResource")
NUMBER = iri(f"{ELI}id_local")
TITLE = iri(f"{DCTERMS}title")
DATE = iri(f"{ELI}date_document")
PASSED_BY = iri(f"{ELI}passed_by")
RESPONSIBLE = iri(f"{ELI}responsibility_of_agent")
PUBLISHED = iri(f"{ELI}date_publication")
CITES = iri(f"{ELI}cites")
PARTS = iri(f"{ELI}has_part")
ANNEX = iri(f"{DEF}annexe")
SOURCE = iri(f"{DCTERMS}source")
CONFIDENCE = iri(f"{DEF}confiance")
RECEIPT = iri(f"{DEF}accuseReception")
RECEIVED = iri(f"{DEF}dateReception")
SIGNED = iri(f"{DEF}dateSignature")
SIGNED_AT = iri(f"{DEF}lieuSignature")
SIGNED_BY = iri(f"{DEF}signataire")
MENTIONS = iri(f"{DEF}montantMentionne")
PROVISION = iri(f"{DEF}Disposition")
RANK = iri(f"{ELI}number")
WORDS = iri(f"{DCTERMS}description")

VOTE = iri(f"{ELI_DL}Vote")
STEMMING = iri(f"{BESLUIT}Stemming")
DECISION = iri(f"{ELI_DL}Decision")
IN_SITTING = iri(f"{ELI_DL}forms_part_of")
ON = iri(f"{ELI_DL}decided_on_a_realization_of")
OUTCOME = iri(f"{ELI_DL}decision_outcome")
METHOD = iri(f"{ELI_DL}decision_method")
UNANIMOUS = iri(f"{DEF}unanimite")
VOTE_COUNTS = {
    "for_": (iri(f"{ELI_DL}number_of_votes_favor"), iri(f"{BESLUIT}aantalVoorstanders")),
    "against": (iri(f"{ELI_DL}number_of_votes_against"), iri(f"{BESLUIT}aantalTegenstanders")),
    "abstention": (iri(f"{ELI_DL}number_of_votes_abstention"), iri(f"{BESLUIT}aantalOnthouders")),
    "not_voting": (iri(f"{DEF}nePrendPasPart"),),
}
VOTERS = {
    "against": iri(f"{ELI_DL}had_voter_against"),
    "abstaining": iri(f"{ELI_DL}had_voter_abstention"),
    "not_voting": iri(f"{DEF}nePrendPasPartPersonne"),
}
# What the act node's own passages prove; the rest is proved on the node that carries it.
OWN_FIELDS = ("/number", "/title", "/legal_references", "/publication_date", "/receipt", "/signature", "/annexes")
OUTCOMES = {"adopted": "adoptee", "rejected": "rejetee", "noted": "prend-acte", "deferred": "reportee"}
METHODS = {
    "main levée": "main-levee",
    "électronique": "electronique",
    "scrutin secret": "scrutin-secret",
    "scrutin public": "scrutin-public",
}


def act_quads(authority: str, act: Act) -> Iterator[Quad]:
    """All that is said of one act, its differences from its sitting included."""
    here = node(iris.deliberation(authority, act.key))
    yield from _identity(here, authority, act)
    yield from _formalities(here, authority, act)
    yield from _provisions(here, act)
    yield from _vote(here, authority, act)
    for rank, agreement in enumerate(act.agreements, start=1):
        yield from agreement_quads(here, authority, agreement, rank)
    for rank, funding in enumerate(act.funding, start=1):
        yield from funding_quads(here, authority, act, funding, rank)


def _identity(here: Node, authority: str, act: Act) -> Iterator[Quad]:
    record = act.record
    yield from here.is_a(DELIBERATION, LEGAL_RESOURCE)
    yield from here.says(NUMBER, literal(record.number) if record.number else None)
    yield from here.says(TITLE, french(record.title) if record.title else None)
    yield from here.says(DATE, day(record.session.date) if record.session.date else None)
    yield from here.says(CONFIDENCE, None if record.confidence is None else decimal(Decimal(str(record.confidence))))
    yield from here.says(RESPONSIBLE, iri(iris.organisation(authority)))
    if record.body:
        yield from here.says(PASSED_BY, iri(iris.organ(authority, act.sitting.organ)))
    for sha256 in dict.fromkeys(sha256 for sha256, _ in act.sources):
        yield from here.says(SOURCE, iri(iris.text(sha256)))
    for reference in record.legal_references:
        yield from here.says(CITES, iri(iris.norm(reference)))
    for amount in record.amounts:
        yield from here.says(MENTIONS, decimal(amount))
    yield from here.quotes(*(quote for pointer, quote in act.quotes.items() if pointer.startswith(OWN_FIELDS)))


def _formalities(here: Node, authority: str, act: Act) -> Iterator[Quad]:
    record, signatory = act.record, act.signatory
    yield from here.says(PUBLISHED, day(record.publication_date) if record.publication_date else None)
    yield from here.says(RECEIPT, literal(record.receipt.id) if record.receipt.id else None)
    yield from here.says(RECEIVED, day(record.receipt.date) if record.receipt.date else None)
    yield from here.says(SIGNED, day(record.signature.date) if record.signature.date else None)
    yield from here.says(SIGNED_AT, french(record.signature.place) if record.signature.place else None)
    if signatory and signatory.key:
        yield from here.says(SIGNED_BY, person_term(authority, signatory.key))
    for annex in record.annexes:
        yield from here.says(ANNEX, french(annex))


def _provisions(here: Node, act: Act) -> Iterator[Quad]:
    for index, words in enumerate(act.record.decisions):
        part = here.part("disposition", str(index + 1))
        yield from here.says(PARTS, iri(part.address))
        yield from part.is_a(PROVISION)
        yield from chain(part.says(RANK, literal(str(index + 1))), part.says(WORDS, french(words)))
        yield from part.quotes(*_under(act.quotes, f"/decisions/{index}"))


def _vote(here: Node, authority: str, act: Act) -> Iterator[Quad]:
    """The decision: a vote where votes or a way of voting are stated, else what became of the item."""
    part, vote, sitting = here.part("vote"), act.record.vote, sitting_address(authority, *act.sitting)
    voted = vote.outcome in ("adopted", "rejected") or any(getattr(vote, name) is not None for name in VOTE_COUNTS)
    yield from part.is_a(*((VOTE, STEMMING) if voted else (DECISION,)))
    yield from part.says(ON, iri(here.address))
    yield from part.says(IN_SITTING, iri(sitting))
    yield from besluit_quads(here, sitting, act, part.address if voted else None)
    for name, predicates in VOTE_COUNTS.items():
        count = getattr(vote, name)
        for predicate in predicates if count is not None else ():
            yield from part.says(predicate, integer(count))
    yield from part.says(OUTCOME, role("resultat", OUTCOMES[vote.outcome]) if vote.outcome in OUTCOMES else None)
    yield from part.says(METHOD, role("mode-scrutin", METHODS[vote.method]) if vote.method in METHODS else None)
    yield from part.says(UNANIMOUS, None if vote.unanimous is None else boolean(vote.unanimous))
    yield from part.quotes(*_under(act.quotes, "/vote"))
    yield from chain(_voters(part, authority, act), office(part, authority, "rapporteur", act.rapporteur))
    yield from member_counts(part, act.members)
    for rank, place in enumerate(act.differences, start=1):
        yield from attendance_quads(part, authority, place, rank)


def _voters(part: Node, authority: str, act: Act) -> Iterator[Quad]:
    """Named voters. A name that could be two members' is given as a label on a participation of its own."""
    for field, predicate in VOTERS.items():
        people: tuple[Someone, ...] = getattr(act, field)
        for person in people:
            if person.key:
                yield from part.says(predicate, person_term(authority, person.key))


def _under(quotes: Mapping[str, Quote], pointer: str) -> tuple[Quote, ...]:
    return tuple(quote for p, quote in quotes.items() if p == pointer or p.startswith(f"{pointer}/"))
