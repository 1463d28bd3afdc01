"""Votes told member by member, and sides whose members say first what they think."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Vote

HEAD = "COMMUNE DE VALMONT Conseil municipal du 3 avril 2023. "
OPENING = (
    "Délibération n° 4 Objet : Achat d'une parcelle. Le maire expose le projet. Le Conseil Municipal, appelé à se"
    " prononcer par vote électronique, a émis les votes suivants : "
)
CLOSING = " En conséquence, le Conseil Municipal, à la majorité, APPROUVE l'achat de la parcelle cadastrée AK 512."
ROWS = (
    ("ROUX Anne", "for"),
    ("NOIR-GRIS Paul (proc.)", "against"),
    ("DE LA VERT Zoé", "for"),
    ("BRUN Luc", "abstention"),
    ("D'OCRE Eva", "for"),
    ("K/ROSE Ida", "for"),
    ("FAUVE Noé", "against"),
)
WORDS = {
    "capitals": {"for": "POUR", "against": "CONTRE", "abstention": "ABSTENTION"},
    "short": {"for": "Pour", "against": "Contre", "abstention": "Abst."},
    "answers": {"for": "OUI", "against": "NON", "abstention": "ABST"},
}
AGAINST, ABSTENTION = ["NOIR-GRIS Paul", "FAUVE Noé"], ["BRUN Luc"]


def vote(told: str) -> Vote:
    return extract(text_of(HEAD + told)).records[0].vote


def rows(words: dict[str, str], lead: str, between: str) -> str:
    return between.join(f"{lead}{name} {words[said]}" for name, said in ROWS)


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("lead", ["", "Mme "])
@pytest.mark.parametrize("between", [" ", "\n", " | "])
def test_rows_of_names_and_answers(words: dict[str, str], lead: str, between: str) -> None:
    total = f"{between}TOTAL POUR 4 TOTAL CONTRE 2 TOTAL ABSTENTION 1"
    told = vote(OPENING + rows(words, lead, between) + total + CLOSING)
    assert ([*told.against_names], [*told.abstention_names]) == (AGAINST, ABSTENTION)
    assert told.method == "électronique"


def test_rows_without_figures() -> None:
    told = vote(OPENING + rows(WORDS["capitals"], "", " ") + CLOSING)
    assert ([*told.against_names], [*told.abstention_names]) == (AGAINST, ABSTENTION)


@pytest.mark.parametrize("total", [" TOTAL POUR 4 TOTAL CONTRE 3", ""])
def test_rows_of_other_figures_or_of_another_column_name_nobody(total: str) -> None:
    told = vote(OPENING + rows(WORDS["answers"], "", " ") + total + CLOSING)
    assert not told.against_names


@pytest.mark.parametrize(
    "thought",
    [
        "(M. ROUX Luc, Mme VERT Zoé) regrettent que le texte leur soit parvenu tard et ne prennent pas part au vote",
        ": M. ROUX Luc et Mme VERT Zoé déplorent l'absence de débat et ne prennent pas part au vote",
        ": M. ROUX Luc et Mme VERT Zoé s'étonnent du prix demandé, et ne participent pas au vote",
    ],
)
def test_members_who_say_why_they_take_no_part(thought: str) -> None:
    told = f"Les élus du groupe « Autrement » {thought}. Votes : 17 pour – 0 contre – 0 abstention – 2 NPPV."
    assert [*vote(f"Délibération n° 4 Objet : Motion. {told}{CLOSING}").not_voting_names] == ["ROUX Luc", "VERT Zoé"]


def test_a_thought_of_one_is_no_vote_of_another() -> None:
    told = "M. ROUX Luc regrette que le prix soit trop haut. Mme VERT Zoé et M. BRUN Max s'abstiennent."
    assert [*vote(f"Délibération n° 4 Objet : Motion. {told}{CLOSING}").abstention_names] == ["VERT Zoé", "BRUN Max"]
