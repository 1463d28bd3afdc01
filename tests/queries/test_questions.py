"""The questions on a fictional council of five: what each must answer, worked out by hand."""

import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.graph import iris
from kg.graph.links import link_quads
from kg.graph.mapping import quads
from kg.graph.namespaces import ELI, ELI_DL, SCHEMA
from kg.graph.terms import nquads_line
from kg.graph.validation import validate
from kg.link.judgements import Judgements
from kg.link.linking import link, with_links
from kg.model import Funding, Organisation, Proxy, Vote
from kg.resolve import resolve
from kg.store.questions import read_question
from tests.graph.sample import sample_quads
from tests.queries.asked import INVARIANTS, QUESTIONS, RULES, ask, only, solutions, store_of
from tests.resolve.fictions import MONTFLEURY, document, record

HERE = iris.organisation("219900018")
ELSEWHERE = iris.organisation("219900026")


@cache
def store() -> Store:
    return store_of(sample_quads())


def test_there_are_questions_invariants_and_rules_of_audit() -> None:
    assert (len(QUESTIONS) >= 26, len(INVARIANTS) >= 5, len(RULES) >= 6) == (True, True, True)


@pytest.mark.parametrize("path", [*QUESTIONS, *INVARIANTS, *RULES], ids=lambda path: path.stem)
def test_a_question_says_what_it_is(path: Path) -> None:
    question = read_question(path.stem, path.read_text(encoding="utf-8"))
    assert question.title != path.stem
    assert question.summary
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem)
    assert path in INVARIANTS or "?" in question.question
    for param in question.params:
        default = param.default or "UNDEF"
        placed = (f"VALUES ?{param.name} {{ {default} }}", f"LIMIT {default} # ?{param.name}\n")
        assert any(place in question.text for place in placed), f"{param.name} does nothing"


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_without_parameters_a_question_answers_for_all(path: Path) -> None:
    if path.stem == "imputation-budgetaire":
        pytest.skip("no act of the sample names a budget: see test_audit.py")
    assert ask(store(), path.stem), "an answer was expected"


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_an_authority_filters(path: Path) -> None:
    if "autorite" not in [param.name for param in read_question(path.stem, path.read_text(encoding="utf-8")).params]:
        pytest.skip("this question is asked of one act")
    assert len(ask(store(), path.stem, {"autorite": HERE})) == len(ask(store(), path.stem))
    assert ask(store(), path.stem, {"autorite": ELSEWHERE}) == []


def test_who_funds_what() -> None:
    rows = ask(store(), "qui-finance-quoi")
    columns = (
        "nomFinanceur",
        "montant",
        "plafond",
        "taux",
        "coutTotal",
        "montantCalcule",
        "nomGestionnaire",
        "nomProgramme",
    )
    assert only(rows, *columns) == [
        ("Caisse des Prêts", None, 15000.5, None, None, None, None, None),
        ("Département des Alpes lointaines", 40000, None, None, None, None, "Agence du chaud", "Programme Chaleur"),
        ("État", None, None, 0.4, 210000, 84000, None, None),
    ]
    shared = ("date", "numero", "nomBeneficiaire", "pour", "contre", "abstentions", "issue", "rapporteur", "qualite")
    assert set(only(rows, *shared)) == {
        ("2024-03-12", "2024-008", "Montfleury", 3, 0, 1, "adoptée", "Paul Orsel", "Adjoint aux écoles")
    }
    assert rows[1]["preuve"].endswith("#char=20,30")


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"financeur": "département"}, 1),
        ({"financeur": "région"}, 0),
        ({"depuis": "2024-03-12"}, 3),
        ({"depuis": "2024-03-13"}, 0),
        ({"jusqua": "2024-03-11"}, 0),
        ({"depuis": "2024-01-01", "jusqua": "2024-12-31", "financeur": "caisse"}, 1),
    ],
)
def test_who_funds_what_with_parameters(given: dict[str, str], count: int) -> None:
    assert len(ask(store(), "qui-finance-quoi", given)) == count


def test_sheet_of_an_act() -> None:
    rows = only(ask(store(), "fiche-acte", {"numero": "2024-007"}), "rubrique", "valeur")
    assert ("objet", "Toiture de l'école") in rows
    assert ("rapporteur", "Paul Orsel, Adjoint aux écoles") in rows
    assert ("pour", 3.0) in rows
    assert ("dispositif", "d'approuver le plan de financement") in rows
    assert rows == only(
        ask(store(), "fiche-acte", {"acte": iris.deliberation("219900018", ("2024-007",))}), "rubrique", "valeur"
    )


