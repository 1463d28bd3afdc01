"""Signs that end a title besides the words of a report: who reports, the matter, the number, who comes and goes."""

import pytest

from kg.extract.layout.titles.ends import ends_title
from kg.extract.layout.titles.people import is_listed, is_member
from kg.extract.layout.titles.title import title_at
from kg.text.view import normalise

ROLL = (
    "Présents : Mme Agathe SORBIERS, Maire, M. Loïc EYMERY, KERVALEC Yann, Nolwenn LE GOASTER, A. TROUILLET. "
    "Les résidences Ambroise MERLIER et Camille ROUX sont présentées. "
)


def title_of(writing: str) -> str:
    view = normalise(ROLL + writing)
    span = title_at(view, len(ROLL), len(view.text))
    assert span
    return view.text[slice(*span)]


@pytest.mark.parametrize(
    ("writing", "title"),
    [
        ("Vente du presbytère (M. EYMERY) La maison est vide.", "Vente du presbytère"),
        ("Vente du presbytère (rapporteure : Mme Agathe SORBIERS) La maison est vide.", "Vente du presbytère"),
        ("Tarifs de la cantine 2024 (la Maire) Les prix montent.", "Tarifs de la cantine 2024"),
        ("Compte de gestion 2022 L. EYMERY Rien à dire.", "Compte de gestion 2022"),
        ("Compte de gestion 2022 Yann KERVALEC Rien à dire.", "Compte de gestion 2022"),
        ("Tarifs de l'eau 7.1 Décisions budgétaires La part", "Tarifs de l'eau"),
        ("Programme de travaux et aides 7.5 Subventions La fonte casse", "Programme de travaux et aides"),
        ("Achat d'une benne Coût 9 600 € HT, soit peu.", "Achat d'une benne"),
        ("Achat d'une benne Montant des travaux : 12 000 € La benne", "Achat d'une benne"),
        ("Office de tourisme : objectifs Arrivée de M. EYMERY. L'office", "Office de tourisme : objectifs"),
        ("Adhésion à l'agence Départ de Mme SORBIERS. L'agence", "Adhésion à l'agence"),
        ("Rapport du syndicat 2020 Pas de vote ; pris pour information", "Rapport du syndicat 2020"),
        ("Vente de la maison du garde 3.2 Aliénations Le prix", "Vente de la maison du garde"),
        ("Vente de la maison du garde (3.2) Le prix", "Vente de la maison du garde"),
        ("Vente de la maison du garde Code matière : 3.2 Le prix", "Vente de la maison du garde"),
        ("Vente de la maison du garde CODE NOMENCLATURE 3.2 Le prix", "Vente de la maison du garde"),
        ("Tarifs de la cantine 2024 (M. le Maire) Les prix montent.", "Tarifs de la cantine 2024"),
        ("Tarifs de la cantine 2024 (Madame la Présidente) Les prix montent.", "Tarifs de la cantine 2024"),
        ("Piscine d'été : tarifs N° 2023-043 Les prix", "Piscine d'été : tarifs"),
        ("Piscine d'été : tarifs n° CC-2023-043 Les prix", "Piscine d'été : tarifs"),
        (
            "Voirie 2023 – Demandes d'aides 4 Procès-verbal du conseil municipal de Valmont-Vieux – 24 mars 2023 Luc",
            "Voirie 2023 – Demandes d'aides",
        ),
        ("Vente du lot n° 4 Compte-rendu du conseil municipal de Valmont – 24 mars 2023 Luc", "Vente du lot n° 4"),
        ("Travaux de la salle polyvalente Les élus ont vu le devis.", "Travaux de la salle polyvalente"),
    ],
)
def test_a_title_ends_before_these_signs(writing: str, title: str) -> None:
    assert title_of(writing) == title


@pytest.mark.parametrize(
    "title",
    [
        "Zone d'activités Les Grands Prés – Vente du lot 7",
        "Travaux de l'école maternelle Les Tilleuls – Avenant au lot 2",
        "Règlement de l'accueil de loisirs Les Petits Loups",
        "Tarifs de la résidence Ambroise MERLIER",
        "Décision modificative RPA Ambroise MERLIER",
        "Convention avec la Métropole du Grand PARIS",
        "Indemnité de Mme SORBIERS",
        "Vente de la maison (M. DUROC) à la commune",
        "Marché n° 2023-12 de voirie",
        "Avenant au marché n° 2023-12",
        "Subvention de 12 000 € à l'école",
        "Coût de la cantine en 2022",
        "Section 7.5 du plan communal",
        "Départ de la course cycliste",
        "Avenant de prix (12.5)",
        "Tarifs de l'école Les Petits Loups",
        "Réfection de la place Notre Dame",
    ],
)
def test_a_title_goes_on_over_what_resembles_these_signs(title: str) -> None:
    assert title_of(f"{title} Monsieur le Maire expose") == title


def test_the_first_letters_of_a_title_end_nothing() -> None:
    view = normalise(ROLL + "Loïc EYMERY")
    assert not ends_title(view, len(ROLL), len(ROLL))


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Loïc EYMERY", True),
        ("L. EYMERY", True),
        ("EYMERY Loïc", True),
        ("Yann KERVALEC", True),
        ("Anne TROUILLET", True),
        ("Luc TROUILLET", False),
        ("B. EYMERY", False),
        ("Paul EYMERY", False),
        ("CCAS EYMERY", False),
    ],
)
def test_names_of_the_list_of_members(name: str, listed: bool) -> None:
    assert is_listed(ROLL, name, len(ROLL)) is listed


