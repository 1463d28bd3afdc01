"""The text of a source and its passages: as a page with the words marked, as plain text, as NIF and Web Annotation.

RFC 5147 (``#char=start,end``) names a passage; the fragment stays with the client, so that a page is asked for with
``?char=start,end``, and the whole text has an anchor at each passage that a fact cites.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pyoxigraph import RdfFormat, parse, serialize

from kg.graph import iris
from kg.store.published import PublishedText

AROUND = 400
"""Characters shown on each side of a passage."""
_CONTEXT = {
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_RDF = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML}


class Piece(NamedTuple):
    """A run of characters of a whole text; ``anchors`` are the passages that begin with it, ``cited``: it is quoted."""

    words: str
    anchors: tuple[str, ...]
    cited: bool


class Shown(NamedTuple):
    """A passage with what stands around it."""

    before: str
    words: str
    after: str
    start: int
    end: int
    page: int | None


def read_range(written: str, length: int) -> tuple[int, int] | None:
    """``start,end`` within a text of that length; None where it is no passage of it."""
    start, _, end = written.partition(",")
    if not (start.isdecimal() and end.isdecimal() and len(start) < 12 and len(end) < 12):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= length else None


def shown(text: PublishedText, start: int, end: int) -> Shown:
    """A passage in its surroundings."""
    before, after = text.raw[max(0, start - AROUND) : start], text.raw[end : end + AROUND]
    return Shown(before, text.raw[start:end], after, start, end, text.page_at(start))


def pieces(text: PublishedText, passages: Iterable[str]) -> tuple[Piece, ...]:
    """A whole text cut where cited passages begin and end."""
    places = sorted({place for one in passages if (place := iris.parse_passage(one)) and place.end <= len(text.raw)})
    cuts = sorted({0, len(text.raw), *(place.start for place in places), *(place.end for place in places)})
    return tuple(_pieces(text.raw, places, cuts))


def _pieces(raw: str, places: Sequence[iris.Passage], cuts: Sequence[int]) -> Iterator[Piece]:
    begins: dict[int, list[str]] = {}
    depth: dict[int, int] = {}
    for place in places:
        begins.setdefault(place.start, []).append(f"char={place.start},{place.end}")
        depth[place.start] = depth.get(place.start, 0) + 1
        depth[place.end] = depth.get(place.end, 0) - 1
    open_ones = 0
    for start, end in pairwise(cuts):
        open_ones += depth.get(start, 0)
        yield Piece(raw[start:end], tuple(begins.get(start, ())), open_ones > 0)


def annotation(text: PublishedText, start: int, end: int, things: Iterable[str]) -> dict[str, Any]:
    """A passage as a NIF string and as the target of a Web Annotation whose bodies are the things that it proves."""
    whole, part = iris.text(text.sha256), iris.passage(iris.Passage(text.sha256, start, end))
    context = f"{whole}#char=0,{len(text.raw)}"
    place = shown(text, start, end)
    selectors = [
        {"@type": "oa:TextPositionSelector", "oa:start": _index(start), "oa:end": _index(end)},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": place.words,
            "oa:prefix": place.before[-60:],
            "oa:suffix": place.after[:60],
        },
    ]
    target = {"@type": "oa:SpecificResource", "oa:hasSource": {"@id": whole}, "oa:hasSelector": selectors}
    bodies = [{"@id": thing} for thing in things]
    return {
        "@context": _CONTEXT,
        "@graph": [
            {
                "@id": part,
                "@type": ["nif:String", "nif:RFC5147String"],
                "nif:anchorOf": place.words,
                "nif:beginIndex": _index(start),
                "nif:endIndex": _index(end),
                "nif:referenceContext": {"@id": context},
            },
            {"@id": context, "@type": ["nif:Context", "nif:RFC5147String"], "nif:sourceUrl": {"@id": whole}},
            {
                "@type": "oa:Annotation",
                "oa:motivatedBy": {"@id": "oa:describing"},
                "oa:hasBody": bodies,
                "oa:hasTarget": target,
            },
        ],
    }


def _index(value: int) -> dict[str, str]:
    return {"@value": str(value), "@type": "xsd:nonNegativeInteger"}


def as_rdf(told: dict[str, Any], form: str) -> bytes:
    """A description in one of the forms of graphs."""
    written = json.dumps(told, ensure_ascii=False, indent=1)
    if form == "jsonld":
        return written.encode()
    triples = (quad.triple for quad in parse(written, format=RdfFormat.JSON_LD))
    return serialize(triples, format=_RDF[form]) or b""
