"""Titles and names of collectivities that scanning spoilt or a page cut."""

from dataclasses import replace

import pytest

from kg.check.finding import Subject
from kg.check.headings import implausible_authority, implausible_title
from kg.model import Organisation, Page, Source, Span, Text
from tests.test_check import RIGHT

TEXT = Text(Source("acte.txt", "text/plain", "0" * 64), "", (Page(1, Span(0, 0)),))

READABLE = (
    "Vente du presbytère",
    "ADOPTION DU COMPTE RENDU DE LA SÉANCE DU 6 MARS 2017",
    "Adhésion au SDeau50 et au CNFPT (loi NOTRe)",
    "Transition vers la M57 : durées d'amortissement",
    "Achat de 3 m3 de sable et d'un appareil de mesure du CO2",
    "Décision modificative n°2 – BP 2023",
    "Qu'en est-il de la voirie ?",
    "Convention avec l'association « Les Amis du lavoir »",
)


@pytest.mark.parametrize("title", READABLE)
def test_a_title_that_can_be_read_is_left_alone(title: str) -> None:
    subject = Subject(replace(RIGHT, title=title, authority=Organisation(title)), TEXT)
    assert [*implausible_title(subject), *implausible_authority(subject)] == []


@pytest.mark.parametrize(
    "title",
    [
        "F?XATION D'UN TARIF DE VENTE",
        "SUBVENTION À LA C0MMUNE VOISINE",
        "CREATION DE POSTES - ArCROlSSFMENT SAISONNIER",
        "APPROBATIONDUCOMPTEDEGESTION DE LA VILLE",
        "rllBVRTIONS AUX ASSOCIATIONS",
        "M 49 - affectation de fonctionnen]j",
        "Vente du prtsbtrxtère",
    ],
)
def test_words_that_scanning_spoilt_are_told(title: str) -> None:
    subject = Subject(replace(RIGHT, title=title, authority=Organisation(title)), TEXT)
    assert [finding.field for finding in (*implausible_title(subject), *implausible_authority(subject))] == [
        "title",
        "authority",
    ]


@pytest.mark.parametrize(
    "title", ["Majoration due au titre des logements non affectés à", "Motion avec l'association des"]
)
def test_a_title_that_asks_for_another_word_is_told(title: str) -> None:
    (finding,) = implausible_title(Subject(replace(RIGHT, title=title), TEXT))
    assert finding.field == "title" and "coupé" in finding.message


def test_no_title_is_no_finding() -> None:
    subject = Subject(replace(RIGHT, title=None, authority=None), TEXT)
    assert [*implausible_title(subject), *implausible_authority(subject)] == []
