"""A title is parted from the surname before it and from the act's number; a page that names itself has its number."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = (
    "COMMUNE DE VALMONT {page} {number} L'an deux mille vingt-deux, le quatre mars, le conseil municipal s'est réuni "
    "sous la présidence de Mme Anna NOIR, maire. Étaient présents : Anna NOIR, Luc BRUN, Zoé VERT. {secretary} "
    "{title} M. le Maire rappelle que le dossier a été étudié. Le conseil municipal, après en avoir délibéré, à "
    "l'unanimité, APPROUVE la proposition."
)
PAGE, SECRETARY = "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL", "Secrétaire de séance : M. Luc BRUN"
TITLES = ("RÉFECTION DU LAVOIR COMMUNAL", "ÉCLAIRAGE DU STADE – CHOIX DU DEVIS", "TARIFS DE LA CANTINE SCOLAIRE")


def _read(page: str = PAGE, number: str = "", secretary: str = SECRETARY, title: str = "") -> tuple[object, object]:
    raw = HEAD.format(page=page, number=number, secretary=secretary, title=title)
    (act,) = segment(normalise(" ".join(raw.split()))).acts
    return act.heading_value("number"), act.heading_value("title")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("secretary", [SECRETARY, "Secrétaire : Mme Zoé LE GOFF", "Secrétaire de séance : Paul MORVAN"])
def test_the_surname_of_the_list_above_is_no_word_of_the_title(title: str, secretary: str) -> None:
    assert _read(secretary=secretary, title=title) == (None, title)


@pytest.mark.parametrize("number", ["2022-014", "D2022_14", "14/2022"])
@pytest.mark.parametrize("page", [PAGE, "REGISTRE DES DÉLIBÉRATIONS", "EXTRAIT DU PROCÈS-VERBAL DES DÉLIBÉRATIONS"])
def test_the_page_names_itself_then_its_number(page: str, number: str) -> None:
    assert _read(page, f"N° {number}", title=TITLES[0]) == (number, TITLES[0])


def test_the_date_after_the_name_of_the_page_is_no_number() -> None:
    assert _read(number="4 mars 2022", title=TITLES[1]) == (None, TITLES[1])


@pytest.mark.parametrize("number", ["18-2022", "2022-07", "DEL2022-018"])
@pytest.mark.parametrize("dash", ["-", "–", ":"])
def test_a_number_before_a_dash_heads_the_title(number: str, dash: str) -> None:
    assert _read(title=f"{number} {dash} {TITLES[2]}") == (number, TITLES[2])


@pytest.mark.parametrize("number", ["2022-014", "DEL2022-18", "22.014"])
def test_a_number_that_closes_the_title_is_no_part_of_it(number: str) -> None:
    assert _read(title=f"OBJET : {TITLES[0]} N° {number}") == (number, TITLES[0])


@pytest.mark.parametrize("title", ["Décision modificative n° 2 du budget", "Avenant n° 1 au marché", "Vente du lot 7"])
def test_the_rank_of_another_thing_is_not_the_number_of_the_act(title: str) -> None:
    assert _read(title=f"Objet : {title}") == (None, title)


@pytest.mark.parametrize("counts", ["En exercice : 10 – Présents : 7", "Pour : 7", "Votants : 8"])
def test_counts_are_no_title(counts: str) -> None:
    number, title = _read(number=f"N° 2022-014 {counts}", title="Dossier sans titre")
    assert number == "2022-014" and title != counts.split(" –")[0]
