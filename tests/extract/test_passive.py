"""Decisions told in the passive, with the vote beside them and no formula; on fictional texts."""

import pytest

from kg.extract import dispositif
from tests.extract.test_vote import act_of

EXPOSED = "Madame le Maire expose les deux devis reçus pour le préau : 4 200 € et 5 100 €. "


def items(writing: str) -> list[str]:
    return [mention.value for mention in dispositif.read(act_of(writing))]


@pytest.mark.parametrize(
    "said",
    [
        "Les deux montants sont validés à l'unanimité",
        "Ces tarifs sont fixés à l'unanimité à 12 € la demi-journée",
        "Le nombre d'adjoints est donc fixé à 3 à l'unanimité",
        "La décision modificative est votée à la majorité",
        "Sont approuvés à l'unanimité les deux devis",
        "La candidature de l'entreprise Lormel a été retenue à l'unanimité",
        "La demande de Monsieur Arnel est refusée par 2 voix contre et 1 abstention",
        "Il est validé à l'unanimité de retenir les deux devis",
        "Le règlement du cimetière est modifié par 9 voix",
        "Madame le Maire est autorisée à signer le devis",
        "Le Président est chargé de passer la commande",
        "M. le Maire a été autorisé à faire appel du jugement",
    ],
)
def test_what_is_told_in_the_passive(said: str) -> None:
    assert items(f"{EXPOSED}{said}.") == [said]


def test_a_sentence_that_lost_its_stop_begins_with_its_subject() -> None:
    figures = "Indemnité du maire 1 100,20 € selon la strate Indemnité des adjoints 440,10 € selon la strate " * 3
    assert items(f"{figures}Ces deux montants sont validés à l'unanimité.") == [
        "Ces deux montants sont validés à l'unanimité"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Le point est adopté à l'unanimité.",
        "Cette délibération est approuvée à la majorité.",
        "Elle est adoptée par 9 voix.",
        "Considérant que le maire est autorisé à recruter un agent, le dossier est présenté.",
        "La convention par laquelle le président est chargé de l'entretien a pris fin.",
        "Les travaux qui sont validés à l'unanimité par la commission commenceront en mai.",
    ],
)
def test_what_tells_no_decision(said: str) -> None:
    assert items(EXPOSED + said) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Le conseil est favorable, à l'unanimité, à cet achat.", "est favorable, à l'unanimité, à cet achat"),
        ("Le comité syndical est unanimement favorable au projet.", "est unanimement favorable au projet"),
        ("L'assemblée est favorable à la vente du terrain.", "est favorable à la vente du terrain"),
    ],
)
def test_a_body_that_is_favourable(said: str, expected: str) -> None:
    assert items(EXPOSED + said) == [expected]


@pytest.mark.parametrize(
    "said",
    [
        "accède à la demande de l'association",
        "met en vente l'ancien tracteur",
        "met fin à la régie de la cantine",
        "prend en charge la dépense",
        "fait sienne la proposition du maire",
        "missionne le cabinet Lormel pour l'étude",
        "est défavorable au projet de parc",
        "désaffecte le chemin rural",
        "reporte sa décision",
    ],
)
def test_what_a_body_does_decides(said: str) -> None:
    assert items(f"La halle est vétuste. Le conseil municipal {said}.")[-1].endswith(said.split(" et ")[-1])


@pytest.mark.parametrize("said", ["examine le dossier", "passe au vote", "met un terme aux bavardages", "tient séance"])
def test_what_a_body_does_and_decides_nothing(said: str) -> None:
    assert items(f"La halle est vétuste. Le conseil municipal {said}.") == []
