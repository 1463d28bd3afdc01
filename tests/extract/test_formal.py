"""Acts of the opening of a sitting (minutes approved, agenda changed …), on fictional sentences."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 Le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire. Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. "
    "Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = "M. EYMERY expose. Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
ITEMS = f"1. Vente du presbytère {VOTED}2. Réfection du lavoir {VOTED}La séance est levée."
TITLES = ["Vente du presbytère", "Réfection du lavoir"]


def titles(opening: str) -> list[str | None]:
    return [act.heading_value("title") for act in segment(normalise(f"{OPENING}{opening} {ITEMS}")).acts]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "Ordre du jour complémentaire Madame le Maire propose d'ajouter un point à l'ordre du jour : le lavoir. "
            "L'assemblée accepte à l'unanimité.",
            "Ordre du jour complémentaire",
        ),
        ("Madame le Maire propose d'ajouter deux points à l'ordre du jour. Le conseil approuve cet ajout.", None),
        ("Sur proposition du Maire, l'ordre du jour est modifié à l'unanimité.", "l'ordre du jour est modifié"),
        (
            "La désignation du secrétaire de séance est adoptée à l'unanimité.",
            "La désignation du secrétaire de séance",
        ),
        (
            "0) Approbation du dernier compte-rendu\nLe compte-rendu est adopté à l'unanimité.\n",
            "Approbation du dernier compte-rendu",
        ),
        (
            "Adoption du précédent procès-verbal Aucune remarque n'étant faite, il est approuvé à l'unanimité.",
            "Adoption du précédent procès-verbal",
        ),
        (
            "Validation du dernier PV : adopté par 12 voix.",
            "Validation du dernier PV",
        ),
        (
            "I. DÉSIGNATION D'UN SECRÉTAIRE DE SÉANCE\nM. EYMERY est désigné(e) en tant que secrétaire de séance.\n",
            "DÉSIGNATION D'UN SECRÉTAIRE DE SÉANCE",
        ),
        (
            "1/ Nomination du secrétaire de séance : M. Loïc EYMERY a été nommé à l'unanimité.",
            "Nomination du secrétaire de séance",
        ),
        (
            "0. Élection d'une secrétaire Madame le Maire demande qui est candidat. M. EYMERY est élu secrétaire.",
            "Élection d'une secrétaire",
        ),
        (
            "LE CONSEIL MUNICIPAL PREND ACTE DE LA COMMUNICATION DES DECISIONS PRISES PAR DELEGATION.",
            "LE CONSEIL MUNICIPAL PREND ACTE DE LA COMMUNICATION DES DECISIONS PRISES PAR DELEGATION",
        ),
        (
            "Approbation du Conseil Municipal du 6 mars 2023 : M. EYMERY demande la parole. Abstention : M. EYMERY",
            "Approbation du Conseil Municipal du 6 mars 2023",
        ),
    ],
)
def test_what_is_voted_before_the_items_is_an_act(opening: str, title: str | None) -> None:
    assert titles(opening) == [title, *TITLES]


@pytest.mark.parametrize(
    "opening",
    [
        "Madame le Maire passe aux questions inscrites à l'ordre du jour.",
        "Madame le Maire propose d'ajouter un point à l'ordre du jour du prochain conseil. Le conseil accepte.",
        "Si une modification de l'ordre du jour est demandée, le conseil l'accepte à l'unanimité.",
        "M. EYMERY est désigné, à l'unanimité, secrétaire de séance.",
        "Madame le Maire rend compte des décisions prises par délégation.",
        "Désignation du secrétaire de séance : M. EYMERY est désigné.",
        "Approbation du dernier compte-rendu : ce point est reporté.",
        "1. Désignation du secrétaire de séance 2. Questions diverses M. EYMERY est désigné secrétaire.",
    ],
)
def test_what_is_only_said_before_the_items_is_none(opening: str) -> None:
    assert titles(opening) == TITLES


def test_an_approval_in_capitals_ends_where_the_next_act_of_the_opening_begins() -> None:
    raw = (
        f"{OPENING}APPROBATION DU PROCES-VERBAL DU 6 MARS 2023 Le conseil approuve à l'unanimité. LE CONSEIL MUNICIPAL "
        "PREND ACTE DES DECISIONS PRISES PAR DELEGATION. "
    )
    acts = segment(normalise(raw + ITEMS)).acts
    assert [act.heading_value("title") for act in acts][:2] == [
        "APPROBATION DU PROCES-VERBAL DU 6 MARS 2023",
        "LE CONSEIL MUNICIPAL PREND ACTE DES DECISIONS PRISES PAR DELEGATION",
    ]
    assert "PREND ACTE" not in acts[0].item.text


def test_a_number_inside_the_attendance_heads_an_act_where_the_next_one_follows_it() -> None:
    raw = (
        "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. "
        "N° DEL2023_04_01 Le quorum étant atteint, le conseil désigne M. EYMERY comme secrétaire. VOTE : Pour : 2 "
        "1 pouvoir. N° DEL2023_04_02 Vente du presbytère " + VOTED
    )
    numbers = [act.heading_value("number") for act in segment(normalise(raw)).acts]
    assert numbers == ["DEL2023_04_01", "DEL2023_04_02"]


@pytest.mark.parametrize("lacking", ["04/02-2023", "04/02-2023 -"])
def test_a_number_that_lost_its_label_is_found_between_its_neighbours(lacking: str) -> None:
    raw = (
        f"{OPENING}N° 04/01-2023 Vente du presbytère {VOTED}Personnel {lacking} Création d'un poste d'agent {VOTED}"
        f"N° 04/03-2023 Réfection du lavoir {VOTED}La séance est levée."
    )
    numbers = [act.heading_value("number") for act in segment(normalise(raw)).acts]
    assert numbers == ["04/01-2023", "04/02-2023", "04/03-2023"]


def test_points_put_off_that_name_none() -> None:
    assert titles("Retrait des points suivants à la demande du Maire : Vente du bois, Vente du pré.") == TITLES


def test_the_agenda_read_after_the_secretary_is_voted_belongs_to_no_act() -> None:
    raw = (
        f"{OPENING}N° DEL2023_04_01 Le conseil propose comme secrétaire de séance M. EYMERY Loïc : VOTE : Pour : 9 "
        "Le conseil municipal désigne M. EYMERY Loïc comme secrétaire de séance. M. le Maire donne lecture de l'ordre "
        "du jour : I. 1. : Vente du presbytère. I. 2. : Convention avec la société VALIR. "
        f"N° DEL2023_04_02 I. 1. : Vente du presbytère {VOTED}"
        f"N° DEL2023_04_03 I. 2. : Réfection du lavoir {VOTED}La séance est levée."
    )
    first, *_ = extract(text_of(raw)).records
    assert first.number == "DEL2023_04_01"
    assert first.decisions == ("désigne M. EYMERY Loïc comme secrétaire de séance",)
    assert first.agreements == ()


def test_the_words_of_the_law_choose_no_secretary() -> None:
    raw = (
        f"{OPENING}Point n°1 : DESIGNATION DU SECRETAIRE DE SEANCE Au début de chaque séance, le Conseil Municipal "
        "nomme un ou plusieurs de ses membres pour remplir les fonctions de secrétaire. Après délibération, le Conseil "
        "Municipal, à l'unanimité, ➢ désigne M. Loïc EYMERY en qualité de secrétaire de séance. "
        f"Point n°2 : VENTE DU PRESBYTERE {VOTED}Point n°3 : REFECTION DU LAVOIR {VOTED}La séance est levée."
    )
    first, *_ = extract(text_of(raw)).records
    assert first.decisions == ("désigne M. Loïc EYMERY en qualité de secrétaire de séance",)


def test_a_year_and_four_figures_three_of_which_count_on_number_acts() -> None:
    spoken = "MME LA MAIRE. – Je mets aux voix. Qui est contre ? Adopté à l'unanimité. "
    raw = (
        f"{OPENING}21-0388 – VENTE DU PRESBYTERE {spoken}21-0389 – REFECTION DU LAVOIR {spoken}"
        f"21-0390 – TARIFS DE LA CANTINE {spoken}La séance est levée."
    )
    records = extract(text_of(raw)).records
    assert [record.number for record in records] == ["21-0388", "21-0389", "21-0390"]
    assert records[0].title == "VENTE DU PRESBYTERE"
