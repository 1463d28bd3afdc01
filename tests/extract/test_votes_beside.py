"""Votes of electors, of groups and of those who stand apart beside the vote of an act; fictional acts."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Record, Vote

HEAD = (
    "COMMUNE DE MONTFLEURY Délibération n° 2023-12 Membres en exercice : 20 Présents : 15 {apart} Votants : 16 L'an "
    "deux mille vingt-trois, le douze mars, le conseil s'est réuni sous la présidence de Mme Zoé VERT, Maire. "
    "OBJET : Bail du moulin communal "
)
DECIDED = "Le conseil municipal, après en avoir délibéré, APPROUVE le bail du moulin. "


def record(text: str) -> Record:
    (found,) = extract(text_of(text)).records
    return found


def vote(text: str) -> Vote:
    said = record(text).vote
    assert said is not None
    return said


@pytest.mark.parametrize(
    "verb", ["Ne prenant pas part au vote", "Ne prend pas part au vote", "Ne participent pas au vote"]
)
def test_who_does_not_vote_is_counted_in_the_head(verb: str) -> None:
    said = vote(HEAD.format(apart=f"{verb} : 2") + DECIDED + "VOTE : POUR : 16 – CONTRE : 0 – ABSTENTION : 0")
    assert (said.for_, said.not_voting) == (16, 2)


@pytest.mark.parametrize(
    "groups",
    [
        "Groupe Union pour le Val (10) : pour Groupe Gauche et Écologie (5) : pour Élu non inscrit (1) : abstention",
        "Liste Ensemble (10) : pour Conseillers non inscrits (6) : abstention",
    ],
)
def test_groups_are_parts_of_the_vote(groups: str) -> None:
    said = vote(
        HEAD.format(apart="") + DECIDED + f"RÉSULTAT DU VOTE {groups} Pour : 15 Contre : – Abstention : 1 ADOPTÉ"
    )
    assert (said.for_, said.abstention) == (15, 1)


@pytest.mark.parametrize("who", ["9 électeurs inscrits, 8", "les électeurs de la section, 8"])
def test_what_electors_voted_is_no_vote_of_the_council(who: str) -> None:
    asked = f"Sur {who} ont pris part au vote et se sont prononcés ainsi : 7 voix pour, 1 voix contre. "
    said = vote(HEAD.format(apart="") + asked + DECIDED.replace("délibéré,", "délibéré, à l'unanimité,"))
    assert (said.unanimous, said.for_, said.against) == (True, None, None)


@pytest.mark.parametrize("label", ["Article {} : ", "ARTICLE {} - ", "Article {}. "])
def test_a_report_that_is_noted_in_articles(label: str) -> None:
    said = vote(
        HEAD.format(apart="")
        + "LE CONSEIL MUNICIPAL, "
        + label.format(1)
        + "PREND ACTE du rapport annuel sur le moulin. "
        f"{label.format(2)}DIT que ce rapport sera mis à la disposition du public."
    )
    assert said.outcome == "noted"


@pytest.mark.parametrize("put", ["ce point est ajourné", "ce dossier est reporté"])
def test_a_point_put_off_whose_title_holds_a_name_in_quotes(put: str) -> None:
    minutes = (
        "COMPTE RENDU DE LA RÉUNION DU COMITÉ SYNDICAL DU 9 AVRIL 2022 Le neuf avril deux mille vingt-deux, le Comité "
        "syndical s'est réuni. Présents : MM. NOIR Paul, VERT Luc. Délégués en exercice : 2. I. BAIL DU MOULIN "
        "(délibération n° 01/2022) Le bail est échu. Le Comité, à l'unanimité, approuve le bail. II. COMPTE 2021 "
        "(délibération n° 02/2022) Le compte est présenté. Le Comité, à l'unanimité, approuve le compte. III. ADHÉSION "
        f"AU GROUPEMENT « VOIRIE » DE LA COMMUNE (délibération n° 03/2022) La convention n'étant pas parvenue, {put}. "
    )
    last = extract(text_of(minutes)).records[-1]
    assert last.vote is not None
    assert (last.number, last.title, last.vote.outcome) == (
        "03/2022",
        "ADHÉSION AU GROUPEMENT « VOIRIE » DE LA COMMUNE",
        "deferred",
    )


@pytest.mark.parametrize(
    "verb",
    [
        "Ne participent pas au vote",
        "Ne participe pas au vote",
        "Ne participant pas au vote",
        "Ne prennent pas part au vote",
        "N'ont pas pris part au vote",
        "N'ayant pas participé au vote",
    ],
)
def test_those_who_do_not_vote_are_named_after_a_label(verb: str) -> None:
    said = vote(
        HEAD.format(apart="")
        + DECIDED
        + f"{verb} : Mme VALMONT, M. ARNEL La présente délibération est adoptée à l'unanimité des votants."
    )
    assert said.not_voting_names == ("VALMONT", "ARNEL")
