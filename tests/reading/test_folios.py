"""Page numbers are left out where they count the pages; other figures at the edge of a page stay."""

import pytest

from kg.reading.folios import without_folios


@pytest.mark.parametrize(
    "pages",
    [
        ["Abstentions :\r\n4", "Le maire expose\r\n5", "La séance est levée\r\n6"],
        ["4\r\nAbstentions :\r\n", "5\r\nLe maire expose\r\n", "6\r\nLa séance est levée\r\n"],
        ["Abstentions :\r\n- 1 -\r\n", "Le maire expose\r\n- 2 -\r\n", "La séance est levée\r\n- 3 -\r\n"],
        ["Abstentions :\r\nPage 1 / 3", "Le maire expose\r\nPage 2 / 3", "La séance est levée\r\nPage 3 / 3"],
        ["Abstentions :\r\n1", "Le maire expose\r\n2", "La séance est levée", "", "Fin\r\n5"],
    ],
)
def test_numbers_that_count_the_pages_are_left_out(pages: list[str]) -> None:
    left = [page.strip() for page in without_folios(pages)]
    assert left[:3] == ["Abstentions :", "Le maire expose", "La séance est levée"]


@pytest.mark.parametrize(
    "pages",
    [
        ["Pour : 12\r\n12", "Pour : 14\r\n14", "Pour : 9\r\n9"],
        ["Contre :\r\n1", "Contre :\r\n2"],
        ["Montant\r\n1 200", "Montant\r\n1 201", "Montant\r\n1 202"],
        ["1. Finances", "2. Travaux", "3. Écoles"],
        [],
    ],
)
def test_other_figures_stay(pages: list[str]) -> None:
    assert without_folios(pages) == pages
