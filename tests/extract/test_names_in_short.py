"""Authorities whose letterhead names them in short, and what stands at the foot of an act."""

from decimal import Decimal

import pytest

from kg.extract.authority import EXTRACTOR as AUTHORITY
from kg.extract.formalities.signature import EXTRACTOR as SIGNATURE
from kg.extract.money.amounts import EXTRACTOR as AMOUNTS
from kg.extract.money.annexes import EXTRACTOR as ANNEXES
from kg.extract.sitting import EXTRACTOR as SITTING
from tests.extract.test_examples import read_fields

MET = " s'est réuni le 3 mai 2023 à 18 heures sous la présidence de M. Paul ROUX. "


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "CCAS DE MONTFLEURY Le conseil d'administration du Centre communal d'action sociale de Montfleury" + MET,
            "Centre communal d'action sociale de Montfleury",
        ),
        (
            "S.I.A.E.P. DE LA SERRE Le comité syndical du Syndicat intercommunal d'adduction d'eau potable de la Serre"
            + MET,
            "Syndicat intercommunal d'adduction d'eau potable de la Serre",
        ),
        ("S.I.A.E.P. de la Serre COMITE SYNDICAL Les délégués" + MET, "S.I.A.E.P. de la Serre"),
        ("S.I.V.O.S. du Haut-Doux COMITE SYNDICAL Les délégués" + MET, "S.I.V.O.S. du Haut-Doux"),
        (
            "Communauté de communes SERRE & DOUX 2, rue du Port Le conseil communautaire" + MET,
            "Communauté de communes SERRE & DOUX",
        ),
        ("HERRIKO ETXEA - MAIRIE MONTFLEURY (64) Le conseil municipal" + MET, "MONTFLEURY"),
        ("VILLE MONTFLEURY (2A) Le conseil municipal" + MET, "MONTFLEURY"),
    ],
)
def test_a_name_in_short(head: str, name: str) -> None:
    assert read_fields(AUTHORITY, head)["authority"].name == name


def test_another_syndicat_of_the_same_town_is_not_the_name_in_full() -> None:
    head = "SIVOM DE MONTFLEURY Le comité syndical" + MET + "Vu le Syndicat intercommunal des eaux de Montfleury"
    assert read_fields(AUTHORITY, head)["authority"].name == "SIVOM DE MONTFLEURY"


@pytest.mark.parametrize(
    "foot",
    [
        "POUR EXTRAIT CONFORME Anne BRISSET Maire de Montfleury Certifié exécutoire par la transmission",
        "POUR COPIE CERTIFIÉE CONFORME Anne BRISSET Maire",
        "Le Maire, Anne BRISSET Le secrétaire de séance, Luc OSTROU Affiché le 5 juin 2023 page 3 sur 3",
        "Le Maire, Anne BRISSET (signé électroniquement) La présente délibération peut faire l'objet d'un recours" * 2,
        "LA MAIRE Anne BRISSET ADOPTÉ À L'UNANIMITÉ Pour : 12 voix (groupes Demain Montfleury, Ensemble) Contre : 4",
    ],
)
def test_who_signs(foot: str) -> None:
    found = read_fields(SIGNATURE, "La dépense est inscrite au budget. " + foot)
    assert found["signature/signatory"].name == "Anne BRISSET"


@pytest.mark.parametrize(
    ("foot", "annexes"),
    [
        ("publié le 30 novembre 2022 Annexe : projet de convention", ["projet de convention"]),
        ("Luc OSTROU Annexe n° 1 : Contrat de prêt n° 12 2/2", ["Contrat de prêt n° 12"]),
        ("ANNEXE 1 : Règlement ANNEXE 2 : Grille tarifaire Page 2 sur 2", ["Règlement", "Grille tarifaire"]),
        ("Le budget annexe : projet de budget", None),
        ("Annexe : eau et assainissement", None),
    ],
)
def test_annexes_below_the_signature(foot: str, annexes: list[str] | None) -> None:
    assert read_fields(ANNEXES, "Le Maire, Anne BRISSET " + foot).get("annexes") == annexes


def test_millions_are_one_amount() -> None:
    found = read_fields(AMOUNTS, "La dépense est plafonnée à 1,85 M€, dont 12 345,60 € de travaux et 2,50 k€ d'études.")
    assert found["amounts"] == [Decimal(2500), Decimal("12345.60"), Decimal(1850000)]


@pytest.mark.parametrize("why", ["plus vaste que celle de la mairie", "suffisamment grande", "permettant de respecter"])
def test_a_place_without_why(why: str) -> None:
    head = f"Le conseil municipal de Montfleury s'est réuni dans la salle des Tilleuls, {why} les distances, sous la"
    assert read_fields(SITTING, head + " présidence de M. ROUX, maire.")["session/place"] == "salle des Tilleuls"
