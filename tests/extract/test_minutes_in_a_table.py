"""Minutes that are one table of a Word file: who reports, the place in the agenda, the subject and its vote."""

from pathlib import Path

import pytest

from kg.extract import extract
from kg.extract.layout.words import NOT_AN_ACT
from kg.model import Record
from kg.reading import read
from kg.text.view import normalise
from tests.reading.test_other_formats import docx

HEAD = (
    "Ville de Belmorin",
    "Compte-rendu du conseil municipal",
    "Séance publique du lundi 3 octobre 2022",
    "Présents :",
    "Odile MARCHENOIR, Joel TESSIER, Anne-Lise BROCHARD, Gaëtan OSTY, Rémi FALGUET, Louise CASSERAN",
    "Absents :",
    "Marthe DUQUESNEL",
)
VOTES = ("Pour : 6\nContre : /\nAdopté à l'unanimité", "Pour : 5\nContre : 1\nAbstention : /\nAdopté à la majorité")
ROWS = (
    ("Odile MARCHENOIR", "1", f"Modification du règlement intérieur du conseil municipal\n{VOTES[0]}"),
    ("", "", "Monsieur Osty sort de séance."),
    ("Joël TESSIER", "2", f"Convention de partenariat avec l'association des archers\n{VOTES[1]}"),
    ("Anne-Lise BROCHARD", "3", f"Attribution de subventions aux associations sportives\n{VOTES[0]}"),
    ("Gaetan OSTY", "4", f"Acquisition de la parcelle cadastrée AB 12\n{VOTES[0]}"),
)


def paragraphs(words: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in words.split("\n"))


@pytest.fixture
def records(tmp_path: Path) -> tuple[Record, ...]:
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraphs(cell)}</w:tc>' for cell in row)}</w:tr>" for row in ROWS)
    return extract(read(docx(tmp_path, paragraphs("\n".join(HEAD)) + f"<w:tbl>{rows}</w:tbl>"))).records


def test_each_subject_is_a_record(records: tuple[Record, ...]) -> None:
    assert [record.title for record in records] == [row[2].partition("\n")[0] for row in ROWS if row[1]]


def test_the_first_column_reports_whatever_accents_it_has(records: tuple[Record, ...]) -> None:
    said = [record.rapporteur.name if record.rapporteur else None for record in records]
    assert said == [row[0] for row in ROWS if row[1]]


def test_each_vote_is_that_of_its_cell(records: tuple[Record, ...]) -> None:
    votes = [record.vote for record in records if record.vote]
    assert [(vote.for_, vote.against, vote.unanimous) for vote in votes] == [
        (6, 0, True), (5, 1, False), (6, 0, True), (6, 0, True)
    ]  # fmt: skip


@pytest.mark.parametrize("listed", ["Titulaires : ", "Titulaire :    ", "Suppléantes : "])
def test_those_who_are_appointed_are_no_title(listed: str) -> None:
    view = normalise(f"{listed}Odile MARCHENOIR - Joël TESSIER\n")
    assert NOT_AN_ACT.match(view.folded)


@pytest.mark.parametrize("title", ["Titulaires et suppléants du syndicat des eaux", "Titularisation d'un agent"])
def test_an_appointment_may_be_a_title(title: str) -> None:
    assert not NOT_AN_ACT.match(normalise(title).folded)
