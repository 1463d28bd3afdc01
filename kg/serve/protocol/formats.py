"""The forms an answer can take, and the choice among them by ``Accept`` (RFC 9110 §12.5.1) or ``?format=``."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is what ``?format=`` says, ``media`` what is answered, ``accepted`` what else asks for it."""

    name: str
    media: str
    accepted: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def medias(self) -> tuple[str, ...]:
        """Every media type that asks for this format, without parameters."""
        return (self.media.partition(";")[0], *self.accepted)


TABLES = (
    Format("json", "application/sparql-results+json", ("application/json",)),
    Format("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Format("csv", "text/csv; charset=utf-8"),
    Format("tsv", "text/tab-separated-values; charset=utf-8"),
)
"""For SELECT and ASK; the first is the one of who does not choose."""

GRAPHS = (
    Format("turtle", "text/turtle", ("application/x-turtle", "text/n3", "text/rdf+n3"), ("ttl", "n3")),
    Format("ntriples", "application/n-triples", ("text/plain",), ("nt", "n-triples")),
    Format("rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), ("rdf", "xml", "rdf+xml")),
    Format("jsonld", "application/ld+json", ("application/json",), ("json", "json-ld")),
)
"""For CONSTRUCT and DESCRIBE."""

_MOST_RANGES = 60


def named(name: str, formats: Sequence[Format]) -> Format | None:
    """The format that ``?format=`` names, by short name or media type."""
    wanted = name.strip().lower()
    for known in formats:
        if wanted == known.name or wanted in known.names or wanted in known.medias:
            return known
    return None


def negotiate(accept: str, formats: Sequence[Format]) -> Format | None:
    """The format with the highest quality; the first of ``formats`` among equals; None where nothing fits."""
    ranges = _ranges(accept)
    if not ranges:
        return formats[0]
    best, quality = None, 0.0
    for candidate in formats:
        offered = _offered(candidate, ranges)
        if offered > quality:
            best, quality = candidate, offered
    return best


def wants_page(accept: str) -> bool:
    """Whether the client is a browser: it asks for HTML and for no RDF or result format by name before it."""
    ranges = _ranges(accept)
    html = ranges.get("text/html", 0.0)
    return html > 0 and all(
        quality <= html for media, quality in ranges.items() if media not in ("application/xhtml+xml", "text/html")
    )


def _offered(candidate: Format, ranges: dict[str, float]) -> float:
    """The quality of a format; a browser lists application/xml without wishing to see it."""
    own, *others = candidate.medias
    named_ones = [] if "text/html" in ranges else [ranges[media] for media in others if media in ranges]
    return max(_quality(own, ranges), *named_ones, 0.0)


def _quality(media: str, ranges: dict[str, float]) -> float:
    """The quality that the most specific range gives to a media type."""
    kind = media.partition("/")[0]
    for pattern in (media, f"{kind}/*", "*/*"):
        if pattern in ranges:
            return ranges[pattern]
    return 0.0


def _ranges(accept: str) -> dict[str, float]:
    """Media range → quality; a range that cannot be read is left out."""
    read: dict[str, float] = {}
    for item in accept.split(",", _MOST_RANGES)[:_MOST_RANGES]:
        media, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = _weight(parameters)
        if "/" in media and quality is not None:
            read[media] = max(read.get(media, 0.0), quality)
    return read


def _weight(parameters: list[str]) -> float | None:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return None
            return weight if 0 <= weight <= 1 else None
    return 1.0
