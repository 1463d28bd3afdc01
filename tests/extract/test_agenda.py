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


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Marie VALMONT 1re adjointe", False),
        ("Mme VALMONT", False),
        ("Déclare avoir pris connaissance du bail", False),
        ("Impose de pouvoir se retirer du groupement", False),
        ("MONTFLEURY MONTFLEURY MONTFLEURY", False),
        ("ESC EC ECTS LE Um", False),
        ("Convention SPA", True),
        ("Maintenir le prix des abonnements", False),
        ("Signer une convention avec le centre social", False),
        ("Promesse de bail", True),
        ("Dépenses d'investissement avant le vote du budget 2014", True),
        ("Vote du budget annexe de l'eau", True),
    ],
)
def test_what_may_be_the_title_of_an_act_without_number(line: str, title: bool) -> None:
    text = (
        f"{OPENING}Vente de la halle\n{REPORT}Vote : à l'unanimité\n\n{line}\n{REPORT}Vote : à l'unanimité\n\n"
        f"Subvention au club des aînés\n{REPORT}Vote : à l'unanimité\n\nSéance levée à 19h20\n"
    )
    assert (line in titles(text)) is title


def test_words_of_the_agenda_that_scanning_cut_are_not_found_in_the_agenda_itself() -> None:
    agenda = "Dépenses d'investissement avant le vote du budget 2014 : eau\n"
    text = (
        f"{OPENING}Ordre du jour\nDépenses d'investissement avant le vote du budget 2014 : ville\n{agenda}"
        "Convention avec la commune voisine\nOuverture de la séance\nLe quorum est atteint, la séance est ouverte.\n\n"
        f"Dépenses d'investissement avant le vote du Irene budqet\n{REPORT}Vote : à l'unanimité\n{agenda}{REPORT}"
        f"Vote : à l'unanimité\nConvention avec la commune voisine\n{REPORT}Vote : à l'unanimité\nSéance levée.\n"
    )
    assert titles(text) == [
        "Dépenses d'investissement avant le vote du Irene budqet",
        agenda.strip(),
        "Convention avec la commune voisine",
    ]


@pytest.mark.parametrize("section", ["Décisions prises par délégation", "Décisions du maire"])
def test_codes_that_the_council_votes_are_acts_though_the_mayor_s_own_come_before(section: str) -> None:
    text = (
        f"{OPENING}{section} au maire\nDM 2014-04 : Objet : Convention d'occupation de la salle\n"
        f"D2014-16 - Objet : Vente de la halle\n{REPORT}Le conseil municipal, à l'unanimité, décide la vente.\n"
        f"D2014-17 - Objet : Tarifs de la cantine\n{REPORT}Le conseil municipal, à l'unanimité, fixe les tarifs.\n"
        f"D 2014-18 : Tarifs de l'accueil de loisirs\n{REPORT}Le conseil municipal, à l'unanimité, les fixe.\n"
        "Séance levée à 19h20\n"
    )
    acts = segment(normalise(text)).acts
    assert [act.heading_value("number") for act in acts] == ["D2014-16", "D2014-17", "D 2014-18"]
