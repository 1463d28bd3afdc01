"""Rolls in rows, names before what is told of them, groups and columns, counts told late: layouts of attendance."""

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.officers import EXTRACTOR as OFFICERS
from kg.model import Proxy
from kg.text.names import find_names
from kg.text.view import normalise
from tests.extract.test_attendance import read

_SIX = ["ROUX Anne", "NOIR Paul", "BRUN Luc", "BLANC Eva", "OLIVE Guy"]


def test_a_row_for_each_member_with_a_word() -> None:
    fields = read(
        "NOM PRÉNOM PRÉSENCE POUVOIR À de VAL Jean Présent ROUX Anne Présente VERT Zoé Représentée ROUX Anne "
        "NOIR Paul Présent GRIS Max Absent BRUN Luc Présent EXPOSÉ Mesdames, Messieurs"
    )
    assert fields["present"] == ["de VAL Jean", "ROUX Anne", "NOIR Paul", "BRUN Luc"]
    assert fields["proxies"] == [Proxy("VERT Zoé", "ROUX Anne")]
    assert fields["absent"] == ["GRIS Max"]


def test_a_row_for_each_member_with_a_letter() -> None:
    fields = read(
        "P : présent A : absent E : excusé ROUX Anne P NOIR Paul P VERT Zoé A BRUN Luc P GRIS Max E BLANC Eva P "
        "OLIVE Guy P Le quorum est atteint."
    )
    assert (fields["present"], fields["absent"]) == (_SIX, ["VERT Zoé", "GRIS Max"])


@pytest.mark.parametrize(
    ("writing", "present"),
    [
        (
            "Conseillers présents : ROUX Anne X NOIR Paul X BRUN Luc X Secrétaire : X",
            ["ROUX Anne", "NOIR Paul", "BRUN Luc"],
        ),
        (
            "PRÉSENTS (3) ROUX Anne Maire - NOIR Paul 1er Adjoint - BRUN Luc ABSENTS (1) GRIS Max",
            ["ROUX Anne", "NOIR Paul", "BRUN Luc"],
        ),
        (
            "Présents : Groupe « Val et Mer » : Anne ROUX, Paul NOIR ; CC du Val : MM. Luc BRUN, Guy OLIVE.",
            ["Anne ROUX", "Paul NOIR", "Luc BRUN", "Guy OLIVE"],
        ),
        (
            "Présents :\nNOM Prénom Commune\n"
            "ROUX Anne Valbrun\nNOIR Paul Saint-Prix\nLE BRUN Luc Valbrun\nExcusé : Max GRIS",
            ["ROUX Anne", "NOIR Paul", "LE BRUN Luc"],
        ),
        (
            "Mme Anne ROUX, Maire, MM. Paul NOIR, Luc BRUN, adjoints, Guy OLIVE étaient présents. "
            "Max GRIS était absent.",
            ["Anne ROUX", "Paul NOIR", "Luc BRUN", "Guy OLIVE"],
        ),
        (
            "Commune de Valbrun :\n titulaires : Anne ROUX, Paul NOIR\n suppléant : Luc BRUN (remplace Zoé VERT)\n"
            "Commune de Saint-Prix :\n titulaires : Guy OLIVIER, Eva BLANC, Yves PINSON\n\nExcusé : Max GRIS",
            ["Anne ROUX", "Paul NOIR", "Luc BRUN", "Guy OLIVIER", "Eva BLANC", "Yves PINSON"],
        ),
    ],
)
def test_who_is_present_in_any_layout(writing: str, present: list[str]) -> None:
    assert read(writing)["present"] == present


@pytest.mark.parametrize(
    "writing",
    [
        "Présents : Anne ROUX, Paul NOIR. Zoé VERT et Guy OLIVE ont donné pouvoir respectivement à "
        "Anne ROUX et Paul NOIR.",
        "Présents : Anne ROUX, Paul NOIR. Pouvoirs : Zoé VERT et Guy OLIVE ont donné pouvoir respectivement à "
        "Anne ROUX et à Paul NOIR.",
        "Présents à l'ouverture 27\nPouvoirs 2\nA donné pouvoir : À :\n"
        "Mme Zoé VERT M. Anne ROUX\nM. Guy OLIVE M. Paul NOIR\n",
    ],
)
def test_givers_and_holders_in_their_order(writing: str) -> None:
    assert read(writing)["proxies"][-2:] == [Proxy("Zoé VERT", "Anne ROUX"), Proxy("Guy OLIVE", "Paul NOIR")]


def test_respectively_with_fewer_givers_than_holders_pairs_nobody() -> None:
    fields = read("Présents : Anne ROUX, Paul NOIR. Pouvoir : Zoé VERT donne respectivement à Anne ROUX et Paul NOIR.")
    assert Proxy("Zoé VERT", "Paul NOIR") not in fields.get("proxies", [])


def test_whose_proxy_is_over_sits() -> None:
    writing = "Présents : Anne ROUX, Paul NOIR. Pouvoirs : Zoé VERT à Anne ROUX jusqu'au point 2."
    assert "Zoé VERT" not in read(writing, "2")["present"]
    assert "Zoé VERT" in read(writing, "3")["present"]


@pytest.mark.parametrize(
    ("writing", "counts"),
    [
        ("En exercice : 9 Qui ont pris part à la délibération : 7", {"members/voting": 7}),
        ("Nombre de membres de la Commission : 11", {"members/in_office": 11}),
        ("Résultat : Votants 20 - Pour 14 - Contre 6", {"members/voting": 20}),
        (
            "25 élus siègent (7 procurations : A. ROUX) et 4 absents : Max GRIS",
            {"members/proxies": 7, "members/absent": 4},
        ),
    ],
)
def test_counts_wherever_they_stand(writing: str, counts: dict[str, int]) -> None:
    fields = read(writing)
    assert {field: fields[field][0] for field in counts} == counts


def test_a_count_that_closes_a_list_is_not_of_the_next() -> None:
    fields = read("Présents : Anne ROUX, Paul NOIR (2), Conseillers absents : Max GRIS, Zoé VERT, Eva BLANC")
    assert "members/absent" not in fields


@pytest.mark.parametrize(
    ("writing", "field", "name"),
    [
        (
            "Vu l'article L. 2121-15, VALMONT Girolama est désignée secrétaire de séance.",
            "secretary",
            "VALMONT Girolama",
        ),
        ("Mme Anne ROUX a bien voulu tenir la plume.", "secretary", "Anne ROUX"),
        ("Secrétariat de séance : Anne ROUX.", "secretary", "Anne ROUX"),
        ("M. Paul NOIR, Président, salue les élus. Il ouvre la séance.", "chair", "Paul NOIR"),
        ("Présidente : Anne ROUX\nSecrétaire : Paul NOIR", "chair", "Anne ROUX"),
    ],
)
def test_officers_told_in_other_words(writing: str, field: str, name: str) -> None:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False, ())
    read = {one.field: one.value.name for one in OFFICERS.read(act) if isinstance(one, Mention)}
    assert read.get(field) == name


def test_small_words_that_are_the_surname() -> None:
    names = [found.value for found in find_names("N. LE DU, A. ROUX, - de VALMONT Jeanne, M.-J. LE GUEN", listed=True)]
    assert names == ["N. LE DU", "A. ROUX", "de VALMONT Jeanne", "M.-J. LE GUEN"]
