"""Agreements: what is decided on, with whom, for how long; never what an act merely rests on."""

import datetime as dt

import pytest

from kg.extract.money.agreements import EXTRACTOR
from kg.model import Agreement
from tests.extract.test_examples import read_fields

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "


def agreements(writing: str) -> list[Agreement]:
    found: list[Agreement] = read_fields(EXTRACTOR, writing).get("agreements", [])
    return found


@pytest.mark.parametrize(
    ("writing", "labels"),
    [
        (
            "approuve l'avenant n° 2 au contrat de prêt et autorise le maire à signer l'avenant n° 2.",
            ["avenant n° 2 au contrat de prêt"],
        ),
        (
            "approuve l'avenant n° 1 au lot 2 et l'avenant n° 2 au lot 4 ; autorise"
            " le maire à signer l'avenant n° 2 au lot 4.",
            ["avenant n° 1 au lot 2", "avenant n° 2 au lot 4"],
        ),
        (
            "autorise le maire à signer le bail rural avec M. Izarny ainsi que tout document.",
            ["bail rural avec M. Izarny"],
        ),
        (
            "autorise le maire à signer la convention d'objectifs et de financement ci-annexée.",
            ["convention d'objectifs et de financement"],
        ),
        (
            "autorise le maire à signer la convention\nde partenariat avec la Région Alpes-\nLointaines (RAL).",
            ["convention de partenariat avec la Région Alpes- Lointaines (RAL)"],
        ),
        ("retient le lot 3 à la SARL Faucompré.", ["lot 3"]),
        ("autorise le maire à signer la convention.", []),
        ("accepte d'organiser un marché nocturne le 16 août.", []),
        ("autorise le maire à signer un contrat à durée déterminée.", []),
        ("valide le principe : un nouveau contrat permettrait de finir.", []),
        ("recrute un agent en application de la convention passée avec le Département.", []),
        ("autorise le maire à signer les contrats de travail.", []),
        ("prend acte du rapport.", []),
    ],
)
def test_labels(writing: str, labels: list[str]) -> None:
    assert [agreement.label for agreement in agreements(DECIDES + writing)] == labels


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("La convention est conclue pour une durée maximale de 27 mois.", (None, None, 27, True)),
        (
            "La convention est conclue pour une durée d'un an à compter du 1er janvier 2024.",
            (dt.date(2024, 1, 1), None, 12, False),
        ),
        ("La convention s'achèvera au bout d'une durée de trois ans.", (None, None, 36, False)),
        (
            "La convention court du 1er mars 2024 au 30 juin 2025.",
            (dt.date(2024, 3, 1), dt.date(2025, 6, 30), None, False),
        ),
        ("La convention est valable jusqu'au 31 décembre 2026.", (None, dt.date(2026, 12, 31), None, False)),
        ("La convention dure : durée de 3 ans. L'avenant la porte à une durée de 5 ans.", (None, None, None, False)),
        ("La précédente convention arrive à échéance le 31 décembre 2023.", (None, None, None, False)),
        ("Elle sera renouvelée par tacite reconduction par période de 6 ans.", (None, None, None, False)),
    ],
)
def test_terms(terms: str, expected: tuple[object, ...]) -> None:
    (found,) = agreements(
        f"{terms} {DECIDES} approuve la convention de partenariat avec l'association Les Sabots Vernis."
    )
    assert (found.start, found.end, found.duration_months, found.duration_is_maximum) == expected


@pytest.mark.parametrize(
    ("label", "partner"),
    [
        ("convention de cession d'une serre à Mme Jeanne IZARNY", "Jeanne IZARNY"),
        ("convention d'entretien entre la commune de Montfleury et le SIEL-Valse", "SIEL-Valse"),
        (
            "convention de dépôt entre le Centre Culturel de Valse et la commune de Montfleury",
            "Centre Culturel de Valse",
        ),
        ("convention avec Valse Numérique pour le développement d'un parcours", "Valse Numérique"),
    ],
)
def test_a_partner_without_a_word_for_its_kind(label: str, partner: str) -> None:
    (found,) = agreements(f"{DECIDES}approuve la {label}.")
    assert [party.name for party in found.parties] == ["Montfleury", partner]


def test_the_company_of_an_earlier_contract_is_no_party_of_a_convention() -> None:
    report = "Le contrat conclu avec la société Faucompré s'achève ; la Ville de Valserine coordonne le groupement. "
    (found,) = agreements(report + DECIDES + "approuve la convention de groupement d'achats.")
    assert [party.name for party in found.parties] == ["Montfleury"]


def test_parties_come_from_the_report_where_the_label_names_none() -> None:
    report = "Une convention sera passée avec le Département de la Haute-Valserine. "
    (found,) = agreements(report + DECIDES + "approuve la convention d'entretien.")
    assert [party.name for party in found.parties] == ["Montfleury", "Département de la Haute-Valserine"]


