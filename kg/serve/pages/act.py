"""The page of an act."""

import asyncio
from collections.abc import Mapping

from kg.graph import iris
from kg.graph.namespaces import DEF
from kg.serve.pages import words
from kg.serve.pages.columns import field
from kg.serve.pages.queries import ABOUT_ACT
from kg.serve.pages.statements import Asker, Statements, Value
from kg.serve.pages.views import Fact, Link, Said, Section, View, attendance, fact, linked, named, say, view


async def act_view(asker: Asker, act: str) -> View:
    """What an act says and decides, how the votes fell, who was there, and what is doubtful in its reading."""
    said = await asker.statements(f"GRAPH <{iris.graph_of(act)}> {{ ?s ?p ?o }}")
    sitting = said.one(f"{act}/vote", "eli-dl:forms_part_of")
    held, doubts = await asyncio.gather(_sitting(asker, sitting), asker.rows(ABOUT_ACT % act))
    labels = await asker.labels({*said.mentioned(), *held.mentioned()} - {act})
    number, title = said.one(act, "eli:id_local"), said.one(act, "dcterms:title")
    heading = title or (f"Délibération n° {number}" if number else "Délibération")
    return view(
        act, "Délibération", heading, _lead(said, act, sitting, labels),
        Section("Le vote", tuple(_vote(said, act, labels))),
        Section("Ce qui est décidé", (_decisions(said, act),)),
        Section("L'argent", tuple(_money(said, act, labels))),
        Section("Les conventions", (fact("Conventions", *_agreements(said, act, labels)),)),
        Section("Qui était là", tuple(_people(said, held, act, sitting, labels))),
        Section("L'acte", tuple(_identity(said, act, labels))),
        Section("Lecture douteuse", tuple(_doubts(doubts, labels))),
        Section("D'où cela vient", (fact("Documents", *(linked(s, labels) for s in said.all(act, "dcterms:source"))),)),
        quoted=(*said.proofs(act), *said.proofs(f"{act}/vote")),
    )  # fmt: skip


async def _sitting(asker: Asker, sitting: str | None) -> Statements:
    return await asker.statements(f"GRAPH <{iris.graph_of(sitting)}> {{ ?s ?p ?o }}") if sitting else Statements(())


def _lead(said: Statements, act: str, sitting: str | None, labels: Mapping[str, str]) -> list[Link]:
    number, date = said.one(act, "eli:id_local"), said.one(act, "eli:date_document")
    pieces = [Link(f"Délibération{f' n° {number}' if number else ''}")]
    if sitting:
        pieces += [
            Link(", "),
            Link(f"séance du {words.day(date)}" if date else "séance non datée", named(sitting, {}).href),
        ]
    for link, authority in (
        (", ", said.one(act, "eli:passed_by")),
        (", ", said.one(act, "eli:responsibility_of_agent")),
    ):
        if authority:
            pieces += [Link(link), named(authority, labels)]
    return [*pieces, Link(".")]


def _vote(said: Statements, act: str, labels: Mapping[str, str]) -> list[Fact]:
    vote = f"{act}/vote"
    counts = {name: count for name in words.vote_counts() if (count := said.one(vote, name)) is not None}
    told = words.vote(said.one(vote, "eli-dl:decision_outcome"), counts, said.one(vote, "def:unanimite"))
    method = said.one(vote, "eli-dl:decision_method")
    voters = (
        ("Ont voté contre", "eli-dl:had_voter_against"),
        ("Se sont abstenus", "eli-dl:had_voter_abstention"),
        ("N'ont pas pris part au vote", "def:nePrendPasPartPersonne"),
    )
    return [
        fact("Résultat", say(told, said.proofs(vote), "vote")),
        fact("Mode de scrutin", linked(method, labels) if method else None),
        *(fact(label, *(linked(who, labels) for who in said.all(vote, name))) for label, name in voters),
    ]


