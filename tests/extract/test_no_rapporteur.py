"""Who offers to keep the minutes, and companies that propose a price, report on nothing."""

import pytest

from tests.extract.test_officers import read


@pytest.mark.parametrize("join", ["\n", " "])
@pytest.mark.parametrize(
    "said",
    [
        "Anne ROUX propose d'assurer le secrétariat de la séance.",
        "Mme Anne ROUX se propose comme secrétaire de séance.",
        "M. Paul NOIR propose sa candidature de secrétaire de séance.",
        "Le Groupe BATIVAL propose une somme de 22 000 euros pour le terrain.",
        "La société BATIVAL présente son offre.",
    ],
)
def test_no_rapporteur(said: str, join: str) -> None:
    assert "rapporteur" not in read(f"Secrétariat{join}{said}{join}Le conseil valide cette proposition à l'unanimité.")


@pytest.mark.parametrize(
    "said", ["Anne ROUX propose d'acquérir le musée.", "Mme Anne ROUX présente le projet du groupe scolaire."]
)
def test_a_rapporteur(said: str) -> None:
    assert read(f"Culture. {said} Le conseil valide cette proposition.")["rapporteur"].name == "Anne ROUX"
