"""The pages of bodies, of conventions, of fundings, and of whatever else has an IRI."""

import asyncio
from collections.abc import Mapping
from urllib.parse import urlencode

from kg.graph import iris
from kg.serve.pages import words
from kg.serve.pages.act import act_of
from kg.serve.pages.people import act_line
from kg.serve.pages.queries import (
    ABOUT_AGREEMENT,
    BODY_ACTS,
    BODY_AGREEMENTS,
    BODY_MONEY,
    BODY_SITTINGS,
    MOST,
    NAMED_BY,
    OWN,
    RECENT,
)
from kg.serve.pages.statements import Asker, Statements, Value
from kg.serve.pages.views import Fact, Link, Said, Section, View, fact, linked, named, say, view
from kg.serve.places import local

_LINKS = ("approuve", "encadrePar", "avenantA")
Labels = Mapping[str, str]
Rows = list[dict[str, Value]]


async def body_view(asker: Asker, body: str) -> View:
    """An organisation or an organ: who it is, its acts and sittings, its conventions and fundings."""
    own, acts, sittings, money, agreements = await asyncio.gather(
        asker.statements(OWN % body),
        asker.rows(BODY_ACTS % body),
        asker.rows(BODY_SITTINGS % (body, body)),
        asker.rows(BODY_MONEY % body),
        asker.rows(BODY_AGREEMENTS % body),
    )
    labels = await asker.labels(own.mentioned() | {row["other"].text for row in money if "other" in row})
    name = own.one(body, "skos:prefLabel") or body.rpartition("/")[2]
    deciding = own.is_a(body, "besluit:Bestuurseenheid", "besluit:Bestuursorgaan")
    return view(
        body, "Assemblée ou collectivité" if deciding else "Organisation", name, _belongs(own, body, labels),
        Section("Qui c'est", tuple(_identity(own, body))),
        Section("Délibérations", (fact(_count("Les plus récentes", acts), *map(act_line, acts), _all_of(body, acts)),)),
        Section("Séances", (fact(_count("Les plus récentes", sittings), *map(_day, sittings)),)),
        Section("Financements", tuple(_fundings(money, labels))),
        Section("Conventions", (fact(_count("Partie à", agreements), *map(act_line, agreements)),)),
    )  # fmt: skip


def _count(label: str, rows: Rows) -> str:
    return f"{label} ({len(rows)}{' premières' if len(rows) in (MOST, RECENT) else ''})"


def _all_of(body: str, acts: Rows) -> Said | None:
    """Where the acts are that this page leaves out."""
    address = f"/recherche?{urlencode({'autorite': body, 'tri': 'date'})}"
    thing = iris.parse(body)
    more = len(acts) == RECENT and thing is not None and thing.kind == "organisation"
    return Said((Link("Toutes ses délibérations", address),)) if more else None


def _belongs(own: Statements, body: str, labels: Labels) -> list[Link]:
    whole = own.one(body, "org:unitOf")
    return [Link("Organe de "), named(whole, labels), Link(".")] if whole else []


def _identity(own: Statements, body: str) -> list[Fact]:
    pages = [*own.all(body, "skos:exactMatch"), *own.all(body, "rdfs:seeAlso")]
    return [
        fact("SIREN", *map(say, own.all(body, "org:identifier"))),
        fact("Code officiel géographique", *map(say, own.all(body, "def:codeOfficielGeographique"))),
        fact("Nommée aussi", *map(say, own.all(body, "skos:altLabel"))),
        fact("Ailleurs", *(Said((Link(page, page),)) for page in pages)),
    ]


def _day(row: dict[str, Value]) -> Said:
    return Said((Link(words.day(row["d"].text), local(row["x"].text)),))


def _fundings(rows: Rows, labels: Labels) -> list[Fact]:
    gives, gets = ([row for row in rows if row["as"].text.endswith(end)] for end in ("funder", "beneficiaire"))
    return [
        fact(f"Finance ({len(gives)})", *(_grant(row, " pour ", labels) for row in gives)),
        fact(f"Reçoit ({len(gets)})", *(_grant(row, " de ", labels) for row in gets)),
    ]


def _grant(row: dict[str, Value], before: str, labels: Labels) -> Said:
    told = words.sum_of(*(row[name].text if name in row else None for name in ("v", "m", "c")))
    other = [Link(before), named(row["other"].text, labels)] if "other" in row else []
    when = [Link(f" ({words.day(row['d'].text)})")] if "d" in row else []
    return Said((Link(told, local(row["x"].text)), *other, *when))


