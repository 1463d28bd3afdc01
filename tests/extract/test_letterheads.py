"""Letterheads as town halls and syndicates print them: whose act it is, which body sat, and where."""

import pytest

from kg.extract.act import Mention
from kg.extract.authority import read
from kg.extract.authority.body import read as read_body
from kg.extract.sitting import read_sitting
from tests.extract.test_examples import act_of

MEMBERS = (
    " Date de convocation : 4 mars 2022 Présents : Communauté de communes du Haut-Valse : M. Luc ARNEL, Mme Anne ROUX"
    " Communauté de communes des Monts de Serre : M. Paul NOIR, M. Jean BRUN Secrétaire : M. Paul NOIR"
)
COUNCIL = " L'an deux mille vingt-deux, le seize mars, le conseil municipal s'est réuni sous la présidence de M. ARNEL."


def value(field: str, text: str) -> object:
    act = act_of(text)
    found = [*read(act), *read_body(act), *read_sitting(act)]
    one = next((mention.value for mention in found if isinstance(mention, Mention) and mention.field == field), None)
    return getattr(one, "name", one)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "SYNDICAT MIXTE DE TRAITEMENT DES DECHETS DE LA SERRE 1 rue des Aulnes DELIBERATIONS DU COMITE DIRECTEUR"
            " Séance du 16 mars 2022 ADHÉSION DE LA COMMUNAUTÉ DE COMMUNES DU PAYS DE VALMONT",
            "SYNDICAT MIXTE DE TRAITEMENT DES DECHETS DE LA SERRE",
        ),
        (
            "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DE LA SERRE Groupement Finances CONSEIL D'ADMINISTRATION"
            " SÉANCE DU 16 MARS 2022 CASERNE DE VALMONT : ACCORD DE LA COMMUNAUTÉ DE COMMUNES DU PAYS DE VALMONT",
            "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DE LA SERRE",
        ),
    ],
)
def test_members_and_partners_do_not_outweigh_the_letterhead(head: str, name: str) -> None:
    partner = " La Communauté de communes du Pays de Valmont verse 470 000 €."
    assert value("authority", head + MEMBERS + partner * 4) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Commune de KER-VALMONT Kumun KERVALMONT Département du Finistère", "KER-VALMONT"),
        ("COMMUNE DE VALMONT-SUR-SERRE Gard CONSEIL MUNICIPAL", "VALMONT-SUR-SERRE"),
        ("MAIRIE DE VALMONTEGUY Valmontegiko Herriko Etxea", "VALMONTEGUY"),
        ("COMMUNE DE VALMONTU CUMUNA DI VALMONTU", "VALMONTU"),
        ("COMMUNE DE SAINTE Valmont", "SAINTE Valmont"),
        ("Mairie de Valmont BP 12 99120 Valmont", "Valmont"),
        ("DEPARTEMENT : SERRE COMMUNE : VALMONT CONSEIL MUNICIPAL", "VALMONT"),
    ],
)
def test_a_town_named_in_two_tongues_or_before_its_department(head: str, name: str) -> None:
    assert value("authority", head + COUNCIL) == name


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("DELIBERATIONS DU COMITE DIRECTEUR Séance du mercredi 16 mars 2022", "COMITE DIRECTEUR"),
        ("Le Comité directeur du Syndicat s'est réuni", "Comité directeur"),
        ("Procès-verbal des délibérations du Comité-Directeur Séance du 12 mars", "Comité-Directeur"),
        ("Le comité directeur de l'association a donné son avis", None),
        ("Extrait du registre des délibérations du Comité du Syndicat Séance du 3 mai", "Comité du Syndicat"),
        ("COMMISSION SYNDICALE DE LA MONTAGNE DE SERRE Séance du 11 avril", "COMMISSION SYNDICALE"),
        ("Le conseil d'administration du SDIS, convoqué", "conseil d'administration"),
        ("Conseil d'administration du centre de gestion", "Conseil d'administration"),
        ("Le conseil d'exploitation de la régie s'est réuni", "conseil d'exploitation"),
    ],
)
def test_a_board_of_directors(text: str, body: str | None) -> None:
    assert value("body", text) == body


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "CONSEIL COMMUNAUTAIRE SÉANCE DU JEUDI 30 MARS 2023 À 18 H 30 Hôtel communautaire – Salle du Pré établie en"
            " application de l'article L. 2121-25 du code",
            "Hôtel communautaire – Salle du Pré",
        ),
        ("Séance du 16 mars 2022 à 18H00 au siège du Syndicat Point n° 5 de l'ordre du jour", "siège du Syndicat"),
        (
            "L'an deux mille vingt-deux, le seize mars, le comité s'est réuni à la Maison pour tous de Valmont, sous la"
            " présidence de M. Luc ARNEL",
            "Maison pour tous de Valmont",
        ),
        ("Séance du 16 mars 2022 à 18H00, salle du Pré Délibération n° 2022-12 Objet : budget", "salle du Pré"),
        (
            "L'an deux mille vingt-deux, le seize mars, le conseil municipal s'est réuni au nombre prescrit par la loi,"
            " à la Présents : 15 salle du Pré, sous la présidence de M. Luc ARNEL",
            "salle du Pré",
        ),
        (
            "L'an deux mille vingt-deux, le seize mars, le conseil s'est réuni à la résidence du Pré, salle de en"
            " exercice : 11 restaurant, sous la présidence de M. Luc ARNEL",
            "résidence du Pré, salle de restaurant",
        ),
        (
            "Séance du 16 mars 2022 Le conseil s'est réuni au Centre culturel, salle du Pré, à la date dite, sous la"
            " présidence",
            "Centre culturel, salle du Pré",
        ),
        (
            "L'an deux mille vingt-deux, le seize mars, le conseil s'est réuni à la salle du Pré Votants : 12 sous la"
            " présidence de M. Luc ARNEL",
            "salle du Pré",
        ),
    ],
)
def test_what_stands_beside_the_place_is_no_part_of_it(text: str, place: str) -> None:
    assert value("session/place", text) == place
    assert value("session/remote", text) is False