def test_my_council() -> None:
    assert only(ask(store(), "mon-conseil", {"theme": "chaleur"}), "numero", "issue") == [("2024-008", "adoptée")]
    assert [row["numero"] for row in ask(store(), "mon-conseil")] == ["2024-007", "2024-008", "2024-009", "2024-010"]


def test_attendance_is_that_of_the_sitting() -> None:
    columns = ("nom", "presences", "procurations", "absences", "seances")
    assert only(ask(store(), "assiduite"), *columns) == [
        ("Aline Tovac", 0, 0, 1, 1),
        ("Inès Daric", 1, 0, 0, 1),
        ("Jeanne Valmont", 1, 0, 0, 1),
        ("Luc Mercin", 0, 1, 0, 1),
        ("Paul Orsel", 1, 0, 0, 1),
    ]


def test_weight_of_proxies() -> None:
    (row,) = ask(store(), "poids-des-procurations")
    assert only([row], "presents", "procurations", "enExercice", "part") == [(3, 1, 5, 0.25)]


def test_no_firm_amount() -> None:
    rows = ask(store(), "sans-montant-ferme")
    assert only(rows, "nomFinanceur", "etat") == [("Caisse des Prêts", "plafond"), ("État", "taux")]


def test_share_of_the_cost() -> None:
    assert only(ask(store(), "taux-et-assiette"), "taux", "coutTotal", "montantCalcule") == [(0.4, 210000, 84000)]


def test_top_funders() -> None:
    columns = ("anneeActe", "nomFinanceur", "montantsEcrits", "plafonds", "montantsCalcules")
    assert only(ask(store(), "premiers-financeurs", {"annee": "2024"}), *columns) == [
        (2024, "Département des Alpes lointaines", 40000, 0, 0),
        (2024, "Caisse des Prêts", 0, 15000.5, 0),
        (2024, "État", 0, 0, 84000),
    ]
    assert ask(store(), "premiers-financeurs", {"annee": "2023"}) == []


