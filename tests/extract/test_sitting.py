"""The sitting: which date is its own, and where its place ends."""

import datetime as dt
from typing import Any

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.sitting import EXTRACTOR, sitting_dates
from kg.text.view import normalise


def read(text: str) -> dict[str, Any]:
    """The values read; several for one field stand as a set."""
    view = normalise(text)
    whole = Zone(view, 0, len(view.text))
    values: dict[str, Any] = {}
    for reading in EXTRACTOR.read(Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)):
        assert isinstance(reading, Mention)
        old = values.get(reading.field)
        values[reading.field] = reading.value if old in (None, reading.value) else {old, reading.value}
    return values


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("CONSEIL MUNICIPAL DU 20 FÉVRIER 2023", "2023-02-20"),
        ("Procès-verbal de la session du Conseil Communautaire du 13 mars 2023", "2023-03-13"),
        ("BUREAU du lundi 16 janvier 2023", "2023-01-16"),
        ("SEANCE DU 10/02/2023", "2023-02-10"),
        ("Séance publique du\njeudi 24 avril 2014", "2014-04-24"),
        ("Le lundi treize février deux-mille-vingt-trois à dix-neuf heures, le Conseil, convoqué le sept février"
         " deux-mille-vingt-trois, s'est réuni sous la présidence", "2023-02-13"),
        ("Délibération n° CP 2023-24 du 25 janvier 2023\nLa commission permanente, VU le règlement", "2023-01-25"),
        ("CONSEIL COMMUNAUTAIRE DU 2 FÉVRIER 2023 PV arrêté en séance du 9 mars 2023", "2023-02-02"),
        ("CONSEIL MUNICIPAL DU 16 FÉVRIER 2023 COMPTE RENDU Le premier décembre deux mille vingt-deux, les membres du"
         " Conseil municipal se sont réunis en mairie. Le Conseil adopte le procès-verbal de la séance du 13 décembre.",
         "2023-02-16"),
        ("Délibération n° 2022-12-09/10examinée le 9 décembre 2022 — voirie — approuvée", "2022-12-09"),
        ("Liste des délibérations votées\nLe 16 MAI 2025", "2025-05-16"),
        ("La séance a lieu en mairie. Elle est ouverte le vendredi 3 février 2023 à 9H45", "2023-02-03"),
        ("Reçu en préfecture le 8/02/2023\nLe Conseil s'est réuni le 3 février 2023 à la mairie.", "2023-02-03"),
    ],
)  # fmt: skip
def test_the_date_of_the_sitting(text: str, date: str) -> None:
    assert read(text)["session/date"] == dt.date.fromisoformat(date)


@pytest.mark.parametrize(
    "text",
    [
        "Approbation du compte-rendu de la séance du 12 mars 2023",
        "Le Conseil municipal, légalement convoqué le 3 mars 2023, délibère.",
        "Vu la délibération du conseil municipal du 12 mars 2020 adoptée",
    ],
)
def test_no_date_of_the_sitting(text: str) -> None:
    assert "session/date" not in read(text)


def test_two_dates_that_nothing_decides_are_both_told() -> None:
    text = "Conseil municipal du 16 février 2023\n\nL'an deux mille vingt-deux, le 1er décembre, le conseil s'est réuni"
    assert read(text)["session/date"] == {dt.date(2023, 2, 16), dt.date(2022, 12, 1)}


