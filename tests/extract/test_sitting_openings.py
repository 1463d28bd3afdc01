"""Openings of sittings: the day of convocation told first, the place told after the chair, an address."""

import datetime as dt

import pytest

from tests.extract.test_sitting import read

_SITTING = "L'an deux mille vingt-cinq, le lundi 17 mars à 19h00, s'est réuni le Conseil municipal de Valmont."
_MET = "L'an deux mille vingt-cinq, le 17 mars à 19 h 30, le conseil municipal dûment convoqué s'est réuni"


@pytest.mark.parametrize("join", ["\n", " "])
@pytest.mark.parametrize(
    "convened",
    [
        "Le mercredi 12 mars 2025 : convocation du Conseil municipal pour le lundi 17 mars 2025 à 19h00 au foyer.",
        "12/03/2025 – convocation des membres du conseil",
        "12 mars 2025 : envoi de la convocation aux conseillers.",
        "Convocation pour le 17 mars 2025 adressée le 12 mars 2025.",
        "Le 12 mars 2025, convocation du conseil municipal pour la séance du 17 mars 2025.",
    ],
)
def test_the_day_of_convocation_may_come_first(convened: str, join: str) -> None:
    values = read(f"Commune de Valmont{join}{convened}{join}{_SITTING}")
    assert values["convocation_date"] == dt.date(2025, 3, 12)
    assert values["session/date"] == dt.date(2025, 3, 17)


@pytest.mark.parametrize(
    "said",
    [
        "Convocation du conseil municipal pour le lundi 17 mars 2025 à 19h.",
        "17 mars 2025 : convocation du conseil municipal à 19h.",
        "Convocation des conseillers pour la séance du lundi 17 mars 2025.",
    ],
)
def test_the_day_for_which_members_are_convened_is_no_convocation(said: str) -> None:
    assert "convocation_date" not in read(f"Commune de Valmont {said} {_SITTING}")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("sous la présidence de M. Luc ARNEL, à la salle d'honneur de la mairie.", "salle d'honneur de la mairie"),
        ("sous la présidence de Luc ARNEL, Maire, en mairie.", "mairie"),
        ("sous la Présidence de Monsieur ARNEL Luc,\nMaire de Valmont, dans la salle du Conseil.", "salle du Conseil"),
        ("sous la présidence de Mme A. ROUX, au foyer rural, sur convocation du 9 mars.", "foyer rural"),
        ("sous la présidence de Mme ROUX, adjointe, salle Jean Verne, en session ordinaire.", "salle Jean Verne"),
        ("le 17 mars 2025 à 19 h 30, 2 place du Puits, sous la présidence de Mme ROUX.", "2 place du Puits"),
        ("le 17 mars 2025 à 19 h 30, 9 allée des Tilleuls à Brive (99567), salle du conseil, sous la présidence de",
         "9 allée des Tilleuls à Brive (99567), salle du conseil"),
    ],
)  # fmt: skip
def test_places_beside_the_chair(told: str, place: str) -> None:
    values = read(f"{_MET} {told} Etaient présents : Anne ROUX")
    assert (values["session/place"], values["session/remote"]) == (place, False)


@pytest.mark.parametrize(
    "told",
    [
        "sous la présidence de Mme ROUX, adjointe au maire.",
        "sous la présidence de Luc ARNEL, Maire. Salle comble ce soir.",
        "sous la présidence de Luc ARNEL, président du centre de gestion.",
    ],
)
def test_what_is_said_of_the_chair_is_no_place(told: str) -> None:
    assert "session/place" not in read(f"{_MET} {told} Etaient présents : Anne ROUX")


@pytest.mark.parametrize(
    "later",
    [
        "Mme ROUX revient sur le P.V. de la séance du 16.02.2025.",
        "M. ARNEL rappelle la réunion du 16 février 2025.",
        "Le compte rendu de la séance du 16/02/2025 est lu.",
    ],
)
def test_a_sitting_told_of_after_the_opening_is_another(later: str) -> None:
    assert read(f"{_MET} sous la présidence de Mme ROUX. {later}")["session/date"] == dt.date(2025, 3, 17)


@pytest.mark.parametrize("met", ["s'est réuni", "sest réuni", "s' est réuni"])
def test_an_apostrophe_lost(met: str) -> None:
    values = read(f"Le conseil, régulièrement convoqué, {met} le 17 mars 2025 à 19 h 00, salle du conseil, sous la")
    assert (values["session/time"], values["session/place"]) == ("19:00", "salle du conseil")


@pytest.mark.parametrize(
    "why",
    [
        "plus vaste que celle de la mairie",
        "dont la surface permet de respecter les distances",
        "permettant l'accueil du public",
        "mise à disposition par l'association",
        "choisie en raison des travaux",
    ],
)
def test_why_a_room_was_taken_is_no_place(why: str) -> None:
    assert read(f"{_MET} dans la salle du Pré-Clos, {why}, sous la présidence de Mme ROUX.")["session/place"] == (
        "salle du Pré-Clos"
    )
