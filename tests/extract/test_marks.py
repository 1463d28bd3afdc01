"""Marks of items in one line of text: codes after any word, figures alone, agendas of codes, the foot of a page."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 Le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire. Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. "
    "Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = "Vu le code. Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "


def heads(text: str) -> list[tuple[str | None, str | None]]:
    acts = segment(normalise(OPENING + text)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize("word", ["MUSEE MUNICIPAL", "BUDGET", "LOCATION DE LA VILLA"])
def test_a_code_stands_after_a_word_that_ends_as_a_reference_begins(word: str) -> None:
    text = f"20230403_001 VENTE DU LAVOIR {VOTED}{word} 20230403_002 ACHAT D'UNE BENNE {VOTED}"
    assert heads(text) == [("20230403_001", "VENTE DU LAVOIR"), ("20230403_002", "ACHAT D'UNE BENNE")]


def test_a_code_named_by_its_deliberation_is_a_reference() -> None:
    text = (
        "Départ de M. EYMERY après délibération 20230403_009- VENTE DU LAVOIR. "
        f"20230403_001 ACHAT D'UNE BENNE {VOTED}20230403_002 CHOIX D'UN NOM {VOTED}"
    )
    assert [number for number, _ in heads(text)] == ["20230403_001", "20230403_002"]


def test_figures_alone_head_items_where_each_is_decided() -> None:
    adopted = "Le Conseil, après en avoir délibéré, approuve le projet. Adopté. Pour : 9 voix (détails en annexe) "
    assert heads(f"Les points suivants. 1 Vente du lavoir communal. {adopted}2 Achat d'une benne. {adopted}") == [
        (None, "Vente du lavoir communal"),
        (None, "Achat d'une benne"),
    ]


def test_an_agenda_of_codes_is_left_out() -> None:
    entries = "".join(
        f"D2023_{n:03} Convention avec le groupement de communes et le syndicat numéro {n} " for n in range(2, 14)
    )
    text = f"ORDRE DU JOUR D2023_001 Approbation d'un règlement {entries}D2023 001 REGLEMENT DU LAVOIR {VOTED}"
    assert heads(text + f"D2023_002 CONVENTION DU LAVOIR {VOTED}") == [
        ("D2023 001", "REGLEMENT DU LAVOIR"),
        ("D2023_002", "CONVENTION DU LAVOIR"),
    ]


def test_a_place_in_the_agenda_with_two_levels_is_no_number() -> None:
    text = f"Dossier n°1-1 : Vente du lavoir {VOTED}Dossier n°1-2 : Achat d'une benne {VOTED}"
    assert heads(text) == [(None, "Vente du lavoir"), (None, "Achat d'une benne")]


@pytest.mark.parametrize("foot", ["PV CM 3 avril 2023 Page 2", "Compte rendu du conseil municipal 2/14", "Page 3"])
def test_the_foot_of_a_page_is_no_part_of_a_title(foot: str) -> None:
    text = f"Délibération n° 2023-01 : Vente du lavoir communal {foot} {VOTED}Délibération n° 2023-02 : Achat {VOTED}"
    assert heads(text)[0] == ("2023-01", "Vente du lavoir communal")


def test_words_that_speak_of_the_chair_are_no_title() -> None:
    text = f"Délibération n° 2023-01 M. le Maire procède à l'appel. {VOTED}Délibération n° 2023-02 Achat {VOTED}"
    assert heads(text)[0] == ("2023-01", None)


def test_the_minutes_that_a_title_names_are_no_foot_of_a_page() -> None:
    title = "Approbation du procès-verbal du conseil municipal du 6 mars 2023"
    text = f"Délibération n° 2023-01 : {title} {VOTED}Délibération n° 2023-02 : Achat {VOTED}"
    assert heads(text)[0] == ("2023-01", title)