def test_the_date_of_a_box_that_the_opening_crosses() -> None:
    text = (
        "Séance du 8 décembre 2022 Date de convocation : L'an deux mille vingt-deux, le huit décembre à dix heures, le"
        " Conseil 1er décembre 2022 municipal de Valmont, légalement Nombre de membres convoqué, s'est réuni en mairie"
    )
    assert str(value("convocation_date", text)) == "2022-12-01"


@pytest.mark.parametrize(
    "name",
    [
        "CENTRE DE GESTION DE LA FONCTION PUBLIQUE TERRITORIALE DE LA SERRE",
        "Centre départemental de gestion de la Serre",
        "SDIS de la Serre",
        "Agence technique départementale de la Serre",
        "COMMISSION SYNDICALE DE LA MONTAGNE DE SERRE",
        "Établissement public foncier local de la Serre",
    ],
)
def test_services_and_commons(name: str) -> None:
    assert value("authority", f"{name} Séance du 11 avril 2023 Délibération n° 2023-12") == name


def test_a_kind_told_twice_and_a_name_written_otherwise_in_the_text() -> None:
    head = "PETR Pays de Serre Pôle d'équilibre territorial et rural COMITÉ SYNDICAL DU 18 FÉVRIER 2021 "
    assert value("authority", head) == "PETR Pays de Serre"
    told = "Les membres du comité syndical du PETR du Pays de Serre se sont réunis. PETR du Pays de Serre - page 2"
    assert value("authority", head + told) == "PETR du Pays de Serre"


def test_capitals_end_what_stands_before_them_too() -> None:
    head = "Arrondissement de Valmont VALMONT SERRE AGGLOMÉRATION Séance du Conseil communautaire du 11 avril 2023"
    assert value("authority", head) == "VALMONT SERRE AGGLOMÉRATION"
