"""Lists that a page without lines prints in one: offices and communes between the names, titles after them."""

import pytest

from kg.extract import attendance
from kg.extract.act import Act, Mention, Zone
from kg.model import Proxy
from kg.text.view import normalise


def read(writing: str, kind: str = "deliberation") -> dict[str, list[object]]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    told: dict[str, list[object]] = {}
    for one in attendance.read(Act(kind, whole, whole, whole.part(whole.end, whole.end), 1, False)):
        if isinstance(one, Mention):
            told.setdefault(one.field, []).append(one.value)
    return told


@pytest.mark.parametrize("office", ["Maire", "1er Adjoint", "Présidente", "2ème adjointe", "Conseillère municipale"])
def test_an_office_after_the_first_name_of_a_list_without_colon_ends_that_name(office: str) -> None:
    told = read(
        f"ÉTAIENT PRÉSENTS VALMONT Jeanne {office} ARNEL Luc 1er Adjoint TERRIER Zoé ORBAN Paul conseillers municipaux "
        "ÉTAIENT REPRÉSENTÉS MOREL Ida par ARNEL Luc ÉTAIENT ABSENTS PRADEL Noé SENEC Guy "
        "Les membres présents formant la majorité de ceux en exercice"
    )
    assert told["present"] == ["VALMONT Jeanne", "ARNEL Luc", "TERRIER Zoé", "ORBAN Paul"]
    assert told["proxies"] == [Proxy("MOREL Ida", "ARNEL Luc")]
    assert told["absent"] == ["PRADEL Noé", "SENEC Guy"]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("VALBRUN", "SAINT-PRIX", "LE VAL"), ("LA CHAPELLE D'ORLE", "ROCHE-SUR-ORLE", "ORLES")],
)
def test_communes_in_capitals_between_members_led_by_a_civility_are_of_no_name(
    first: str, second: str, third: str
) -> None:
    told = read(
        f"Présents : {first} M. Paul ORBAN Mme Jeanne VALMONT {second} M. Luc D'ARNEL {third} Mme Zoé TERRIER "
        f"M. Guy SENEC Pouvoir : Mme Ida MOREL ({second}) à M. Luc D'ARNEL. Secrétaire : M. Guy SENEC."
    )
    assert told["present"] == ["Paul ORBAN", "Jeanne VALMONT", "Luc D'ARNEL", "Zoé TERRIER", "Guy SENEC"]
    assert told["proxies"] == [Proxy("Ida MOREL", "Luc D'ARNEL")]


@pytest.mark.parametrize(
    "heading", ["I – EXPOSÉ DES MOTIFS", "EXPOSÉ DES MOTIFS", "Exposé du rapport", "1. Exposé préalable"]
)
def test_the_motives_end_the_list_of_those_away(heading: str) -> None:
    told = read(
        "Étaient présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER "
        f"Étaient absents ou excusés : Noé PRADEL, Guy SENEC {heading} Le programme soutient les études."
    )
    assert told["absent"] == ["Noé PRADEL", "Guy SENEC"]


@pytest.mark.parametrize(
    "before", ["n'ayant pu délibérer faute de quorum", "pour absence de quorum", "le quorum n'étant pas atteint"]
)
def test_those_of_a_sitting_without_quorum_are_not_counted(before: str) -> None:
    told = read(
        "Nombre de délégués : en exercice 18 présents 8 pouvoir 1 votants 9 Le Comité, convoqué le 7 mars, "
        f"{before} (7 délégués présents sur 18), a été de nouveau convoqué. Présents : Jeanne VALMONT, Luc ARNEL."
    )
    assert (told["members/in_office"], told["members/present"]) == ([18], [8])
    assert (told["members/proxies"], told["members/voting"]) == ([1], [9])


@pytest.mark.parametrize(
    ("opening", "sits"),
    [
        ("Le Conseil s'est réuni à la mairie sous la présidence de Mme Jeanne VALMONT, maire.", ["Jeanne VALMONT"]),
        ("Les membres se sont réunis sous la présidence de Madame Jeanne VALMONT.", ["Jeanne VALMONT"]),
        ("Président de séance : Jeanne VALMONT Secrétaire : Luc ARNEL", []),
    ],
)
def test_in_a_list_of_deliberations_sits_under_whom_the_members_met(opening: str, sits: list[str]) -> None:
    assert read(f"{opening} Délibérations examinées : 2023-14 Budget Adopté", "list").get("present", []) == sits


