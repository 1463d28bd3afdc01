"""One sitting told in the many words of minutes: proxies, absences, headings, officers, counts."""

from typing import Any

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.attendance import EXTRACTOR
from kg.extract.attendance.marks import rank_of, read_sitting
from kg.extract.officers import EXTRACTOR as OFFICERS
from kg.model import Proxy
from kg.text.view import normalise

HERE = ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]
SITS = "Étaient présents : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT, M. Luc BRUN. "
HELD = [Proxy("Guy BLEU", "Paul NOIR"), Proxy("Ida ROSE", "Zoé VERT")]


def read(writing: str) -> dict[str, list[Any]]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)
    fields: dict[str, list[Any]] = {"present": [], "proxies": [], "absent": []}
    for extractor in (EXTRACTOR, OFFICERS):
        for reading in extractor.read(act):
            if isinstance(reading, Mention):
                fields.setdefault(reading.field, []).append(reading.value)
    return fields


PROXIES = (
    "Absents ayant donné procuration : Guy BLEU (procuration à Paul NOIR), Mme Ida ROSE (procuration Mme Zoé VERT)",
    "Absents excusés ayant donné pouvoir : Guy BLEU à Paul NOIR ; Ida ROSE à Zoé VERT",
    "Absents excusés ayant donné pouvoir (article L.2121-20 du CGCT) : Guy BLEU à Paul NOIR, Ida ROSE à Zoé VERT",
    "Ont donné pouvoir : M. Guy BLEU, à M. Paul NOIR ; Mme Ida ROSE, à Mme Zoé VERT",
    "Procurations : de M. Guy BLEU à M. Paul NOIR, de Mme Ida ROSE à Mme Zoé VERT",
    "Procurations : M. Guy BLEU en faveur de M. Paul NOIR, Mme Ida ROSE en faveur de Mme Zoé VERT",
    "Procurations : Guy BLEU → Paul NOIR ; Ida ROSE → Zoé VERT",
    "Pouvoirs : M. Guy BLEU > M. Paul NOIR, Mme Ida ROSE > Mme Zoé VERT",
    "Pouvoirs : - Guy BLEU / Paul NOIR - Ida ROSE / Zoé VERT",
    "Pouvoirs : 2 (Guy BLEU à Paul NOIR, Ida ROSE à Zoé VERT)",
    "Pouvoirs : M. Paul NOIR pour M. Guy BLEU, Mme Zoé VERT pour Mme Ida ROSE",
    "Pouvoirs : M. Paul NOIR a le pouvoir de M. Guy BLEU, Mme Zoé VERT a reçu pouvoir de Mme Ida ROSE",
    "Procurations : Mandant Mandataire Guy BLEU Paul NOIR Ida ROSE Zoé VERT",
    "Procurations : Mandataire Mandant Paul NOIR Guy BLEU Zoé VERT Ida ROSE",
    "Pouvoirs : - M. Guy BLEU à M. Paul NOIR - Mme Ida ROSE Mme Zoé VERT",
    "REPRÉSENTÉS : Guy BLEU Ida ROSE ABSENTS : par Paul NOIR par Zoé VERT",
    "Absents représentés : M. Guy BLEU (M. Paul NOIR), Mme Ida ROSE (Mme Zoé VERT)",
    "Absents excusés avec procuration : M. Guy BLEU (P. NOIR), Mme Ida ROSE (Z. VERT)",
    "Absents : Guy BLEU (Paul NOIR) – Ida ROSE (Zoé VERT)",
    "Sont représentés : Guy BLEU (mandataire : Paul NOIR), Ida ROSE (mandataire : Zoé VERT)",
    "Excusés : Guy BLEU (pouvoir : Paul NOIR), Ida ROSE (pouvoir : Zoé VERT)",
    "Excusés : M. Guy BLEU (proc. à M. Paul NOIR), Mme Ida ROSE (mandat à Mme Zoé VERT)",
    "Excusés : M. Guy BLEU (pouvoir à M, Paul NOIR), Mme Ida ROSE (a donné son pouvoir à Mme Zoé VERT)",
    "Absents : M. Guy BLEU (procuration donnée à l'adjoint Paul NOIR), Mme Ida ROSE qui donne pouvoir à Mme Zoé VERT",
    "M. Guy BLEU, absent, a donné pouvoir à M. Paul NOIR. Mme Ida ROSE donne procuration à Mme Zoé VERT.",
    "Absents : M. Guy BLEU, Mme Ida ROSE. M. Guy BLEU a donné pouvoir à M. Paul NOIR et Mme Ida ROSE à Mme Zoé VERT",
    "Votes par procuration : M. Guy BLEU à M. Paul NOIR, Mme Ida ROSE à Mme Zoé VERT",
)


