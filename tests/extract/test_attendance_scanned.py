"""Rolls of members commune by commune, as OCR leaves them."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

COMMUNES = (
    "{Commune de Valmont + M. Luc ARNEL, Mme Anne ROUX, M. Paul NOIR.",
    "Commune de Saint-Prix -lès-Brive : IMime Zoé VERT, M. Max GRIS.",
    "“Commune de Brion M. Guy BLEU, Mme ida ROSE.",
    "{Commune du Pré-Clos + MM. René BRUN, Mme Lise BLANC.",
)
HERE = [
    "Luc ARNEL",
    "Anne ROUX",
    "Paul NOIR",
    "Zoé VERT",
    "Max GRIS",
    "Guy BLEU",
    "ida ROSE",
    "René BRUN",
    "Lise BLANC",
]


@pytest.mark.parametrize("join", ["\n", " "])
@pytest.mark.parametrize("heading", ["Etaient présents :", "Étaient présents", "Etaient présents;"])
def test_members_of_several_communes(heading: str, join: str) -> None:
    text = join.join((heading, *COMMUNES, "Absents excusés :", "Commune de Brion + Mme Eva MAUVE."))
    fields = read(text)
    assert (fields["present"], fields["absent"]) == (HERE, ["Eva MAUVE"])


@pytest.mark.parametrize("noise", ["Le. UY", "Sandporssut", "y ni DORSER 02"])
def test_noise_among_members_ends_no_list(noise: str) -> None:
    text = (
        f"Etaient présents : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT, M. Luc BRUN. {noise} Mme Eva MAUVE,"
        " M. Guy BLEU, Mme Ida ROSE, M. Max GRIS. Absent : M. Jean PERS"
    )
    assert len(read(text)["present"]) == 8


@pytest.mark.parametrize("proxy", ["pauvoir", "pouvair", "pouveir", "pouvoir"])
def test_proxies_as_scanned(proxy: str) -> None:
    text = (
        "Etaient présents : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT, M. Luc BRUN.\nAbsents excusés représentés;"
        f" Commune de Brion + MM. Guy BLEU a donné {proxy} à M. Paul NOIR, Mme Ida ROSE à donné {proxy} à Mme Zoé VERT"
        " ML Max GRIS a donné pouvoir à M. Luc BRUN Commune de Valmont M. Jean PERS. Le secrétaire : Anne ROUX"
    )
    fields = read(text)
    assert fields["proxies"] == [
        Proxy("Guy BLEU", "Paul NOIR"),
        Proxy("Ida ROSE", "Zoé VERT"),
        Proxy("Max GRIS", "Luc BRUN"),
    ]
    assert fields["absent"] == ["Jean PERS"]


def test_a_heading_without_its_space() -> None:
    text = "Présents : Mme Anne ROUX, M. Paul NOIR. Absentsexcusés à {Commune de Brion + Mme Eva MAUVE, M. Guy BLEU."
    assert read(text)["absent"] == ["Eva MAUVE", "Guy BLEU"]


def test_initials_after_a_surname_are_no_civility() -> None:
    assert read("Présents : ROUX ML, NOIR AM, VERT P, BRUN JM. Absent : GRIS")["present"][:2] == ["ROUX ML", "NOIR AM"]


def test_a_sentence_after_a_list_is_no_noise() -> None:
    text = (
        "Etaient présents : Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT, M. Luc BRUN. BUDGET le rapporteur présente les "
        "chiffres de la commune aux membres de la commission Mme Eva MAUVE, M. Guy BLEU, Mme Ida ROSE, M. Max GRIS."
    )
    assert read(text)["present"] == ["Anne ROUX", "Paul NOIR", "Zoé VERT", "Luc BRUN"]
