"""A bulletin of acts: the deliberations that it prints in full are acts, orders and decisions of the executive none."""

import pytest

from kg.extract.layout.titles.numbers import number_at
from kg.extract.segment import segment
from kg.text.view import normalise

COVER = (
    "recueil des actes administratifs n° 14 du 20 mars 2021 département de Valmarne SOMMAIRE Conseil départemental "
    "Séance du 8 mars 2021 ............ 6 Arrêtés N° 2021-080 du 11 mars 2021 Tarif de l'Orangerie ...... 74 "
)
SITTING = "Conseil départemental Séance du 8 mars 2021 1re commission – FINANCES ____________ "
BUDGET = (
    "2021-1 – 1.2.1./4 — Budget annexe. Taux de la taxe. LE CONSEIL DÉPARTEMENTAL, Vu le Code général des "
    "collectivités "
    "territoriales ; Vu le rapport du Président ; APRÈS EN AVOIR DÉLIBÉRÉ : Article 1 : Adopte le budget annexe. "
)
ROAD = (
    "2021-2 – 1.2.2./4 — Déclassement d'une voie. LE CONSEIL DÉPARTEMENTAL, Vu le Code de la voirie routière ; "
    "APRÈS EN AVOIR DÉLIBÉRÉ : Article unique : Déclasse la voie n° 4. "
)
ORDER = (
    "ARRÊTÉ N° 2021-080 du 11 mars 2021 Tarif de l'Orangerie LE PRÉSIDENT DU CONSEIL DÉPARTEMENTAL, Vu le Code de "
    "l'action "
    "sociale ; ARRÊTE : Article 1 : Le tarif est fixé à 60 €. "
)
DECISION = (
    "DÉCISION N° 2021-12 Location d'un garage LE MAIRE, Vu l'article L. 2122-22 ; DÉCIDE : Article 1 : Le garage est "
    "loué. "
)
LANE = (
    "DÉLIBÉRATION N° 2021-031 Objet : Vente du lavoir Le Conseil municipal, Vu l'offre reçue, après en avoir délibéré, "
    "à l'unanimité, DÉCIDE de vendre le lavoir. "
)
EXTRACT = (
    "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS N° 2021-{n} L'an deux mille vingt et un, le huit mars, le conseil "
    "municipal de "
    "Valmarne s'est réuni sous la présidence de Mme Anne SORBIERS, Maire. Présents : Anne SORBIERS, Paul NOIR, Léa "
    "ROUX. "
    "Secrétaire : Paul NOIR. Objet : {object} Vu le code général des collectivités territoriales, le conseil "
    "municipal, "
    "après en avoir délibéré, à l'unanimité, APPROUVE la proposition du maire et l'autorise à signer tout document. "
    + "Fait et délibéré les jour, mois et an susdits. "
    * 12
)


def acts(raw: str) -> list[tuple[str | None, str | None]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in segment(normalise(raw)).acts]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            COVER + SITTING + BUDGET + ROAD,
            [
                ("2021-1 – 1.2.1./4", "Budget annexe. Taux de la taxe"),
                ("2021-2 – 1.2.2./4", "Déclassement d'une voie"),
            ],
        ),
        (COVER + ORDER + SITTING + ROAD + ORDER, [("2021-2 – 1.2.2./4", "Déclassement d'une voie")]),
        (
            "RECUEIL DES ACTES ADMINISTRATIFS de la commune de Valmarne " + LANE + DECISION,
            [("2021-031", "Vente du lavoir")],
        ),
        (
            "Recueil des actes administratifs de Valmarne. "
            + EXTRACT.format(n="07", object="Vente du lavoir")
            + EXTRACT.format(n="08", object="Tarifs de la halle")
            + ORDER,
            [("2021-07", "Vente du lavoir"), ("2021-08", "Tarifs de la halle")],
        ),
        (COVER, []),
        (COVER + ORDER + DECISION, []),
        ("Recueil des actes administratifs n° 3 Liste des délibérations : 2021-031 Vente du lavoir " + ORDER, []),
    ],
)
def test_what_a_bulletin_prints_in_full(raw: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert acts(raw) == expected


def test_an_order_ends_the_act_above_it() -> None:
    for raw in (COVER + SITTING + BUDGET + ORDER, "Recueil des actes administratifs " + LANE + DECISION):
        (act,) = segment(normalise(raw)).acts
        assert "Tarif de l'Orangerie" not in act.item.text and "garage" not in act.item.text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2021-1 – 1.2.1./4 — Budget", "2021-1 – 1.2.1./4"),
        ("2021-1 – 3.2/12 – Budget", "2021-1 – 3.2/12"),
        ("2021-1 – Budget", "2021-1"),
        ("2021-1 - 12 Budget", "2021-1 - 12"),
    ],
)
def test_a_number_with_its_place_in_a_plan(raw: str, expected: str) -> None:
    number = number_at(normalise(raw), 0)
    assert number and raw[slice(*number)] == expected
