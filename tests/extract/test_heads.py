"""Numbers, titles and heads of fictional acts in layouts of many authorities."""

import pytest

from kg.extract.layout.kind import kind_of
from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 Le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire. Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. "
    "Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = "Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
HELD = (
    "Le Conseil, légalement convoqué, s'est réuni le 3 avril 2023 sous la présidence de Mme SORBIERS. "
    "Présents : Mme SORBIERS, M. EYMERY. Secrétaire de séance : M. EYMERY. Vu le code, considérant le besoin, "
    "le Conseil, après en avoir délibéré, décide de vendre. Adopté à l'unanimité. "
)


def heads(text: str) -> list[tuple[str | None, str | None]]:
    acts = segment(normalise(text)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("AFFAIRE N° 01/12/2022 - ", "AFFAIRE N° 02/12/2022 - "),
        ("23-02/001 – ", "23-02/002 – "),
        ("2025-10-30-DCM-01 ", "2025-10-30-DCM-02 "),
    ],
)
def test_numbers_of_year_month_and_rank_are_no_dates(first: str, second: str) -> None:
    text = f"{first}Vente du presbytère Vu le code. {VOTED}{second}Réfection du lavoir Vu le code. {VOTED}"
    numbers = [number for number, _ in heads(OPENING + text)]
    assert [number and number in part for number, part in zip(numbers, (first, second), strict=True)] == [True, True]


def test_dates_head_no_act() -> None:
    text = (
        f"1. Vente du presbytère Vu le code. Le 03-02-2023 – Visite. {VOTED}2. Réfection du lavoir Vu le code. {VOTED}"
    )
    assert [number for number, _ in heads(OPENING + text)] == [None, None]


def test_the_number_may_follow_the_title_and_its_colon() -> None:
    text = f"POINT 1 – Approbation du compte rendu du 2 mars 2023 :\nIl est lu. {VOTED}\n"
    text += f"POINT 2 – Vente du presbytère :\n2025-10-30-DCM-01\nVu le code. {VOTED}\n"
    text += f"POINT 3 – Réfection du lavoir :\n2025-10-30-DCM-02\nVu le code. {VOTED}\n"
    assert heads(OPENING + "\n" + text)[1:] == [
        ("2025-10-30-DCM-01", "Vente du presbytère"),
        ("2025-10-30-DCM-02", "Réfection du lavoir"),
    ]


def test_short_titles_in_capitals_head_brief_acts() -> None:
    text = (
        "TAXES LOCALES Mme le Maire lit l'état. Le Conseil, unanime, garde les taux. "
        "VOIRIE - ROUTE DU GUÉ Deux devis ont été reçus. Le moins cher est retenu, à l'unanimité. "
        "BUDGET DU LAVOIR Le budget est lu. Budget voté par 7 voix. La séance est levée."
    )
    assert [title for _, title in heads(OPENING + text)] == [
        "TAXES LOCALES",
        "VOIRIE - ROUTE DU GUÉ",
        "BUDGET DU LAVOIR",
    ]


@pytest.mark.parametrize(
    "above",
    [
        "DÉLIBÉRATION N° 2023-14 RÉUNION DU 3 AVRIL 2023 CONSEIL MUNICIPAL {} ",
        "Séance du 3 avril 2023 DELIBERATION A-2023-04-0214 {} Commission : Biens ",
    ],
)
def test_a_title_in_capitals_stands_above_the_members(above: str) -> None:
    title = "VENTE DU PRESBYTÈRE ET DE SES DÉPENDANCES (3e LOT)"
    assert [found for _, found in heads("CONSEIL MUNICIPAL DE MONTFLEURY " + above.format(title) + HELD)] == [title]


def test_a_paragraph_stands_above_the_members() -> None:
    text = (
        "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n\nRéunion du 3 avril 2023\n\nMission : Biens\n\n"
        "Soutien aux lavoirs et fontaines - 3e répartition\n\n" + HELD
    )
    assert [title for _, title in heads(text)] == ["Soutien aux lavoirs et fontaines - 3e répartition"]


def test_acts_of_a_bundle_begin_at_the_words_that_open_the_first() -> None:
    act = "COMMISSION PERMANENTE DE MONTFLEURY Réunion du 3 avril 2023 N° CP-0403-2-{} Objet : {} " + HELD
    text = act.format("05", "Vente du presbytère") + "Reçu. " * 90 + act.format("06", "Réfection du lavoir")
    text = text.replace("Objet", "DÉLIBÉRATION du conseil Objet", 1)
    assert heads(text) == [("CP-0403-2-05", "Vente du presbytère"), ("CP-0403-2-06", "Réfection du lavoir")]


def test_a_row_of_votes_ends_a_title() -> None:
    text = (
        "TABLEAU DES DÉLIBÉRATIONS\nSéance du 3 avril 2023\nPrésents : 27\n\n"
        "MF-230403-01   Vente du presbytère              31      0       0     0\n\n"
        "MF-230403-02   Taxe de séjour 2024              24      5       2     0\n"
        "               Le conseil approuve les tarifs.\n\n"
        "MF-230403-03   Réfection du lavoir              31      -       -     -\n"
        "               Le conseil approuve le plan.\n"
    )
    assert heads(text) == [
        ("MF-230403-01", "Vente du presbytère"),
        ("MF-230403-02", "Taxe de séjour 2024"),
        ("MF-230403-03", "Réfection du lavoir"),
    ]


def test_the_date_of_a_convocation_makes_no_agenda() -> None:
    text = (
        "CONSEIL MUNICIPAL\nRéunion du 3 avril 2023 à 20h00, salle des mariages\nDate de convocation : 27 mars 2023\n"
        "Présents : Agathe SORBIERS, Loïc EYMERY\nObjet : Vente du presbytère\nLe maire expose le besoin.\n" + VOTED
    )
    assert kind_of(normalise(text)) == "minutes"
    assert heads(text) == [(None, "Vente du presbytère")]


def test_a_code_and_its_title_between_the_register_and_the_sitting() -> None:
    text = (
        "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS CAS/24/010 Secours d'urgence – Dossiers n° 2024-11 à 2024-14 Nombre "
        f"d'administrateurs en exercice : 13 {HELD}"
    )
    assert heads(text) == [("CAS/24/010", "Secours d'urgence – Dossiers n° 2024-11 à 2024-14")]


def test_a_number_in_capitals_before_its_date_is_the_act_s_own() -> None:
    text = f"DELIBERATION N° 114-2023/CT\nen date du 9 août 2023\n\nrelative à la desserte des îles\n\n{HELD}"
    assert heads(text) == [("114-2023/CT", "relative à la desserte des îles")]


@pytest.mark.parametrize("stage", ["Constitution du bureau", "Résultats du deuxième tour de scrutin", "Dépouillement"])
def test_a_stage_of_an_election_is_no_act(stage: str) -> None:
    text = f"1. Élection du maire\nIl est procédé au vote.\n1.1. {stage}\n{VOTED}\n2. Vente du presbytère\n{VOTED}"
    assert stage not in [title for _, title in heads(OPENING + "\n" + text)]


def test_the_last_ordinal_counts_though_nothing_is_decided_under_the_one_before() -> None:
    texts = [
        "1. Vente du presbytère",
        "2. Achat du pressoir",
        "3. Lecture de la lettre reçue",
        "4. Réfection du lavoir",
    ]
    told = [f"{title}\n{'Il en est parlé.' if 'lettre' in title else VOTED}\n" for title in texts]
    assert "Réfection du lavoir" in [title for _, title in heads(OPENING + "\n" + "".join(told))]
