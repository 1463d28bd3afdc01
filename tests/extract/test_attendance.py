"""Members present, represented and absent, in the layouts that authorities use."""

from typing import Any

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.attendance import EXTRACTOR
from kg.model import Proxy, Substitution
from kg.text.view import normalise


def read(writing: str, number: str | None = None) -> dict[str, list[Any]]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    heading = (Mention("number", number, (), "test"),) if number else ()
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False, heading)
    fields: dict[str, list[Any]] = {}
    for reading in EXTRACTOR.read(act):
        if isinstance(reading, Mention):
            fields.setdefault(reading.field, []).append(reading.value)
    return fields


@pytest.mark.parametrize(
    ("writing", "present"),
    [
        (
            "Présents : Anne ROUX - Paul NOIR – Luc BRUN Secrétaire de séance : Luc BRUN",
            ["Anne ROUX", "Paul NOIR", "Luc BRUN"],
        ),
        (
            "Etaient présents : M. ROUX, Maire, Mmes NOIR et BRUN, Adjointes, M. GRIS, conseillers municipaux.",
            ["ROUX", "NOIR", "BRUN", "GRIS"],
        ),
        ("PRÉSENTS :\nAnne ROUX\nPaul NOIR\nLuc BRUN\n\nObjet : école", ["Anne ROUX", "Paul NOIR", "Luc BRUN"]),
        (
            "sous la présidence de M. JeanMax GRIS, Maire. Présents : Anne ROUX, Jean-Max GRIS, Paul NOIR.",
            ["Anne ROUX", "Jean-Max GRIS", "Paul NOIR"],
        ),
        (
            "Présents : ROUX Anne, NOIR Paul (Saint-Prix), DE BRUN Luc. Le quorum est atteint",
            ["ROUX Anne", "NOIR Paul", "DE BRUN Luc"],
        ),
        (
            "sous la présidence de M. Max GRIS, Maire. Présents : Anne ROUX, Paul NOIR.",
            ["Anne ROUX", "Paul NOIR", "Max GRIS"],
        ),
    ],
)
def test_lists_of_members_present(writing: str, present: list[str]) -> None:
    assert read(writing)["present"] == present


@pytest.mark.parametrize(
    ("writing", "proxies", "absent"),
    [
        ("Absents : Zoé VERT (procuration à Anne ROUX), Max GRIS", [Proxy("Zoé VERT", "Anne ROUX")], ["Max GRIS"]),
        (
            "Pouvoirs :\n- Mme Zoé VERT à Mme Anne ROUX\n- M. Max GRIS à M. Paul NOIR\nSecrétaire : Luc BRUN",
            [Proxy("Zoé VERT", "Anne ROUX"), Proxy("Max GRIS", "Paul NOIR")],
            [],
        ),
        (
            "Représentés : M. Max GRIS par M. Paul NOIR, Mme Zoé VERT par Mme Anne ROUX Absent : M. Guy BLEU",
            [Proxy("Max GRIS", "Paul NOIR"), Proxy("Zoé VERT", "Anne ROUX")],
            ["Guy BLEU"],
        ),
        (
            "Absent(es) ayant voté par procuration en vertu de l'article L 2121-20\ndu Code :\nZoé VERT, Max GRIS.",
            [Proxy("Zoé VERT"), Proxy("Max GRIS")],
            [],
        ),
        (
            "Excusés : Zoé VERT, Max GRIS. Pouvoirs : Zoé VERT a donné pouvoir à Anne ROUX",
            [Proxy("Zoé VERT", "Anne ROUX")],
            ["Max GRIS"],
        ),
        ("Absents : néant. Pouvoirs : néant. Secrétaire de séance : Anne ROUX", [], []),
    ],
)
def test_represented_and_absent(writing: str, proxies: list[Proxy], absent: list[str]) -> None:
    fields = read(f"Présents : Anne ROUX, Paul NOIR, Luc BRUN. {writing}")
    assert fields.get("proxies", []) == proxies
    assert fields.get("absent", []) == absent


def test_a_substitute_sits_and_whom_it_replaces_does_not() -> None:
    fields = read("Présents : Anne ROUX, Paul NOIR (suppléant de Luc BRUN).")
    assert fields["present"] == ["Anne ROUX", "Paul NOIR"]
    assert fields["substitutions"] == [Substitution("Paul NOIR", "Luc BRUN")]


@pytest.mark.parametrize(("number", "present"), [("2024-03", ["Anne ROUX"]), ("2024-04", ["Anne ROUX", "Paul NOIR"])])
def test_a_member_is_placed_for_each_item(number: str, present: list[str]) -> None:
    writing = "Présents : Anne ROUX, Paul NOIR (à partir de la délibération n° 4)."
    assert read(writing, number)["present"] == present


def test_a_clock_leaves_a_member_present() -> None:
    assert read("Présents : Anne ROUX, Paul NOIR (arrivé à 19h40).")["present"] == ["Anne ROUX", "Paul NOIR"]


@pytest.mark.parametrize(
    ("writing", "counts"),
    [
        ("Nombre de membres en exercice : 92", {"in_office": 92}),
        ("En exercice 27 Présents 22 Votants 26", {"in_office": 27, "present": 22, "voting": 26}),
        (
            "en exercice Présents Procurations Votants 27 20 3 23",
            {"in_office": 27, "present": 20, "proxies": 3, "voting": 23},
        ),
        ("Quorum : 22 présents sur 26", {"present": 22, "in_office": 26}),
    ],
)
def test_printed_counts(writing: str, counts: dict[str, int]) -> None:
    assert {field.removeprefix("members/"): values[0] for field, values in read(writing).items()} == counts


@pytest.mark.parametrize(
    ("writing", "present"),
    [
        ("27 élus étaient présents : Anne ROUX, Paul NOIR. Le quorum est atteint.", ["Anne ROUX", "Paul NOIR"]),
        (
            "Présents ROUX Anne NOIR Paul VERT Zoé BRUN Max Secrétaire de séance",
            ["ROUX Anne", "NOIR Paul", "VERT Zoé", "BRUN Max"],
        ),
        (
            "Etaient présents : Mme Anne ROUX, M. Paul NOIR de Valbrun sur Orle ; Mme Zoé VERT, M. Max BRUN,"
            " Mme Léa GRIS de Mornas – Saint-Prix.",
            ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Max BRUN", "Léa GRIS"],
        ),
    ],
)
def test_headings_and_places_around_members(writing: str, present: list[str]) -> None:
    assert read(writing)["present"] == present


def test_a_roll_call_is_a_list() -> None:
    answers = " ".join(f"{name} : présente" for name in ("Anne ROUX", "Zoé VERT", "Léa GRIS", "Eve BLANC", "Ida BRUN"))
    fields = read(f"{answers} Paul NOIR : absent, représenté par Anne ROUX Max CLAIR : absent")
    assert len(fields["present"]) == 5
    assert fields["proxies"] == [Proxy("Paul NOIR", "Anne ROUX")]
    assert fields["absent"] == ["Max CLAIR"]


def test_members_absent_and_not_represented_are_absent() -> None:
    fields = read("Présents : Anne ROUX. Absents non représentés : Paul NOIR.")
    assert fields["absent"] == ["Paul NOIR"]
    assert "proxies" not in fields


def test_a_count_of_present_or_represented_is_neither() -> None:
    assert read("Conseillers présents ou représentés : 38 Membres en exercice : 41") == {"members/in_office": [41]}
