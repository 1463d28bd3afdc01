"""Rolls that print a status after each member."""

import pytest

from kg.model import Proxy
from tests.extract.test_attendance import read


@pytest.mark.parametrize(
    "text",
    [
        "Feuille d'émargement. ROUX Anne, maire, signé NOIR Paul signé VERT Zoé excusée, pouvoir à ROUX Anne "
        "BRUN Luc signé GRIS Max absent BLANC Eva signé La séance est ouverte.",
        "Appel nominal : Anne ROUX présente, Paul NOIR présent, Zoé VERT excusée (mandat à Anne ROUX), "
        "Luc BRUN présent, Max GRIS absent, Eva BLANC présente. La séance est ouverte.",
        "Élus : ROUX (Anne) Valbrun présente NOIR (Paul) Valbrun présent VERT (Zoé) Mornay excusée procuration ROUX "
        "BRUN (Luc) Mornay présent GRIS (Max) Mornay non excusé BLANC (Eva) Mornay connectée La séance est ouverte.",
    ],
)
def test_a_status_after_each_member(text: str) -> None:
    fields = read(text)
    assert {name.title() for name in fields["present"]} == {
        name if text.startswith("Appel") else " ".join(reversed(name.split()))
        for name in ("Anne Roux", "Paul Noir", "Luc Brun", "Eva Blanc")
    }
    assert [len(fields["proxies"]), len(fields["absent"])] == [1, 1]
    assert isinstance(fields["proxies"][0], Proxy)


def test_words_that_no_roll_holds_are_no_status() -> None:
    assert "present" not in read("Le bail signé par Anne ROUX est présent au dossier. Paul NOIR est absent ce jour.")


@pytest.mark.parametrize("letter", ["P", "P |", "A"])
def test_the_letters_of_a_table_of_grants_call_nobody(letter: str) -> None:
    rows = " ".join(f"{name} {letter} {500 + place} €" for place, name in enumerate(_CLUBS))
    fields = read(
        f"Présents : Anne ROUX, Paul NOIR, Zoé VERT. Attribue les subventions suivantes : {rows} Total 3 000 €"
    )
    assert fields["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT"]
    assert not {*fields} & {"absent", "proxies"}


def test_letters_after_names_are_answers() -> None:
    rows = " ".join(f"{name} {letter}" for name, letter in zip(_CLUBS, "PPAPPP", strict=True))
    fields = read(f"Appel : P présent, A absent {rows} La séance est ouverte.")
    assert (len(fields["present"]), len(fields["absent"])) == (5, 1)


_CLUBS = ("ORFANE Bleu", "MERCIN Jules", "VALBOIS Ferry", "DARIC Eugène", "TOVAC Jean", "MARANDE Louis")


@pytest.mark.parametrize(("number", "here"), [("2023-0208", True), ("2023-0209", True), ("2023-0217", False)])
def test_numbers_of_four_figures_place_who_leaves(number: str, here: bool) -> None:
    fields = read(
        "Présents : Anne ROUX, Paul NOIR (jusqu'à la délibération n° 2023-0209), Luc BRUN. Pouvoirs : Paul NOIR à "
        "Luc BRUN (à partir de la délibération n° 2023-0210) ; Zoé VERT à Anne ROUX. Secrétaire : Luc BRUN",
        number,
    )
    assert ("Paul NOIR" in fields["present"]) is here
    assert [proxy.giver for proxy in fields["proxies"]] == (["Zoé VERT"] if here else ["Paul NOIR", "Zoé VERT"])


@pytest.mark.parametrize(("number", "here"), [("2023-1217", False), ("1217", True)])
def test_four_figures_count_acts_behind_a_year(number: str, here: bool) -> None:
    fields = read("Présents : Anne ROUX, Luc BRUN, Paul NOIR (jusqu'à la délibération n° 2023-1209).", number)
    assert ("Paul NOIR" in fields["present"]) is here
