"""Names → verdicts: what is asserted, what is kept for judgement, and what must never be linked."""

import pytest

from kg.link.index import by_siren, region_of
from kg.link.matching import candidates, decide
from kg.link.values import Method, Query, Setting, Status, Verdict

AVRANCHES = Setting(frozenset({"50"}), "28", 2021, by_siren()["200083640"], "200069425")
OISE = Setting(frozenset({"60"}), "32", 2022, by_siren()["216004853"], "246000749")
METROPOLE = Setting(frozenset({"34"}), "76", 2021, by_siren()["243400017"])
NOWHERE = Setting()


def linked(name: str, setting: Setting, kind: str | None = None) -> str | None:
    verdict = decide(Query(name, kind), setting)
    return verdict.candidates[0].body.siren if verdict.status is Status.AUTO else None


@pytest.mark.parametrize(
    ("name", "setting", "siren"),
    [
        ("Conseil Général", OISE, "226000016"),
        ("le Département", OISE, "226000016"),
        ("CD60", OISE, "226000016"),
        ("CD 34", OISE, "223400011"),
        ("CONSEIL DEPARTEMENTAL DE L'OISE", OISE, "226000016"),
        ("département de Tarn-et-Garonne", OISE, "228200010"),
        ("la Région", AVRANCHES, "200053403"),
        ("Conseil régional des Hauts-de-France", OISE, "200053742"),
        ("REGION AUVERGNE-RHONE-ALPES", NOWHERE, "200053767"),
        ("Région PACA", NOWHERE, "231300021"),
        ("Région HDF", NOWHERE, "200053742"),
        ("la Communauté de communes", OISE, "246000749"),
        ("Communauté de Communes des Lisières de l'Oise", OISE, "246000749"),
        ("communauté de communes du Pays Noyonnais", OISE, "246000756"),
        ("commune du Val Saint Père", AVRANCHES, "215006164"),
        ("Ville d'Avranches", AVRANCHES, "200083640"),
        ("la Commune", AVRANCHES, "200083640"),
        ("la Métropole", METROPOLE, "243400017"),
        ("Tours Métropole Val de Loire", NOWHERE, "243700754"),
        ("Métropole de Bordeaux", NOWHERE, "243300316"),
        ("Eurométropole de Strasbourg", NOWHERE, "246700488"),
        ("Decazeville", NOWHERE, None),  # which kind of body is not said
        ("Lorient Agglomération", NOWHERE, "200042174"),
        ("Charlieu Belmont Communauté", NOWHERE, "200035202"),
        ("Agence de l'eau Seine-Normandie", OISE, "187500095"),
        ("l'ADEME", OISE, "385290309"),
        ("l'ANCV", OISE, "326817442"),
        ("Agence Nationale pour les Chèques-Vacances (ANCV)", OISE, "326817442"),
        ("MANCHE NUMERIQUE", OISE, "255003592"),
        ("SDIS du Gard", OISE, "283000016"),
        ("SDIS 33", OISE, "283300028"),
        ("la Banque des Territoires", OISE, "180020026"),
        ("Pôle emploi", OISE, "130005481"),
        ("Agence régionale de santé", AVRANCHES, "130007909"),
        ("ARS Occitanie", NOWHERE, "130008048"),
        ("l'Education Nationale", OISE, "110043015"),
        ("Caisse des dépôts et consignation", OISE, "180020026"),
        ("Agence Nationale pour l'Habitat", OISE, "180067027"),
    ],
)
def test_a_name_is_one_body(name: str, setting: Setting, siren: str | None) -> None:
    assert linked(name, setting) == siren


@pytest.mark.parametrize(
    "name",
    [
        "William ARS",  # a person: an acronym is whole or nothing
        "plus de 10 ans",
        "Ars",  # a town and a surname, not the agency
        "Région Montpelliéraine",
        "Région Languedoc-Roussillon",  # ceased in 2015, no SIREN in the tables
        "Halle Tropisme",
        "CDC SOCIAL",  # a landlord's, not the Caisse des dépôts
        "l'État",
        "Union européenne",
        "ville de Riolo Terme",
        "Ville d'Avranches et la Compagnie des Eaux",
        "SE60",
        "",
        "(…)",
    ],
)
def test_what_is_not_linked(name: str) -> None:
    assert decide(Query(name), OISE).status is Status.NONE


@pytest.mark.parametrize(
    "name",
    [
        "CCAS",
        "l'association des Amis du Vieux Pont",
        "GIP Exemple",
        "DRAC Grand Est",
        "CAF de Beauvais",  # a town's, of the years when a département had several
        "CAF de Picardie",
        "CAF de l'Orne",  # no table holds it
        "Agence de l'eau",
        "MSA",  # that of Picardie: no table says which départements it serves
    ],
)
def test_a_kind_that_no_table_holds_is_kept_without_an_identifier(name: str) -> None:
    verdict = decide(Query(name), OISE)
    assert (verdict.status, verdict.candidates[0].method) == (Status.CANDIDATE, Method.KIND)
    assert verdict.candidates[0].body.siren == ""


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("DETR", "État"),
        ("DSIL", "État"),
        ("Dotation d'équipement des territoires ruraux", "État"),
        ("FEDER", "Union européenne"),
        ("LEADER", "Union européenne"),
        ("Programme Société Numérique", "Agence Nationale de la Cohésion des Territoires"),
    ],
)
def test_a_programme_is_its_owners_and_no_organisation(name: str, owner: str) -> None:
    verdict = decide(Query(name), OISE)
    assert (verdict.status, verdict.candidates, verdict.programme_of) == (Status.NONE, (), owner)


