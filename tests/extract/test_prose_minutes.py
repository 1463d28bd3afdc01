"""Minutes told in sentences, all in one line of text: only a verbless phrase between two sentences heads each act."""

import pytest

from kg.extract.segment import segment
from kg.text.amounts import find_amounts
from kg.text.view import normalise

OPENING = (
    "MAIRIE DE MONTFLEURY Compte rendu de la réunion du conseil municipal du 3 juin 2022 Présents : Agathe Sorbiers, "
    "Loïc Le Bras, Paul Brun, Josiane Perrin. Secrétaire de séance : M. Loïc Le Bras. "
)


def titles(text: str) -> list[object]:
    return [act.heading_value("title") for act in segment(normalise(OPENING + text)).acts]


def test_titles_that_run_into_a_report_head_acts() -> None:
    text = (
        "Compte rendu de la réunion du 8 avril 2022 adopté. Toiture du lavoir Monsieur le maire présente deux devis. "
        "Après en avoir délibéré, le conseil municipal accepte celui de 6 480 €. Monsieur le maire est autorisé à "
        "signer. Aire de jeux du Breuil Monsieur le maire rappelle au conseil municipal que le terrain accordé par la "
        "commune est prêt. Après en avoir délibéré, le conseil municipal décide de lancer la consultation. "
        "Vidéosurveillance Le conseil municipal, à l'unanimité, décide de confier une étude à la société Perin. Il "
        "n'y a pas de vote. Renouvellement de bail Pour cette affaire, Mme Perrin sort de la salle. Après en avoir "
        "délibéré, le conseil municipal décide de le renouveler."
    )
    assert titles(text) == [
        "Compte rendu de la réunion du 8 avril 2022",
        "Toiture du lavoir",
        "Aire de jeux du Breuil",
        "Vidéosurveillance",
        "Renouvellement de bail",
    ]


def test_titles_that_run_into_any_sentence_head_acts() -> None:
    text = (
        "Effacement des réseaux de la rue Haute Le syndicat a transmis son étude. Le conseil municipal, à l'unanimité, "
        "approuve le projet. Salle des Tilleuls : tarifs de location Loïc Le Bras rejoint la réunion. On passe au "
        "vote. Pour : 3, contre : 1. Les tarifs sont donc fixés à 180 €. Fermeture de classe à l'école Mme le maire "
        "rappelle que 19 élèves sont inscrits. Le conseil municipal, unanime, s'oppose à cette suppression. Devis "
        "tondeuse Deux devis sont arrivés. Le point est reporté à la prochaine réunion. Questions diverses Le chantier "
        "avance bien."
    )
    assert titles(text) == [
        "Effacement des réseaux de la rue Haute",
        "Salle des Tilleuls : tarifs de location",
        "Fermeture de classe à l'école",
        "Devis tondeuse",
    ]


@pytest.mark.parametrize(
    "part",
    [
        "Le coût est de 4 000 €. Contexte Le maire rappelle l'incendie de mars.",
        "Deux devis ont été reçus. Longue discussion. Pour certains, il faut attendre.",
        "La salle est fermée. Section de fonctionnement Le chapitre 65 manque de crédits.",
    ],
)
def test_a_part_of_a_report_heads_no_act(part: str) -> None:
    text = (
        f"Travaux de la halle Le maire ouvre trois devis. Le conseil municipal décide de les accepter. {part} Le "
        "conseil municipal autorise le maire à signer."
    )
    assert titles(text) == ["Travaux de la halle"]


def test_what_is_told_to_the_organ_decides_nothing() -> None:
    told = "Monsieur le maire expose au conseil municipal que le bail accordé en 2013 prend fin."
    text = f"Bail de la forge {told} Il propose de le renouveler. Le conseil municipal accepte cette proposition."
    assert titles(text) == ["Bail de la forge"]


@pytest.mark.parametrize("colon", [" : ", " "])
def test_few_letters_may_name_a_matter(colon: str) -> None:
    text = (
        f"Toiture du lavoir{colon}Paul Brun a fait venir deux artisans. Le conseil retient le moins cher à "
        f"l'unanimité. "
        f"Cimetière{colon}Plusieurs concessions sont à l'abandon. Le conseil décide à l'unanimité de les reprendre. "
        f"Vente de bois{colon}M. Brun rend compte de sa visite. À l'unanimité, le conseil autorise la vente. Fête de "
        f"juillet{colon}Le comité souhaite une aide. Le conseil vote une aide de 300 € par 3 voix pour."
    )
    assert titles(text) == ["Toiture du lavoir", "Cimetière", "Vente de bois", "Fête de juillet"]


def test_words_that_name_the_parts_of_a_report_name_no_matter() -> None:
    text = (
        "Travaux de la halle Le maire ouvre trois devis. Le conseil municipal décide de les accepter. Échanges Le "
        "maire répond que le toit attendra. Le conseil municipal autorise le maire à signer."
    )
    assert titles(text) == ["Travaux de la halle"]


def test_leur_misread_is_no_euro() -> None:
    said = ("Mme Roux qui est 1eur voisine", "un prix de 21eur le mètre")
    assert [[found.value for found in find_amounts(text)] for text in said] == [[], [21]]


def test_titles_with_a_stop_of_their_own_head_acts_beside_surer_ones() -> None:
    text = (
        "Compte administratif 2021 Mme le maire présente les comptes. Le conseil approuve le compte par 3 voix pour. "
        "Réseau d'eau potable. La source du Breuil ne suffit plus en été. Le bureau d'études chiffre les travaux à "
        "214 000 €. A l'unanimité, le conseil approuve le projet. Vente de la parcelle A 12 lieu-dit Le Breuil M. et "
        "Mme Perrin ont écrit pour l'acquérir. Le conseil accepte de la vendre par 4 voix pour. Motion sur le bureau "
        "de poste. La direction réduit les horaires. Le conseil, unanime, s'y oppose."
    )
    assert titles(text) == [
        "Compte administratif 2021",
        "Réseau d'eau potable",
        "Vente de la parcelle A 12 lieu-dit Le Breuil",
        "Motion sur le bureau de poste",
    ]


def test_a_phrase_before_a_circumstance_heads_an_act() -> None:
    text = (
        "Subventions aux associations Mme le maire rappelle les demandes. Le conseil les accorde à l'unanimité. "
        "Eclairage du bourg Avec la hausse des prix, beaucoup de communes éteignent. On vote : 3 pour, 1 contre. "
        "Assurance du personnel Le contrat arrive à son terme. A l'unanimité le conseil accepte d'adhérer au nouveau. "
    )
    assert titles(text) == ["Subventions aux associations", "Eclairage du bourg", "Assurance du personnel"]
