"""The numbers of the rows of a roll count nobody."""

from tests.extract.test_attendance import read

_ROWS = (
    ("ROUX Anne Maire", "Présente"),
    ("NOIR Paul 1er adjoint", "Présent"),
    ("VERT Zoé 2ème adjointe", "Procuration à ROUX Anne"),
    ("BRUN Luc Conseiller", "Absent"),
    ("GRIS Eva Conseillère", "Présente"),
    ("ROSE Guy Conseiller", "Présent"),
)


def test_counts_above_a_roll_with_numbers_are_read() -> None:
    rows = " | ".join(f"{rank} {name} {state}" for rank, (name, state) in enumerate(_ROWS, 1))
    fields = read(
        "Nombre de conseillers en exercice : 6 Nombre de présents : 4 Nombre de représentés : 1 Nombre d'absents : 1 "
        f"Le conseil s'est réuni. N° NOM ET PRÉNOM QUALITÉ ÉTAT | {rows} Le quorum est atteint."
    )
    counts = {field: values for field, values in fields.items() if field.startswith("members/")}
    assert counts == {
        "members/in_office": [6],
        "members/present": [4],
        "members/proxies": [1],
        "members/absent": [1],
    }
    assert len(fields["present"]) == 4