def test_the_receipt_decides_between_heading_and_opening() -> None:
    text = (
        "Séance du 30 janvier 2023\nL'an deux mille vingt-deux, le trente janvier, le Conseil s'est réuni.\n"
        "ID : 099-219900017-20230130-DEL1-DE"
    )
    assert read(text)["session/date"] == dt.date(2023, 1, 30)


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("à 20h30", "20:30"),
        ("à 19h", "19:00"),
        ("à 18 H 00", "18:00"),
        ("à vingt heures trente minutes", "20:30"),
        ("à dix-neuf heures seize", "19:16"),
        ("à 20 heures et 3 minutes", "20:03"),
        ("à l 9h30", "19:30"),
        ("à dix-huit heures et demie", "18:30"),
        ("à partir de 9h37", "09:37"),
    ],
)
def test_times(said: str, time: str) -> None:
    assert (
        read(f"L'an 2023, le 6 mars {said}, le Conseil municipal s'est réuni sous la présidence")["session/time"]
        == time
    )


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("dans la salle du conseil en mairie", "salle du conseil en mairie"),
        ("au nombre prescrit par la loi, à la Maison des loisirs à Valmont", "Maison des loisirs à Valmont"),
        ("en session ordinaire au siège de la communauté de communes", "siège de la communauté de communes"),
        ("au lieu ordinaire des séances, Salle du Conseil", "Salle du Conseil"),
        ("le 2 février 2023 au lieu ordinaire de ses séances", "lieu ordinaire de ses séances"),
        ("à 17h30, à la salle Noël à Valmont", "salle Noël à Valmont"),
        ("salle des Conseils de Valmont", "salle des Conseils de Valmont"),
        ("en session ordinaire, sa1le des Conseils", "sa1le des Conseils"),
        ("en assemblée plénière le jeudi 6 avril 2023, à partir de 9h37, à l'Hôtel de Ville", "Hôtel de Ville"),
        ("en \nmairie, Salle du Conseil, le jeudi 6 mars 2023 à 18h00", "mairie, Salle du Conseil"),
    ],
)
def test_places(said: str, place: str) -> None:
    read_values = read(f"Le Conseil municipal s'est réuni {said}, sous la présidence de Mme Vallier")
    assert (read_values["session/place"], read_values["session/remote"]) == (place, False)


def test_a_town_between_the_date_and_the_time() -> None:
    values = read("CONSEIL COMMUNAUTAIRE DU 19 JANVIER 2023 A VALMONT SUR SERRE 19H00 Présents : M. VALLIER")
    assert values["session/date"] == dt.date(2023, 1, 19)
    assert (values["session/time"], values["session/place"]) == ("19:00", "VALMONT SUR SERRE")


def test_the_date_beside_the_verb_is_that_of_the_sitting() -> None:
    text = "PV arrêté en séance du 9 mars 2023 Le Conseil convoqué s'est réuni le 2 février 2023 à 20h30 en mairie"
    assert read(text)["session/date"] == dt.date(2023, 2, 2)


def test_where_the_sitting_was_held() -> None:
    assert read("La séance a lieu dans la salle des fêtes. Elle est ouverte.")["session/place"] == "salle des fêtes"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Date de l'avis de convocation :\n\n27 juin 2017", "2017-06-27"),
        ("Date de la convocation du présent Conseil municipal : mercredi 18 janvier 2023", "2023-01-18"),
        ("Par convocation en date du 09 janvier 2023, l'ordre du jour", "2023-01-09"),
        ("Convoqué le mardi 02 mai 2023, le Conseil s'est réuni", "2023-05-02"),
        ("les membres, convoqués par Mme la Maire le vingt-deux novembre deux mille vingt-deux, se sont", "2022-11-22"),
        ("que la convocation du Conseil avait été faite le 25/06/2020", "2020-06-25"),
        ("La convocation de tous les conseillers a été faite le 22 octobre 2021, dans les délais", "2021-10-22"),
        ("la convocation de chacun des délégués a été envoyée le 3 mai 2023", "2023-05-03"),
        ("s'est réuni en mairie, convocation de son Président du 7 novembre 2023, sous la présidence", "2023-11-07"),
        ("Convocation dématérialisée du Conseil municipal du 25 juin 2021, pour la séance", "2021-06-25"),
    ],
)
def test_convocations(text: str, date: str) -> None:
    assert read(text)["convocation_date"] == dt.date.fromisoformat(date)


