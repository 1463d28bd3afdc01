"""Who decides: the name as printed, the SIREN where the document proves it, the body as named."""

import pytest

from kg.extract.act import Mention, Zone
from kg.extract.authority import read, read_authority
from kg.extract.authority.body import read as read_body
from kg.extract.authority.most_named import comes_back
from kg.extract.authority.siren import is_siren
from kg.model import Organisation
from kg.text.view import normalise
from tests.extract.test_examples import act_of

COUNCIL = "Le Conseil municipal, légalement convoqué, s'est réuni. "


@pytest.mark.parametrize(
    ("writing", "name"),
    [
        (
            ("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL DE LA VILLE DE VILLEPERTE (ARIÈGE) ")
            + COUNCIL,
            "VILLEPERTE",
        ),
        (
            "Extrait du registre des délibérations de la Ville de Montfleury N°2012/73 N°2012/74 " + COUNCIL,
            "Montfleury",
        ),
        ("COMMUNE DE VILLEPERTE F EXTRAIT DU PROCES-VERBAL DES DÉLIBÉRATIONS " + COUNCIL, "VILLEPERTE"),
        ("MAIRIE DE VILLE\nCompte rendu de la réunion du Conseil Municipal\n" + COUNCIL, "VILLE"),
        ("COMMUNE DE HAUT-VALSE CONSEIL MUNICIPAL PROCES-VERBAL " + COUNCIL, "HAUT-VALSE"),
        (COUNCIL + "sous la présidence de M. BRUN, Maire de Montfleury-sur-Orge.", "Montfleury-sur-Orge"),
        ("Le conseil municipal de La Ferté-Valse s'est réuni le 5 juin", "La Ferté-Valse"),
        (
            ("Le Conseil communautaire de la Communauté de Communes « Cœur de Valse », dûment convoqué"),
            "Communauté de Communes Cœur de Valse",
        ),
        (
            ("COMMUNAUTÉ D'AGGLOMÉRATION DE L'ORGE SUD-VALSE Le Conseil communautaire s'est réuni"),
            "COMMUNAUTÉ D'AGGLOMÉRATION DE L'ORGE SUD-VALSE",
        ),
        (
            (
                "Extrait du registre des délibérations de Valserine Orgeoise Métropole les membres du "
                "Conseil de Métropole"
            ),
            "Valserine Orgeoise Métropole",
        ),
        ("Le Conseil départemental de la Valserine s'est réuni le 5 juin", "Département de la Valserine"),
        ("La commission permanente du conseil régional de Valserine, VU le code", "Région Valserine"),
        ("SIVOM du Haut-Valse Comité syndical du 3 mars 2023", "SIVOM du Haut-Valse"),
        ("Syndicat Mixte des Eaux du Haut-Valse Comité syndical du 3 mars", "Syndicat Mixte des Eaux du Haut-Valse"),
        ("Région Val-de-Saulne Commission permanente du conseil régional", "Région Val-de-Saulne"),
        ("Le conseil communautaire de Haut-Valse Agglomération s'est réuni", "Haut-Valse Agglomération"),
        ("CC DU HAUT-VALSE - Conseil communautaire du 3 mars", "CC DU HAUT-VALSE"),
        ("Pays de Valmont Communauté de communes Conseil communautaire", "Pays de Valmont Communauté de communes"),
        ("Conseil communautaire du 3 mars. Les biens de Valmont Saulne Communauté", "Valmont Saulne Communauté"),
        ("Conseil d'Administration du 3 mars 2023. Les services du CCAS ; le CCAS conventionne.", "CCAS"),
        ("S.I.V.U. SCOLAIRE DES HAUTES VALSES Comité syndical du 3 mars", "S.I.V.U. SCOLAIRE DES HAUTES VALSES"),
        ("SYND1CAT MIXTE DES EAUX DE LA VALSE COMITE SYNDICAL du 3 mars", "SYND1CAT MIXTE DES EAUX DE LA VALSE"),
        ("Syndicat mixte du Haut-Valse - 3 rue du Port Comité syndical", "Syndicat mixte du Haut-Valse"),
        ("Le conseil municipal de La FERTE VALSE s'est réuni. Fait à La FERTE VALSE, le 5 juin", "La FERTE VALSE"),
        ("Le conseil municipal de LA FERTE VALSE s'est réuni le 5 juin", "LA FERTE VALSE"),
        ("12 rue Haute 37000 Villeperte " + COUNCIL + "Le maire de la ville voisine est excusé.", "Villeperte"),
    ],
)
def test_names(writing: str, name: str) -> None:
    authority = read_authority(act_of(writing))
    assert authority is not None and authority.name == name


