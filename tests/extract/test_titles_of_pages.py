"""The title of an act alone on its page, in a text of one line: its label, what stands before it and what follows."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = (
    "République Française Département : Ardrès Mairie de Valmont L'an deux mille vingt-trois, le six février, le "
    "conseil municipal s'est réuni sous la présidence de M. Paul NOIR, maire. Présents : M. Paul NOIR, Mme Anne ROUX, "
    "M. Luc BRUN. Secrétaire de séance : Mme Anne ROUX. "
)
TAIL = " Le conseil municipal, après en avoir délibéré, à l'unanimité, approuve le projet présenté. Le maire, Paul NOIR"
TITLES = (
    "Réfection de la toiture de l'école",
    "Convention avec le Département pour l'entretien du pont",
    "Aménagement de la place de la République",
    "Tarifs de la salle",
    "Travaux dans le canton et transports scolaires de l'arrondissement",
)
REPORTS = (
    *("Vu le code général des collectivités territoriales,", "Considérant que le projet est prêt,"),
    *("Monsieur le Maire expose que le projet est prêt.", "Il est rappelé que le projet est prêt."),
    *("Exposé des motifs : le projet est prêt.", "Sur rapport de Mme Anne ROUX, vu le code,"),
    *("Rapporteur : M. Luc BRUN Vu le code,", "M. Luc BRUN, adjoint aux travaux, présente le projet."),
    "Madame, Monsieur, Chers collègues, le projet est prêt.",
)


def headed(raw: str) -> tuple[str | None, str | None]:
    acts = segment(normalise(raw)).acts
    assert len(acts) == 1
    return acts[0].heading_value("number"), acts[0].heading_value("title")


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_ends_with_a_place_or_names_a_department(title: str, report: str) -> None:
    assert headed(f"{HEAD}Délibération n° 2023-12 OBJET : {title} {report}{TAIL}") == ("2023-12", title)


@pytest.mark.parametrize("report", REPORTS[:5])
@pytest.mark.parametrize("label", ["Titre : ", "Sujet : ", "Objet de la délibération ", "OBJET : ", "Intitulé : "])
def test_the_label_is_no_word_of_the_title(label: str, report: str) -> None:
    for raw in (
        f"{HEAD}DCM N° 2023/16 {label}{TITLES[1]} {report}{TAIL}",
        f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS N° 2023/16 {HEAD}{label}{TITLES[1]} {report}{TAIL}",
    ):
        assert headed(raw) == ("2023/16", TITLES[1])


@pytest.mark.parametrize("report", REPORTS[:5])
@pytest.mark.parametrize(
    "number",
    ["N° 2023-12", "Délibération : 2023-12", "N° d'ordre : 2023-12", "Acte n° 2023-12", "DELIBERATION n° : 2023-12"],
)
def test_a_number_below_the_title(number: str, report: str) -> None:
    assert headed(f"{HEAD}OBJET : {TITLES[1]} {number} {report}{TAIL}") == ("2023-12", TITLES[1])


@pytest.mark.parametrize("report", REPORTS[:5])
def test_a_title_between_quotes_alone(report: str) -> None:
    head = HEAD.replace("Mairie", "Extrait du registre des délibérations n° 2023-12 Mairie")
    assert headed(f"{head}« {TITLES[3]} » {report}{TAIL}") == ("2023-12", TITLES[3])


@pytest.mark.parametrize(
    "title",
    (
        *("Travaux à l'école Madame de Sévigné", "Voirie : rue Le Corbusier", "Réfection de la place Vieille"),
        *("Vente d'un terrain rue Monsieur Loyal", "Aménagement de la salle Les Étoiles"),
    ),
)
def test_a_place_keeps_its_name(title: str) -> None:
    assert headed(f"{HEAD}Délibération n° 2023-12 OBJET : {title} Vu le code,{TAIL}") == ("2023-12", title)


def test_a_verb_is_no_label_of_a_number() -> None:
    head = HEAD.replace("Mairie", "Extrait du registre des délibérations Mairie") + "Le conseil peut délibérer."
    assert headed(f"{head} 20230206-11 OBJET : {TITLES[0]} {REPORTS[0]}{TAIL}") == ("20230206-11", TITLES[0])


@pytest.mark.parametrize(
    "letterhead",
    (
        *("SYNDICAT DES EAUX DE VALMONT Délibérations du comité syndical", "Communauté de communes du Val d'Orée"),
        *("CCAS DE VALMONT", "Syndicat mixte du Lys DÉLIBÉRATION DU COMITÉ SYNDICAL SÉANCE ORDINAIRE"),
    ),
)
def test_a_letterhead_between_the_number_and_the_sitting(letterhead: str) -> None:
    sitting = HEAD.partition("Valmont ")[2]
    head = f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS N° 2023-12 {letterhead} {sitting}"
    number, title = headed(f"{head}{TITLES[3]} de réunion {REPORTS[0]}{TAIL}")
    assert number == "2023-12"
    assert title in (None, f"{TITLES[3]} de réunion")


def test_a_body_that_a_title_deals_with() -> None:
    sitting = HEAD.partition("Valmont ")[2]
    title = "Syndicat des eaux de Valmont Désignation d'un délégué"
    raw = f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS N° 2023-12 {title} {sitting}{REPORTS[0]}{TAIL}"
    assert headed(raw) == ("2023-12", title)
