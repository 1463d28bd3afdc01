"""What a margin, a column beside or a scanner leaves in the text of an act."""

from typing import Any

import pytest

from tests.extract.test_attendance_generated import read

_NAMES = ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]


@pytest.mark.parametrize(
    "listed",
    [
        "PRESENTS :\nse Anne ROUX, Paul NOIR,\nEn exercice Zoé VERT, Luc BRUN.",
        "| PRESENTS :\nAnne ROUX, Paul NOIR,\nVotants : Zoé VERT, Luc BRUN.",
        "PRESENTS : Anne ROUX, Paul NOIR,\nNombre de conseillers en exercice Zoé VERT, Luc BRUN.",
        "PRÉSENTS :\n. ie Anne ROUX, Paul NOIR,\nQuorum Mme Zoé VERT, M. Luc BRUN.",
    ],
)
def test_labels_of_the_column_beside_end_no_list(listed: str) -> None:
    fields = read(f"Nombre de membres : {listed}\n\nABSENT :\n| Guy BLEU.\n\nObjet : voirie")
    assert (fields["present"], fields["absent"]) == (_NAMES, ["Guy BLEU"])


@pytest.mark.parametrize("first", ["le maire ouvre la séance, puis", "à dix-huit heures, puis"])
def test_words_after_a_heading_are_no_noise(first: str) -> None:
    assert "Luc BRUN" not in read(f"Présents : {first} Luc BRUN, Zoé VERT. Objet : voirie").get("present", [])


def test_braces_are_parentheses_as_scanned() -> None:
    fields: dict[str, Any] = read(
        "Présents : M. NOIR Evrard {pouvoir de M. ROUX Luc), Mme VERT Elodie (pouvoir de M. BRUN Pascal}, M. GRIS Paul."
    )
    assert fields["present"] == ["NOIR Evrard", "VERT Elodie", "GRIS Paul"]
    assert [(one.giver, one.holder) for one in fields["proxies"]] == [
        ("ROUX Luc", "NOIR Evrard"),
        ("BRUN Pascal", "VERT Elodie"),
    ]


def test_a_member_without_a_civility_among_those_with_one_gives_a_proxy() -> None:
    fields = read(
        "Présents : Mme ROUX, M. NOIR, M. VERT. Absents : Mme Sylvie GRIS (procuration à M. NOIR), DU VAL (procuration"
        " à Mme ROUX), Mme OCRE (procuration à M. VERT), M. BLEU (procuration à M. VERT). Secrétaire : M. NOIR"
    )
    assert [(one.giver, one.holder) for one in fields["proxies"]] == [
        ("Sylvie GRIS", "NOIR"),
        ("DU VAL", "ROUX"),
        ("OCRE", "VERT"),
        ("BLEU", "VERT"),
    ]


def test_a_comma_that_slipped_into_a_name() -> None:
    fields = read("Présents : M. Luc BRUN, Mme Nathalie, ROUX, Mme Zoé VERT, M. Tony, GRIS. Secrétaire : M. Luc BRUN")
    assert fields["present"] == ["Luc BRUN", "Nathalie ROUX", "Zoé VERT", "Tony GRIS"]


def test_commas_between_members_part_them() -> None:
    fields = read("Présents : Mme ROUX, M. NOIR, Mme Anne VERT, BRUN, GRIS. Secrétaire : M. NOIR")
    assert fields["present"] == ["ROUX", "NOIR", "Anne VERT", "BRUN", "GRIS"]
