"""Tables of members on one line: codes, words and marks of cells, offices, holders, communes, pages."""

import pytest

from kg.extract.act import Zone
from kg.extract.attendance.grid import roll_in_grid
from kg.model import Proxy
from kg.text.view import normalise
from tests.extract.test_rolls_in_rows import read

HERE = ["ROUX Anne", "NOIR Jean-Paul", "LE VERT Zoé", "BRUN Luc", "GRIS-BLANC Max", "D'OCRE Eva"]
HELD = [Proxy("BLEU Guy", "ROUX Anne"), Proxy("ROSE Ida", "BRUN Luc")]
AWAY = ["FAUVE Noé"]

ROLLS = {
    "codes of a legend, short offices, civilities": (
        "P = présent R = représenté A = absent N° NOM QUALITÉ ÉTAT MANDATAIRE 1 ROUX Anne Maire P "
        "2 NOIR Jean-Paul 1er adjoint P 3 BLEU Guy Cons. mun. R Mme ROUX Anne 4 LE VERT Zoé Cons. mun. P "
        "5 BRUN Luc Cons. mun. P 6 FAUVE Noé Cons. mun. délégué A 7 ROSE Ida Adj. R M. BRUN Luc "
        "8 GRIS-BLANC Max Cons. mun. P 9 D'OCRE Eva Cons. mun. P Effectif légal : 9"
    ),
    "a letter for those who sit, words for the others": (
        "D É P A R T E M E N T de la Valserine Séance du 3 mars 2023 sous la présidence de Mme Anne ROUX. "
        "Nom Présent Représenté (donne mandat à) ROUX Anne P NOIR Jean-Paul P BLEU Guy Représenté ROUX Anne "
        "LE VERT Zoé P BRUN Luc P FAUVE Noé Absent ROSE Ida Représentée BRUN Luc GRIS-BLANC Max P D'OCRE Eva P "
        "Secrétaire de séance : Zoé LE VERT"
    ),
    "towns before, and a letter for those who vote": (
        "Ville Nom Présent Représenté (donne mandat à) Votant Valbrun Mme ROUX Anne P V Le Val M. NOIR Jean-Paul P V "
        "Les Hauts-d'Orle M. BLEU Guy Représenté Mme ROUX Anne V Valbrun Mme LE VERT Zoé P V Le Val M. BRUN Luc P V "
        "Orle M. FAUVE Noé Absent Valbrun Mme ROSE Ida Représentée M. BRUN Luc V Orvalle M. GRIS-BLANC Max P V "
        "Saint-Prix Mme D'OCRE Eva P V Secrétaire de séance : Zoé LE VERT"
    ),
    "represented by": (
        "ÉTAT DE PRÉSENCE (P : présent - R : représenté - A : absent) 01 ROUX Anne Maire P 02 NOIR Jean-Paul adjoint P "
        "03 BLEU Guy adjoint R par ROUX Anne 04 LE VERT Zoé conseillère P 05 BRUN Luc conseiller P "
        "06 FAUVE Noé conseiller A 07 ROSE Ida conseillère R par BRUN Luc 08 GRIS-BLANC Max conseiller P "
        "09 D'OCRE Eva conseillère P Le quorum étant atteint, la séance est ouverte."
    ),
    "codes that the legend makes": (
        "p : présent - ap : absent ayant donné pouvoir - a : absent ROUX Anne p NOIR Jean-Paul p BLEU Guy ap ROUX Anne "
        "LE VERT Zoé p BRUN Luc p FAUVE Noé a ROSE Ida ap BRUN Luc GRIS-BLANC Max p D'OCRE Eva p La séance est ouverte."
    ),
    "words after offices": (
        "Nom Prénom Fonction Présence ROUX Anne Maire Présente NOIR Jean-Paul 1er adjoint délégué aux finances Présent "
        "BLEU Guy Conseiller municipal Représenté par ROUX Anne LE VERT Zoé Conseillère Présente BRUN Luc Conseiller "
        "Présent FAUVE Noé Conseiller Absent ROSE Ida Conseillère Représentée par BRUN Luc GRIS-BLANC Max Conseiller "
        "Présent D'OCRE Eva Conseillère Présente La séance est ouverte."
    ),
    "both genders in one word": (
        "Nom Prénom Présence ROUX Anne Présent(e) NOIR Jean-Paul Présent(e) BLEU Guy Représenté(e) par ROUX Anne "
        "LE VERT Zoé Présent(e) BRUN Luc Présent(e) FAUVE Noé Absent(e) ROSE Ida Représenté(e) par BRUN Luc "
        "GRIS-BLANC Max Présent(e) D'OCRE Eva Présent(e) La séance est ouverte."
    ),
    "yes and no": (
        "NOM Prénom Présent Pouvoir à ROUX Anne Oui NOIR Jean-Paul Oui BLEU Guy Non ROUX Anne LE VERT Zoé Oui BRUN Luc "
        "Oui FAUVE Noé Non ROSE Ida Non BRUN Luc GRIS-BLANC Max Oui D'OCRE Eva Oui Le quorum est atteint."
    ),
    "one full cell in two": (
        "NOM Prénom Présent Absent Pouvoir à ROUX Anne 1 0 NOIR Jean-Paul 1 0 BLEU Guy 0 1 ROUX Anne LE VERT Zoé 1 0 "
        "BRUN Luc 1 0 FAUVE Noé 0 1 ROSE Ida 0 1 BRUN Luc GRIS-BLANC Max 1 0 D'OCRE Eva 1 0 Le quorum est atteint."
    ),
    "boxes": (
        "Membre Présent Excusé Absent Pouvoir à ROUX Anne ☒ ☐ ☐ NOIR Jean-Paul ☒ ☐ ☐ BLEU Guy ☐ ☒ ☐ ROUX Anne "
        "LE VERT Zoé ☒ ☐ ☐ BRUN Luc ☒ ☐ ☐ FAUVE Noé ☐ ☐ ☒ ROSE Ida ☐ ☒ ☐ BRUN Luc GRIS-BLANC Max ☒ ☐ ☐ "
        "D'OCRE Eva ☒ ☐ ☐ ."
    ),
    "communes in the first column": (
        "Commune Délégué Présence (P : présent, E : excusé, A : absent) VALBRUN ROUX Anne P NOIR Jean-Paul P "
        "BLEU Guy E "
        "pouvoir à ROUX Anne SAINT-PRIX SUR OGNE LE VERT Zoé P BRUN Luc P MORNAY FAUVE Noé A ROSE Ida E pouvoir à "
        "BRUN Luc LA BASSE-GOUTTE GRIS-BLANC Max P ESPREL D'OCRE Eva P Le quorum est atteint."
    ),
    "towns after the names": (
        "NOM PRÉNOM VILLE PRÉSENCE POUVOIR À ROUX Anne Valbrun Présente NOIR Jean-Paul Saint-Prix Présent BLEU Guy "
        "Ogne-le-Vieux Représenté ROUX Anne LE VERT Zoé Valbrun Présente BRUN Luc La Basse Goutte Présent FAUVE Noé "
        "Ogne-le-Vieux Absent ROSE Ida Saint-Prix Représentée BRUN Luc GRIS-BLANC Max Valbrun Présent D'OCRE Eva "
        "Mornay Présente Secrétaire de séance : Mme ROUX"
    ),
    "a new page with its labels": (
        "N° NOM ET PRÉNOM QUALITÉ PRÉSENCE 1 ROUX Anne Maire Présente 2 NOIR Jean-Paul Adjoint Présent 3 "
        "BLEU Guy Adjoint "
        "Excusé - pouvoir à ROUX Anne 4 LE VERT Zoé Adjointe Présente Reçu en préfecture le 16/03/2023 Page 2 sur 6 "
        "N° NOM ET PRÉNOM QUALITÉ PRÉSENCE 5 BRUN Luc Conseiller Présent 6 FAUVE Noé Conseiller Absent 7 ROSE Ida "
        "Conseillère Excusée - pouvoir à BRUN Luc 8 GRIS-BLANC Max Conseiller Présent 9 D'OCRE Eva Conseillère Présente"
    ),
    "whose proxy one holds": (
        "Nom Présence (P présent, E excusé, A absent) 1 ROUX Anne P (pouvoir de BLEU Guy) 2 NOIR Jean-Paul P 3 BLEU "
        "Guy E 4 LE VERT Zoé P 5 BRUN Luc P (a reçu pouvoir de Mme ROSE Ida) 6 FAUVE Noé A 7 ROSE Ida E 8 GRIS-BLANC "
        "Max P 9 D'OCRE Eva P Le quorum est atteint."
    ),
    "codes in parentheses": (
        "Présents (P), absents (A), excusés (E) : ROUX Anne (P), NOIR Jean-Paul (P), BLEU Guy (E) pouvoir à ROUX Anne, "
        "LE VERT Zoé (P), BRUN Luc (P), FAUVE Noé (A), ROSE Ida (E) pouvoir à BRUN Luc, GRIS-BLANC Max (P), "
        "D'OCRE Eva (P). La séance est ouverte."
    ),
    "signed": (
        "Nom Prénom Qualité Signature ROUX Anne Maire signé NOIR Jean-Paul Adjoint signé BLEU Guy Conseiller a donné "
        "procuration à ROUX Anne LE VERT Zoé Conseillère signé BRUN Luc Conseiller signé FAUVE Noé Conseiller absent "
        "ROSE Ida Conseillère a donné procuration à BRUN Luc GRIS-BLANC Max Conseiller signé D'OCRE Eva "
        "Conseillère signé"
    ),
}


