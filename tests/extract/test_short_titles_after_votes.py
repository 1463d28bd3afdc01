"""Brief acts without marks after the counts of a vote, and titles of members who represent the council."""

import pytest

from tests.extract.test_decided import titles

HEAD = (
    "Montfleury - procès verbal de la réunion du conseil municipal du 23/11/2022 Le mercredi 23 novembre 2022, le "
    "conseil municipal s'est réuni à la mairie, sous la présidence de M. Paul NOIR, maire. Présents : M. NOIR Paul, "
    "Mme ROUX Anne, M. BRUN Luc. Mme ROUX Anne est nommée secrétaire. "
)
FOOT = "Décisions prises par le maire par délégation : achat d'une armoire : 1 149,60 €. La séance est levée."


@pytest.mark.parametrize("last", ["Délégué au SIVOS", "Déléguée au syndicat", "Délégués au comité des eaux"])
@pytest.mark.parametrize("counts", ["Votants : 10 - Pour : 6 - Contre : 4", "Pour : 10 Contre : -"])
def test_acts_after_the_counts_of_the_one_before(last: str, counts: str) -> None:
    text = (
        f"{HEAD}Bail de chasse du bois de la Haie Mme ROUX Anne, adjointe, expose que le bail prend fin. "
        f"Le conseil décide de renouveler le bail de chasse pour neuf ans et pour un loyer de 480 €. {counts} "
        "Colis des aînés Cette année encore il n'y aura pas de banquet. Il est décidé d'offrir un "
        "colis de 32 € aux anciens. "
        f"{last} : M. le maire rappelle que M. BRUN souhaite être remplacé à ce comité. Le conseil municipal, "
        f"à main levée et à l'unanimité, désigne Mme ROUX Anne. {FOOT}"
    )
    assert titles(text) == ["Bail de chasse du bois de la Haie", "Colis des aînés", last]
