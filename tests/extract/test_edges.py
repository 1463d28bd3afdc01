"""Where the acts of minutes begin and end: stages, undecided places, signatures; on fictional minutes."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = (
    "COMMUNE DE MONTFLEURY\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL\nSéance du 3 avril 2024\n"
    "Présents : Mme SORBIERS Agathe, M. EYMERY Loïc\nSecrétaire de séance : M. EYMERY Loïc\n"
)


def titles(raw: str) -> list[str | None]:
    return [act.heading_value("title") for act in segment(normalise(raw)).acts]


def test_an_election_told_in_stages_is_one_act() -> None:
    raw = (
        "COMMUNE DE MONTFLEURY\nPROCÈS-VERBAL DE L'INSTALLATION DU CONSEIL MUNICIPAL\n"
        "Le 25 mai 2020, le conseil municipal s'est réuni.\nÉtaient présents :\nSORBIERS Agathe\nEYMERY Loïc\n"
        "1. INSTALLATION DES CONSEILLERS\nM. EYMERY Loïc a été désigné secrétaire par le conseil municipal.\n"
        "2. ÉLECTION DU MAIRE\n2.1. Présidence de l'assemblée\nLe plus âgé a constaté que le quorum était atteint.\n"
        "2.2. Proclamation de l'élection du maire\nMme SORBIERS Agathe a été proclamée maire.\n"
        "3. NOMBRE DES ADJOINTS\nLe conseil municipal a fixé à deux le nombre des adjoints, par 12 voix pour.\n"
        "4. ÉLECTION DES ADJOINTS\nOnt été proclamés adjoints les candidats de la liste.\n"
    )
    assert titles(raw)[-3:] == ["ÉLECTION DU MAIRE", "NOMBRE DES ADJOINTS", "ÉLECTION DES ADJOINTS"]


@pytest.mark.parametrize("nature", ["Dossier", "Affaire", "Question"])
def test_what_is_decided_under_the_next_place_is_not_decided_under_an_idle_one(nature: str) -> None:
    raw = (
        f"{HEAD}{nature} n°1-1 : Vente du presbytère\nMadame le Maire rappelle l'offre. À l'unanimité,"
        f" le conseil municipal approuve la vente.\n{nature} n°1-2 : Point sur le chantier de l'école\n"
        "Un long échange a lieu sur le chantier.\n"
        f"{nature} n°2 : Réfection du lavoir communal\nMadame le Maire rappelle le devis. À l'unanimité, le conseil"
        " municipal approuve les travaux.\n"
    )
    assert titles(raw) == ["Vente du presbytère", "Réfection du lavoir communal"]


def test_the_place_and_the_date_that_sign_minutes_head_nothing() -> None:
    raw = (
        f"{HEAD}Compte rendu de la réunion du 5 mars 2024 adopté\nDélégués au syndicat des eaux\n"
        "Le conseil municipal, à l'unanimité, nomme deux délégués.\nVente du presbytère\n"
        "Madame le Maire rappelle l'offre.\nLe conseil municipal, à l'unanimité, décide de vendre.\n"
        "Fête communale\nLa fête communale aura lieu les 13 et 14 août.\nFait à Montfleury, le 7 avril 2024\n"
        "Le Maire, Agathe SORBIERS\n"
    )
    found = titles(raw)
    assert found[1:] == ["Délégués au syndicat des eaux", "Vente du presbytère"]


def test_numbers_of_the_mayor_s_decisions_are_no_acts() -> None:
    raw = (
        HEAD + "DÉCISION DU MAIRE\n"
        "N° 2024-061 : L'indemnité proposée par l'assureur pour le lavoir communal est acceptée.\n"
        "N° 2024-062 : La commune retient le devis du garage.\n"
        "N° 2024-063 : Vente du presbytère\nMadame le Maire rappelle l'offre. Après en avoir délibéré, le conseil"
        " municipal, à l'unanimité, approuve la vente.\n"
    )
    assert "La commune retient le devis du garage" not in titles(raw)


def test_a_council_decides_after_a_clause_between_commas() -> None:
    raw = (
        f"{HEAD}Vente du presbytère\nMadame le Maire rappelle l'offre.\nLe conseil municipal, sur la proposition"
        " de Madame le Maire et conformément aux textes en vigueur, décide de vendre.\nRéfection du lavoir communal\n"
        "Madame le Maire rappelle le devis.\nLe conseil municipal, à l'unanimité, décide de retenir ce devis.\n"
    )
    assert titles(raw) == ["Vente du presbytère", "Réfection du lavoir communal"]
