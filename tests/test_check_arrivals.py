"""A member read as away whom the minutes see arrive is doubtful; one who never comes is not."""

import pytest

from kg.check.arrivals import arrival_of_absent
from kg.check.finding import Subject
from kg.errors import IssueCode
from kg.model import Page, Record, Source, Span, Text


def said(raw: str, *, peers: int = 2) -> list[str]:
    records = tuple(
        Record(source="cr.txt", ordinal=rank, present=("Anne ROUX",), absent=("Luc BRUN", "Guy BLEU"))
        for rank in range(1, peers + 1)
    )
    text = Text(Source("cr.txt", "text/plain", "0" * 64), raw, (Page(1, Span(0, len(raw))),))
    found = list(arrival_of_absent(Subject(records[0], text, records)))
    assert all(finding.code is IssueCode.UNPLACED_MOVEMENT for finding in found)
    return [finding.message.split(" est dit")[0] for finding in found]


@pytest.mark.parametrize(
    "raw",
    [
        "2. Budget. Arrivée de M. Luc BRUN. 3. Voirie",
        "ARRIVÉE DE MONSIEUR BRUN",
        "(arrivée de Monsieur Luc BRUN à 19h)",
    ],
)
def test_who_arrives_is_not_away_throughout(raw: str) -> None:
    assert said(raw) == ["Luc BRUN"]


@pytest.mark.parametrize("raw", ["Départ de M. Luc BRUN", "Arrivée de Mme Zoé VERT", "Arrivée de la fibre à Valbrun"])
def test_nothing_is_said_of_others(raw: str) -> None:
    assert said(raw) == []


def test_a_single_act_places_nobody() -> None:
    assert said("Arrivée de M. Luc BRUN", peers=1) == []
