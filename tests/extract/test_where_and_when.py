"""Where and when a sitting is said to be held, in other words than those of the usual opening."""

import pytest

from kg.extract.act import Mention
from kg.extract.sitting import read_sitting
from tests.extract.test_examples import act_of


def read(text: str) -> dict[str, object]:
    return {reading.field: reading.value for reading in read_sitting(act_of(text)) if isinstance(reading, Mention)}


@pytest.mark.parametrize(
    ("said", "time", "place"),
    [
        ("Elle débute à 17 h 30 en salle du conseil de la mairie.", "17:30", "salle du conseil de la mairie"),
        ("Elle a commencé à 18h00 à la salle des fêtes.", "18:00", "salle des fêtes"),
        ("Celle-ci est ouverte à dix-neuf heures, salle polyvalente.", "19:00", "salle polyvalente"),
        (
            "La séance, présidée par M. Paul NOIR, est ouverte à 17 heures 30 à l'Hôtel de la Communauté.",
            "17:30",
            "Hôtel de la Communauté",
        ),
    ],
)
def test_where_and_when_it_begins(said: str, time: str, place: str) -> None:
    found = read(
        f"Conseil d'administration du lundi 5 décembre 2022. La séance est présidée par Mme ROUX. {said} Présents :"
    )
    assert (found["session/time"], found["session/place"], found["session/remote"]) == (time, place, False)


@pytest.mark.parametrize(
    "place", ["Dorfhüs de Valmont", "Kulturhaus", "Clos des Lilas de Valmont-sur-Serre", "Triskell"]
)
@pytest.mark.parametrize(
    "after", ["Convocation du 21 septembre 2022", "Sous la présidence de M. NOIR", "Présents : 12"]
)
def test_any_place_named_after_the_time_of_a_heading(place: str, after: str) -> None:
    assert read(f"Séance du mercredi 28 septembre 2022 à 19 h 30 au {place} {after}")["session/place"] == place


@pytest.mark.parametrize("said", ["au nombre prescrit", "au lieu de 18 h", "à la demande du Maire, Présents"])
def test_what_follows_the_time_and_is_no_place(said: str) -> None:
    assert "session/place" not in read(f"Séance du 28 septembre 2022 à 19 h 30 {said} Convocation du 21 septembre")


@pytest.mark.parametrize(
    "left", ["Elle quitte la séance à 17 h 30.", "Elle lève la séance à 19 heures.", "Elle arrive à 18h."]
)
def test_who_comes_or_goes_opens_nothing(left: str) -> None:
    assert "session/time" not in read(f"Conseil municipal du lundi 5 décembre 2022. Mme ROUX préside. {left}")


@pytest.mark.parametrize(
    "heading",
    [
        "RELEVÉ DE CONCLUSIONS COMITÉ SYNDICAL DU 15 FÉVRIER 2022 à Valmont-le-Château Membres titulaires présents :",
        "Réunion du comité du 15 février 2022, à Valmont-le-Château\nPrésents : M. NOIR",
        "SÉANCE DU 15 FÉVRIER 2022 À Valmont-le-Château. L'an deux mille vingt-deux",
    ],
)
def test_a_town_after_the_date(heading: str) -> None:
    found = read(heading)
    assert (found["session/place"], found["session/remote"]) == ("Valmont-le-Château", False)


@pytest.mark.parametrize(
    "heading", ["Séance du 15 février 2022 à Madame le Maire de Valmont", "Conseil du 15 février 2022 à 18 h"]
)
def test_what_is_no_town_after_the_date(heading: str) -> None:
    assert "session/place" not in read(heading)


@pytest.mark.parametrize(
    "after",
    [
        ", et publiquement",
        " en raison de l'état d'urgence sanitaire",
        " en présence du public",
        ", en application de la loi du 14 novembre 2020",
        " dans le respect des gestes barrières",
        " compte tenu des travaux de la mairie",
        ", à titre exceptionnel",
        ", hors la présence du public",
    ],
)
@pytest.mark.parametrize("chair", [", sous la présidence de Mme Anne ROUX, maire.", ". Mme Anne ROUX préside."])
def test_what_is_said_of_the_sitting_is_no_part_of_the_place(after: str, chair: str) -> None:
    text = "L'an deux mille vingt, le dix juillet, le conseil municipal s'est réuni à la salle des fêtes Jean-Macé"
    assert read(text + after + chair)["session/place"] == "salle des fêtes Jean-Macé"


@pytest.mark.parametrize(
    "said",
    [
        "convoqués en séance plénière ordinaire, se sont réunis en mairie",
        "s'est réuni en mairie, sous la présidence de Mme ROUX, Maire, en session ordinaire,",
        "s'est réuni en mairie, sous la présidence de Mme ROUX, Maire,ensessionordinaire,",
        "s'est réuni en séance publique ordinaire à la mairie",
    ],
)
def test_an_ordinary_sitting(said: str) -> None:
    assert read(f"L'an deux mille vingt-deux, le 3 mars, le conseil {said}")["session/kind"] == "ordinaire"


def test_a_box_of_two_columns() -> None:
    found = read(
        "Convocation : 03/11/2023 | Séance du 9 novembre 2023\nMembres en exercice : 19 | à 18 heures 30\n"
        "Présents : 15 | Salle Jean-Macé\nVotants : 18 | Présidente : Mme ROUX\n"
    )
    assert (found["session/time"], found["session/place"]) == ("18:30", "Salle Jean-Macé")


def test_a_table_of_members_is_no_such_box() -> None:
    found = read("Séance du 9 novembre 2023\nNom | Présence\nAnne ROUX | Présente\nPaul NOIR | Excusé\n")
    assert "session/time" not in found and "session/place" not in found


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (
            "Le Conseil Municipal s'est réuni à la salle polyvalente (en raison de la crise sanitaire), sous la",
            "salle polyvalente",
        ),
        (
            "Le Conseil Municipal s'est réuni à la salle du lavoir (annexe de la mairie), sous la présidence",
            "salle du lavoir (annexe de la mairie)",
        ),
        (
            "CONSEIL COMMUNAUTAIRE Mardi 4 avril 2023 – 18 h 30 – salle des fêtes de Lissac Communauté de communes "
            "du Val Date de la convocation : 28/03/2023",
            "salle des fêtes de Lissac",
        ),
        (
            "CONSEIL COMMUNAUTAIRE Mardi 4 avril 2023 – 18 h 30 – siège de la communauté de communes du Val "
            "Date de la convocation : 28/03/2023",
            "siège de la communauté de communes du Val",
        ),
    ],
)
def test_where_a_place_ends(said: str, place: str) -> None:
    assert read(said)["session/place"] == place
