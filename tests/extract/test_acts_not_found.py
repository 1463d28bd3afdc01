"""Acts that were passed over: put off in few words, closed by a number at the foot of a page, withdrawn last."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Record

OPENING = (
    "COMMUNE DE MONTFLEURY Procès-verbal du Conseil municipal du 17 avril 2023 Présents : Mmes Agathe SORBIERS, Lise "
    "AMBERT, MM. Loïc EYMERY, Paul BRUN. Secrétaire de séance : M. Loïc EYMERY. "
)
CLOSING = " La séance est levée à 21 h 10. La maire, Agathe SORBIERS"
DECIDED = (
    "Mme la maire expose la situation. Le conseil municipal, à l'unanimité, décide d'inscrire la dépense au budget. "
)
TITLES = ("Réfection du lavoir", "Vente de la grange", "Tarifs de la cantine", "Bail du moulin")


def records(text: str, opening: str = OPENING) -> tuple[Record, ...]:
    return extract(text_of(opening + text + CLOSING)).records


@pytest.mark.parametrize(
    "said",
    [
        "M. BRUN suggère d'attendre. La décision est reportée à une séance ultérieure. ",
        "Plusieurs élus demandant que l'on consulte, Mme la maire décide de reporter le vote au conseil de mai. ",
        "Les avis divergent. Il est convenu d'ajourner l'examen du rapport. ",
        "Faute de devis, l'examen est renvoyé au prochain conseil. ",
    ],
)
def test_an_item_that_is_put_off_is_an_act(said: str) -> None:
    text = "".join(f"Point {n} - {title} {said if n == 3 else DECIDED}" for n, title in enumerate(TITLES, 1))
    read = records(text)
    assert [record.title for record in read] == list(TITLES)
    assert [record.vote.outcome for record in read] == ["adopted", "adopted", "deferred", "adopted"]


@pytest.mark.parametrize("label", ["Délibération n° 2023-0{}", "DCM n° 2023-0{}"])
@pytest.mark.parametrize(
    "page", ["", "Ville de Montfleury – Conseil municipal – Procès-verbal du 17 avril 2023 – page 2 "]
)
def test_numbers_close_items_though_a_head_of_a_page_follows_them(label: str, page: str) -> None:
    put_off = "Mme la maire décide de reporter le vote au conseil de mai. "
    closed = [f"{n} – Travaux – {title} {DECIDED}{label.format(30 + n)} {page}" for n, title in enumerate(TITLES, 1)]
    closed[2] = f"3 – Travaux – {TITLES[2]} {put_off}"
    closed[3] = closed[3].replace("034", "033")
    assert [(record.number, record.title) for record in records("".join(closed))] == [
        ("2023-031", f"Travaux – {TITLES[0]}"),
        ("2023-032", f"Travaux – {TITLES[1]}"),
        (None, f"Travaux – {TITLES[2]}"),
        ("2023-033", f"Travaux – {TITLES[3]}"),
    ]


@pytest.mark.parametrize("label", ["Délibération n° 2023-0{}", "DCM n° 2023-0{}"])
def test_numbers_that_head_items_below_a_section_go_on_heading_them(label: str) -> None:
    text = "".join(f"{label.format(30 + n)} {n} – {title} {DECIDED}" for n, title in enumerate(TITLES, 1))
    assert [(record.number, record.title) for record in records(text)] == [
        (f"2023-0{30 + n}", title) for n, title in enumerate(TITLES, 1)
    ]


REGISTER = (
    "VAL DE SERRE AGGLOMÉRATION 17 avril 2023 BUREAU COMMUNAUTAIRE REGISTRE DES DÉLIBÉRATIONS Le Bureau communautaire "
    "s'est réuni le lundi 17 avril 2023 à 8 h 30, sous la présidence de Mme Agathe SORBIERS. Présents : Mmes Agathe "
    "SORBIERS, Lise AMBERT, MM. Loïc EYMERY, Paul BRUN. Secrétaire : M. Loïc EYMERY. "
)
VOTED = (
    "Sur rapport de M. Paul BRUN, vice-président, Vu le code, article L. 303-1, le Bureau, à l'unanimité, – approuve. "
)


@pytest.mark.parametrize("code", ["B-23-0{}", "B23-0{}", "2023-0{}"])
@pytest.mark.parametrize(
    "said",
    [
        "La présidente propose de retirer ce dossier. Le dossier est retiré. ",
        "Ce point est ajourné. ",
        "Le Bureau prend acte du rapport. ",
    ],
)
@pytest.mark.parametrize("place", [1, 3])
def test_a_register_under_one_head_holds_acts_that_are_put_off_or_noted(code: str, said: str, place: int) -> None:
    text = "".join(
        f"{code.format(30 + n)} TRAVAUX – {title} {said if n == place else VOTED}" for n, title in enumerate(TITLES)
    )
    read = records(text, REGISTER)
    assert [record.number for record in read] == [code.format(30 + n) for n in range(len(TITLES))]
    assert [record.title for record in read] == [f"TRAVAUX – {title}" for title in TITLES]


def test_an_office_ends_where_the_visas_begin() -> None:
    text = "".join(f"B-23-0{30 + n} TRAVAUX – {title} {VOTED}" for n, title in enumerate(TITLES))
    reporters = [record.rapporteur for record in records(text, REGISTER)]
    assert [(who.name, who.role) for who in reporters if who] == [("Paul BRUN", "vice-président")] * len(TITLES)


@pytest.mark.parametrize(
    "told", ["Lise AMBERT présente l'étude.", "Lise AMBERT, adjointe, propose de couper.", "Lise AMBERT lit."]
)
def test_a_title_in_capitals_may_be_followed_by_the_member_who_reports(told: str) -> None:
    text = "".join(
        f"{title.upper()} {told if n == 1 else 'Deux devis ont été reçus.'} Le conseil, à l'unanimité, décide ceci. "
        for n, title in enumerate(TITLES)
    )
    assert [record.title for record in records(text)] == [title.upper() for title in TITLES]


LIST = (
    "VAL DE SERRE AGGLOMÉRATION LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL COMMUNAUTAIRE Séance du lundi 17 "
    "avril 2023 à 18 h 30. Le Conseil Communautaire s'est réuni sous la présidence de Mme Agathe SORBIERS, Présidente. "
    "N° d'ordre N° de délibération Intitulé Rapporteur Décision "
)


@pytest.mark.parametrize("none", ["/ ", "- ", "néant ", "Sans objet ", ""])
@pytest.mark.parametrize("place", [1, 2])
def test_a_row_of_a_list_that_got_no_number_is_an_act(none: str, place: int) -> None:
    rows = [
        f"{n} 2023-C0{30 + n} TRAVAUX - {title} Mme Lise AMBERT Adopté à l'unanimité "
        for n, title in enumerate(TITLES, 1)
    ]
    rows[place] = f"{place + 1} {none}CULTURE - {TITLES[place]} M. Paul BRUN Point retiré de l'ordre du jour "
    read = records("".join(rows), LIST)
    assert [record.number is None for record in read] == [n == place for n in range(len(TITLES))]
    assert read[place].title == f"CULTURE - {TITLES[place]}"
    assert read[place].vote.outcome == "deferred"


def test_a_count_among_the_votes_is_no_row_of_a_list() -> None:
    rows = [
        f"{n} 2023-C0{30 + n} TRAVAUX - {title} Adopté Pour : 40 Contre : 3 Abstentions : 4 "
        for n, title in enumerate(TITLES, 1)
    ]
    assert len(records("".join([*rows[:2], rows[3]]), LIST)) == 3
