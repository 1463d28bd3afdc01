import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import iris
from kg.graph.iris import Passage, Thing
from kg.graph.namespaces import BASE

SHA = "0" * 64
SEGMENTS = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda s: s not in (".", ".."))


@pytest.mark.parametrize(
    ("address", "thing", "path"),
    [
        (iris.organisation("243400017"), Thing("organisation", ("243400017",)), "organisation/243400017"),
        (iris.organisation("saint-aubrac"), Thing("organisation", ("sans-siren", "saint-aubrac")),
         "organisation/sans-siren/saint-aubrac"),
        (iris.organ("243400017", "conseil"), Thing("organe", ("243400017", "conseil")), "organe/243400017/conseil"),
        (iris.sitting("243400017", "conseil", "2020-12-17"), Thing("seance", ("243400017", "conseil", "2020-12-17")),
         "seance/243400017/conseil/2020-12-17"),
        (iris.deliberation("243400017", ("M2020-539",)), Thing("deliberation", ("243400017", "M2020-539")),
         "deliberation/243400017/M2020-539"),
        (iris.deliberation("fleury", ("2024-03-12", "12")), Thing("deliberation", ("fleury", "2024-03-12", "12")),
         "deliberation/fleury/2024-03-12/12"),
        (iris.person("243400017", "2020", "jeanne-valmont"), Thing("personne", ("243400017", "2020", "jeanne-valmont")),
         "personne/243400017/2020/jeanne-valmont"),
        (iris.programme("dsil"), Thing("programme", ("dsil",)), "programme/dsil"),
        (iris.norm("CGCT:L2121-20"), Thing("norme", ("CGCT", "L2121-20")), "norme/CGCT/L2121-20"),
        (iris.part(iris.deliberation("m", ("2024-1",)), "financement", "1", "montant"),
         Thing("deliberation", ("m", "2024-1"), ("financement", "1", "montant")),
         "deliberation/m/2024-1/financement/1/montant"),
    ],
)  # fmt: skip
def test_things_round_trip(address: str, thing: Thing, path: str) -> None:
    assert address == f"{BASE}id/{path}"
    assert iris.parse(address) == thing
    assert iris.render(thing) == address


@given(SEGMENTS, SEGMENTS, SEGMENTS, st.lists(SEGMENTS, max_size=3))
def test_any_key_round_trips(one: str, two: str, three: str, part: list[str]) -> None:
    thing = Thing("personne", (one, two, three), tuple(part))
    assert iris.parse(iris.render(thing)) == thing


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_what_is_not_ours_is_none(text: str) -> None:
    for found in (iris.parse(text), iris.parse_passage(text), iris.parse_graph(text)):
        assert found is None
    parsed = iris.parse(f"{BASE}id/{text}")
    assert parsed is None or iris.parse(iris.render(parsed)) == parsed


def test_a_key_of_the_wrong_length_is_refused() -> None:
    for thing in (Thing("personne", ("a", "b")), Thing("licorne", ("a",)), Thing("seance", ("a", "", "c"))):
        with pytest.raises(ValueError, match=r"kind|key"):
            iris.render(thing)


def test_passages_round_trip() -> None:
    address = iris.passage(Passage(SHA, 5012, 5031))
    assert address == f"{BASE}texte/{SHA}#char=5012,5031"
    assert iris.parse_passage(address) == Passage(SHA, 5012, 5031)
    assert iris.parse_passage(iris.text(SHA)) is None


def test_graphs_round_trip() -> None:
    for address in (iris.deliberation("m", ("2024-1",)), iris.sitting("m", "conseil", "2024-03-12"), iris.text(SHA)):
        assert iris.parse_graph(iris.graph_of(address)) == address
    assert iris.parse_graph(iris.ONTOLOGY_GRAPH) is None


def test_one_setting_moves_things_and_leaves_terms() -> None:
    code = "from kg.graph import iris; print(iris.organisation('243400017'), iris.term('taux'))"
    env = {**os.environ, "DELIBERATIONS_BASE": "https://example.org/kg"}
    said = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["https://example.org/kg/id/organisation/243400017", iris.term("taux")]
