"""Members present, represented and absent, in the layouts that authorities use."""

from typing import Any

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.attendance import EXTRACTOR
from kg.model import Proxy, Substitution
from kg.text.view import normalise


def read(writing: str, number: str | None = None, place: int = 1, *, shared: bool = False) -> dict[str, list[Any]]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    heading = (Mention("number", number, (), "test"),) if number else ()
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), place, shared, heading)
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
        ("Élus en fonctions : 29 Élus à l'appel : 22 Mandats de vote : 4 SIÈGENT", {"in_office": 29, "proxies": 4}),
        ("Quorum atteint avec 11 élus représentés (minimum 7 élus représentés).", {}),
        ("Le quorum étant atteint (19 présents, 4 représentés), la séance est ouverte.", {"present": 19, "proxies": 4}),
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


def test_numbers_below_the_first_act_s_count_items_from_one() -> None:
    writing = "Présents : Anne ROUX, Paul NOIR (jusqu'à 22h40, point n°2). Absents : néant."
    assert read(writing, "24.1.50", 2, shared=True)["present"] == ["Anne ROUX", "Paul NOIR"]
    later = read(writing, "24.1.51", 3, shared=True)
    assert (later["present"], later["absent"]) == (["Anne ROUX"], ["Paul NOIR"])


@pytest.mark.parametrize(
    ("mark", "items"),
    [
        ("(DEL2024_001 à _003, _007)", {1, 2, 3, 7}),
        ("(pour les points 3 et 4)", {3, 4}),
        ("[QUESTION N°2]", {2}),
        ("(jusqu'à la question n°2)", {1, 2}),
        ("(sauf pour les questions n°/s 1, 3)", {2, 4, 5, 6, 7, 8}),
        ("(avant le point 3)", {1, 2}),
        ("(arrivée après la délibération n° 4)", {1, 2, 3, 4}),
        ("(à partir de la question 7)", {7, 8}),
    ],
)
def test_a_proxy_holds_for_some_items(mark: str, items: set[int]) -> None:
    writing = f"Présents : Anne ROUX, Paul NOIR. Pouvoirs : Mme Zoé VERT à Mme Anne ROUX {mark}. Le quorum est atteint."
    holds = {item for item in range(1, 9) if "proxies" in read(writing, f"2024-{item:03}")}
    assert holds == items


def test_a_member_in_two_lists_is_in_both_unless_a_limit_tells_them_apart() -> None:
    both = read("Présents : Anne ROUX, Zoé VERT. Pouvoirs : Mme Zoé VERT à Mme Anne ROUX. Secrétaire : Anne ROUX")
    assert (both["present"], both["proxies"]) == (["Anne ROUX", "Zoé VERT"], [Proxy("Zoé VERT", "Anne ROUX")])
    limited = read("Présents : Anne ROUX, Zoé VERT (arrivée à 19h12). Pouvoirs : Mme Zoé VERT à Mme Anne ROUX. Objet")
    assert "proxies" not in limited


def test_a_procuration_for_the_last_motion_leaves_a_member_present() -> None:
    fields = read(
        "Présents : Anne ROUX, Paul NOIR (a donné procuration à Anne ROUX pour la dernière motion), Zoé VERT."
    )
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT"]


def test_columns_of_surnames_and_given_names_are_paired() -> None:
    fields = read("PRESENTS : ROUX NOIR-BRUN LE VERT GRIS Anne Paul Jean-Luc Zoé ABSENTS EXCUSÉS : BLEU Guy Le quorum")
    assert fields["present"] == ["ROUX Anne", "NOIR-BRUN Paul", "LE VERT Jean-Luc", "GRIS Zoé"]
    assert fields["absent"] == ["BLEU Guy"]


def test_columns_of_different_lengths_name_nobody() -> None:
    assert "present" not in read("PRESENTS : ROUX NOIR BRUN VERT GRIS BLEU BLANC CLAIR Anne Paul Jean-Luc Le quorum")


def test_a_table_of_communes_and_members() -> None:
    rows = "VALBRUN ROUX Anne SAINT-PRIX NOIR Paul MORNAS BRUN Luc ORLE VERT Zoé CLERY GRIS Max VERNE BLANC Eve"
    fields = read(f"Présents : {rows} TILLY CLAIR Ida BREUIL BLEU Guy ORLE CYAN Léa Le quorum est atteint")
    assert fields["present"] == [
        *("ROUX Anne", "NOIR Paul", "BRUN Luc", "VERT Zoé", "GRIS Max", "BLANC Eve", "CLAIR Ida", "BLEU Guy"),
        "CYAN Léa",
    ]


