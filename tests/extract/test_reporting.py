"""Who reports an item, read in fictional minutes: labels, the floor given, sections, the executive far down."""

import pytest

from kg.extract import read_act
from kg.extract.act import Mention
from kg.extract.segment import segment
from kg.model import Person
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 Le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire. Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. "
    "Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = "Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
REST = f"2. Réfection du lavoir Vu le code. {VOTED}3. Achat d'une benne Vu le code. {VOTED}La séance est levée."


def rapporteurs(text: str) -> list[Person | None]:
    acts = segment(normalise(OPENING + text)).acts
    found = [[m.value for m in read_act(act) if isinstance(m, Mention) and m.field == "rapporteur"] for act in acts]
    return [values[0] if values else None for values in found]


@pytest.mark.parametrize(
    ("item", "person"),
    [
        (f"Rapporteur : Loïc EYMERY 1. Vente du presbytère Vu le code. {VOTED}", Person("Loïc EYMERY")),
        (
            f"Madame le Maire donne la parole à M. Loïc EYMERY. Finances 1. Vente du presbytère Vu le code. {VOTED}",
            Person("Loïc EYMERY"),
        ),
        (
            f"1. Vente du presbytère Rapporteur : Loïc EYMERY, Adjoint au Maire VU le code général. {VOTED}",
            Person("Loïc EYMERY", "Adjoint au Maire"),
        ),
        (
            f"1. Vente du presbytère Rapporteur : Loïc EYMERY, Adjoint au CCAS. {VOTED}",
            Person("Loïc EYMERY", "Adjoint au CCAS"),
        ),
        (f"1. Vente du presbytère Sur proposition du Maire, {VOTED}", Person("Agathe SORBIERS", "Maire")),
        (
            "1. Vente du presbytère Vu le code. " + "Considérant que la commune en a l'usage. " * 40
            + f"M. le Maire propose de le vendre. {VOTED}",
            Person("Agathe SORBIERS", "Maire"),
        ),
        (
            "1. Vente du presbytère Vu le code. " + "Considérant que la commune en a l'usage. " * 40
            + f"Madame le Maire donne lecture du rapport remis à tous. {VOTED}",
            Person("Agathe SORBIERS", "Maire"),
        ),
    ],
)  # fmt: skip
def test_who_reports_is_read_where_it_is_said(item: str, person: Person) -> None:
    assert rapporteurs(item + REST)[0] == person


@pytest.mark.parametrize(
    "item",
    [
        f"1. Vente du presbytère Madame la Vice-Présidente expose le rapport. Mme Zoé VERT indique un prix. {VOTED}",
        f"1. Vente du presbytère Le code dit : « le maire présente un rapport » chaque année. {VOTED}",
        f"1. Désignation d'un délégué au syndicat Zoé VERT propose d'assurer cette représentation. {VOTED}",
        f"1. Vente du presbytère Suite au départ de Zoé VERT, conseillère, il y a lieu de voter, propose-t-on. {VOTED}",
    ],
)
def test_who_only_speaks_does_not_report(item: str) -> None:
    assert rapporteurs(item + REST)[0] is None


def test_the_floor_given_before_a_decision_is_not_that_of_the_next_item() -> None:
    text = f"1. Vente du presbytère Vu le code. Mme le Maire donne la parole à M. Loïc EYMERY. {VOTED}{REST}"
    assert rapporteurs(text)[1] is None


def test_who_reports_a_section_reports_its_items_until_the_next_section() -> None:
    voted = "> Avis favorable de la commission Accord à l'unanimité "
    text = (
        "COMMISSION FINANCES La rapporteure est Madame VERT, adjointe aux finances. "
        f"e Subvention au comité des fêtes. Il est proposé 100 €. {voted}e Demande de fonds de concours. Il convient d"
        f"e signer. {voted}COMMISSION VOIRIE Les rapporteurs sont Mme VERT et M. EYMERY. "
        f"e Vente du presbytère. Il est proposé de vendre. {voted}"
    )
    assert [person and person.name for person in rapporteurs(text)] == ["VERT", "VERT", None]


@pytest.mark.parametrize("verb", ["fait part d'un courrier", "rappelle la date des vœux", "informe de la fête"])
def test_who_speaks_long_after_the_vote_reports_nothing(verb: str) -> None:
    others = "• Le passage des colis aura lieu le samedi. " * 9
    text = f"1. Vente du presbytère Vu le code. {VOTED}{others}Mme Lucie MARANDE {verb}. {REST}"
    assert rapporteurs(text) == [None, None, None]
