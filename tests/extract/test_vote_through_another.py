"""Votes of those who act for another, of groups, and of members who keep out for a reason."""

import pytest

from tests.extract.test_vote_names import vote

ALL = ("ORTEIL", "MARANDE", "VALMONT", "EYMERY")


@pytest.mark.parametrize(
    "told",
    [
        "M. ORTEIL (+ pouvoir de Mme MARANDE), Mme VALMONT, M. EYMERY",
        "M. ORTEIL, Mme MARANDE par pouvoir, Mme VALMONT, M. EYMERY",
        "M. ORTEIL, Mme MARANDE (par procuration) et Mme VALMONT, M. EYMERY",
        "M. ORTEIL, ayant procuration de Mme MARANDE, Mme VALMONT, M. EYMERY",
        "M. ORTEIL et son pouvoir de Mme MARANDE, Mme VALMONT, M. EYMERY",
        "M. ORTEIL, Mme MARANDE (pouvoir à M. ORTEIL), Mme VALMONT, M. EYMERY",
        "M. ORTEIL, Mme MARANDE ayant donné procuration à M. SORBIERS, Mme VALMONT, M. EYMERY",
    ],
)
@pytest.mark.parametrize("shape", ["Pour : 10\nContre : 4 ({})\n", "Par 10 voix pour et 4 voix contre ({}).\n"])
def test_who_votes_through_another_is_named_and_its_holder_once(told: str, shape: str) -> None:
    assert vote(shape.format(told)).against_names == ALL


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Groupe « Vivre et bâtir » : M. Orteil.\nPour : 10\nContre : 4 (Vivre et bâtir)\n", ()),
        ("Le groupe « Élan Commun » s'interroge.\nPour : 10\nContre : 4 (Élan Commun ; M. Eymery)\n", ("Eymery",)),
        ("Pour : 10\nContre : 2 (M. Élan, Mme Commun)\n", ("Élan", "Commun")),
    ],
)
def test_a_group_named_in_the_document_is_nobody(told: str, names: tuple[str, ...]) -> None:
    assert vote(told).against_names == names


@pytest.mark.parametrize(
    "told",
    [
        "N'ont pas pris part au vote, en raison de leurs fonctions au club : M. ORTEIL et Mme MARANDE.",
        "N'ont pas pris part au vote conformément à l'article L 2131-11 : M. ORTEIL, Mme MARANDE.",
        "Ne prennent pas part au vote, étant membres du bureau : M. ORTEIL, Mme MARANDE.",
        "M. ORTEIL et Mme MARANDE siègent. M. ORTEIL ne prend pas part au vote. Mme MARANDE, trésorière du club, siège"
        " au conseil du club et ne participe pas au vote.",
    ],
)
def test_who_keeps_out_for_a_reason_is_named(told: str) -> None:
    assert vote(f"{told}\nAdopté à l'unanimité.\n").not_voting_names == ("ORTEIL", "MARANDE")


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Vivre Ensemble à Valmont", ()),
        ("Saint-Luc Autrement, Mme Zoé MARANDE", ("Zoé MARANDE",)),
        ("Écologie Citoyenne ; M. ORTEIL", ("ORTEIL",)),
        ("Mme MARANDE, Valmont Demain", ("MARANDE",)),
        ("Mme Anne DROITE, M. ORTEIL", ("Anne DROITE", "ORTEIL")),
        ("Groupe de la Gauche et des Écologistes (Mme Zoé MARANDE, M. ORTEIL)", ("Zoé MARANDE", "ORTEIL")),
    ],
)
def test_words_of_groups_are_nobody(told: str, names: tuple[str, ...]) -> None:
    assert vote(f"Pour : 10\nContre : 4 ({told})\n").against_names == names
