"""Full-text search: what a visitor writes can only be words, and only what the graph publishes is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.graph.namespaces import BASE, DCTERMS, DEF, ELI, FOAF, RDF, SKOS
from kg.store.indexing import FILE, index
from kg.store.matters import OTHER, matter_of, matters
from kg.store.searching import CLOSE, OPEN, PAGE, Index, Wanted, expression

TOWN = f"{BASE}id/organisation/999000017"
WOMAN = f"{BASE}id/personne/999000017/2020/odile-brenac"


def _act(number: str, title: str, decided: str, day: str, *names: str) -> Iterator[Quad]:
    act = f"{BASE}id/deliberation/999000017/{number}"
    graph, part = NamedNode(act.replace("/id/", "/graphe/")), f"{act}/disposition/1"
    told: list[tuple[str, str, NamedNode | Literal]] = [
        (act, f"{RDF}type", NamedNode(f"{DEF}Deliberation")),
        (act, f"{ELI}id_local", Literal(number)),
        (act, f"{DCTERMS}title", Literal(title, language="fr")),
        (act, f"{ELI}date_document", Literal(day)),
        (act, f"{ELI}responsibility_of_agent", NamedNode(TOWN)),
        (act, f"{ELI}has_part", NamedNode(part)),
        (part, f"{ELI}number", Literal("1")),
        (part, f"{DCTERMS}description", Literal(decided, language="fr")),
        *((act, f"{DEF}signataire", NamedNode(name)) for name in names),
    ]
    for subject, predicate, value in told:
        yield Quad(NamedNode(subject), NamedNode(predicate), value, graph)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    directory = tmp_path_factory.mktemp("release")
    database = Store(str(directory))
    database.extend(_act("2024-1", "Rénovation des écoles", "D'approuver la convention", "2024-03-01", WOMAN))
    database.extend(_act("2024-2", "Éclairage du gymnase", "De solliciter l'État", "2024-06-01"))
    database.extend(_act("2025-1", "Vente d'un terrain", "D'autoriser la vente", "2025-01-10"))
    elsewhere = NamedNode(f"{BASE}graphe/autorite/999000017")
    database.add(Quad(NamedNode(TOWN), NamedNode(f"{SKOS}prefLabel"), Literal("Vauclaire", language="fr"), elsewhere))
    database.add(Quad(NamedNode(WOMAN), NamedNode(f"{FOAF}name"), Literal("Odile Brénac"), elsewhere))
    for number in range(PAGE + 5):
        database.extend(_act(f"B{number}", "Tarifs de la piscine", "De fixer les tarifs", f"2023-01-{number + 1:02}"))
    database.flush()
    del database
    assert index(directory) == PAGE + 8
    opened = Index(directory)
    yield opened
    opened.close()


def titles(found: Index, words: str, **wanted: object) -> list[str]:
    return [hit.title for hit in found.find(Wanted(words, **wanted), 5).hits]  # type: ignore[arg-type]


def test_accents_case_and_number_of_a_word_count_for_nothing(found: Index) -> None:
    for words in ("écoles", "ECOLE", "ecole", "l'école", "rénovation de l’ecole"):
        assert titles(found, words) == ["Rénovation des écoles"], words
    assert titles(found, "eclairage") == ["Éclairage du gymnase"]
    assert titles(found, "etat") == ["Éclairage du gymnase"]


def test_numbers_names_authorities_and_decisions_are_found(found: Index) -> None:
    assert titles(found, "2024-1") == ["Rénovation des écoles"]
    assert titles(found, "brenac") == ["Rénovation des écoles"]
    assert len(titles(found, "vauclaire gymnase")) == 1
    assert titles(found, "solliciter") == ["Éclairage du gymnase"]


def test_phrases_exclusions_and_beginnings(found: Index) -> None:
    assert titles(found, '"rénovation des écoles"') == ["Rénovation des écoles"]
    assert titles(found, '"écoles rénovation"') == []
    assert titles(found, "approuver -gymnase") == ["Rénovation des écoles"]
    assert titles(found, "gymn*") == ["Éclairage du gymnase"]
    assert titles(found, "vauclaire -piscine -école", newest=True) == ["Vente d'un terrain", "Éclairage du gymnase"]


def test_filters_and_pages(found: Index) -> None:
    assert titles(found, "", year=2025) == ["Vente d'un terrain"]
    assert titles(found, "", authority=f"{BASE}id/organisation/autre") == []
    first, second = (found.find(Wanted("piscine", page=page), 5) for page in (1, 2))
    assert (first.total, len(first.hits), len(second.hits)) == (PAGE + 5, PAGE, 5)
    assert not {hit.number for hit in first.hits} & {hit.number for hit in second.hits}
    assert first.years == ((2023, PAGE + 5),)
    assert first.authorities == ((TOWN, "Vauclaire", PAGE + 5),)
    assert titles(found, "", matter="sport", year=2024) == ["Éclairage du gymnase"]


def test_a_snippet_shows_what_was_found(found: Index) -> None:
    (hit,) = found.find(Wanted("solliciter"), 5).hits
    assert f"{OPEN}solliciter{CLOSE}" in hit.snippet


def test_authorities_by_label_or_address(found: Index) -> None:
    assert found.authority("Vauclaire") == found.authority(TOWN) == TOWN
    assert found.authority("Vauclaire' OR 1=1 --") is None
    assert found.years() == (2025, 2024, 2023)


HOSTILE = [
    '"',
    '""',
    "***",
    "NEAR(a b, 2)",
    "a OR b",
    "AND",
    "NOT x",
    "title : y",
    "{title}:z",
    "^a",
    "(((",
    "a)",
    "-",
    "-a",
]


@pytest.mark.parametrize("words", [*HOSTILE, "x' OR 1=1 --", "\x00", "é" * 5000, '" OR "', "a + b", '"_"', "-" * 300])
def test_operators_of_the_engine_are_only_words(found: Index, words: str) -> None:
    assert found.find(Wanted(words), 5).total <= PAGE + 8


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_looked_for(found: Index, words: str) -> None:
    assert found.find(Wanted(words), 5).total >= 0
    assert expression(words).count('"') % 2 == 0


def test_time_is_limited(found: Index) -> None:
    from kg.store import searching

    every, searching._EVERY = searching._EVERY, 10
    try:
        with pytest.raises(TimeoutError):
            found.find(Wanted("vauclaire"), -1)
    finally:
        searching._EVERY = every


def test_the_index_cannot_be_written_and_may_be_missing(found: Index, tmp_path: Path) -> None:
    import sqlite3

    with pytest.raises(sqlite3.OperationalError):
        found._db.execute("DELETE FROM acts")
    with pytest.raises(StoreError, match="build the store again"):
        Index(tmp_path)
    assert FILE.endswith(".sqlite")


def test_matters_are_told_by_words_of_the_title() -> None:
    assert matter_of("Travaux à l'école élémentaire") == "enseignement, enfance et jeunesse"
    assert matter_of("Réseau d'EAU potable") == "eau et assainissement"
    assert matter_of("Plateau") == OTHER
    assert OTHER in matters()
