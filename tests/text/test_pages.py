"""Feet and heads of pages inside of sentences are no part of the text; the raw passages leave them out."""

import pytest

from kg.text.pages import page_ends
from kg.text.view import normalise

FILL = "Le maire rappelle que la halle doit être refaite et que les devis ont été demandés à trois entreprises. " * 6


CUT = (
    ("Le conseil approuve la mise en place", "d'une rampe"),
    ("Les travaux de voirie sont confiés", "à la régie"),
    ("Madame Anne ROUX présente le", "compte de gestion"),
)


def paged(*feet: str) -> str:
    """Pages that end inside of a sentence, each with its foot."""
    parts = zip(CUT, feet, strict=False)
    return "".join(f"{FILL}{begun} {foot} {ended}. " for (begun, ended), foot in parts) + FILL.strip()


@pytest.mark.parametrize(
    "feet",
    [
        ("Page 1 sur 9", "Page 2 sur 9"),
        ("page 3/14", "page 4/14"),
        ("Procès-verbal du 3 mai – 1/9", "Procès-verbal du 3 mai – 2/9"),
        ("- 4 -", "- 5 -"),
        ("Page 1", "Page 2", "Page 3"),
        ("PAGE 2 / 7",),
        ("2/7 Commune de Valmont - Conseil du 3 mai", "3/7 Commune de Valmont - Conseil du 3 mai"),
    ],
)
def test_a_page_that_ends_inside_of_a_sentence(feet: tuple[str, ...]) -> None:
    raw = paged(*feet)
    assert [raw[slice(*span)] for span in page_ends(raw)] == list(feet)
    view = normalise(raw)
    for begun, ended in CUT[: len(feet)]:
        start = view.text.index(f"{begun} {ended}")
        spans = view.raw_spans(start, start + len(f"{begun} {ended}"))
        assert [raw[slice(*span)] for span in spans] == [begun, ended]


@pytest.mark.parametrize(
    "feet",
    [
        ("1/3", "2/5"),  # shares, not pages
        ("Page 12", "Page 7"),  # pages of other documents
        ("7", "8"),
        ("n° 3/14", "n° 4/14"),
        ("12/14", "12/14"),
    ],
)
def test_what_numbers_no_pages_stays(feet: tuple[str, ...]) -> None:
    raw = paged(*feet)
    assert page_ends(raw) == []
    assert normalise(raw).text == " ".join(raw.split())


def test_a_page_that_ends_between_sentences_stays() -> None:
    raw = f"{FILL}Page 1 sur 2 Le conseil approuve. {FILL}Page 2 sur 2 Fait à Valmont."
    assert page_ends(raw) == []


@pytest.mark.parametrize(("before", "after"), [("Présents : Anne ROUX,", "Paul NOIR"), ("M. Paul", "NOIR est absent")])
def test_a_list_goes_on_over_the_page(before: str, after: str) -> None:
    raw = f"{FILL}{before} Page 1 sur 3 {after}. {FILL}"
    assert f"{before} {after}" in normalise(raw).text


def test_lines_stay_lines_where_a_foot_had_its_own() -> None:
    raw = f"{FILL}\nLe conseil approuve la mise en place\nPage 1 sur 2\nd'une rampe.\n{FILL}\nPage 2 sur 2\n"
    view = normalise(raw)
    assert "mise en place\nd'une rampe" in view.text
    assert all(view.raw[view.starts[at]] == view.text[at] for at in range(len(view.text)) if view.text[at].isalnum())


STAMP = (
    "Envoyé en préfecture le 14/04/2023 Reçu en préfecture le 14/04/2023 Publié le "
    "ID : 045-214500423-20230412-D2023_12-DE"
)
CONFIDED = f"{FILL}Le conseil confie {STAMP} à la régie les travaux. {FILL}Il approuve la mise en place"


def test_a_stamp_that_comes_back_inside_of_a_sentence() -> None:
    raw = f"{CONFIDED} {STAMP} d'une rampe."
    view = normalise(raw)
    assert "mise en place d'une rampe" in view.text
    assert view.text.count("ID : 045-214500423") == 1  # the first proves the receipt


def test_another_stamp_stays() -> None:
    other = STAMP.replace("_12-", "_13-")
    raw = f"{CONFIDED} {other} d'une rampe."
    assert normalise(raw).text.count("ID : 045-214500423") == 2


FOOT = (
    "Mairie – 7 avenue de la Gare 45999 Valmont – Accusé de réception en préfecture {} Date de réception : 31/05/2023"
)
NUMBER = "045-214500423-20230523-D2023_12-DE"


def test_a_receipt_that_the_feet_alone_print_stays_once() -> None:
    raw = paged(*(f"{FOOT.format(NUMBER)} – Page {page}" for page in (1, 2, 3)))
    text = normalise(raw).text
    assert text.count(NUMBER) == 1
    assert "mise en place d'une rampe" in text


def test_a_receipt_that_the_head_prints_goes_with_the_feet() -> None:
    raw = f"{NUMBER} " + paged(*(f"{FOOT.format(NUMBER)} – Page {page}" for page in (1, 2)))
    assert normalise(raw).text.count(NUMBER) == 1
