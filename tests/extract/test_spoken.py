"""Debates told word for word: the heading goes on until the first who speaks, and that one reports."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Page, Record, Source, Span, Text

HEAD = """COMMUNE DE MONTFLEURY
Procès-verbal du conseil municipal du 3 avril 2014
Présents : Loïc EYMERY, Lucie MARANDE, Paul ORTEIL, Agathe SORBIERS, Jeanne VALMONT-BRIE.
Secrétaire de séance : Paul ORTEIL.
"""
SPEECH = "Cette opération a été engagée l'an dernier avec la société.\nPour : 12\nAdopté à l'unanimité\n"


def records(text: str) -> tuple[Record, ...]:
    source = Source("pv.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    return extract(Text(source, text, (Page(1, Span(0, len(text))),))).records


def minutes(heading: str, speaker: str) -> str:
    return (
        f"{HEAD}1 - Vente du presbytère\nLoïc EYMERY : {SPEECH}2 - {heading}\n{speaker} {SPEECH}"
        f"3 - Tarifs de la cantine\nLoïc EYMERY : {SPEECH}"
    )


@pytest.mark.parametrize("speaker", ["Lucie MARANDE :", "Jeanne VALMONT-BRIE :\n"])
@pytest.mark.parametrize(
    "heading",
    [
        "Quartier des Oseraies (3ème tranche) Agrément de candidature\nSociété Pierres Claires lot 1B1",
        "Grand Cœur\nOpération programmée de l'habitat\nAttribution de subventions",
        "Convention avec le département",
    ],
)
def test_a_heading_of_several_lines_ends_where_one_speaks(heading: str, speaker: str) -> None:
    found = records(minutes(heading, speaker))
    assert [record.title for record in found] == [
        "Vente du presbytère",
        " ".join(heading.split()),
        "Tarifs de la cantine",
    ]
    name = speaker.split(" :")[0]
    assert [r.rapporteur and r.rapporteur.name for r in found] == ["Loïc EYMERY", name, "Loïc EYMERY"]


@pytest.mark.parametrize(
    "told",
    [
        "Le projet a été présenté en commission. Il a été modifié depuis.",
        "Monsieur le Maire rappelle que la tranche est prête.",
        "Vu le code de l'urbanisme, vu le plan local.",
        "Arrivée de Monsieur Paul ORTEIL",
    ],
)
def test_a_report_before_the_first_speaker_is_not_of_the_heading(told: str) -> None:
    assert records(minutes(f"Quartier des Oseraies\n{told}", "Lucie MARANDE :"))[1].title == "Quartier des Oseraies"


def test_a_name_that_no_list_holds_ends_no_heading() -> None:
    found = records(minutes("Désignation des délégués", "Titulaires Élus NOIR :"))
    assert found[1].title == "Désignation des délégués"
    assert found[1].rapporteur is None


@pytest.mark.parametrize(
    "said", ["AFFAIRE RETIREE", "POINT AJOURNÉ", "DOSSIER REPORTÉ", "AFFAIRE RETIREE DE L'ORDRE DU JOUR"]
)
def test_an_item_of_which_only_its_withdrawal_is_printed_keeps_these_words(said: str) -> None:
    first, last = f"1 - Vente du lavoir\nLoïc EYMERY : {SPEECH}", f"3 - Tarifs de la cantine\nLoïc EYMERY : {SPEECH}"
    text = f"{HEAD}{first}2 - {said}\n{last}"
    assert [(r.title, r.vote.outcome) for r in records(text)][1] == (said, "deferred")