def short(proxy: Proxy) -> Proxy:
    """« P. NOIR » and « Paul NOIR » are held by the same member."""
    return Proxy(proxy.giver, (proxy.holder or "").split()[-1])


@pytest.mark.parametrize("writing", PROXIES)
@pytest.mark.parametrize("end", [" Secrétaire de séance : M. Luc BRUN", "\nSecrétaire de séance : M. Luc BRUN"])
def test_two_proxies(writing: str, end: str) -> None:
    fields = read(SITS + writing + end)
    assert fields["present"] == HERE
    assert [short(proxy) for proxy in fields["proxies"]] == [short(proxy) for proxy in HELD]
    assert fields["absent"] == []


def test_proxies_in_capitals() -> None:
    fields = read(
        "ETAIENT PRESENTS : ROUX ANNE, NOIR PAUL, VERT ZOE. ABSENTS EXCUSES : BLEU GUY DONNE POUVOIR A NOIR PAUL,"
        " ROSE IDA DONNE PROCURATION A VERT ZOE. ABSENT : CLAIR JEAN"
    )
    assert fields["proxies"] == [Proxy("BLEU GUY", "NOIR PAUL"), Proxy("ROSE IDA", "VERT ZOE")]
    assert fields["absent"] == ["CLAIR JEAN"]


def test_names_that_nothing_tells_apart_are_not_paired() -> None:
    fields = read("Présents : Anne ROUX, Paul NOIR. Procurations : Guy BLEU Ida ROSE Luc BRUN Zoé VERT")
    assert [proxy.holder for proxy in fields["proxies"]] == [None] * 4


def test_a_proxy_to_the_mayor_is_held_by_who_bears_that_title() -> None:
    fields = read("Présents : Mme Anne ROUX, Maire, M. Paul NOIR. Absents : M. Guy BLEU (pouvoir à Mme le Maire)")
    assert fields["proxies"] == [Proxy("Guy BLEU", "Anne ROUX")]
    unknown = read("Présents : Mme Anne ROUX, M. Paul NOIR. Absents : M. Guy BLEU (pouvoir à Mme le Maire)")
    assert unknown["proxies"] == [Proxy("Guy BLEU", None)]


def test_a_representative_sits_where_proxies_have_words_of_their_own() -> None:
    fields = read(
        "Délégués présents : Mme Anne ROUX, M. Paul NOIR. Excusés : M. Luc BRUN (Valbrun) représenté par Mme Zoé VERT"
        " (Valbrun), M. Guy BLEU pouvoir à M. Paul NOIR"
    )
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT"]
    assert fields["proxies"] == [Proxy("Guy BLEU", "Paul NOIR")]


@pytest.mark.parametrize(
    "writing",
    [
        "Absents excusés : M. Guy BLEU, Mme Ida ROSE",
        "Absents : 2 (Guy BLEU, Ida ROSE)",
        "Étaient excusés M. Guy BLEU, Mme Ida ROSE",
        "Absents non excusés : M. Guy BLEU. Absente excusée : Mme Ida ROSE",
        "Etaient absents sans avoir donné pouvoir : M. Guy BLEU, Mme Ida ROSE",
        "Empêchés : M. Guy BLEU, Mme Ida ROSE",
        "N'ont pas participé à la séance : M. Guy BLEU, Mme Ida ROSE",
        "En présence de : M. Jean FAURE, DGS. Excusés : M. Guy BLEU, Mme Ida ROSE",
        "Personnel communal : Mme Eve BLANC, secrétaire de mairie. Excusés : M. Guy BLEU, Mme Ida ROSE",
        "Absents : M. Guy BLEU. Mme Ida ROSE était absente.",
        "Absents : Valbrun : Guy BLEU – Mornas-sur-Orle : Ida ROSE",
        "Absents : M. Guy BLEU, Mme Ida ROSE. Administration : M. Jean FAURE, directeur général",
    ],
)
def test_two_members_absent(writing: str) -> None:
    fields = read(f"{SITS}{writing} Secrétaire de séance : M. Luc BRUN")
    assert (fields["present"], fields["proxies"], fields["absent"]) == (HERE, [], ["Guy BLEU", "Ida ROSE"])


def test_all_but_those_named_sit() -> None:
    fields = read("Présents : tous les membres en exercice sauf Mme Ida ROSE (pouvoir à Mme Anne ROUX) et M. Guy BLEU.")
    assert fields == {"present": [], "proxies": [Proxy("Ida ROSE", "Anne ROUX")], "absent": ["Guy BLEU"]}


