"""Lists cut by a box beside them, by the foot of a page or by a stamp, and taken up again after it."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance import read

_HERE = ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN", "Guy BLEU"]


@pytest.mark.parametrize(
    "box",
    [
        "Date d'affichage : 19/11/2021",
        "Date de convocation : 3 mars 2021",
        "Date de la convocation : 03.03.2021 Date d'affichage : 04.03.2021",
        "En exercice : 8",
        "Nombre de conseillers en exercice : 8 Présents : 5 Votants : 6",
        "Présents : 5 Votants : 6",
        "Votants : 6",
        "Quorum : 5",
        "En exercice",
        "Nombre de membres",
        "En exercice 8 Présents 5 Votants 6",
        "Convocation du 12 mars 2024",
        "Publié le 12/03/2024",
        "Affichage : 12/03/2024",
        "Date convocation : 12/03/2024 Votants = 6",
        "Mairie de Montfleury - 1 place de la Halle - 01234 Montfleury - Tél. 04 00 00 00 00",
        "Hôtel de Ville – 2, place du Mail – 01234 VALBRUN – www.valbrun.example 1/4",
        "Accusé de réception en préfecture 001-200000001-20210304-12-DE Date de télétransmission : 05/03/2021",
    ],
)
@pytest.mark.parametrize("civil", [("", "", ""), ("M. ", "Mme ", "M. ")])
def test_a_list_goes_on_after_what_stands_beside_it(box: str, civil: tuple[str, str, str]) -> None:
    one, other, last = civil
    fields = read(
        f"Étaient présents : {other}Anne ROUX, {one}Paul NOIR, {box} {other}Zoé VERT, {one}Luc BRUN, {last}Guy BLEU. "
        "Procuration : Mme Ida ROSE à M. Paul NOIR. Absent : M. Max GRIS. Objet : école"
    )
    assert fields["present"] == _HERE
    assert fields["proxies"] == [Proxy("Ida ROSE", "Paul NOIR")]
    assert fields["absent"] == ["Max GRIS"]


@pytest.mark.parametrize("box", ["Date d'affichage : 19/11/2021", "En exercice : 8 Votants : 6", "En exercice 8"])
def test_members_without_separators_go_on_too(box: str) -> None:
    listed = f"ROUX Anne - NOIR Paul {box} VERT Zoé - BRUN Luc - BLEU Guy"
    assert len(read(f"Présents : {listed} Absent : GRIS Max")["present"]) == 5


@pytest.mark.parametrize("box", ["Absent : 1", "Pouvoirs : 1", "Procurations : 1", "Excusés : 1"])
def test_a_count_of_few_before_many_is_of_the_box(box: str) -> None:
    fields = read(
        f"Présents : Anne ROUX, {box} Paul NOIR, Zoé VERT, Luc BRUN, Guy BLEU. Absent : Max GRIS (pouvoir à Anne ROUX)."
    )
    assert fields["present"] == _HERE
    assert fields["proxies"] == [Proxy("Max GRIS", "Anne ROUX")]


@pytest.mark.parametrize("counted", ["Absent : 1 M. Max GRIS.", "Absents excusés : 2 M. Max GRIS, Mme Ida ROSE."])
def test_a_heading_with_its_count_is_no_box(counted: str) -> None:
    fields = read(f"Présents : Mme Anne ROUX, M. Paul NOIR, conseillers municipaux, {counted} Objet : école")
    assert fields["present"] == ["Anne ROUX", "Paul NOIR"]
    assert "Max GRIS" in fields["absent"]


def test_a_sentence_after_a_date_is_of_no_list() -> None:
    fields = read(
        "Présents : Mme Anne ROUX, M. Paul NOIR. Absent : M. Max GRIS Date de convocation : 3 mars 2021 "
        "Mme Anne ROUX ouvre la séance. M. Paul NOIR, rapporteur, présente le budget."
    )
    assert (fields["present"], fields["absent"]) == (["Anne ROUX", "Paul NOIR"], ["Max GRIS"])


@pytest.mark.parametrize("misread", ["B1SSON", "R0UXEL", "VALM0NT"])
def test_a_figure_read_for_the_second_letter(misread: str) -> None:
    names = ["Anne ROUX", f"Claudine {misread}", "Paul NOIR", "Zoé VERT"]
    assert read(f"Présents : Mme {names[0]}, Mme {names[1]}, M. {names[2]}, Mme {names[3]}.")["present"] == names
