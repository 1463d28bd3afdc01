"""No call to another server passes the guard, and no mention of the word is taken for one."""

import pytest

from kg.serve.guard import inspect
from kg.serve.problems import Problem
from kg.serve.settings import Settings

SETTINGS = Settings()
EX = "PREFIX ex: <http://127.0.0.1/> PREFIX : <http://127.0.0.1/> "


@pytest.mark.parametrize(
    "query",
    [
        "select * { service <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT*{SERVICE?x{}}",
        EX + "SELECT * { SERVICE SILENT ex:a {} }",
        EX + "SELECT * { SERVICEex:a { ?s ?p ?o } }",
        EX + "SELECT * { service:a # a comment\n { ?s ?p ?o } }",
        EX + "SELECT * { ?s ?p 1SERVICESILENTex:a{} }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1/> {} }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1/> {} }",
        "SELECT * { FILTER(1<2)SERVICE#>\n<http://127.0.0.1/> {} }",
        "SELECT * { FILTER(1<2)SERVICESILENT<http://127.0.0.1/> {} }",
        "SELECT * { FILTER EXISTS { FILTER(1<2) SERVICE<http://127.0.0.1/> {} } }",
        'SELECT * { ?s ?p "a"SERVICE<http://127.0.0.1/> {} }',
        "SELECT * { ?s ?p ''''''SERVICE<http://127.0.0.1/> {} }",
        "SELECT * { VALUES ?x {'''a'} SERVICE <http://127.0.0.1/> {} }",
        "SELECT * { \\u0053ERVICE<http://127.0.0.1/> {} }",
        "SELECT * { FILTER(1<2&&'>'!=''||'>'='')SERVICE<http://127.0.0.1/>{} }",
        'ASK { ?s ?p "\\\\"SERVICE<http://127.0.0.1/>{} }',
        "ASK { FILTER(?a<?b||'#'='a'||?b>?a)\nSERVICE<http://127.0.0.1/>{} }",
    ],
)
def test_every_call_is_refused(query: str) -> None:
    with pytest.raises(Problem, match="SERVICE"):
        inspect(query, SETTINGS)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        'SELECT * { ?s ?p "SERVICE <http://a> {}" }',
        "SELECT * { ?s ?p '''l'eau, SERVICE <x> {}''' }",
        'SELECT * { ?s <http://a/SERVICE#service> ?service . ?s sd:service _:service ; rdfs:label "x"@service }',
        "# SERVICE <http://a> {}\nSELECT * { ?s service:p ?o }",
        'PREFIX service: <http://service/> SELECT * { ?s ?p ?o FILTER(?o<"SERVICE"&&?o>"a") }',
        "SELECT ?Service { GRAPH <http://a> { ?s ?p ?Service } }",
        'SELECT * { ?s ?p "C\'est le SERVICE", "b\'SERVICE" }',
    ],
)
def test_a_mere_mention_passes(query: str) -> None:
    assert not inspect(query, SETTINGS).own_dataset


@pytest.mark.parametrize(
    "shape", ["'''", "<'>", "a.", "<a\"'", "'\\", "service<a>", '"""a\\', "é.", "<", "ex:a.", "'\"<", "<\\u0041"]
)
def test_no_text_is_slow_to_judge(shape: str) -> None:
    # Each of these would take minutes if reading were quadratic in its length.
    text = ("service " + shape * 200_000)[: SETTINGS.query_size]
    try:
        inspect(text, SETTINGS)
    except Problem as problem:
        assert problem.status in (400, 403)


def test_limits_of_length_and_depth() -> None:
    with pytest.raises(Problem, match="413"):
        inspect("SELECT" + " " * SETTINGS.query_size, SETTINGS)
    with pytest.raises(Problem, match="imbriquée"):
        inspect("SELECT * " + "{" * 257 + "}" * 257, SETTINGS)
    inspect("SELECT * " + "{" * 256 + "}" * 256, SETTINGS)


def test_the_words_that_change_how_an_answer_is_given() -> None:
    assert inspect("SELECT * FROM <a:b> { ?s ?p ?o }", SETTINGS).own_dataset
    assert inspect("SELECT (RAND() AS ?r) {}", SETTINGS).volatile
    assert not inspect("SELECT ?from { ?s <a:FROM> 'NOW()' }", SETTINGS).volatile
