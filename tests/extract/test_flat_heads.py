"""The title of a single act in a text of one line, where neither « Objet : » nor a line break sets it apart."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = (
    "COMMUNE DE MONTFLEURY Délibération n° 2023-014 L'an deux mille vingt-trois, le trois avril à dix-huit heures, le "
    "Conseil Municipal s'est réuni sous la présidence de Madame Agathe SORBIERS, Maire. Présents : Mme SORBIERS, "
    "M. EYMERY Loïc, M. BRUN Paul. "
)
REPORT = (
    "Madame le Maire expose que la maison est vide. Après en avoir délibéré, le Conseil Municipal, à l'unanimité, "
    "APPROUVE la proposition. "
)


def title_of(text: str) -> str | None:
    (act,) = segment(normalise(text)).acts
    title = act.heading_value("title")
    return title if title is None else str(title)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Secrétaire de séance : M. EYMERY Loïc ", "Reconstruction du pont de la Vire : marché de travaux"),
        ("Absents : ", "Délibération fixant les indemnités de fonction des élus"),
        ("DOSSIER : ", "Maison des jeunes — convention d'objectifs 2023-2025"),
        ("Affaire : ", "Maison des jeunes — convention d'objectifs 2023-2025"),
        ("OBJET ", "Maison des jeunes — convention d'objectifs 2023-2025"),
        ("OBJET DE LA DÉLIBÉRATION ", "Maison des jeunes — convention d'objectifs 2023-2025"),
        ("Secrétaire : M. BRUN Paul. ", "Soutien aux festivals de la vallée"),
        ("Secrétaire : M. BRUN Paul. ", "Octroi d'une aide exceptionnelle aux sinistrés"),
    ],
)
def test_a_title_is_found_without_lines(before: str, title: str) -> None:
    assert title_of(HEAD + before + title + " " + REPORT) == title


@pytest.mark.parametrize("end", ["Madame le Maire expose", "Conseil du 3 avril 2023", "Le Conseil Municipal,"])
def test_what_may_follow_such_a_title(end: str) -> None:
    found = title_of(f"{HEAD}Secrétaire : M. BRUN Paul. Cession de la grange du bas {end} {REPORT}")
    assert found == "Cession de la grange du bas"


def test_two_possible_titles_are_no_answer() -> None:
    text = f"{HEAD}Vente de la grange Le maire sort. Achat d'une benne Le maire revient. {REPORT}"
    assert title_of(text) is None


def test_names_and_votes_in_capitals_are_no_title() -> None:
    assert title_of(f"{HEAD}Ont voté : LEBRETON, SAINT-AUBIN, DUMOULIN {REPORT}") is None
    assert title_of(f"{HEAD}Vote : UNE ABSTENTION MAJORITAIRE {REPORT}") is None


def test_the_day_of_the_sitting_is_no_title() -> None:
    text = f"Délibération n° 2023-014 Séance ordinaire du jeudi 6 avril 2023 {HEAD[46:]}{REPORT}"
    assert title_of(text) is None


@pytest.mark.parametrize("day", ["du 3 avril 2023 CONSEIL MUNICIPAL", "du lundi 3 avril 2023 SÉANCE ORDINAIRE"])
def test_whose_sitting_it_is_is_no_title(day: str) -> None:
    title = "VOIRIE – AMÉNAGEMENT DE LA PISTE DU VAL – CONVENTION AVEC LA RÉGION"
    text = (
        f"Délibération n° CM_2023_04_03_11 Conseil municipal {day} Membres en exercice 34 Membres présents 24 "
        f"{HEAD[46:]}Secrétaire de séance : M. BRUN Paul Affaire suivie par E. Caron ––– {title} ––– {REPORT}"
    )
    assert title_of(text) == title


@pytest.mark.parametrize("organ", ["COMMISSION PERMANENTE Réunion", "Commission permanente Séance", "BUREAU Réunion"])
@pytest.mark.parametrize("theme", ["CULTURE –", "CULTURE ET JEUNESSE -", "DÉVELOPPEMENT ÉCONOMIQUE –"])
def test_the_theme_in_capitals_goes_with_its_subject(organ: str, theme: str) -> None:
    title = f"{theme} Attribution d'aides et convention avec l'association Les Deux Rives – Années 2023-2025"
    text = f"Département de la Haute-Orle CP-2023-04-11 {organ} du 3 avril 2023 {title} {HEAD[46:]}{REPORT}"
    assert title_of(text) == title


@pytest.mark.parametrize("label", ["AFFAIRE N° 5 : ", "DOSSIER n°12 - ", "QUESTION N° 3 – "])
def test_the_place_in_the_agenda_labels_a_title_below_the_members(label: str) -> None:
    title = "Convention de partenariat avec la Caisse d'Allocations Familiales – Convention territoriale 2023-2026"
    text = f"{HEAD}Secrétaire de séance : M. BRUN Paul {label}{title} Mme Anne ROUX, adjointe, présente le rapport. "
    assert title_of(text + REPORT) == title


def test_the_meeting_of_a_commission_is_not_yet_its_members() -> None:
    title = "COLLÈGES PUBLICS - DOTATIONS COMPLÉMENTAIRES LIÉES À LA HAUSSE DU COÛT DES ÉNERGIES"
    text = (
        "DÉPARTEMENT DE LA HAUTE-ORLE EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DE LA COMMISSION PERMANENTE "
        f"RÉUNION DU 16 JUIN 2023 Rapport n° 4.07 Délibération n° CP-20230616-4.07 Direction des collèges {title} "
        "La Commission permanente s'est réunie le 16 juin 2023. Étaient présents : M. EYMERY Loïc, M. BRUN Paul. "
        f"{REPORT}"
    )
    assert title_of(text) == title
