"""Dates on folded text: every writing that acts use, and what is no date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kg.text.dates import find_dates, find_days
from kg.text.view import fold_same_length

# fmt: off
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)
# fmt: on


def dates(text: str) -> list[str]:
    return [found.value.isoformat() for found in find_dates(fold_same_length(text))]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("le 17 décembre 2020", "2020-12-17"),
        ("jeudi 1er juin 2023", "2023-06-01"),
        ("PRÉFECTURE DE VALMONT 1 5 DEC. 2020", "2020-12-15"),
        ("Compte rendu page 1 5 déc. 2020", "2020-12-05"),
        ("du 1° décembre 2017", "2017-12-01"),
        ("du 1% juillet 2026", "2026-07-01"),
        ("Publication le : 3 0 MA 1 2023", "2023-05-30"),
        ("le 1\ner\njuillet 2025", "2025-07-01"),
        ("le ler mars 2023", "2023-03-01"),
        ("dix-sept décembre deux mille vingt", "2020-12-17"),
        ("le premier juillet deux mille treize", "2013-07-01"),
        ("L'an deux mille-vingt et le dix sept décembre, les", "2020-12-17"),
        ("L'AN DEUX MILLE VINGT DEUX le 9 DÉCEMBRE à 18 H 00", "2022-12-09"),
        ("L'an deux mil vingt-trois, le vendredi 06 février à 20h30", "2023-02-06"),
        ("L'an deux mille vingt-trois le quatorze février, à dix-neuf heures", "2023-02-14"),
        ("L'an deux mille vingt-trois (2023), le quatorze février", "2023-02-14"),
        ("L'an deux mille vingt-trois – 2023 – et le lundi treize (13) février", "2023-02-13"),
        ("L'an deux mille vingt-trois, le six (6) du mois de février", "2023-02-06"),
        ("L'an deux mille vingt-trois, le dix-sept du mois de février à 19 H", "2023-02-17"),
        ("L'an deux mille vingt deux, le vingt huit juin, à 20h00", "2022-06-28"),
        ("L'an 2023, le lundi 13 mars", "2023-03-13"),
        ("31/12/20", "2020-12-31"),
        ("31.12.2020", "2020-12-31"),
        ("31-12-1998", "1998-12-31"),
        ("12/03/98", "1998-03-12"),
        ("2020-12-31", "2020-12-31"),
        ("le 3 1 mars 2023", "2023-03-31"),
        ("02/ 02/2023", "2023-02-02"),
        ("02 / 02 / 2023", "2023-02-02"),
        ("24 MAI 2O22", "2022-05-24"),
        ("le 12 mars 20 23", "2023-03-12"),
        ("le 15 decernbre 2022", "2022-12-15"),
        ("5 sept. 2022", "2022-09-05"),
        ("21/1212022", "2022-12-21"),
        ("le 0l/07/2022", "2022-07-01"),
        ("1O/l2/2O19", "2019-12-10"),
        ("Ol/O7/2022", "2022-07-01"),
        ("le 8 févr. 2022", "2022-02-08"),
    ],
)
def test_one_date(written: str, date: str) -> None:
    assert dates(written) == [date]


@pytest.mark.parametrize(
    "written",
    [
        "31 février 2023",
        "31/02/2023",
        "034-243400017-20201217-148571-DE",
        "05.61.12.10.20",
        "article 2121-12-10",
        "le 29 juin, s'est réuni",
        "mars 2023",
        "n° 14/25-02-20/C",
        "00/00/2023",
        "sept cent 2023",
    ],
)
def test_no_date(written: str) -> None:
    assert dates(written) == []


def test_dates_come_in_order_and_within_the_offsets() -> None:
    text = "le 02/03/2023, puis le 5 mars 2023 et le 6 mars 2023"
    assert dates(text) == ["2023-03-02", "2023-03-05", "2023-03-06"]
    first = text.index("5 mars")
    assert [found.value.day for found in find_dates(text, first, first + 11)] == [5]


def test_a_day_without_year() -> None:
    text = "l'an deux mille vingt-deux, le 04 juillet, dument convoque le\n29 juin, s'est reuni le 5 mars 2023"
    found = list(find_days(text))
    assert [tuple(one.value) for one in found] == [(29, 6)]
    assert text[found[0].start : found[0].end] == "29 juin"


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_every_day_in_six_writings(day: dt.date) -> None:
    month, words = MONTHS[day.month - 1], [num2words(part, lang="fr") for part in (day.day, day.year)]
    writings = [
        f"le {day.day} {month} {day.year}.",
        f"le {words[0]} {month} {words[1]}, à",
        f"L'an {words[1]}, le {words[0]} {month} à vingt heures",
        day.strftime("%d/%m/%Y"),
        day.strftime("%d/%m/%y"),
        day.isoformat(),
    ]
    assert [dates(writing) for writing in writings] == [[day.isoformat()]] * 6


@given(st.text(alphabet="0123456789 /.-'lanemrsjuidxvgt\n", max_size=200))
def test_a_passage_always_holds_its_date(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
        assert [again.value for again in find_dates(text[found.start : found.end])] in ([found.value], [])
