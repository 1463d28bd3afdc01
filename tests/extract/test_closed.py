"""Summaries whose acts are a title and a vote, in layouts of fictional communes."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Page, Record, Source, Span, Text

HEAD = """COMMUNE DE MONTFLEURY
Compte-rendu du Conseil municipal
Séance publique du lundi 25 juillet 2011

Présents :
Lucie MARANDE, Paul ORTEIL, Agathe SORBIERS, Loïc EYMERY, Jeanne VALMONT-BRIE.
Absents :
Zoé VERT, Max GRIS

"""
TITLES = [
    "Vente du presbytère",
    "Garantie d'emprunt de 12 000,50 € à la société Bellecombe",
    "Rapport annuel du service des eaux",
    "Convention avec l'office du tourisme",
    "Tarifs des salles communales",
    "Création d'un emploi d'agent",
    "Subventions aux associations sportives",
]


def records(text: str) -> tuple[Record, ...]:
    source = Source("pv.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    return extract(Text(source, text, (Page(1, Span(0, len(text))),))).records


@pytest.mark.parametrize(
    "vote",
    [
        "Pour : 27\nAdopté à l'unanimité\n\n",
        "\nAdoptée à l'unanimité des suffrages exprimés\n\n",
        "Vote : unanimité\n\n",
        "\nVotes pour : 20\nVotes contre : 5\nAbstentions : 2\n\n",
        "Le Conseil municipal prend acte.\n\n",
    ],
)
def test_the_paragraph_above_a_vote_is_the_title(vote: str) -> None:
    found = records(HEAD + "".join(f"{title}\n{vote}" for title in TITLES))
    assert [record.title for record in found] == TITLES


@pytest.mark.parametrize(
    "between",
    [
        "Voirie et espaces verts\n\n",
        "Messieurs ORTEIL et EYMERY sortent de la séance.\n\n",
        "Cohésion sociale\n\nMme MARANDE quitte la salle\net donne procuration à M. EYMERY.\n",
        "Paul\nORTEIL\n\nLoïc\nEYMERY\n\n12\n\n13\n\n",
    ],
)
def test_sections_and_those_who_come_and_go_are_no_title(between: str) -> None:
    found = records(HEAD + "".join(f"{between}{title}\nPour : 27\nAdopté à l'unanimité\n\n" for title in TITLES))
    assert [record.title for record in found] == TITLES


@pytest.mark.parametrize("stop", [" ", ". ", " - ", ") "])
def test_the_first_columns_of_a_row_are_who_reports_and_a_place(stop: str) -> None:
    rows = [f"Paul ORTEIL {place}{stop}{title}\nPour : 27\nAdopté\n\n" for place, title in enumerate(TITLES, 1)]
    found = records(HEAD + "".join(rows))
    assert [record.title for record in found] == TITLES
    assert {record.rapporteur and record.rapporteur.name for record in found} == {"Paul ORTEIL"}
    assert {record.number for record in found} == {None}


def test_a_column_that_a_narrow_page_breaks_names_who_reports() -> None:
    rows = [f"Lucie \nMARANDE\n{place} {title}\nPour : 27\nAdopté\n\n" for place, title in enumerate(TITLES, 1)]
    assert {r.rapporteur and r.rapporteur.name for r in records(HEAD + "".join(rows))} == {"Lucie MARANDE"}


def test_a_name_that_no_list_holds_reports_nothing() -> None:
    rows = [f"Place NEUVE {place}. {title}\nPour : 27\nAdopté\n\n" for place, title in enumerate(TITLES, 1)]
    assert {record.rapporteur for record in records(HEAD + "".join(rows))} == {None}


def test_the_last_sentence_of_a_report_is_no_title() -> None:
    report = "Monsieur le Maire expose que des devis sont arrivés.\nLa commission propose de retenir le premier.\n"
    text = "".join(f"{title}\n{report}Adopté à l'unanimité\n\n" for title in TITLES)
    assert not any("commission" in (record.title or "") for record in records(HEAD + text))


@pytest.mark.parametrize("vote", ["Pour : 27", "Contre : 3", "Abstention : néant", "POUR : 8"])
def test_a_vote_on_the_line_of_the_title_ends_it(vote: str) -> None:
    rows = [
        f'{place}. {title} "Les Oseraies" {vote}\nAdopté à la majorité\n\n' for place, title in enumerate(TITLES, 1)
    ]
    assert [record.title for record in records(HEAD + "".join(rows))] == [f'{title} "Les Oseraies"' for title in TITLES]


def test_the_surname_of_a_member_alone_is_no_title() -> None:
    rows = [f"Jeanne\nVALMONT-\nBRIE,\n\n{title}\nPour : 27\nAdopté à l'unanimité\n\n" for title in TITLES[2:6]]
    assert [record.title for record in records(HEAD + "".join(rows))] == TITLES[2:6]
