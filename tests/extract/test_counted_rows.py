"""A table of outcomes whose first column counts the acts, some numbers lost by the scanner; fictional texts."""

import pytest

from kg.extract.act import Mention
from kg.extract.officers import EXTRACTOR as OFFICERS
from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = (
    "COMPTE-RENDU SOMMAIRE DU CONSEIL MUNICIPAL DU 5 JUIN 2023 L'an deux mille vingt-trois, le cinq juin, le Conseil"
    " Municipal de Montfleury s'est réuni sous la présidence de Madame Anne ROUX, Maire. "
)
MATTERS = (
    "Vente du presbytère",
    "Adhésion à l'Union des villes portuaires",
    "Suppression d'emplois permanents",
    "Tarifs de la salle des fêtes",
    "Convention avec le club nautique",
    "Acquisition d'un terrain rue du Lac",
)


def rows(numbers: list[str], outcome: str = "ADOPTÉE À L'UNANIMITÉ") -> str:
    told = (f"{number} {matter} Rapporteur : Madame Anne ROUX, Maire de Montfleury {outcome}" for number, matter in
            zip(numbers, MATTERS, strict=True))  # fmt: skip
    return " ".join(part.strip() for part in told)


def headings(text: str) -> list[tuple[str | None, str | None]]:
    acts = segment(normalise(text)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize("lost", [[3], [3, 4], [2, 4]])
def test_a_lost_number_does_not_end_the_count(lost: list[int]) -> None:
    numbers = ["" if row in lost else f"{row + 1:02}" for row in range(6)]
    expected = [(number or None, matter) for number, matter in zip(numbers, MATTERS, strict=True)]
    assert headings(HEAD + rows(numbers)) == expected


def test_a_number_out_of_turn_is_none() -> None:
    numbers = ["01", "02", "03", "", "18", ""]
    assert [number for number, _ in headings(HEAD + rows(numbers))] == ["01", "02", "03", None, None, None]


def test_taking_note_is_no_label_of_the_next_number() -> None:
    text = HEAD + rows(["01", "02", "03", "04", "05", "06"], "PREND ACTE")
    assert [number for number, _ in headings(text)] == ["01", "02", "03", "04", "05", "06"]


def test_who_reports_is_no_title() -> None:
    for act in segment(normalise(HEAD + rows(["01", "02", "03", "04", "05", "06"], "PREND ACTE"))).acts:
        assert not str(act.heading_value("title")).startswith("Maire")
        reporters = [one for one in OFFICERS.read(act) if isinstance(one, Mention) and one.field == "rapporteur"]
        assert [one.value.name for one in reporters] == ["Anne ROUX"]
