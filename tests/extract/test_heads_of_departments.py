"""The number of a report beside that of the act, a commission before its matter, and counts behind a title."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

ACT = (
    "DÉPARTEMENT DE LA HAUTE-VALSERINE COMMISSION PERMANENTE Réunion du 7 avril 2023 {report} {code} Direction de "
    "l'habitat "
    "Commission n° 5 : Aménagement du territoire GARANTIE D'EMPRUNT - CONSTRUCTION DE 16 LOGEMENTS SOCIAUX À "
    "VALMONT La "
    "Commission permanente du Conseil départemental, convoquée le 27 mars 2023, s'est réunie à l'Hôtel du "
    "Département sous "
    "la présidence de Mme Anne ROUX. Vu le code général des collectivités territoriales ; Après en avoir délibéré, LA "
    "COMMISSION PERMANENTE ARTICLE 1 : Accorde sa garantie. Commission permanente du 7 avril 2023 {foot} page 1 / 2"
)


@pytest.mark.parametrize("report", ["RAPPORT N° 5-02", "Rapport n° 412", "Dossier n° 5-02"])
@pytest.mark.parametrize(
    ("code", "foot"),
    [
        ("CP-2023-04-118", "Délibération CP-2023-04-118"),
        ("CP-2023-0118", "Délibération n° CP-2023-0118"),
        ("2023-04-118", "Délibération n°2023-04-118"),
    ],
)
def test_the_code_that_the_foot_calls_a_deliberation(report: str, code: str, foot: str) -> None:
    record = extract(text_of(ACT.format(report=report, code=code, foot=foot))).records[0]
    assert record.number == code
    assert record.title == "GARANTIE D'EMPRUNT - CONSTRUCTION DE 16 LOGEMENTS SOCIAUX À VALMONT"


@pytest.mark.parametrize(
    "counts",
    [
        "24 délégués en exercice 17 présents (dont 2 suppléants) 4 pouvoirs 21 votants",
        "33 conseillers municipaux en exercice 25 présents 6 pouvoirs",
        "24 membres présents 21 votants",
        "17 présents 21 votants",
    ],
)
def test_a_title_ends_before_who_sat(counts: str) -> None:
    record = extract(
        text_of(
            "COMMUNAUTÉ DE COMMUNES DU VAL Extrait du registre des délibérations du Conseil communautaire Séance du "
            "jeudi 29 "
            "septembre 2022 Délibération n° 2022-09-064 Objet : Aire de covoiturage : convention avec le Département "
            f"{counts} Date de convocation : 22 septembre 2022 Le vingt-neuf septembre deux mille vingt-deux, les "
            f"délégués se "
            "sont réunis à Valmont. Le Conseil communautaire, à l'unanimité, APPROUVE la convention."
        )
    ).records[0]
    assert record.title == "Aire de covoiturage : convention avec le Département"


def test_counts_of_a_title_are_its_own() -> None:
    record = extract(
        text_of(
            "COMMUNE DE VALMONT Délibération n° 2022-64 Objet : Indemnités des 24 conseillers en exercice Le "
            "conseil, réuni "
            "le 12 mars 2022, APPROUVE les indemnités."
        )
    ).records[0]
    assert record.title == "Indemnités des 24 conseillers en exercice"
