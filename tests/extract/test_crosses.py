"""Rolls as tables of crosses, counts that are no organ's, and the posting of minutes."""

import datetime as dt

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

NAMES = ("Gilles NERVAL", "Odile TARAVEL", "Jean-Philippe MORVANNEL", "Anne LERMINET", "Paul VERNIER", "Luc EYMERY")
DECIDED = (
    "1. RÉFECTION DU LAVOIR\nLe maire présente les devis reçus.\n"
    "Le conseil municipal, à l'unanimité, approuve le devis.\n"
)


def roll(space: str) -> str:
    head = f"Prénom NOM{space}Présent{space}Excusé{space}Absent\n"
    rows = (f"{name}{space}X" if space == " " else f"{name:<30}X" for name in NAMES)
    return f"COMMUNE DE MONTFLEURY\nCompte rendu du conseil municipal du 20 mars 2024\n{head}" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("space", [" ", "      "])
def test_a_cross_right_after_its_name_makes_nobody_absent(space: str) -> None:
    (act,) = extract(text_of(roll(space) + DECIDED)).records
    assert act.absent == ()


def test_the_voters_of_an_election_are_not_those_of_the_council() -> None:
    raw = roll(" ") + "Taux de participation 51,41 % soit 418 votants\n" + DECIDED
    assert extract(text_of(raw)).records[0].members.voting is None


@pytest.mark.parametrize(
    "label", ["Affichage du compte rendu", "Affichage du procès-verbal", "Date d'affichage", "Affiché le"]
)
def test_minutes_are_published_when_they_are_posted(label: str) -> None:
    raw = roll(" ") + f"Date de convocation : 13 mars 2024\n{label} : 2 avril 2024\n" + DECIDED
    assert extract(text_of(raw)).records[0].publication_date == dt.date(2024, 4, 2)
