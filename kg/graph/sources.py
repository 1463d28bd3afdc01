"""Sources and what is to be said of them as quads: a doubtful reading is published as such and can be filtered."""

from collections.abc import Iterator, Mapping

from kg.errors import Severity
from kg.graph import iris
from kg.graph.namespaces import DCTERMS, DEF, SCHEMA
from kg.graph.node import Node, chain, node
from kg.graph.review import review_quads
from kg.graph.terms import Quad, integer, iri, literal
from kg.model import Issue
from kg.resolve.entities import Quote, Resolved, SourceFile
from kg.resolve.slugs import slug

MEDIA_OBJECT = iri(f"{SCHEMA}MediaObject")
FILE_NAME = iri(f"{SCHEMA}name")
MEDIA_TYPE = iri(f"{SCHEMA}encodingFormat")
SHA256 = iri(f"{SCHEMA}sha256")
PAGES = iri(f"{DEF}nombreDePages")
KIND = iri(f"{DEF}typeDeDocument")
FINDING = iri(f"{DEF}Constat")
CODE = iri(f"{DEF}code")
SEVERITY = iri(f"{DEF}gravite")
MESSAGE = iri(f"{DCTERMS}description")
ABOUT = iri(f"{DEF}porteSur")
FIELD = iri(f"{DEF}champ")


def source_quads(resolved: Resolved) -> Iterator[Quad]:
    """Every source of an authority, read or not, with its findings."""
    acts = {place: iris.deliberation(resolved.key, act.key) for act in resolved.acts for place in act.sources}
    for source in resolved.sources:
        here = node(iris.text(source.sha256))
        yield from here.is_a(MEDIA_OBJECT)
        yield from here.says(FILE_NAME, literal(source.path))
        yield from here.says(MEDIA_TYPE, literal(source.media_type))
        yield from here.says(SHA256, literal(source.sha256))
        yield from here.says(PAGES, integer(source.pages))
        yield from here.says(KIND, iri(iris.concept("document", slug(source.kind))) if source.kind else None)
        # What was merely left aside in reading (info) stays in the records.
        read = [issue for issue in source.issues if issue.severity is not Severity.INFO]
        found = [issue for issue in resolved.issues if issue.source == source.path]
        yield from _findings(here, source, (*read, *found), acts)
        yield from review_quads(here, source, acts)


def _findings(
    here: Node, source: SourceFile, issues: tuple[Issue, ...], acts: Mapping[tuple[str, int], str]
) -> Iterator[Quad]:
    for rank, issue in enumerate(issues, start=1):
        about = acts.get((source.sha256, issue.ordinal)) if issue.ordinal else None
        yield from _finding(Node(iris.finding(source.sha256, rank), here.graph), source, issue, about)


def _finding(part: Node, source: SourceFile, issue: Issue, about: str | None) -> Iterator[Quad]:
    yield from part.is_a(FINDING)
    yield from part.says(CODE, iri(iris.concept("constat", issue.code)))
    yield from part.says(SEVERITY, iri(iris.concept("gravite", issue.severity)))
    yield from part.says(MESSAGE, literal(issue.message))
    yield from part.says(ABOUT, iri(about or iris.text(source.sha256)))
    yield from part.says(FIELD, literal(issue.field) if issue.field else None)
    yield from chain(part.quotes(*(Quote(source.sha256, *span) for span in issue.spans[:1])))