@pytest.mark.parametrize("spoilt", ["la UP ARSR", "La COMMANDE VLAX", "la COMIMUNE VALSF"])
def test_a_town_that_scanning_spoilt_is_none(spoilt: str) -> None:
    assert read_authority(act_of(f"COMPTE RENDU du CONSEIL MUNICIPAL de {spoilt}. Séance du 25 mars 2022")) is None


@pytest.mark.parametrize(
    "borne",
    [
        "le pays d'Aubrac",
        "le tribunal administratif d'Aubrac",
        "la communauté d'Aubrac",
        "une AOP d'Aubrac",
        "la vallée d'Aubrac",
    ],
)
def test_what_bears_the_name_of_a_town_is_not_that_town(borne: str) -> None:
    assert read_authority(act_of(COUNCIL + f"Le parc est créé autour de {borne}. " * 6)) is None
    named = read_authority(act_of(COUNCIL + f"Le parc est créé par {borne}. La fête d'Aubrac est à Aubrac. " * 3))
    assert named is not None and named.name == "Aubrac"


def test_a_town_met_in_the_report_does_not_outweigh_the_letterhead() -> None:
    report = "La commune de Bourgvieux participe. " * 6
    authority = read_authority(act_of("COMMUNE DE HAUT-VALSE " + COUNCIL + "x " * 1400 + report))
    assert authority is not None and authority.name == "HAUT-VALSE"


@pytest.mark.parametrize(
    ("writing", "siren"),
    [
        ("034-243400017-20201217-148571-DE-1-1", "243400017"),
        ("ID : 034-243400017-20201217-148571-DE", "243400017"),
        ("034-243400018-20201217-148571-DE", None),  # the Luhn sum is wrong
        ("034-243400017-20201217-1-DE 075-217500016-20201217-1-DE", None),  # two of them prove nothing
        ("SIRET : 243 400 017 00018", "243400017"),
        ("Accusé de réception en préfecture 02B-212000012-20210409-12_2021-DE", "212000012"),
        ("ID : 02A - 212000012 - 20210409 - 12_2021 - DE", "212000012"),
        ("AR Prefecture 20A-212000012-20210409-12-DE", "212000012"),
        ("téléphone 243400017", None),
    ],
)
def test_a_siren_is_kept_where_it_is_proved(writing: str, siren: str | None) -> None:
    authority = read_authority(act_of(f"{writing} COMMUNE DE HAUT-VALSE {COUNCIL}"))
    assert authority is not None and authority.siren == siren


def test_each_part_has_its_own_proof() -> None:
    act = act_of(f"034-243400017-20201217-12-DE COMMUNE DE HAUT-VALSE {COUNCIL}")
    (mention,) = read(act)
    assert isinstance(mention, Mention)
    quoted = {pointer: act.view.text[slice(*spans[0])] for pointer, spans in mention.parts}
    assert quoted == {"/name": "HAUT-VALSE", "/siren": "243400017"}


@pytest.mark.parametrize(
    ("digits", "valid"), [("243400017", True), ("243400018", False), ("12345678", False), ("24340001x", False)]
)
def test_luhn(digits: str, valid: bool) -> None:
    assert is_siren(digits) is valid


@pytest.mark.parametrize(
    ("writing", "body"),
    [
        ("EXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL", "CONSEIL MUNICIPAL"),
        ("les membres du\nConseil de\nMétropole", "Conseil de Métropole"),
        ("CONSEIL RÉGIONAL La commission permanente du conseil régional", "commission permanente"),
        ("Le Comité syndical du Syndicat des eaux s'est réuni", "Comité syndical"),
        ("le Bureau du Conseil de Communauté, dûment convoqué", "Bureau du Conseil de Communauté"),
        ("Bonjour", None),
    ],
)
def test_bodies(writing: str, body: str | None) -> None:
    assert [mention.value for mention in read_body(act_of(writing)) if isinstance(mention, Mention)] == (
        [body] if body else []
    )


