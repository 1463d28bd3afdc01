"""Groups, roles and communes between a heading and its first name; who takes part besides the members."""

import pytest

from tests.extract.test_attendance import read

_HERE = ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]


@pytest.mark.parametrize(
    "listed",
    [
        "a) Membres élus : Mme Anne ROUX M. Paul NOIR b) Membres nommés : Mme Zoé VERT (Aide du Val) M. Luc BRUN",
        "1° Membres élus : Mme Anne ROUX, M. Paul NOIR 2° Membres nommés : Mme Zoé VERT, M. Luc BRUN",
        "pour la CC du Val : Anne ROUX, Paul NOIR ; pour la CC de la Côte : Zoé VERT, Luc BRUN",
        "pour la Communauté d'agglomération du Val : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT, M. Luc BRUN",
        "les Adjoints Anne ROUX, Paul NOIR ; les conseillers municipaux Zoé VERT et Luc BRUN",
        "le Maire Anne ROUX, les adjoints Paul NOIR, Zoé VERT et la conseillère municipale Luc BRUN",
        "les conseillers municipaux Anne ROUX, Paul NOIR, Zoé VERT et Luc BRUN",
        "- Élus : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT, M. Luc BRUN",
    ],
)
@pytest.mark.parametrize("heading", ["Étaient présents :", "Présents :", "Ont pris part à la réunion :"])
def test_words_of_a_group_before_the_first_name(heading: str, listed: str) -> None:
    assert read(f"{heading} {listed}. Excusé : M. Guy BLEU.")["present"] == _HERE


@pytest.mark.parametrize(
    "besides",
    [
        "Participaient aussi :",
        "Participaient en outre à la réunion :",
        "Ont également participé à la séance :",
        "Ont aussi assisté :",
        "Étaient en outre présents :",
        "Participaient sans voix délibérative :",
    ],
)
def test_who_takes_part_besides_is_no_member(besides: str) -> None:
    fields = read(
        "Présents : Anne ROUX, Paul NOIR, Zoé VERT, Luc BRUN. Excusés : Guy BLEU, Ida ROSE. "
        f"{besides} Max GRIS (directeur), Eva BLANC (chargée de mission). Secrétaire de séance : Zoé VERT."
    )
    assert (fields["present"], fields["absent"]) == (_HERE, ["Guy BLEU", "Ida ROSE"])


@pytest.mark.parametrize("said", ["les membres du conseil municipal de Valbrun", "le quorum est atteint"])
def test_words_that_lead_to_no_name(said: str) -> None:
    assert "present" not in read(f"Étaient présents : {said}. Objet : école")


@pytest.mark.parametrize(
    "told",
    [
        "Le conseil, légalement convoqué, s'est réuni sous la présidence de Mme Anne ROUX, Maire. Présents : 12",
        "Sous la présidence de Mme Anne ROUX, étaient présents tous les conseillers municipaux en exercice.",
    ],
)
def test_the_chair_sits_where_no_list_names_the_others(told: str) -> None:
    assert read(told)["present"] == ["Anne ROUX"]
