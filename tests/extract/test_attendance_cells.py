"""Rolls in tables of cells, read by the heads of their columns."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

ROWS = (
    ("Anne ROUX", "Maire", "{p}e", ""),
    ("Paul NOIR", "Maire délégué de Valbrun", "{p}", ""),
    ("Zoé VERT", "2ème adjointe", "{p}e", ""),
    ("Guy BLEU", "Conseiller", "{a}", "Anne ROUX"),
    ("Ida ROSE", "Conseillère", "{a}e", "Paul NOIR"),
    ("Max GRIS", "Conseiller", "{a}", ""),
)


def table(head: str, order: tuple[int, ...], present: str = "Présent", away: str = "Excusé") -> str:
    rows = [" | ".join(row[at].format(p=present, a=away) for at in order) for row in ROWS]
    rule = "+-----+-----+-----+-----+"
    lines = [rule, f"| {head} |", rule, *(f"| {row} |" for row in rows), rule]
    return "Le conseil s'est réuni.\n" + "\n".join(lines) + "\nAnne ROUX a été nommée secrétaire.\n"


@pytest.mark.parametrize(
    "told",
    [
        table("Nom | Qualité | Présence | Pouvoir donné à", (0, 1, 2, 3)),
        table("Membres du conseil | Fonction | Statut | Mandataire", (0, 1, 2, 3), away="Absent"),
        table("Présence | Nom et prénom | Procuration à | Fonction", (2, 0, 3, 1)),
        table("Élus | Émargement | Représenté par", (0, 2, 3), present="Présent", away="Absent excusé"),
    ],
)
def test_each_row_is_read_by_its_columns(told: str) -> None:
    fields = read(told)
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT"]
    assert fields["proxies"] == [Proxy("Guy BLEU", "Anne ROUX"), Proxy("Ida ROSE", "Paul NOIR")]
    assert fields["absent"] == ["Max GRIS"]


@pytest.mark.parametrize("head", ["Nom | Montant | État", "Noms | Montant | Statut"])
def test_a_table_of_amounts_is_no_roll(head: str) -> None:
    rows = "".join(f"| {name} | {amount} | présenté |\n" for name, amount in (("Club Aster", 100), ("Foyer Berg", 200)))
    fields = read(f"Présents : Anne ROUX, Paul NOIR, Zoé VERT.\nSecrétaire : Zoé VERT\n| {head} |\n{rows * 3}")
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT"]


@pytest.mark.parametrize("gap", ["      ", "  ", "\t"])
@pytest.mark.parametrize("place", ["VALBRUN-LES-ORMES", "LA ROCHE-BRUN", "SAINT-PRIX"])
def test_the_commune_that_begins_the_next_row_is_of_no_name(place: str, gap: str) -> None:
    told = (
        "Le conseil communautaire s'est réuni en session ordinaire à la salle de Valbrun, sur convocation.\n"
        f"ÉTAIENT PRÉSENTS\n   LE VAL{gap}Mme Anne ROUX, M. Paul NOIR\n   {place}{gap}Mme Zoé VERT, M. Luc BRUN\n"
        f"   MONTFLEURY{gap}M. Max GRIS\nSecrétaire de séance : Mme Anne ROUX\n"
    )
    assert read(told)["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN", "Max GRIS"]


def test_a_surname_cut_by_its_line_is_whole() -> None:
    told = "Présents : Mme Anne ROUX, M. Jean\nNOIR BRUN, Mme Zoé VERT DE\nVALBRUN, M. Max GRIS.\n"
    assert read(told)["present"] == ["Anne ROUX", "Jean NOIR BRUN", "Zoé VERT DE VALBRUN", "Max GRIS"]
