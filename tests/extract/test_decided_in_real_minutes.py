"""Decisions as flattened minutes print them: second votes, questions, lists that count, what the mayor asks."""

import pytest

from tests.extract.test_decided_items import items


def test_a_verb_after_a_second_vote_whose_last_name_ends_with_an_a() -> None:
    text = (
        "à la majorité 41 votes pour, 6 abstentions, M. NOIR, Mme KASSAMA AUTORISE l'achat de 250 actions."
        " à la majorité 42 votes pour, 5 abstentions, M. NOIR, Mme KASSAMA DESIGNE M. VERT, adjoint au Maire, pour la"
        " représenter"
    )
    assert items(text) == [
        "AUTORISE l'achat de 250 actions",
        "DESIGNE M. VERT, adjoint au Maire, pour la représenter",
    ]


@pytest.mark.parametrize("mark", ["[", "|", "{", "_ ["])
def test_the_edge_of_the_next_box_is_no_part_of_an_item(mark: str) -> None:
    text = f"Après en avoir délibéré, le Conseil à l'unanimité : MODIFIE la commission : Mme ROUX, M. VERT {mark}"
    assert items(text) == ["MODIFIE la commission : Mme ROUX, M. VERT"]


def test_a_list_that_counts_goes_on_after_a_stop() -> None:
    text = (
        "APPROUVE la création des emplois qui suivent : SERVICES 1°) Propreté : - un agent en juin, - deux agents en"
        " juillet. (renfort) 2°) Voirie : - un agent en août. 3°) Halle : un agent. Le maire remercie les services."
    )
    assert items(f"Le conseil, à l'unanimité, {text}") == [text.removesuffix(". Le maire remercie les services.")]


def test_a_sentence_is_no_part_of_a_list_that_counts() -> None:
    text = "Le conseil, à l'unanimité, APPROUVE les tarifs : 1°) Halle : 20 €. Le prix de 2°) sera revu."
    assert items(text) == ["APPROUVE les tarifs : 1°) Halle : 20 €"]


ASKS = "Madame le Maire demande au Conseil Municipal de délibérer"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Il vous est proposé de prendre en charge les fleurs des fêtes ; les concerts ; "
            f"{ASKS} concernant le compte des fêtes et de l'autoriser à signer les pièces. VOTE : 13 POUR 0 CONTRE",
            ["de prendre en charge les fleurs des fêtes ; les concerts"],
        ),
        (
            f"Les crédits manquent. {ASKS} concernant l'ouverture d'un crédit de 500 € et de l'autoriser à signer les "
            "pièces. VOTE : 13 POUR 0 CONTRE",
            ["de délibérer concernant l'ouverture d'un crédit de 500 € et de l'autoriser à signer les pièces"],
        ),
        (f"Les crédits manquent. {ASKS} sur ce point. VOTE : 13 POUR 0 CONTRE", []),
    ],
)
def test_what_the_mayor_asks_to_deliberate_on(text: str, expected: list[str]) -> None:
    assert items(text) == expected
