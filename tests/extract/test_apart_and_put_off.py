"""Items put off in other words, groups that stand apart, a word for most that tells no vote."""

import pytest

from kg.extract.act import Mention
from kg.extract.vote import read as read_vote
from tests.extract.test_examples import act_of


def read(text: str) -> dict[str, object]:
    return {reading.field: reading.value for reading in read_vote(act_of(text)) if isinstance(reading, Mention)}


@pytest.mark.parametrize(
    "said",
    [
        "Rapporteure : Mme ROUX Délibération reportée à une prochaine séance.",
        "Rapporteur : M. NOIR Dossier renvoyé à la prochaine réunion.",
        "M. NOIR Point ajourné au prochain conseil.",
        "La commission des finances n'ayant pas rendu son avis, ce rapport est retiré.",
        "Vu l'avis de la commission, le présent projet de délibération est ajourné.",
        "Le comité technique ne s'étant pas réuni, cette affaire est donc reportée.",
        "Le conseil, à l'unanimité, DÉCIDE d'ajourner le débat et de l'inscrire à l'ordre du jour du 16 mai.",
        "Le conseil décide de reporter la présentation du rapport à une prochaine séance.",
        "VENTE D'UN CHEMIN AU LIEU-DIT « LA VADE » Ce point est retiré de l'ordre du jour et reporté à une séance.",
        "VENTE D'UN CHEMIN AU LIEU DIT LA VADE Cette affaire est reportée à une prochaine séance.",
    ],
)
def test_what_is_put_off(said: str) -> None:
    assert read(said)["vote/outcome"] == "deferred"


@pytest.mark.parametrize(
    "said",
    ["Le véhicule est retiré de l'actif.", "La date est reportée au 3 mai."],
)
def test_what_is_not_put_off(said: str) -> None:
    assert "vote/outcome" not in read(said)


@pytest.mark.parametrize(
    "said",
    [
        "Vote : adopté ; abstention des membres du groupe « Union pour Valmont ».",
        "Le conseil approuve le bail, le groupe Valmont autrement s'abstenant.",
        "Adopté, l'opposition ayant voté contre. Le conseil approuve le bail.".replace("ayant voté", "votant"),
        "Le conseil approuve le bail. Abstention de la liste Valmont demain.",
    ],
)
def test_a_group_stands_apart(said: str) -> None:
    assert read(f"Après en avoir délibéré, {said}")["vote/unanimous"] is False


@pytest.mark.parametrize(
    "said",
    [
        "Il en ressort que les emplois restent majoritairement masculins.",
        "Il est procédé à l'élection au scrutin secret et à la majorité absolue.",
    ],
)
def test_a_word_for_most_is_no_vote(said: str) -> None:
    assert "vote/unanimous" not in read(f"{said} Le conseil prend acte du rapport.")


@pytest.mark.parametrize(
    "said", ["adopte majoritairement le budget", "majoritairement, décide d'acheter", "accepte majoritairement le don"]
)
def test_most_vote_for_it(said: str) -> None:
    assert read(f"Après en avoir délibéré, le conseil municipal {said}.")["vote/unanimous"] is False