def test_members_in_parentheses_after_their_commune() -> None:
    fields = read("Présents : ROUX Anne, NOIR Paul. Absents excusés : VALBRUN (VERT Zoé), SAINT-PRIX (BRUN Luc). Objet")
    assert fields["absent"] == ["VERT Zoé", "BRUN Luc"]


def test_a_column_of_places_before_that_of_holders() -> None:
    fields = read(
        "Présents : Anne ROUX, Paul NOIR, Max GRIS. Absents ayant donné procuration : Madame Zoé VERT Monsieur Luc BRUN"
        " Valbrun-sur-Orle Saint-Prix à Anne ROUX à Paul NOIR Secrétaire de séance : Max GRIS"
    )
    assert fields["proxies"] == [Proxy("Zoé VERT", "Anne ROUX"), Proxy("Luc BRUN", "Paul NOIR")]


def test_a_list_goes_on_over_the_end_of_a_page() -> None:
    head = "Procès-verbal de la séance du Conseil municipal du lundi 4 mars 2024"
    fields = read(
        f"{head} Présents : M. Paul NOIR, Mme Zoé VERT, Mme Anne 1 Ville de Valbrun {head} ROUX, M. Max GRIS,"
        " Mme Eve BLANC, M. Luc BRUN Le quorum est atteint."
    )
    assert fields["present"] == ["Paul NOIR", "Zoé VERT", "Anne ROUX", "Max GRIS", "Eve BLANC", "Luc BRUN"]


def test_a_stamp_within_a_list_is_not_read() -> None:
    fields = read(
        "Présents : M. Paul NOIR, Mme Zoé VERT, Envoyé en préfecture le 06/03/2024 Reçu en préfecture le 06/03/2024"
        " Affiché le ID : 099-219900012-20240304-D1-DE M. Max GRIS, Mme Eve BLANC. Le quorum est atteint."
    )
    assert fields["present"] == ["Paul NOIR", "Zoé VERT", "Max GRIS", "Eve BLANC"]


@pytest.mark.parametrize(
    ("writing", "present"),
    [
        ("Présents : MM. ROUX, VAL- MONT, NOIR, BRUN. Objet", ["ROUX", "VAL-MONT", "NOIR", "BRUN"]),
        (
            "Présents : Anne ROUX - Paul VAL - MONT - Zoé VERT - Max GRIS. Objet",
            ["Anne ROUX", "Paul VAL-MONT", "Zoé VERT", "Max GRIS"],
        ),
        ("Présents : Mme PAGE, M. NOIR, Mme VERT. Objet", ["PAGE", "NOIR", "VERT"]),
        ("Etaient présents : M. ROUX, Député-Maire, M. NOIR, Mme VERT, adjoints. Objet", ["ROUX", "NOIR", "VERT"]),
        ("sous la présidence de M. Jean-Pierre ROUX. Présents : ROUX JP, NOIR A.", ["ROUX JP", "NOIR A."]),
        (
            "sous la présidence de M. Paul VALMONT. Présents : M. Paul VALNIONT, Mme Zoé VERT.",
            ["Paul VALNIONT", "Zoé VERT"],
        ),
        ("Présents : MM. ROUX, NOIR. Absent : L'assemblée étant en nombre, le Maire ouvre.", ["ROUX", "NOIR"]),
    ],
)
def test_names_that_are_hard_to_tell(writing: str, present: list[str]) -> None:
    fields = read(writing)
    assert fields["present"] == present
    assert "absent" not in fields


@pytest.mark.parametrize(
    ("writing", "proxies", "absent"),
    [
        ("Absents excusés M. Max GRIS, Mme Zoé VERT Absent : M. Guy BLEU", [], ["Max GRIS", "Zoé VERT", "Guy BLEU"]),
        (
            "Absents excusés : Zoé VERT - Max GRIS Procurations Zoé VERT donne procuration à Anne ROUX",
            [Proxy("Zoé VERT", "Anne ROUX")],
            ["Max GRIS"],
        ),
        (
            "Pouvoirs : Madame M. VERT a donné pouvoir Monsieur P. NOIR. Absents : M. le représentant des Amis",
            [Proxy("M. VERT", "P. NOIR")],
            [],
        ),
        ("Absents : Zoé VERT, Max GRIS ********** 1 – Observation sur le budget", [], ["Zoé VERT", "Max GRIS"]),
        (
            "Absents : Zoé VERT (jusqu'au point 6), Guy BLEU.",
            [],
            ["Zoé VERT", "Guy BLEU"],
        ),
    ],
)
def test_headings_and_ends_of_those_away(writing: str, proxies: list[Proxy], absent: list[str]) -> None:
    fields = read(f"Présents : Anne ROUX, Paul NOIR, Luc BRUN. {writing}", "2024-001")
    assert fields.get("proxies", []) == proxies
    assert fields.get("absent", []) == absent


