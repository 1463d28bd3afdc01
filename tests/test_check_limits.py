"""Acts that begin where none does: a label read for a title, a vote before the first act, numbers that end acts."""

import pytest

from kg.errors import IssueCode
from tests.test_check import BEFORE, FOLLOWING, LABELLED, found_in, headed

CODE = IssueCode.DOUBTFUL_LIMITS


def test_each_doubt_is_said_where_it_bears() -> None:
    assert found_in(LABELLED, CODE) == [2]
    assert found_in(BEFORE, CODE) == [1, 2]  # the last act tells nothing either: all may be a place too far
    assert found_in(FOLLOWING, CODE) == [1, 2]


@pytest.mark.parametrize(
    "title",
    [
        "RAPPORTEUR",
        "Rapporteure : Mme Eva TOREL",
        "Date de réception préfecture : 11/04/2022",
        "M. LE PRÉSIDENT",
        "Madame la maire",
        "Mme DE VALMONT",
        "Ne prend pas part au vote : M. ARNEL",
        "Ne prenant pas part au vote",
        "POUR : 12",
        "Accusé de réception en préfecture",
    ],
)
def test_a_label_or_a_speaker_is_no_title(title: str) -> None:
    assert found_in(headed(f"Budget. {title} Le conseil décide.", title), CODE) == [1]


@pytest.mark.parametrize(
    "title",
    [
        "Désignation d'un rapporteur",
        "Vote du budget",
        "Pour une école rurale",
        "Contre la fermeture du bureau de poste",
        "Monsieur VALMONT : remise gracieuse d'un loyer",
        "M. et Mme ARNEL, cession d'un délaissé de voirie",
        "Date de la fête du village",
        "Conseil municipal des jeunes",
    ],
)
def test_titles_that_begin_as_a_label_are_titles(title: str) -> None:
    assert found_in(headed(f"Budget. {title} Le conseil décide.", title), CODE) == []


def test_the_head_of_the_pages_is_no_title() -> None:
    head = "Ville de Valserine – Conseil municipal du 5 juin 2023"
    pages = f"{head} 1 Budget. Adopté. {head} 2 Voirie. Adopté. {head} 3"
    assert found_in(headed(pages, f"{head} 2 Voirie"), CODE) == [1]
    assert found_in(headed(f"{head} 1 Budget. Adopté.", f"{head} 1 Budget"), CODE) == []


@pytest.mark.parametrize(
    "before",
    [
        "Mme ROUX est désignée secrétaire de séance à l'unanimité.",
        "Le procès-verbal de la séance du 4 mai est adopté à l'unanimité.",
        "L'ordre du jour est modifié à l'unanimité.",
    ],
)
def test_matters_of_form_are_voted_before_the_first_act(before: str) -> None:
    assert found_in(headed(f"{before} {'Suit le premier point. ' * 8} Budget. Voirie.", "Budget", "Voirie"), CODE) == []


@pytest.mark.parametrize("first", ["Approbation du procès-verbal", "Adoption du compte rendu", "Adoption du PV"])
def test_the_minutes_of_the_sitting_before_have_no_number(first: str) -> None:
    raw = f"{first}. Délibération n° 2023-14 Voirie. Adopté. Délibération n° 2023-15"
    assert found_in(headed(raw, first, "Voirie", numbers=(None, "2023-14")), CODE) == []
