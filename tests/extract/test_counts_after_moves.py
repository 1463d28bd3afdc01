"""Counts told where a member comes or goes: of the act that follows, not of the one that they close."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Record

HEAD = (
    "COMPTE RENDU DU CONSEIL MUNICIPAL DE VALMONT Séance du 24 mai 2023 à 18 h 30. En exercice : 9"
    " Présents : 6 Pouvoirs : 1 Votants : 7. Étaient présents : Anne ROUX, Paul NOIR, Zoé VERT, Luc BRUN, Max GRIS,"
    " Eva OCRE. Absents : Noé FAUVE, Jean BLANC. Excusée : Ida ROSE (pouvoir à Anne ROUX)."
    " Secrétaire de séance : Paul NOIR. "
)
FIRST = (
    "N° 2023-07 RÈGLEMENT DES AIDES Le maire expose que le règlement des aides doit être adapté aux demandes liées aux"
    " factures d'énergie, et propose de relever le plafond de l'aide à 250 € par foyer et par an. Le conseil municipal,"
    " après en avoir délibéré, à l'unanimité, ADOPTE le règlement des aides facultatives modifié. "
)
LAST = (
    "N° 2023-08 TARIFS DE LA CANTINE Le maire propose les tarifs suivants. Le conseil municipal, après en avoir"
    " délibéré, à l'unanimité, FIXE les tarifs de la cantine comme indiqué ci-dessus. La séance est levée à 20 h."
)


def records(move: str) -> list[Record]:
    return list(extract(text_of(HEAD + FIRST + move + " " + LAST)).records)


@pytest.mark.parametrize(
    "move",
    [
        "Départ de M. Luc BRUN. (présents : 5 – pouvoirs : 2 – votants : 7)",
        "Mme Eva OCRE quitte la séance à 19 h 10. Présents : 5 Pouvoirs : 2 Votants : 7",
        "Départ de Mme VERT, qui donne pouvoir à M. NOIR. Nombre de présents : 5 ; pouvoirs : 2 ; votants : 7.",
    ],
)
def test_counts_at_the_end_of_an_act_are_those_of_the_next(move: str) -> None:
    counts = [(one.members.present, one.members.proxies, one.members.voting) for one in records(move)]
    assert counts == [(6, 1, 7), (5, 2, 7)]


def test_counts_with_a_vote_are_those_of_their_own_act() -> None:
    moved = "Mme Eva OCRE quitte la salle. Présents : 5 Pouvoirs : 1 Votants : 6 Pour : 6. Adopté à l'unanimité."
    assert (records(moved)[0].members.present, records(moved)[0].members.voting) == (5, 6)
