"""Surnames cut at a hyphen, proxies that do not count, members who sit but for some items."""

import pytest

from kg.extract.attendance.marks import read_sitting
from kg.model import Proxy
from kg.text.view import normalise
from tests.extract.test_attendance import read as numbered
from tests.extract.test_rolls_in_rows import read


@pytest.mark.parametrize(
    "listed",
    [
        "Anne ROUX, Paul NOIR, Zoé VAL- MONT Luc BRUN, Max GRIS",
        "Anne ROUX, Paul NOIR, Zoé VAL- MONT, Luc BRUN, Max GRIS",
        "Anne ROUX, Paul NOIR,\nZoé VAL-\nMONT, Luc BRUN, Max GRIS",
        "Anne ROUX\nPaul NOIR\nZoé VAL- MONT\nLuc BRUN\nMax GRIS",
    ],
)
def test_a_surname_cut_at_its_hyphen(listed: str) -> None:
    present = read(f"Etaient présents : {listed}.\nEtaient absents : Guy BLEU")["present"]
    assert present == ["Anne ROUX", "Paul NOIR", "Zoé VAL-MONT", "Luc BRUN", "Max GRIS"]


@pytest.mark.parametrize(
    "listed", ["ROUX Anne- NOIR Paul- VERT Zoé- BRUN Luc", "Anne ROUX- Paul NOIR- Zoé VERT- Luc BRUN"]
)
def test_a_hyphen_between_members_joins_none(listed: str) -> None:
    present = read(f"Etaient présents : {listed}.\nAbsent : Guy BLEU")["present"]
    assert [sorted(str(name).split()) for name in present] == [
        sorted(name.split()) for name in ("Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN")
    ]


@pytest.mark.parametrize(
    "note",
    [
        "(non pris en compte)",
        "(pouvoir non valable)",
        "(procuration non comptabilisée)",
        ", pouvoir reçu hors délai",
        "(nul)",
        "(refusé)",
    ],
)
@pytest.mark.parametrize("join", ["\n", " "])
def test_a_proxy_that_does_not_count_leaves_its_giver_absent(note: str, join: str) -> None:
    text = join.join(
        (
            "Etaient présents : Anne ROUX, Paul NOIR, Zoé VERT",
            "Etaient absents :",
            "Luc BRUN pouvoir à Anne ROUX",
            f"Max GRIS pouvoir à Luc BRUN {note}",
            "Guy BLEU pouvoir à Zoé VERT",
            "La séance est ouverte à 20 h 10",
        )
    )
    fields = read(text)
    assert fields["proxies"] == [Proxy("Luc BRUN", "Anne ROUX"), Proxy("Guy BLEU", "Zoé VERT")]
    assert fields["absent"] == ["Max GRIS"]


@pytest.mark.parametrize(
    ("said", "but"),
    [
        ("(en dehors des points 12a et 13a)", {12, 13}),
        ("(hors délibérations 4, 5 et 6)", {4, 5, 6}),
        ("(à l'exception du point 5)", {5}),
        ("(absente au point n° 3)", {3}),
        ("(excepté aux points 7 et 8)", {7, 8}),
    ],
)
def test_who_sits_but_for_some_items(said: str, but: set[int]) -> None:
    assert read_sitting(normalise(said).folded).but == but


def test_who_is_away_for_some_items_only() -> None:
    assert read_sitting(normalise("(absent pour les points 3 et 4)").folded, away=True).items == {3, 4}
    assert read_sitting(normalise("(pour le point 12a et 13a)").folded, away=True).items == {12, 13}
    assert read_sitting(normalise("(absent)").folded, away=True).always


@pytest.mark.parametrize(
    "said",
    [
        "(présente jusqu'à la délibération n° 3)",
        "(présente jusqu'à la délibération n° 2023/02/09-03)",
        "(a siégé jusqu'au point 3)",
        "(à partir de la délibération n° 4)",
    ],
)
def test_who_gives_a_proxy_for_what_comes_after_she_left(said: str) -> None:
    here = "Présents : Mme Anne ROUX, M. Paul NOIR. "
    text = f"{here}Pouvoirs : Mme Zoé VERT {said} à Mme Anne ROUX ; M. Luc BRUN à M. Paul NOIR."
    late, early = (numbered(text, number=number) for number in ("2023-05", "2023-02"))
    assert [proxy.giver for proxy in late["proxies"]] == ["Zoé VERT", "Luc BRUN"]
    assert late["present"] == ["Anne ROUX", "Paul NOIR"]
    assert [proxy.giver for proxy in early["proxies"]] == ["Luc BRUN"]
    assert "Zoé VERT" in early["present"]


