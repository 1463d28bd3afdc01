"""A count in small letters before a heading in capitals: the colon is that of the heading."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read


@pytest.mark.parametrize("count", ["Total : 2 délégués présents dont 1 suppléant", "2 conseillers présents"])
@pytest.mark.parametrize("heading", ["POUVOIRS :", "PROCURATIONS :", "REPRÉSENTÉS :", "ABSENTS REPRESENTES :"])
@pytest.mark.parametrize("listed", ["", "Étaient présents : MM. NOIR Paul, GRIS Max. "])
def test_those_who_gave_a_proxy_are_not_present(count: str, heading: str, listed: str) -> None:
    fields = read(f"{listed}{count} {heading} M. BRUN Luc à M. GRIS Max ; Mme OCRE Eva à M. NOIR Paul. Objet : Tarifs")
    assert fields["proxies"] == [Proxy("BRUN Luc", "GRIS Max"), Proxy("OCRE Eva", "NOIR Paul")]
    assert fields["present"] == (["NOIR Paul", "GRIS Max"] if listed else [])


def test_names_after_their_own_count_are_present() -> None:
    assert read("27 élus étaient présents : NOIR Paul, GRIS Max. Objet : Tarifs")["present"] == [
        "NOIR Paul",
        "GRIS Max",
    ]