def test_a_long_text_without_a_sitting_costs_little() -> None:
    assert read("le conseil de la commission du bureau du comité est réuni " * 3000) == {}


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Publié le 27 mars 2023 PROCÈS-VERBAL DU CONSEIL DU 13 DÉCEMBRE 2022 SÉANCE DU 13 DÉCEMBRE 2022 À 19H00",
         "session/time", "19:00"),
        ("L'an deux mille vingt-trois, le 13 février, s'est réuni le conseil municipal, dans la salle du conseil, sous"
         " la présidence", "session/place", "salle du conseil"),
        ("Nous avons convoqué le conseil pour sa réunion qui doit se dérouler le trente janvier deux mille vingt-trois"
         " à dix-neuf heures dans la Salle d'Honneur. - ORDRE DU JOUR -", "session/place", "Salle d'Honneur"),
        ("RÉUNION DU CONSEIL DU 13 FÉVRIER 2020 Convocation envoyée le Nombre de conseillers Nombre de votants"
         " 7 FÉVRIER 2020 40 26", "convocation_date", dt.date(2020, 2, 7)),
    ],
)  # fmt: skip
def test_what_stands_beside_the_date(text: str, field: str, value: object) -> None:
    assert read(text)[field] == value


def test_the_kind_as_scanned() -> None:
    assert read("SEANCE ORDlNAlRE DU CONSElL MUNlClPAL L'an 2023, le 6 mars")["session/kind"] == "ordinaire"
    assert read("Séance extraord1naire du conseil du 6 mars 2023")["session/kind"] == "extraordinaire"


def test_the_sitting_is_no_day_of_convocation() -> None:
    text = "Séance du 6 mars 2023. Convocation dématérialisée du conseil municipal du 6 mars 2023"
    assert "convocation_date" not in read(text)


def test_a_law_seen_after_the_opening_dates_nothing() -> None:
    text = (
        "EXTRAIT DES DÉLIBÉRATIONS Réunion du vendredi 24 novembre 2023 La Commission permanente du Conseil"
        " départemental, réunie à l'Hôtel du Département, Vu la loi n° 2000-321 du 12 avril 2000, DÉCIDE"
    )
    assert read(text)["session/date"] == dt.date(2023, 11, 24)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("le Conseil communautaire a tenu séance à l'Espace Arnel, sous la présidence", "Espace Arnel"),
        ("le Comité du S.I.V.O.M. a siégé à l'Hôtel de Ville, après convocation", "Hôtel de Ville"),
        ("le Conseil, convoqué le 28 mars 2023, a tenu à Valmont une séance ordinaire présidée par", "Valmont"),
        ("le Conseil communautaire s'est tenu à la salle Arnel, sur convocation du 1er mars 2023", "salle Arnel"),
        ("le Syndicat mixte a réuni ses membres le lundi 6 mars 2023 à 18h00 à Valmont (Salle Arnel), sous l'autorité",
         "Valmont (Salle Arnel)"),
        ("le Comité s'est réuni à la Maison du Pays, Valmont, L. Arnel étant Président", "Maison du Pays, Valmont"),
    ],
)  # fmt: skip
def test_rarer_words_for_meeting(said: str, place: str) -> None:
    values = read(f"L'an 2023, le 6 mars, {said} de Mme Valmont. Présents : M. Arnel")
    assert values["session/place"] == place
    assert values["session/remote"] is False


def test_a_body_met_after_its_convocation() -> None:
    text = (
        "La Commission permanente du Conseil régional, convoquée le 4 mai 2017 par Madame Rose VALMONT, Présidente, "
        "réunie à l'Hôtel de Région, sous la présidence de M. Arnel"
    )
    assert read(text)["session/place"] == "Hôtel de Région"


