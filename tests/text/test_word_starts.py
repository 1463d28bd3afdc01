"""Words are found where they begin, however often others that begin as they do are said."""

from itertools import pairwise

import pytest

from kg.text.cues import cue_positions, holds_any
from kg.text.word_starts import word_positions

_WORDS = ("a l'unanim", "a\nl'unanim", "adopte", "le ", "voix")


@pytest.mark.parametrize("often", [600, 60_000])
def test_a_word_said_again_and_again_hides_no_other(often: int) -> None:
    before = "adopte a l'unanimite " + "a " * often
    text = before + "a\nl'unanimite, voila l'unanimite, il a l'unanimite"
    found = word_positions(text, ("a l'unanim", "a\nl'unanim", "adopte"), 0, len(text))
    assert found == [0, 7, len(before), len(text) - len("a l'unanimite")]


@pytest.mark.parametrize("between", ["mot ", "a\n", "voila "])
def test_what_is_found_in_a_long_text_is_found_in_its_parts(between: str) -> None:
    said = "le conseil adopte a l'unanimite, 12 voix\n"
    text = said + between * 60_000 + said
    parts = [0, 1_000, len(text) - 1_000, len(text)]
    inside = [word_positions(text, _WORDS, start, end) for start, end in pairwise(parts)]
    assert sorted(at for found in inside for at in found) == word_positions(text, _WORDS, 0, len(text))


def test_a_long_text_is_asked_once_for_words_that_it_does_not_hold() -> None:
    text = "le lavoir communal " * 20_000 + "12 voix pour"
    assert holds_any(text, ("neant", "voix pour"), 0, len(text))
    assert not holds_any(text, ("neant", "voix contre"), 0, len(text))
    assert cue_positions(text, ("voix", "neant"), 0, len(text)) == [len(text) - len("voix pour")]
