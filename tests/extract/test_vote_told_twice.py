"""A vote counted at the head of an act and told again, with names, in its decision; fictional acts."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Vote

MINUTES = (
    "PROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE DU 5 MARS 2022 Présents : Anne ROUX, Paul NOIR, Zoé VERT, Luc de LA BRUNE. "
    "Secrétaire de séance : Zoé VERT Délibération n° Objet Vote 2022-03-011 Bail du moulin communal Pour : 24 Contre : "
    "0 Abstention : 0 Le conseil communautaire, à l'unanimité, APPROUVE le bail du moulin. Délibération n° Objet Vote "
    "2022-03-012 Travaux de la rue du Lavoir {head} Rapporteur : Paul NOIR Les travaux coûtent 8 600 € HT. Luc de LA "
    "BRUNE s'interroge sur leur coût. Le conseil communautaire, {told}, ACCEPTE les travaux ; AUTORISE le Président à "
    "signer le marché."
)
HEADS = ("Pour : 20 Contre : 1 Abstentions : 2", "Vote : 20 pour – 1 contre – 2 abstentions")
TOLD = (
    "par 20 voix pour, 1 voix contre (Luc de LA BRUNE) et 2 abstentions (Anne ROUX, Zoé VERT)",
    "à la majorité, 1 voix contre (Luc de LA BRUNE) et 2 abstentions (Anne ROUX et Zoé VERT)",
    "par 20 voix pour, une voix contre (M. Luc de LA BRUNE) et deux abstentions (Mmes Anne ROUX et Zoé VERT)",
)


def vote(head: str, told: str) -> Vote:
    said = extract(text_of(MINUTES.format(head=head, told=told))).records[-1].vote
    assert said is not None
    return said


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("told", TOLD)
def test_names_are_told_in_the_decision_and_counts_at_the_head(head: str, told: str) -> None:
    said = vote(head, told)
    assert (said.for_, said.against, said.abstention, said.outcome) == (20, 1, 2, "adopted")
    assert said.against_names == ("Luc de LA BRUNE",)
    assert set(said.abstention_names) == {"Anne ROUX", "Zoé VERT"}


def test_two_votes_that_differ_are_not_one() -> None:
    said = vote(HEADS[0], "par 18 voix pour et 5 abstentions (Anne ROUX, Zoé VERT, Luc BRUN, Ida BLEU, Guy GRIS)")
    assert (said.for_, said.against) != (20, 1) or said.abstention != 5