def test_nothing_names_no_one() -> None:
    assert read_authority(act_of("")) is None
    assert isinstance(Organisation("x"), Organisation)


def test_an_article_on_a_line_of_its_own_is_no_town() -> None:
    found = read_authority(act_of("CONSEIL MUNICIPAL\n\nDE LA\n\nCOMMUNE DE VALMONT SEANCE N° 4 Date : 09/06/2020"))
    assert found is not None and found.name == "VALMONT"


def test_a_social_centre_named_once_by_its_own_board() -> None:
    found = read_authority(
        act_of("SEANCE DU CONSEIL D'ADMINISTRATION DU CENTRE COMMUNAL D'ACTION SOCIALE\n\nDU 18 JANVIER 2021")
    )
    assert found is not None and found.name == "CENTRE COMMUNAL D'ACTION SOCIALE"


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Montfleury-le-Bas, le 5 juin 2026\nM. Claude ROUX\nMaire", "Montfleury-le-Bas"),
        ("A Montfleury, le 5 juin 2026 La Maire, Claude ROUX", "Montfleury"),
        ("En mairie, le 5 juin 2026 La Maire, Claude ROUX", None),
    ],
)
def test_the_commune_where_the_mayor_signs(foot: str, name: str | None) -> None:
    text = f"CONSEIL MUNICIPAL DU 5 JUIN 2026 Présents : M. NOIR. Le Conseil Municipal APPROUVE le budget. {foot}"
    authority = read_authority(act_of(text))
    assert (authority.name if authority else None) == name


@pytest.mark.parametrize("land", ["communauté de communes du pays d'", "tribunal de ", "canton d'", "lycée d'"])
def test_a_land_that_bears_a_town_s_name_does_not_name_it_again(land: str) -> None:
    told = f"M. NOIR présente le pacte pour la {land}Aubrac. La dotation de la commune d'Aubrac est garantie. "
    view = normalise(told)
    assert not comes_back(Zone(view, 0, len(view.text)), "Aubrac")
    view = normalise(told + "Une entreprise d'Aubrac le souhaite.")
    assert comes_back(Zone(view, 0, len(view.text)), "Aubrac")


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("Groupement d'intérêt public « le Belvédère, centre des arts »", "le Belvédère, centre des arts"),
        ("GIP Montfleury Formation", "Montfleury Formation"),
    ],
)
def test_an_interest_group(named: str, name: str) -> None:
    text = (
        f"Le conseil d'administration du {named}, régulièrement convoqué, s'est réuni. Après en avoir délibéré, décide"
    )
    authority = read_authority(act_of(text))
    assert authority is not None and authority.name in name


@pytest.mark.parametrize(
    ("head", "told", "name"),
    [
        (
            "Pays de Serre\nValmarine\nCommunauté de communes",
            "la Communauté de Communes Pays de Serre-Valmarine",
            "Communauté de Communes Pays de Serre-Valmarine",
        ),
        (
            "Haut-Valse Communauté de communes",
            "le Vice-Président de la communauté de communes du Haut Valse",
            "communauté de communes du Haut Valse",
        ),
        ("Haut-Valse Communauté de communes", "le Vice-Président", "Haut-Valse Communauté de communes"),
    ],
)
def test_a_grouping_whose_letterhead_ends_with_its_kind(head: str, told: str, name: str) -> None:
    text = (
        f"{head}\n\nCONSEIL DE COMMUNAUTÉ\nProcès-verbal du 29 septembre 2025 Présents : M. NOIR. " + "Le débat. " * 600
    )
    authority = read_authority(
        act_of(f"{text}{told} propose une décision. Le conseil communautaire, APPROUVE le budget.")
    )
    assert authority is not None and authority.name == name


@pytest.mark.parametrize(
    ("writing", "name"),
    [
        ("Le maire expose que la commune de Saint-\nAvolin doit refaire sa voirie.", "Saint-Avolin"),
        ("Le conseil municipal de la commune de Bourg-sur-\nSerre s'est réuni.", "Bourg-sur-Serre"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_parts_no_name(writing: str, name: str) -> None:
    authority = read_authority(act_of(writing))
    assert authority is not None and authority.name == name
