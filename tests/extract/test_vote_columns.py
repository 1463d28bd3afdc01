"""Votes in columns and cells, and in the words of other secretaries."""

from typing import Any

import pytest

from kg.extract.vote import EXTRACTOR
from tests.extract.test_examples import read_fields

DECIDED = "Après en avoir délibéré, le Conseil municipal décide d'acquérir un tracteur.\n"


def read(writing: str) -> dict[str, Any]:
    return {field.removeprefix("vote/"): value for field, value in read_fields(EXTRACTOR, writing).items()}


@pytest.mark.parametrize(
    "table",
    [
        "En exercice Présents Votants Pour Contre Abstention\n15 9 9 7 1 1",
        "Présents Pouvoirs Suffrages exprimés Pour Contre Abstentions 8 1 9 7 1 1",
        "Votants Pour Contre Abstention\n9 7 1 1",
        "| Pour | 7 |\n| Contre | 1 |\n| Abstention | 1 |",
        "| Pour | Contre | Abstention |\n| 7 | 1 | 1 |",
        "POUR…7 CONTRE…1 ABSTENTION…1",
        "Pour : 7 Contre : 1 Abs : 1",
    ],
)
@pytest.mark.parametrize("flat", [False, True])
def test_figures_go_with_their_columns(table: str, flat: bool) -> None:
    fields = read(" ".join((DECIDED + table).split()) if flat else DECIDED + table)
    assert (fields["for"], fields["against"], fields["abstention"]) == (7, 1, 1)


@pytest.mark.parametrize(
    "none", ["Pour 9 Contre / Abstention /", "Pour 9, Contre -, Abstention -", "Pour : 9 Contre : / Abstention : /"]
)
def test_a_dash_beside_a_dash_is_none(none: str) -> None:
    fields = read(DECIDED + none)
    assert (fields["for"], fields["against"], fields["abstention"]) == (9, 0, 0)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Le Conseil municipal décide, à l'unanimité, de reporter ce point à la prochaine séance.", "deferred"),
        ("Le Conseil municipal décide, à la majorité des présents, d'ajourner cette question.", "deferred"),
        ("Le Conseil municipal refuse, à l'unanimité des présents, la proposition.", "rejected"),
        ("Le Conseil municipal, à l'unanimité, décide de ne pas donner suite à cette demande.", "rejected"),
        ("Le Conseil municipal, à l'unanimité, décide de reporter l'excédent de 4 000 € au budget.", "adopted"),
        ("Le Conseil municipal décide, à l'unanimité, de refuser toute publicité sur le stade.", "adopted"),
        ("Le Conseil municipal, à l'unanimité, décide de donner suite à cette demande.", "adopted"),
    ],
)
def test_what_is_put_off_or_turned_down(said: str, outcome: str) -> None:
    assert read(said)["outcome"] == outcome


@pytest.mark.parametrize("said", ["par 8 voix sur 9,\n", "à la majorité de 8 voix,\n", "par huit voix, "])
def test_voices_that_carried_it(said: str) -> None:
    assert read(f"Après en avoir délibéré, le Conseil municipal, {said}DÉCIDE d'acquérir un tracteur.")["for"] == 8


@pytest.mark.parametrize(
    "who", ["les élus du groupe « Ensemble »", "le groupe « Ensemble »", "les conseillers de la liste Ensemble"]
)
def test_members_of_a_group_that_votes_against(who: str) -> None:
    fields = read(f"{DECIDED}Pour : 7\nContre : 2 ({who} : Luc VALMONT, Ida ARNEL)")
    assert fields["against_names"] == ["Luc VALMONT", "Ida ARNEL"]
