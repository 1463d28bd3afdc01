"""A subject with a comma and a blank line before its verb, a report that asks leave; on fictional acts."""

import pytest

from kg.extract import read_act
from kg.extract.act import Mention
from kg.extract.segment import segment
from kg.model import Person
from kg.text.view import normalise

_HEAD = (
    "COMMUNE DE MONTFLEURY\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nDélibération n° 2023-014\n"
    "L'an deux mille vingt-trois, le trois avril à dix-huit heures, le Conseil Municipal s'est réuni sous la "
    "présidence du Docteur Agathe SORBIERS, Maire.\nPrésents : Agathe SORBIERS, Loïc EYMERY.\n\n"
    "OBJET : Vente du presbytère.\n\n"
)
_VOTED = "\n\nLe Conseil Municipal, après en avoir délibéré, à l'unanimité, DÉCIDE de vendre le presbytère.\n"


def rapporteur(report: str) -> Person | None:
    act = segment(normalise(_HEAD + report + _VOTED)).acts[0]
    said = [m.value for m in read_act(act) if isinstance(m, Mention) and m.field == "rapporteur"]
    return said[0] if said else None


@pytest.mark.parametrize(
    "report",
    [
        "LE MAIRE,\n\nExpose qu'il s'agit de vendre une maison vide.",
        "Madame le Maire, \n\nrappelle que la maison est vide.",
        "Le Maire,\n\n\nInforme l'assemblée que la maison est vide.",
    ],
)
def test_a_blank_line_after_a_comma_parts_no_sentence(report: str) -> None:
    found = rapporteur(report)
    assert found and found.name == "Agathe SORBIERS"


@pytest.mark.parametrize("report", ["LE MAIRE\n\nExpose des motifs", "La maison du Maire.\n\nExpose des motifs"])
def test_a_blank_line_parts_two_sentences(report: str) -> None:
    assert rapporteur(report) is None


@pytest.mark.parametrize(
    "report",
    [
        "Madame le Maire sollicite l'autorisation du Conseil Municipal afin de vendre une maison vide.",
        "Le Maire sollicite l'accord de l'assemblée pour vendre une maison vide.",
        "Madame le Maire, sollicite l'avis des conseillers sur la vente d'une maison vide.",
    ],
)
def test_who_asks_the_council_for_leave_reports(report: str) -> None:
    found = rapporteur(report)
    assert found and found.name == "Agathe SORBIERS"


def test_who_asks_another_for_money_does_not_report() -> None:
    assert rapporteur("La commune, par son Maire, sollicite une aide du département pour une maison vide.") is None
