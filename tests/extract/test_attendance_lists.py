"""Lists of those present in the many ways that secretaries write them: exact names, whatever follows the list."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.extract.attendance.sections import Section, told_before
from kg.text.names import name_key
from tests.extract.test_attendance import read as read_for
from tests.extract.test_attendance_generated import read

LISTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "attendance_wordings.toml").read_text(encoding="utf-8")
)["lists"]
# What follows the list: words, who gave a proxy, who is away.
TAILS: tuple[tuple[str, list[str], list[str]], ...] = (
    (" Absents : M. Guy BLANCHEPORT. Secrétaire de séance : Mme Anne VALMONT", [], ["blancheport guy"]),
    ("\nAbsents : M. Guy BLANCHEPORT\nSecrétaire de séance : Mme Anne VALMONT", [], ["blancheport guy"]),
    (
        " Absente excusée : Mme Ida ROSIERVAL (pouvoir à M. Luc FONTAINIER). Mme Anne VALMONT a été élue secrétaire.",
        ["ida rosierval"],
        [],
    ),
)
NOBODY: tuple[tuple[str, list[str], list[str]], ...] = (("\nSecrétaire de séance : Mme Anne VALMONT", [], []),)


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: str(listed["writing"])[:60])
def test_the_names_of_a_list(listed: dict[str, Any]) -> None:
    writing, names = listed["writing"], listed["names"]
    for tail, givers, away in NOBODY if "néant" in writing else TAILS:
        fields = read(writing + tail)
        assert sorted(map(name_key, fields["present"])) == sorted(map(name_key, names)), writing + tail
        assert [name_key(proxy.giver) for proxy in fields["proxies"]] == givers, writing + tail
        assert [name_key(name) for name in fields["absent"]] == away, writing + tail


def test_a_given_name_broken_at_its_hyphen() -> None:
    fields = read(
        "Etaient présents : M. Luc FONTAINIER, Mme Anne VALMONT. Etaient absents : M. Jean- Claude ORTEIL (pouvoir "
        "donné à M. Luc FONTAINIER), Mme Marie- Claude LE BRIEC, M. Guy BLANCHEPORT."
    )
    assert [name_key(proxy.giver) for proxy in fields["proxies"]] == ["claude jean orteil"]
    assert [name_key(name) for name in fields["absent"]] == ["briec claude le marie", "blancheport guy"]


def test_a_minimum_counts_nobody() -> None:
    fields = read("Présents : Anne VALMONT, Luc FONTAINIER. Quorum atteint avec 11 élus (minimum 7 élus représentés).")
    assert "members/proxies" not in fields


def test_lists_that_an_item_seems_to_cut_are_told_before_it() -> None:
    present, absent = Section("present", 0, 11, 58), Section("absent", 58, 76, 108)
    later = Section("absent", 300, 310, 340)
    assert told_before([present, absent, later], 40) == [present, absent]
    assert told_before([present, later], 40) == [present]


@pytest.mark.parametrize(
    "moved",
    [
        "Mme VALMONT est arrivée lors du 2ème point de l'ordre du jour.",
        "M. FONTAINIER arrive à 19 h.",
        "M. Luc FONTAINIER a rejoint la séance au point 3.",
        "Mme Anne VALMONT quitte la salle.",
    ],
)
def test_who_comes_or_goes_after_the_list_of_those_away(moved: str) -> None:
    fields = read(
        f"Etaient présents : Mme Anne VALMONT, M. Luc FONTAINIER\n\nEtait excusée : Mme Ida ROSIERVAL\n\n{moved}\n\n"
        "Le quorum est atteint."
    )
    assert fields["present"] == ["Anne VALMONT", "Luc FONTAINIER"]
    assert fields["absent"] == ["Ida ROSIERVAL"]


def test_communes_said_as_such_between_surnames() -> None:
    fields = read(
        "Présents : Commune d'Orle : Messieurs Valmont, Chabert Commune de Saint-Prix : Monsieur Boyer "
        "Commune du Val : Messieurs Orteil, Bernay Commune de St Martin sur Orle : Monsieur Artaud "
        "Commune de Mey : Madame Jourdan\n\n"
        "Pouvoirs : Monsieur Amblard a donné pouvoir à Monsieur Orteil"
    )
    assert fields["present"] == ["Valmont", "Chabert", "Boyer", "Orteil", "Bernay", "Artaud", "Jourdan"]


@pytest.mark.parametrize(
    "cut",
    [
        "Anne VALMONT, Luc FONTAINIER, Christiane\n\nORTEIL, Marc-Marie\nGUILVIN, Rose TULLIER, Jean-\nFrançois MERLE.",
        "VALMONT Anne, FONTAINIER Luc, ORTEIL\nChristiane, GUILVIN Marc-Marie, TULLIER Rose, MERLE Jean-\nFrançois.",
    ],
)
def test_a_name_that_the_end_of_a_line_cuts_between_commas(cut: str) -> None:
    names = ["anne valmont", "fontainier luc", "christiane orteil", "guilvin marc marie", "rose tullier"]
    assert [name_key(name) for name in read(f"Présents : {cut}")["present"]] == [*names, "francois jean merle"]


def test_lines_without_commas_are_one_name_each() -> None:
    assert read("Présents :\nAnne VALMONT\nChristiane\nORTEIL\nLuc MERLE\n")["present"][0] == "Anne VALMONT"


def test_initials_of_two_letters() -> None:
    fields = read("Présents : MM. et Mmes Ph. VALMONT, G. BELLOC, Ch. ORTEIL, J. Ph. MERLE. Absent : Th. ROUX")
    assert fields["present"] == ["Ph. VALMONT", "G. BELLOC", "Ch. ORTEIL", "J. Ph. MERLE"]
    assert fields["absent"] == ["Th. ROUX"]


@pytest.mark.parametrize("of", ["à l'unanimité des membres présents", "à la majorité absolue des conseillers présents"])
def test_those_who_vote_head_no_list(of: str) -> None:
    fields = read(f"Le conseil municipal, {of}, fixe comme suit les tarifs de 2026 :\n• Taxe communale\n• Eau\n")
    assert fields["present"] == []


@pytest.mark.parametrize(
    "said", ["était atteint (15 présents ; 6 pouvoirs)", "étant réuni (15 présents, 6 procurations)"]
)
def test_counts_beside_the_quorum(said: str) -> None:
    fields = read(f"Le quorum {said}, le maire ouvre la séance.")
    assert (fields["members/present"], fields["members/proxies"]) == ([15], [6])


def test_the_quorum_itself_counts_nobody() -> None:
    assert read("Quorum : 8 présents requis. Le maire ouvre la séance.")["members/present"] == []


_OPENED = "Présents : Anne ROUX, Paul NOIR, Zoé VERT. "


@pytest.mark.parametrize(
    "head", ["Arrivée en cours de séance", "Arrivés après l'ouverture de la séance", "Arrivée tardive"]
)
def test_who_arrives_with_a_clock_sits_throughout(head: str) -> None:
    fields = read(f"{_OPENED}{head} : M. Luc BRUN, à 10 h 25. Absent : Max GRIS")
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]
    assert fields["absent"] == ["Max GRIS"]


@pytest.mark.parametrize("said", ["(au point 3)", "(à partir du point 3)", "pour la délibération n° 3"])
@pytest.mark.parametrize(("number", "sits"), [("2", False), ("3", True)])
def test_who_arrives_for_an_item_sits_from_there(said: str, number: str, sits: bool) -> None:
    told = f"{_OPENED}Arrivé(e)s en cours de séance : M. Luc BRUN {said}. Absents : Max GRIS, Luc BRUN"
    assert ("Luc BRUN" in read_for(told, number)["present"]) is sits
