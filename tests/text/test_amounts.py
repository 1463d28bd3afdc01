"""Amounts in euros as acts print them."""

from decimal import Decimal

import pytest

from kg.text.amounts import find_amounts


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("120 000 euros", "120000"),
        ("5 000 €", "5000"),
        ("10.000 €", "10000"),
        ("Harmonie........300 €", "300"),
        ("Total ... 1 200,50 €", "1200.50"),
        ("450 euros 50 par mois", "450.50"),
        ("un loyer de 12 euros 05, payable", "12.05"),
        ("10.50 €", "10.50"),
        ("136 367,18 €", "136367.18"),
        ("136 367, 18 €", "136367.18"),
        ("9 625 001,74€", "9625001.74"),
        ("1.234.567,89 EUR", "1234567.89"),
        ("40 k€", "40000"),
        ("1,2 M€", "1200000"),
        ("2 millions d'euros", "2000000"),
        ("2,5 millions d'€", "2500000"),
        ("cent vingt mille euros", "120000"),
        ("deux millions d'euros", "2000000"),
        ("trente euros et cinquante centimes", "30.5"),
        ("(-5 000 €)", "-5000"),
        ("- 5 000 € de travaux", "5000"),
        ("0,0825 €/kWh", "0.0825"),
        ("12 €/m²", "12"),
        ("en 2023 120 000 €", "120000"),
        ("un montant de 500EUROS", "500"),
        ("un excédent de 1048 986,97 euros", "1048986.97"),
        ("des travaux : 1920 186,86 €", "1920186.86"),
        ("y compris aléas 2% 7313 091,38 €", "7313091.38"),
        ("le m3 à 0.052 €", "0.052"),
        ("une part de 0.125€ HT", "0.125"),
        ("soit 0.350 euros par repas", "0.350"),
        ("en 2023 150 €", "150"),
        ("l'article 6574 500 €", "500"),
        ("1 048 986 , 97 €", "1048986.97"),
        ("1,048,986.97 €", "1048986.97"),
        ("1'048'986,97 €", "1048986.97"),
        ("1O 000 €", "10000"),
        ("12 OOO €", "12000"),
        ("un don de l 500 €", "1500"),
        ("3l4 250,00 €", "314250.00"),
        ("4l2,50 €", "412.50"),
        ("1 I30 250 €", "1130250"),
        ("S'il 500 €", "500"),
        ("1 500,- €", "1500"),
        ("350 000.-- euros", "350000"),
        ("10 000 E HT", "10000"),
        ("10 000 E par an", "10000"),
        ("10 000 ¤", "10000"),
        ("500 Keuros", "500000"),
        ("12 M d'euros", "12000000"),
        ("1.32 Mds€", "1320000000"),
        ("3€50 le repas", "3.50"),
        ("12 euros et 50 centimes", "12.50"),
        ("cent mille (100 000) euros", "100000"),
        ("100 000 (cent mille) euros", "100000"),
    ],
)
def test_one_amount(written: str, amount: str) -> None:
    assert [found.value for found in find_amounts(written)] == [Decimal(amount)]


@pytest.mark.parametrize(
    "written",
    [
        "50 %",
        "12 m²",
        "l'année 2023",
        "article 12",
        "la zone euro",
        "Europe 2020",
        "€",
        "12 E rue",
        "548 Euro-Mongolie",
    ],
)
def test_no_amount(written: str) -> None:
    assert not list(find_amounts(written))


def test_passages_hold_the_unit() -> None:
    text = "de 500 euros (cinq cents euros) et 12 M€"
    assert [text[f.start : f.end] for f in find_amounts(text)] == ["500 euros", "cinq cents euros", "12 M€"]


@pytest.mark.parametrize(
    "words",
    ["Sept-millions-cing-cent-mille euros", "tr0is-cent-mille euros"],
)
def test_the_end_of_words_that_a_scanner_spoilt_is_no_amount(words: str) -> None:
    assert [found.value for found in find_amounts(f"7 500 000,00 € ({words})")] == [Decimal("7500000.00")]


@pytest.mark.parametrize(
    ("writing", "amounts"),
    [
        ("une aide de 1 568,00 € (mille cing-cent-soixante-huit euros)", ["1568.00"]),
        ("3 000 euros TTC (soit trois mille euros), puis deux cents euros", ["3000", "3000", "200"]),
        ("douze euros par an (soit cent euros en tout)", ["12", "100"]),
    ],
)
def test_words_in_brackets_tell_the_figures_again(writing: str, amounts: list[str]) -> None:
    assert [str(found.value) for found in find_amounts(writing)] == amounts
