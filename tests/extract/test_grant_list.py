"""Long lists of grants, in several sections and columns; on fictional associations."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from tests.extract.test_funding import DECIDES, funding, short

_PLACES = ("Ambrevent", "Brocelou", "Castanhet", "Dourmelle", "Escalade", "Fontbrune", "Grandselve", "Hautemure")
_SPORTS = ("Harmonie", "Voile", "Chorale", "Pétanque", "Théâtre", "Escrime", "Lecture", "Canoë", "Danse", "Échecs")
_NAMES = [f"{sport} de {place}" for sport in _SPORTS for place in _PLACES]


def _rows(names: list[str], letter: str = "") -> str:
    return "".join(f"{name} {letter}{300 + 10 * place} €\n" for place, name in enumerate(names))


def _recipients(told: str) -> list[object]:
    return [short(entry)[1] for entry in funding(DECIDES + told)]


def test_each_section_is_a_list_of_its_own_however_long_all_are() -> None:
    sections = {"de la culture": "le Haut", "du sport": "le Bas", "de la vie associative": "le Neuf"}
    told = "".join(
        f"Attributions de subventions dans le cadre {section} :\n{_rows([f'{name} {part}' for name in _NAMES])}"
        f"Total {len(_NAMES) * 695} €\nLes crédits seront prélevés sur la ligne dédiée.\n"
        for section, part in sections.items()
    )
    assert len(told) > 7000
    found = _recipients(f"attribue les subventions suivantes :\n{told}")
    assert {f"{name} {part}" for name in _NAMES for part in sections.values()} <= set(found)


@pytest.mark.parametrize("letter", ["F ", "| P ", "M "])
def test_the_letter_of_a_column_is_no_part_of_a_name(letter: str) -> None:
    assert _recipients(f"attribue les subventions suivantes :\n{_rows(_NAMES[:6], letter)}") == _NAMES[:6]


def test_the_letter_that_ends_one_name_alone_stays() -> None:
    names = [*_NAMES[:5], "Collège Pré de la Vigne, classe B"]
    assert _recipients(f"attribue les subventions suivantes :\n{_rows(names)}") == names


@pytest.mark.parametrize("told", ["pour un montant total de 9 650 €", "dont le montant total s'élève à 9 650 €"])
def test_the_total_of_a_list_is_no_cost_of_what_each_does(told: str) -> None:
    found = funding(f"{DECIDES}attribue les subventions suivantes, {told} :\n{_rows(_NAMES[:6])}")
    assert {entry.recipient.name for entry in found if entry.recipient} == set(_NAMES[:6])
    assert {entry.total_cost for entry in found} == {None}


def test_a_project_after_the_letter_of_its_column_is_no_part_of_a_name() -> None:
    rows = "".join(
        f"{4000 + place} {name} {'P FÊTE DU QUARTIER' if place % 3 == 2 else 'F'} {300 + 10 * place} €\n"
        for place, name in enumerate(_NAMES[:9])
    )
    assert _recipients(f"attribue les subventions suivantes :\n{rows}") == _NAMES[:9]


def test_amounts_in_columns_are_no_part_of_a_name() -> None:
    rows = "".join(f"{name} {500 + place} € {600 + place} €\n" for place, name in enumerate(_NAMES[:4]))
    found = funding(f"{DECIDES}attribue les subventions suivantes :\n{rows}")
    assert [(entry.recipient and entry.recipient.name, entry.amount) for entry in found] == [
        (name, Decimal(600 + place)) for place, name in enumerate(_NAMES[:4])
    ]


def test_a_letter_inside_one_name_stays() -> None:
    names = [*_NAMES[:5], "Les Amis du Lac C Lointain"]
    assert _recipients(f"attribue les subventions suivantes :\n{_rows(names)}") == names


def test_a_name_that_goes_on_is_no_head_of_a_table() -> None:
    rows = "".join(
        f"{4000 + place} ASSOCIATION DES AMIS DE\nL'ORME {name.upper()} F {300 + place} €\n"
        for place, name in enumerate(("BAS", "HAUT", "LONG", "VIEUX"))
    )
    names = [f"ASSOCIATION DES AMIS DE L'ORME {name}" for name in ("BAS", "HAUT", "LONG", "VIEUX")]
    assert _recipients(f"attribue les subventions suivantes :\nAssociation Montant\n{rows}") == names


@pytest.mark.parametrize("head", ["Association", "ASSOCIATIONS Montant 2024", "Code Structure Nature Montant"])
def test_the_head_of_a_table_is_no_part_of_a_name(head: str) -> None:
    assert _recipients(f"attribue les subventions suivantes :\n{head}\n{_rows(_NAMES[:4])}") == _NAMES[:4]


def test_a_sentence_on_the_sum_is_no_row() -> None:
    told = f"{_rows(_NAMES[:3])}ainsi qu'une subvention pour la fête d'un montant de 900 €\n"
    assert _recipients(f"attribue les subventions suivantes :\n{told}") == _NAMES[:3]


def test_a_vote_between_two_rows_and_an_address_are_no_part_of_a_name() -> None:
    rows = (
        "Harmonie de Brocelou 300 €\nVote : pour à l'unanimité\nUnion des rameurs 200 €\n"
        "Logis du Lac, 6/8 rue du Port 500 €\nVoile de Castanhet (74) 100 €\n"
    )
    names = ["Harmonie de Brocelou", "Union des rameurs", "Logis du Lac", "Voile de Castanhet"]
    assert _recipients(f"attribue les subventions suivantes :\n{rows}") == names


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


def test_a_letter_inside_of_a_cell_is_a_part_of_the_name() -> None:
    names = ["Ambrevent A M Escrime", "Canoë B de Dourmelle", *_NAMES[:4]]
    told = _table([(f"{310 + place}", name, "FM"[place % 2], f"{200 + place} €") for place, name in enumerate(names)])
    assert _recipients(f"attribue les subventions suivantes :\n{told}") == names


@pytest.mark.parametrize("budget", ["6574/92 LC 18891", "Ligne 4012 du budget principal", "fonctionnement"])
def test_what_a_row_tells_after_its_amount_is_no_part_of_the_next_name(budget: str) -> None:
    told = _table([(f"{80 + place}", name, f"{200 + place} €", budget) for place, name in enumerate(_NAMES[:6])])
    assert _recipients(f"attribue les subventions suivantes :\n{told}") == _NAMES[:6]


def test_a_name_broken_into_two_lines_is_one_where_no_cells_are_parted() -> None:
    told = "".join(f"Union amicale des rameurs\nde {place} {300 + n} €\n" for n, place in enumerate(_PLACES[:4]))
    assert _recipients(f"attribue les subventions suivantes :\n{told}") == [
        f"Union amicale des rameurs de {place}" for place in _PLACES[:4]
    ]


@pytest.mark.parametrize(
    "name",
    ["Montferrac Agglomération Escrime", "Montferrac Agglo Canoë Kayak", "Conseil départemental de l'Accès au Droit"],
)
def test_a_name_that_begins_like_a_public_body_is_whole(name: str) -> None:
    told = _table([("12", name, "F", "400 €"), *((f"{n}", one, "F", f"{n} €") for n, one in enumerate(_NAMES[:4], 20))])
    assert name in _recipients(f"attribue les subventions suivantes :\n{told}")


def test_a_public_body_and_what_for_is_the_body() -> None:
    rows = [("Commune de Valmont pour la salle des fêtes", "4 000 €"), ("Commune de Brugny", "3 000 €")]
    found = _recipients(f"attribue les subventions suivantes :\n{_table(rows)}")
    assert found == ["Commune de Valmont", "Commune de Brugny"]


_TABLES = [
    "Subv 2023 Subv 2024 Demande 2025 Propositions 2025\n{rows}",
    "Associations | Versé 2023 | Versé 2024 | Sollicité 2025 | Voté 2025\n{rows}",
    "Nom Montant 2023 Montant 2024 Subvention demandée 2025 Subvention accordée 2025\n{rows}",
    "Aide 2023 Aide 2024 Aide 2025\n{rows}",
]


@pytest.mark.parametrize("flat", [False, True], ids=["lines", "flat"])
@pytest.mark.parametrize("table", _TABLES)
def test_columns_of_years_head_a_list_whose_last_amount_is_given(table: str, flat: bool) -> None:
    rows = [(name, Decimal(200 + 50 * place)) for place, name in enumerate(_NAMES[:4])]
    told = "".join(f"{name} 1 000,00 € 500,00 € {given},00 €\n" for name, given in rows)
    written = (
        f"{DECIDES}attribue les subventions présentées dans le tableau. {table.format(rows=told)}TOTAL 4 000,00 €\n"
    )
    found = funding(" ".join(written.split()) if flat else written)
    assert [(entry.recipient and entry.recipient.name, entry.amount) for entry in found] == rows


def test_columns_of_a_budget_are_no_grants() -> None:
    assert funding(f"{DECIDES}vote le budget. Budget 2023 Budget 2024\nVoirie 300 € 400 €\nÉcole 500 € 600 €\n") == []


@pytest.mark.parametrize(
    "head", ["Nature des travaux Montant HT", "Postes de dépenses Coût", "Désignation - Prix TTC", "Lots Montant"]
)
def test_what_works_cost_is_given_to_nobody(head: str) -> None:
    rows = "Réseau basse tension 310 000,00 € Éclairage public 58 500,00 € Génie civil 37 500,00 € Total 406 000,00 €"
    told = f"approuve le plan de financement des subventions, l'enveloppe étant répartie comme suit : {head} {rows}."
    assert _recipients(told) == []
