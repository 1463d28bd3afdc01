"""Counts of members in the table of votes of an act."""

import pytest

from tests.extract.test_attendance import read


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        (
            "En exercice Présents Procurations Votants Pour Contre Abstention 11 8 2 10 8 2 0 (contre : A. NOIR)",
            [11, 8, 10],
        ),
        (
            "| Membres en exercice | Présents | Votants | Pour | Contre | Abst. | 15 | 12 | 14 | 13 | 1 | 0 |",
            [15, 12, 14],
        ),
        ("Exercice Présents Votants Pour Contre Abstentions 9 7 7 7 0 0", [9, 7, 7]),
        ("Exercice Présents Votants Pour Contre 11 8 10 9", []),  # one figure is missing
    ],
)
def test_a_row_of_labels_with_those_of_the_vote(row: str, counts: list[int]) -> None:
    fields = read(f"Présents : Anne ROUX, Paul NOIR. Le conseil adopte le budget. {row} Suite")
    told = [fields.get(f"members/{field}", []) for field in ("in_office", "present", "voting")]
    assert [value for values in told for value in values] == counts
    assert fields["present"] == ["Anne ROUX", "Paul NOIR"]