def _decisions(said: Statements, act: str) -> Fact:
    parts = said.all(act, "eli:has_part")
    told = ((part, said.one(part, "dcterms:description")) for part in parts)
    return fact("Dispositif", *(say(text, said.proofs(part), part.removeprefix(f"{act}/")) for part, text in told))


def _money(said: Statements, act: str, labels: Mapping[str, str]) -> list[Fact]:
    grants = [_grant(said, grant, labels) for grant in said.all(act, "def:financement")]
    amounts = (say(words.euros(amount)) for amount in said.all(act, "def:montantMentionne"))
    return [fact("Financements", *grants), fact("Sommes écrites dans l'acte", *amounts)]


def _grant(said: Statements, grant: str, labels: Mapping[str, str]) -> Said:
    amount = f"{grant}/montant"
    named_sums = ((amount, "schema:value"), (amount, "schema:maxValue"), (grant, "def:montantCalcule"))
    sums = (said.one(node, name) for node, name in named_sums)
    pieces = [Link(words.sum_of(*sums), named(grant, {}).href)]
    for before, name in ((" de ", "schema:funder"), (" à ", "def:beneficiaire")):
        if other := said.one(grant, name):
            pieces += [Link(before), named(other, labels)]
    if share := said.one(grant, "def:taux"):
        pieces.append(Link(f", {words.percent(share)}"))
    proofs = (named(proof, {}).href or "" for proof in said.proofs(grant))
    return Said(tuple(pieces), tuple(proofs), grant.removeprefix(f"{act_of(grant)}/"))


def act_of(part: str) -> str:
    """The act that a funding or a convention stands under."""
    thing = iris.parse(part)
    return iris.render(thing._replace(part=())) if thing else part


def _agreements(said: Statements, act: str, labels: Mapping[str, str]) -> list[Said]:
    return [linked(one, labels, said.proofs(one)) for one in said.all(act, "def:approuve")]


def _people(said: Statements, held: Statements, act: str, sitting: str | None, labels: Mapping[str, str]) -> list[Fact]:
    facts = attendance(held, sitting, labels) if sitting else []
    own = attendance(said, f"{act}/vote", labels)
    renamed = (
        one if one.label == "Rapporteur" else Fact(f"Pour cet acte : {one.label.lower()}", one.values) for one in own
    )
    return [*renamed, *facts]


def _identity(said: Statements, act: str, labels: Mapping[str, str]) -> list[Fact]:
    where = said.one(act, "def:lieuSignature")
    dates = (
        ("Publié le", "eli:date_publication"),
        ("Reçu en préfecture le", "def:dateReception"),
        ("Signé le", "def:dateSignature"),
    )
    return [
        fact("Numéro", say(said.one(act, "eli:id_local"))),
        fact("Objet", say(said.one(act, "dcterms:title"))),
        *(fact(label, say(words.day(said.one(act, name)))) for label, name in dates),
        fact("Signé à", say(where)),
        fact("Signataire", *(linked(who, labels) for who in said.all(act, "def:signataire"))),
        fact("Accusé de réception", say(said.one(act, "def:accuseReception"))),
        fact("Textes cités", *(linked(norm, labels) for norm in said.all(act, "eli:cites"))),
        fact("Annexes", *(say(annex) for annex in said.all(act, "def:annexe"))),
    ]


def _doubts(rows: list[dict[str, Value]], labels: Mapping[str, str]) -> list[Fact]:
    """What checks found and what was read without certainty, each once."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        kind = row["kind"].text.removeprefix(DEF)
        if kind == "Constat":
            key = ("Constats", row["message"].text if "message" in row else "")
        elif kind == "Doute":
            name, sure = field(row["field"].text) if "field" in row else "", row["sure"].text if "sure" in row else ""
            key = ("Lu sans certitude", f"{name} : {words.percent(sure)} de chances d'être juste")
        else:
            continue
        found.setdefault(key, []).extend([row["proof"].text] if "proof" in row else [])
    heads = dict.fromkeys(head for head, _ in found)
    return [fact(head, *(say(text, proofs) for (h, text), proofs in found.items() if h == head)) for head in heads]
