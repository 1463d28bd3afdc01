import re
from itertools import combinations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.graph import iris
from kg.graph.portions import graph_count, portions
from kg.graph.terms import nquads_line
from kg.graph.validation import validate
from tests.graph.sample import sample_quads

FIRST = iris.deliberation("219900018", ("2024-007",))
SITTING = iris.sitting("219900018", "conseil", "2024-03-12")


def lines() -> list[str]:
    """The sample without its findings: a flagged act may be wrong."""
    return [nquads_line(quad) for quad in sample_quads() if "/id/constat/" not in quad.subject]


def test_a_sound_graph_conforms() -> None:
    assert validate("".join(map(nquads_line, sample_quads()))) == ()
    assert validate("".join(lines())) == ()


@pytest.mark.parametrize(
    ("old", "new", "shape", "whole"),
    [
        ('2024-007/vote> <P#number_of_votes_favor> "3"', '"4"', "SommeDesVoix", FIRST),
        ('2024-007/vote> <P#number_of_votes_favor> "3"', '"-3"', "", FIRST),
        ('#membresEnExercice> "5"', '"6"', "SommeDesMembres", SITTING),
        ('org#identifier> "229900017"', '"22990001"', "", iris.organisation("229900017")),
        ('#taux> "0.4"', '"1.4"', "", iris.deliberation("219900018", ("2024-008",))),
        ('currency> "EUR"', '"euros"', "", iris.deliberation("219900018", ("2024-008",))),
    ],
)
def test_one_altered_value_is_reported_with_its_act(old: str, new: str, shape: str, whole: str) -> None:
    before = old.replace("P#", "http://data.europa.eu/eli/eli-draft-legislation-ontology#")
    text = "".join(lines())
    assert before in text
    found = validate(text.replace(before, before.rpartition('"')[0].rpartition('"')[0] + new))
    assert any(violation.act == whole and shape in violation.shape for violation in found), found


def test_one_proxy_removed_is_reported() -> None:
    without = "".join(line for line in lines() if "participation/luc-mercin>" not in line)
    found = validate(without)
    assert {violation.act for violation in found} >= {FIRST, SITTING}
    assert any(FIRST in violation.message for violation in found)


def test_a_written_and_a_computed_amount_do_not_go_together() -> None:
    act = iris.deliberation("219900018", ("2024-008",))
    line = (
        f'<{act}/financement/1> <{iris.term("montantCalcule")}> "1.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
    )
    assert [violation.act for violation in validate("".join(lines()) + line)] == [act]


def test_portions_hold_the_whole_graph_and_each_thing_in_one_of_them(store: Store) -> None:
    found = list(portions(store))
    lines = [line for portion in found for line in portion.text.splitlines()]
    told = {line for line in _triples(store) if "graphe/ontologie>" not in line}
    assert sorted(lines) == sorted(line.rsplit(" <", 1)[0] + " ." for line in told)
    assert sum(portion.graphs for portion in found) == graph_count(store)
    subjects = [{line.split(" ", 1)[0] for line in portion.text.splitlines()} for portion in found]
    shared = {subject for one, two in combinations(subjects, 2) for subject in one & two}
    # Bodies, programmes and cited norms are described by each authority that names them; no shape counts what is said.
    assert all(re.search(r"/id/(?:organisation|programme|norme)/", subject) for subject in shared)


def test_a_count_that_is_changed_is_reported_portion_by_portion(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.portions._LEAST", 0)
    assert len(list(portions(store))) > 1
    favour = NamedNode("http://data.europa.eu/eli/eli-draft-legislation-ontology#number_of_votes_favor")
    (quad,) = store.quads_for_pattern(NamedNode(f"{FIRST}/vote"), favour, None)
    store.remove(quad)
    store.add(Quad(quad.subject, favour, Literal(4), quad.graph_name))
    found = [violation for portion in portions(store) for violation in validate(portion.text)]
    assert [violation.act for violation in found] == [FIRST]


@pytest.fixture
def store() -> Store:
    """The sample, and an ontology that no portion holds."""
    loaded = Store()
    ontology = f"<{iris.ONTOLOGY_GRAPH}>"
    text = "".join(lines()) + f"<https://x.test/a> <https://x.test/b> <https://x.test/c> {ontology} .\n"
    loaded.load(text.encode(), RdfFormat.N_QUADS)
    return loaded


def _triples(store: Store) -> list[str]:
    return (store.dump(format=RdfFormat.N_QUADS) or b"").decode().splitlines()
