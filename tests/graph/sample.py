"""A small resolved graph: minutes with differences, an extract with money, findings."""

from functools import cache

from kg.errors import IssueCode, Severity
from kg.graph.mapping import quads, static_quads
from kg.graph.terms import Quad
from kg.model import Issue, Members, Span, Vote
from kg.resolve import resolve
from kg.resolve.entities import Resolved
from tests.resolve.fictions import document, financed, record

LEFT = ("Jeanne VALMONT", "Paul ORSEL")


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
    noted = record("2024-010", "Rapport annuel", vote=Vote(outcome="noted"))
    doubt = Issue(
        IssueCode.DATE_ORDER, Severity.WARNING, "published before it was signed", "pv.txt", 1, 2, None, (Span(5, 9),)
    )
    aside = Issue(IssueCode.UNREAD_RESIDUE, Severity.INFO, "left aside", "pv.txt", 1, 2)
    minutes = document("pv.txt", record(), left, noted, kind="minutes", issues=(doubt, aside))
    return resolve("219900018", [minutes, document("008.txt", financed()), document("report.txt", kind="report")])


@cache
def sample_quads() -> tuple[Quad, ...]:
    """The sample's quads, without the ontology."""
    return tuple(quads(resolved()))


@cache
def all_quads() -> tuple[Quad, ...]:
    """The sample's quads and the ontology."""
    return (*sample_quads(), *static_quads())
