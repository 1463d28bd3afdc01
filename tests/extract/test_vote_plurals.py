"""« contres », counts in words, absolute majorities, polling booths, and headings right after counts."""

import pytest

from tests.extract.test_vote import read


@pytest.mark.parametrize("join", ["\n", " "])
@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("approuve le procès-verbal par 7 voix pour, une abstention et 5 contres.", (7, 5, 1)),
        ("vote par 11 voix pour et trois contres le projet.", (11, 3, None)),
        ("adopte par douze voix pour et deux contre le projet.", (12, 2, None)),
        ("adopte : onze pours, un contre.", (11, 1, None)),
        ("adopte par 9 pours, 2 contres, 1 abstention.", (9, 2, 1)),
    ],
)
def test_plurals_and_words(said: str, counts: tuple[int, int, int | None], join: str) -> None:
    fields = read(f"Après en avoir délibéré,{join}le conseil {said}")
    assert tuple(fields.get(field) for field in ("for", "against", "abstention")) == counts
    assert (fields["outcome"], fields["unanimous"]) == ("adopted", False)


@pytest.mark.parametrize(
    "told",
    [
        "Suffrages exprimés : 24 Majorité absolue : 13 Votes Pour 24 Votes Contre 0",
        "Majorité absolue : 13\nPour 24\nContre 0",
        "Majorité requise : 13 Votes pour : 24 Votes contre : 0",
    ],
)
def test_an_absolute_majority_is_no_vote_for(told: str) -> None:
    fields = read(f"Le conseil approuve la convention. Votes : Abstentions 0 {told}")
    assert (fields["for"], fields["against"], fields["outcome"]) == (24, 0, "adopted")


@pytest.mark.parametrize("said", ["à passer dans l'isoloir pour procéder au vote", "à voter par l'isoloir"])
def test_a_polling_booth_is_a_secret_ballot(said: str) -> None:
    assert read(f"M. le Maire invite les conseillers {said}. Luc ARNEL est élu adjoint.")["method"] == "scrutin secret"


@pytest.mark.parametrize("said", ["Achat d'un isoloir pour le bureau de vote", "Rencontres sportives : 3 rencontres"])
def test_what_is_neither_booth_nor_count(said: str) -> None:
    fields = read(f"{said}. Le conseil adopte cette proposition.")
    assert "method" not in fields
    assert "against" not in fields


def test_a_heading_after_a_count_is_nobody() -> None:
    text = "Le conseil donne son accord par 12 voix pour et une voix contre DROIT DE PASSAGE Usage : LOCAL"
    assert "against_names" not in read(text)
    assert read("Le conseil adopte par 12 voix pour et une voix contre (Luc ARNEL).")["against_names"] == ["Luc ARNEL"]