@pytest.mark.parametrize("heading", ["TITULAIRES PRÉSENTS", "Étaient présents", "DÉLÉGUÉS PRÉSENTS (5)"])
@pytest.mark.parametrize(
    "heads", ["Commune", "Communes Nom et Prénom", "COMMUNE DÉLÉGUÉS TITULAIRES", "Communes / Délégués"]
)
def test_heads_of_columns_stand_between_a_heading_without_colon_and_its_rows(heading: str, heads: str) -> None:
    told = read(
        f"Secrétaire de séance : Mme Ida MOREL {heading} {heads} Valbrun-sur-Orle M. ORBAN Paul, Mme VALMONT Jeanne "
        "Saint-Prix M. ARNEL Luc, Mme MOREL Ida, M. TERRIER Guy "
        "ABSENTS AYANT DONNÉ POUVOIR Mme SENEC Zoé à M. ARNEL Luc ABSENTS EXCUSÉS Mme PRADEL Noémie, "
        "M. COSTE Alain Le Président constate que le quorum est atteint."
    )
    assert told["present"] == ["ORBAN Paul", "VALMONT Jeanne", "ARNEL Luc", "MOREL Ida", "TERRIER Guy"]
    assert told["proxies"] == [Proxy("SENEC Zoé", "ARNEL Luc")]
    assert told["absent"] == ["PRADEL Noémie", "COSTE Alain"]


@pytest.mark.parametrize(
    "who",
    [
        "Délégués suppléants remplaçant un titulaire absent :",
        "Délégués suppléants siégeant en remplacement d'un titulaire empêché :",
        "Suppléants représentant leurs titulaires absents :",
    ],
)
def test_who_sits_for_an_absent_member_is_present(who: str) -> None:
    told = read(
        f"ÉTAIENT PRÉSENTS – Délégués titulaires : M. Paul ORBAN, Mme Jeanne VALMONT, M. Luc ARNEL. {who} "
        "Mme Ida MOREL, M. Guy SENEC. ÉTAIENT ABSENTS : M. Noé PRADEL, Mme Zoé TERRIER. Le quorum est atteint."
    )
    assert told["present"] == ["Paul ORBAN", "Jeanne VALMONT", "Luc ARNEL", "Ida MOREL", "Guy SENEC"]
    assert told["absent"] == ["Noé PRADEL", "Zoé TERRIER"]


def test_a_stamp_between_two_towns_ends_no_list() -> None:
    told = read(
        "Présents : PLOUMOR : Paul ORBAN, Jeanne VALMONT ; LANVIHAN : Luc ARNEL ; SAINT-TUDEC : Ida MOREL ; Envoyé en "
        "préfecture le 14/12/2021 Reçu en préfecture le 14/12/2021 Affiché le 15/12/2021 "
        "ID : 099-249900003-20211209-CC2021_143-DE KERSALIOU : Guy SENEC ; PLONÉVOUR : Zoé TERRIER ; Absents excusés : "
        "Noé PRADEL Secrétaire de séance : Ida MOREL OBJET : Aide à la commune de LANVIHAN"
    )
    assert told["present"] == [
        *("Paul ORBAN", "Jeanne VALMONT", "Luc ARNEL", "Ida MOREL"),
        *("Guy SENEC", "Zoé TERRIER"),
    ]
    assert told["absent"] == ["Noé PRADEL"]


@pytest.mark.parametrize("sign", ["n° ", "N°", "n ° "])
def test_the_number_of_a_report_counts_nobody(sign: str) -> None:
    told = read(f"Étaient présents : Paul ORBAN, Jeanne VALMONT. VU le rapport {sign}214 présenté par Mme Ida MOREL ;")
    assert "members/present" not in told


@pytest.mark.parametrize("absent", ["Absents", "Absents excusés", "Étaient absents", "ABSENTS"])
@pytest.mark.parametrize("office", ["membres", "conseillers", "conseillers municipaux"])
def test_a_heading_follows_those_in_office_without_a_stop(absent: str, office: str) -> None:
    told = read(
        f"Étaient présents : Mme Jeanne VALMONT, M. Luc ARNEL formant la majorité des {office} en exercice "
        f"{absent} : M. Noé PRADEL (pouvoir à M. Luc ARNEL), M. Guy SENEC Secrétaire : M. Luc ARNEL"
    )
    assert told["present"] == ["Jeanne VALMONT", "Luc ARNEL"]
    assert told["proxies"] == [Proxy("Noé PRADEL", "Luc ARNEL")]
    assert told["absent"] == ["Guy SENEC"]


@pytest.mark.parametrize(
    "chosen", ["est élue secrétaire de séance", "a été désignée secrétaire de séance", "est nommée secrétaire"]
)
def test_names_in_small_letters_before_who_is_chosen(chosen: str) -> None:
    told = read(
        f"Présents : Jeanne Valmont, Luc Arnel, Christine Moulin Absents : Michel Petit Christine Moulin {chosen}"
    )
    assert told["absent"] == ["Michel Petit"]


def test_an_elided_particle_begins_a_name_after_a_civility() -> None:
    told = read(
        "Présents : M. d'Arnel Luc, Mme d'Estrée, M. d'ARVERT, Nadine Vernay Françoise d'Orle Paul Brun. "
        "Absente : Mme d'Ambre Zoé."
    )
    assert told["present"] == ["d'Arnel Luc", "d'Estrée", "d'ARVERT", "Nadine Vernay", "Françoise d'Orle", "Paul Brun"]
    assert told["absent"] == ["d'Ambre Zoé"]
