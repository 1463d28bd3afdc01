"""A sitting of more than ninety-nine items: the places go on with three figures. On fictional texts."""

import pytest

from kg.extract import extract
from kg.model import Page, Record, Source, Span, Text

_HEAD = (
    "Conseil municipal de la commune de Montfleury\nSéance du 12 mars 2024\nPrésents : Jeanne VALMONT, Paul ORSEL,"
    " Inès DARIC, Luc MERCIN\n"
)
_MATTERS = ("Vente de terrain", "Achat de véhicule", "Tarifs de la piscine", "Bail de la halle", "Travaux de voirie")


def records(text: str) -> tuple[Record, ...]:
    source = Source("a.txt", "text/plain", "0")
    return extract(Text(source, text, (Page(1, Span(0, len(text))),))).records


def items(count: int, stop: str) -> str:
    """As many items, each decided."""
    return "".join(
        f"{place}{stop} {_MATTERS[place % 5]} du quartier {chr(65 + place % 26)}{chr(97 + place // 26)}lienne\nLe"
        f" projet est présenté au conseil. Après en avoir délibéré, le conseil approuve ce projet à l'unanimité.\n"
        for place in range(1, count + 1)
    )


@pytest.mark.parametrize("stop", ["-", " -", ".", ")"])
def test_items_beyond_ninety_nine_are_items(stop: str) -> None:
    found = records(_HEAD + items(118, stop))
    assert len(found) == 118
    assert (found[104].title or "").startswith(_MATTERS[105 % 5])


@pytest.mark.parametrize(
    "matter", ["La maison est au 120 - Rue du Port", "Un lot de 150 - Achat groupé -", "Crédit de 110. Le projet"]
)
def test_three_figures_in_a_short_sitting_are_no_item(matter: str) -> None:
    text = _HEAD + items(3, ".") + f"4. Voirie communale\n{matter} est approuvé à l'unanimité par le conseil.\n"
    assert len(records(text)) == 4
