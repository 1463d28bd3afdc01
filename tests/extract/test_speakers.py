"""Who reports without a verb of report, in fictional lists and debates, and where a role ends."""

import pytest

from kg.extract import read_act
from kg.extract.act import Mention
from kg.extract.officers.roles import role_alone
from kg.extract.segment import segment
from kg.model import Person
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 Le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire. Présents : SORBIERS Agathe, EYMERY Loïc, VERT-CLAIR Zoltan. "
    "Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = "Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
LIST = (
    "VILLE DE MONTFLEURY LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL Séance du 3 avril 2023 N° {heads} "
    "DEL-2023-01 Vente du presbytère Mme Agathe SORBIERS Adoptée à l'unanimité "
    "DEL-2023-02 Réfection du lavoir M. Loïc EYMERY Adoptée à l'unanimité Le Maire Zoé VERT"
)


def read(text: str) -> list[tuple[str | None, Person | None]]:
    acts = segment(normalise(text)).acts
    found = [[m.value for m in read_act(act) if isinstance(m, Mention) and m.field == "rapporteur"] for act in acts]
    return [
        (act.heading_value("title"), values[0] if values else None) for act, values in zip(acts, found, strict=True)
    ]


def test_the_column_of_a_list_names_who_reports() -> None:
    assert read(LIST.format(heads="OBJET RAPPORTEUR VOTE")) == [
        ("Vente du presbytère", Person("Agathe SORBIERS")),
        ("Réfection du lavoir", Person("Loïc EYMERY")),
    ]


def test_a_list_without_that_column_names_nobody() -> None:
    assert [person for _, person in read(LIST.format(heads="OBJET VOTE"))] == [None, None]


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("M. EYMERY : Mes chers collègues, l'édifice est vide. Mme VERT : Depuis quand ? ", Person("EYMERY")),
        ("M. EYMERY, adjoint aux biens : Merci. ", Person("EYMERY", "adjoint aux biens")),
        ("Mme le Maire : La parole est à M. Eymery. M. EYMERY, adjoint : Merci. ", Person("EYMERY", "adjoint")),
        ("VERT-CLAIR Zoltan, 2e adjoint, rapporte l'affaire. ", Person("VERT-CLAIR Zoltan", "2e adjoint")),
    ],
)
def test_who_speaks_first_reports_and_ends_the_title(said: str, person: Person) -> None:
    text = (
        f"Délibération n° 1 Vente du presbytère {said}{VOTED}Délibération n° 2 Réfection du lavoir Vu le code. {VOTED}"
    )
    assert read(OPENING + text)[0] == ("Vente du presbytère", person)


def test_who_corrects_the_minutes_reports_nothing() -> None:
    text = f"1. Approbation du procès-verbal du 2 mars M. EYMERY : Il y manque un mot. {VOTED}"
    assert read(OPENING + text + f"2. Réfection du lavoir Vu le code. {VOTED}")[0][1] is None


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Maire ********** RAPPORT", "Maire"),
        ("Vice-Présidente L'association a demandé", "Vice-Présidente"),
        ("1er adjoint Vu le décret", "1er adjoint"),
        ("conseillère déléguée à l'habitat Il est proposé", "conseillère déléguée à l'habitat"),
        ("adjointe à la Vie locale", "adjointe à la Vie locale"),
        ("Vice-Présidente Objet", "Vice-Présidente"),
    ],
)
def test_a_role_ends_where_a_sentence_opens(printed: str, role: str) -> None:
    assert role_alone(printed) == role
