"""Questions: their headers, their parameters as terms, what may not pass."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.errors import QueryError
from kg.store.query import formats_of, run, serialise, shown, table
from kg.store.questions import Param, bind, question, questions, read_question, term

TEXT = """#+ title: Les montants
#+ summary: Les montants au-dessus d'un seuil.
#+ question: Quels montants dépassent le seuil ?
#+ param: seuil | xsd:integer | 2 | Seuil
#+ param: nom | xsd:string | | Nom
PREFIX ex: <urn:ex:>
SELECT ?s ?v WHERE {
  VALUES ?seuil { 2 }
  VALUES ?nom { UNDEF }
  ?s ex:v ?v ; ex:nom ?n .
  FILTER(?v > ?seuil)
  FILTER(!BOUND(?nom) || ?n = ?nom)
} ORDER BY ?v
"""


@pytest.fixture
def store() -> Store:
    made = Store()
    for rank in range(1, 6):
        here = NamedNode(f"urn:ex:{rank}")
        made.add(Quad(here, NamedNode("urn:ex:v"), Literal(rank), NamedNode("urn:g")))
        made.add(Quad(here, NamedNode("urn:ex:nom"), Literal('l"un' if rank == 4 else "autre"), NamedNode("urn:g")))
    return made


def values(store: Store, **given: str) -> list[str | None]:
    answer = run(store, bind(read_question("montants", TEXT), given))
    assert isinstance(answer, QuerySolutions)
    return [row[1] for row in table(answer)[1]]


def test_the_header_is_read() -> None:
    asked = read_question("montants", TEXT)
    assert (asked.title, asked.question) == ("Les montants", "Quels montants dépassent le seuil ?")
    assert asked.params == (Param("seuil", "xsd:integer", "2", "Seuil"), Param("nom", "xsd:string", None, "Nom"))


def test_defaults_given_values_and_none(store: Store) -> None:
    assert values(store) == ["3", "4", "5"]
    assert values(store, seuil="4") == ["5"]
    assert values(store, nom='l"un') == ["4"]
    assert values(store, seuil="", nom=" ") == ["3", "4", "5"]


@pytest.mark.parametrize(
    "value",
    [
        '"} ?s ?p ?o . #',
        "x' || true || 'x",
        "\\",
        '"""',
        "?v",
        "} UNION { ?s ?p ?o",
        "\n} #",
        "$1 \\1 \\g<0>",
    ],
)
def test_a_value_never_becomes_syntax(store: Store, value: str) -> None:
    assert values(store, nom=value) == []


def test_the_file_runs_as_it_is(store: Store) -> None:
    answer = run(store, TEXT)
    assert isinstance(answer, QuerySolutions)
    assert len(table(answer)[1]) == 3


def test_a_parameter_without_a_values_block_is_placed_in_the_query(store: Store) -> None:
    text = "#+ param: seuil | xsd:integer | | Seuil\nSELECT ?s WHERE { ?s <urn:ex:v> ?v FILTER(?v > ?seuil) }"
    answer = run(store, bind(read_question("q", text), {"seuil": "4"}))
    assert isinstance(answer, QuerySolutions)
    assert table(answer)[1] == [("urn:ex:5",)]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("xsd:date", "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("xsd:integer", " 42 ", '"42"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("xsd:decimal", "1500,50", '"1500.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        ("iri", "https://exemple.fr/a#b", "<https://exemple.fr/a#b>"),
        ("xsd:string", "l'école", '"l\'école"'),
    ],
)
def test_terms(kind: str, value: str, expected: str) -> None:
    assert str(term(Param("p", kind, None, ""), value)) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("xsd:date", "2024-02-30"),
        ("xsd:date", "hier"),
        ("xsd:integer", "4.5"),
        ("xsd:decimal", "NaN"),
        ("xsd:decimal", "1e999999"),
        ("xsd:decimal", "douze"),
        ("iri", "pas une iri"),
        ("iri", "urn:a> ?p ?o"),
        ("iri", "/relative"),
        ("xsd:string", "\ud800"),
    ],
)
def test_a_value_that_does_not_fit_is_named(kind: str, value: str) -> None:
    with pytest.raises(QueryError, match="parameter p:"):
        term(Param("p", kind, None, ""), value)


def test_unknown_parameters_and_questions_are_named() -> None:
    with pytest.raises(QueryError, match=r"no parameter annee \(it has: seuil, nom\)"):
        bind(read_question("montants", TEXT), {"annee": "2024"})
    with pytest.raises(QueryError, match="qui-finance-quoi"):
        question("inconnue")


@pytest.mark.parametrize("line", ["seuil | xsd:float | | Seuil", "seuil", "a b | iri | | x", "d | xsd:date | hier | x"])
def test_a_header_that_is_wrong_is_said(line: str) -> None:
    with pytest.raises(QueryError):
        read_question("q", f"#+ param: {line}\nSELECT * WHERE {{ ?s ?p ?o }}")


def test_every_shipped_question_declares_its_parameters_in_the_query() -> None:
    assert len(questions()) >= 10
    for asked in questions():
        assert asked.title and asked.summary and asked.question, asked.name
        for param in asked.params:
            placed = (f"VALUES ?{param.name} ", f"LIMIT {param.default} # ?{param.name}\n")
            assert any(place in asked.text for place in placed), f"{asked.name}: {param.name}"
        run(Store(), bind(asked))


def test_questions_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.rq").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.rq").write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert [asked.name for asked in questions(tmp_path)] == ["a", "b"]


def test_answers_and_their_formats(store: Store) -> None:
    select = run(store, "SELECT ?s WHERE { ?s ?p 5 }")
    assert formats_of(select) == ("json", "xml", "csv", "tsv")
    assert serialise(select, "csv") == b"s\r\nurn:ex:5\r\n"
    graph = run(store, "CONSTRUCT { ?s a def:Deliberation } WHERE { ?s ?p 5 }")
    assert b"a def:Deliberation" in serialise(graph, "turtle")
    with pytest.raises(QueryError, match="cannot be given as csv"):
        serialise(run(store, "CONSTRUCT WHERE { ?s ?p ?o }"), "csv")
    assert serialise(run(store, "ASK { ?s ?p 5 }"), "json") == b'{"head":{},"boolean":true}'


@pytest.mark.parametrize("text", ["SELECT", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DROP ALL"])
def test_what_is_not_a_query_is_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        run(store, text)


def test_known_iris_are_shortened_for_readers() -> None:
    assert shown(NamedNode("http://data.europa.eu/eli/ontology#id_local")) == "eli:id_local"
    assert shown(NamedNode("urn:ex:1")) == "urn:ex:1"
    assert shown(Literal(4)) == "4"


LIMITED = """#+ title: Rangs
#+ param: lignes | xsd:integer | 2 | Lignes
SELECT ?s WHERE { { SELECT ?s WHERE { VALUES ?s { 1 2 3 4 } } ORDER BY ?s LIMIT 2 # ?lignes
} } LIMIT 9
"""


def test_a_limit_is_a_parameter() -> None:
    limited = read_question("rangs", LIMITED)
    assert "LIMIT 2 # ?lignes\n} } LIMIT 9" in bind(limited)
    assert "LIMIT 3 # ?lignes\n} } LIMIT 9" in bind(limited, {"lignes": "3"})


@pytest.mark.parametrize("value", ["0", "-1", "2 OFFSET 1", "x"])
def test_a_limit_is_a_number_of_rows(value: str) -> None:
    with pytest.raises(QueryError, match="lignes"):
        bind(read_question("rangs", LIMITED), {"lignes": value})