async def convention_view(asker: Asker, one: str) -> View:
    """A convention: parties, dates, the acts that decide on it, the money that it frames."""
    said, about = await asyncio.gather(
        asker.statements(f"VALUES ?s {{ <{one}> <{one}/periode> }} ?s ?p ?o"),
        asker.rows(ABOUT_AGREEMENT % one),
    )
    labels = await asker.labels(said.mentioned() | {row["x"].text for row in about} | {act_of(one)})
    by = {name: [row["x"].text for row in about if row["p"].text.endswith(name)] for name in _LINKS}
    period = f"{one}/periode"
    return view(
        one, "Convention", said.one(one, "dcterms:title") or "Convention", [],
        Section("La convention", (
            fact("Parties", *(linked(party, labels, said.proofs(one)) for party in said.all(one, "def:partie"))),
            fact("Durée", say(words.duration(said.one(one, "def:duree")), said.proofs(one))),
            fact("Durée maximale", say(words.duration(said.one(one, "def:dureeMaximale")), said.proofs(one))),
            fact("Du", say(words.day(said.one(period, "dcat:startDate")), said.proofs(one))),
            fact("Au", say(words.day(said.one(period, "dcat:endDate")), said.proofs(one))),
            fact("Avenant à", *(linked(other, labels) for other in said.all(one, "def:avenantA"))),
        )),
        Section("Les actes", (
            fact("Décidée par", *(linked(act, labels) for act in by["approuve"])),
            fact("Encadre", *map(_numbered, by["encadrePar"])),
            fact("Avenants", *(linked(other, labels) for other in by["avenantA"])),
        )),
        quoted=tuple(said.proofs(one)),
    )  # fmt: skip


def _numbered(grant: str) -> Said:
    return Said((Link(f"financement n° {grant.rpartition('/')[2]}", local(grant)),))


async def funding_view(asker: Asker, one: str) -> View:
    """Money given or asked for: who gives, who receives, what is written and what is computed."""
    said = await asker.statements(f"VALUES ?s {{ <{one}> <{one}/montant> }} ?s ?p ?o")
    act = act_of(one)
    labels = await asker.labels(said.mentioned() | {act})
    proofs, amount = said.proofs(one), f"{one}/montant"
    bodies = (
        ("Financeur", "schema:funder"),
        ("Bénéficiaire", "def:beneficiaire"),
        ("Gestionnaire", "def:gestionnaire"),
    )
    others = (("Programme", "dcterms:isPartOf"), ("Nature", "def:natureFinancement"), ("Encadré par", "def:encadrePar"))
    links = {label: [linked(to, labels, proofs) for to in said.all(one, name)] for label, name in (*bodies, *others)}
    sums = (
        fact("Montant écrit", say(words.euros(said.one(amount, "schema:value")), proofs)),
        fact("Plafond écrit", say(words.euros(said.one(amount, "schema:maxValue")), proofs)),
        fact("Taux", say(words.percent(said.one(one, "def:taux")), proofs)),
        fact("Coût total", say(words.euros(said.one(one, "def:coutTotal")), proofs)),
        fact("Montant calculé (écrit nulle part)", say(words.euros(said.one(one, "def:montantCalcule")))),
    )
    return view(
        one, "Financement", _named_money(said, one, labels), [Link("Dans l'acte "), named(act, labels), Link(".")],
        Section("Qui", tuple(fact(label, *links[label]) for label, _ in bodies)),
        Section("Combien", sums),
        Section("Dans quel cadre", tuple(fact(label, *links[label]) for label, _ in others)),
        quoted=tuple(proofs),
    )  # fmt: skip


def _named_money(said: Statements, one: str, labels: Labels) -> str:
    funder, recipient = said.one(one, "schema:funder"), said.one(one, "def:beneficiaire")
    by = f" de {named(funder, labels).text}" if funder else ""
    return f"Financement{by}{f' à {named(recipient, labels).text}' if recipient else ''}"


async def plain_view(asker: Asker, one: str, terms: Labels) -> View:
    """What is said of a thing without a page of its own kind, and what names it; ``terms`` are labels of predicates."""
    said, naming = await asyncio.gather(asker.statements(OWN % one), asker.rows(NAMED_BY % one))
    others = [row["x"].text for row in naming if row["x"].iri]
    labels = await asker.labels(said.mentioned() | set(others) | {one})
    title = labels.get(one) or one.rpartition("/")[2]
    facts = (
        fact(terms.get(predicate, predicate), *(_any(value, labels) for value in values))
        for predicate, values in said.about(one)
    )
    return view(
        one, "Donnée", title, [],
        Section("Ce qui en est dit", tuple(facts)),
        Section("Ce qui la nomme", (fact("Voir", *(linked(other, labels) for other in others)),)),
        quoted=tuple(said.proofs(one)),
    )  # fmt: skip


def _any(value: Value, labels: Labels) -> Said | None:
    return linked(value.text, labels) if value.iri else say(value.text)
