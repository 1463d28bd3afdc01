"""Authorities that bear a name of their own, syndicates with long purposes, bundles without letterheads."""

import pytest

from kg.extract.act import Mention
from kg.extract.authority import read
from kg.extract.segment import segment
from kg.text.view import normalise
from tests.extract.test_examples import act_of

BOARD = " CONSEIL D'ADMINISTRATION DU 15 DÉCEMBRE 2020 Le conseil d'administration s'est réuni. "
COMMUNITY = "\nCONSEIL COMMUNAUTAIRE\nSÉANCE DU 19 MAI 2022\nLe conseil communautaire s'est réuni. "


def named(text: str) -> str | None:
    return next((reading.value.name for reading in read(act_of(text)) if isinstance(reading, Mention)), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MONTFLEURY HABITAT Office Public de l'Habitat" + BOARD, "MONTFLEURY HABITAT"),
        ("Serre & Valmont Habitat – Office public de l'habitat" + BOARD, "Serre & Valmont Habitat"),
        ("OFFICE PUBLIC DE L'HABITAT DE MONTFLEURY" + BOARD, "OFFICE PUBLIC DE L'HABITAT DE MONTFLEURY"),
        (
            "T13 – MÉTROPOLE DU GRAND PARIS ÉTABLISSEMENT PUBLIC TERRITORIAL SERRE ET VALSE CONSEIL DE TERRITOIRE"
            " SÉANCE DU 4 AVRIL 2023 Le conseil de territoire s'est réuni.",
            "ÉTABLISSEMENT PUBLIC TERRITORIAL SERRE ET VALSE",
        ),
        (
            "COMMUNAUTÉ DE COMMUNES BRO AR SERRE KUMUNIEZH KUMUNIOÙ" + COMMUNITY,
            "COMMUNAUTÉ DE COMMUNES BRO AR SERRE",
        ),
        ("EPCC LE MOULIN DES ARTS" + BOARD + "Contribution de Serre Agglo.", "EPCC LE MOULIN DES ARTS"),
        ("MONTFLEURY ESTUAIRE\nCommunauté Urbaine" + COMMUNITY, "MONTFLEURY ESTUAIRE Communauté Urbaine"),
        ("HAUTE SERRE COMMUNAUTÉ DE COMMUNES" + COMMUNITY, "HAUTE SERRE COMMUNAUTÉ DE COMMUNES"),
        ("SIVOM DES DEUX VALSES\nMairie de Montfleury\nLe comité syndical s'est réuni.", "SIVOM DES DEUX VALSES"),
        (
            "SYNDICAT MIXTE D'ALIMENTATION EN EAU POTABLE DE LA PLAINE DE SERRE\nLe comité syndical s'est réuni.",
            "SYNDICAT MIXTE D'ALIMENTATION EN EAU POTABLE DE LA PLAINE DE SERRE",
        ),
        ("Le Conseil de la Métropole Rive-de-Serre s'est réuni le jeudi 29 juin 2023.", "Métropole Rive-de-Serre"),
    ],
)
def test_a_name_of_its_own(text: str, name: str) -> None:
    assert named(text) == name


@pytest.mark.parametrize("signs", ["La Présidente, Anne ROUX", "Le Président, Paul NOIR", "M. Paul NOIR"])
def test_who_signs_is_no_part_of_the_name(signs: str) -> None:
    text = f"Le conseil communautaire s'est réuni. Approuve le bail. {signs} Métropole - page 2/2"
    assert named(text) is None


def test_a_bundle_is_of_the_author_of_its_first_page() -> None:
    act = (
        "DCS 2019/11/0{}\n\nL'an deux mille dix-neuf, le vingt et un novembre à dix-huit heures, le Comité syndical,"
        " légalement convoqué, s'est réuni au siège.\nPrésents : M. NOIR Paul, Mme ROUX Anne, M. BRUN Luc\n\n"
        "OBJET : {}\n\nLe Comité, après en avoir délibéré, à l'unanimité :\n- APPROUVE cette proposition.\n\n"
    ) + "Le vote est clos. " * 40
    text = (
        "SYNDICAT MIXTE DU BASSIN DE LA VALSE\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n\n"
        + act.format(1, "Prix de l'eau")
        + "\n\n"
    )
    acts = segment(normalise(text + act.format(2, "Travaux avec le syndicat de la Haute-Serre"))).acts
    assert [(one.heading_value("number") or "")[-10:] for one in acts] == ["2019/11/01", "2019/11/02"]
    names = [reading.value.name for one in acts for reading in read(one) if isinstance(reading, Mention)]
    assert names == ["SYNDICAT MIXTE DU BASSIN DE LA VALSE"] * 2


@pytest.mark.parametrize(
    "name",
    [
        *("Rueilmont", "Ruellac-sur-Doux", "Soustrac", "Plancoven", "Plan-de-Valbrune", "Telgrun-sur-Mer", "Mardiac"),
        *("Avrillac-les-Bois", "Salles-en-Doux", "La Salle-lès-Montfleury", "Sallertagne", "Lettretal", "Nousterre"),
        *("Récurtac", "Pageasse", "Cette-Valbrune", "Placé-le-Haut", "Chargé-sur-Doux"),
    ],
)
def test_a_name_that_begins_like_a_word_of_a_heading(name: str) -> None:
    """« rue », « plan », « salle » end a name where they are whole words."""
    assert named(f"COMMUNE DE {name} EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL") == name
    assert named(f"Le conseil municipal de la commune de {name}, dûment convoqué, s'est réuni.") == name


def test_the_words_of_a_heading_end_a_name() -> None:
    for heading in ("Rue de la Mairie", "Salle du conseil", "Plan local", "Tél. 05 00 00 00 00", "Place du Marché"):
        assert named(f"COMMUNE DE MONTFLEURY {heading} SÉANCE DU CONSEIL MUNICIPAL") == "MONTFLEURY"


def test_a_grouping_of_a_plain_that_begins_like_a_plan() -> None:
    assert named("Communauté de communes Monts et Planèze du Doux" + COMMUNITY) == (
        "Communauté de communes Monts et Planèze du Doux"
    )


@pytest.mark.parametrize("name", ["Montfleury-surMarne", "Montfleury-lèsValse", "Montfleury-leVieux", "Pont-laVille"])
def test_a_hyphen_that_the_end_of_a_line_took_is_put_back(name: str) -> None:
    first, last = name.rsplit("-", 1)
    whole = f"{first}-" + "".join(f"-{letter}" if letter.isupper() else letter for letter in last)
    told = f"Commune de {name} CONSEIL MUNICIPAL Séance du 5 juin 2023. Le conseil municipal s'est réuni."
    assert named(told) == whole


def test_a_capital_inside_of_a_name_stays() -> None:
    assert named("Commune de Saint-McAuley CONSEIL MUNICIPAL Séance du 5 juin 2023.") == "Saint-McAuley"