@pytest.mark.parametrize("said", ["(en visioconférence)", "à 18 h 30, par vidéoconférence", "– tenue en visio"])
def test_a_heading_says_that_members_sat_at_a_distance(said: str) -> None:
    assert (
        read(f"Procès-verbal de la séance du jeudi 11 février 2021 {said}\nConvocation du 5 février 2021")[
            "session/remote"
        ]
        is True
    )


def test_apostrophes_that_did_not_come_through() -> None:
    text = (
        "L an deux mille dix-huit, le six mars, le Comité s est réuni à l Espace Arnel, sous l autorité de "
        "Mme Valmont. Ordre : l avis, l appel, l accord."
    )
    assert read(text)["session/place"] == "Espace Arnel"


def test_the_advice_of_another_body_dates_nothing() -> None:
    assert "session/date" not in read("Vu l'avis du Conseil du 3e arrondissement en date du 22 mai 2006 ;")


def test_a_body_named_by_the_heading_alone() -> None:
    text = (
        "DELIBERATION de la COMMISSION PERMANENTE\n\nRéunie le vendredi 24 juin 2011, à partir de 9 H 30, "
        "au siège du Conseil Régional, sous la présidence de M. Arnel,\nSont présents :"
    )
    values = read(text)
    assert (values["session/date"], values["session/time"]) == (dt.date(2011, 6, 24), "09:30")
    assert values["session/place"] == "siège du Conseil Régional"


def test_a_place_told_after_the_opening() -> None:
    text = (
        "Le vendredi 3 février 2023, à 19h30, le Conseil Municipal, convoqué le 26 janvier 2023, s'est réuni sous la "
        "présidence de M. Arnel. Le Conseil Municipal est réuni en Mairie – Salle des Mariages. M. Arnel fait l'appel."
    )
    assert read(text)["session/place"] == "Mairie – Salle des Mariages"


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("M. le Maire ouvre à 20h30 la séance du Conseil Municipal, convoqué le 8 avril 2013.", "20:30"),
        ("Mme Valmont ouvre à dix-neuf heures trente la réunion.", "19:30"),
        ("SALLE ARNEL 18 h 00- Présents : ARNEL Luc", "18:00"),
        ("Foyer rural 19h15 Présents : ARNEL Luc", "19:15"),
    ],
)
def test_times_that_no_usual_words_lead_to(said: str, time: str) -> None:
    values = read(f"Conseil Municipal du 15 avril 2013 {said}")
    assert values["session/time"] == time
    assert values.get("session/place") in (None, "SALLE ARNEL", "Foyer rural")


@pytest.mark.parametrize(
    "said",
    [
        "CONSEIL MUNICIPAL DE VALMONT SEANCE N° 4 Date : 09/06/2020\n\nHeure : 18 h 30\n\nLieu : Mairie",
        "Conseil communautaire\nLieu : salle Arnel\nDate : mardi 9 juin 2020\nPrésents : M. Arnel",
        "COMITE SYNDICAL DU SIVOM\nDate : le 9 juin 2020 - Horaire : 18h30",
    ],
)
def test_a_date_beside_the_labels_of_a_sitting(said: str) -> None:
    assert read(said)["session/date"] == dt.date(2020, 6, 9)


def test_a_date_beside_no_label_of_a_sitting() -> None:
    assert "session/date" not in read("Commune de Valmont\nPour le maire\nDate : 09/06/2020\nSignature : M. Arnel")


def test_a_heading_that_was_taken_for_the_first_item() -> None:
    view = normalise(
        "SEANCE DU CONSEIL MUNICIPAL DU JEUDI 4 JUIN 2020\nSecrétaire : ARNEL C.\n\nApprobation du compte rendu du "
        "conseil municipal du mardi 26 mai 2020, à 18 voix pour.\n\nDélégations consenties au maire"
    )
    whole = Zone(view, 0, len(view.text))
    act = Act("minutes", whole, whole, whole.part(0, 0), 1, True)
    assert [stated.date for stated in sitting_dates(act, None)] == [dt.date(2020, 6, 4)]
