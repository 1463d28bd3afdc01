"""Motions without number after numbered acts, numbers by year and month, places in the agenda; fictional minutes."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Record
from tests.extract.test_who_reports import HEAD, VOTED


def read(raw: str) -> tuple[Record, ...]:
    return tuple(extract(text_of(raw)).records)


ACTS = (
    f"Délibération n° 2023-11 Tarifs de la piscine Le prix monte. {VOTED}"
    f"Délibération n° 2023-12 Vente du presbytère Le bâtiment est vide. {VOTED}"
    f"Délibération n° 2023-13 Aide au club de tennis Le club demande une aide. {VOTED}"
)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Vœu présenté par le groupe « Demain » relatif au maintien de la gare", "Le vœu est rejeté."),
        ("Voeu déposé par Mme ROUX contre la fermeture de la poste", "Le voeu, mis aux voix, est adopté."),
        ("Motion proposée par M. BRUN pour le maintien du collège", "La motion est adoptée à l'unanimité."),
    ],
)
def test_a_motion_below_the_last_act_is_one(said: str, outcome: str) -> None:
    records = read(f"{HEAD}{ACTS}{said} M. BRUN. – Nous le demandons depuis un an. {outcome} La séance est levée.")
    assert [record.title for record in records][3:] == [said]
    assert len(records[2].decisions) == 1


def test_a_motion_that_is_spoken_of_is_none() -> None:
    records = read(f"{HEAD}{ACTS}M. BRUN rappelle le Vœu présenté par le groupe en mai. La séance est levée.")
    assert len(records) == 3


@pytest.mark.parametrize("said", ["Rapport n° {} présenté par", "Dossier présenté par", "Point n° {} exposé par"])
def test_year_month_and_rank_number_acts(said: str) -> None:
    titles = ["SPORTS – AIDE AU CLUB DE RUGBY", "VOIRIE – DÉCLASSEMENT DE LA RUE HAUTE", "EAU – RAPPORT ANNUEL 2022"]
    acts = [
        f"23.04.0{n} – {title} {said.format(n)} M. Luc BRUN Le rapport est lu. {VOTED}"
        for n, title in enumerate(titles, 1)
    ]
    records = read(HEAD + "".join(acts))
    assert [(r.number, r.title) for r in records] == [(f"23.04.0{n}", title) for n, title in enumerate(titles, 1)]


@pytest.mark.parametrize("place", ["Point {} : ", "Affaire n° {} – ", "Question {}. "])
def test_the_place_after_the_number_is_no_part_of_the_title(place: str) -> None:
    titles = ["Tarifs de la halle", "Vente du pré communal", "Aide au club de tir"]
    acts = [f"DCM 2023-4{n} {place.format(n)}{title} Il est lu. {VOTED}" for n, title in enumerate(titles, 1)]
    assert [record.title for record in read(HEAD + "".join(acts))] == titles


@pytest.mark.parametrize(
    "speaks",
    ["GRONDEL Lucia expose.", "HARISTOY Maddi, adjointe à la vie associative, présente la demande.", "NOIR Paul lit."],
)
def test_who_speaks_after_a_title_need_not_be_listed(speaks: str) -> None:
    acts = ACTS.replace("Le club demande une aide.", f"{speaks} Le club demande une aide.")
    assert read(HEAD + acts)[2].title == "Aide au club de tennis"


def test_votes_stand_between_decide_and_what_is_decided() -> None:
    said = (
        "Le Conseil décide, par 12 voix POUR, 4 CONTRE (MM. NOIR, BRUN) et 1 ABSTENTION (Mme ROUX), de fixer le prix "
    )
    records = read(f"{HEAD}1. TARIFS DE LA PISCINE Le prix monte. {said}à 3 € (délibération n° 2023-11). {VOTED}")
    assert records[0].decisions[0] == "de fixer le prix à 3 €"


def test_an_article_after_the_vote_begins_the_items() -> None:
    said = "LE CONSEIL MUNICIPAL, après en avoir délibéré, à l'unanimité, Article 1er : ACCORDE sa garantie au prêt. "
    records = read(f"{HEAD}1. GARANTIE D'EMPRUNT Vu le code. {said}Article 2 : PRÉCISE que la durée est de dix ans.")
    assert [item.split(" :")[0] for item in records[0].decisions] == ["Article 1er", "Article 2"]


def test_who_signs_the_minutes_of_before_is_no_attendance() -> None:
    first = (
        "1. Procès-verbal du 3 mai 2022 Il est signé par le maire et la secrétaire de séance précédente (Mme ROUX). "
    )
    acts = f"2. TARIFS DE LA PISCINE Le prix monte. {VOTED}3. VENTE DU PRESBYTÈRE Il est vide. {VOTED}"
    head = HEAD.replace("Secrétaire de séance : M. Luc BRUN. ", "M. Luc BRUN est secrétaire de séance. ")
    assert "TARIFS DE LA PISCINE" in [record.title for record in read(head + first + acts)]


def test_what_is_noted_in_capitals_heads_itself_below_an_agenda() -> None:
    agenda = "ORDRE DU JOUR : la piscine, le presbytère. Informations et questions diverses. "
    noted = "LE CONSEIL MUNICIPAL PREND ACTE DE LA COMMUNICATION DES DECISIONS PRISES PAR DELEGATION"
    records = read(f"{HEAD}{agenda}{noted} {ACTS}")
    assert records[0].title == noted
