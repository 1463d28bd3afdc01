"""What a page says of a thing: facts in words, each with the passages that prove it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.serve.pages.statements import Statements
from kg.serve.places import local

_MANY, _SHORT = 9, 60


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a sentence; ``href`` where it leads somewhere."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: pieces of a sentence, and the addresses of its proofs; ``anchor`` names it on its page."""

    pieces: tuple[Link, ...]
    proofs: tuple[str, ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said under one label."""

    label: str
    values: tuple[Said, ...]

    @property
    def listed(self) -> bool:
        """Whether the values are many and short, as names are: a page then sets them in columns."""
        lengths = [sum(len(piece.text) for piece in value.pieces) for value in self.values]
        return len(lengths) > _MANY and max(lengths) < _SHORT


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a heading."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A page: ``lead`` says the main thing in a sentence; ``about`` is the IRI; ``private``: not to be indexed."""

    about: str
    kind: str
    title: str
    lead: tuple[Link, ...] = ()
    sections: tuple[Section, ...] = ()
    private: bool = False
    quoted: tuple[str, ...] = field(default=())
    """Passages cited whose words are shown at the foot of the page."""


def view(about: str, kind: str, title: str, lead: Iterable[Link], *sections: Section, **more: object) -> View:
    """A page without the facts and the sections that have nothing to say."""
    full = (Section(one.title, tuple(fact for fact in one.facts if fact.values)) for one in sections)
    return View(about, kind, title, tuple(lead), tuple(one for one in full if one.facts), **more)  # type: ignore[arg-type]


def fact(label: str, *values: Said | None) -> Fact:
    """A fact with those values that there are."""
    return Fact(label, tuple(value for value in values if value is not None))


def say(text: str | None, proofs: Iterable[str] = (), anchor: str | None = None) -> Said | None:
    """A statement without links; None where there is nothing to say."""
    return Said((Link(text),), tuple(map(local, proofs)), anchor) if text else None


def named(iri: str, labels: Mapping[str, str]) -> Link:
    """A thing by its name, leading to its page."""
    return Link(labels.get(iri) or iri.rpartition("/")[2].replace("-", " "), local(iri))


def linked(iri: str, labels: Mapping[str, str], proofs: Iterable[str] = (), after: str = "") -> Said:
    """A statement that is a link."""
    pieces = (named(iri, labels), Link(after)) if after else (named(iri, labels),)
    return Said(pieces, tuple(map(local, proofs)))


_PLACES = {"present": "Présents", "procuration": "Représentés", "suppleant": "Suppléants", "absent": "Absents"}
_ONES = {"president": "Présidence", "secretaire": "Secrétariat de séance", "rapporteur": "Rapporteur"}


def attendance(said: Statements, node: str, labels: Mapping[str, str]) -> list[Fact]:
    """Who was there, represented or absent, and who held an office, as participations say it."""
    found: dict[str, list[Said]] = {}
    for part in said.all(node, "eli-dl:had_participation"):
        role = (said.one(part, "eli-dl:participation_role") or "").rpartition("/")[2]
        found.setdefault(role, []).append(_place(said, part, role, labels))
    facts = [Fact(title, tuple(found.pop(role))) for role, title in _ONES.items() if role in found]
    for role, title in _PLACES.items():
        if role in found:
            values = sorted(found.pop(role), key=lambda one: one.pieces[0].text)
            facts.append(Fact(f"{title} ({len(values)})", tuple(values)))
    facts += [Fact(role.replace("-", " ").capitalize(), tuple(values)) for role, values in sorted(found.items())]
    return facts


def _place(said: Statements, part: str, role: str, labels: Mapping[str, str]) -> Said:
    who = _who(said.one(part, "eli-dl:had_participant_person"), labels)
    other = _who(said.one(part, "eli-dl:participation_in_name_of"), labels)
    printed = said.one(part, "def:nomImprime")
    quality = said.one(part, "def:qualite")
    if role == "procuration":
        pieces = [other or Link(printed or "un membre"), Link(" a donné pouvoir"), *([Link(" à "), who] if who else [])]
    elif role == "suppleant" and other:
        pieces = [who or Link(printed or "un suppléant"), Link(" à la place de "), other]
    else:
        pieces = [who or Link(printed or "non nommé")]
    pieces += [Link(f" ({quality})")] if quality else []
    return Said(tuple(pieces), tuple(map(local, said.proofs(part))), part.rpartition("/")[2])


def _who(iri: str | None, labels: Mapping[str, str]) -> Link | None:
    return named(iri, labels) if iri else None
