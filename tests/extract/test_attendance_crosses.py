"""Tables of crosses, and headings and ties that nobody wrote the usual way."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance import read

_TABLE = """
NOM                       Présent   Excusé   Absent   Pouvoir à
Anne ROUX                    X
Paul NOIR                    X
Zoé VERT                               X              Anne ROUX
Luc BRUN                     X
Max GRIS                                        X
Eva BLANC                    X

Mme Anne ROUX, maire, ouvre la séance.
"""


@pytest.mark.parametrize(
    "text",
    [
        _TABLE,
        "\n| Nom | Présent | Absent | Procuration |\n|---|---|---|---|\n| Anne ROUX | X | | |\n| Paul NOIR | x | | |\n"
        "| Zoé VERT | | | X Anne ROUX |\n| Luc BRUN | X | | |\n| Max GRIS | | X | |\n"
        "| Eva BLANC | X | | |\n\nLa séance\n",
        "N° NOMS ET PRENOMS P A PROCURATION 01 Anne ROUX Maire X 02 Paul NOIR 1er adjoint X 03 Zoé VERT X Anne ROUX "
        "04 Luc BRUN X 05 Max GRIS X absent 06 Eva BLANC X TOTAL 4 2 Le quorum est atteint.",
        "MEMBRES ÉLUS PRÉSENTS Anne ROUX X Paul NOIR X Zoé VERT excusée, pouvoir à Anne ROUX MEMBRES NOMMÉS PRÉSENTS "
        "Luc BRUN (UNAF) X Max GRIS (Secours) absent Eva BLANC (retraités) X Secrétaire : Mme BLANC",
    ],
)
def test_a_cross_under_what_holds_of_the_member(text: str) -> None:
    fields = read(text)
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Luc BRUN", "Eva BLANC"]
    assert fields["proxies"] == [Proxy("Zoé VERT", "Anne ROUX")]
    assert fields["absent"] == ["Max GRIS"]
    assert "members/absent" not in fields


def test_crosses_of_a_ballot_are_no_attendance() -> None:
    fields = read(
        "Nom Pour Contre Abstention Anne ROUX X Paul NOIR X Zoé VERT X Luc BRUN X Max GRIS X Eva BLANC X Total 6 0 0"
    )
    assert "present" not in fields


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Présents : Anne ROUX, Paul NOIR. "
            "S'étaient fait excuser : Zoé VERT (délégation de vote à Paul NOIR), Max GRIS.",
            {"proxies": [Proxy("Zoé VERT", "Paul NOIR")], "absent": ["Max GRIS"]},
        ),
        (
            "Présents : Anne ROUX, Paul NOIR.\n"
            "Était représentée :\n Mme Zoé VERT, par Mme Anne ROUX\nAbsent : M. Max GRIS.",
            {"proxies": [Proxy("Zoé VERT", "Anne ROUX")], "absent": ["Max GRIS"]},
        ),
        (
            "PRESENTS\nAnne ROUX\nPaul NOIR\nABSENTS EXCUSES\nZoé VERT, Max GRIS\nSecrétaire de séance : Paul NOIR",
            {"present": ["Anne ROUX", "Paul NOIR"], "absent": ["Zoé VERT", "Max GRIS"]},
        ),
        (
            "Présents : Anne ROUX, Paul NOIR.\nPersonne ayant donné procuration ; Mme Zoé VERT à M. Paul NOIR\n",
            {"proxies": [Proxy("Zoé VERT", "Paul NOIR")]},
        ),
        (
            "Collège du Val – Titulaires présents : Anne ROUX, Paul NOIR Suppléante présente avec voix délibérative : "
            "Eva BLANC (pour Z. VERT) "
            "Collège CC des Monts – Titulaires présents : Luc BRUN Titulaire absent : Max GRIS",
            {"present": ["Anne ROUX", "Paul NOIR", "Eva BLANC", "Luc BRUN"], "absent": ["Max GRIS"]},
        ),
        (
            "Présents : Membres titulaires : ROUX Anne, NOIR Paul. Membres suppléants sans voix délibérative : "
            "BRUN Luc. Membres titulaires absents, excusés : VERT Zoé.",
            {"present": ["ROUX Anne", "NOIR Paul"], "absent": ["VERT Zoé"]},
        ),
        (
            "Présents : Mmes ROUX Anne remplacée par sa suppléante BLANC Eva, NOIR Paule. Absent : M. GRIS Max.",
            {"present": ["BLANC Eva", "NOIR Paule"], "absent": ["GRIS Max"]},
        ),
        (
            "Présents, mesdames et messieurs les conseillers : pour la commune de MONTVAL : monsieur ROUX Luc "
            "pour la commune de VALBRUN madame NOIR Paule Absent représenté : monsieur GRIS Max (MONTVAL) "
            "représenté par madame NOIR Paule Secrétaire : monsieur ROUX Luc",
            {"present": ["ROUX Luc", "NOIR Paule"], "proxies": [Proxy("GRIS Max", "NOIR Paule")]},
        ),
        (
            "Membres de droit et représentants du conseil municipal : Anne ROUX, Paul NOIR Représentants des "
            "usagers : Luc BRUN Représentant de l'État : Eva BLANC, inspectrice A donné pouvoir : Zoé VERT Absent : "
            "Max GRIS Secrétaire : Luc BRUN",
            {"present": ["Anne ROUX", "Paul NOIR", "Luc BRUN", "Eva BLANC"], "absent": ["Max GRIS"]},
        ),
        (
            "Présents : ROUX P. – BRUN.L – NOIR M.C. – GRIS.Max – VERT Z.\nAbsent : BLANC E.\n",
            {"present": ["ROUX P.", "BRUN.L", "NOIR M.C.", "GRIS.Max", "VERT Z."], "absent": ["BLANC E."]},
        ),
        (
            "Présents : MM. ROUX Paul, BRUN Jean - Luc, NOIR Anne, GRIS Max. Absents : M. VERT Luc de MONTVAL\n"
            "Mme BLANC Eva de VAL LE GRAND\nSecrétaire : M. ROUX",
            {"present": ["ROUX Paul", "BRUN Jean-Luc", "NOIR Anne", "GRIS Max"], "absent": ["VERT Luc", "BLANC Eva"]},
        ),
        (
            "20 18 membres du Bureau étaient présents : M. ROUX, Mme NOIR. "
            "Absents : M. GRIS, Mme VERT (2)\n- Le procès-verbal",
            {"members/present": [18], "members/absent": [2]},
        ),
        (
            "Présents : Anne ROUX, Paul NOIR. Délibération n° 3 : Vente. "
            + "La commune vend. " * 250
            + "Nombre de conseillers municipaux en exercice : 45 Délibération n° 4",
            {"members/in_office": [45]},
        ),
        (
            "Feuille d'appel (P : présent – E : excusé – A : absent) ROUX Anne, maire : P NOIR Paul, 1er adjoint : P "
            "VERT Zoé : E (pouvoir remis à ROUX Anne) BRUN Luc : P BLANC Eva : P GRIS Max : A Le quorum",
            {
                "present": ["ROUX Anne", "NOIR Paul", "BRUN Luc", "BLANC Eva"],
                "proxies": [Proxy("VERT Zoé", "ROUX Anne")],
                "absent": ["GRIS Max"],
            },
        ),
        (
            "Effectif légal En exercice Présents Procurations Votants 27 26 18 2 20 Étaient présents Mesdames A. ROUX, "
            "P. NOIR et Messieurs L. BRUN, M. GRIS. Procurations MANDANTS MANDATAIRES Mme Z. VERT M. O. BLANC "
            "M. L. BRUN Mme A. ROUX Absents M. C. OLIVE, Mme I. ROSE.",
            {
                "members/in_office": [26],
                "members/present": [18],
                "members/proxies": [2],
                "members/voting": [20],
                "proxies": [Proxy("Z. VERT", "L. BRUN"), Proxy("O. BLANC", "A. ROUX")],
            },
        ),
        (
            "Présents : M. NOIR Paul, Mme BLANC Eva. "
            "Absents excusés : M. VERT Luc (MONTVAL), représenté par sa suppléante, "
            "M. GRIS Max (VALBRUN). Procuration : Mme BRUN Zoé à Mme JANVIER Marie.",
            {"absent": ["GRIS Max"], "proxies": [Proxy("BRUN Zoé", "JANVIER Marie")]},
        ),
        (
            "Conseillers : 29 Étaient présents (3) : Anne ROUX, Maire ; Paul NOIR, Luc BRUN Absent : M. GRIS",
            {"members/in_office": [29], "members/present": [3]},
        ),
        (
            "Etaient là pour MONTVAL : Anne ROUX et Paul NOIR ; pour VALBRUN : Luc BRUN. Manquait : Max GRIS. Quorum",
            {"present": ["Anne ROUX", "Paul NOIR", "Luc BRUN"], "absent": ["Max GRIS"]},
        ),
        (
            "Présence et représentation MONTVAL : Mme Anne ROUX, M. Paul NOIR VALBRUN : M. Luc BRUN. Ont délégué leur "
            "vote : Mme Zoé VERT à M. Paul NOIR. Non représenté : M. Max GRIS.",
            {"proxies": [Proxy("Zoé VERT", "Paul NOIR")], "absent": ["Max GRIS"]},
        ),
        (
            "Groupe « Ensemble » : Mme Anne ROUX, M. Paul NOIR. Groupe « Demain » : M. Luc BRUN. "
            "Avaient donné mandat : Mme Zoé VERT à M. Luc BRUN. "
            "N'assistaient pas à la séance : M. Max GRIS. Secrétariat : M. Luc BRUN.",
            {"present": ["Anne ROUX", "Paul NOIR", "Luc BRUN"], "absent": ["Max GRIS"]},
        ),
    ],
)
def test_headings_and_ties(text: str, expected: dict[str, object]) -> None:
    fields = read(text)
    assert {field: fields.get(field) for field in expected} == expected
