"""A sentence about a mayor who is away, right before the list of those present."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance import read


@pytest.mark.parametrize(
    "lead",
    [
        "Mme Anne ROUX, Vice-Présidente, préside, Monsieur le Maire étant empêché. Membres présents :",
        "Le président étant excusé. Présents :",
        "M. le Maire étant absent, étaient présents :",
        "La maire étant souffrante et excusée, les conseillers municipaux présents :",
    ],
)
def test_who_is_away_in_a_sentence_heads_no_list(lead: str) -> None:
    fields = read(
        f"{lead} Anne ROUX, Paul NOIR (UDAF), Ida ROSE Absents excusés : Zoé VERT, Luc BRUN Secrétaire : Ida ROSE"
    )
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Ida ROSE"]
    assert fields["absent"] == ["Zoé VERT", "Luc BRUN"]


@pytest.mark.parametrize("heading", ["Absents excusés. :", "Étant absents :", "Étaient absents les conseillers :"])
def test_a_heading_of_those_away_is_one_still(heading: str) -> None:
    assert read(f"Présents : Anne ROUX, Paul NOIR. {heading} Zoé VERT, Luc BRUN.")["absent"] == ["Zoé VERT", "Luc BRUN"]


def test_a_proxy_told_in_the_brackets_of_a_vote_heads_no_list() -> None:
    fields = read(
        "PRÉSENTS : M. Luc BRUN, Mme Anne ROUX, M. Paul NOIR PROCURATIONS : Mme Zoé VERT à M. Luc BRUN "
        "ABSENT : M. Max GRIS ADOPTÉ Pour : 2 Contre : 1 (Mme VERT par procuration) Abstention : 1 (M. NOIR)"
    )
    assert fields["proxies"] == [Proxy("Zoé VERT", "Luc BRUN")]
