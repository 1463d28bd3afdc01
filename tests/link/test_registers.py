"""Bodies whose SIREN no source prints stand under their number in another register of the State, in their own years."""

import datetime as dt

import pytest

from kg.graph import iris
from kg.graph.links import CODE, NUMBER, SAME, SEE, link_quads
from kg.link.index import by_siren, regions
from kg.link.judgements import Judgements
from kg.link.linking import link, with_links
from kg.link.matching import decide
from kg.link.tables import Body, bodies, rows
from kg.link.values import Query, Setting, Status
from kg.model import Funding, Organisation, Session
from kg.resolve import resolve
from tests.resolve.fictions import document, record

MANCHE = frozenset({"50"})
NOWHERE = Setting()
DRAC_NORMANDIE = "annuaire-drac-14118-01"


def found(name: str, year: int | None, departments: frozenset[str] = MANCHE, region: str = "28") -> str | None:
    verdict = decide(Query(name), Setting(departments, region, year))
    return verdict.candidates[0].body.key if verdict.status is Status.AUTO else None


def test_each_service_has_one_number_and_one_name() -> None:
    listed = [body for body in bodies() if body.table == "services.tsv"]
    assert len({body.key for body in listed}) == len({body.name for body in listed}) == len(listed) > 200
    assert {body.register for body in listed} == {"annuaire", "archives", "referentiel"}
    assert not [body for body in listed if body.siren]
    assert all(
        row["source"] in ("annuaire2019", "annuaire2022", "archives", "dila2016") for row in rows("services.tsv")
    )


def test_what_has_a_siren_stands_under_it() -> None:
    assert by_siren()["213401722"].key == "213401722"
    assert Body("Villebrume", "commune").key == ""
    assert [body.key for body in regions()["76"]] == ["233400019", "233100015", "200053791"]


@pytest.mark.parametrize("name", ["DRAC", "la DRAC", "DRAC Normandie", "D.R.A.C. de Normandie", "la DRAC (État)"])
def test_the_service_of_a_region_by_its_sigle(name: str) -> None:
    assert found(name, 2018) == DRAC_NORMANDIE


@pytest.mark.parametrize(
    ("name", "year", "key"),
    [
        ("DRAC", 2016, DRAC_NORMANDIE),
        ("DRAC", 2015, None),  # that of Basse-Normandie
        ("DRAC Normandie", None, DRAC_NORMANDIE),
        ("DRAC Basse-Normandie", 2018, None),
        ("DRAC Grand Est", 2018, None),  # no source at hand numbers it
        ("DDTM", 2014, "annuaire-ddt-50502-01"),
        ("Direction départementale des territoires et de la mer", 2014, "annuaire-ddt-50502-01"),
        ("DDTM de la Manche", 2014, "annuaire-ddt-50502-01"),
        ("DDT", 2008, None),
        ("Direction départementale de la cohésion sociale", 2015, "annuaire-ddcs-50502-01"),
        ("DDCS de l'Oise", 2019, "annuaire-ddcs-60057-01"),
        ("DDCS", 2022, None),  # the DDETS came after it
        ("DDCSPP", 2015, None),  # the Manche had two services
        ("DRAAF", 2019, "annuaire-draf-14118-01"),
    ],
)
def test_a_service_is_that_of_its_territory_in_its_years(name: str, year: int | None, key: str | None) -> None:
    assert found(name, year) == key


@pytest.mark.parametrize(
    ("name", "departments", "region", "year", "key"),
    [
        ("DREAL", {"60"}, "32", 2019, "annuaire-dreal-59350-01"),
        ("DREAL", {"60"}, "32", 2014, None),  # that of Picardie
        ("la DREAL", {"34"}, "76", 2022, "annuaire-dreal-31555-01"),
        ("DREAL PACA", {"13"}, "93", 2019, None),  # the région's sigle is no name of the table
        ("DREAL de Provence-Alpes-Côte d'Azur", {"13"}, "93", 2012, "annuaire-dreal-13202-01"),
        ("DREAL", {"25"}, "27", 2023, "annuaire-dreal-25056-01"),
        ("DDT", {"91"}, "11", 2023, "annuaire-ddt-91228-01"),
        ("DDTM du Morbihan", {"56"}, "53", 2018, "annuaire-ddt-56260-01"),
        ("Direction Départementale des Territoires", {"68"}, "44", 2018, "annuaire-ddt-68066-01"),
        ("le Rectorat de l'Académie de Montpellier", {"34"}, "76", 2009, "annuaire-rectorat-34172-01"),
        ("Rectorat de Versailles", {"91"}, "11", 2023, "annuaire-rectorat-78646-01"),
        ("Rectorat de Rouen", {"76"}, "28", 2018, "annuaire-rectorat-76540-01"),
        ("Rectorat de Rouen", {"76"}, "28", 2021, None),  # the académie de Normandie since 2020
        ("Rectorat", {"34"}, "76", 2018, None),
        ("Académie de Dijon", {"21"}, "27", 2018, None),  # a learned society is called so too
    ],
)
def test_a_service_of_another_region_or_academie(
    name: str, departments: set[str], region: str, year: int, key: str | None
) -> None:
    assert found(name, year, frozenset(departments), region) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("le Crédit Coopératif", "349974931"),
        ("Société Générale", "552120222"),
        ("BNP PARIBAS", "662042449"),
        ("la Banque Postale", "421100645"),
        ("LA BANQUE POSTALE CREDIT ENTREPRISES", None),  # a company of its own
        ("Action Logement Services", "824541148"),
        ("Action Logement", None),  # the group
        ("Société générale de travaux", None),
        ("la Caisse d'Epargne Hauts de France", "383000692"),
        ("CAISSE D'EPARGNE ET DE PREVOYANCE DE NORMANDIE", "384353413"),
        ("Crédit Agricole de Normandie", "478834930"),
        ("Caisse Régionale de Crédit Agricole Mutuel de Normandie-Seine", "433786738"),
        ("le Crédit Mutuel de Maine-Anjou et Basse-Normandie", "556650208"),
        ("Banque Populaire Grand Ouest", "857500227"),
        ("Crédit Agricole", None),  # everyone chooses a lender: that of the région is one of several
        ("la Caisse d'Epargne", None),
        ("Crédit Mutuel", None),
        ("la Caisse de Crédit Mutuel d'Avranches", None),
    ],
)
def test_a_lender_of_the_whole_country_by_its_whole_name(name: str, key: str | None) -> None:
    assert found(name, 2018) == key