@pytest.mark.parametrize(
    "heading",
    [
        "Etaient présents à la séance : ",
        "Étaient présents les conseillers municipaux suivants : ",
        "Présents (4) : ",
        "Etaicnt présents : ",
        "Présents : | ",
        "Participants : ",
        "Présents : Saint-Prix : ",
        "Étaient présents, sous la présidence de M. Paul NOIR, Maire : ",
        "Membres présents : 1. ",
    ],
)
def test_headings_of_those_present(heading: str) -> None:
    ranked = heading.endswith("1. ")
    names = " ".join(f"{i}. {name}" for i, name in enumerate(HERE, 1))[3:] if ranked else ", ".join(HERE)
    assert sorted(read(f"{heading}{names}. Absents : Guy BLEU")["present"]) == sorted(HERE)


@pytest.mark.parametrize(
    ("writing", "field"),
    [
        ("Le secrétariat de séance est assuré par M. Luc BRUN.", "secretary"),
        ("Secrétaire élu pour la durée de la séance : M. Luc BRUN", "secretary"),
        ("La séance a été ouverte à 20h, M. Luc BRUN étant secrétaire de séance.", "secretary"),
        ("Il est procédé à la désignation d'un secrétaire en la personne de M. Luc BRUN.", "secretary"),
        ("Présidence de M. Luc BRUN, Maire.", "chair"),
        ("La séance est ouverte à 19 h 00 par M. Luc BRUN, Maire.", "chair"),
        ("M. Luc BRUN étant président de séance.", "chair"),
        ("M. Luc BRUN, Président, salue les membres du conseil communautaire et ouvre la séance.", "chair"),
    ],
)
def test_officers_of_the_sitting(writing: str, field: str) -> None:
    assert [person.name for person in read(f"{writing} {SITS}")[field]] == ["Luc BRUN"]


@pytest.mark.parametrize(
    ("writing", "counts"),
    [
        ("Nombre de conseillers : En exercice 19 Présents 15 Votants 17 dont 2 pouvoirs", (19, 15, 17, 2)),
        ("Conseillers élus : 20 Conseillers en fonction : 19 Conseillers présents :…….15", (19, 15, None, None)),
        ("Présents:15 Pouvoirs:2 Votants:17 En exercice:19", (19, 15, 17, 2)),
        ("Exercice : 19 Présents à 20h30 : 15 Votants : 17", (19, 15, 17, None)),
        ("En exercice : dix-neuf (19) ; présents : quinze (15) ; votants : dix-sept (17)", (19, 15, 17, None)),
        ("En exercice : 19 Quorum : 10 4 puis 5 conseillers étaient présents : ", (19, 4, None, None)),
        ("En exercice : 19 Quorum : 10 7 puis 8 conseillers étaient présents : ", (19, None, None, None)),
        ("Effectif : 38 voix pour, dont 3 procurations (M. A, M. B) En exercice : 39", (39, None, None, None)),
    ],
)
def test_counts(writing: str, counts: tuple[int | None, ...]) -> None:
    fields = read(f"{writing} {SITS}")
    kinds = ("in_office", "present", "voting", "proxies")
    assert tuple(fields.get(f"members/{kind}", [None])[0] for kind in kinds) == counts


def test_givers_whom_only_the_vote_names() -> None:
    fields = read(
        "Le conseil, à la majorité, 38 votes pour, dont 2 procurations (M. BLEU, Mme ROSE),"
        " 3 abstentions, dont 1 procuration (M. CLAIR), M. FAURE, Mme BLANC, approuve."
    )
    assert fields["proxies"] == [Proxy("BLEU"), Proxy("ROSE"), Proxy("CLAIR")]


def test_cells_beside_a_list_are_no_part_of_it() -> None:
    fields = read(
        "|Nombre de membres |Présents : Anne ROUX – Paul NOIR – |\n|en exercice : 6 |Zoé VERT - Luc BRUN |\n"
        "|dont 1 procuration |Absente : Eve BLANC |\n| |Procuration : Guy BLEU donne procuration à Paul NOIR |\n"
    )
    assert (fields["present"], fields["absent"]) == (HERE, ["Eve BLANC"])
    assert fields["proxies"] == [Proxy("Guy BLEU", "Paul NOIR")]


@pytest.mark.parametrize(("label", "sits"), [("1.3 Budget", False), ("2.1 Voirie", True), ("Annexe", None)])
def test_an_agenda_of_two_levels_places_members(label: str, sits: bool | None) -> None:
    entry = read_sitting(" (a partir du point 2.1)")
    assert entry.holds(rank_of(None, 2, True, label)) is sits
