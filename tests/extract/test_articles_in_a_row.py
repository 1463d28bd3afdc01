"""Articles that no stop parts, bullets right after a vote, visas before the organ: in texts of one line."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

HEAD = (
    "VILLE DE MONTFLEURY EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL Séance du 3 mars 2023 Le conseil "
    "municipal s'est réuni sous la présidence de Mme Odile TARAVEL, Maire. Étaient présents : M. Paul BRUN, Mme Lise "
    "AMBERT. Délibération n° 2023-12 OBJET : Réfection du lavoir M. BRUN expose la situation. "
)
FOOT = " Fait à Montfleury, le 6 mars 2023. Le Maire, Odile TARAVEL"


def decisions(text: str) -> list[str]:
    (record,) = extract(text_of(HEAD + text + FOOT)).records
    return list(record.decisions)


@pytest.mark.parametrize(
    "labels",
    [
        ("Article 1er :", "Article 2 :", "Article 3 :"),
        ("ARTICLE PREMIER :", "ARTICLE DEUX :", "ARTICLE TROIS :"),
        ("Article un –", "Article deux –", "Article trois –"),
    ],
)
def test_articles_follow_each_other_without_a_stop(labels: tuple[str, ...]) -> None:
    first, second, third = labels
    items = [
        f"{first} d'attribuer les aides suivantes : Foyer rural 200 € Comité des fêtes 400 € Total 600 €",
        f"{second} d'imputer la dépense au chapitre 65",
        f"{third} d'autoriser le Maire à signer",
    ]
    text = f"Après en avoir délibéré, à l'unanimité, DÉCIDE {items[0]} {items[1]}. {items[2]}."
    assert decisions(text) == items


@pytest.mark.parametrize("vote", ["À L'UNANIMITÉ", "PAR 12 VOIX POUR ET 2 VOIX CONTRE (ROUX Patrick, NOIR Anne)"])
def test_the_first_article_stands_behind_the_vote(vote: str) -> None:
    items = ["Article 1. – d'approuver la cession de la parcelle", "Article 2. – d'autoriser le Maire à signer l'acte"]
    assert decisions(f"Après en avoir délibéré, DÉCIDE {vote} {items[0]}, {items[1]}.") == items


def test_articles_without_a_colon_before_an_elision() -> None:
    items = ["Article 1er D'approuver le projet de la rue Haute", "Article 2 D'autoriser le Maire à signer l'acte"]
    assert decisions(f"Après en avoir délibéré, DECIDE {items[0]}. {items[1]}.") == items


def test_an_article_that_is_cited_begins_none() -> None:
    items = [
        "Article 1er : d'approuver la dépense prévue à l'article 2 du règlement",
        "Article 2 : d'en informer le préfet",
    ]
    assert decisions(f"Après en avoir délibéré, à l'unanimité, DÉCIDE {items[0]}. {items[1]}.") == items


def test_who_takes_no_part_ends_what_is_decided() -> None:
    items = ["Article 1er : d'accorder la garantie de la commune", "Article 2 : de libérer les ressources"]
    told = "Mme Lise AMBERT, présidente de l'établissement, ne prend pas part au vote. Adopté à l'unanimité."
    assert decisions(f"Après en avoir délibéré, DÉCIDE {items[0]}. {items[1]}. {told}") == items


@pytest.mark.parametrize("vote", ["à l'unanimité", "par 11 voix pour et 2 abstentions (M. ROUX et Mme NOIR)"])
@pytest.mark.parametrize("bullet", ["-", "–"])
@pytest.mark.parametrize("visa", ["", "Vu l'avis de la commission des travaux, "])
def test_any_verb_decides_behind_a_vote_and_a_bullet(vote: str, bullet: str, visa: str) -> None:
    items = ["DEMANDE au Préfet la reconnaissance de l'état de calamité", "REMERCIE les pompiers de leur engagement"]
    subject = "le Conseil Municipal" if visa else "Le Conseil Municipal"
    assert decisions(f"{visa}{subject}, {vote}, {bullet} {items[0]}, {bullet} {items[1]}.") == items


FIRST = "ARTICLE 1 : APPROUVE le devis de la toiture"
SECOND = "ARTICLE 2 : AUTORISE le Maire à signer le marché"


@pytest.mark.parametrize(
    "voted",
    [
        "Après en avoir délibéré, par 11 voix pour, 3 contre et 1 abstention",
        "Après en avoir délibéré, Pour : 12 Contre : 2 Abstentions : 1",
        "Après en avoir délibéré, à la majorité (2 abstentions : M. Paul BRUN et Mme Lise AMBERT)",
        "Après en avoir délibéré, à l'unanimité des membres présents et représentés",
        "APRÈS EN AVOIR DÉLIBÉRÉ, à la majorité, M. BRUN et Mme AMBERT s'étant abstenus",
        "Le Conseil municipal",
        "Votants 12 Pour 12 voix Contre Abstention NPPV",
    ],
)
def test_the_first_article_needs_no_stop_behind_the_vote(voted: str) -> None:
    assert decisions(f"{voted} {FIRST}. {SECOND}.") == [FIRST, SECOND]


@pytest.mark.parametrize("cited", ["l'Article 1 :", "l'avenant et son Article 1 –"])
def test_a_first_article_that_is_cited_opens_nothing(cited: str) -> None:
    told = f"Après en avoir délibéré sur {cited} objet du bail, à l'unanimité, DÉCIDE de signer l'avenant."
    assert decisions(told) == ["DÉCIDE de signer l'avenant"]
