"""Who presides for one act only, in minutes of a fictional commune."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Page, Record, Source, Span, Text

HEAD = """COMMUNE DE MONTFLEURY
Compte rendu de la réunion du conseil municipal du 3 avril 2014
Présents : Mmes et MM. Loïc EYMERY, Lucie MARANDE, Paul ORTEIL, Agathe SORBIERS, Jeanne VALMONT.
Secrétaire de séance : Paul ORTEIL.
"""
OPENED = "Sous la présidence de Madame Agathe SORBIERS, maire.\n"
ACT = "Le conseil municipal, après en avoir délibéré, à l'unanimité, approuve la proposition.\n"


def chairs(text: str) -> list[tuple[str, str | None] | None]:
    source = Source("pv.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    found: tuple[Record, ...] = extract(Text(source, text, (Page(1, Span(0, len(text))),))).records
    return [(record.chair.name, record.chair.role) if record.chair else None for record in found]


def minutes(told: str, *, opened: str = "", between: str = "") -> str:
    return (
        f"{HEAD}{opened}1. Vente du presbytère\n{ACT}{between}2. Compte administratif 2013\n{told}\n{ACT}"
        f"3. Tarifs de la cantine\n{ACT}4. Travaux de voirie\n{ACT}"
    )


@pytest.mark.parametrize(
    ("told", "chair"),
    [
        ("Mme SORBIERS sort et laisse la présidence à Mme Lucie MARANDE.", ("Lucie MARANDE", None)),
        ("Madame le maire se retire. Lucie MARANDE, première adjointe, prend la présidence.", "première adjointe"),
        ("Le maire quitte la salle et M. Loïc EYMERY, 2ème adjoint prend la présidence de séance.", "2ème adjoint"),
        ("La présidence de la séance est confiée à Monsieur Paul ORTEIL, doyen d'âge.", "doyen d'âge"),
        ("Madame SORBIERS quitte la salle. M. Loïc EYMERY est désigné président de séance.", ("Loïc EYMERY", None)),
        ("Mme Lucie MARANDE a été élue présidente de séance pour ce vote.", ("Lucie MARANDE", None)),
        ("Loïc EYMERY est alors nommé Président de la séance, le maire sort.", ("Loïc EYMERY", None)),
        ("Le maire cède la présidence de l'assemblée à M. Loïc EYMERY.", ("Loïc EYMERY", None)),
        (
            "Sous la présidence de M. Paul ORTEIL, doyen d'âge, le conseil examine le compte administratif.",
            "doyen d'âge",
        ),
        ("Sous la présidence de Mme Lucie MARANDE, première adjointe, le compte est débattu.", "première adjointe"),
        ("Le conseil municipal réuni sous la présidence de Mme Lucie MARANDE, première adjointe.", "première adjointe"),
    ],
)
@pytest.mark.parametrize("opened", ["", OPENED])
def test_whoever_takes_the_chair_for_an_act_presides_it_alone(told: str, chair: object, opened: str) -> None:
    first, second, *others = chairs(minutes(told, opened=opened))
    usual = ("Agathe SORBIERS", "maire") if opened else None
    assert second is not None
    assert (second if isinstance(chair, tuple) else second[1]) == chair
    assert [first, *others] == [usual, usual, usual]


def test_the_chair_taken_for_several_acts_is_kept_until_it_is_given_back() -> None:
    taken = "Pour les affaires suivantes, Mme Lucie MARANDE, adjointe, prend la présidence.\n"
    assert chairs(minutes("", between=taken)) == [None, *[("Lucie MARANDE", "adjointe")] * 3]
    given_back = minutes("", between=taken).replace("4. Travaux", "Madame le maire reprend la présidence.\n4. Travaux")
    assert chairs(given_back) == [None, *[("Lucie MARANDE", "adjointe")] * 2, None]


@pytest.mark.parametrize(
    "told",
    [
        "Mme Lucie MARANDE prend la présidence du syndicat des eaux.",
        "M. Loïc EYMERY assure la présidence de l'association sportive.",
        "Madame le maire rappelle que la présidence est tournante.",
    ],
)
def test_the_chair_of_another_body_is_not_taken(told: str) -> None:
    assert chairs(minutes(told)) == [None] * 4


@pytest.mark.parametrize(
    "told",
    [
        "Un comité s'est réuni le 3 mars sous la présidence de M. Loïc EYMERY, conseiller municipal délégué.",
        "L'assemblée des usagers est réunie sous la présidence de M. Loïc EYMERY, conseiller délégué.",
    ],
)
def test_who_presides_another_body_presides_no_act(told: str) -> None:
    assert chairs(minutes(told, opened=OPENED)) == [("Agathe SORBIERS", "maire")] * 4
