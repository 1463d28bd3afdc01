"""All but a few, groups that tell who sits, staff with a consultative voice, givers by their initials."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

HERE = ["Anne ROUX", "Paul NOIR", "Zoé VERT"]


@pytest.mark.parametrize(
    "said",
    [
        "Présents : tous les conseillers sauf M. Max GRIS, excusé. Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT.\n",
        "Étaient présents : tous les membres en exercice à l'exception de M. Max GRIS. Mme Anne ROUX, M. Paul NOIR et"
        " Mme Zoé VERT.\n",
        "Présents : l'ensemble des élus hormis M. Max GRIS (excusé). Anne ROUX, Paul NOIR, Zoé VERT.\n",
    ],
)
def test_names_after_the_sentence_of_those_away_sit(said: str) -> None:
    fields = read(said)
    assert (fields["present"], fields["absent"]) == (HERE, ["Max GRIS"])


@pytest.mark.parametrize(
    "said",
    [
        "Présents : tous les conseillers sauf M. Max GRIS, Mme Ida ROSE, M. Guy BLEU et M. Luc BRUN, excusés. La séance"
        " est ouverte.\n",
        "Présents : tous les conseillers à l'exception de M. Max GRIS, Mme Ida ROSE, M. Guy BLEU, M. Luc BRUN.\n",
    ],
)
def test_who_is_excepted_stays_away(said: str) -> None:
    fields = read(said)
    assert fields["present"] == []
    assert fields["absent"] == ["Max GRIS", "Ida ROSE", "Guy BLEU", "Luc BRUN"]


@pytest.mark.parametrize(
    "said",
    [
        "Groupe « Élan commun » : présents Mme Anne ROUX, M. Paul NOIR ; M. Guy BLEU est représenté par Mme Anne ROUX. "
        "Groupe « Vivre ici » : présente Mme Zoé VERT. Non inscrit : M. Max GRIS (excusé).\n",
        "Groupe « Élan commun » : présents M. Paul NOIR, Mme Anne ROUX ; M. Guy BLEU a donné délégation de vote à Mme "
        "Anne ROUX. Groupe « Vivre ici » : présents Mme Zoé VERT ; excusé M. Max GRIS.\n",
    ],
)
def test_each_group_tells_who_of_it_sits(said: str) -> None:
    fields = read(said)
    assert set(fields["present"]) == set(HERE)
    assert fields["proxies"] == [Proxy("Guy BLEU", "Anne ROUX")]
    assert fields["absent"] == ["Max GRIS"]


@pytest.mark.parametrize(
    "said",
    [
        "Membres présents avec voix consultative : Colonel Ida ROSE, Guy BLEU.",
        "Avec voix consultative : Mme Ida ROSE, M. Guy BLEU.",
        "Étaient présents, ayant voix consultative : Ida ROSE, Guy BLEU.",
        "Membres à voix consultative : Ida ROSE, Guy BLEU.",
    ],
)
def test_a_consultative_voice_is_no_member(said: str) -> None:
    told = "Membres présents avec voix délibérative : Anne ROUX, Paul NOIR, Zoé VERT.\n"
    assert read(told + said + "\n")["present"] == HERE


@pytest.mark.parametrize(
    "said",
    [
        "Excusés : M. Guy BLEU, Mme Ida ROSE\nPouvoirs : M. G. BLEU à Mme A. ROUX, Mme I. ROSE à M. P. NOIR\n",
        "Absents excusés : Guy BLEU, Ida ROSE.\nG. BLEU donne pouvoir à A. ROUX, I. ROSE donne pouvoir à P. NOIR.\n",
        "Absents : BLEU Guy, ROSE Ida.\nProcurations : BLEU G. à A. ROUX ; ROSE I. à P. NOIR\n",
    ],
)
def test_a_giver_is_written_as_the_list_of_those_away_does(said: str) -> None:
    fields = read(f"Présents : {', '.join(HERE)}.\n{said}")
    givers = [set(proxy.giver.split()) for proxy in fields["proxies"] if isinstance(proxy, Proxy)]
    assert givers == [{"BLEU", "Guy"}, {"Ida", "ROSE"}]
    assert fields["absent"] == []


def test_two_whom_an_initial_may_mean_leave_it_as_printed() -> None:
    said = "Excusés : Guy BLEU, Gaël BLEU.\nPouvoirs : G. BLEU à Anne ROUX\n"
    assert read(f"Présents : {', '.join(HERE)}.\n{said}")["proxies"] == [Proxy("G. BLEU", "Anne ROUX")]


@pytest.mark.parametrize(
    "said",
    [
        "Présents : Anne ROUX, Paul NOIR, Zoé VERT (en remplacement de Luc BRUN, CC du Haut Valbrun)\n",
        "Présents : Anne ROUX, Paul NOIR, Zoé VERT (suppléante de Luc BRUN, Communauté de communes du Val)\n",
        "Présents : Anne ROUX, Paul NOIR, Zoé VERT (suppléante)\nExcusé : Luc BRUN remplacé par Mme VERT\n",
        "Présents (3) | Salle Jean-Prix\nÉtaient présents : Anne ROUX, Paul NOIR, Zoé VERT\n",
        "Absents : 2 L'assemblée a été convoquée le 3 mai. La séance, présidée par Anne ROUX, est ouverte.\n"
        "Présents : Anne ROUX, Paul NOIR, Zoé VERT\n",
        "Pouvoirs : 2 Suffrages exprimés : 9 Le lundi 3 avril, réunis à la Résidence Les Glycines\n"
        "Présents : Anne ROUX, Paul NOIR, Zoé VERT\n",
    ],
)
def test_bodies_halls_and_sentences_are_no_members(said: str) -> None:
    fields = read(said)
    assert fields["present"] == HERE
    assert (fields["proxies"], fields["absent"]) == ([], [])


@pytest.mark.parametrize(
    "away",
    ["Mme l'Inspectrice de l'Éducation nationale", "M. le Sous-Préfet de Valbrun", "M. le Recteur de l'Académie"],
)
def test_an_office_without_a_name_ends_no_list(away: str) -> None:
    fields = read(
        f"Présents : Anne ROUX, Paul NOIR, Zoé VERT, Luc BRUN.\nAbsents : M. Guy BLEU, {away}, M. Max GRIS.\n"
    )
    assert fields["absent"] == ["Guy BLEU", "Max GRIS"]


def test_a_count_after_a_participle_is_of_what_stands_before() -> None:
    told = "Le nombre de conseillers en exercice étant de : 29\nPrésents à l'ouverture : 16 Procurations : 4\n"
    fields = read(f"{told}Étaient présents : {', '.join(HERE)}\n")
    assert (fields["members/in_office"], fields["members/present"], fields["members/proxies"]) == ([29], [16], [4])


@pytest.mark.parametrize(
    "label",
    ["Comité de rédaction", "Rédacteurs du numéro 8", "Membres du bureau de vote", "Commissions communales, finances"],
)
def test_names_of_a_masthead_or_a_commission_are_no_members(label: str) -> None:
    names = "Anne Roux, Paul Noir, Zoé Vert, Luc Brun, Guy Bleu, Ida Rose, Max Gris"
    assert read(f"Le bulletin de Valbrun\n{label} {names}.\nSéance du 3 avril\n")["present"] == []


def test_names_that_nothing_heads_are_members() -> None:
    names = "Anne ROUX, Paul NOIR, Zoé VERT, Luc BRUN, Guy BLEU, Ida ROSE, Max GRIS"
    assert len(read(f"Le conseil s'est réuni sous la présidence d'Anne ROUX.\n{names}.\n")["present"]) == 7
