"""Pages speak French to who reads them: no name of a field, a role or a property shows through."""

import html

import httpx
import pytest

from kg.graph.namespaces import BASE, DEF
from kg.serve.pages.columns import field
from kg.serve.pages.neighbours import _words
from kg.serve.pages.ontology import short
from kg.serve.pages.words import tied
from kg.serve.places import local
from tests.serve.conftest import Server


def column(site: Server, query: str) -> list[str]:
    rows = site.ask(query).json()["results"]["bindings"]
    return [row["x"]["value"] for row in rows]


def page(site: Server, address: str) -> str:
    return html.unescape(httpx.get(site.url + address, headers={"accept": "text/html"}, timeout=20).text)


def test_what_was_read_without_certainty_is_named_in_french_with_its_chance(site: Server) -> None:
    fields = column(site, "SELECT DISTINCT ?x { ?d def:champ ?x }")
    assert fields
    assert {name for name in fields if field(name) == name} <= {"rapporteur"}
    doubted = column(site, f"SELECT DISTINCT ?x {{ ?d a <{DEF}Doute> ; def:porteSur ?x }} LIMIT 3")
    for act in doubted:
        shown = page(site, local(act))
        assert "de chances d'être juste" in shown
        assert "(confiance " not in shown


def test_a_person_has_french_words_for_each_part_in_a_sitting(site: Server) -> None:
    people = column(site, "SELECT DISTINCT ?x { ?p eli-dl:had_participant_person ?x } LIMIT 12")
    shown = "".join(page(site, local(person)) for person in people)
    assert "Présence (" in shown
    assert not [word for word in ("Present (", "President (", "Secretaire (", "Suppleant (") if word in shown]


def test_every_tie_between_two_things_has_a_french_word(site: Server) -> None:
    ours = f'FILTER(ISIRI(?o) && STRSTARTS(STR(?o), "{BASE}id/"))'
    properties = column(site, f"SELECT DISTINCT ?x {{ ?s ?x ?o {ours} }}")
    assert properties
    assert [iri for iri in properties if short(iri) not in _words()] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Qui finance quoi ?", "Qui finance quoi\u00a0?"),
        ("Un « mot » ; deux : 5 %", "Un «\u00a0mot\u00a0»\u00a0; deux\u00a0: 5\u00a0%"),
        ("rien à lier", "rien à lier"),
    ],
)
def test_signs_stay_with_their_words(text: str, kept: str) -> None:
    assert tied(text) == kept
