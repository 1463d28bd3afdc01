"""Plans read by columns, totals of unit prices, who is made to pay, scanned sums; fictional throughout."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury, réuni le 3 mai 2023. "
DECIDES = " Après en avoir délibéré, le conseil municipal sollicite les subventions."
TWO = [("État", 620000, Decimal("0.5")), ("Région Alpes-Lointaines", 372000, Decimal("0.3"))]


def told(text: str) -> list[tuple[str, object, object]]:
    return [(f.funder.name, f.amount, f.share) for f in read_fields(EXTRACTOR, text).get("funding", [])]


@pytest.mark.parametrize(
    "table",
    [
        "Financeurs Etat (DSIL) Région Alpes-Lointaines Commune TOTAL HT TVA 20 % TOTAL TTC Taux 50 % 30 % 20 % 100 % "
        "Montants 620 000 € 372 000 € 248 000 € 1 240 000 € 248 000 € 1 488 000 €",
        "Etat - DETR Région Alpes-Lointaines Autofinancement (commune) TOTAL 620 000,00 € 372 000,00 € 248 000,00 € "
        "1 240 000,00 € 50 % 30 % 20 % 100 %",
        "Financeurs : Etat DETR Région Alpes-Lointaines Fonds propres 620 000 € 50 % 372 000 € 30 % 248 000 € 20 %",
    ],
)
def test_a_table_is_read_by_columns(table: str) -> None:
    assert told(f"{TOWN}Le plan de financement s'établit comme suit : {table}.{DECIDES}") == TWO


def test_columns_are_believed_where_they_add_up() -> None:
    plan = "Le plan de financement est le suivant : Etat (DETR) Département de la Valserine Commune TOTAL "
    added = plan + "20 000 € 10 000 € 30 000 € 60 000 €."
    wrong = plan + "20 000 € 10 000 € 30 000 € 75 000 €."
    found = [("État", 20000, None), ("Département de la Valserine", 10000, None)]
    assert told(TOWN + added + DECIDES) == found
    assert ("État", 20000, None) not in told(TOWN + wrong + DECIDES)


@pytest.mark.parametrize(
    "head",
    [
        "le plan de finan cement suivant : Dépenses (HT) Travaux de voirie 42 380,00 Recettes ",
        "le plan de financement suivant : Dépenses Montant Voirie 42 380,00 Recettes Montant HT ",
        "de demander une subvention. Travaux 42 380,00 € Recettes : ",
    ],
)
def test_the_second_half_of_a_table_tells_who_pays(head: str) -> None:
    rows = (
        "Etat - DETR (35 %) 14 833,00 Conseil départemental de la Valserine (25 %) 10 595,00 Autofinancement 16 952,00"
    )
    assert told(f"{TOWN}Le maire propose {head}{rows} Total 42 380,00.{DECIDES}") == [
        ("État", Decimal("14833.00"), Decimal("0.35")),
        ("Conseil départemental de la Valserine", Decimal("10595.00"), Decimal("0.25")),
    ]


def test_a_budget_tells_nobody_who_pays() -> None:
    budget = "Le budget s'équilibre : Dépenses 90 000 € Recettes Etat 20 000 € Département de la Valserine 10 000 €."
    assert told(f"{TOWN}{budget} Après en avoir délibéré, le conseil adopte le budget.") == []


@pytest.mark.parametrize("sum_", ["l 500 £", "1 500 £", "1.500,00 £", "1 500 E"])
def test_a_scanned_unit_is_one(sum_: str) -> None:
    text = (
        f"{TOWN}Après en avoir délibéré, décide d'attribuer à l'association Les Sabots Vernis une subvention de {sum_}."
    )
    assert told(text) == [("Montfleury", 1500, None)]


@pytest.mark.parametrize(
    "told_of",
    [
        "fixe à 620 € par élève la participation de la commune aux frais de l'école, soit un total de 6 820 €.",
        "fixe la participation de la commune à 620 € par élève, soit un montant total de 6 820 €, pour l'école.",
    ],
)
def test_a_total_stands_for_its_unit_price(told_of: str) -> None:
    text = f"{TOWN}Après en avoir délibéré, approuve la convention avec l'association Oihartzun ; {told_of}"
    assert told(text) == [("Montfleury", 6820, None)]


@pytest.mark.parametrize(
    "charged",
    [
        "soit une participation totale de 9 308,10 € à la charge de la commune de Valperdue",
        "soit une contribution de 9 308,10 € due par la commune de Valperdue",
        "avec un droit d'entrée de 9 308,10 € à verser par la commune de Valperdue",
    ],
)
def test_another_is_made_to_pay(charged: str) -> None:
    text = f"{TOWN}Huit enfants seraient accueillis, {charged}. Après en avoir délibéré, approuve la convention."
    assert told(text) == [("commune de Valperdue", Decimal("9308.10"), None)]


@pytest.mark.parametrize("row", ["12 480 23 088,00 €", "12 480 hab. 23 088,00 €", "12 480 1,85 23 088,00 €"])
def test_dues_stand_after_what_they_are_reckoned_from(row: str) -> None:
    text = (
        "Le comité syndical du Syndicat mixte du Pays de Brume, réuni le 3 mai, rappelle les cotisations des trois "
        f"communautés de communes, soit : EPCI Population Cotisation CC du Haut-Val {row} CC Landes et Bruyères "
        f"{row.replace('23', '16')} TOTAL 39 176,00 €. Après en avoir délibéré, approuve cette répartition."
    )
    assert told(text) == [("CC du Haut-Val", 23088, None), ("CC Landes et Bruyères", 16088, None)]


def test_a_communal_part_goes_to_the_partner() -> None:
    text = (
        f"{TOWN}Financement du SDEF : 118 600,00 € * Financement de la commune : rue 9 050,00 €, réseaux 27 800,00 "
        "€, soit un total de 36 850,00 €. Après en avoir délibéré, accepte le versement de la participation communale "
        "estimée à 36 850,00 € ; autorise le Maire à signer la convention financière avec le SDEF."
    )
    assert [(f.funder.name, f.amount) for f in read_fields(EXTRACTOR, text)["funding"]] == [
        ("Syndicat départemental d'énergie et d'équipement du Finistère", 118600),
        ("Montfleury", 36850),
    ]


def test_a_sentence_after_a_table_has_no_part_in_it() -> None:
    text = (
        f"{TOWN}Financement : Commune 55 % 52 250,00 € Département de la Valserine 37 % 35 150,00 € La région "
        "versera sa part sous la forme d'un fonds de concours, par un acompte de 50 % au démarrage." + DECIDES
    )
    assert told(text) == [("Département de la Valserine", 35150, Decimal("0.37"))]


def test_a_range_is_no_share() -> None:
    text = (
        f"{TOWN}L'État pourra apporter une aide à un taux compris entre 20 % et 40 % du coût. "
        "Après en avoir délibéré, sollicite auprès de l'État une aide de 11 906 €."
    )
    assert told(text) == [("État", 11906, None)]


def test_each_amount_comes_under_its_programme() -> None:
    text = (
        f"{TOWN}Après en avoir délibéré, sollicite une subvention de 96 250 € au titre de la DETR et de 77 000 € au "
        "titre de la DSIL."
    )
    found = read_fields(EXTRACTOR, text)["funding"]
    assert [(f.amount, f.programme) for f in found] == [(96250, "DETR"), (77000, "DSIL")]


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("PETR du Pays de Brume", "PETR"),
        ("Pôle d'équilibre territorial et rural du Pays de Brume", "PETR"),
        ("Centre communal d'action sociale de Montfleury", "CCAS"),
    ],
)
def test_a_body_that_decides_is_known_by_its_letters(body: str, short: str) -> None:
    text = (
        f"Le conseil du {body}, réuni le 3 mai 2023. L'association Toits et Clés tient une permanence, moyennant une "
        f"participation annuelle du {short} de 4 500 €. Après en avoir délibéré, approuve la convention avec "
        "l'association Toits et Clés."
    )
    found = read_fields(EXTRACTOR, text)["funding"]
    assert [(f.funder.name, f.recipient.name if f.recipient else None, f.amount) for f in found] == [
        (body, "association Toits et Clés", 4500)
    ]


def test_the_head_of_a_table_may_tell_its_unit() -> None:
    table = (
        "Dépenses Montant HT Recettes Montant HT Travaux 80 000 Etat DETR 32 000 Etudes 20 000 Conseil départemental "
        "de la Valserine 20 000 Autofinancement 48 000 Total 100 000 Total 100 000."
    )
    decided = " Après en avoir délibéré, le conseil municipal approuve le plan de financement et sollicite la DETR."
    assert [one[:2] for one in told(f"{TOWN}{table}{decided}")] == [
        ("État", 32000),
        ("Conseil départemental de la Valserine", 20000),
    ]


def test_what_is_asked_in_a_list_of_funders() -> None:
    asked = (
        "sollicite : - la DETR à hauteur de 40 % soit 40 000 € - le Département de la Valserine à hauteur de 15 000 €."
    )
    assert told(f"{TOWN}Après en avoir délibéré, {asked}") == [
        ("État", 40000, Decimal("0.4")),
        ("Département de la Valserine", 15000, None),
    ]


def test_another_commune_pays_for_its_pupils() -> None:
    text = "dit que la commune de Valperdue participera aux frais de scolarité à hauteur de 520 € par enfant, "
    assert told(f"{TOWN}Après en avoir délibéré, {text}soit 1 560 €.") == [("commune de Valperdue", 1560, None)]


def test_heads_of_years_are_no_part_of_the_first_name() -> None:
    text = (
        "vote les subventions aux associations comme suit : ASSOCIATIONS 2022 2023 ACCA 150 € 150 € "
        "Club du Merle 400 € 450 €."
    )
    found = read_fields(EXTRACTOR, f"{TOWN}Après en avoir délibéré, {text}")["funding"]
    assert [(f.recipient.name, f.amount) for f in found] == [("ACCA", 150), ("Club du Merle", 450)]
