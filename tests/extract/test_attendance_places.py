"""Communes before the members they send: labels are no members, in any writing."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance_generated import read

MIXED = ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]
LAST = ["ROUX Anne", "NOIR Paul", "VERT Zoé", "BRUN Luc"]


@pytest.mark.parametrize(
    ("writing", "names"),
    [
        ("Saint-Prix : Anne ROUX, Paul NOIR Valbrun : Zoé VERT La Motte-sur-Orle : Luc BRUN.", MIXED),
        ("Saint-Prix : Mme Anne ROUX, M. Paul NOIR ; Valbrun : Mme Zoé VERT ; La Motte : M. Luc BRUN.", MIXED),
        ("Saint-Prix (2) : Anne ROUX, Paul NOIR Valbrun (1) : Zoé VERT La Motte (1) : Luc BRUN.", MIXED),
        ("pour Saint-Prix : Mme Anne ROUX, M. Paul NOIR ; pour Valbrun : Mme Zoé VERT, M. Luc BRUN.", MIXED),
        ("Commune de Saint-Prix : Mme Anne ROUX, M. Paul NOIR Commune de Valbrun : Mme Zoé VERT, M. Luc BRUN.", MIXED),
        ("Saint-Prix : ROUX Anne, NOIR Paul - Valbrun : VERT Zoé - La Motte-sur-Orle : BRUN Luc.", LAST),
        ("SAINT PRIX : ROUX Anne, NOIR Paul VAL D ORLE : VERT Zoé LA MOTTE SUR ORLE : BRUN Luc.", LAST),
        ("SAINT-PRIX : ROUX Anne\nNOIR Paul\nVALBRUN : VERT Zoé\nLA MOTTE : BRUN Luc\n", LAST),
    ],
)
def test_labels_are_no_members(writing: str, names: list[str]) -> None:
    fields = read(f"Étaient présents : {writing} Absents : M. Guy BLEU. Secrétaire de séance : Mme Anne ROUX")
    assert (fields["present"], fields["absent"]) == (names, ["Guy BLEU"])


def test_the_first_column_of_communes_is_no_part_of_a_name() -> None:
    fields = read(
        "COMMUNE NOM PRENOM PRESENT ABSENT POUVOIR VALBRUN ROUX Anne X VALBRUN NOIR Paul X LA MOTTE DE VERT Zoé X"
        " SAINT-PRIX BRUN Luc Excusé Pouvoir à NOIR Paul SAINT-PRIX BLEU Guy X LE VAL ROSE Ida Absente ORLE GRIS Max X"
    )
    assert fields["present"] == ["ROUX Anne", "NOIR Paul", "DE VERT Zoé", "BLEU Guy", "GRIS Max"]
    assert [(proxy.giver, proxy.holder) for proxy in fields["proxies"]] == [("BRUN Luc", "NOIR Paul")]
    assert fields["absent"] == ["ROSE Ida"]


def test_a_role_after_a_colon_keeps_the_name_before_it() -> None:
    fields = read("Étaient présents : Mme Anne ROUX : Maire, M. Paul NOIR : Adjoint, Mme Zoé VERT : Conseillère.")
    assert fields["present"] == MIXED[:3]


@pytest.mark.parametrize(
    ("given", "stood_for", "away"),
    [
        (
            "VALBRUN : Guy BLEU a donné pouvoir à Anne ROUX\nLA MOTTE : Eva DE ROSE a donné pouvoir à Paul NOIR",
            "ARZAN : Lise OCRE a été représentée par Jean LILAS",
            "ELVIN : Arnaud DU PRE\nSAINT-PRIX : Max GRIS\n: Ali JAUNE",
        ),
        (
            "Valbrun : M. Guy BLEU a donné procuration à Mme Anne ROUX à partir de 18h30 La Motte-sur-Orle : Mme Eva DE"
            " ROSE donne à pouvoir à M. Paul NOIR",
            "Arzan : Mme Lise OCRE est représentée par M. Jean LILAS",
            "ELVIN : Arnaud DU PRE SAINT-PRIX : Max GRIS : Ali JAUNE",
        ),
    ],
)
def test_labels_before_those_who_are_away_are_no_members(given: str, stood_for: str, away: str) -> None:
    fields = read(
        "Étaient présents :\nVALBRUN : Anne ROUX\nSAINT-PRIX : Paul NOIR (arrivé à 18h30)\n\nOnt donné pouvoir :\n"
        f"{given}\n\nOnt été représentés :\n{stood_for}\n\nAbsents :\n{away}\n\nSecrétaire de séance : Mme Anne ROUX"
    )
    assert fields["proxies"] == [Proxy("Guy BLEU", "Anne ROUX"), Proxy("Eva DE ROSE", "Paul NOIR")]
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Jean LILAS"]
    assert fields["absent"] == ["Arnaud DU PRE", "Max GRIS", "Ali JAUNE"]


@pytest.mark.parametrize(
    "given",
    [
        "ROUX Anne : pouvoir à NOIR Paul ; VERT Zoé : pouvoir à NOIR Paul",
        "ROUX Anne : NOIR Paul ; VERT Zoé : NOIR Paul",
        "Anne ROUX : Paul NOIR ; Zoé VERT : Paul NOIR",
    ],
)
def test_a_giver_before_a_colon_is_no_commune(given: str) -> None:
    fields = read(f"Présents : NOIR Paul, BRUN Luc. Pouvoirs : {given}. Secrétaire : BRUN Luc")
    assert [proxy.giver.split()[-1] in ("Anne", "ROUX", "Zoé", "VERT") for proxy in fields["proxies"]] == [True, True]
    assert {proxy.holder for proxy in fields["proxies"]} <= {"NOIR Paul", "Paul NOIR"}


@pytest.mark.parametrize("town", ["SAINT-PRIX", "LA ROCHE", "TOUVRES"])
def test_a_town_in_capitals_behind_one_name_is_of_no_name(town: str) -> None:
    said = (
        "Étaient présents : Mme Zoé VERT, M. Paul NOIR de Valbrun ; M. Luc BRUN, Mme Anne ROUX de La Haye ; Mme Odile "
        f"TARAVEL de Montfleury ; M. Jean BLANC de Saint Mars, M. Alain PINAUD de {town}. Secrétaire : Mme Zoé VERT."
    )
    assert "Alain PINAUD" in read(said)["present"]


def test_a_particle_in_capitals_stays_where_no_towns_are_told() -> None:
    fields = read("Étaient présents : Mme Zoé VERT, M. Paul NOIR, Mme Anne ROUX, M. Alain PINAUD de SAINT-PRIX.")
    assert "Alain PINAUD de SAINT-PRIX" in fields["present"]
