"""The rules of audit and the questions that the sample does not answer, on fictional acts made for each."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kg.graph.mapping import quads
from kg.model import Agreement, Funding, Members, Organisation, Person, Proxy, Receipt, Record, Session, Vote
from kg.resolve import resolve
from tests.queries.asked import ask, only, solutions, store_of
from tests.resolve.fictions import DAY, MONTFLEURY, document, financed, record

CLUB = Organisation("Club des rameurs")
TWO = (Proxy("Luc MERCIN", "Paul ORSEL"), Proxy("Aline TOVAC", "Paul ORSEL"))


def asked(name: str, *records: Record, **given: str) -> list[dict[str, Any]]:
    """The rows of a question put to one document that holds these acts."""
    made = resolve("219900018", [document("pv.txt", *records, kind="minutes")])
    return ask(store_of(quads(made)), name, given)


@pytest.mark.parametrize(("day", "count"), [(DAY, 1), (dt.date(2021, 3, 1), 0), (dt.date(2021, 10, 15), 1)])
def test_two_proxies_are_one_too_many_but_in_the_emergency(day: dt.date, count: int) -> None:
    act = record(session=Session(day), proxies=TWO, absent=())
    assert only(asked("checks/pouvoirs-en-trop", act), "pouvoirs") == [(2,)] * count


def test_one_proxy_is_lawful() -> None:
    assert asked("checks/pouvoirs-en-trop", record()) == []


@pytest.mark.parametrize(
    ("sat", "received", "days"),
    [("2024-03-12", "2024-03-27", None), ("2024-03-12", "2024-03-28", 16), ("2024-02-20", "2024-03-08", 17),
     ("2023-02-20", "2023-03-08", 16), ("2023-12-20", "2024-01-05", 16)],
)  # fmt: skip
def test_sent_after_the_fifteenth_day(sat: str, received: str, days: int | None) -> None:
    act = record(
        session=Session(dt.date.fromisoformat(sat)), receipt=Receipt("099-1-DE", dt.date.fromisoformat(received))
    )
    assert only(asked("checks/transmission-tardive", act), "ecart") == ([(days,)] if days else [])
    assert len(asked("checks/transmission-tardive", act, jours="3")) == 1


@pytest.mark.parametrize(
    ("vote", "count"),
    [(Vote(3, 0, 1, 0, "adopted", True), 1), (Vote(4, 0, 0, 0, "adopted", True), 0),
     (Vote(3, 0, 1, 0, "adopted", False), 0),
     (Vote(outcome="adopted", unanimous=True, abstention_names=("Inès DARIC",)), 1)],
)  # fmt: skip
def test_unanimous_with_abstentions(vote: Vote, count: int) -> None:
    assert len(asked("checks/unanimite-avec-abstentions", record(vote=vote))) == count


def given_to(who: Organisation, amount: str, **changes: Any) -> Record:
    """The commune gives an amount to a body."""
    return record(funding=(Funding(MONTFLEURY, who, Decimal(amount), kind="subvention"),), **changes)


@pytest.mark.parametrize(
    ("act", "count"),
    [
        (given_to(CLUB, "23000.01"), 1),
        (given_to(CLUB, "23000"), 0),
        (given_to(CLUB, "30000", agreements=(Agreement("convention d'objectifs", (MONTFLEURY, CLUB)),)), 0),
        (given_to(Organisation("Commune de Valserine"), "30000"), 0),
        (given_to(Organisation("Maison des aînés", (), "269900015"), "30000"), 0),
        (record(funding=(Funding(CLUB, MONTFLEURY, Decimal(30000), kind="subvention"),)), 0),
    ],
)
def test_a_grant_above_the_threshold_has_a_convention(act: Record, count: int) -> None:
    assert len(asked("checks/subvention-sans-convention", act)) == count


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (("2024-007", "2024-008", "2024-009"), []),
        (("2024-007", "2024-010"), [("2024-7", "2024-10", 2)]),
        (("7-2024", "9-2024", "10-2024"), [("7-2024", "9-2024", 1)]),
        (("A-1", "B-4"), []),
        (("2024-007", "2024-090"), []),
    ],
)
def test_numbers_that_are_missing(numbers: tuple[str, ...], missing: list[tuple[str, str, int]]) -> None:
    acts = [record(number, f"Objet {number}") for number in numbers]
    assert only(asked("checks/numeros-manquants", *acts), "apres", "avant", "manquants") == missing


def ending(end: str | None = None, start: str | None = None, months: int | None = None) -> Record:
    """An act that approves a convention with these dates."""
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    return record(agreements=(Agreement("convention de bail", (MONTFLEURY, CLUB), first, last, months),))


@pytest.mark.parametrize(
    ("act", "end", "how"),
    [
        (ending("2025-06-30"), "2025-06-30", "date écrite"),
        (ending(None, "2024-04-01", 24), "2026-03-31", "début et durée"),
        (ending(None, "2023-08-31", 6), "2024-02-29", "début et durée"),
        (ending(None, "2024-12-15", 1), "2025-01-14", "début et durée"),
        (ending(None, "2024-01-01", 12), "2024-12-31", "début et durée"),
        (ending(None, "2023-10-01", 1), "2023-10-31", "début et durée"),
        (ending(None, "2023-03-01", 12), "2024-02-29", "début et durée"),
        (ending(None, None, 36), None, "durée sans début"),
    ],
)
def test_when_a_convention_ends(act: Record, end: str | None, how: str) -> None:
    assert only(asked("echeances-des-conventions", act), "fin", "origine") == [(end, how)]


def test_one_who_reports_without_a_name_or_an_office_is_no_row() -> None:
    graph = """PREFIX eli: <http://data.europa.eu/eli/ontology#>
        PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
        PREFIX role: <https://w3id.org/deliberations-fr/vocabulaire/participation/>
        INSERT DATA { <urn:v> eli-dl:decided_on_a_realization_of <urn:a> ; eli-dl:had_participation <urn:p> .
        <urn:a> eli:responsibility_of_agent <urn:o> . <urn:p> eli-dl:participation_role role:rapporteur }"""
    store = store_of(())
    store.update(graph)
    assert ask(store, "qui-rapporte") == []
    named = record(rapporteur=Person("Paul ORSEL"))
    assert [row["deliberations"] for row in asked("qui-rapporte", named)] == [1]


@pytest.mark.parametrize(("present", "told"), [((), "présents non imprimés"), (("Ana VALBOIS", "Luc ORSEL"), "juste")])
def test_without_a_list_nobody_is_counted_present(present: tuple[str, ...], told: str) -> None:
    proxies = () if present else (Proxy("Ana VALBOIS", "Luc ORSEL"),)
    act = record(present=present, absent=(), proxies=proxies, members=Members(in_office=2), vote=Vote(for_=2))
    [row] = asked("arithmetique-du-vote", act)
    assert (row["sommeDesVoix"], row["sommeDesMembres"]) == (told, told)
    assert row.get("presents") == (2 if present else None)


def test_a_line_of_accounts_is_no_imputation() -> None:
    said = ("Solde d'exécution de la section d'investissement reporté", "impute la dépense au chapitre 21")
    assert only(asked("imputation-budgetaire", record(decisions=said)), "chapitreDit") == [("21",)]


@pytest.mark.parametrize(("day", "count"), [("2025-01-31", 1), ("2024-12-29", 0), ("2025-07-01", 0)])
def test_conventions_about_to_end(day: str, count: int) -> None:
    assert len(asked("checks/conventions-a-echeance", ending("2025-06-30"), jour=day)) == count


@pytest.mark.parametrize(
    ("published", "end"),
    [("2024-03-16", "2024-05-16"), ("2023-12-31", "2024-02-29"), ("2022-12-30", "2023-02-28"),
     ("2024-11-05", "2025-01-05")],
)  # fmt: skip
def test_two_months_after_publication(published: str, end: str) -> None:
    act = record(publication_date=dt.date.fromisoformat(published))
    assert only(asked("delai-de-recours", act), "deuxMois") == [(end,)]
    assert asked("delai-de-recours", act, ouvertLe="2030-01-01") == []
    assert len(asked("delai-de-recours", act, ouvertLe=end)) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("de dire que la dépense sera imputée au budget 2024, chapitre 908, nature 2313",
         (2024, "908", "2313", None)),
        ("d'inscrire les crédits au budget de la Ville, fonction 903", (None, None, None, "903")),
        ("PRÉCISE que les crédits nécessaires sont inscrits au budget de l'exercice 2025", (2025, None, None, None)),
    ],
)  # fmt: skip
def test_the_budget_as_told(words: str, told: tuple[Any, ...]) -> None:
    rows = asked("imputation-budgetaire", record(decisions=(words,)))
    assert only(rows, "exerciceDit", "chapitreDit", "nature", "fonction") == [told]


def test_a_provision_that_names_no_budget() -> None:
    assert asked("imputation-budgetaire", record(decisions=("d'ouvrir le chapitre des réformes",))) == []


def test_oslo_terms_give_the_same_counts() -> None:
    """Kinds and counts in the terms of Flanders' LBLOD; ELI-DL joins the vote to its sitting and its act."""
    acts = (record(), financed())
    made = store_of(quads(resolve("219900018", [document("pv.txt", *acts, kind="minutes")])))
    links = "PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#> "
    oslo = f"""{links} PREFIX besluit: <http://data.vlaanderen.be/ns/besluit#>
      SELECT ?seance ?organe ?acte ?pour ?contre ?abstentions WHERE {{
        ?seance a besluit:Zitting ; besluit:isGehoudenDoor ?organe . ?organe a besluit:Bestuursorgaan .
        ?vote a besluit:Stemming ; eli-dl:forms_part_of ?seance ; eli-dl:decided_on_a_realization_of ?acte ;
          besluit:aantalVoorstanders ?pour ; besluit:aantalTegenstanders ?contre ;
          besluit:aantalOnthouders ?abstentions }} ORDER BY ?acte"""
    ours = f"""{links} SELECT ?seance ?organe ?acte ?pour ?contre ?abstentions WHERE {{
        ?seance a eli-dl:Activity ; eli-dl:had_responsible_organization ?organe .
        ?vote a eli-dl:Vote ; eli-dl:forms_part_of ?seance ; eli-dl:decided_on_a_realization_of ?acte ;
          eli-dl:number_of_votes_favor ?pour ; eli-dl:number_of_votes_against ?contre ;
          eli-dl:number_of_votes_abstention ?abstentions }} ORDER BY ?acte"""
    rows = [[str(term) for term in row] for row in solutions(made, oslo)]
    assert rows == [[str(term) for term in row] for row in solutions(made, ours)]
    assert len(rows) == 2


@pytest.mark.parametrize(
    "words",
    [
        "d'autoriser le maire à signer les marchés et leurs avenants, lorsque les crédits sont inscrits au budget",
        "d'autoriser le maire à engager les dépenses dans la limite du quart des crédits ouverts au budget 2022",
    ],
)
def test_what_imputes_nothing(words: str) -> None:
    assert asked("imputation-budgetaire", record(decisions=(words,))) == []
