"""« la CAF », « l'ARS »: the one of the territory that is named, else of the authority's, in the years of one each."""

import pytest

from kg.link.index import by_siren
from kg.link.matching import decide
from kg.link.values import Method, Query, Setting, Status

OISE = Setting(frozenset({"60"}), "32", 2022, by_siren()["216004853"], "246000749")
TWO = Setting(frozenset({"60", "80"}), "32", 2022)
NOWHERE = Setting()
CAF_OISE, CAF_MANCHE, CAF_VAL_D_OISE = "534224613", "780860292", "381002534"


def year(setting: Setting, when: int | None) -> Setting:
    return Setting(setting.departments, setting.region, when, setting.authority, setting.grouping)


def linked(name: str, setting: Setting) -> str | None:
    verdict = decide(Query(name), setting)
    return verdict.candidates[0].body.siren if verdict.status is Status.AUTO else None


@pytest.mark.parametrize(
    "name", ["CAF", "la CAF", "la Caf", "Caisse d'Allocations Familiales", "CAISSE D ALLOCATION FAMILIALE"]
)
def test_the_caisse_alone_is_that_of_the_departement_of_the_authority(name: str) -> None:
    verdict = decide(Query(name), OISE)
    assert linked(name, OISE) == CAF_OISE
    assert verdict.candidates[0].method is Method.TERRITORY


@pytest.mark.parametrize(
    ("name", "siren"),
    [
        ("CAF de la Manche", CAF_MANCHE),
        ("la CAF MANCHE", CAF_MANCHE),
        ("CAF 50", CAF_MANCHE),
        ("Caisse d'allocations familiales (CAF) du Val d'Oise", CAF_VAL_D_OISE),
        ("CAISSE D'ALLOCATIONS FAMILIALES DU VAL-D'OISE", CAF_VAL_D_OISE),
        ("Caisse d'allocation familiale de l'Oise", CAF_OISE),
        ("CAF de Loire-Atlantique", "786019554"),
        ("CAF de la Loire", "534216080"),
        ("Caisse Primaire d'Assurance-Maladie de l'Oise", "517390183"),
        ("CPAM de l'Ain", "779311182"),
        ("ARS de Normandie", "130007909"),
        ("CARSAT Rhône-Alpes", "775648231"),
        ("MSA de Picardie", "509556973"),
        ("Mutualité sociale agricole Ardèche-Drôme-Loire", "521070557"),
        ("DRAC de Corse", "172014607"),
        ("DRAC Occitanie", "173404609"),
        ("Direction régionale des affaires culturelles (DRAC) d'Occitanie", "173404609"),
        ("ARS Île de France", "130008014"),
        ("SDIS de la Gironde", "283300028"),
    ],
)
def test_a_territory_that_is_named_counts_before_the_authoritys_own(name: str, siren: str) -> None:
    assert linked(name, OISE) == siren
    assert linked(name, NOWHERE) == siren


@pytest.mark.parametrize("name", ["CAF", "Agence régionale de santé", "SDIS"])
def test_without_a_territory_nothing_is_asserted(name: str) -> None:
    assert linked(name, NOWHERE) is None


def test_two_departements_are_no_answer() -> None:
    assert linked("la CAF", TWO) is None
    assert linked("l'ARS", TWO) == "130007974"  # they share the région


@pytest.mark.parametrize(
    ("name", "when", "siren"),
    [
        ("CAF", 2012, CAF_OISE),
        ("CAF", 2011, None),  # the year in which the caisses of a département became one
        ("CAF", 2006, None),
        ("CAF de l'Oise", 2009, None),  # its SIREN was not given before
        ("CAF de la Manche", 2009, CAF_MANCHE),
        ("CAF", None, CAF_OISE),
        ("CPAM", 2010, None),
        ("CPAM", 2015, "517390183"),
        ("ARS", 2015, None),  # that of Picardie
        ("ARS", 2016, "130007974"),
        ("CARSAT", 2018, "775624562"),
        ("CARSAT", 2013, None),
    ],
)
def test_a_body_is_linked_in_its_own_years(name: str, when: int | None, siren: str | None) -> None:
    assert linked(name, year(OISE, when)) == siren


def test_the_agency_of_a_region_that_did_not_change_is_older() -> None:
    brittany = Setting(frozenset({"35"}), "53", 2013)
    assert linked("l'ARS", brittany) == "130007966"
    assert linked("l'ARS", year(brittany, 2009)) is None


@pytest.mark.parametrize(
    ("departement", "when", "siren"),
    [("34", 2015, None), ("31", 2015, None), ("31", 2016, "173404609"), ("34", None, "173404609")],
)
def test_the_drac_of_a_new_region_is_that_of_no_old_one(departement: str, when: int | None, siren: str | None) -> None:
    here = Setting(frozenset({departement}), "76", when)
    assert linked("la DRAC", here) == siren
    assert linked("DRAC Languedoc-Roussillon", here) is None
    assert linked("DRAC Midi-Pyrénées", here) is None


def test_a_caisse_of_a_region_of_before_is_that_of_the_region_of_then() -> None:
    assert linked("la CARSAT", Setting(frozenset({"34"}), "76", 2013)) == linked("CARSAT Languedoc-Roussillon", NOWHERE)
    assert linked("la CARSAT", Setting(frozenset({"34"}), "76", 2018)) is None


def test_pyrenees_atlantiques_had_two_until_2017() -> None:
    bearn = Setting(frozenset({"64"}), "75", 2016)
    assert linked("CAF", bearn) is None
    assert linked("CAF", year(bearn, 2019)) == "831358262"


@pytest.mark.parametrize(
    "name", ["CAF nette", "CAF brute prévisionnelle", "CAF et MSA de l'Oise", "CPAM du Havre", "Caf'conc", "CAFPI"]
)
def test_what_only_looks_like_one(name: str) -> None:
    assert linked(name, OISE) is None


@pytest.mark.parametrize("name", ["C.A.F.", "la C.A.F. de l'Oise", "CAF."])
def test_an_acronym_may_have_its_points(name: str) -> None:
    assert linked(name, OISE) == CAF_OISE