def test_who_sits_for_another_and_is_listed_by_surname_sits_once() -> None:
    fields = read("Présents : MM. ROUX, NOIR, BRUN. Absents : Monsieur Guy BLEU, représenté par son suppléant Luc BRUN")
    assert fields["present"] == ["ROUX", "NOIR", "Luc BRUN"]
    assert fields["substitutions"] == [Substitution("Luc BRUN", "Guy BLEU")]


@pytest.mark.parametrize(
    ("writing", "counts"),
    [
        (
            "Nombre de Conseillers Nombre de présents à l'ouverture de la séance Nombre de procurations"
            " Nombre de votants 7 MARS 2024 40 26 3 29",
            {"in_office": 40, "present": 26, "proxies": 3, "voting": 29},
        ),
        (
            "En exercice 41 Nombre d'absents non remplacés 8 Nombre de présents ; 33",
            {"in_office": 41, "absent": 8, "present": 33},
        ),
        ("Conseillers excusés : 3", {"absent": 3}),
        ("En exercice : 41. Quorum : la moitié du nombre des membres en exercice - 21", {"in_office": 41}),
        ("Le maire informe. 1 POUVOIR : Mme VERT", {"proxies": 1}),
    ],
)
def test_counts_in_columns_and_sentences(writing: str, counts: dict[str, int]) -> None:
    fields = read(writing)
    assert {f.removeprefix("members/"): v[0] for f, v in fields.items() if f.startswith("members/")} == counts


def test_the_count_that_closes_a_list_is_read_where_it_is_right() -> None:
    right = read("Conseillers présents : Anne ROUX, Paul NOIR, Zoé VERT (3), Conseillers absents : Luc BRUN (1).")
    assert (right["members/present"], right["members/absent"]) == ([3], [1])
    assert "members/present" not in read(
        "Conseillers présents : Anne ROUX, Paul NOIR, Zoé VERT (7), Absents : Luc BRUN."
    )


def test_a_count_from_beside_the_list_does_not_end_it() -> None:
    fields = read(
        "Étaient présents : M. ROUX, Maire\nPouvoir :\n1\nMME NOIR, M. BRUN, M\nGRIS, MME VERT, MME BLANC\n\nObjet"
    )
    assert fields["present"] == ["ROUX", "NOIR", "BRUN", "GRIS", "VERT", "BLANC"]
    assert "proxies" not in fields


@pytest.mark.parametrize("shown", ["tel que présenté.", "Projets présentés", "LE BUDGET EST PRÉSENTÉ"])
def test_what_is_shown_heads_no_list(shown: str) -> None:
    listed = "Présents : Anne ROUX, Paul NOIR. Le quorum est atteint.\nLe conseil approuve le compte"
    assert read(f"{listed} {shown}\n\nPoint n° 4 : Régie du Parking HAUT\n")["present"] == ["Anne ROUX", "Paul NOIR"]
    assert "present" not in read(f"Le conseil approuve le compte {shown}\n\nPoint n° 4 : Régie du Parking HAUT\n")


@pytest.mark.parametrize(
    ("writing", "counts"),
    [
        ("le quorum (28 conseillers présents sur 35 en exercice) est atteint", {"present": 28, "in_office": 35}),
        ("12 membres présents sur 15", {"present": 12, "in_office": 15}),
        ("19 élus municipaux présents sur 23", {"present": 19, "in_office": 23}),
        ("Etaient absents :\n\nCf page suivante.\n\nPage 1 sur 49\n", {}),
        ("Date : 28 juin 2Ol8 Pouvoirs\nM. Paul NOIR a donné pouvoir à Mme Anne ROUX", {}),
    ],
)
def test_counts_out_of_others_and_what_is_none(writing: str, counts: dict[str, int]) -> None:
    found = {field: values[0] for field, values in read(writing).items() if field.startswith("members/")}
    assert found == {f"members/{field}": value for field, value in counts.items()}
