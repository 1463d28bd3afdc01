"""The questions on persons, bodies, papers and coverage: the sample's answers, worked out by hand."""

from functools import cache
from typing import Any

from pyoxigraph import Store

from kg.store.questions import question
from tests.graph.sample import sample_quads
from tests.queries.asked import ask, only, store_of

DAY = "2024-03-12"


@cache
def store() -> Store:
    return store_of(sample_quads())


def names(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows whose first column is a name, whatever its capitals."""
    return [(row[0].casefold(), *row[1:]) for row in rows]


def test_who_reports() -> None:
    rows = only(ask(store(), "qui-rapporte"), "rapporteur", "fonction", "deliberations", "premiere", "derniere")
    assert names(rows) == [("paul orsel", "Adjoint aux écoles", 4, DAY, DAY)]
    assert ask(store(), "qui-rapporte", {"depuis": "2024-03-13"}) == []


def test_terms_in_time() -> None:
    rows = only(ask(store(), "frise-des-mandats"), "nomElu", "fonction", "qualite", "premiere", "derniere", "seances")
    assert names(rows) == [
        ("aline tovac", "membre", None, DAY, DAY, 1),
        ("inès daric", "membre", None, DAY, DAY, 1),
        ("jeanne valmont", "maire", "Maire", DAY, DAY, 1),
        ("jeanne valmont", "membre", None, DAY, DAY, 1),
        ("luc mercin", "membre", None, DAY, DAY, 1),
        ("paul orsel", "adjoint au maire", "Adjoint aux écoles", DAY, DAY, 1),
        ("paul orsel", "membre", None, DAY, DAY, 1),
    ]
    assert len(ask(store(), "frise-des-mandats", {"nom": "valmont"})) == 2


def test_sheet_of_a_member() -> None:
    columns = ("place", "nomRepresente", "nomPorteur", "numero")
    (given,) = ask(store(), "fiche-elu", {"nom": "mercin"})
    assert (given["place"], given["nomPorteur"].casefold()) == ("représenté par procuration", "paul orsel")
    assert only(ask(store(), "fiche-elu", {"nom": "tovac"}), *columns) == [("absent", None, None, None)]
    assert only(ask(store(), "fiche-elu", {"nom": "daric"}), *columns) == [
        ("présent", None, None, None),
        ("absent", None, None, "2024-009"),
    ]
    places = [row["place"] for row in ask(store(), "fiche-elu", {"nom": "orsel"})]
    assert places == ["porte un pouvoir", "présent", *["rapporteur"] * 4]


def test_remote_or_not() -> None:
    columns = ("mode", "seances", "seancesComptees", "tauxDePresence")
    assert only(ask(store(), "visio-ou-presentiel"), *columns) == [("sur place", 1, 1, 0.6)]


def test_network_and_themes_of_funders() -> None:
    funders = ["Caisse des Prêts", "Département des Alpes lointaines", "État"]
    rows = ask(store(), "reseau-des-financements")
    assert only(rows, "nomFinanceur", "nomBeneficiaire", "montantsEcrits") == [
        (name, "Montfleury", 40000 if "Alpes" in name else 0) for name in funders
    ]
    themes = only(ask(store(), "themes-et-financeurs", {"theme": "énergie"}), "nomFinanceur", "financements")
    assert themes == [(name, 1) for name in funders]
    assert ask(store(), "themes-et-financeurs", {"theme": "sport"}) == []


def test_bodies_without_an_identifier() -> None:
    rows = only(ask(store(), "organisations-sans-identifiant"), "nomOrganisme", "actes")
    assert rows == [("Agence du chaud", 1), ("Caisse des Prêts", 1), ("État", 1)]


def test_grants_as_scdl() -> None:
    columns = ("nomAttribuant", "idAttribuant", "referenceDecision", "nomBeneficiaire", "idBeneficiaire", "montant")
    assert only(ask(store(), "export-scdl-subventions"), *columns) == [
        ("Département des Alpes lointaines", "229900017", "2024-008", "Montfleury", "219900018", 40000)
    ], "neither a loan, nor a share of a cost"


def test_delays() -> None:
    columns = ("numero", "joursSignature", "joursReception", "joursPublication")
    assert only(ask(store(), "delais-de-transmission"), *columns) == [("2024-008", 2, 3, 4)]


def test_sources_of_an_act() -> None:
    columns = ("imprime", "fichiers", "noms", "genres", "corrections")
    assert only(ask(store(), "sources-d-un-acte"), *columns) == [
        ("2024-007", 1, "pv.txt", "procès-verbal", 0),
        ("2024-008", 1, "008.txt", "délibération", 0),
        ("2024-009", 1, "pv.txt", "procès-verbal", 0),
        ("2024-010", 1, "pv.txt", "procès-verbal", 1),
    ]
    assert ask(store(), "sources-d-un-acte", {"auMoins": "2"}) == []


def test_coverage() -> None:
    (row,) = ask(store(), "couverture")
    told = ("nomAutorite", "anneeActe", "actes", "seances", "premiere", "derniere", "valeursDouteuses")
    assert only([row], *told) == [("Montfleury", 2024, 4, 1, DAY, DAY, 1)]
    shares = ("partNumero", "partObjet", "partIssue", "partVoix", "partPresence", "partRapporteur", "partDispositif")
    assert only([row], *shares) == [(1, 1, 1, 0.75, 1, 1, 1)]
    assert only([row], "partSignature", "partReception", "partPublication") == [(0.25, 0.25, 0.25)]


def test_a_check_is_asked_by_its_name() -> None:
    assert question("pouvoirs-en-trop").title == "Plus de pouvoirs que la loi n'en admet"
