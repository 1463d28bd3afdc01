"""What members pay the body they belong to: lists in prose, in lines and in dotted columns; on fictional communes."""

import pytest

from kg.extract.money.funding import EXTRACTOR
from tests.extract.test_examples import read_fields

SYNDICAT = "Le comité syndical du Syndicat mixte du Haut-Doux, réuni le 3 mai 2023, "
TOLD = [("Villeperte", 41466), ("Aubrac-le-Vieux", 28725), ("Les Combettes", 9804)]

WORDINGS = (
    "Participations des communes 2023. La clé est celle des statuts. Villeperte 41 466 € Aubrac-le-Vieux 28 725 € "
    "Les Combettes 9 804 € Après débat, les participations ci-dessus sont adoptées.",
    "après en avoir délibéré, fixe la cotisation des communes à 3,00 € par habitant, soit : Villeperte 41 466 €, "
    "Aubrac-le-Vieux 28 725 €, Les Combettes 9 804 €.",
    "après en avoir délibéré, arrête ainsi les contributions des membres :\n- Villeperte : 41 466 € ;\n"
    "- Aubrac-le-Vieux : 28 725 € ;\n- Les Combettes : 9 804 €.",
    "décide d'appeler les quotes-parts dues par les communes :\n Villeperte ........ 41 466,00 €\n Aubrac-le-Vieux ... "
    "28 725,00 €\n Les Combettes ...... 9 804,00 €\n Total 79 995,00 €",
    "décide, pour l'appel de fonds des communes membres : Villeperte | 41 466 € | Aubrac-le-Vieux | 28 725 € | "
    "Les Combettes | 9 804 € |",
    "fixe les participations des communes membres pour 2023 comme suit : Communes Nb d'élèves Participation "
    "Villeperte 62 41 466,00 € Aubrac-le-Vieux 43 28 725,00 € Les Combettes 14 9 804,00 € TOTAL 119 79 995,00 €",
    "fixe les participations des communes membres. La répartition s'établit comme suit : COMMUNES | Population Part "
    "population Elèves Part élèves TOTAL DGF (50 %) (50 %) 2023 Villeperte 1 104 20 733,00 58 20 733,00 41 466,00 "
    "Aubrac-le-Vieux 612 14 000,00 33 14 725,00 28 725,00 Les Combettes 288 5 000,00 9 4 804,00 9 804,00 TOTAL 2 004 "
    "39 733,00 100 40 262,00 79 995,00 - d'appeler ces participations par quart.",
)


def dues(text: str) -> list[tuple[object, ...]]:
    found = read_fields(EXTRACTOR, text).get("funding", [])
    return [(f.funder.name, f.recipient.name if f.recipient else None, f.amount) for f in found]


@pytest.mark.parametrize("wording", WORDINGS)
def test_each_member_pays_its_part(wording: str) -> None:
    assert dues(SYNDICAT + wording) == [(name, "Syndicat mixte du Haut-Doux", sum_) for name, sum_ in TOLD]


def test_members_of_every_kind_are_named_as_they_are_elsewhere() -> None:
    told = dues(
        SYNDICAT + "après en avoir délibéré, fixe les contributions des membres pour 2023 :\nVille de Villeperte ..... "
        "64 000 €\nRégion Alpes-Lointaines ..... 18 500 €\nÉtat (DRAC) ..... 20 000 €"
    )
    assert [(name, sum_) for name, _, sum_ in told] == [
        ("Ville de Villeperte", 64000),
        ("Région Alpes-Lointaines", 18500),
        ("Direction régionale des affaires culturelles", 20000),  # the service of the State that pays
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Participation des communes. Fonctionnement 3 200 € Investissement 1 600 €. Le comité approuve.",
        "Participation des communes. Le repas de Villeperte coûte 3,20 €, celui d'Aubrac coûte 4 €.",
        "Participations des communes : Villeperte 1 200 €. Le comité approuve.",
        "Tarifs. Villeperte 41 466 € Aubrac-le-Vieux 28 725 €. Le comité approuve les tarifs.",
        "Participation des communes. Villeperte 1 200 € 1 300 € Aubrac-le-Vieux 1 400 € 1 500 €",
    ],
)
def test_other_lists_are_of_no_member(other: str) -> None:
    assert dues(SYNDICAT + other) == []


def test_columns_without_a_unit_count_where_their_sum_stands_below() -> None:
    assert (
        dues(
            SYNDICAT + "fixe les participations des communes membres : Villeperte 1 104 20 733,00 58 41 466,00 "
            "Aubrac-le-Vieux 612 14 000,00 33 28 725,00 TOTAL 80 000,00"
        )
        == []
    )
