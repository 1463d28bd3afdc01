"""Numbers in words against num2words, and the noise that scanning adds."""

import pytest
from num2words import num2words

from kg.text.numbers import read_number
from kg.text.view import fold_same_length


@pytest.mark.parametrize("joint", ["-", " ", ""], ids=["hyphens", "spaces", "glued"])
def test_every_number_of_four_figures(joint: str) -> None:
    for number in range(10_000):
        words = fold_same_length(num2words(number, lang="fr"))
        assert read_number(words.replace("-", joint)) == number, words


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("deux mil vingt", 2020),
        ("mil neuf cent quatre vingt dix neuf", 1999),
        ("deux mille-vingt", 2020),
        ("deux-mille-vingt-et-un", 2021),
        ("deux mille\nvingt-trois", 2023),
        ("deux mi1le v1ngt", 2020),
        ("soixante et onze", 71),
        ("septante-deux", 72),
        ("deux millions trois cent mille", 2_300_000),
        ("trois milliards", 3_000_000_000),
        ("1er", 1),
        ("07", 7),
        ("premier", 1),
    ],
)
def test_other_writings(written: str, number: int) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    "written",
    [
        "",
        "et",
        "vingt trente",
        "deux trois",
        "mille mille",
        "cent cent",
        "douze cent mille mille",
        "dix six",
        "vingtaine",
    ],
)
def test_no_number(written: str) -> None:
    assert read_number(written) is None
