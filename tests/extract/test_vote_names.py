"""Names beside the counts of a vote: parties are nobody's, and a name ends with its line."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Page, Source, Span, Text, Vote

HEAD = """COMMUNE DE MONTFLEURY
Compte rendu du conseil municipal du 3 avril 2014
Présents : Loïc EYMERY, Lucie MARANDE, Paul ORTEIL, Agathe SORBIERS, Jeanne VALMONT-BRIE.
Secrétaire de séance : Paul ORTEIL.
"""
SOLD = "1. Vente du presbytère\nLe conseil municipal, après en avoir délibéré, décide de vendre le presbytère.\n"
SEEN = "1. Aire de jeux\nLe conseil municipal,\n"


def vote(told: str, heading: str = SOLD) -> Vote:
    text = f"{HEAD}{heading}{told}2. Tarifs de la cantine\nAdopté à l'unanimité.\n"
    source = Source("pv.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    return extract(Text(source, text, (Page(1, Span(0, len(text))),))).records[0].vote


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Pour : 20\nContre : 7 (UMP)\nAdopté à la majorité\n", ()),
        ("Pour : 20\nContre : 7 (UMP + M. Ortel)\nAdopté à la majorité\n", ("Ortel",)),
        ("Pour : 20\nContre : 7 (Verts, Mme Marande)\nAdopté à la majorité\n", ("Marande",)),
        ("Pour : 20\nContre : 7 (PS et PCF)\nAdopté à la majorité\n", ()),
        (
            "Pour : 20\nContre : 2 (Lucie MARANDE, Paul ORTEIL)\nAdopté à la majorité\n",
            ("Lucie MARANDE", "Paul ORTEIL"),
        ),
    ],
)
def test_a_party_is_nobodys_name(told: str, names: tuple[str, ...]) -> None:
    found = vote(told)
    assert found.against_names == names
    assert (found.for_, found.outcome) == (20, "adopted")


@pytest.mark.parametrize("line", ["Paul\nORTEIL\n", "Loïc\nEYMERY\n"])
def test_the_column_of_the_next_row_is_not_of_the_last_name(line: str) -> None:
    told = f"Pour : 20\nContre : 0\nne prennent pas part au vote : M. Eymery, L. Marande, J. Valmont\n{line}"
    assert vote(told).not_voting_names[-1:] == ("J. Valmont",)


@pytest.mark.parametrize(
    "visa", ["Vu les devis reçus", "Vu la délibération du 3 mars", "Considérant l'avis du préfet,"]
)
def test_a_verb_below_the_visas_is_of_the_council(visa: str) -> None:
    found = vote(f"{visa}\nDécide à l'unanimité d'attribuer le marché à la société Rouvet.\n", SEEN)
    assert (found.outcome, found.unanimous) == ("adopted", True)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Mme MARANDE, présidente du club, ne prend part ni au débat ni au vote.\n"
            "Pour : 20\nNe prend pas part au vote : 1 (Lucie MARANDE)\nAdopté à l'unanimité\n",
            ("Lucie MARANDE",),
        ),
        (
            "M. Paul ORTEIL ne prend pas part au vote.\nPour : 20\nNe prend pas part au vote : 1 (M. ORTEIL)\n",
            ("Paul ORTEIL",),
        ),
        ("Pour : 20\nNe prennent pas part au vote : 2 (M. ORTEIL, Mme Anne ORTEIL)\n", ("ORTEIL", "Anne ORTEIL")),
    ],
)
def test_who_is_named_twice_for_one_side_is_one(told: str, names: tuple[str, ...]) -> None:
    assert vote(told).not_voting_names == names
