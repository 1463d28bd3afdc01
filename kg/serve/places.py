"""Where an IRI that we mint is served, and which IRI a path of ours names."""

from urllib.parse import quote, unquote

from kg.graph import iris
from kg.graph.namespaces import BASE, DEF, HOME, VOCABULARY

_SAFE = "-._~!$&'()*+,;=:@"
FORMS = {"ttl": "turtle", "jsonld": "jsonld", "nt": "ntriples"}
"""What a suffix of a page's address asks for, by the name that the endpoint gives it."""


def local(iri: str) -> str:
    """The address on this server of what an IRI names; the IRI itself where it is not ours."""
    if iri.startswith(f"{BASE}id/"):
        return "/doc/" + iri.removeprefix(f"{BASE}id/")
    if place := iris.parse_passage(iri):
        return f"/texte/{place.sha256}?char={place.start},{place.end}"
    if iri.startswith(f"{BASE}texte/") or iri.startswith(f"{BASE}graphe/"):
        return "/" + iri.removeprefix(BASE)
    if iri.startswith(DEF):
        return "/def#" + iri.removeprefix(DEF)
    return "/" + iri.removeprefix(HOME) if iri.startswith(VOCABULARY) else iri


def named_by(path: str, base: str = BASE) -> str:
    """The IRI of a path (``id/…``, ``graphe/…``) as it is minted, however the client escaped it."""
    return base + "/".join(quote(unquote(part), safe=_SAFE) for part in path.split("/"))


def without_suffix(path: str) -> tuple[str, str | None]:
    """A path without the suffix that asks for a form, and that form."""
    whole, _, suffix = path.rpartition(".")
    return (whole, FORMS[suffix]) if whole and suffix in FORMS else (path, None)


def whole_of(iri: str) -> str:
    """The thing that a page is about where an IRI names a part of it: conventions and fundings have their own."""
    thing = iris.parse(iri)
    if thing is None or not thing.part:
        return iri
    own = thing.part[:2] if thing.part[0] in ("convention", "financement") and len(thing.part) > 1 else ()
    return iris.render(thing._replace(part=own))


def wholes(iri: str) -> tuple[str, ...]:
    """A thing and all that it may be a part of, by its path."""
    parts = iri.partition("#")[0].removeprefix(BASE).split("/")
    return tuple(BASE + "/".join(parts[: at + 1]) for at in range(1, len(parts)))
