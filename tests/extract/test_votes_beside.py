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


@pytest.mark.parametrize("verb", ["mis aux voix et repoussé par", "rejeté par", "soumis au vote, est adopté par"])
@pytest.mark.parametrize("name", ["un amendement en ce sens", "l'amendement de M. ARNEL", "le sous-amendement"])
def test_the_vote_of_an_amendment_is_not_that_of_the_act(name: str, verb: str) -> None:
    told = f"Après discussion et {name}, {verb} 5 voix contre 2, le conseil municipal, par 6 voix pour et 1 abstention"
    said = vote(HEAD.format(apart="") + told + " (M. Paul ORBAN) : ADOPTE le règlement du moulin.")
    assert (said.for_, said.against, said.abstention) == (6, None, 1)
    assert said.abstention_names == ("Paul ORBAN",)


@pytest.mark.parametrize("who", ["présents et représentés", "présents ou représentés", "présents", "votants"])
def test_unanimity_after_what_is_seen_is_the_acts_own(who: str) -> None:
    told = (
        f"Le conseil municipal, VU l'instruction M57, entendu l'exposé, à l'unanimité des membres {who}, VOTE le bail."
    )
    assert vote(HEAD.format(apart="") + told).unanimous is True


@pytest.mark.parametrize("name", ["de' GIOVANNI Antoine", "d'ARNEL Luc"])
def test_a_particle_behind_a_parenthesis_is_part_of_a_name_that_the_list_prints_so(name: str) -> None:
    listed = f"Présents : Zoé VERT, Paul ORBAN, {name}. "
    said = vote(HEAD.format(apart="") + listed + DECIDED + f"Pour : 8 Contre : 0 Abstention : 1 ({name})")
    assert said.abstention_names == (name,)
    said = vote(HEAD.format(apart="") + DECIDED + "Pour : 8 Contre : 0 Abstention : 1 (de Paul ORBAN)")
    assert said.abstention_names == ("Paul ORBAN",)


@pytest.mark.parametrize(
    ("box", "read"),
    [
        ("Afférents au En exercice Qui ont pris Conseil Municipal part à la délibération 15 14 12", (14, None, 12)),
        ("Afférents au C.M. En exercice Ayant pris part à la délibération 15 14 12", (14, None, 12)),
        ("composant le Comité : En exercice : Présents à la séance : Votants : 16 15 11 12", (15, 11, 12)),
        ("composant le conseil : En exercice : Présents : 15 11", (15, 11, None)),
    ],
)
def test_a_box_of_labels_above_its_figures(box: str, read: tuple[int | None, ...]) -> None:
    act = f"COMMUNE DE MONTFLEURY Nombre de membres {box} Date de la convocation 4 mars 2023 Le conseil s'est réuni. "
    members = record(act + "OBJET : Bail du moulin " + DECIDED).members
    assert (members.in_office, members.present, members.voting) == read


@pytest.mark.parametrize("signed", ["La secrétaire de séance, Ida MOREL Le maire, Zoé VERT", "La secrétaire Ida MOREL"])
def test_the_foot_gives_the_secretary_a_given_name(signed: str) -> None:
    act = HEAD.format(apart="") + "Mme MOREL est désignée secrétaire de séance. " + DECIDED + "La séance est levée. "
    secretary = record(act + signed).secretary
    assert secretary is not None
    assert secretary.name == "Ida MOREL"


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_after_a_dash_counts_nobody(dash: str) -> None:
    said = vote(HEAD.format(apart="") + DECIDED + f"Pour : 10 Contre : {dash} Abstention : {dash} Médecine du travail")
    assert (said.for_, said.against, said.abstention) == (10, 0, 0)
    said = vote(HEAD.format(apart="") + DECIDED + f"Pour : 10 Contre : {dash} Abstention : {dash} Mme Ida MOREL")
    assert said.abstention != 0
