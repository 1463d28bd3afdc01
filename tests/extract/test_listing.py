"""Lists of deliberations (CGCT L2121-25) as towns lay them out: tables with lines, bullets; on fictional lists."""

import datetime as dt

import pytest

from kg.extract.segment import segment
from kg.extract.sitting import sitting_date
from kg.text.view import normalise

_HEAD = "Montfleury\nLISTE DES DÉLIBÉRATIONS\nSÉANCE DU CONSEIL MUNICIPAL\nDU 3 AVRIL 2023\n"
_FOOT = "Affichage : 05/04/2023\nLe Maire,\nAgathe SORBIERS\n"


def _entries(raw: str) -> list[tuple[str | None, str | None]]:
    layout = segment(normalise(raw))
    assert layout.kind == "list"
    return [(act.heading_value("number"), act.heading_value("title")) for act in layout.acts]


@pytest.mark.parametrize("bar", ["", "| "], ids=["plain", "ruled"])
def test_a_year_and_a_rank_in_the_first_column_are_a_number(bar: str) -> None:
    rows = ("Vente du presbytère", "Bail du moulin à huile", "Tarifs de la cantine 2023")
    table = "".join(f"2023 {14 + place:03} {bar}{title} Approuvée\n" for place, title in enumerate(rows))
    raw = f"{_HEAD}Numéro OBJET Approuvée/\nRejetée\n{table}{_FOOT}"
    assert _entries(raw) == [(f"2023 {14 + place:03}", title) for place, title in enumerate(rows)]


def test_two_such_pairs_of_figures_are_no_column() -> None:
    raw = f"{_HEAD}N° 2023-14 : Bilan\n2023 100 euros\n2022 120 euros\nN° 2023-15 : Vente du presbytère\n{_FOOT}"
    assert [number for number, _ in _entries(raw)] == ["2023-14", "2023-15"]


def test_a_title_in_two_lines_stands_above_and_below_its_number() -> None:
    raw = (
        f"{_HEAD}Débat sur le projet d'aménagement de la vallée et de ses :\n2023 014 Actée\n= hameaux\n"
        f"2023 015 Vente du presbytère Approuvée\n2023 016 Bail du moulin à huile Approuvée\n{_FOOT}"
    )
    first, *others = _entries(raw)
    assert first == ("2023 014", "Débat sur le projet d'aménagement de la vallée et de ses hameaux")
    assert others == [("2023 015", "Vente du presbytère"), ("2023 016", "Bail du moulin à huile")]


@pytest.mark.parametrize("bullet", ["\uf0b7 ", "\uf0d8", "■ ", "• ", "- "])
def test_bullets_of_any_font_head_the_entries_of_a_list_without_numbers(bullet: str) -> None:
    raw = (
        f"Liste des délibérations votées\nLe 3 AVRIL 2023\n{bullet}Vente du presbytère\n"
        f"{bullet}Devis prévisionnel des honoraires de l'architecte pour la remise en état du lavoir communal et \n"
        f"de ses abords\n{bullet}Subventions aux associations\n"
    )
    assert [title for _, title in _entries(raw)] == [
        "Vente du presbytère",
        "Devis prévisionnel des honoraires de l'architecte pour la remise en état du lavoir communal et de ses abords",
        "Subventions aux associations",
    ]


@pytest.mark.parametrize("title", ["Procès-verbal de la réunion", "Compte rendu de la séance", "PV de la séance"])
def test_the_minutes_that_an_entry_approves_do_not_date_those_below_it(title: str) -> None:
    text = (
        "LISTE DES DELIBERATIONS DU 20 MAI 2026 L'an deux mille vingt-six, le 20 mai, le Conseil Municipal s'est réuni."
        f" 2026-06-01 {title} du conseil municipal du 01 avril 2026 ACCORD A LA L'UNANIMITE 2026-06-02 Désignation des"
        " délégués au syndicat des eaux ACCORD A LA L'UNANIMITE 2026-06-03 Tarifs du service périscolaire ACCORD A"
        " L'UNANIMITE"
    )
    layout = segment(normalise(text))
    assert [sitting_date(act) for act in layout.acts] == [dt.date(2026, 5, 20)] * 3
    assert [act.heading_value("title") for act in layout.acts][1:] == [
        "Désignation des délégués au syndicat des eaux",
        "Tarifs du service périscolaire",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "DELIBERATIONS EXAMINEES EN SEANCE DU CONSEIL MUNICIPAL",
        "TABLEAU RECAPITULATIF DES DELIBERATIONS",
        "Délibérations adoptées lors de la séance",
    ],
)
def test_a_title_goes_on_after_its_outcome_up_to_the_foot(heading: str) -> None:
    text = (
        f"{heading} Lundi 19 mai 2025 N° | Objet Résultat 20250519-01 | Approbation de la modification du PLU Rapport"
        " retiré 20250519-02 | Tarifs de l'année 2026 Unanimité du service périscolaire 20250519-03 | Attribution d'une"
        " aide dans le cadre de travaux Unanimité d'adaptation d'un logement Date affichage : 26 mai 2025 Le Maire"
    )
    assert [title for _, title in _entries(text)] == [
        "Approbation de la modification du PLU",
        "Tarifs de l'année 2026 du service périscolaire",
        "Attribution d'une aide dans le cadre de travaux d'adaptation d'un logement",
    ]


def test_the_minutes_approved_above_a_list_are_its_first_act() -> None:
    raw = (
        "SÉANCE DU CONSEIL MUNICIPAL LISTE DES DÉLIBÉRATIONS EXAMINÉES Le conseil municipal s'est réuni le "
        "12 avril 2023. Présents : Mme ROUX, M. BRUN. Le maire soumet au vote le procès-verbal de la séance du "
        "8 février 2023, qui est adopté par 21 voix et 4 abstentions. DEL-2023-028 - Finances - Compte administratif "
        "Adopté à l'unanimité. DEL-2023-029 - Finances - Subventions Adopté à l'unanimité. DEL-2023-030 - Bail du "
        "moulin Adopté à l'unanimité."
    )
    titles = [act.heading_value("title") for act in segment(normalise(raw)).acts]
    assert titles[0] == "procès-verbal de la séance du 8 février 2023"
    assert len(titles) == 4
