"""Links as quads, all in one named graph: re-linking rewrites none of the graphs of what was read.

What a SIREN, or a number of another register of the State, proves of a body (its COG code, its data.gouv.fr
organisation, its pages) is said of the body; how each authority's documents came to it is a ``def:Rapprochement`` with
method, score, reasons and table. A candidate is one too, and nothing else is said of it: it is for someone to judge.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg.graph import iris
from kg.graph.namespaces import DCTERMS, DEF, RDFS, SKOS
from kg.graph.node import Node
from kg.graph.terms import Quad, decimal, french, iri, literal
from kg.link.tables import Body, catalogue, version_of
from kg.link.values import Candidate, Link, Status

LINKS = iri(iris.LINKS_GRAPH)
MATCH = iri(f"{DEF}Rapprochement")
ORGANISATION = iri(f"{DEF}organisme")
TARGET = iri(f"{DEF}rapprocheDe")
STATUS = iri(f"{DEF}statutRapprochement")
METHOD = iri(f"{DEF}methodeRapprochement")
SCORE = iri(f"{DEF}score")
TABLE = iri(f"{DEF}tableDeReference")
LABEL = iri(f"{SKOS}altLabel")
REASON = iri(f"{DCTERMS}description")
NUMBER = iri(f"{DCTERMS}identifier")
CODE = iri(f"{DEF}codeOfficielGeographique")
DEPARTMENT = iri(f"{DEF}codeDepartement")
SAME = iri(f"{SKOS}exactMatch")
SEE = iri(f"{RDFS}seeAlso")

COMPANY_PAGE = "https://annuaire-entreprises.data.gouv.fr/entreprise/{}"
DATAGOUV_PAGE = "https://www.data.gouv.fr/organizations/{}"
# The State's directory and INSEE's territories have identifiers that no code gives: these addresses look them up.
DIRECTORY = (
    "https://api-lannuaire.service-public.gouv.fr/api/explore/v2.1/catalog/datasets/api-lannuaire-administration/"
    "records?where=siren%3D%22{}%22"
)
BY_CODE = DIRECTORY.replace("siren%3D", "ancien_code_pivot%3D")
PRODUCER = "https://rdf.archives-nationales.culture.gouv.fr/agent/{}"  # a producer's IRI, by its number
STATE = "http://lannuaire.service-public.fr/{}"  # the IRI of a body of the State in the DILA's référentiel (RDF)
INSEE = "https://api.insee.fr/metadonnees/geo/{}/{}"
_INSEE_KINDS = {"commune": "commune", "département": "departement", "région": "region", "epci": "intercommunalite"}
_CANDIDATES = 3


def link_quads(authority: str, links: Iterable[Link]) -> Iterator[Quad]:
    """What is asserted of the organisations of an authority, and the candidates that are kept for judgement."""
    for link in links:
        if link.identifier and link.best:
            yield from body_quads(link.identifier, link.best.body)
            part = link.identifier if link.years else ""
            yield from _match(authority, link, link.best, iris.organisation(link.identifier), part)
        elif link.verdict.status is Status.CANDIDATE:
            known = [candidate for candidate in link.verdict.candidates if candidate.body.key]
            for candidate in known[:_CANDIDATES]:
                yield from _match(authority, link, candidate, iris.organisation(link.key), candidate.body.key)


def _match(authority: str, link: Link, candidate: Candidate, organisation: str, part: str) -> Iterator[Quad]:
    """One link: ``part`` tells several candidates apart."""
    whole = Node(iris.match(authority, link.key), LINKS)
    here = whole.part(part) if part else whole
    status = link.verdict.status
    yield from here.is_a(MATCH)
    yield from here.says(LABEL, french(link.printed))
    yield from here.says(ORGANISATION, iri(organisation))
    yield from here.says(TARGET, iri(_page(candidate.body)))
    yield from here.says(STATUS, iri(iris.concept("rapprochement", status.value)))
    yield from here.says(METHOD, iri(iris.concept("methode-rapprochement", candidate.method.value)))
    yield from here.says(SCORE, decimal(Decimal(str(candidate.score))))
    for reason in candidate.reasons:
        yield from here.says(REASON, literal(reason))
    yield from here.says(TABLE, literal(version_of(candidate.body.table)) if candidate.body.table else None)


def _page(body: Body) -> str:
    """Where a body is to be read of: in the State's directory of companies, else in the register that numbers it."""
    region = INSEE.replace("{}/{}", "region/{}")
    pages = {"annuaire": BY_CODE, "archives": PRODUCER, "referentiel": STATE, "cog-region": region}
    return pages[body.register].format(body.number) if body.register else COMPANY_PAGE.format(body.siren)


def body_quads(key: str, body: Body) -> Iterator[Quad]:
    """What the tables say of a SIREN or of a number of another register, the same whichever document led to it."""
    if body.register:
        yield from _registered(Node(iris.organisation(key), LINKS), body)
    else:
        yield from _of_siren(key, body)


def _registered(here: Node, body: Body) -> Iterator[Quad]:
    """A body by its number in a register: what has an IRI there is the same thing, the others are looked up."""
    page = iri(_page(body))
    yield from here.says(SAME if body.register in ("archives", "referentiel") else SEE, page)
    yield from here.says(NUMBER, literal(body.number) if body.register in ("annuaire", "referentiel") else None)
    yield from here.says(CODE, literal(body.number) if body.register == "cog-region" else None)


def _of_siren(siren: str, body: Body) -> Iterator[Quad]:
    here = Node(iris.organisation(siren), LINKS)
    datagouv = catalogue().get(siren)
    yield from here.says(SAME, iri(DATAGOUV_PAGE.format(datagouv)) if datagouv else None)
    yield from here.says(SEE, iri(COMPANY_PAGE.format(siren)))
    if not body.table:
        return
    yield from here.says(SEE, iri(DIRECTORY.format(siren)))
    for department in body.departments if body.kind != "région" else ():
        yield from here.says(DEPARTMENT, literal(department))
    code = siren if body.kind == "epci" else body.number or body.code  # a région of before 2016 has its own
    if body.kind in _INSEE_KINDS and code:
        yield from here.says(CODE, literal(code) if body.kind != "epci" else None)
        yield from here.says(SEE, iri(INSEE.format(_INSEE_KINDS[body.kind], code)))
