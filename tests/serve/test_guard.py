"""No call to another server passes the guard, and no mention of the word is taken for one."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.guard import inspect, plain_shape, plain_words
from kg.serve.normalise import normalised
from kg.serve.protocol.problems import Problem
from kg.serve.protocol.quick import read_quickly
from kg.serve.settings import Settings
from kg.store.lexer import words

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


_PARTS = ["SELECT", "?a", "$b ", "<http://x#y>", " ", "\n", ":x", "a:b", "FROM", "1e5", "<", "?x<?y&&?z>?t", "{", "}"]
_PARTS += [
    ".",
    ";",
    "ex:a.b",
    "ex:a.",
    "-",
    "a-b",
    "!",
    ":",
    "now()",
    "a1b",
    "b.c:d",
    "?a.b",
    "x:%41",
    "_:b",
    "a_b:c_d",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=12).map("".join))
def test_the_short_reading_finds_the_words_that_the_lexer_finds(query: str) -> None:
    shape = plain_shape(query)
    found = plain_words(shape, Settings().nesting) if shape is not None else None
    assert found is None or found == [token[0].upper() for token in words(query) if token.lastgroup == "word"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT  *\n{ ?s ?p ?o } # tout"),
        ("ASK { ?s <http://x#y> 'a  b' }", "ASK{ ?s  <http://x#y>\t'a  b' }".replace("ASK{", "ASK {")),
    ],
)
def test_spaces_and_comments_make_no_other_query(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ASK { ?s ?p 'a  b' }", "ASK { ?s ?p 'a b' }"),
        ("ASK { ?s ?p 'a#b' }", "ASK { ?s ?p 'a' }"),
        ("ASK { ?s ?p '''a'\n b''' }", "ASK { ?s ?p '''a' b''' }"),
        (r"ASK { ?s ex:a\#b 1 }", r"ASK { ?s ex:a\ 1 }"),
        ("ASK { FILTER(?a<?b#x>  \n) }", "ASK { FILTER(?a<?b#x> ) }"),
    ],
)
def test_what_is_within_strings_and_names_makes_another_query(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@given(st.text(min_size=1, max_size=60))
def test_the_quick_reading_of_a_request_decodes_as_a_form_does(query: str) -> None:
    head = f"GET /sparql?{urlencode({'query': query})} HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n".encode()
    asked = read_quickly(head)
    assert asked is not None
    assert (asked.query, asked.accept) == (query, "text/csv")


@pytest.mark.parametrize(
    "head",
    [
        "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\n\r\n",
        "GET /sparql?query=ASK%7B%7D HTTP/1.0\r\nHost: x\r\n\r\n",
        "GET /sparql?query=ASK%7B%7D&query=x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /sparql?query=%FF HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /sparql?query=a%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n",
        "GET /sparql?query=a HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_unusual_is_left_to_the_parser(head: str) -> None:
    assert read_quickly(head.encode()) is None
