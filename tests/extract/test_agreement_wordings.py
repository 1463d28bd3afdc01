"""Agreements in the many wordings of secretaries: with whom, from when, for how long, told in one flat line."""

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest

from kg.extract.act import Mention
from kg.extract.money.agreements import EXTRACTOR
from kg.model import Agreement, Span
from tests.extract.test_examples import read_fields
from tests.extract.test_vote import act_of

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, à l'unanimité, "
SABOTS = "association Les Sabots Vernis"
CENTRE = "Centre de gestion de la Valserine"


def agreements(writing: str) -> list[Agreement]:
    found: list[Agreement] = read_fields(EXTRACTOR, DECIDES + writing).get("agreements", [])
    return found


def partners(writing: str) -> list[list[str]]:
    return [[party.name for party in one.parties[1:]] for one in agreements(writing)]


WORDINGS = (
    "approuve {the} avec {whom}.",
    "autorise le Maire à signer {the} avec {whom} et tout document s'y rapportant.",
    "approuve les termes de {the} à intervenir entre la commune et {whom}.",
    "approuve {the} à conclure avec {whom} ; autorise le Maire à signer.",
    "donne son accord à la signature de {the} avec {whom}.",
    "décide de renouveler {the} avec {whom}.",
    "émet un avis favorable à {the} proposée par {whom}.",
    "autorise le Maire à signer avec {whom} {the}.",
    "DÉCIDE d'approuver {the} entre la commune de Montfleury et {whom}, AUTORISE le Maire à la signer.",
)
NAMES = ("la convention de partenariat", "la convention cadre", "la convention d'occupation du domaine public")
WHOM = (
    ("l'association Les Sabots Vernis", SABOTS),
    ("le Centre de gestion de la Valserine", CENTRE),
    ("la société Ascenso", "société Ascenso"),
    ("la commune de Villeperte", "commune de Villeperte"),
    ("la Région Alpes-Lointaines", "Région Alpes-Lointaines"),
)


@pytest.mark.parametrize(("wording", "name", "whom"), [*product(WORDINGS, NAMES, WHOM)])
def test_with_whom(wording: str, name: str, whom: tuple[str, str]) -> None:
    assert partners(wording.format(the=name, whom=whom[0])) == [[whom[1]]]


TERMS = (
    ("pour une durée de trois ans", None, None, 36),
    ("pour une durée de 36 mois", None, None, 36),
    ("d'une durée d'un an renouvelable par tacite reconduction", None, None, 12),
    ("pour une durée de cinq (5) ans à compter du 1er mars 2024", dt.date(2024, 3, 1), None, 60),
    ("du 1er janvier 2024 au 31 décembre 2026", dt.date(2024, 1, 1), dt.date(2026, 12, 31), None),
    ("pour la période du 1er janvier 2024 au 31 décembre 2026", dt.date(2024, 1, 1), dt.date(2026, 12, 31), None),
    ("jusqu'au 31 décembre 2026", None, dt.date(2026, 12, 31), None),
    ("pour trois ans à partir du 1er janvier 2024", dt.date(2024, 1, 1), None, 36),
)


