"""Who reports: above the title, with a delegation alone, as the only vice-president, by the surname of who presides."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

TITLE = "Réfection du lavoir – Approbation du plan de financement"
ROLL = "Étaient présents : M. Paul BRUN, Mme Lise AMBERT, M. Loïc EYMERY. "
DECIDED = "Le conseil, après en avoir délibéré, à l'unanimité, DÉCIDE d'approuver le plan de financement. "


def reporter(raw: str) -> tuple[str | None, str | None]:
    (record,) = extract(text_of(raw)).records
    return (record.rapporteur.name, record.rapporteur.role) if record.rapporteur else (None, None)


def act(report: str, *, above: str = "", chair: str = "Mme Odile TARAVEL, Maire", roll: str = ROLL) -> str:
    return (
        "VILLE DE MONTFLEURY EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL Séance du 3 mars 2023 "
        f"Le conseil municipal s'est réuni sous la présidence de {chair}. {roll}Délibération n° 2023-12 {above}"
        f"OBJET : {TITLE} {report}{DECIDED}"
    )


@pytest.mark.parametrize("label", ["RAPPORT de M.", "Rapport de Monsieur"])
def test_a_report_named_above_the_title(label: str) -> None:
    raw = act("La halle est à refaire. ", above=f"{label} Paul BRUN, Vice-président délégué à l'eau ")
    assert reporter(raw) == ("Paul BRUN", "Vice-président délégué à l'eau")


@pytest.mark.parametrize("verb", ["rapporteur, indique", "rapporteur, expose"])
@pytest.mark.parametrize("role", ["délégué au commerce", "délégué à la voirie"])
def test_a_delegation_alone_is_an_office(verb: str, role: str) -> None:
    assert reporter(act(f"Monsieur Paul BRUN, {role}, {verb} que le lavoir est à refaire. ")) == ("Paul BRUN", role)


@pytest.mark.parametrize("beside", [", Vice-Présidente –", " (vice-présidente),", ", Vice-Présidente,"])
def test_the_only_vice_president_is_known_by_her_office(beside: str) -> None:
    roll = f"Membres présents : Odile TARAVEL, Présidente – Lise AMBERT{beside} Paul BRUN, Loïc EYMERY. "
    raw = act(
        "La Vice-Présidente rappelle que le lavoir est à refaire. ", roll=roll, chair="Mme Odile TARAVEL, Présidente"
    )
    assert reporter(raw) == ("Lise AMBERT", "Vice-Présidente")


@pytest.mark.parametrize(
    "others", ["Paul BRUN, 2ème Vice-Président, ", "Paul BRUN, Vice-Président, ", "Vice-présidents : Paul BRUN, "]
)
def test_one_of_several_vice_presidents_is_not_known_by_an_office(others: str) -> None:
    roll = f"Membres présents : Odile TARAVEL, Présidente – Lise AMBERT, Vice-Présidente – {others}Loïc EYMERY. "
    raw = act(
        "La Vice-Présidente rappelle que le lavoir est à refaire. ", roll=roll, chair="Mme Odile TARAVEL, Présidente"
    )
    assert reporter(raw) == (None, None)


def test_who_presides_reports_by_a_surname() -> None:
    raw = act(
        "Sur le rapport de Mme TARAVEL-NOIR, ", chair="Mme Odile TARAVEL-NOIR, Vice-Présidente de la Caisse des écoles"
    )
    assert reporter(raw) == ("Odile TARAVEL-NOIR", "Vice-Présidente de la Caisse des écoles")


def test_a_member_above_the_heading_of_the_motives_reports_nothing() -> None:
    roll = ROLL.removesuffix(". ") + " Étaient absents : Anne ROUX (pouvoir à Paul BRUN), Marc NOIR "
    assert reporter(act("I – EXPOSÉ DES MOTIFS Le lavoir est à refaire. ", roll=roll)) == (None, None)