@pytest.mark.parametrize(
    ("name", "year", "key"),
    [
        ("CGET", 2016, "archives-050806"),
        ("Commissariat Général à l'Egalité des Territoires (CGET)", 2018, "archives-050806"),
        ("CGET", 2021, None),  # the ANCT since 2020
        ("ACSE", 2011, "archives-004932"),
        ("l'Acsé", 2011, "archives-004932"),
        ("Agence nationale pour la cohésion sociale et l'égalité des chances", 2012, "archives-004932"),
        ("C.N.D.S.", 2015, "archives-053588"),
        ("Centre National pour le Développement du Sport", 2018, "archives-053588"),
        ("CNDS", 2020, None),
        ("Agence nationale du Sport", 2020, "130025281"),
        ("ANRU", 2020, "referentiel-167092"),
        ("l'A.N.R.U.", 2009, "referentiel-167092"),
        ("Agence Nationale pour la Rénovation Urbaine (ANRU)", 2014, "referentiel-167092"),
        ("Agence nationale de rénovation urbaine", 2014, "referentiel-167092"),
        ("ANRU", 2002, None),
    ],
)
def test_a_body_that_ceased_is_meant_in_its_years(name: str, year: int, key: str | None) -> None:
    assert found(name, year) == key


@pytest.mark.parametrize(
    ("departments", "region", "year", "key"),
    [
        ({"50"}, "28", 2014, "cog-region-25"),
        ({"76"}, "28", 2014, "cog-region-23"),
        ({"50"}, "28", 2017, "200053403"),
        ({"34"}, "76", 2009, "233400019"),
        ({"31"}, "76", 2009, "233100015"),
        (set(), "28", 2014, None),
        ({"35"}, "53", 2014, "233500016"),
    ],
)
@pytest.mark.parametrize("name", ["la Région", "le Conseil régional", "Région"])
def test_the_region_of_before_2016_is_that_of_the_departement(
    name: str, departments: set[str], region: str, year: int, key: str | None
) -> None:
    assert found(name, year, frozenset(departments), region) == key


def test_a_region_of_before_that_is_named() -> None:
    assert found("Région Basse-Normandie", 2014) == "cog-region-25"
    assert found("Conseil Régional Languedoc-Roussillon", 2011) == "233400019"
    assert found("Région Basse-Normandie", 2017) is None


def test_in_the_graph_the_register_is_told() -> None:
    town = Organisation("Avranches", (), "200083640")
    funders = ("CNDS", "la DRAC", "la Région", "ANRU")
    funding = tuple(Funding(Organisation(one), town) for one in funders)
    acts = [
        document(f"{year}.txt", record(authority=town, session=Session(dt.date(year, 5, 2)), funding=funding))
        for year in (2014, 2018)
    ]
    resolved = resolve("200083640", acts)
    links = link(resolved, Judgements())
    entities = with_links(resolved, links)
    assert {"archives-053588", DRAC_NORMANDIE, "cog-region-25"} <= {one.key for one in entities.organisations}
    assert next(one for one in entities.organisations if one.key == "archives-053588").siren is None
    told = {(quad.subject, quad.predicate, quad.object) for quad in link_quads("200083640", links)}
    sport, drac, region, renewal = (
        f"<{iris.organisation(key)}>"
        for key in ("archives-053588", DRAC_NORMANDIE, "cog-region-25", "referentiel-167092")
    )
    assert (renewal, SAME, "<http://lannuaire.service-public.fr/167092>") in told
    assert (sport, SAME, "<https://rdf.archives-nationales.culture.gouv.fr/agent/053588>") in told
    assert (drac, NUMBER, '"drac-14118-01"') in told
    assert (region, CODE, '"25"') in told
    assert any(s == drac and p == SEE and "ancien_code_pivot%3D%22drac-14118-01%22" in o for s, p, o in told)