@pytest.mark.parametrize("form", ROLLS)
def test_a_table_on_one_line_gives_each_member(form: str) -> None:
    fields = read(ROLLS[form])
    assert fields["present"] == HERE
    assert fields["proxies"] == HELD
    assert fields["absent"] == AWAY


def test_names_in_small_letters_are_parted_by_the_members_that_other_rows_name() -> None:
    fields = read(
        "Membres Présence Mme Anne Roux Présente M. Luc d'Ocre Présent M. Guy Bleu Excusé, pouvoir à Mme Anne Roux "
        "Mme Zoé Le Vert Présente M. Max Gris Absent Mme Ida Rose Présente"
    )
    assert fields["present"] == ["Anne Roux", "Luc d'Ocre", "Zoé Le Vert", "Ida Rose"]
    assert (fields["proxies"], fields["absent"]) == ([Proxy("Guy Bleu", "Anne Roux")], ["Max Gris"])


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            "NOM PRÉNOM COMMUNE PRÉSENCE MANDATAIRE",
            "ROUX Anne Valbrun Présente NOIR Paul Mornay Présent BLEU Guy Valbrun Représenté A. ROUX LE VERT Zoé "
            "Saint-Prix Présente GRIS Max Mornay Absent ROSE Ida Valbrun Représentée M. NOIR BRUN Luc Ogne Présent",
        ),
        (
            "Membre Ville Présence Mandataire",
            "Anne ROUX Valbrun Présente Paul NOIR Mornay Présent Guy BLEU Valbrun Représenté par A. ROUX Zoé LE VERT "
            "Saint-Prix Présente Max GRIS Mornay Absent Ida ROSE Valbrun Représentée par P. NOIR Luc BRUN Ogne Présent",
        ),
    ],
)
def test_a_town_after_each_name_and_holders_with_an_initial(head: str, rows: str) -> None:
    fields = read(f"{head} {rows} Le quorum est atteint.")
    assert [" ".join(sorted(str(name).split())) for name in fields["present"]] == [
        *("Anne ROUX", "NOIR Paul", "LE VERT Zoé", "BRUN Luc")
    ]
    assert [{*str(name).split()} for name in fields["absent"]] == [{"GRIS", "Max"}]
    held = {frozenset(one.giver.split()): one.holder for one in fields["proxies"] if isinstance(one, Proxy)}
    assert held[frozenset({"BLEU", "Guy"})] == "A. ROUX"
    assert str(held[frozenset({"ROSE", "Ida"})]).endswith("NOIR")


