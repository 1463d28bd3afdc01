"""What heads a part of an act (« EXPOSÉ DES MOTIFS ») is no title; the title stands before the sitting."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

TITLE = "VOIRIE – Aide aux communes pour la réfection des lavoirs – Programme 2023"
SITS = (
    "Le Conseil Communautaire, légalement convoqué le 3 mars 2023, s'est réuni à 18 h",
    "Le Conseil Communautaire de la Communauté de Communes du Val de Serre, dûment convoqué, s'est réuni à 18 h",
    "Le Comité Syndical, régulièrement convoqué par son Président, s'est réuni à 18 h",
    "Le Bureau s'est réuni le 10 mars 2023 à 18 h",
    "L'Assemblée, étant convoquée le 3 mars 2023, s'est réunie",
)
SECTIONS = (
    "EXPOSÉ DES MOTIFS",
    "EXPOSÉ PRÉALABLE",
    "RAPPORT DE PRÉSENTATION",
    "I – EXPOSÉ DES MOTIFS",
    "NOTE DE SYNTHÈSE",
)
ACT = (
    "COMMUNAUTÉ DE COMMUNES DU VAL DE SERRE DÉLIBÉRATION DU CONSEIL COMMUNAUTAIRE Séance du vendredi 10 mars 2023 "
    "{label}{sits} à la salle des fêtes de Montfleury, sous la présidence de M. Paul NOIR. Présents : M. Paul NOIR, "
    "Mme Anne ROUX, M. Luc BRUN. Secrétaire de séance : Mme Anne ROUX {section} M. Luc BRUN rappelle que les lavoirs "
    "ont été remis en état. Le Conseil, VU le code général des collectivités territoriales ; APRÈS EN AVOIR DÉLIBÉRÉ, "
    "à l'unanimité, ATTRIBUE une aide de 500 € à la commune de Montfleury. Pour extrait conforme"
)


def title(raw: str) -> str | None:
    (record,) = extract(text_of(raw)).records
    return record.title


@pytest.mark.parametrize("sits", SITS)
@pytest.mark.parametrize("section", SECTIONS[:2])
def test_the_title_stands_between_the_number_and_the_sitting(sits: str, section: str) -> None:
    assert title(ACT.format(label=f"N° CC-2023-03-012 {TITLE} ", sits=sits, section=section)) == TITLE


@pytest.mark.parametrize("section", SECTIONS)
def test_the_head_of_a_section_is_no_title(section: str) -> None:
    assert title(ACT.format(label="", sits=SITS[0], section=section)) is None


@pytest.mark.parametrize("named", ["RAPPORT ANNUEL SUR LE PRIX DE L'EAU", "DÉLIBÉRATION CADRE SUR LES LAVOIRS"])
def test_what_only_begins_as_a_section_may_be_a_title(named: str) -> None:
    assert title(ACT.format(label="", sits=SITS[0], section=named)) == named


@pytest.mark.parametrize(
    "service", ["Direction des routes", "1/3 CONSEIL COMMUNAUTAIRE Session du printemps", "Pôle eau"]
)
def test_a_service_before_the_title_is_no_part_of_it(service: str) -> None:
    read = title(ACT.format(label=f"N° CC-2023-03-012 {service} {TITLE} ", sits=SITS[0], section="RAPPORT"))
    assert not str(read).startswith(service)