@pytest.mark.parametrize(
    ("head", "terms"),
    [
        *product(
            (
                "approuve la convention de partenariat avec l'association Les Sabots Vernis, ",
                "approuve le contrat de maintenance avec la société Ascenso, ",
            ),
            TERMS,
        )
    ],
)
def test_for_how_long(head: str, terms: tuple[str, dt.date | None, dt.date | None, int | None]) -> None:
    wording, start, end, months = terms
    assert [(one.start, one.end, one.duration_months) for one in agreements(f"{head}{wording}.")] == [
        (start, end, months)
    ]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "approuve la mise à disposition de la salle au profit de l'association Les Sabots Vernis et autorise le"
            " maire à signer la convention de mise à disposition.",
            [[SABOTS]],
        ),
        (
            "décide d'adhérer au service du Centre de gestion de la Valserine et autorise le Maire à signer la"
            " convention correspondante et tout document.",
            [[CENTRE]],
        ),
        (
            "décide de louer à M. Paul Izarny la parcelle ZC 12 pour une durée de 9 ans et autorise le maire à signer"
            " le bail.",
            [["Paul Izarny"]],
        ),
        ("approuve le partenariat culturel avec l'association Les Sabots Vernis.", [[SABOTS]]),
        (
            "décide de retenir l'offre de l'entreprise Faucompré pour un montant de 45 000 € HT.",
            [["entreprise Faucompré"]],
        ),
        (
            "approuve la convention conclue pour une durée d'un an renouvelable tacitement avec la société Ascenso.",
            [["société Ascenso"]],
        ),
        (
            "approuve la convention tripartite entre la commune, le Département de la Valserine et l'association Les"
            " Sabots Vernis.",
            [["Département de la Valserine", SABOTS]],
        ),
        ("approuve la convention de fourrière avec la S.P.A. de Villeperte.", [["S.P.A. de Villeperte"]]),
    ],
)
def test_partners_told_elsewhere(writing: str, expected: list[list[str]]) -> None:
    assert partners(writing) == expected


def test_an_avenant_lasts_as_long_as_it_prolongs() -> None:
    [one] = agreements("approuve l'avenant n° 1 au contrat avec la société Ascenso, qui le proroge de 12 mois.")
    assert one.duration_months == 12


def test_a_lost_hyphen_of_the_authority_is_put_back() -> None:
    [one] = read_fields(
        EXTRACTOR,
        "Le conseil municipal de la commune de Villeperte-surDoux, après en avoir délibéré, approuve la convention de"
        " partenariat avec l'association Les Sabots Vernis.",
    )["agreements"]
    assert one.parties[0].name == "Villeperte-sur-Doux"
    assert "Villeperte-surDoux" in one.parties[0].aliases


@pytest.mark.parametrize(
    "writing",
    [
        "approuve le devis de l'entreprise Faucompré pour un montant de 4 500 € HT.",
        "autorise le Maire à recruter un agent contractuel et à signer le contrat.",
        "approuve le règlement et la charte informatique.",
        "autorise le Maire à signer la convention.",
        "autorise le Maire à signer tous les documents nécessaires.",
    ],
)
def test_no_agreement(writing: str) -> None:
    assert agreements(writing) == []


@pytest.mark.parametrize(
    "ends",
    ["expire le 3 septembre 2024", "arrive à échéance en septembre", "prendra fin le 3 septembre 2024"],
)
def test_the_party_of_what_ends_is_no_party_of_what_follows(ends: str) -> None:
    writing = (
        f"constate que le contrat de maintenance conclu auprès de la société Ascenso {ends}. Il est proposé de conclure"
        " un contrat de maintenance auprès de la société Borvelo. Autorise le Maire à signer le contrat de maintenance."
    )
    assert partners(writing) == [["société Borvelo"]]


def test_an_avenant_keeps_the_party_of_what_it_prolongs() -> None:
    writing = (
        "constate que le contrat de maintenance avec la société Ascenso arrive à échéance. Approuve l'avenant n° 1"
        " au contrat de maintenance."
    )
    assert partners(writing) == [["société Ascenso"]]


def test_what_ends_an_agreement_lasts_no_time() -> None:
    writing = (
        "approuve l'avenant de résiliation à la convention d'exploitation avec la société Ascenso. Cette convention"
        " était conclue pour une durée de 25 ans. La convention est conclue pour une durée de 25 ans."
    )
    [found] = agreements(writing)
    assert found.duration_months is None