@pytest.mark.parametrize("by", ["suppléé par", "remplacé par son suppléant", "remplacé par sa suppléante,"])
def test_a_roll_by_communes_with_initials_and_who_sits_for_one_away(by: str) -> None:
    fields = read(
        "Il est procédé à l'appel nominal. COMMUNES TITULAIRES SUPPLEANTS Valbrun-le-Haut A. ROUX présente - P. NOIR "
        f"excusé // Saint-Prix J-C. VERT présent // La Basse-Goutte L. BRUN absent, {by} M-J. GRIS // Mornay "
        "I. ROSE présente - G. BLEU pouvoir à A. ROUX // Ogne E. OCRE présente // Esprel N. FAUVE absente"
    )
    assert fields["present"] == ["A. ROUX", "J-C. VERT", "M-J. GRIS", "I. ROSE", "E. OCRE"]
    assert fields["proxies"] == [Proxy("G. BLEU", "A. ROUX")]
    assert fields["absent"] == ["P. NOIR", "L. BRUN", "N. FAUVE"]


@pytest.mark.parametrize("head", ["Commune Délégué(e) présent(e)", "Communes Délégués présents :"])
@pytest.mark.parametrize("towns", [("VALBRUN", "LE PRIX", "SAINT-JEAN-SUR-OGNE"), ("Valbrun", "Le Prix", "Ogne")])
def test_the_town_of_the_next_row_ends_no_name(head: str, towns: tuple[str, str, str]) -> None:
    one, two, three = towns
    fields = read(
        f"{head} {one} Madame Anne ROUX Monsieur Jean-Paul NOIR {two} Madame Zoé DE LA VERT {three} Monsieur Luc VAN "
        "DER BRUN Madame Eva OCRE-ROSE MORNAY Monsieur Guy BLEU Absents excusés : Monsieur Max GRIS"
    )
    names = ["Anne ROUX", "Jean-Paul NOIR", "Zoé DE LA VERT", "Luc VAN DER BRUN", "Eva OCRE-ROSE", "Guy BLEU"]
    assert (fields["present"], fields["absent"]) == (names, ["Max GRIS"])


