"""Minutes that call for no remark, adopted in one sentence after the list of members; fictional minutes."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

MINUTES = (
    "COMMUNE DE MONTFLEURY COMPTE RENDU DE LA RÉUNION DU CONSEIL MUNICIPAL DU LUNDI 23 SEPTEMBRE 2019 Le conseil "
    "municipal s'est réuni, sous la présidence de M. P. NOIRET, Maire. Étaient présents : P. NOIRET, Maire ; "
    "A. ROUSSEAU, L. BRUNEAU, Adjoints ; Z. VERTOT, I. BLANCHARD. Secrétaire de séance : {secretary}. {said} VENTE DU "
    "PRESBYTÈRE COMMUNAL Monsieur le Maire présente le projet. Après en avoir délibéré, le Conseil Municipal, à "
    "l'unanimité, accepte cette vente. TRAVAUX DU LAVOIR COMMUNAL Monsieur le Maire les présente. Après en avoir "
    "délibéré, le Conseil Municipal, à l'unanimité, approuve ces travaux. Séance levée à 22 h."
)
SAID = (
    "Le compte rendu de la réunion du 24 juin 2019 n'appelant aucune observation, il est adopté à l'unanimité",
    "Le compte rendu de la réunion du 24 juin 2019 ne donnant lieu à aucune remarque, celui-ci est approuvé",
    "Le procès-verbal de la séance du 24 juin 2019, n'appelant pas de remarque, est adopté à l'unanimité",
    "Le cornpte rendu de la réunion du 24 juin 2019 n'appelant aucune observation, il est adopté à l'unanimité",
)


@pytest.mark.parametrize("secretary", ["I. BLANCHARD", "Z. VERTOT"])
@pytest.mark.parametrize("said", SAID)
def test_the_whole_sentence_is_decided(said: str, secretary: str) -> None:
    first, *others = extract(text_of(MINUTES.format(said=f"{said}.", secretary=secretary))).records
    assert first.decisions == (said,)
    assert first.vote is not None
    assert first.vote.outcome == "adopted"
    assert [record.title for record in others] == ["VENTE DU PRESBYTÈRE COMMUNAL", "TRAVAUX DU LAVOIR COMMUNAL"]
    assert secretary not in str(first.title)
