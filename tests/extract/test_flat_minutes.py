"""Minutes in one line of text whose items are a few words and what the organ decides, no stop between them."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY Compte rendu du Conseil Municipal du 17 avril 2014 Présents : Mmes et MM. Agathe SORBIERS, "
    "Loïc EYMERY, Paul BRUN. Secrétaire de séance : M. Loïc EYMERY "
)


def titles(text: str) -> list[object]:
    return [act.heading_value("title") for act in segment(normalise(text)).acts]


@pytest.mark.parametrize(
    "organ", ["Le conseil municipal, à l'unanimité, décide", "Le conseil municipal à l'unanimité vote"]
)
def test_items_without_stops_are_told_by_what_they_deal_with(organ: str) -> None:
    text = (
        f"{OPENING}Achat de matériel {organ} l'achat d'une tondeuse pour un montant de 1 515 € TTC Affectation des "
        f"résultats 2013 {organ} de les reporter comme suit : Article 002 : 265 321.87 € Taux des taxes 2014 {organ} "
        f"de ne pas augmenter les taux : Foncier bâti : 35.13 - Foncier non bâti : 89.68 Budget primitif 2014 {organ} "
        f"le budget proposé. Service de l'eau – Tarifs 2014 {organ} le prix de 1.20 € le mètre cube."
    )
    assert titles(text) == [
        "Achat de matériel",
        "Affectation des résultats 2013",
        "Taux des taxes 2014",
        "Budget primitif 2014",
        "Service de l'eau – Tarifs 2014",
    ]


def test_what_an_assembly_is_named_in_a_title_does_not_decide() -> None:
    text = (
        f"{OPENING}Achat de matériel Le conseil municipal, à l'unanimité, décide son achat pour la mairie "
        "et ses services Désignation du délégué à l'assemblée générale de l'Union Le conseil municipal, désigne, à "
        "l'unanimité, M. Paul BRUN."
    )
    assert titles(text) == ["Achat de matériel", "Désignation du délégué à l'assemblée générale de l'Union"]


def test_a_rate_is_no_place_in_the_agenda() -> None:
    text = f"{OPENING}Le conseil municipal fixe la taxe d'habitation : 19.81 - Foncier bâti : 35.13 à l'unanimité."
    assert titles(text) != ["Foncier bâti"]


@pytest.mark.parametrize("bullet", ["○", "■", "►", ">>", "➢"])
def test_bullets_of_any_font_open_an_item(bullet: str) -> None:
    text = (
        f"{OPENING}. {bullet} Travaux de la sacristie et du porche Le maire ouvre deux devis. Adopté à l'unanimité. "
        f"{bullet} Location de la salle des fêtes Le maire expose. Adopté à l'unanimité. "
    )
    assert titles(text) == ["Travaux de la sacristie et du porche", "Location de la salle des fêtes"]


def test_a_code_may_hold_a_letter_between_the_year_and_the_rank() -> None:
    text = (
        f"{OPENING} 22-D-017 Travaux du puits Le maire expose. Adopté à l'unanimité. 22-D-018 Prix de l'eau "
        "Le maire expose. Adopté à l'unanimité."
    )
    acts = segment(normalise(text)).acts
    assert [act.heading_value("number") for act in acts] == ["22-D-017", "22-D-018"]
