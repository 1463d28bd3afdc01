"""Every IRI that the project mints, rendered and parsed in pairs.

Keys come from public identifiers: SIREN → organ → date → local number. ``authority`` is a SIREN, or a slug where none
is known. Keys of acts and of undated sittings are made by :mod:`kg.resolve`.

    id/organisation/243400017              id/organisation/sans-siren/saint-aubrac
    id/organe/243400017/conseil            id/seance/243400017/conseil/2020-12-17
    id/deliberation/243400017/M2020-539    id/personne/243400017/2020/jeanne-valmont
    id/programme/dsil                      id/norme/CGCT/L2121-20
    id/rapprochement/243400017/departement-de-l-herault
    texte/{sha256}                         texte/{sha256}#char=5012,5031  (RFC 5147)
"""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from kg.graph.namespaces import BASE, DEF, VOCABULARY

_SAFE = "-._~!$&'()*+,;=:@"
_SIREN = re.compile(r"[0-9]{9}")
_CHARS = re.compile(r"(?P<sha256>[0-9a-f]{64})#char=(?P<start>\d+),(?P<end>\d+)")
ONTOLOGY_GRAPH = f"{BASE}graphe/ontologie"
LINKS_GRAPH = f"{BASE}graphe/liens"


class Thing(NamedTuple):
    """What an ``id/`` IRI names: its kind, its key, and the parts below it (``vote``, ``financement/1``)."""

    kind: str
    key: tuple[str, ...]
    part: tuple[str, ...] = ()


class Passage(NamedTuple):
    """A passage of a source's text: ``start`` included, ``end`` excluded, in code points."""

    sha256: str
    start: int
    end: int


# How many segments of a path are the key of a thing; what follows names a part of it.
_KEY_LENGTHS = {
    "organe": 2,
    "seance": 3,
    "personne": 3,
    "programme": 1,
    "norme": 2,
    "rapprochement": 2,
}


def render(thing: Thing) -> str:
    """The IRI of a thing; ValueError where the key has not the length that its kind needs."""
    if thing.kind not in (*_KEY_LENGTHS, "organisation", "deliberation"):
        raise ValueError(f"no kind of thing is called {thing.kind!r}")
    if not all((*thing.key, *thing.part)) or len(thing.key) != _key_length(thing.kind, (*thing.key, *thing.part)):
        raise ValueError(f"not a key of {thing.kind}: {thing.key}")
    return f"{BASE}id/" + "/".join(quote(segment, safe=_SAFE) for segment in (thing.kind, *thing.key, *thing.part))


def parse(address: str) -> Thing | None:
    """The thing that an IRI names, or None for an IRI that :func:`render` does not write."""
    if not address.startswith(f"{BASE}id/"):
        return None
    kind, *segments = (unquote(segment) for segment in address[len(BASE) + 3 :].split("/"))
    if kind not in (*_KEY_LENGTHS, "organisation", "deliberation"):
        return None
    length = _key_length(kind, segments)
    if len(segments) < length or not all(segments):
        return None
    return Thing(kind, tuple(segments[:length]), tuple(segments[length:]))


def _key_length(kind: str, segments: Sequence[str]) -> int:
    if kind == "organisation":
        return 2 if segments and segments[0] == "sans-siren" else 1
    if kind == "deliberation":  # a date leads where the number does not say the year: …/2023-02-06/12
        return 3 if len(segments) > 1 and re.fullmatch(r"\d{4}-\d\d-\d\d|sans-date", segments[1]) else 2
    return _KEY_LENGTHS[kind]


def organisation(key: str) -> str:
    """An organisation by SIREN, else by slug of its name."""
    return render(Thing("organisation", (key,) if _SIREN.fullmatch(key) else ("sans-siren", key)))


def organ(authority: str, slug: str) -> str:
    """A deliberative organ of an authority: its council, its permanent commission."""
    return render(Thing("organe", (authority, slug)))


def sitting(authority: str, organ_slug: str, day: str) -> str:
    """A sitting. ``day`` is an ISO date, or what :mod:`kg.resolve` writes for a sitting without one."""
    return render(Thing("seance", (authority, organ_slug, day)))


def deliberation(authority: str, key: tuple[str, ...]) -> str:
    """An act by its number, or by date and number or title."""
    return render(Thing("deliberation", (authority, *key)))


def person(authority: str, term: str, slug: str) -> str:
    """An elected person in a term of office of one authority."""
    return render(Thing("personne", (authority, term, slug)))


def programme(slug: str) -> str:
    """A programme that money comes under."""
    return render(Thing("programme", (slug,)))


def norm(reference: str) -> str:
    """A norm cited as ``CGCT:L2121-20``."""
    code, _, article = reference.partition(":")
    return render(Thing("norme", (code, article or "texte")))


def match(authority: str, key: str) -> str:
    """The link of an organisation that an authority's documents name to the body that it is, or may be."""
    return render(Thing("rapprochement", (authority, key)))


def part(whole: str, *names: str) -> str:
    """A part of a thing: its vote, its first funding, that funding's amount."""
    return "/".join((whole, *(quote(name, safe=_SAFE) for name in names)))


def text(sha256: str) -> str:
    """The text of a source."""
    return f"{BASE}texte/{sha256}"


def passage(place: Passage) -> str:
    """A passage of a text (RFC 5147)."""
    return f"{text(place.sha256)}#char={place.start},{place.end}"


def parse_passage(address: str) -> Passage | None:
    """The passage that an IRI names, or None."""
    found = _CHARS.fullmatch(address.removeprefix(f"{BASE}texte/")) if address.startswith(f"{BASE}texte/") else None
    return Passage(found["sha256"], int(found["start"]), int(found["end"])) if found else None


def finding(sha256: str, rank: int) -> str:
    """A finding about a source, by its rank among those of that source."""
    return f"{BASE}id/constat/{sha256}/{rank}"


def doubt(sha256: str, rank: int) -> str:
    """A doubtful field of a source, by its rank among those of that source."""
    return f"{BASE}id/doute/{sha256}/{rank}"


def correction(sha256: str, rank: int) -> str:
    """A correction of the reading of a source, by its rank among those of that source."""
    return f"{BASE}id/correction/{sha256}/{rank}"


def reviewer(slug: str) -> str:
    """Who corrects."""
    return f"{BASE}id/relecteur/{quote(slug, safe=_SAFE)}"


def graph_of(address: str) -> str:
    """The named graph of an act, a sitting or a source: its own IRI with ``graphe/`` in the place of ``id/``."""
    return f"{BASE}graphe/{address.removeprefix(BASE).removeprefix('id/')}"


def parse_graph(address: str) -> str | None:
    """The IRI of the thing that a named graph is about."""
    inside = address.removeprefix(f"{BASE}graphe/")
    if inside == address or inside in ("ontologie", "liens"):
        return None
    return f"{BASE}{inside}" if inside.startswith("texte/") else f"{BASE}id/{inside}"


def term(name: str) -> str:
    """A class or property of ontology/deliberations.ttl."""
    return f"{DEF}{name}"


def concept(scheme: str, name: str) -> str:
    """A concept of a vocabulary."""
    return f"{VOCABULARY}{scheme}/{name}"
