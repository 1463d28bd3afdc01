"""A small resolved graph: minutes with differences, an extract with money, findings."""

import datetime as dt
from dataclasses import replace
from functools import cache

from kg.correction import Correction
from kg.errors import IssueCode, Severity
from kg.graph.links import link_quads
from kg.graph.mapping import quads, static_quads
from kg.graph.terms import Quad
from kg.link.matching import decide
from kg.link.values import Link, Query, Setting
from kg.model import Issue, Members, Proof, Session, Span, Vote
from kg.resolve import resolve
from kg.resolve.entities import Resolved
from kg.resolve.slugs import slug
from tests.resolve.fictions import document, financed, record

LEFT = ("Jeanne VALMONT", "Paul ORSEL")


def corrected(sha256: str) -> Correction:
    """A person read another number than the machine did."""
    return Correction(sha256, 3, "/number", "2024-010", "Ada LORME", "vu sur la page 3", "2024-05-02", "2024-018", True)


@cache
def resolved() -> Resolved:
    """Three acts of one sitting: one as stated, one with money, one that a member left before."""
    left = record(
        "2024-009",
        "Budget",
        present=LEFT,
        absent=("Aline TOVAC", "Inès DARIC"),
        members=Members(in_office=5, present=2),
        vote=Vote(3, 0, 0, 0, "adopted", True, "scrutin public"),
    )
    unsure = (Proof("/number", (Span(300, 310),), "a-rule", 0.6), Proof("/vote/outcome", (Span(320, 330),), "b", 0.97))
    noted = record("2024-010", "Rapport annuel", vote=Vote(outcome="noted"), evidence=unsure, confidence=0.58)
    doubt = Issue(
        IssueCode.DATE_ORDER, Severity.WARNING, "published before it was signed", "pv.txt", 1, 2, None, (Span(5, 9),)
    )
    aside = Issue(IssueCode.UNREAD_RESIDUE, Severity.INFO, "left aside", "pv.txt", 1, 2)
    minutes = document("pv.txt", record(), left, noted, kind="minutes", issues=(doubt, aside))
    minutes = replace(minutes, corrections=(corrected(minutes.text.source.sha256),))
    return resolve("219900018", [minutes, document("008.txt", financed()), document("report.txt", kind="report")])


@cache
def sample_quads() -> tuple[Quad, ...]:
    """The sample's quads, without the ontology."""
    return tuple(quads(resolved()))


@cache
def later_quads() -> tuple[Quad, ...]:
    """A second sitting amends the convention of the first: seats attested twice, a convention that amends."""
    label = "avenant n° 1 à la convention de chauffage urbain des écoles avec le Département"
    first = replace(financed().agreements[0], label="convention de chauffage urbain des écoles")
    later = record(
        "2024-030",
        "Chauffage urbain des écoles",
        session=Session(dt.date(2024, 6, 4)),
        agreements=(replace(first, label=label, start=None, duration_months=None),),
    )
    documents = [document("008.txt", replace(financed(), agreements=(first,))), document("030.txt", later)]
    return tuple(quads(resolve("219900018", documents)))


@cache
def sample_links() -> tuple[Link, ...]:
    """A département that is asserted, and a grouping named after its largest town, kept as a candidate."""
    setting = Setting(frozenset({"34"}), "76", 2021)
    names = ("Conseil départemental de l'Hérault", "Communauté d'agglomération de Montpellier")
    return tuple(Link(slug(name), name, decide(Query(name), setting)) for name in names)


@cache
def all_quads() -> tuple[Quad, ...]:
    """The sample's quads, some links and the ontology."""
    return (*sample_quads(), *later_quads(), *link_quads("219900018", sample_links()), *static_quads())
