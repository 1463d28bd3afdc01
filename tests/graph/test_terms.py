import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.graph.terms import XSD, Quad, boolean, day, decimal, french, integer, iri, literal, nquads_line

IRIREF = re.compile(r'<[^\x00-\x20<>"{}|^`\\]*>')  # N-Triples grammar, production 8


def read_back(term: str) -> NamedNode | Literal:
    (quad,) = parse(nquads_line(Quad("<x:s>", "<x:p>", term, "<x:g>")).encode(), format=RdfFormat.N_QUADS)
    assert isinstance(quad.object, NamedNode | Literal)
    return quad.object


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert read_back(literal(text)).value == text
    assert read_back(french(text)) == Literal(text, language="fr")


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_breaks_out_of_an_iri(text: str) -> None:
    assert IRIREF.fullmatch(iri(f"https://example.org/{text}"))


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert read_back(literal("a\ud800b")).value == "a\ufffdb"


@pytest.mark.parametrize(
    ("term", "value", "datatype"),
    [
        (integer(0), "0", "integer"),
        (decimal(Decimal("5000")), "5000.0", "decimal"),
        (decimal(Decimal("9625001.74")), "9625001.74", "decimal"),
        (decimal(Decimal("0.50")), "0.5", "decimal"),
        (decimal(Decimal("1E+3")), "1000.0", "decimal"),
        (day(date(2024, 3, 12)), "2024-03-12", "date"),
        (boolean(True), "true", "boolean"),
    ],
)
def test_values(term: str, value: str, datatype: str) -> None:
    assert read_back(term) == Literal(value, datatype=NamedNode(XSD + datatype))


def test_a_language_is_a_language() -> None:
    with pytest.raises(ValueError, match="language"):
        literal("x", lang="fr .\n<a> <b> <c>")
