"""Agreements that a list of deliberations names: the cell of an outcome is no word of theirs."""

import pytest

from kg.extract import extract
from kg.model import Page, Source, Span, Text

HEAD = "PUBLICATION DES DÉLIBÉRATIONS CONSEIL COMMUNAUTAIRE DU 8 JUIN 2022 Délibération OBJET VOTE "
REST = "20220608_042 CREATION D'UN POSTE Accord à l'unanimité 20220608_043 TARIFS DE LA HALLE Accord à l'unanimité "


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("ATTRIBUTION DU MARCHE DE GESTION DES DECHETS Accord à l'unanimité", "MARCHE DE GESTION DES DECHETS"),
        ("ATTRIBUTION DU MARCHE DE GESTION DES DECHETS Accord à 28 VOIX POUR", "MARCHE DE GESTION DES DECHETS"),
        ("ATTRIBUTION DU MARCHE DE TRAVAUX ACCORD A LA MAJORITE", "MARCHE DE TRAVAUX"),
        ("AVENANT AU CONTRAT DE TRANSPORT Adopté à l'unanimité", "AVENANT AU CONTRAT DE TRANSPORT"),
        ("CCVM CONVENTION TERRITORIALE Adopté à l'unanimité", "CONVENTION TERRITORIALE"),
        (
            "MAISON DE SANTE : CONVENTION DE MISE A DISPOSITION DES Accord à l'unanimité LOCAUX",
            "CONVENTION DE MISE A DISPOSITION DES LOCAUX",
        ),
    ],
)
def test_a_label_ends_before_the_outcome(title: str, label: str) -> None:
    raw = f"{HEAD}20220608_041 {title} {REST}"
    source = Source("liste.txt", "text/plain", "0" * 64)
    first = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records[0]
    assert [agreement.label for agreement in first.agreements] == [label]


@pytest.mark.parametrize("own", ["C.C.A.S. de MONTFLEURY", "CCAS de MONTFLEURY"])
def test_letters_without_their_stops_are_of_the_same_body(own: str) -> None:
    raw = (
        f"CONSEIL D'ADMINISTRATION DU {own} DU 1er JUILLET 2026 LISTE DES DÉLIBÉRATIONS Le Conseil d'Administration du "
        f"{own}, dûment convoqué, s'est réuni sous la présidence de M. Paul NOIR. D.CCAS/2026/21 - Décision "
        f"modificative "
        "APPROUVÉE à l'unanimité D.CCAS/2026/22 - Avenant n°2 à la convention d'occupation du CCAS APPROUVÉE à "
        "l'unanimité D.CCAS/2026/23 - Règlement de la résidence APPROUVÉE à l'unanimité"
    )
    source = Source("liste.txt", "text/plain", "0" * 64)
    second = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records[1]
    assert [[party.name for party in agreement.parties] for agreement in second.agreements] == [[own]]
