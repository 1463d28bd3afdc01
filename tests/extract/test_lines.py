"""Headings that are lines of their own, in minutes of a fictional commune."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = """MAIRIE DE MONTFLEURY
Compte rendu de la réunion du Conseil Municipal du 2 décembre 2011
Présents : Mmes et Ms Loïc Eymery – Lucie Marande – Paul Orteil – Agathe Sorbiers.
Secrétaire de séance : M. Orteil
"""
FIRST = (
    "Travaux de la halle\nMonsieur le maire présente les devis.\n"
    "Le conseil municipal, à l'unanimité, décide de retenir le premier devis.\n"
)
LAST = "Tarifs de la cantine\nLe conseil municipal, à l'unanimité, fixe les tarifs à 4 €.\n"


def titles(text: str) -> list[str | None]:
    return [act.heading_value("title") for act in segment(normalise(text)).acts]


@pytest.mark.parametrize("heading", ["Vidéosurveillance", "Loyers 2012", "Signalétique", "Assainissement"])
def test_one_word_between_two_acts_is_a_heading(heading: str) -> None:
    act = f"{heading}\nLe conseil municipal, à l'unanimité, décide de lancer l'étude.\n"
    assert titles(HEAD + FIRST + act + LAST) == ["Travaux de la halle", heading, "Tarifs de la cantine"]


@pytest.mark.parametrize("word", ["Fournitures", "Investissement"])
def test_one_word_inside_a_sentence_is_no_heading(word: str) -> None:
    act = f"Le maire présente le chapitre\n{word}\nLe conseil municipal, à l'unanimité, décide de lancer l'étude.\n"
    assert word not in titles(HEAD + FIRST + act + LAST)


@pytest.mark.parametrize(
    "label", ["Public jeune : entrée dans la vie active", "Lot 1 bis : reprise de la toiture nord"]
)
def test_entries_of_a_list_are_no_headings(label: str) -> None:
    word = label.split()[0]
    entries = f"{label}\n{word} en insertion : recherche de la bonne solution\n{word} âgé : courses au pôle local\n"
    act = f"Extension du réseau\nVu les priorités :\n{entries}Considérant l'étude, le conseil municipal approuve.\n"
    assert titles(HEAD + FIRST + act + LAST) == ["Travaux de la halle", "Extension du réseau", "Tarifs de la cantine"]


@pytest.mark.parametrize("blank", ["\n", "\n\n", " \n \n"])
def test_a_heading_goes_on_in_small_letters_under_a_blank_line(blank: str) -> None:
    heading = (
        f"Transfert de la compétence relative au centre de santé intercommunal ainsi que ses{blank}annexes au syndicat"
    )
    act = f"{heading}\n\nVu la délibération du syndicat, le conseil municipal approuve à l'unanimité ce transfert.\n"
    assert " ".join(heading.split()) in [" ".join((title or "").split()) for title in titles(HEAD + FIRST + act + LAST)]


@pytest.mark.parametrize("heading", ["AVANCEMENT DE GRADE DE MADAME MAGALI VERT", "CONVENTION AVEC MONSIEUR PAUL NOIR"])
def test_a_person_after_a_preposition_is_of_the_heading(heading: str) -> None:
    act = f"{heading}\nLe conseil municipal, à l'unanimité, décide de créer le poste.\n"
    acts = f"{act}TARIFS DE LA CANTINE\nLe conseil municipal, à l'unanimité, fixe les tarifs à 4 €.\n"
    assert titles(HEAD + acts) == [heading, "TARIFS DE LA CANTINE"]


@pytest.mark.parametrize("row", ["VALVERT CONSEILS 31.25", "CŒUR DE VALSERINE 40,50"])
def test_a_row_of_figures_is_no_heading(row: str) -> None:
    act = (
        f"CHOIX DU BUREAU D'ETUDES\nMonsieur le Maire informe des réponses reçues :\nNORD-URBAIN 45 85 2\n{row}\n"
        "\nAprès en avoir délibéré, le conseil municipal à l'unanimité décide de retenir le premier.\n"
    )
    acts = f"{act}TARIFS DE LA CANTINE\nLe conseil municipal, à l'unanimité, fixe les tarifs à 4 €.\n"
    assert titles(HEAD + acts) == ["CHOIX DU BUREAU D'ETUDES", "TARIFS DE LA CANTINE"]


def test_a_heading_before_the_last_decision_heads_it_though_the_one_above_is_not_decided() -> None:
    told = "Contrat d'électricité\nMonsieur le maire propose de le vérifier avant de prendre une décision.\n"
    last = (
        "Festival de folklore\nLe conseil municipal décide de reconduire le spectacle avec l'association\n"
        "Fait à Montfleury, le 4 mai 2015\n"
    )
    assert titles(HEAD + FIRST + LAST + told + last)[-1] == "Festival de folklore"


def test_a_convention_with_the_prefecture_is_a_heading() -> None:
    act = (
        "Convention avec la Préfecture pour la télétransmission des actes\nDans le cadre d'ACTES, l'Etat propose.\n"
        "Le conseil municipal, après en avoir délibéré, décide de conclure la convention.\n"
    )
    assert titles(HEAD + FIRST + act + LAST)[1] == "Convention avec la Préfecture pour la télétransmission des actes"


@pytest.mark.parametrize("day", ["1er", "1°", "1”", "2"])
def test_the_day_of_the_previous_minutes_is_read_however_ocr_shows_it(day: str) -> None:
    assert titles(f"{HEAD}Compte rendu de la réunion du {day} avril 2016 adopté.\n{FIRST}{LAST}")[0] in (
        f"Compte rendu de la réunion du {day} avril 2016",
        f"Compte rendu de la réunion du {day.replace('”', chr(34))} avril 2016",
    )


@pytest.mark.parametrize(
    "report", ["En ouvrant la maison des chœurs", "En créant ce service", "En adhérant au syndicat"]
)
def test_a_gerund_opens_a_report(report: str) -> None:
    act = f"2. Subventions aux chorales {report}, la commune a aidé.\nLe conseil municipal approuve à l'unanimité.\n"
    first = "1. Travaux de la halle\nLe conseil municipal approuve à l'unanimité.\n"
    assert titles(HEAD + first + act) == ["Travaux de la halle", "Subventions aux chorales"]


@pytest.mark.parametrize("years", ["2010/2011", "2010 / 2011", "2022/2023"])
def test_two_years_are_no_number(years: str) -> None:
    found = titles(
        "Remboursement de caution\nLe conseil municipal, à l'unanimité, accepte de rembourser la caution de 250 €.\n\n"
        f"Tarifs de la cantine {years}\nLe conseil municipal, à l'unanimité, fixe le tarif de la cantine à 3 €.\n\n"
        "Acceptation de recettes\nLe conseil municipal, à l'unanimité, accepte la somme de 27,90 €.\n"
    )
    assert found[-2:] == [f"Tarifs de la cantine {years}", "Acceptation de recettes"]
