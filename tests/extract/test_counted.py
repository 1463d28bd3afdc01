"""Numbers of a register in all shapes: each act of a list and of minutes keeps its own, on lines and on one line."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

TITLES = (
    "Approbation de l'avenant n° 3 à la concession d'aménagement",
    "Garantie d'emprunt accordée à la société Orfane",
    "Tarifs de la piscine municipale",
)
SHAPES = (
    *("{}/2022", "{}-2022", "22.{}", "22/{}", "22-{}", "2022D{}", "2022DEL{}", "2022/{}", "2022-{}", "n° {}/2022"),
    *("D{}-2022", "DEL-2022-{}", "22-12-{}", "2022-12-14-{}", "2022.12.{}", "N°2022-{}", "DL2022_{}", "B2022-{}"),
)
MINUTES = (
    "COMMUNE DE VALMONT PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 14 DÉCEMBRE 2022 Le conseil s'est réuni sous la "
    "présidence de M. Paul NOIR, maire. Présents : M. Paul NOIR, Mme Anne ROUX, M. Luc BRUN, Mme Zoé VERT. "
)
DECIDED = (
    "M. le Maire présente le dossier. Après en avoir délibéré, le conseil, à l'unanimité, APPROUVE la proposition."
)
HEADS = (
    "VILLE DE VALMONT CONSEIL MUNICIPAL DU 14 DÉCEMBRE 2022 LISTE DES DÉLIBÉRATIONS",
    "Ville de Valmont Liste des délibérations du conseil municipal du 14 décembre 2022 N° Objet Décision",
    "VILLE DE VALMONT\nLISTE DES DÉLIBÉRATIONS\nSéance du 14 décembre 2022",
)


def headings(raw: str) -> list[tuple[str | None, str]]:
    acts = segment(normalise(raw)).acts
    return [(act.heading_value("number"), str(act.heading_value("title"))[:20]) for act in acts]


def expected(shape: str) -> list[tuple[str, str]]:
    printed = shape.removeprefix("n° ").removeprefix("N°")
    return [(printed.format(200 + at), title[:20]) for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_entries_of_a_list(shape: str, head: str, between: str) -> None:
    entries = [f"{shape.format(200 + at)} {title} Adoptée à l'unanimité" for at, title in enumerate(TITLES)]
    assert headings(between.join([head, *entries])) == expected(shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_acts_of_minutes(shape: str) -> None:
    acts = [f"{shape.format(200 + at)} {title} {DECIDED}" for at, title in enumerate(TITLES)]
    assert headings(" ".join([MINUTES, *acts])) == expected(shape)


@pytest.mark.parametrize("other", ["10/2022 Octobre", "12.50 Repas", "3/10 Parts", "60-11 Achats"])
def test_figures_that_do_not_count_on_number_nothing(other: str) -> None:
    prices = f"Les montants sont les suivants : {other} {other} {other} au total."
    (act,) = segment(normalise(f"{MINUTES}{TITLES[0]} {prices} {DECIDED}")).acts or (None,)
    assert act is None or act.heading_value("number") is None