def test_scdl_export() -> None:
    rows = ask(store(), "export-scdl-deliberations")
    columns = ("COLL_NOM", "COLL_SIREN", "DELIB_ID", "VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "PREF_DATE")
    assert only(rows, *columns) == [
        ("Montfleury", "219900018", "2024-007", 5, 4, 3, None),
        ("Montfleury", "219900018", "2024-008", 5, 4, 3, "2024-03-15"),
        ("Montfleury", "219900018", "2024-009", 5, 3, 3, None),
        ("Montfleury", "219900018", "2024-010", 5, None, None, None),
    ]


def test_vote_arithmetic_follows_who_left() -> None:
    columns = ("imprime", "presents", "procurations", "absents", "voix", "sommeDesVoix", "sommeDesMembres")
    assert only(ask(store(), "arithmetique-du-vote"), *columns) == [
        ("2024-007", 3, 1, 1, 4, "juste", "juste"),
        ("2024-008", 3, 1, 1, 4, "juste", "juste"),
        ("2024-009", 2, 1, 2, 3, "juste", "juste"),
    ]


def test_what_is_doubtful() -> None:
    columns = ("niveau", "constat", "numero", "fichier")
    assert only(ask(store(), "a-relire"), *columns) == [
        ("avertissement", "dates dans le désordre", "2024-009", "pv.txt")
    ]
    assert ask(store(), "a-relire", {"gravite": "erreur"}) == []


def test_unanimity_with_a_shade() -> None:
    assert only(ask(store(), "unanimites-nuancees"), "numero", "abstentions") == [("2024-008", 1)]


@pytest.mark.parametrize("path", INVARIANTS, ids=lambda path: path.stem)
def test_a_sound_graph_passes_the_checks(path: Path) -> None:
    assert ask(store(), f"checks/{path.stem}") == []


def text() -> str:
    """The sample without its findings: what is flagged may be wrong."""
    return "".join(nquads_line(quad) for quad in sample_quads() if "/id/constat/" not in quad.subject)


def replaced(old: str, new: str) -> str:
    assert old in text()
    return text().replace(old, new)


def with_line_copied(mark: str, old: str, new: str) -> str:
    line = next(line for line in text().splitlines(keepends=True) if mark in line)
    return text() + line.replace(old, new)


SPOILED = {
    "voix-et-votants": lambda: replaced(f'2024-007/vote> <{ELI_DL}number_of_votes_favor> "3"',
                                        f'2024-007/vote> <{ELI_DL}number_of_votes_favor> "4"'),
    "present-et-absent": lambda: replaced("2020/aline-tovac> <https://w3id.org/deliberations-fr/graphe/seance",
                                          "2020/paul-orsel> <https://w3id.org/deliberations-fr/graphe/seance"),
    "adopte-sans-date": lambda: replaced(f"2024-007> <{ELI}date_document>", f"2024-007> <{ELI}date_applicability>"),
    "membres-et-effectif": lambda: replaced('#membresEnExercice> "5"', '#membresEnExercice> "4"'),
    "montant-double": lambda: with_line_copied(f"<{SCHEMA}maxValue>", "maxValue", "value"),
}  # fmt: skip


@pytest.mark.parametrize("check", [path.stem for path in INVARIANTS])
def test_a_spoiled_graph_does_not(check: str) -> None:
    other = Store()
    other.bulk_load(input=SPOILED[check]().encode(), format=RdfFormat.N_QUADS)
    assert len(ask(other, f"checks/{check}")) == 1


def test_another_proxy_holder_moves_nobody() -> None:
    """The holder's own place stays what it was: only the giver's is stated anew."""
    other = record("2024-011", "Eau", proxies=(Proxy("Luc MERCIN", "Inès DARIC"),))
    minutes = document("pv.txt", record(), record("2024-008", "Voirie"), other, kind="minutes")
    made = list(quads(resolve("219900018", [minutes])))
    rows = only(
        ask(store_of(made), "arithmetique-du-vote", {"numero": "2024-011"}), "presents", "procurations", "absents"
    )
    assert rows == [(3, 1, 1)]
    assert ask(store_of(made), "checks/voix-et-votants") == []
    assert validate(made) == ()


def test_what_is_doubtful_can_be_asked_for_and_set_aside() -> None:
    rows = ask(store(), "valeurs-douteuses")
    columns = ("confiance", "champ", "numero", "confianceActe", "corrigePar")
    assert only(rows, *columns) == [(0.6, "number", "2024-010", 0.58, "Ada LORME")]
    assert rows[0]["passage"].endswith("#char=300,310")
    assert ask(store(), "valeurs-douteuses", {"seuil": "0.5"}) == []
    assert ask(store(), "valeurs-douteuses", {"champ": "title"}) == []
    sure = """PREFIX def: <https://w3id.org/deliberations-fr/def#> PREFIX eli: <http://data.europa.eu/eli/ontology#>
      SELECT ?numero WHERE { ?acte a def:Deliberation ; eli:id_local ?numero
        FILTER NOT EXISTS { ?doute a def:Doute ; def:porteSur ?acte ; def:champ "number" } } ORDER BY ?numero"""
    assert [row["numero"].value for row in solutions(store(), sure)] == [
        "2024-007",
        "2024-008",
        "2024-009",
    ]


def test_a_chair_alone_is_no_list_of_those_present() -> None:
    alone = record("2024-011", present=("Jeanne VALMONT",), proxies=(), absent=(), rapporteur=None, vote=Vote(3))
    graph = store_of(quads(resolve("219900018", [document("seule.txt", alone)])))
    assert ask(graph, "poids-des-procurations") == []
    assert only(ask(graph, "arithmetique-du-vote"), "presents", "sommeDesVoix") == [(None, "présents non imprimés")]
    assert only(ask(graph, "assiduite"), "nom", "presences") == [("Jeanne Valmont", 1)]


def test_a_number_in_another_register_identifies_an_organisation() -> None:
    act = record("2024-012", funding=tuple(Funding(Organisation(one), MONTFLEURY) for one in ("ANRU", "Fonds Alizé")))
    resolved = resolve("219900018", [document("fonds.txt", act)])
    links = link(resolved, Judgements())
    graph = store_of(chain(quads(with_links(resolved, links)), link_quads("219900018", links)))
    assert only(ask(graph, "organisations-sans-identifiant"), "nomOrganisme") == [("Fonds Alizé",)]