def test_a_prolongation_may_be_a_maximum() -> None:
    writing = (
        "propose la prolongation du contrat avec la société Ascenso pour une durée maximale de 12 mois. Approuve"
        " l'avenant n° 2 au contrat d'affermage."
    )
    [found] = agreements(writing)
    assert (found.duration_months, found.duration_is_maximum) == (12, True)


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("La convention en cours expire le 1er septembre 2024. Il est proposé de conclure", None),
        ("La convention précédente arrive à échéance le 31 août 2024. Il est proposé de conclure", None),
        ("La convention prendra fin le 31 août 2025. Il est proposé de conclure", dt.date(2025, 8, 31)),
    ],
)
def test_what_ends_before_an_agreement_begins_is_not_its_end(told: str, end: dt.date | None) -> None:
    writing = (
        f"{told} une convention de trésorerie avec la Banque du Val pour une durée d'un an, avec effet au 1er septembre"
        " 2024. Autorise le Maire à signer la convention de trésorerie avec la Banque du Val."
    )
    [found] = agreements(writing)
    assert (found.start, found.end, found.duration_months) == (dt.date(2024, 9, 1), end, 12)


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "autorise le Maire à signer le marché à bons de commande pour la voirie, passé avec la société ALBERTONI.",
            [["société ALBERTONI"]],
        ),
        ("approuve : • l'avenant n°5 au bail avec la société Ascenso ; autorise à signer.", [["société Ascenso"]]),
        (
            "approuve : - la convention d'entretien du stade avec l'association Les Sabots Vernis ; - son annexe.",
            [[SABOTS]],
        ),
        ("approuve la convention de résiliation amiable avec le couple ORTANS.", [["ORTANS"]]),
        ("approuve le bail rural avec les époux MARANDE.", [["MARANDE"]]),
        ("approuve la convention de passage avec M. et Mme. BRISSET.", [["BRISSET"]]),
        ("autorise le Maire à signer toutes les conventions nécessaires à l'obtention de ces aides.", []),
        ("valide la prolongation du contrat de cet agent pendant un an.", []),
        ("valide la fin du bail à ferme au 1er juin 2024.", []),
    ],
)
def test_other_forms_of_agreements(writing: str, expected: list[list[str]]) -> None:
    assert partners(writing) == expected


@pytest.mark.parametrize(
    "choice", ["approuve à l'unanimité le choix de", "retient la candidature de", "valide l'offre de"]
)
def test_the_company_that_is_chosen_for_what_the_title_says(choice: str) -> None:
    title = "Choix de l'entreprise pour le marché de réfection de la halle"
    act = act_of(f"{title}\nLe conseil {choice} l'entreprise FAUCOMPRÉ TP.")
    titled = replace(act, heading=(Mention("title", title, (Span(0, len(title)),), "titre"),))
    (found,) = [mention.value for mention in EXTRACTOR.read(titled) if isinstance(mention, Mention)]
    assert [party.name for party in found.parties if party.name != "Montfleury"] == ["entreprise FAUCOMPRÉ TP"]


def test_the_one_company_of_an_act_signs_its_convention() -> None:
    told = "La SARL MIRAUD cède la voie de son lotissement. Le conseil autorise le maire à signer la convention."
    assert [[party.name for party in one.parties] for one in read_fields(EXTRACTOR, told)["agreements"]] == [
        ["SARL MIRAUD"]
    ]


@pytest.mark.parametrize(
    "more",
    [
        " et de l'autoriser à signer les pièces",
        " et de le charger de son exécution",
        " avec les conditions d'organisation précisées ci-après",
        " avec les modalités suivantes : deux réunions par an",
    ],
)
def test_what_follows_a_label_is_no_part_of_it(more: str) -> None:
    (agreement,) = agreements(f"approuve la convention de contribution à la lecture{more}.")
    assert agreement.label == "convention de contribution à la lecture"


@pytest.mark.parametrize("amount", ["19 855 €", "1 200,50 euros", "500€"])
def test_what_an_agreement_pays_does_not_tell_it_from_itself(amount: str) -> None:
    twice = (
        "approuve la convention ayant pour objet le versement d'une subvention de la Région Bretagne ; autorise le"
        f" Maire à signer la convention fixant les modalités de versement de l'aide de {amount} de la Région Bretagne."
    )
    assert len(agreements(twice)) == 1


def test_numbers_tell_agreements_apart() -> None:
    numbered = (
        "approuve la convention n° 12 avec la Région Bretagne ; approuve la convention n° 13 avec la Région Bretagne."
    )
    assert len(agreements(numbered)) == 2
