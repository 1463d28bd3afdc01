"""Letters that a scanner read as figures, and « I » as « l »."""

import pytest

from kg.text.misread import in_capitals, mended
from kg.text.view import normalise


@pytest.mark.parametrize(
    ("read", "word"),
    [
        ("APPR0UVE", "APPROUVE"),
        ("C0NSEIL", "CONSEIL"),
        ("SOLLlCITE", "SOLLICITE"),
        ("DEC1DE", "DECIDE"),
        ("UNAN1MlTÉ", "UNANIMITÉ"),
        ("dé1ibéré", "délibéré"),
        ("réa1isation", "réalisation"),
        ("autor1se", "autorise"),
        ("conse1l", "conseil"),
        ("mun1c1pal", "municipal"),
        ("ma1re", "maire"),
        ("conse1llers", "conseillers"),
        ("sa1le", "salle"),
        ("pub1ic", "public"),
        ("c0nvention", "convention"),
        ("votants : 1O", "votants : 10"),
        ("l6 voix pour, 1l contre", "16 voix pour, 11 contre"),
        ("le 12 avril 2O23", "le 12 avril 2023"),
        ("I1 est demandé", "Il est demandé"),
    ],
)
def test_letters_inside_of_words_are_mended(read: str, word: str) -> None:
    assert mended(read) == word


@pytest.mark.parametrize(
    "kept",
    [
        "article1er",
        "ARTICLE1ER",
        "A1",
        "H1N1",
        "RD 10",
        "2021",
        "B2016",
        "Il",
        "la ville",
        "T1 bis",
        "n°10 A",
        "1o) Tarifs",
        "PLUI-1l",
        "Tarif I1",
    ],
)
def test_codes_and_ordinals_stay(kept: str) -> None:
    assert mended(kept) == kept


def test_what_is_printed_stays() -> None:
    view = normalise("Le conseil APPR0UVE le plan")
    assert (view.text, view.folded) == ("Le conseil APPR0UVE le plan", "le conseil approuve le plan")


def test_capitals_are_told_through_a_small_letter_read_among_them() -> None:
    assert in_capitals("SOLLlCITE") and in_capitals("APPR0UVE")
    assert not in_capitals("Sollicite") and not in_capitals("l")
