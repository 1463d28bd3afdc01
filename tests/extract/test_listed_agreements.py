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