def test_who_gives_a_proxy_until_he_comes() -> None:
    assert read_sitting(normalise("(présent à partir du point 4)").folded, away=True).last == 3
    assert read_sitting(normalise("(présent à partir du point 4)").folded).first == 4


@pytest.mark.parametrize("given", ["a donné procuration", "donne pouvoir", "a remis son pouvoir"])
def test_proxies_told_after_the_agenda(given: str) -> None:
    text = (
        "Etaient présents : Mmes ROUX Anne, VERT Zoé et Mrs NOIR Paul, BRUN Luc. Excusés : BLEU Ida et GRIS Max. Absent"
        " : PERS Jean. Ordre du Jour : Choix de l'opérateur des logements du lotissement. Melle BLEU Ida"
        f" {given} à Mme ROUX Anne, Mr GRIS Max à Mme VERT Zoé. Mr le Maire présente les candidats."
    )
    fields = read(text)
    assert fields["proxies"] == [Proxy("BLEU Ida", "ROUX Anne"), Proxy("GRIS Max", "VERT Zoé")]
    assert fields["absent"] == ["PERS Jean"]


@pytest.mark.parametrize("misread", ["M4RT1NOT", "VALM0NT", "R0UXEL", "SCHM1TTER"])
@pytest.mark.parametrize("separator", [" - ", ", ", " – "])
def test_a_figure_read_for_a_letter_cuts_no_name(misread: str, separator: str) -> None:
    names = ["ROUX Anne", f"{misread} Bernard", "NOIR Paul", "VERT Zoé"]
    assert read(f"Membres présents (4) : {separator.join(names)}\n")["present"] == names


def test_a_figure_beside_a_name_is_no_part_of_it() -> None:
    assert read("Présents : 1 ROUX Anne, 2 NOIR Paul, 3 VERT Zoé, B12 BRUN Luc\n")["present"] == [
        "ROUX Anne",
        "NOIR Paul",
        "VERT Zoé",
        "BRUN Luc",
    ]


@pytest.mark.parametrize("misread", ["VALMONT1", "BERTUCC1", "ORTEL0"])
def test_a_figure_that_ends_a_surname_before_a_given_name_is_of_it(misread: str) -> None:
    fields = read(f"PRESENTS : MM. ROUX Anne, {misread} Jean-Paul, NOIR Paul. ABSENT : M. GRIS Max.")
    assert fields["present"] == ["ROUX Anne", f"{misread} Jean-Paul", "NOIR Paul"]


@pytest.mark.parametrize("misread", ["Jean-Lou1s", "Lou1s", "Mar1e"])
def test_a_figure_before_the_last_letter_of_a_given_name_is_of_it(misread: str) -> None:
    fields = read(f"Présents : M. Luc BRUN, M. {misread} PUJOL-VAL, Mme Anne ROUX. Absent : M. Max GRIS.")
    assert fields["present"] == ["Luc BRUN", f"{misread} PUJOL-VAL", "Anne ROUX"]


TORN = " Objet : les membres du conseil sont convo- qués par le prési- dent pour examiner les comptes budgé- taires."


@pytest.mark.parametrize(
    ("listed", "after", "expected"),
    [
        ("ROUX, LU- CHINI, NOIR, BRUN", TORN, ["ROUX", "LUCHINI", "NOIR", "BRUN"]),
        ("ROUX, LU- CHINI, NOIR, BRUN", " Objet : école", ["ROUX", "LU-CHINI", "NOIR", "BRUN"]),
        ("ROUX, VALS- MONT, NOIR, BRUN", TORN, ["ROUX", "VALS-MONT", "NOIR", "BRUN"]),
    ],
)
def test_a_syllable_of_a_surname_that_a_line_cuts_is_no_surname(listed: str, after: str, expected: list[str]) -> None:
    assert read(f"Présents : Mesdames et Messieurs {listed}.{after}")["present"] == expected
