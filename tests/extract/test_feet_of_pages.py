"""Feet of pages between and after the items of an act; fictional acts on several pages."""

import pytest

from kg.extract import dispositif
from kg.text.pages import page_feet
from tests.extract.test_vote import act_of

HEAD = "Après en avoir délibéré, le Conseil municipal, à l'unanimité, DÉCIDE : "
ARTICLES = [
    "Article 1 : D'approuver le plan de la halle",
    "Article 2 : De solliciter l'aide de la Région",
    "Article 3 : D'autoriser le Maire à signer le marché",
]


def items(writing: str) -> list[str]:
    return [mention.value for mention in dispositif.read(act_of(writing))]


@pytest.mark.parametrize(
    "foot",
    [
        "PV CM Montfleury 12/03/2024 2/14",
        "Syndicat mixte des eaux du Val – Comité directeur du 12.03.2024 11/34",
        "PETR du Val de Mont • PV du comité syndical du 12/03/2024 • Page 2",
        "COMMUNE DE MONTFLEURY - PV du 12/03/2024 - folio 2024/57",
        "SDIS du Val – CA du 12/03/2024 – délib. n° CA 24-38 – page 2/2",
        "Ville de Montfleury - PV du Conseil Municipal du 12.03.24",
        "Accusé de réception – Ministère de l'Intérieur 099-219900001-20240312-CM2403 12-DE Accusé certifié exécutoire "
        "Réception par le préfet : 15/03/2024 Publication : 18/03/2024",
    ],
)
def test_a_foot_is_no_part_of_the_item_above(foot: str) -> None:
    assert items(f"{HEAD}{ARTICLES[0]} ; {foot} {ARTICLES[1]} ; {ARTICLES[2]}. {foot}") == ARTICLES


def test_what_stands_beside_the_numbers_of_pages_is_their_foot() -> None:
    foot = "Hôtel de Ville – 2, place du Mail – Montfleury – mairie de tous"
    body = " ".join(f"Le lot n° {rank} est décrit au dossier." for rank in range(30)) + " "
    text = (
        f"{body}Lu. {foot} 1/3 {body}{HEAD}{ARTICLES[0]}. {foot} 2/3 {ARTICLES[1]}. Fait et délibéré. {body}{foot} 3/3"
    )
    assert items(text) == ARTICLES[:2]
    assert [text[slice(*span)] for span in page_feet(text)][:2] == [f"{foot} 1/3", f"{foot} 2/3"]


def test_pages_that_a_table_of_contents_numbers_too_have_feet() -> None:
    contents = "SOMMAIRE 1. Vente du lavoir page 3 2. Bail du moulin page 5 3. Tarifs page 4 "
    body = " ".join(f"Le lot n° {rank} est décrit au dossier." for rank in range(30)) + " "
    foot = "Conseil du 4 avril 2018 ________ Compte-rendu page"
    text = (
        f"{contents}{body}{foot} 3 {body}{HEAD}{ARTICLES[0]}. {foot} 4 {ARTICLES[1]}. Fait et délibéré. {body}{foot} 5"
    )
    assert items(text) == ARTICLES[:2]
    assert [text[slice(*span)] for span in page_feet(text)] == [f"{foot} {page}" for page in (3, 4, 5)]
    assert page_feet(f"{contents}{body}") == []


def test_shares_are_no_numbers_of_pages() -> None:
    said = "APPROUVE le partage des frais : 1/3 pour la commune et 2/3 pour le syndicat"
    assert items(f"Après en avoir délibéré, le conseil municipal, à l'unanimité, {said}.") == [said]


@pytest.mark.parametrize(
    "vote",
    [
        "VOTE AU SCRUTIN PUBLIC : Pour 15 | Contre 0 | Abstentions 2 (Paul NOIR, Anne ROUX) 3 ►",
        "Vote à main levée : Pour 15, Contre 0",
        "Votes par appel nominal : 15 pour",
        "RÉSULTAT DU SCRUTIN Pour : 15",
    ],
)
def test_the_vote_below_is_no_item(vote: str) -> None:
    said = ["fixe la cotisation à 2 €", "charge le Président de la percevoir"]
    text = f"Le Comité syndical, après en avoir délibéré, – {said[0]} ; – {said[1]}. {vote}"
    assert items(text) == said


@pytest.mark.parametrize("count", ["Ne prend pas part au vote : 1", "Ne prennent pas part au vote : 2"])
def test_who_does_not_vote_is_no_item(count: str) -> None:
    text = f"Le Conseil Municipal, Après en avoir délibéré, Pour : 24 Contre : 0 {count} (Mme Anne ROUX) DECIDE : "
    assert items(text + " ; ".join(ARTICLES)) == ARTICLES


@pytest.mark.parametrize("other", ["Le Comité des Fêtes", "Le bureau d'études", "Le comité de jumelage"])
def test_bodies_of_others_decide_nothing(other: str) -> None:
    text = f"{other} sollicite une aide pour la foire. Le Conseil Municipal, à l'unanimité, ACCORDE une aide de 350 €."
    assert items(text) == ["ACCORDE une aide de 350 €"]


@pytest.mark.parametrize(
    "head",
    [
        "ADOPTE la délibération suivante : Le Comité Directeur",
        "prend les décisions suivantes :",
        "adopte la résolution suivante :",
    ],
)
def test_a_verb_heads_the_deliberation_that_follows(head: str) -> None:
    text = f"LE COMITÉ DIRECTEUR, après en avoir délibéré, {head} a) ACCEPTE l'adhésion ; b) FIXE le droit à 5 €."
    assert items(text) == ["ACCEPTE l'adhésion", "FIXE le droit à 5 €"]


def test_sentences_below_a_vote_are_what_it_carries() -> None:
    said = ["les tarifs ci-dessus sont applicables", "tout retard sera facturé 5 €", "le règlement est modifié"]
    text = "Le conseil municipal, après délibération, ADOPTE par 18 voix POUR et 3 voix CONTRE (NOIR P., ROUX A.) : – "
    assert items(text + " ; – ".join(said) + ". Pour extrait conforme, le maire") == said


@pytest.mark.parametrize(
    "foot",
    [
        ". page 1 Compte rendu du 18 juin 2024 Æ",
        "~ Page 1 / 9 .\\_ CC Val et Mont de l'Orle - PV du 30/06/2024",
        "| Page 2 / 9 | à Syndicat du Val - PV du 30/06/2024",
        "^ Page 3 sur 12 _ Commune de Montfleury - Procès-verbal du 30 juin 2024 .",
        "Page 4 • Séance du 18 juin 2024 ~",
    ],
)
@pytest.mark.parametrize("stop", [" .", ".", " ;"])
def test_a_foot_with_the_dirt_of_a_scan_is_no_part_of_the_last_item(foot: str, stop: str) -> None:
    head = "Après en avoir délibéré, le Conseil municipal, à l'unanimité : "
    said = ["APPROUVE le projet de halle", "AUTORISE le Maire à signer toute pièce relative à cette décision"]
    assert items(f"{head}- {said[0]} ; - {said[1]}{stop} {foot}") == said


@pytest.mark.parametrize(
    "said",
    ["APPROUVE le procès-verbal de la séance du 18 juin 2024", "CORRIGE la page 4 du procès-verbal du 18 juin 2024"],
)
def test_an_item_that_names_minutes_is_left_whole(said: str) -> None:
    assert items(f"Après en avoir délibéré, le Conseil municipal, à l'unanimité : - {said}.") == [said]