def test_a_row_without_a_cell_is_told_as_unread() -> None:
    view = normalise(
        "Nom Qualité Présence ROUX Anne Maire Présente NOIR Paul Adjoint Présent VERT Zoé Conseillère BRUN Luc "
        "Conseiller Présent GRIS Max Conseiller Absent OCRE Eva Conseillère Présente BLANC Guy Conseiller Présent"
    )
    table = roll_in_grid(Zone(view, 0, len(view.text)))
    assert [entry.name for entry in table.entries][:4] == ["ROUX Anne", "NOIR Paul", "BRUN Luc", "GRIS Max"]
    assert [view.text[slice(*span)].strip() for span in table.unread] == ["VERT Zoé Conseillère"]


def test_who_comes_late_is_told_beside_the_cell() -> None:
    fields = read(
        "Appel (P présent, A absent) 1 ROUX Anne P 2 NOIR Paul P à partir du point 9 3 VERT Zoé P 4 BRUN Luc P "
        "5 GRIS Max A 6 OCRE Eva P La séance est ouverte."
    )
    assert fields["present"][:1] == ["ROUX Anne"] and fields["absent"][:1] == ["GRIS Max"]


@pytest.mark.parametrize(
    "rows",
    [
        # a table of votes
        "Résultat du scrutin présents Pour Contre Abstention ROUX Anne P NOIR Paul P VERT Zoé A BRUN Luc P GRIS Max P",
        "Présents : 6. Vote : ROUX Anne Oui NOIR Paul Oui VERT Zoé Non BRUN Luc Oui GRIS Max Oui OCRE Eva Non",
        "Les membres présents votent : ROUX Anne oui NOIR Paul oui VERT Zoé non BRUN Luc oui GRIS Max oui OCRE Eva non",
        # a cell before each name
        "P : présent A : absent P ROUX Anne A NOIR Paul P VERT Zoé P BRUN Luc A GRIS Max P OCRE Eva P BLANC Guy.",
    ],
)
def test_cells_of_another_table_are_no_answers(rows: str) -> None:
    view = normalise(rows)
    assert not roll_in_grid(Zone(view, 0, len(view.text))).entries


@pytest.mark.parametrize(
    "heads",
    [
        "PRÉSENTS : ABSENTS AYANT DONNÉ PROCURATION :",
        "Étaient présents : Étaient excusés et avaient donné pouvoir :",
        "Pouvoirs : Présents :",
    ],
)
def test_two_columns_mixed_row_by_row(heads: str) -> None:
    fields = read(
        f"{heads} Mme Anne ROUX M. Guy BLEU à Mme Anne ROUX M. Paul NOIR Mme Ida ROSE à M. Luc BRUN Mme Zoé VERT "
        "M. Luc BRUN Absents : M. Noé FAUVE Secrétaire de séance : M. Paul NOIR"
    )
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]
    assert fields["proxies"] == [Proxy("Guy BLEU", "Anne ROUX"), Proxy("Ida ROSE", "Luc BRUN")]
    assert fields["absent"] == ["Noé FAUVE"]


def test_a_holder_who_does_not_sit_makes_no_columns() -> None:
    fields = read("Présents : Pouvoirs : Mme Anne ROUX à M. Léo FAUVE M. Paul NOIR M. Luc BRUN Mme Zoé VERT.")
    assert "Paul NOIR" not in fields["present"]
