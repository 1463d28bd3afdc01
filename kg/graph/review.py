"""What is doubtful and what was corrected as quads, in the graph of the source that was read."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kg.correction import Correction
from kg.graph import iris
from kg.graph.namespaces import DCTERMS, DEF, FOAF, PROV
from kg.graph.node import Node
from kg.graph.terms import Quad, day, decimal, iri, literal
from kg.resolve.entities import Doubt, SourceFile
from kg.resolve.slugs import slug

DOUBT = iri(f"{DEF}Doute")
CORRECTION = iri(f"{DEF}Correction")
CONFIDENCE = iri(f"{DEF}confiance")
ABOUT = iri(f"{DEF}porteSur")
FIELD = iri(f"{DEF}champ")
READ = iri(f"{DEF}valeurLue")
CORRECTED = iri(f"{DEF}valeurCorrigee")
WHY = iri(f"{DCTERMS}description")
WHEN = iri(f"{DCTERMS}date")
BY = iri(f"{PROV}wasAttributedTo")
AGENT = iri(f"{PROV}Agent")
NAME = iri(f"{FOAF}name")
FROM = iri(f"{PROV}wasDerivedFrom")


def review_quads(here: Node, source: SourceFile, acts: Mapping[tuple[str, int], str]) -> Iterator[Quad]:
    """The doubts and the corrections of one source; ``acts`` gives the IRI of each of its acts by ordinal."""
    for rank, doubt in enumerate(source.doubts, start=1):
        part = Node(iris.doubt(source.sha256, rank), here.graph)
        yield from _doubt(part, doubt, [acts[at] for n in doubt.ordinals if (at := (source.sha256, n)) in acts])
    for rank, correction in enumerate(source.corrections, start=1):
        part = Node(iris.correction(source.sha256, rank), here.graph)
        ordinal = correction.record if isinstance(correction.record, int) else 0
        yield from _correction(part, correction, acts.get((source.sha256, ordinal)), here.address)


def _doubt(part: Node, doubt: Doubt, about: list[str]) -> Iterator[Quad]:
    yield from part.is_a(DOUBT)
    yield from part.says(FIELD, literal(doubt.field))
    yield from part.says(CONFIDENCE, decimal(Decimal(str(doubt.confidence))))
    for act in dict.fromkeys(about):
        yield from part.says(ABOUT, iri(act))
    yield from part.quotes(doubt.quote)


def _correction(part: Node, correction: Correction, act: str | None, source: str) -> Iterator[Quad]:
    """Who put what in the place of what, and why. An act that was taken out altogether leaves it to its source."""
    who = Node(iris.reviewer(slug(correction.who)), part.graph)
    yield from part.is_a(CORRECTION)
    yield from part.says(ABOUT, iri(act or source))
    yield from part.says(FIELD, literal(correction.field.strip("/") or "acte"))
    yield from part.says(CORRECTED, _written(correction.value))
    yield from part.says(READ, _written(correction.was) if correction.has_was else None)
    yield from part.says(WHY, literal(correction.why))
    yield from part.says(WHEN, day(dt.date.fromisoformat(correction.when)) if correction.when else None)
    yield from part.says(BY, iri(who.address))
    yield from who.is_a(AGENT)
    yield from who.says(NAME, literal(correction.who))
    if act:
        yield from Node(act, part.graph).says(FROM, iri(part.address))


def _written(value: Any) -> str | None:
    """A value in the form of the record, as text; none where nothing stands."""
    if value is None:
        return None
    return literal(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
