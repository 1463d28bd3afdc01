"""The pages of sittings and of persons."""

import asyncio
from collections.abc import Mapping

from kg.graph import iris
from kg.serve.pages import words
from kg.serve.pages.queries import PERSON, PERSON_REPORTS, PERSON_SITTINGS, SITTING_ACTS
from kg.serve.pages.statements import Asker, Statements, Value
from kg.serve.pages.views import Fact, Link, Said, Section, View, attendance, fact, named, say, view
from kg.serve.places import local

_ONLY = "Ce que les actes publics disent d'un mandat ou d'une fonction, rien de plus."
_COUNTS = (
    ("Membres en exercice", "def:membresEnExercice"),
    ("Présents, tels qu'imprimés", "def:membresPresents"),
    ("Votants", "def:votants"),
    ("Absents", "def:membresAbsents"),
    ("Pouvoirs", "def:pouvoirs"),
)
Labels = Mapping[str, str]
Rows = list[dict[str, Value]]


async def sitting_view(asker: Asker, sitting: str) -> View:
    """Who sat, when and where, and the acts of the sitting."""
    said = await asker.statements(f"GRAPH <{iris.graph_of(sitting)}> {{ ?s ?p ?o }}")
    acts = await asker.rows(SITTING_ACTS % sitting)
    labels = await asker.labels(said.mentioned() - {sitting})
    organ, date = said.one(sitting, "eli-dl:had_responsible_organization"), said.one(sitting, "eli-dl:activity_date")
    when = [
        fact("Date", say(words.day(date))),
        fact("Heure", say((said.one(sitting, "def:heure") or "")[:5])),
        fact("Lieu", say(said.one(sitting, "schema:location"))),
        fact("Convocation", say(words.day(said.one(sitting, "def:dateConvocation")))),
        *(fact(label, say(said.one(sitting, name))) for label, name in _COUNTS),
    ]
    title = f"Séance du {words.day(date)}" if date else "Séance non datée"
    return view(
        sitting, "Séance", title, [named(organ, labels)] if organ else [],
        Section("Quand et où", tuple(when)),
        Section("Qui était là", tuple(attendance(said, sitting, labels))),
        Section("Ce qui a été décidé", (fact(f"Délibérations ({len(acts)})", *map(act_line, by_number(acts))),)),
        quoted=tuple(said.proofs(sitting)),
    )  # fmt: skip


def by_number(acts: Rows) -> Rows:
    """Acts in the order of their numbers as text, those without one last."""
    return sorted(acts, key=lambda row: row["n"].text if "n" in row else "~")


def act_line(row: dict[str, Value]) -> Said:
    """A line of a list of acts."""
    number, title = (row[name].text if name in row else "" for name in ("n", "t"))
    when = f" ({words.day(row['d'].text)})" if "d" in row else ""
    return Said((Link(" — ".join(filter(None, (number, title))) or "Délibération", local(row["x"].text)), Link(when)))


_PARTS = {
    "president": "Présidence",
    "secretaire": "Secrétariat de séance",
    "rapporteur": "Rapporteur",
    "present": "Présence",
    "absent": "Absence",
    "suppleant": "Suppléance",
    "non-mentionne": "Ni présence ni absence mentionnée",
}
"""What a person did at a sitting, by the last part of the role's address."""


async def person_view(asker: Asker, person: str) -> View:
    """Seats and offices, sittings, proxies and reports of a person in a term of office of one authority."""
    said, sat, acts = await asyncio.gather(
        asker.statements(PERSON % (person, person)),
        asker.rows(PERSON_SITTINGS % person),
        asker.rows(PERSON_REPORTS % (person, iris.concept("participation", "rapporteur"))),
    )
    labels = await asker.labels(said.mentioned() - {person})
    seats = [seat for seat in said.subjects if seat != person]
    name = said.one(person, "foaf:name") or "Personne"
    return view(
        person, "Élu ou signataire", name, [Link(_ONLY)],
        Section("Mandats et fonctions", (fact("Attestés", *(_seat(said, seat, labels) for seat in seats)),)),
        Section("Séances", tuple(_sat(sat))),
        Section("Rapports", (fact(f"Rapporteur de ({len(acts)})", *map(act_line, acts)),)),
        Section("Autres écritures", (fact("Nom imprimé aussi", *map(say, said.all(person, "skos:altLabel"))),)),
        private=True,
    )  # fmt: skip


def _seat(said: Statements, seat: str, labels: Labels) -> Said:
    office, body = said.one(seat, "org:role"), said.one(seat, "org:organization")
    first, last = said.one(seat, "def:attesteDu"), said.one(seat, "def:attesteAu")
    pieces = [Link(labels.get(office, "Fonction") if office else "Siège")]
    pieces += [Link(", "), named(body, labels)] if body else []
    to = f", attesté du {words.day(first)} au {words.day(last)}" if last else f", attesté le {words.day(first)}"
    pieces.append(Link(to))
    return Said(tuple(pieces), tuple(map(local, said.proofs(seat))), seat.rpartition("mandat/")[2])


def _sat(rows: Rows) -> list[Fact]:
    """Sittings by what the person did there."""
    found: dict[str, dict[str, Said]] = {}
    for row in rows:
        role = row["r"].text.rpartition("/")[2]
        given = row["as"].text.endswith("in_name_of")
        head = "A donné pouvoir" if role == "procuration" and given else "A porté le pouvoir d'un membre"
        head = head if role == "procuration" else _PARTS.get(role, role.replace("-", " ").capitalize())
        proofs = (local(row["proof"].text),) if "proof" in row else ()
        when = words.day(row["d"].text) if "d" in row else "sans date"
        found.setdefault(head, {}).setdefault(row["x"].text, Said((Link(when, local(row["x"].text)),), proofs))
    return [Fact(f"{head} ({len(some)})", tuple(some.values())) for head, some in found.items()]