def test_a_house_named_after_somebody_is_no_member() -> None:
    assert is_member(ROLL, "Loïc EYMERY", len(ROLL))
    assert not is_member(ROLL, "Ambroise MERLIER", len(ROLL))


@pytest.mark.parametrize(
    "writing",
    [
        "Syndicat des eaux du Bas-Val :\nApprobation du rapport annuel de 2022",
        "Communauté de communes du Bas-Val :\nAdhésion au service commun des archives",
        "Voirie et réseaux :\nAcquisition d'une benne pour les chemins",
    ],
)
def test_a_matter_goes_on_under_the_body_or_theme_it_is_of(writing: str) -> None:
    assert title_of(writing + "\nM. EYMERY expose.") == writing


@pytest.mark.parametrize(
    "below",
    ["Demande de conseil au bureau d'études pour le lavoir.", "Il est rappelé que la maison est vide."],
)
def test_a_line_that_names_its_matter_ends_with_its_colon(below: str) -> None:
    assert title_of(f"Convention avec la ligue :\n{below}") == "Convention avec la ligue"


@pytest.mark.parametrize(
    ("writing", "title"),
    [
        (
            "NOUVELLE PROPOSITION POUR ACHAT D'UN GARAGE Monsieur le Maire rappelle",
            "NOUVELLE PROPOSITION POUR ACHAT D'UN GARAGE",
        ),
        (
            "Étude et Proposition de révision des tarifs Monsieur le Maire",
            "Étude et Proposition de révision des tarifs",
        ),
        ("Exercice 2018 – Vote des taux d'imposition Vu le Code", "Exercice 2018 – Vote des taux d'imposition"),
        ("Budget annexe - Vote du budget primitif Vu le Code", "Budget annexe - Vote du budget primitif"),
        ("Cession d'un terrain rue Basse Proposition de la commission : vendre", "Cession d'un terrain rue Basse"),
        ("Cession d'un terrain rue Basse Vote du conseil : 12 pour", "Cession d'un terrain rue Basse"),
        ("Cession d'un terrain rue Basse Vote : 12 pour", "Cession d'un terrain rue Basse"),
    ],
)
def test_a_vote_and_a_proposal_may_be_what_a_title_tells(writing: str, title: str) -> None:
    assert title_of(writing) == title


@pytest.mark.parametrize(
    ("writing", "title"),
    [
        ("Convention avec le centre de gestion 12 votes pour", "Convention avec le centre de gestion"),
        ("Adhésion au syndicat des eaux 9 voix contre 3 voix pour", "Adhésion au syndicat des eaux"),
        ("Motion sur les finances locales 2 abstentions 10 pour", "Motion sur les finances locales"),
        ("Création de 4 postes pour l'été Monsieur le Maire", "Création de 4 postes pour l'été"),
        ("Tarifs de la salle\nLes tarifs sont revus.", "Tarifs de la salle"),
        ("Réfection du toit de l'école\nL'entreprise a remis son devis.", "Réfection du toit de l'école"),
        ("Vente d'un terrain à l'école\nLes Tilleuls\nMonsieur le Maire", "Vente d'un terrain à l'école Les Tilleuls"),
    ],
)
def test_the_vote_and_the_report_below_are_no_part_of_a_title(writing: str, title: str) -> None:
    assert title_of(writing).replace("\n", " ") == title


@pytest.mark.parametrize(
    "title",
    [
        "Dénomination de voies du lotissement Le Clos des Saules",
        "Avenant au bail du camping Les Pins Bleus",
        "Vente d'un lot à la SCI L'Orée du Bois",
        "Règlement de la micro-crèche Les Petits Loirs",
        "Achat d'une parcelle au lieu-dit La Croix Haute",
    ],
)
@pytest.mark.parametrize("report", ["Le Maire rappelle le projet.", "Vu le code,", "Approuvé à l'unanimité"])
def test_a_name_with_its_article_stays_in_the_title(title: str, report: str) -> None:
    assert title_of(f"{title} {report}") == title


@pytest.mark.parametrize(
    ("title", "report"),
    [
        ("Travaux du gymnase", "Le Département aide la commune."),
        ("Travaux au stade", "Les tarifs ont été revus."),
        ("Entretien du parc", "L'État verse une aide."),
        ("Toiture du foyer", "Les Entreprises ont répondu."),
    ],
)
def test_a_sentence_after_a_place_is_no_name_of_it(title: str, report: str) -> None:
    assert title_of(f"{title} {report}") == title


@pytest.mark.parametrize("place", ["de l'école", "de la salle", "du collège", "de la place", "de la rue", "du chemin"])
@pytest.mark.parametrize(
    "below",
    [
        "Le devis retenu s'élève à 48 500 € HT.",
        "Les travaux de la couverture sont prévus en mai.",
        "Dans le cadre de son programme, la commune a consulté.",
        "Par délibération du 4 mai, le conseil a décidé.",
        "Présentée par Mme Odile TARAVEL La couverture fuit.",
        "Rapporteur : Loïc EYMERY La couverture fuit.",
        "Pour : 12 Contre : 0",
        "Adoptée à l'unanimité",
        "Nomenclature : 7.5 Subventions",
        "(M. EYMERY) La couverture fuit.",
    ],
)
def test_no_place_is_called_what_follows_its_title(place: str, below: str) -> None:
    assert title_of(f"Réfection de la couverture {place} {below}") == f"Réfection de la couverture {place}"
