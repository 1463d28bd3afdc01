"""« 3) Voirie », then a line that a colon ends before the report: the act's own title; on fictional minutes."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

_OPENING = (
    "COMMUNE DE MONTFLEURY\nCOMPTE RENDU DU CONSEIL MUNICIPAL DU 3 AVRIL 2023\n"
    "L'an deux mille vingt-trois, le trois avril à dix-huit heures, le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire.\nPrésents : Mme SORBIERS Agathe, M. EYMERY Loïc.\n"
    "Secrétaire de séance : M. EYMERY Loïc.\n"
)
_REPORT = "Madame le Maire expose qu'il convient de donner suite à la demande reçue au printemps.\n"
_VOTED = "Après en avoir délibéré, le Conseil Municipal approuve la proposition à l'unanimité.\n"


def second(head: str) -> str | None:
    heads = ["Vente du presbytère", head, "Réfection du lavoir"]
    items = "".join(f"{place}) {title}\n{_REPORT}{_VOTED}" for place, title in enumerate(heads, 1))
    acts = segment(normalise(f"{_OPENING}{items}La séance est levée.\n")).acts
    title: str | None = acts[1].heading_value("title")
    return title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Urbanisme\nConvention financière avec le syndicat :", "Convention financière avec le syndicat"),
        ("Eau potable\nPrix du mètre cube pour 2024 :", "Prix du mètre cube pour 2024"),
        ("Personnel\nCréation d'un poste d'agent technique:", "Création d'un poste d'agent technique"),
    ],
)
def test_a_line_that_a_colon_ends_is_the_title_under_a_theme(head: str, title: str) -> None:
    assert second(head) == title


@pytest.mark.parametrize(
    "head",
    [
        "Urbanisme\nLe projet se compose de trois lots :",
        "Vote des subventions aux associations\nMontants retenus pour l'année :",
    ],
)
def test_a_line_that_announces_a_list_is_no_title(head: str) -> None:
    assert second(head) == head.split("\n")[0]
