"""Communes before the members they send: labels are no members, in any writing."""

import pytest

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


def test_a_role_after_a_colon_keeps_the_name_before_it() -> None:
    fields = read("Étaient présents : Mme Anne ROUX : Maire, M. Paul NOIR : Adjoint, Mme Zoé VERT : Conseillère.")
    assert fields["present"] == MIXED[:3]
