"""The normalised view: same length folded, offsets that lead back to the very characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.view import collapse, fold_same_length, normalise

TROUBLE = st.text(
    alphabet=st.one_of(st.sampled_from("aéÉœŒ ﬁﬀ\t\n\r\f\u00a0\u00ad\u200b’‘-‑\ufffe\u0301İß—"), st.characters())
)


@given(TROUBLE)
def test_every_view_is_as_long_as_its_fold_and_its_offsets(raw: str) -> None:
    view = normalise(raw)
    assert len(view.text) == len(view.folded) == len(view.starts) - 1
    assert list(view.starts) == sorted(view.starts)
    assert view.starts[-1] == len(raw)


@given(TROUBLE, st.integers(0, 50), st.integers(0, 50))
def test_a_raw_passage_normalises_to_what_was_asked(raw: str, start: int, length: int) -> None:
    view = normalise(raw)
    start = min(start, len(view.text))
    end = min(start + length, len(view.text))
    span = view.raw_span(start, end)
    assert 0 <= span.start <= span.end <= len(raw)
    if "ﬁ" not in raw and "ﬀ" not in raw:
        assert collapse(view.text[start:end]) in collapse(normalise(raw[span.start : span.end]).text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("L’an  deux", "L'an deux"),
        ("e\u0301te\u0301", "été"),
        ("ﬁnances", "finances"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("Jean\ufffePaul", "Jean-Paul"),
        ("la déli\ufffebération du vice\ufffeprésident", "la délibération du vice-président"),
        ("celui\ufffeci, l’as\ufffesociation", "celui-ci, l'association"),
        ("so\u00adus", "sous"),
    ],
)
def test_normal_form(raw: str, text: str) -> None:
    assert normalise(raw).text == text


def test_folding_keeps_the_length() -> None:
    assert fold_same_length("ÉCOLE Œuvre İ ß") == "ecole œuvre i ß"


def test_a_letter_with_two_marks_is_quoted_whole() -> None:
    view = normalise("Ma\u030b\u0300tre")
    assert view.raw_span(1, 3) == (1, 4)


def test_a_proof_ends_with_its_last_character() -> None:
    raw = "  Mme  Odile\u00a0\u00a0BRIAND ,"
    view = normalise(raw)
    start = view.text.index("Odile")
    span = view.raw_span(start, start + len("Odile BRIAND"))
    assert raw[span.start : span.end] == "Odile\u00a0\u00a0BRIAND"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("A L'UNANIMIÏE, ACCEPÏE CEÏÏE PROPOSIÏION", "a l'unanimite, accepte cette proposition"),
        ("MOÏSE, LOÏC, HAÏM ET Loïc", "moise, loic, haim et loic"),
        ("vu l an, l air, l est, s est, d un, n est, l eau", "vu l'an, l'air, l'est, s'est, d'un, n'est, l'eau"),
        ("Jean L Arnel et l'eau", "jean l arnel et l'eau"),
    ],
)
def test_what_scanning_lost_is_put_back_in_the_folded_copy(written: str, folded: str) -> None:
    view = normalise(written)
    assert view.folded == folded
    assert len(view.folded) == len(view.text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<OBJET>Achat de bancs</OBJET>", "Achat de bancs"),
        ("séance du <DATSEA>lundi 4 mai 2015</DATSEA", "séance du lundi 4 mai 2015"),
        ("Culture[pic]Exercice 2015[pic]Subvention", "Culture Exercice 2015 Subvention"),
        ("un seuil < 90 000 € et > 5 000 €", "un seuil < 90 000 € et > 5 000 €"),
        ("a <b> c", "a <b> c"),
    ],
)
def test_tags_that_a_program_left_are_spaces(raw: str, text: str) -> None:
    view = normalise(raw)
    assert collapse(view.text) == text
    assert raw[slice(*view.raw_span(0, len(view.text)))].startswith(text[:2])
