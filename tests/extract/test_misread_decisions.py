"""Verbs and bullets of the operative part as a scanner reads them; fictional acts."""

import pytest

from kg.extract import dispositif
from tests.extract.test_examples import read_fields


def decisions(text: str) -> list[str]:
    found: list[str] = read_fields(dispositif.EXTRACTOR, text).get("decisions", [])
    return found


@pytest.mark.parametrize("bullet", ["e", "€", "o", "©", "£", "°", "¢"])
def test_a_ring_read_as_a_letter_is_a_bullet(bullet: str) -> None:
    text = (
        f"Le Conseil Municipal, après en avoir dé1ibéré, à l'unanimité : {bullet} Accepte le projet de halle, "
        f"{bullet} Fixe le loyer à 36 850,00 €, {bullet} Autorise le Maire à signer le bail. Fait et délibéré"
    )
    assert decisions(text) == [
        "Accepte le projet de halle",
        "Fixe le loyer à 36 850,00 €",
        "Autorise le Maire à signer le bail",
    ]


@pytest.mark.parametrize("verbs", [("APPR0UVE", "SOLLlCITE", "PREC1SE"), ("AD0PTE", "AUTORlSE", "FlXE")])
@pytest.mark.parametrize("gap", ["\n", " "])
def test_verbs_in_capitals_hold_figures(verbs: tuple[str, ...], gap: str) -> None:
    said = [f"{verb} ce que le rapport n° {rank} propose" for rank, verb in enumerate(verbs, 1)]
    text = f"Après en avoir délibéré, le conseil municipal, à l'unanimité,{gap}- " + f" ;{gap}- ".join(said) + "."
    assert decisions(text) == said


@pytest.mark.parametrize("order", ["DEC1DE", "DÉClDE", "DELlBERE"])
def test_the_word_that_orders_holds_figures(order: str) -> None:
    text = f"LE CONSE1L MUNICIPAL, {order} : Article 1er : De fixer le tarif à 3 €. Article 2 : De charger le maire."
    assert decisions(text) == ["Article 1er : De fixer le tarif à 3 €", "Article 2 : De charger le maire"]
