"""Which run of ordinals is the agenda, and which is inside the items; on fictional minutes with lines."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

_OPENING = (
    "COMMUNE DE MONTFLEURY\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023\n"
    "L'an deux mille vingt-trois, le trois avril à dix-huit heures, le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire.\nPrésents : Mme SORBIERS Agathe, M. EYMERY Loïc.\n"
    "Secrétaire de séance : M. EYMERY Loïc.\n"
)
_REPORT = "Madame le Maire :\nIl convient de donner suite à la demande reçue au printemps et d'en régler l'objet.\n"
_VOTED = "Pour : 15\nContre : 0\nAdopté à l'unanimité.\n"
_SUBJECTS = (
    "Vente du presbytère",
    "Réfection du lavoir",
    "Tarifs de la cantine",
    "Cession du four banal",
    "Bail du moulin à huile",
)


def _minutes(inside: str) -> str:
    """Five items, with lines after the third; items withdrawn there count on."""
    places = [1, 2, 3, 4 + inside.count("RETIRÉE"), 5 + inside.count("RETIRÉE")]
    items = [f"{place}- {subject}\n{_REPORT}{_VOTED}" for place, subject in zip(places, _SUBJECTS, strict=True)]
    return _OPENING + "".join(items[:3]) + inside + "".join(items[3:])


@pytest.mark.parametrize(
    "inside",
    [
        "4- AFFAIRE RETIRÉE\n5- AFFAIRE RETIRÉE\n6- AFFAIRE RETIRÉE\n",
        "4- AFFAIRE RETIRÉE\n",
        "4- AFFAIRE RETIRÉE\n5- AFFAIRE RETIRÉE\n",
        "27- Plomberie (secteur nord)\n28- Plomberie (secteur sud)\n29- Chauffage et ventilation\n",
    ],
    ids=["withdrawn together", "one withdrawn", "two withdrawn", "lots of a contract"],
)
def test_a_close_run_after_the_first_items_is_no_agenda(inside: str) -> None:
    titles = [act.heading_value("title") for act in segment(normalise(_minutes(inside))).acts]
    assert [title for title in titles if title in _SUBJECTS] == list(_SUBJECTS)


def test_a_close_run_before_the_first_item_is_the_agenda() -> None:
    agenda = "Ordre du jour :\n" + "".join(f"{place}- {subject}\n" for place, subject in enumerate(_SUBJECTS, 1))
    raw = _minutes("").replace("Secrétaire de séance : M. EYMERY Loïc.\n", f"Secrétaire : M. EYMERY Loïc.\n{agenda}")
    acts = segment(normalise(raw)).acts
    assert [act.heading_value("title") for act in acts] == list(_SUBJECTS)
    assert all("Adopté" in act.item.text for act in acts)


def _table(rows: list[tuple[str, int, str]]) -> str:
    """Minutes as a table: who reports, the place in the agenda, the title, then the vote."""
    return _OPENING + "".join(f"{who}{place} {title} \n{_VOTED}" for who, place, title in rows) + "Séance levée.\n"


@pytest.mark.parametrize(
    "who", ["", "Loïc \nEYMERY \n", "Loïc EYMERY ", "Mme le Maire "], ids=["nobody", "above", "before", "office"]
)
def test_places_without_a_stop_head_the_rows_of_a_table(who: str) -> None:
    titles = ["Cinéma Bellevue Dispositif Vacances", *_SUBJECTS, "Opération Toits Neufs"]
    raw = _table([(who, place, title) for place, title in enumerate(titles, 1)])
    acts = segment(normalise(raw)).acts
    assert [act.heading_value("title") for act in acts] == titles
    assert [act.heading_value("number") for act in acts] == [None] * len(titles)


def test_figures_that_begin_lines_of_an_act_are_no_rows() -> None:
    raw = _minutes("").replace("reçue au printemps", "reçue.\n12 Avenue des Tilleuls :\n13 Avenue des Tilleuls :")
    assert [act.heading_value("title") for act in segment(normalise(raw)).acts] == list(_SUBJECTS)


@pytest.mark.parametrize(
    "numbers",
    [
        ("2023.05.04 - 1", "2023.05.04 – 2A", "2023.05.04 – 2B", "2023.05.04 - 3"),
        ("2023-011", "2023-012 A", "2023-012 B", "2023-013"),
        ("2023-011", "2023-012", "2023-012 bis", "2023-013"),
        ("D 2023-11", "D 2023-12", "D 2023-12 BIS", "D 2023-13"),
    ],
)
@pytest.mark.parametrize("label", ["", "Délibération n° "])
def test_acts_may_share_a_number(numbers: tuple[str, ...], label: str) -> None:
    text = "Le 4 mai 2023, le conseil municipal de MONTFLEURY s'est réuni. Présents : Anne ROUX, Luc BRUN.\n"
    text += "".join(
        f"{label}{number} CESSION DE LA PARCELLE AB {rank}\nMadame le Maire expose le projet connu de tous.\n"
        "Le conseil municipal, à l'unanimité, accepte cette proposition.\n"
        for rank, number in enumerate(numbers, 41)
    )
    acts = segment(normalise(text)).acts
    assert [act.heading_value("number") for act in acts] == list(numbers)
    assert [act.heading_value("title") for act in acts] == [
        f"CESSION DE LA PARCELLE AB {rank}" for rank in range(41, 45)
    ]
