import pytest

from kg.graph import iris
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
