"""Rolls in rows: who holds a proxy stands in a column of its own, right before the member of the next row."""

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.attendance import EXTRACTOR
from kg.model import Proxy
from kg.text.view import normalise

HERE = ["ROUX Anne", "NOIR Paul", "VERT Zoé", "BRUN Luc", "GRIS Max"]
HELD = [("BLEU Guy", "Luc BRUN"), ("ROSE Ida", "Zoé VERT")]
AWAY = ["LEBLANC Eva"]

ROLLS = (
    "NOM Prénom Présent Absent Pouvoir à\nROUX Anne X\nNOIR Paul X\nVERT Zoé X\nBRUN Luc X\nGRIS Max X\n"
    "BLEU Guy X Luc BRUN\nROSE Ida X Zoé VERT\nLEBLANC Eva Excusée",
    "ROUX Anne Présente\nNOIR Paul Présent\nVERT Zoé Présente\nBRUN Luc Présent\nGRIS Max Présent\n"
    "BLEU Guy Représenté par Luc BRUN\nROSE Ida Représentée par Zoé VERT\nLEBLANC Eva Absente excusée",
    "ROUX Anne : présente\nNOIR Paul : présent\nVERT Zoé : présente\nBRUN Luc : présent\nGRIS Max : présent\n"
    "BLEU Guy : pouvoir à Luc BRUN\nROSE Ida : procuration à Zoé VERT\nLEBLANC Eva : absente",
    "Membres P A Procuration à\nROUX Anne P\nNOIR Paul P\nVERT Zoé P\nBRUN Luc P\nGRIS Max P\n"
    "BLEU Guy A Luc BRUN\nROSE Ida A Zoé VERT\nLEBLANC Eva A",
    "Nom Qualité Signature ou procuration\nROUX Anne Maire signé\nNOIR Paul Adjoint signé\n"
    "VERT Zoé Conseillère signé\nBRUN Luc Conseiller signé\nGRIS Max Conseiller signé\n"
    "BLEU Guy Conseiller procuration à Luc BRUN\nROSE Ida Conseillère procuration à Zoé VERT\n"
    "LEBLANC Eva Conseillère absente",
    "Membres du conseil : ROUX Anne (P), NOIR Paul (P), VERT Zoé (P), BRUN Luc (P), GRIS Max (P), "
    "BLEU Guy (A, pouvoir à Luc BRUN), ROSE Ida (A, pouvoir à Zoé VERT), LEBLANC Eva (A)",
)


def read(writing: str) -> dict[str, list[object]]:
    """The members that a document tells of."""
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)
    fields: dict[str, list[object]] = {"present": [], "proxies": [], "absent": []}
    for reading in EXTRACTOR.read(act):
        if isinstance(reading, Mention):
            fields.setdefault(reading.field, []).append(reading.value)
    return fields


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("roll", ROLLS)
def test_a_holder_in_the_last_column_is_no_part_of_the_next_name(roll: str, flat: bool) -> None:
    fields = read(" ".join(roll.split()) if flat else roll)
    assert sorted(fields["present"], key=str) == sorted(HERE)
    assert fields["proxies"] == [Proxy(giver, holder) for giver, holder in HELD]
    assert fields["absent"] == AWAY


@pytest.mark.parametrize(
    "after",
    ["Madame Zoé VERT préside.", "Madame Zoé VERT ouvre la séance à 19 h.", "M. Luc BRUN expose l'objet."],
)
def test_who_is_named_after_the_last_row_holds_no_proxy(after: str) -> None:
    rows = "Appel : ROUX Anne : P NOIR Paul : P VERT Zoé : P BRUN Luc : P GRIS Max : E LEBLANC Eva : E "
    fields = read(rows + after)
    assert not fields["proxies"]
    assert fields["absent"] == ["GRIS Max", "LEBLANC Eva"]


@pytest.mark.parametrize("surname", ["BLANC ROUX", "NOIR VERT", "BRUN LE GALL"])
def test_a_double_surname_that_no_proxy_precedes_stays_whole(surname: str) -> None:
    rows = f"ROUX Anne Présente NOIR Paul Présent VERT Zoé Présente {surname} Luc Présent GRIS Max Absent"
    assert f"{surname} Luc" in read(rows)["present"]


ROLL = "Présents : Franck NOIR - Pascale VERT - Stéphane BLEU - Annie ROUX - Maxime GRIS - Sabine BRUN. "


@pytest.mark.parametrize("tie", ["procuration à", "pouvoir à", "pouvoir donné à", "donne pouvoir à", "représenté par"])
@pytest.mark.parametrize("given", [False, True])
def test_a_column_of_ties_between_givers_and_holders(tie: str, given: bool) -> None:
    givers, holders = "Ida DULAC Marc GATTI Lise POUVREAU", "Maxime GRIS Sabine BRUN Annie ROUX"
    if given:
        givers, holders = (
            "Mme Ida DULAC, M. Marc GATTI, Mme Lise POUVREAU",
            "M. Maxime GRIS, Mme Sabine BRUN, Annie ROUX",
        )
    fields = read(f"{ROLL}Absents excusés : {givers} {tie} {tie} {tie} {holders} Absents : Luc MAUVE Objet : école")
    assert fields["proxies"] == [
        Proxy("Ida DULAC", "Maxime GRIS"),
        Proxy("Marc GATTI", "Sabine BRUN"),
        Proxy("Lise POUVREAU", "Annie ROUX"),
    ]
    assert fields["absent"] == ["Luc MAUVE"]


def test_fewer_holders_than_ties_are_no_column() -> None:
    fields = read(f"{ROLL}Absents : Ida DULAC Marc GATTI pouvoir à pouvoir à Maxime GRIS Objet : école")
    assert Proxy("Ida DULAC", "Maxime GRIS") not in fields["proxies"]
