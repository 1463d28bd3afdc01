"""Line breaks that only the width of the page explains."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.view import normalise

_PROSE = (
    "Le conseil municipal, légalement convoqué, s'est réuni à la mairie sous la présidence de Madame Anne ROUX, maire, "
    "et a pris connaissance du rapport que présente Monsieur Paul NOIR au nom de la commission des finances. "
) * 4


@pytest.mark.parametrize("width", [70, 90, 130])
def test_a_paragraph_is_one_line_again(width: int) -> None:
    view = normalise("\n".join(textwrap.wrap(_PROSE, width)))
    assert view.text.replace("\n", " ") == _PROSE.strip()
    # A break after the end of a sentence may be that of a paragraph.
    assert all(line.endswith(".") for line in view.text.split("\n"))


def test_a_space_before_the_break_is_not_doubled() -> None:
    view = normalise(" \n".join(textwrap.wrap(_PROSE, 80)))
    assert "  " not in view.text
    assert view.text.replace("\n", " ").split() == _PROSE.split()


@pytest.mark.parametrize(
    "line",
    ["- APPROUVE la convention", "3. Vente du presbytère", "Article 2 : le maire", "VU le code", "Pour : 12", "• Un"],
)
def test_what_begins_a_line_of_its_own_stays_there(line: str) -> None:
    full = textwrap.wrap(_PROSE, 80)
    assert f"\n{line}" in normalise("\n".join([*full[:7], line, *full[7:]])).text


def test_short_lines_and_single_lines_stay() -> None:
    names = "Présents :\nAnne ROUX\nPaul NOIR\nZoé VERT\nLuc BRUN\nEva BLANC\nMax GRIS"
    assert normalise(names).text == names
    assert normalise(_PROSE).text == _PROSE.strip()


@given(st.lists(st.text("ab É.:-\n\t", max_size=140), max_size=12))
def test_each_character_is_quoted_from_where_it_stands(lines: list[str]) -> None:
    raw = "\n".join(lines)
    view = normalise(raw)
    assert len(view.starts) == len(view.text) + 1
    assert view.starts[-1] == len(raw)
    assert all(raw[view.starts[at]] == char or raw[view.starts[at]].isspace() for at, char in enumerate(view.text))


@pytest.mark.parametrize("width", [70, 90, 130])
def test_an_empty_line_below_each_line_parts_nothing(width: int) -> None:
    raw = "\n\n".join(textwrap.wrap(_PROSE, width))
    view = normalise(raw)
    assert view.text.replace("\n", " ") == _PROSE.strip()
    assert "\n\n" not in view.text
    assert all(raw[at] == char for at, char in zip(view.starts, view.text, strict=False) if not char.isspace())


def test_empty_lines_between_paragraphs_stay() -> None:
    raw = "\n\n".join([_PROSE.strip()] * 8)
    assert normalise(raw).text == raw


def test_a_sentence_goes_on_below_an_empty_line() -> None:
    lines = textwrap.wrap(_PROSE, 80)
    raw = "\n".join(lines[:4]) + "\n\n" + "\n".join(lines[4:])
    assert normalise(raw).text.startswith(" ".join(lines[:4])[:300])


@pytest.mark.parametrize(
    ("begun", "ended", "read"),
    [
        ("la déli-", "bération du 3 mai", "la délibération du 3 mai"),
        ("le vice-", "président présente", "le vice-président présente"),
        ("celui-", "ci approuve", "celui-ci approuve"),
        ("le procès-", "verbal est adopté", "le procès-verbal est adopté"),
        ("l'autorisa-", "tion de signer", "l'autorisation de signer"),
    ],
)
def test_a_word_that_the_end_of_a_line_cuts(begun: str, ended: str, read: str) -> None:
    full = textwrap.wrap(_PROSE, 80)
    line = f"{'Le maire rappelle aux membres du conseil municipal que la commune attend '[: 80 - len(begun)]}{begun}"
    raw = "\n".join([*full[:6], line, ended, *full[6:]])
    view = normalise(raw)
    assert read in view.text
    start = view.text.index(read)
    assert raw[slice(*view.raw_span(start, start + len(read)))].replace("-\n", "").replace("-", "") == read.replace(
        "-", ""
    )


def test_spaces_around_lines_are_left_out() -> None:
    full = textwrap.wrap(_PROSE, 80)
    raw = "\n".join(f"    {line}  " for line in full)
    assert normalise(raw).text == normalise("\n".join(full)).text
