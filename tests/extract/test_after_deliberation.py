"""The verb right after « après en avoir délibéré » decides first, whatever verb it is; « il a été décidé de … » too."""

import pytest

from kg.extract.act import Act, Zone
from kg.extract.dispositif import find_operative
from kg.text.view import normalise


def _decisions(raw: str) -> list[str]:
    view = normalise(raw)
    zone = Zone(view, 0, len(view.text))
    operative = find_operative(Act("deliberation", zone.part(0, 0), zone, zone.part(0, 0), 1, False))
    return [item.printed(zone) for item in operative.items] if operative else []


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize(
    "first",
    ["VEND la parcelle au prix de 900 €", "CONFIE les travaux au syndicat", "MAINTIENT les taux", "ADHÈRE au réseau"],
)
@pytest.mark.parametrize("voted", ["", " à l'unanimité,", " à l'unanimité des membres présents et représentés,"])
def test_verbs_after_the_deliberation(first: str, voted: str, gap: str) -> None:
    for said in (first, first[0].lower() + first[1:].lower()):
        head = f"Le dossier est prêt. Le conseil municipal, après en avoir délibéré,{voted}"
        raw = f"{head}{gap}{said},{gap}AUTORISE le maire à signer."
        assert _decisions(raw) == [said, "AUTORISE le maire à signer"]


@pytest.mark.parametrize("word", ["décidé de", "convenu de", "donc décidé de"])
def test_what_has_been_decided(word: str) -> None:
    said = f"il a été {word} vendre la parcelle"
    assert _decisions(f"Après discussion, {said}. Vote : Pour : 8") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "En 2019, il a été décidé de vendre la halle.",
        "Il a été décidé en commission.",
        "Il a été convenu entre eux.",
        "Il a été rappelé.",
    ],
)
def test_what_is_only_told(said: str) -> None:
    assert _decisions(f"{said} Le débat se poursuit.") == []