# Saint-Gilles: Gard, Ille-et-Vilaine, Indre, Manche, Saône-et-Loire … Sainte-Geneviève-des-Bois: Essonne and Loiret.
def test_homonymous_communes_are_told_apart_by_territory_alone() -> None:
    assert linked("commune de Saint-Gilles", Setting(frozenset({"30"}), "76")) == "213002587"
    assert linked("commune de Saint-Gilles", Setting(frozenset({"35"}), "53")) == "213502750"
    for setting in (NOWHERE, Setting(frozenset({"13"}), "93")):
        verdict = decide(Query("commune de Saint-Gilles"), setting)
        assert verdict.status is Status.CANDIDATE
        assert len(verdict.candidates) > 1
    assert linked("Sainte-Geneviève-des-Bois", NOWHERE, "commune") is None


def test_a_delegated_commune_has_no_siren_of_its_own() -> None:
    assert linked("Bellegarde-sur-Valserine", NOWHERE, "commune") is None
    assert linked("commune d'Arbignieu", Setting(frozenset({"01"}), "84", 2024)) is None


def test_a_postal_code_tells_a_homonym() -> None:
    verdict = decide(Query("Sainte-Geneviève-des-Bois", "commune", postal="91700"), NOWHERE)
    assert (verdict.status, verdict.candidates[0].body.siren) == (Status.AUTO, "219105491")


def test_a_town_of_five_letters_that_no_other_bears_is_trusted_alone() -> None:
    assert linked("DECAZEVILLE", NOWHERE, "commune") == "211200894"
    assert linked("Champigny-surMarne", NOWHERE, "commune") == "219400173"


@pytest.mark.parametrize(
    ("name", "year", "siren"),
    [
        ("Conseil général du Bas-Rhin", 2014, "226700011"),
        ("Département du Bas-Rhin", 2022, "200094332"),
        ("Région Normandie", 2014, None),
        ("Région Normandie", 2018, "200053403"),
        ("commune de Culoz", 2021, "210101382"),
        ("commune de Culoz", 2024, None),
        ("Ville d'Avranches", 2016, None),  # merged in 2019: another SIREN before
        ("Université de Montpellier", 2022, "130029796"),
        ("Université de Montpellier", 2015, None),
        ("Agence nationale de la cohésion des territoires", 2020, "130026032"),
    ],
)
def test_a_body_is_linked_in_its_own_years(name: str, year: int, siren: str | None) -> None:
    here = {"Bas-Rhin": "67", "Culoz": "01", "Avranches": "50"}
    code = next((code for town, code in here.items() if town in name), "34")
    assert linked(name, Setting(frozenset({code}), region_of(code), year)) == siren


def test_the_metropole_of_lyon_has_no_departement_beside_it() -> None:
    villeurbanne = by_siren()["216902668"]
    setting = Setting(frozenset({"69"}), "84", 2022, villeurbanne, villeurbanne.grouping)
    assert linked("le Département", setting) is None


def test_a_near_name_is_a_candidate_and_never_asserted() -> None:
    verdict = decide(Query("Pierrefonts", "commune"), OISE)
    assert (verdict.status, verdict.candidates[0].body.siren) == (Status.CANDIDATE, "216004853")
    assert verdict.candidates[0].method is Method.FUZZY
    assert verdict.candidates[0].score < 0.9


def test_a_grouping_named_after_its_largest_town_is_a_candidate() -> None:
    verdict = decide(Query("Communauté d'Agglomération de Montpellier"), METROPOLE)
    assert (verdict.status, verdict.candidates[0].method) == (Status.CANDIDATE, Method.SEAT)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (Query("034-243400017-20201217-148571-DE-1-1"), Status.AUTO),
        (Query("243 400 017"), Status.AUTO),
        (Query("24340001700022"), Status.AUTO),
        (Query("Métropole", siren="243400017"), Status.AUTO),
        (Query("243400018"), Status.NONE),
    ],
)
def test_a_number_is_asserted_if_its_sum_is_right(query: Query, status: Status) -> None:
    assert decide(query, NOWHERE).status is status


@pytest.mark.parametrize("acronym", ["CDC", "BPI", "CC"])
def test_an_acronym_that_several_bear_is_not_asserted(acronym: str) -> None:
    assert decide(Query(acronym), OISE).status is not Status.AUTO


def test_scored_candidates_are_of_the_kind_asked_for_and_best_first() -> None:
    found = candidates(Query("Montpellier", "commune"), NOWHERE)
    assert [one.body.siren for one in found] == ["213401722"]
    found = candidates(Query("Saint-Gilles", department="30"), NOWHERE)
    assert found[0].body.siren == "213002587"
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert candidates(Query("Agence de l'eau Loire-Bretagne", "national"))[0].body.siren == "184503019"


def test_every_verdict_says_why() -> None:
    for name in ("Conseil Général", "ADEME", "Pierrefonts", "DETR", "Halle Tropisme"):
        verdict: Verdict = decide(Query(name), OISE)
        assert verdict.note or all(one.reasons for one in verdict.candidates), name
