"""Agreements that take up another, bind those whom the act helps, or bind several; told terms; on fictional bodies."""

import datetime as dt

import pytest

from kg.extract.money.agreements import EXTRACTOR
from kg.model import Agreement
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury, "
DECIDES = " Après en avoir délibéré, le conseil municipal "
SABOTS = "association Les Sabots Vernis"


def agreements(told: str, decided: str) -> list[Agreement]:
    found: list[Agreement] = read_fields(EXTRACTOR, f"{TOWN}réuni ce jour. {told}{DECIDES}{decided}").get(
        "agreements", []
    )
    return found


def terms(told: str) -> list[tuple[object, ...]]:
    found = agreements(told, "approuve la convention avec l'association Les Sabots Vernis.")
    return [(one.start, one.end, one.duration_months) for one in found]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Durée : un an à partir du 1er février 2024, tacitement reconductible.", (dt.date(2024, 2, 1), None, 12)),
        ("Durée de la convention : 3 ans.", (None, None, 36)),
        ("Durée initiale : 18 mois.", (None, None, 18)),
        (
            "La convention est arrivée à son terme. Il est proposé de la renouveler pour trois ans, soit du 1er "
            "janvier 2024 au 31 décembre 2026.",
            (dt.date(2024, 1, 1), dt.date(2026, 12, 31), 36),
        ),
        ("La convention s'achève le 31 décembre 2021. Il est proposé de la renouveler pour un an.", (None, None, 12)),
        (
            "La précédente convention étant arrivée à son terme le 31 décembre 2021, il est proposé d'en conclure une "
            "nouvelle, pour une durée de trois ans, soit du 1er janvier 2022 au 31 décembre 2024.",
            (dt.date(2022, 1, 1), dt.date(2024, 12, 31), 36),
        ),
        (
            "Le contrat arrive à échéance le 30 juin 2022. Son renouvellement est proposé pour 24 mois à compter du "
            "1er juillet 2022.",
            (dt.date(2022, 7, 1), None, 24),
        ),
        (
            "L'association propose de poursuivre ces permanences du 1er mars 2021 au 29 février 2024.",
            (dt.date(2021, 3, 1), dt.date(2024, 2, 29), None),
        ),
        (
            "L'avenant prendra effet le 1er janvier 2020 pour s'achever avec la convention, le 2 mai 2022.",
            (dt.date(2020, 1, 1), dt.date(2022, 5, 2), None),
        ),
        ("La convention dure un an, avec possibilité de renouvellement pour deux ans.", (None, None, None)),
        ("La convention actuelle expire le 31 mars 2022. Une nouvelle convention est établie.", (None, None, None)),
        ("La convention, à effet du 1er avril 2023, est conclue pour un an.", (dt.date(2023, 4, 1), None, 12)),
        ("La convention s'achève le 31 décembre 2025.", (None, dt.date(2025, 12, 31), None)),
    ],
)
def test_terms(told: str, expected: tuple[object, ...]) -> None:
    assert terms(told) == [expected]


def partners(told: str, decided: str) -> list[list[str]]:
    return [[party.name for party in one.parties] for one in agreements(told, decided)]


@pytest.mark.parametrize(
    "told",
    [
        "Le contrat avec la société Ascenso arrive à son terme. La nouvelle convention est proposée pour trois ans.",
        "La convention avec la société Ascenso expire en mai. Il est proposé de renouveler la convention pour un an.",
    ],
)
def test_what_is_renewed_binds_the_same(told: str) -> None:
    assert partners(told, "accepte la convention de fourrière.") == [["Montfleury", "société Ascenso"]]


def test_another_may_follow_where_nothing_is_renewed() -> None:
    told = "Le contrat avec la société Ascenso arrive à son terme."
    assert partners(told, "accepte la convention de fourrière avec la société Verdelle.") == [
        ["Montfleury", "société Verdelle"]
    ]


@pytest.mark.parametrize(
    "signed",
    [
        "signer les conventions à intervenir avec les communes bénéficiaires",
        "conclure les conventions avec les communes concernées",
        "signer les conventions correspondantes avec les bénéficiaires",
    ],
)
def test_agreements_with_those_who_are_helped(signed: str) -> None:
    decided = (
        "attribue à la commune de Villeperte un fonds de concours de 12 000 € et à la commune d'Aubrac un fonds de "
        f"concours de 8 520 €. Autorise le Maire à {signed}."
    )
    assert partners("", decided) == [["Montfleury", "commune de Villeperte", "commune d'Aubrac"]]


def test_nobody_is_helped() -> None:
    decided = "autorise le Maire à signer les conventions à intervenir avec les communes bénéficiaires."
    assert partners("", decided) == []


def test_a_label_that_names_one_of_several_is_completed() -> None:
    told = (
        "Convention tripartite entre la Ville, le Département de la Valserine et le collège, conclue pour 3 ans à "
        "compter du 1er septembre 2023."
    )
    assert partners(told, "approuve la convention avec le Collège Nelly-Rousset.") == [
        ["Montfleury", "Département de la Valserine", "Collège Nelly-Rousset"]
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Chambre régionale de l'économie sociale",
        "Union régionale des coopératives de Valserine",
        "syndicat mixte du Parc naturel régional des Sources du Doux",
        "Union basket Haut-Doux",
        "Racing hockey du Confluent",
        "Cercle nautique de Montfleury",
    ],
)
def test_whole_names(name: str) -> None:
    article = "le " if name.split()[0] in ("syndicat", "Racing", "Cercle") else "l'" if name[0] == "U" else "la "
    assert partners("", f"approuve la convention financière avec {article}{name}, jointe en annexe.") == [
        ["Montfleury", name]
    ]
