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
