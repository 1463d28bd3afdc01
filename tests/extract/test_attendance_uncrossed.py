"""Tables of crosses run on one line, where a row without a cross names who holds the proxy; fictional members."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance import read

HEADS = (
    "Communes Conseillers communautaires Présent Excusé Pouvoir à",
    "Commune Délégués Présents Absents Pouvoir donné à",
    "COMMUNES ÉLUS PRÉSENT(E) EXCUSÉ(E) PROCURATION À",
)
ROWS = (
    "VALBRUN Mme Anne ROUX X M. Paul NOIR X SAINT-PRIX-SUR-SERRE M. Luc BRUN X M. Max GRIS Mme Anne ROUX MONTFLEURY "
    "Mme Eva BLANC X VAL-LE-GRAND M. Guy BLEU X Mme Ida ROSE X Mme Zoé VERT M. Luc BRUN "
)
BELOW = "Excusés : M. Guy BLEU. Secrétaire de séance : Mme Eva BLANC"
SIT = ["Anne ROUX", "Paul NOIR", "Luc BRUN", "Eva BLANC", "Ida ROSE"]
GIVEN = [Proxy("Max GRIS", "Anne ROUX"), Proxy("Zoé VERT", "Luc BRUN")]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("counted", ["Présents 5 Pouvoirs 2 Votants 7 ", "Membres en exercice : 8 Présents : 5 ", ""])
def test_a_row_without_a_cross_names_a_holder(head: str, counted: str) -> None:
    fields = read(f"{counted}{head} {ROWS}{BELOW}")
    assert fields["present"] == SIT
    assert fields["proxies"] == GIVEN
    assert fields["absent"] == ["Guy BLEU"]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS.replace("M. ", "").replace("Mme ", ""),
        "VALBRUN ROUX Anne X NOIR Paul X SAINT-PRIX BRUN Luc X GRIS Max ROUX Anne MONTFLEURY BLANC Eva X VAL-LE-GRAND "
        "BLEU Guy X ROSE Ida X VERT Zoé BRUN Luc ",
        ROWS.replace("Mme Anne ROUX MONT", "Mme ROUX MONT"),
        ROWS.replace("M. Max GRIS Mme", "M. Max GRIS X Mme"),
    ],
)
def test_rows_are_written_in_many_ways(rows: str) -> None:
    fields = read(f"Présents 5 Pouvoirs 2 {HEADS[0]} {rows}{BELOW}")
    assert [set(name.split()) for name in fields["present"]] == [set(name.split()) for name in SIT]
    assert [set(proxy.giver.split()) for proxy in fields["proxies"]] == [{"Max", "GRIS"}, {"Zoé", "VERT"}]
    assert all(proxy.holder and proxy.holder.split()[-1] != "Max" for proxy in fields["proxies"])


def test_without_a_column_of_those_away_a_cross_is_of_one_who_sits() -> None:
    rows = "M. Paul NOIR X Mme Anne ROUX X M. Luc BRUN X M. Max GRIS Mme Anne ROUX Mme Eva BLANC X Mme Ida ROSE X "
    fields = read(f"Membres Présents Pouvoir à {rows}Le quorum est atteint.")
    assert fields["present"] == ["Paul NOIR", "Anne ROUX", "Luc BRUN", "Eva BLANC", "Ida ROSE"]
    assert fields["proxies"] == [Proxy("Max GRIS", "Anne ROUX")]


@pytest.mark.parametrize("counted", ["Présents 6 ", "Présents : 3 "])
def test_counts_that_say_otherwise_leave_the_table_unread(counted: str) -> None:
    fields = read(f"{counted}{HEADS[0]} {ROWS}{BELOW}")
    assert fields.get("present") != SIT


@pytest.mark.parametrize("nothing", ["Mme Ada NOIRET ", "M. Ali BRUNET ", "Total 6 "])
def test_a_row_that_says_nothing_leaves_the_table_unread(nothing: str) -> None:
    fields = read(f"Présents 5 {HEADS[0]} {ROWS.replace('MONTFLEURY', nothing + 'MONTFLEURY')}{BELOW}")
    assert fields.get("proxies") != GIVEN
