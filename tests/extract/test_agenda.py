"""Minutes without numbers: the words of the agenda come back where an item begins."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY\nCompte rendu du conseil municipal du 17 avril 2014\n"
    "Présents : Agathe SORBIERS, Loïc EYMERY, Paul BRUN\nSecrétaire de séance : Loïc EYMERY\n\n"
)
REPORT = "Monsieur le Maire présente le dossier, connu de tous, et répond aux questions posées.\n"


def titles(text: str) -> list[object]:
    return [act.heading_value("title") for act in segment(normalise(text)).acts]


@pytest.mark.parametrize("verdict", ["Vote : à l'unanimité", "Adopté à l'unanimité.", "Vote : 3 voix pour"])
@pytest.mark.parametrize("label", ["compte rendu", "compte tendu"])
def test_an_entry_of_the_agenda_is_no_item(verdict: str, label: str) -> None:
    text = (
        f"{OPENING}Ordre du jour\nApprobation du compte rendu du conseil du 3 mars 2014\n"
        "Aménagement d'une aire de jeux près du lavoir\nAvenant au bail de la boulangerie communale\n"
        f"Questions diverses\n\nApprobation du {label} du conseil municipal du 3 mars 2014\n\n"
        f"Personne ne prenant la parole, il est passé au vote\n{verdict}\n\n"
        f"Aménagement d'une aire de jeux près du lavoir\n\n{REPORT}{verdict}\n\n"
        f"Avenant au bail de la boulangerie communale\n\n{REPORT}{verdict}\n\n"
        "Questions divetses\n\nLa fête du village aura lieu en juin.\nSéance levée à 19h20\n"
    )
    assert titles(text) == [
        f"Approbation du {label} du conseil municipal du 3 mars 2014",
        "Aménagement d'une aire de jeux près du lavoir",
        "Avenant au bail de la boulangerie communale",
    ]


@pytest.mark.parametrize("bullet", ["- ", "• ", ""])
def test_the_agenda_divides_a_section(bullet: str) -> None:
    text = (
        f"{OPENING}Ordre du jour\n1. Budget :\n{bullet}Approbation du compte de gestion 2013\n"
        f"{bullet}Vote des subventions aux associations\n{bullet}Vote du taux des taxes communales\n"
        f"{bullet}Budget primitif 2014\n2. Contribution au syndicat des eaux\n"
        "3. Convention avec le département\n_____\n"
        f"1. Budget :\n{bullet}Approbation du compte de gestion 2013\n{REPORT}Vote : pour à l'unanimité\n"
        f"{bullet}Vote des subventions aux associations\n{REPORT}ASSOCIATIONS Subventions 2014\n"
        "Les Amis du lavoir 320 €\n"
        f"Vote : pour à l'unanimité\nLa Boule montfleurienne 400 €\nVote : pour à l'unanimité\n"
        f"{bullet}Vote du taux des taxes communales\n{REPORT}Vote : pour à l'unanimité\n"
        f"{bullet}Budget primitif 2014\n{REPORT}BUDG N-1 REA N-1 PROP BP\n011 Charges 1 200,00 1 150,00 1 210,00\n"
        f"Vote :\n- Contre : 1\n- Pour : 2\n2. Contribution au syndicat des eaux\n{REPORT}Vote : pour à l'unanimité\n"
        f"3. Convention avec le département\n{REPORT}Vote : pour à l'unanimité\nLa séance est levée à 21h40.\n"
    )
    assert titles(text) == [
        "Approbation du compte de gestion 2013",
        "Vote des subventions aux associations",
        "Vote du taux des taxes communales",
        "Budget primitif 2014",
        "Contribution au syndicat des eaux",
        "Convention avec le département",
    ]
