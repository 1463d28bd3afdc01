"""Themes and bullets that a list prints before its entries are no end of the titles above; openers may go on there."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = "Conseil municipal du 28 juin 2022 Liste des délibérations approuvées "
TITLES = (
    "Bilan des acquisitions en 2021",
    "Vente du presbytère",
    "Tarifs de la cantine",
    "Bail du moulin à huile",
    "Avenant au marché de voirie",
)


def titles(raw: str) -> list[str | None]:
    return [act.heading_value("title") for act in segment(normalise(raw)).acts]


def listed(*parts: str, stop: str = ". ") -> str:
    entries = zip(parts, TITLES, strict=False)
    return HEAD + "".join(f"{lead}DEL_2022_{n:02}- {title}{stop}" for n, (lead, title) in enumerate(entries, 1))


def test_a_theme_without_a_stop_before_it_is_of_the_entry_below() -> None:
    raw = listed("Finances ", "Urbanisme ", "Voirie et réseaux ", "Urbanisme ", "Voirie et réseaux ")
    assert titles(raw.replace("2021. Urbanisme", "2021 Urbanisme").replace("huile. Voirie", "huile Voirie")) == [
        *TITLES
    ]


@pytest.mark.parametrize("bullet", ["e", "o", "v"])
def test_a_bullet_read_as_a_letter_ends_no_title(bullet: str) -> None:
    assert titles(listed(*[f"{bullet} "] * 5, stop=" ")) == [*TITLES]


def test_one_letter_is_no_bullet() -> None:
    raw = listed(*[""] * 5).replace("moulin à huile", "bâtiment B").replace("huile. ", "huile ")
    assert titles(raw)[3] == "Bail du bâtiment B"


@pytest.mark.parametrize("title", ["Rapport de la commission des Finances", "Motion sur les Finances"])
def test_what_a_preposition_asks_for_is_no_theme(title: str) -> None:
    raw = listed("Finances ", "", "Finances ", "", "").replace("Vente du presbytère. Finances", f"{title} ")
    assert titles(raw)[1] == title


@pytest.mark.parametrize(
    "title",
    [
        "Projet de gestion urbaine (GUP) Dans le cadre du renouvellement urbain : Prés-Hauts",
        "Avenant au bail Suite à la vente du moulin",
        "Tarifs du marché Pour les commerçants ambulants",
    ],
)
def test_a_title_of_a_list_goes_on_past_an_opener(title: str) -> None:
    raw = listed(*[""] * 5, stop=" ").replace(TITLES[1], title)
    assert titles(raw)[1] == title


def test_a_sentence_is_no_end_of_a_title() -> None:
    raw = listed(*[""] * 5).replace(TITLES[1], "Vente du moulin. Dans le cadre du budget, il est proposé de le vendre")
    assert titles(raw)[1] == "Vente du moulin"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (
            "TRAVAUX DE CHAUFFAGE DE L'ESPACE AQUATIQUE L'AZUR A LA Accord à l'unanimité BIOMASSE ET RESEAU DE CHALEUR",
            "TRAVAUX DE CHAUFFAGE DE L'ESPACE AQUATIQUE L'AZUR A LA BIOMASSE ET RESEAU DE CHALEUR",
        ),
        (
            "APPROBATION DU COMPTE RENDU D'ACTIVITE Accord à l'unanimité 2021",
            "APPROBATION DU COMPTE RENDU D'ACTIVITE 2021",
        ),
        (
            "MARCHE DE TRAITEMENT DES ORDURES Accord à l'unanimité (OMR) 2022-2025",
            "MARCHE DE TRAITEMENT DES ORDURES (OMR) 2022-2025",
        ),
        ("Tarifs de la piscine Accord à l'unanimité 12", "Tarifs de la piscine"),
        ("TARIFS DE LA PISCINE Accord à l'unanimité 3", "TARIFS DE LA PISCINE"),
    ],
)
def test_a_title_in_capitals_goes_on_around_the_cell_of_its_outcome(printed: str, title: str) -> None:
    head = "PUBLICATION DES DÉLIBÉRATIONS CONSEIL COMMUNAUTAIRE DU 8 JUIN 2022 Délibération OBJET VOTE "
    rest = "20220608_042 CREATION D'UN POSTE Accord à l'unanimité 20220608_043 TARIFS DE LA HALLE Accord à l'unanimité "
    assert titles(f"{head}20220608_041 {printed} {rest}")[0] == title


def test_a_list_of_other_acts_under_a_number_is_no_title() -> None:
    head = "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 30 JANVIER 2020 Présents : Mme Zoé VERT, M. Paul NOIR. "
    told = "N° DEL2020_01_01 • DEL2019_08_01 : Désignation du secrétaire • DEL2019_08_02 : Tarifs de la cantine "
    voted = "Le conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
    noted = "Le procès-verbal du dernier conseil est adopté à l'unanimité. "
    raw = f"{head}{told}{noted}N° DEL2020_01_02 Vente du lavoir {voted}N° DEL2020_01_03 Bail du moulin à huile {voted}"
    found = titles(raw)
    assert found[-2:] == ["Vente du lavoir", "Bail du moulin à huile"]
    assert not any(title and title.startswith("DEL2019") for title in found)
