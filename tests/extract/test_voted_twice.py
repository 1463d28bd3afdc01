"""Two reports under one heading, each deliberated and counted, are two acts; on fictional minutes."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

_OPENING = (
    "COMMUNE DE MONTFLEURY\nCOMPTE RENDU DU CONSEIL MUNICIPAL DU 3 AVRIL 2023\n"
    "L'an deux mille vingt-trois, le trois avril à dix-huit heures, le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire.\nPrésents : Mme SORBIERS Agathe, M. EYMERY Loïc.\n"
    "Secrétaire de séance : M. EYMERY Loïc.\n"
)
_FIRST = "Madame le Maire rappelle que le taux est fixé par le conseil.\n"
_AGAIN = "Madame le Maire rappelle que les emplois sont créés par le conseil.\n"
_VOTED = "Après en avoir délibéré, le Conseil Municipal ADOPTE la proposition.\n"
_TITLES = ["Vente du presbytère", "Avancement de grade", "Réfection du lavoir", "Achat d'une benne"]


def titles(inside: str) -> list[str | None]:
    items = [f"{place}) {title}\n{_FIRST}{_VOTED}Pour 9\nContre 0\nAbstention 0\n" for place, title in _numbered()]
    items[1] = f"2) {_TITLES[1]}\n{inside}"
    text = f"{_OPENING}{''.join(items)}La séance est levée.\n"
    return [act.heading_value("title") for act in segment(normalise(text)).acts]


def _numbered() -> list[tuple[int, str]]:
    return list(enumerate(_TITLES, 1))


@pytest.mark.parametrize(
    "counts",
    [
        "Pour 9\n Abstention 0\n Contre 0\n",
        "Votes : Pour : 9, Contre : 0, Abstention : 0.\n",
        "Contre : 2 - Pour : 7 - Abstentions : aucune\n",
    ],
)
def test_reports_voted_apart_under_one_heading_are_two_acts(counts: str) -> None:
    found = titles(f"{_FIRST}{_VOTED}{counts}{_AGAIN}{_VOTED}{counts}")
    assert found == [_TITLES[0], _TITLES[1], *_TITLES[1:]]


@pytest.mark.parametrize(
    "inside",
    [
        f"{_FIRST}{_VOTED}Pour 9\nContre 0\nAbstention 0\n{_AGAIN}",
        f"{_FIRST}{_VOTED}Pour 9\nContre 0\n{_AGAIN}{_VOTED}Pour 9\nContre 0\n",
        f"{_FIRST}{_VOTED}Pour 9\nContre 0\nAbstention 0\nLa benne est rouge.\n{_AGAIN}{_VOTED}",
    ],
    ids=["told after the vote", "no full counts", "no report at once"],
)
def test_what_is_said_after_a_vote_is_no_act_of_its_own(inside: str) -> None:
    assert titles(inside) == _TITLES
