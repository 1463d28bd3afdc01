"""Lists of grants under the heads of tables: who, where, for what, at what cost; fictional throughout."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury, réuni le 3 mai 2023. "
CC = "Le conseil communautaire de la communauté de communes du Haut-Doux, réuni le 3 mai 2023. "


def given(text: str) -> list[tuple[object, ...]]:
    found = read_fields(EXTRACTOR, text).get("funding", [])
    return [(f.recipient.name if f.recipient else None, f.amount, f.total_cost, f.kind) for f in found]


@pytest.mark.parametrize(
    "announced",
    [
        "Il est demandé de se prononcer sur les subventions ci-après, inscrites au budget primitif : ",
        "La commission propose de retenir les subventions suivantes : ",
        "Le conseil arrête les subventions ci-dessous pour l'exercice 2023 : ",
    ],
)
def test_grants_are_proposed_in_a_list(announced: str) -> None:
    rows = "Union Nautique Fleurimontoise 2 400,00 € Les Amis du Lavoir 600,00 € TOTAL 3 000,00 € "
    decided = "Après en avoir délibéré, le conseil attribue aux associations les subventions figurant ci-dessus."
    assert given(TOWN + announced + rows + decided) == [
        ("Union Nautique Fleurimontoise", 2400, None, "subvention"),
        ("Les Amis du Lavoir", 600, None, "subvention"),
    ]


def test_what_is_asked_in_a_list_is_not_given() -> None:
    asked = "Le maire propose de demander les subventions suivantes : Halle 2 400,00 € Lavoir 600,00 €."
    assert given(TOWN + asked + " Après en avoir délibéré, le conseil approuve.") == []


@pytest.mark.parametrize(
    "head",
    ["Bénéficiaire Siège Montant proposé ", "Association Commune Subvention votée 2024 ", "Structures Ville Aide "],
)
def test_the_seat_of_a_body_is_no_part_of_its_name(head: str) -> None:
    head = head.replace("Commune", "Localité")
    rows = "Compagnie du Merle Bleu Aubrac 12 500 € Orchestre des Coteaux La Jonchère 7 500 € TOTAL 20 000 €"
    assert given(f"{TOWN}Après en avoir délibéré, attribue les subventions suivantes : {head}{rows} ;") == [
        ("Compagnie du Merle Bleu", 12500, None, "subvention"),
        ("Orchestre des Coteaux", 7500, None, "subvention"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Commune Opération Coût HT Subventions Reste à charge Fonds de concours ",
        "Communes Projet Montant des travaux Aides Autofinancement Fonds de concours attribué ",
    ],
)
def test_a_table_of_fonds_de_concours_stands_before_the_decision(head: str) -> None:
    rows = (
        "Courtefage Toiture de la halle 48 600,00 € 21 870,00 € 26 730,00 € 8 000,00 € "
        "La Rive-Doux Aire de jeux 22 150,00 € 8 860,00 € 13 290,00 € 6 645,00 € TOTAL 14 645,00 € "
    )
    decided = (
        "Après en avoir délibéré, le conseil attribue aux communes les fonds de concours figurant ci-dessus, "
        "pour un montant total de 14 645,00 €."
    )
    assert given(f"{CC}Trois dossiers ont été déposés : {head}{rows}{decided}") == [
        ("Courtefage", 8000, 48600, "fonds de concours"),
        ("La Rive-Doux", 6645, 22150, "fonds de concours"),
    ]


def test_the_columns_of_tariffs_are_no_grants() -> None:
    tariffs = "Tarifs : Associations Location Montant Caution Grande salle 150,00 € Petite salle 80,00 €."
    assert given(TOWN + tariffs + " Après en avoir délibéré, le conseil fixe les tarifs.") == []


def test_an_amount_after_letters_is_no_number_of_a_body() -> None:
    text = (
        TOWN + "Plan de financement : Département de la Valserine 57 750,00 € 15 % SDEF 20 000,00 € 5,19 % "
        "Autofinancement 307 250,00 €. Après en avoir délibéré, le conseil sollicite les subventions."
    )
    found = read_fields(EXTRACTOR, text)["funding"]
    assert [(f.funder.aliases[:1], f.amount, f.share) for f in found if f.amount == 20000] == [
        (("SDEF",), 20000, Decimal("0.0519"))
    ]
