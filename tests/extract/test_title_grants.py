"""Grants that the titles of a list tell; on fictional bodies."""

import pytest

from kg.extract import extract
from kg.model import Funding, Source, Text

_HEAD = """COMMUNE DE MONTFLEURY
LISTE DES DÉLIBÉRATIONS
Conseil municipal du 12 mars 2024

"""


def _grants(*titles: str) -> list[tuple[Funding, ...]]:
    lines = "\n".join(f"Délibération n° {number}/2024 : {title}" for number, title in enumerate(titles, start=101))
    raw = _HEAD + lines + "\n"
    text = Text(Source("liste.txt", "text/plain", "0" * 64), raw, ())
    return [record.funding for record in extract(text).records]


@pytest.mark.parametrize(
    ("title", "recipient", "amount", "kind"),
    [
        (
            "Subvention à la coopérative de l'école Lise Brévent pour la bibliothèque",
            "coopérative de l'école Lise Brévent",
            None,
            "subvention",
        ),
        (
            "Attribution d'un fonds de concours de 48 000 € à Valse Communauté",
            "Valse Communauté",
            48000,
            "fonds de concours",
        ),
        (
            "Octroi de la garantie communale pour l'emprunt souscrit par Logis Valsien auprès de la banque",
            "Logis Valsien",
            None,
            "garantie",
        ),
    ],
)
def test_a_title_gives(title: str, recipient: str, amount: int | None, kind: str) -> None:
    first, _ = _grants(title, "Modification du tableau des effectifs")
    assert [(g.recipient and g.recipient.name, g.amount, g.kind) for g in first] == [(recipient, amount, kind)]


@pytest.mark.parametrize(
    "title",
    [
        "Subventions aux associations et clubs sportifs",
        "Demande de subvention à la Région Alpes-Lointaines pour la halle",
        "Subvention d'équilibre au budget annexe de l'eau",
    ],
)
def test_a_title_that_asks_or_names_nobody_gives_nothing(title: str) -> None:
    first, _ = _grants(title, "Modification du tableau des effectifs")
    assert [g for g in first if g.funder.name == "Montfleury"] == []
