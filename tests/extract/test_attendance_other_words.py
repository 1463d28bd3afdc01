"""Attendance in other words: excuses in sentences, heads of two columns, communes on lines of their own."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

SITS = "Étaient présents : Anne ROUX, Paul NOIR, Zoé VERT, Luc BRUN.\n"
HERE = ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]


@pytest.mark.parametrize(
    "said",
    [
        "M. Max GRIS s'était excusé.",
        "M. Max GRIS s'est fait excuser.",
        "M. Max GRIS avait prévenu de son absence.",
        "M. Max GRIS a prié de l'excuser.",
        "M. Max GRIS n'a pu assister à la séance.",
    ],
)
def test_an_excuse_told_in_a_sentence_makes_nobody_present(said: str) -> None:
    fields = read(SITS + said)
    assert (fields["present"], fields["absent"]) == (HERE, ["Max GRIS"])


@pytest.mark.parametrize(
    "said",
    [
        "M. Max GRIS s'est excusé. M. Guy BLEU et Mme Ida ROSE avaient donné pouvoir respectivement à M. Paul NOIR et "
        "Mme Zoé VERT.",
        "Absent : Max GRIS.\nPouvoirs : de Guy BLEU à Paul NOIR, de Ida ROSE à Zoé VERT",
        "Membres absents ayant donné pouvoir | Membres ayant reçu pouvoir\nGuy BLEU | Paul NOIR\nIda ROSE | Zoé VERT\n"
        "Absent : Max GRIS",
        "Absents : Guy BLEU p/ Paul NOIR, Ida ROSE p/ Zoé VERT, Max GRIS",
        "Absents représentés :\n1. Guy BLEU (pouvoir à Paul NOIR)\n2. Ida ROSE (pouvoir à Zoé VERT)\nAbsent :\n"
        "1. Max GRIS",
        "Pouvoirs – Guy BLEU à Paul NOIR, Ida ROSE à Zoé VERT\nAbsent – Max GRIS",
        "| Pouvoirs | Guy BLEU à Paul NOIR, Ida ROSE à Zoé VERT |\n| Absents | Max GRIS |",
        "Absents : Guy BLEU ayant pour mandataire Paul NOIR, Ida ROSE ayant pour mandataire Zoé VERT, Max GRIS",
        "Absents : Guy BLEU (PV à Paul NOIR), Ida ROSE (PV à Zoé VERT), Max GRIS",
        "Absents : Guy BLEU (repr. par Paul NOIR), Ida ROSE (repr. Zoé VERT), Max GRIS",
        "Excusés : Guy BLEU (représenté Paul NOIR), Ida ROSE (représentée Zoé VERT), Max GRIS",
        "Excusés : M. Guy BLEU ; pouvoir donné à M. Paul NOIR. Mme Ida ROSE ; pouvoir à Mme Zoé VERT. M. Max GRIS.",
        "Ont donné pouvoir : Guy BLEU à Paul NOIR, Ida ROSE à Zoé VERT\nN'a pas donné pouvoir : Max GRIS",
        "Ont délégué leur vote : Guy BLEU à Paul NOIR, Ida ROSE à Zoé VERT\nN'était pas représenté : Max GRIS",
        "Pouvoirs\no Guy BLEU à Paul NOIR\no Ida ROSE à Zoé VERT\nAbsents\no Max GRIS",
        "Pouvoirs :\n✓ Guy BLEU à Paul NOIR\n✓ Ida ROSE à Zoé VERT\nAbsents :\n✓ Max GRIS",
    ],
)
def test_proxies_and_the_one_away(said: str) -> None:
    fields = read(SITS + said)
    assert fields["present"] == HERE
    assert fields["proxies"] == [Proxy("Guy BLEU", "Paul NOIR"), Proxy("Ida ROSE", "Zoé VERT")]
    assert fields["absent"] == ["Max GRIS"]


@pytest.mark.parametrize(
    "said",
    [
        "Absent : Max GRIS.\nAssistaient à la réunion : Mme Eva PRUNE, directrice, M. Yves BLANC, journaliste.",
        "Absent : Max GRIS.\nAssistait à la séance : Mme Eva PRUNE, secrétaire générale.",
        "Absent : Max GRIS.\nOnt assisté à la séance : Mme Eva PRUNE, M. Yves BLANC, services municipaux.",
    ],
)
def test_who_attends_after_the_members_is_none(said: str) -> None:
    fields = read(SITS + said)
    assert (fields["present"], fields["absent"]) == (HERE, ["Max GRIS"])


def test_who_attends_where_no_list_precedes_is_a_member() -> None:
    fields = read("Assistaient à la réunion : Anne ROUX, Paul NOIR, Zoé VERT, Luc BRUN.\nAbsent : Max GRIS")
    assert fields["present"] == HERE


@pytest.mark.parametrize("dash", ["–", "-", ":"])
def test_the_bodies_before_their_members_are_nobody(dash: str) -> None:
    fields = read(
        f"Délégués titulaires connectés : CC des Deux Sources {dash} Mme Anne ROUX, M. Paul NOIR. CC Haut-Val {dash} "
        "Mme Zoé VERT. Délégués suppléants connectés avec voix délibérative : M. Luc BRUN (CC Haut-Val). Excusé : "
        "M. Max GRIS. En exercice 5 – Connectés 4 – Votants 4"
    )
    assert (fields["present"], fields["absent"]) == (HERE, ["Max GRIS"])
    assert fields["members/present"] == [4]


def test_all_but_one_names_who_is_away() -> None:
    fields = read(
        "Tous les conseillers étaient présents à l'exception de M. Guy BLEU, qui a donné pouvoir à M. Paul NOIR, et de "
        "M. Max GRIS, excusé."
    )
    assert (fields["proxies"], fields["absent"]) == ([Proxy("Guy BLEU", "Paul NOIR")], ["Max GRIS"])


@pytest.mark.parametrize("town", ["Valbrun", "Saint-Prix", "Le Val d'Oriol", "Commune de Mareuil"])
def test_a_commune_on_its_own_line_is_of_no_name(town: str) -> None:
    fields = read(f"Étaient présents :\nOrlhac\nAnne ROUX, Paul NOIR\n{town}\nZoé VERT, Luc BRUN\nAbsent : Max GRIS")
    assert fields["present"] == HERE


@pytest.mark.parametrize("line", ["Marie-Anne", "Jean", "Anne"])
def test_a_given_name_on_its_own_line_is_no_commune(line: str) -> None:
    fields = read(f"Étaient présents :\nOrlhac\nAnne ROUX, Paul NOIR,\n{line}\nVERT, Luc BRUN\nAbsent : Max GRIS")
    assert any(line.split("-")[0] in str(name) for name in fields["present"])


@pytest.mark.parametrize("name", ["Luc de BRUN", "Luc-Henri de BRUN", "Mme de BRUN"])
def test_a_particle_stays_with_its_name(name: str) -> None:
    fields = read(SITS + f"Pouvoirs : {name} à Paul NOIR, Ida ROSE à Zoé VERT")
    giver = name.removeprefix("Mme ")
    assert fields["proxies"][0] == Proxy(giver, "Paul NOIR")


@pytest.mark.parametrize("bullet", ["✓", "o", "-", "•"])
def test_bullets_before_names_are_no_answers(bullet: str) -> None:
    lines = "".join(f"{bullet} {name}\n" for name in (*HERE, "Max GRIS", "Eva LEBLANC"))
    assert read(f"Présents :\n{lines}Absent : Guy BLEU")["present"] == [*HERE, "Max GRIS", "Eva LEBLANC"]


@pytest.mark.parametrize("dash", ["–", "-"])
def test_a_place_behind_a_dash_is_no_member(dash: str) -> None:
    places = ("Valbrun", "Saint-Prix", "Orlhac", "Le Val")
    sent = ", ".join(f"{name} {dash} {place}" for name, place in zip(HERE, places, strict=True))
    assert read(f"Étaient présents : {sent}\nAbsent : Max GRIS")["present"] == HERE


@pytest.mark.parametrize("dash", ["–", "-"])
def test_members_whom_dashes_part_are_members(dash: str) -> None:
    names = ["Anne Roux", "Paul Noir", "Zoé Vert", "Luc Brun"]
    assert read(f"Étaient présents : {f' {dash} '.join(names)}\nAbsent : Max Gris")["present"] == names


def test_the_commune_of_the_first_column_before_given_names() -> None:
    towns = ("Valbrun", "Saint-Prix", "Orlhac", "Mareuil", "Gilval")
    rows = "\n".join(f"{town} {name} X" for town, name in zip(towns, (*HERE, "Max GRIS"), strict=True))
    assert read(f"COMMUNE TITULAIRE PRÉSENT EXCUSÉ\n{rows}")["present"] == [*HERE, "Max GRIS"]
