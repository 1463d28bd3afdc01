"""National bodies, programmes and brands of funders.toml, and the words that say what kind of body a name is."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Organisation
from kg.text.view import fold_same_length


@dataclass(frozen=True, slots=True)
class Body:
    """A line of the gazetteer. ``kind``: organisation, programme or brand (both with an ``owner``), association.

    ``local`` bodies take a territory after their name, which makes another legal person of them.
    """

    name: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    siren: str | None
    kind: str
    owner: str | None
    local: bool

    def as_organisation(self) -> Organisation:
        """The body under its usual name, its acronyms as aliases."""
        return Organisation(self.name, self.acronyms, self.siren)


@dataclass(frozen=True, slots=True)
class BodyType:
    """A kind of body told by the words before its name; ``bare`` ones name a body even alone (« la Région »)."""

    kind: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What to look for where its first word stands: on the folded text, or on the text itself for an acronym."""

    pattern: re.Pattern[str]
    exact: bool
    meaning: Body | BodyType


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((Path(__file__).parent / "funders.toml").read_text(encoding="utf-8"))


@cache
def bodies() -> dict[str, Body]:
    """The bodies by name."""
    return {body.name: body for body in map(_body, _data()["organisation"])}


@cache
def programme_name(printed: str) -> str:
    """The usual name of a programme printed as an acronym or under another name; itself where it is not listed."""
    folded = " ".join(fold_same_length(printed).split())
    for body in bodies().values():
        if folded in {fold_same_length(writing) for writing in (body.name, *body.aliases, *body.acronyms)}:
            return body.name
    return printed


def _body(line: dict[str, Any]) -> Body:
    kind = line.get("kind") or (
        "programme" if line.get("programme") else "brand" if line.get("brand") else "organisation"
    )
    return Body(
        line["name"],
        tuple(line.get("aliases", ())),
        tuple(line.get("acronyms", ())),
        line.get("siren"),
        kind,
        line.get("owner"),
        line.get("local", False),
    )


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """What may begin at each folded first word, the longest writing first."""
    found: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for length, first, entry in (*_body_entries(), *_type_entries()):
        found[first].append((length, entry))
    return {first: tuple(e for _, e in sorted(some, key=lambda pair: -pair[0])) for first, some in found.items()}


def _body_entries() -> Iterator[tuple[int, str, Entry]]:
    for body in bodies().values():
        for writing in (body.name, *body.aliases):
            folded = fold_same_length(writing)
            pattern = re.compile(re.sub(r"\\?[ -]", r"[\\s-]{1,2}", re.escape(folded)) + r"(?![a-z0-9])")
            yield len(folded), _first_word(folded), Entry(pattern, False, body)
        for acronym in body.acronyms:
            pattern = re.compile(re.escape(acronym) + r"(?![A-Za-z0-9+])")
            yield len(acronym), _first_word(fold_same_length(acronym)), Entry(pattern, True, body)


def _type_entries() -> Iterator[tuple[int, str, Entry]]:
    for line in _data()["type"]:
        meaning = BodyType(line["kind"], line["bare"])
        for words in line["words"]:
            pattern = re.compile(words.replace(" ", r"\s{1,2}") + r"(?![a-z0-9])")
            yield len(words), _first_word(words), Entry(pattern, False, meaning)


def _first_word(writing: str) -> str:
    word = re.match(r"[a-z0-9]+", writing)
    if not word:
        raise ValueError(f"funders.toml: {writing!r} does not begin with a letter")
    return word[0]