@pytest.mark.parametrize(
    ("writing", "parties"),
    [
        (
            "autorise la signature du bail commercial de 9 ans avec Madame Lise Brévent.",
            ["Montfleury", "Lise Brévent"],
        ),
        ("décide de consentir un bail rural de 9 ans à M. Jean Dormoy.", ["Montfleury", "Jean Dormoy"]),
        (
            "approuve la convention relative à l'école entre les communes de Montfleury, Aubrac et Villeperte.",
            ["Montfleury", "Aubrac", "Villeperte"],
        ),
        (
            "décide d'adhérer au service de médecine du Centre de gestion de la Valse et autorise le maire à signer la "
            "convention d'adhésion à compter du 1er janvier 2024.",
            ["Montfleury", "Centre de gestion de la Valse"],
        ),
        (
            "approuve la convention de financement entre Région Alpes-Lointaines et Eurométropole de Valse.",
            ["Montfleury", "Région Alpes-Lointaines", "Eurométropole de Valse"],
        ),
    ],
)
def test_parties_told_in_other_words(writing: str, parties: list[str]) -> None:
    (agreement,) = agreements(DECIDES + writing)
    assert [party.name for party in agreement.parties] == parties


def test_an_agreement_named_again_in_short_is_one() -> None:
    writing = (
        "accepte la convention constitutive du groupement coordonné par le SDE 07 ; autorise le maire à signer la "
    )
    assert len(agreements(DECIDES + writing + "convention constitutive.")) == 1


@pytest.mark.parametrize(
    ("writing", "parties"),
    [
        (
            "approuve la convention entre la commune, Habitat Valsien, la Région Alpes-Lointaines et Logis Durable.",
            ["Montfleury", "Habitat Valsien", "Région Alpes-Lointaines", "Logis Durable"],
        ),
        (
            "autorise le maire à signer, avec le Te99, la convention fixant les modalités du service.",
            ["Montfleury", "Te99"],
        ),
        (
            "approuve le protocole d'accord liant la commune, la mission locale et Rail Voyageurs.",
            ["Montfleury", "mission locale", "Rail Voyageurs"],
        ),
        (
            "attribue à l'association Les Sabots Vernis une subvention de 900 € et autorise le maire à signer la"
            " convention d'objectifs.",
            ["Montfleury", "association Les Sabots Vernis"],
        ),
        (
            "accorde à Logis de Valserine une subvention de 72 000 € ; approuve la convention de financement à passer"
            " avec l'office.",
            ["Montfleury", "Logis de Valserine"],
        ),
    ],
)
def test_the_bodies_of_a_list_and_those_that_are_helped(writing: str, parties: list[str]) -> None:
    (agreement,) = agreements(DECIDES + writing)
    assert [party.name for party in agreement.parties] == parties


def test_the_body_that_its_kind_alone_recalls() -> None:
    report = "La Société des Docks de Valse accepte de participer à raison de 35 000 €. "
    (found,) = agreements(report + DECIDES + "autorise le maire à signer le protocole à intervenir avec cette société.")
    assert [party.name for party in found.parties] == ["Montfleury", "Société des Docks de Valse"]


def test_what_is_told_to_be_concluded_is_the_agreement_that_is_signed() -> None:
    report = "Une convention de trois ans sera passée avec la Région Alpes-Lointaines à compter du 1er avril 2024. "
    (found,) = agreements(report + DECIDES + "autorise le maire à signer la convention.")
    assert (found.label, found.start, found.duration_months) == ("convention de trois ans", dt.date(2024, 4, 1), 36)
    assert agreements(report + DECIDES + "prend acte de cette information.") == []


@pytest.mark.parametrize(
    "writing",
    [
        "autorise le maire à lancer le marché de travaux de voirie.",
        "inscrit les cotisations indiquées dans la convention cadre.",
    ],
)
def test_what_is_launched_or_pointed_to_is_not_decided_on(writing: str) -> None:
    assert agreements(DECIDES + writing) == []


@pytest.mark.parametrize(
    ("terms", "months"),
    [
        ("La convention est conclue pour 36 mois.", 36),
        ("Il est proposé de renouveler cet engagement pour cinq années.", 60),
        ("La convention est renouvelable pour un an.", None),
    ],
)
def test_how_long_it_is_concluded_for(terms: str, months: int | None) -> None:
    (found,) = agreements(terms + " " + DECIDES + "approuve la convention d'entretien avec Rail Voyageurs.")
    assert found.duration_months == months


@pytest.mark.parametrize("occasion", ["dans le cadre du", "lors du", "en vue du prochain", "à l'occasion du"])
def test_the_occasion_of_a_decision_is_no_agreement(occasion: str) -> None:
    text = (
        "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, désigne deux de ses membres"
        f" {occasion} renouvellement des baux de chasse 2024-2033."
    )
    assert agreements(text) == []
